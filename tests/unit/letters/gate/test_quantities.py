"""How numbers are read: their kind, their value and what makes them less than exact."""

import pytest

from resumate.letters.gate import hedges
from resumate.letters.gate import quantity as kinds
from resumate.letters.gate.quantities import quantities_of


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("12 bakers", kinds.COUNT, 12),
        ("twenty-five bakers", kinds.COUNT, 25),
        ("a dozen bakers", kinds.COUNT, 12),
        ("half a dozen bakers", kinds.COUNT, 6),
        ("1,200 loaves", kinds.COUNT, 1_200),
        ("1.2k loaves", kinds.COUNT, 1_200),
        ("1.5 million loaves", kinds.COUNT, 1_500_000),
        ("£1.2m", kinds.MONEY, 1_200_000),
        ("1.2 million pounds", kinds.MONEY, 1_200_000),
        ("€3bn", kinds.MONEY, 3_000_000_000),
        ("USD 45k", kinds.MONEY, 45_000),
        ("12 %", kinds.PERCENT, 12),
        ("12 per cent", kinds.PERCENT, 12),
        ("three quarters of the orders", kinds.PERCENT, 75),
        ("doubled", kinds.MULTIPLE, 2),
        ("three times", kinds.MULTIPLE, 3),
        ("five years", kinds.MONTHS, 60),
        ("six-and-a-half years", kinds.MONTHS, 78),
        ("a year and a half", kinds.MONTHS, 18),
        ("over the past decade", kinds.MONTHS, 120),
        ("90 minutes", kinds.SECONDS, 5_400),
        ("2.1 MB", kinds.COUNT, 2_100_000),
    ],
)
def test_a_number_is_read_in_figures_and_in_words(text, kind, value):
    (found,) = quantities_of(text)
    assert found.kind == kind
    assert any(reading == pytest.approx(value) for reading in found.values)


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("about 300 letters", hedges.ABOUT),
        ("300 or so letters", hedges.ABOUT),
        ("60-odd letters", hedges.ABOUT),
        ("more than 300 letters", hedges.OVER),
        ("300+ letters", hedges.NOT_LESS),
        ("at least 300 letters", hedges.NOT_LESS),
        ("up to 300 letters", hedges.UP_TO),
        ("fewer than 300 letters", hedges.UNDER),
        ("none of them for more than 300 letters", hedges.UP_TO),
        ("an average of 300 letters", hedges.EXACT),
    ],
)
def test_what_makes_a_number_less_than_exact_is_read_with_it(text, hedge):
    assert quantities_of(text)[-1].hedge == hedge


@pytest.mark.parametrize(
    "text", ["since 2019", "in March 2021", "(03/2018)", "24/7 support", "Sept 2022 – today", "Node.js"]
)
def test_years_dates_and_names_are_no_quantities(text):
    assert quantities_of(text) == []


def test_the_first_number_of_a_range_has_the_unit_of_the_second():
    assert [found.kind for found in quantities_of("from 40 to 25 minutes")] == [kinds.SECONDS, kinds.SECONDS]


@pytest.mark.parametrize(
    ("text", "range_"),
    [("several hundred letters", (200, 999)), ("dozens of letters", (20, 500)), ("a few thousand", (2_000, 6_000))],
)
def test_a_vague_number_has_a_range(text, range_):
    (found,) = quantities_of(text)
    assert (found.kind, found.values) == (kinds.VAGUE, range_)
