"""What is planned, nominated or unfinished is not done."""

import pytest

from resumate.letters.gate.certainty import check_certainty
from tests.unit.letters.gate.judging import codes


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "Nominated for the county bread prize 2023",
            "I was nominated for the county bread prize.",
            "I won the county bread prize.",
        ),
        (
            "New shop; opening planned for March",
            "The opening of the new shop is planned for March.",
            "I opened the new shop.",
        ),
        ("Driving test booked for December", "My driving test is booked for December.", "I passed my driving test."),
    ],
)
def test_certainty_of_a_true_sentence_pass_and_those_of_a_lie_do_not(line, true, lie):
    assert codes(check_certainty, true, line) == set()
    assert codes(check_certainty, lie, line) != set()


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "Proposed a new oven plan; trial until March 2027",
            "The new oven plan that I proposed is in its trial.",
            "The new oven plan has been introduced.",
        ),
        (
            "Signed images for the boiler, release pending",
            "The signed images now await release.",
            "The signed images were already released.",
        ),
    ],
)
def test_what_is_held_since_a_year_is_held(line, true, lie):
    assert codes(check_certainty, true, line) == set()
    assert codes(check_certainty, lie, line) != set()
