"""A title of a sentence must be one that the cited lines give the person."""

import pytest

from resumate.letters.gate.titles import check_titles
from tests.unit.letters.gate.judging import claim, codes, evidence


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        ("Trained three bakers", "As a baker I trained three bakers.", "As head baker I trained three bakers."),
        ("Assisted the head of sales", "I assisted the head of sales.", "As head of sales I assisted the company."),
        ("Repaired ovens", "As a Baker at Mill Lane I repaired ovens.", "As a master engineer I repaired ovens."),
    ],
)
def test_titles_of_a_true_sentence_pass_and_those_of_a_lie_do_not(line, true, lie):
    assert codes(check_titles, true, line) == set()
    assert codes(check_titles, lie, line) != set()


@pytest.mark.parametrize(
    ("title", "line", "true", "lie"),
    [
        ("Laboratory Technician", "Ran tests", "I have been a lab technician.", "I'm the Laboratory Manager."),
        ("Junior Analyst", "Ran tests", "I have been working as a junior analyst.", "I have been working as an analyst lead."),
        ("Inventor", "Named inventor on 2 patents", "I have been named as an inventor.", "I have been named as a director."),
        ("Account Manager", "Served 9 clients", "I am an account manager.", "I am a key account manager."),
        ("Teaching Assistant", "Followed plans by the SENCO", "As a teaching assistant I followed plans.", "As SENCO at the school I wrote plans."),
        ("Associate Professor", "Taught law", "As an associate professor I taught law.", "As a full professor I taught law."),
        ("Home Carer", "Visited 8 clients", "I have been a paid carer.", "I have been a chief carer."),
        ("Researcher", "PI of a project on ageing", "I was principal investigator of a project.", "I was principal lecturer."),
        ("Teacher", "Led by senior staff", "A senior colleague led me.", "I am a senior teacher."),
    ],
)  # fmt: skip
def test_a_title_in_other_words_passes_and_a_higher_one_does_not(title, line, true, lie):
    assert codes(check_titles, true, line, title=title) == set()
    assert codes(check_titles, lie, line, title=title) != set()


def test_what_somebody_became_later_is_a_title_of_another_entry():
    now = evidence(2, "Teach chemistry", title="Teacher")
    before = evidence(1, "Ran tests", title="Laboratory Technician")
    true = claim("Before I became a teacher I worked as a laboratory technician.", before, uncited=[now])
    lie = claim("Before I became a headteacher I worked as a laboratory technician.", before, uncited=[now])
    assert list(check_titles(true)) == []
    assert list(check_titles(lie)) != []


def test_a_title_that_the_line_gives_to_somebody_beside_the_person_is_not_theirs():
    """Given "support of the data architect", nobody was one."""
    line = "Support of the data architect in designing a star schema"
    assert codes(check_titles, "As data architect I worked on a star schema.", line, title="Engineer") == {"title"}
