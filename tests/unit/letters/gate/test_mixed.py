"""Two lines together prove nothing that neither says."""

import pytest

from resumate.letters.gate.mixed import check_mixed
from tests.unit.letters.gate.judging import codes

LINES = ("Handed over a school two weeks early", "Currently on a £9.2m library refurbishment")


def test_each_part_of_a_sentence_may_have_a_line_of_its_own():
    assert (
        codes(check_mixed, "I handed over a school two weeks early and am now on a library refurbishment.", *LINES)
        == set()
    )


def test_one_part_may_not_be_put_together_from_both():
    assert codes(check_mixed, "The £9.2 million library was handed over two weeks early.", *LINES) != set()


@pytest.mark.parametrize(
    ("lines", "true", "lie"),
    [
        (
            ("Weekly story hour for 25 children", "Catalogued 3,000 maps in the cellar"),
            "Whether I tell stories to 25 children or catalogue 3,000 maps, I like order.",
            "For 25 children in a weekly story hour I catalogued maps in the cellar.",
        ),
        (
            ("Caseload of 14 patients after strokes", "Supervise students on placement since 2021"),
            "Next to a caseload of 14 patients I supervise students on placement.",
            "I supervise 14 patients on placement after strokes.",
        ),
    ],
)
def test_two_lines_may_be_told_side_by_side(lines, true, lie):
    assert codes(check_mixed, true, *lines) == set()
    assert codes(check_mixed, lie, *lines) != set()
