"""The years from a first job to the present one count when the resume leaves no gap between them."""

import pytest

from resumate.documents.model import YearMonth
from resumate.letters.gate.durations import check_durations
from tests.unit.letters.gate.judging import claim, evidence

FIRST = evidence(1, "Fixed boilers", organisation="Amber Heating", title="Plumber", context="Plumber, Amber Heating", start=YearMonth(2014, 4), end=YearMonth(2017, 5))  # fmt: skip
NOW = evidence(2, "Plan heating", organisation="Birch Homes", title="Senior Plumber", context="Senior Plumber, Birch Homes", start=YearMonth(2021, 1), current=True)  # fmt: skip
BETWEEN = {"context": "Between, Cedar Works", "start": YearMonth(2017, 6), "end": YearMonth(2020, 12)}


def found(sentence, *uncited):
    return [finding.code for finding in check_durations(claim(sentence, FIRST, NOW, uncited=uncited))]


def test_the_years_between_count_when_another_entry_of_the_trade_fills_them():
    plumber = evidence(3, "Installed baths", organisation="Cedar Works", title="Plumber", **BETWEEN)
    assert found("I have worked with heating for more than twelve years.", plumber) == []
    assert found("I have worked with heating for more than fifteen years.", plumber) == ["duration"]


@pytest.mark.parametrize("uncited", [[], [evidence(3, "Cooked soups", organisation="Inn", title="Cook", **BETWEEN)]])
def test_a_gap_or_another_trade_between_is_no_part_of_the_career(uncited):
    assert found("I have worked with heating for more than twelve years.", *uncited) == ["duration"]
