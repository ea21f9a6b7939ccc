"""How calendar years are read, and told from counts."""

import pytest

from resumate.letters.gate.years import is_year_here, years_of


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("March 2021 – present", [(2021, 3)]),
        ("2015–17", [(2015, None), (2017, None)]),
        ("03/2018", [(2018, 3)]),
        ("2018-03", [(2018, 3)]),
        ("FY24", [(2024, None)]),
        ("nothing of the kind", []),
    ],
)
def test_years_are_read_with_their_months(text, years):
    assert [(year.year, year.month) for year in years_of(text)] == years


@pytest.mark.parametrize(
    ("text", "is_year"), [("since 2019", True), ("(2019)", True), ("for 2000 users", False), ("2000+", False)]
)
def test_a_number_of_things_is_no_year(text, is_year):
    assert [is_year_here(text, year) for year in years_of(text)] == [is_year]
