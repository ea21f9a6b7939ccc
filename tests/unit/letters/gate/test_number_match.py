"""Which numbers say the same, and which rounding is honest."""

import pytest

from resumate.letters.gate.number_match import same, unsupported
from resumate.letters.gate.quantities import quantities_of


def says(claimed, given, **options):
    (left,), (right,) = quantities_of(claimed), quantities_of(given)
    return same(left, right, **options)


@pytest.mark.parametrize(
    ("claimed", "given"),
    [
        ("half of the orders", "50%"),
        ("£5k", "5,000 pounds"),
        ("about 600 loaves", "603 loaves"),
        ("nearly 500 loaves", "480 loaves"),
        ("over 40 loaves", "43 loaves"),
        ("over 40 loaves", "40+ loaves"),
        ("hundreds of loaves", "several hundred loaves"),
        ("doubled", "100%"),
    ],
)
def test_the_same_number_in_other_words_is_the_same(claimed, given):
    assert says(claimed, given)


@pytest.mark.parametrize(
    ("claimed", "given"),
    [
        ("600 loaves", "603 loaves"),
        ("about 603 loaves", "600 loaves"),
        ("over 40 loaves", "90 loaves"),
        ("I baked over 43 loaves", "43 loaves"),
        ("€5,000", "£5,000"),
        ("several hundred loaves", "dozens of loaves"),
        ("12 loaves", "12%"),
    ],
)
def test_another_number_or_currency_and_a_false_rounding_are_not(claimed, given):
    assert not says(claimed, given)


def test_to_a_quarter_is_a_cut_by_three_quarters_and_by_a_quarter_is_none():
    assert says("a quarter", "75%")
    assert not says("a quarter", "75%", complement=False)


def test_what_no_number_supports_is_told():
    assert [one.text for one in unsupported(quantities_of("12 bakers and 3 cooks"), quantities_of("12 bakers"))] == [
        "3"
    ]
