"""Numbers of several words are read as the one number that they mean."""

import pytest

from resumate.letters.gate.numbers import check_numbers
from resumate.letters.gate.quantities import quantities_of
from tests.unit.letters.gate.judging import codes


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("two years and eight months", "months", 32),
        ("three years, nine months", "months", 45),
        ("two and three quarter years", "months", 33),
        ("seven and a half percent", "percent", 7.5),
        ("two and a half", "count", 2.5),
        ("a quarter of a million euros", "money", 250_000),
        ("a third of an hour", "seconds", 1_200),
        ("nine tenths of the guests", "percent", 90),
        ("45 million kroner", "money", 45_000_000),
    ],
)
def test_a_compound_is_one_number(text, kind, value):
    (quantity,) = quantities_of(text)
    assert quantity.kind == kind
    assert quantity.values[0] == pytest.approx(value)


def test_the_first_number_of_a_range_may_share_the_magnitude_of_the_second():
    low, high = quantities_of("15 to 60 thousand dollars")
    assert 15_000 in low.values
    assert high.values == (60_000,)


def test_the_last_years_of_a_time_are_years():
    assert [quantity.values for quantity in quantities_of("nine years at sea, the last three on ferries")] == [
        (108,),
        (36,),
    ]


@pytest.mark.parametrize("text", ["I taught 11- to 16-year-olds", "I worked with 16-year-olds"])
def test_an_age_is_no_duration(text):
    assert {quantity.kind for quantity in quantities_of(text)} == {"count"}


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "Lowered material costs by 8.5%",
            "I lowered material costs by eight and a half percent.",
            "I lowered material costs by nine and a half percent.",
        ),
        (
            "Annual travel budget of £780,000",
            "My annual travel budget is more than three quarters of a million pounds.",
            "My annual travel budget is more than a million pounds.",
        ),
        (
            "Cut the set-up of a machine from 2 hours to 15 minutes",
            "I cut the set-up of a machine from two hours to a quarter of an hour.",
            "I cut the set-up of a machine from two hours to a third of an hour.",
        ),
        (
            "A four-week field study with 40 farmers",
            "In a field study over four weeks I met 40 farmers.",
            "In a field study over five weeks I met 40 farmers.",
        ),
        (
            "Handed over 12 flats to tenants",
            "I handed over 12 flats to tenants.",
            "I handed over 15 flats to tenants.",
        ),
        (
            "Punctuality 97.5% (regional average 94%)",
            "My punctuality was three and a half points better than the regional average.",
            "My punctuality was five and a half points better than the regional average.",
        ),
    ],
)
def test_a_compound_is_held_against_the_lines(line, true, lie):
    assert codes(check_numbers, true, line) == set()
    assert codes(check_numbers, lie, line) == {"number"}
