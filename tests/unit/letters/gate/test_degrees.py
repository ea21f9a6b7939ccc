"""A degree, its field and its level must stand in the cited lines."""

import pytest

from resumate.documents.model import SectionKind
from resumate.letters.gate.degrees import check_degrees
from tests.unit.letters.gate.judging import codes


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "BSc Food Science, University of Aberdale, 2016",
            "I hold a bachelor's degree in Food Science.",
            "I hold a master's degree in Food Science.",
        ),
        ("BSc Food Science, University of Aberdale, 2016", "I hold a BSc in Food Science.", "I hold a BSc in Physics."),
        (
            "MSc Chemistry, University of Aberdale, 2018",
            "I have a master's in Chemistry.",
            "I have a PhD in Chemistry.",
        ),
    ],
)
def test_degrees_of_a_true_sentence_pass_and_those_of_a_lie_do_not(line, true, lie):
    assert codes(check_degrees, true, line, section=SectionKind.EDUCATION) == set()
    assert codes(check_degrees, lie, line, section=SectionKind.EDUCATION) != set()


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        ("BSc Finance, University of Aberdale, First Class", "I have a first-class degree in Finance.", "I graduated summa cum laude."),
        ("BSc Finance, University of Aberdale, 2:1", "I have a BSc in Finance.", "I graduated with a first."),
        ("LLB Law (2:1), University of Aberdale; Diploma in Legal Practice (Distinction)", "I have a diploma in legal practice with distinction.", "I have an LLB in law with distinction."),
        ("PharmD, University of Aberdale, 2019", "I hold a doctorate from the University of Aberdale.", "I hold a PhD from the University of Aberdale."),
        ("MChem, University of Aberdale, 2017", "I hold a master's degree from the University of Aberdale.", "I hold a doctorate."),
        ("Diploma in Computing, Aberdale College, 2018", "I hold a diploma in computing.", "I hold a degree in computing."),
    ],
)  # fmt: skip
def test_honours_and_levels_are_those_of_the_degree(line, true, lie):
    assert codes(check_degrees, true, line, section=SectionKind.EDUCATION) == set()
    assert codes(check_degrees, lie, line, section=SectionKind.EDUCATION) != set()


def test_a_doctoral_researcher_was_in_a_doctorate_and_need_not_hold_one():
    fields = {"title": "Doctoral Researcher", "organisation": "University of Aberdale"}
    line = "Studied catalysts; supervised two master's students"
    assert codes(check_degrees, "During my doctorate I studied catalysts.", line, **fields) == set()
    assert codes(check_degrees, "I hold a doctorate.", line, **fields) != set()
    assert codes(check_degrees, "I hold two master's degrees.", line, **fields) != set()
