"""A year keeps its place in the lines: the end of a span is not its start, and each certificate has its own."""

import pytest

from resumate.documents.model import SectionKind
from resumate.letters.gate.year_places import check_year_places
from tests.unit.letters.gate.judging import codes


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "BSc Food Science, 2012 – 2016",
            "I completed my BSc in Food Science in 2016.",
            "I completed my BSc in Food Science in 2012.",
        ),
        (
            "CKA, 2023; AWS Solutions Architect, 2021",
            "I earned the CKA in 2023.",
            "I earned the CKA in 2021.",
        ),
    ],
)
def test_a_year_of_something_else_is_refused(line, true, lie):
    assert codes(check_year_places, true, line, section=SectionKind.EDUCATION) == set()
    assert codes(check_year_places, lie, line, section=SectionKind.EDUCATION) == {"date"}


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "BA Geography, 2012 – 2015, year abroad in Turku 2013/14",
            "I spent the academic year 2013/14 in Turku.",
            "I spent the academic year 2014/15 in Turku.",
        ),
        (
            "BA Geography, 2012 – 2015",
            "I have held a BA in Geography since 2015.",
            "I have held a BA in Geography since 2012.",
        ),
    ],
)
def test_spans_and_academic_years_keep_their_ends(line, true, lie):
    assert codes(check_year_places, true, line, section=SectionKind.EDUCATION) == set()
    assert codes(check_year_places, lie, line, section=SectionKind.EDUCATION) == {"date"}


def test_a_role_that_the_head_dates_by_itself_did_not_begin_with_the_entry():
    head = {"context": "Nurse, Ward Manager (since May 2023), Elm Clinic, Sept 2018 – present"}
    line = "Plan the shifts of 20 nurses"
    assert codes(check_year_places, "I have been a ward manager since 2023.", line, **head) == set()
    assert codes(check_year_places, "I have worked at Elm Clinic since 2018.", line, **head) == set()
    assert codes(check_year_places, "I have been a ward manager since 2018.", line, **head) == {"date"}


def test_last_year_is_a_year():
    assert codes(check_year_places, "Last year I ran the shop.", "Ran the shop in 2011") == {"date"}
