"""A count may follow from what a line names without counting it; the next number may not."""

import pytest

from resumate.letters.gate.numbers import check_numbers
from tests.unit.letters.gate.judging import codes


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "Scaffolding of two facades with three colleagues",
            "I put up the scaffolding of two facades in a team of four.",
            "I put up the scaffolding of two facades in a team of six.",
        ),
        (
            "Advised the finance director and four department heads on leases",
            "I advised five heads on leases, the finance director among them.",
            "I advised six heads on leases, the finance director among them.",
        ),
        (
            "Advised the finance director and four department heads on leases",
            "I advised four department heads on leases.",
            "I advised five department heads on leases.",
        ),
        (
            "Courses in welding, soldering and four other trades",
            "I took courses in six trades, welding and soldering among them.",
            "I took courses in seven trades, welding and soldering among them.",
        ),
        (
            "Redesigned the menu and wine lists of a hotel bar",
            "I redesigned two lists of a hotel bar.",
            "I redesigned three lists of a hotel bar.",
        ),
        (
            "Moderated focus groups for clients in banking, energy and tourism",
            "My focus groups covered three industries, from banking to energy and tourism.",
            "My focus groups covered four industries, from banking to energy and tourism.",
        ),
        (
            "Three placements in hospitals and one in a hospice",
            "I have four placements behind me.",
            "I have five placements behind me.",
        ),
        (
            "Supervise one florist and a part-time driver",
            "I supervise two people.",
            "I supervise three people.",
        ),
        (
            "ISO 9001 auditor; EN 1090 welding certificate",
            "Two certificates prove it: ISO 9001 auditor and EN 1090 welding.",
            "Three certificates prove it: ISO 9001 auditor and EN 1090 welding.",
        ),
    ],
)
def test_a_count_follows_from_what_the_line_names(line, true, lie):
    assert codes(check_numbers, true, line) == set()
    assert codes(check_numbers, lie, line) == {"number"}


def test_headings_of_an_argument_count_the_lines_that_are_cited():
    lines = ["Wrote 40 recipes", "Cut waste by 30%"]
    assert (
        codes(check_numbers, "I helped the kitchen from two sides, with 40 recipes and 30% less waste.", *lines)
        == set()
    )
