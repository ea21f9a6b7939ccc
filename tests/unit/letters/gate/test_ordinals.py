"""Who came third may not have come second."""

import pytest

from resumate.letters.gate.ordinals import check_places, ordinals_of
from tests.unit.letters.gate.judging import codes, source


@pytest.mark.parametrize(
    ("text", "ordinals"),
    [
        ("3rd place", {3}),
        ("came third", {3}),
        ("the twenty-fifth", {25}),
        ("7th of 120", {7}),
        ("runner-up", {2}),
        ("30 loaves", set()),
    ],
)
def test_ordinals_are_read_in_figures_and_in_words(text, ordinals):
    assert ordinals_of(source(text)) == ordinals


def test_a_place_must_be_the_one_of_the_lines():
    line = "3rd place in the county bread competition"
    assert codes(check_places, "I came third in the county bread competition.", line) == set()
    assert codes(check_places, "I came second in the county bread competition.", line) == {"number"}
    assert codes(check_places, "I won second prize in the county bread competition.", line) == {"number"}
