"""A year or a month of a sentence must be one of the cited lines', and mean the same."""

import pytest

from resumate.documents.model import YearMonth
from resumate.letters.gate.dates import check_dates
from tests.unit.letters.gate.judging import codes


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        ("Baked bread", "I have baked since March 2021.", "I have baked since March 2016."),
        ("Won the bread prize in 2022", "In 2022 I won the bread prize.", "In 2023 I won the bread prize."),
        ("Bread sales 81% in 2023", "Bread sales were at 81% in 2023.", "Bread sales were at 81% in 2021."),
        ("Sales rose between 2021 and 2024", "Sales rose between 2021 and 2024.", "Sales rose between 2024 and 2024."),
        ("Ran the oven from March to May 2022", "I ran the oven in March.", "I ran the oven in July."),
    ],
)
def test_dates_of_a_true_sentence_pass_and_those_of_a_lie_do_not(line, true, lie):
    assert codes(check_dates, true, line, start=YearMonth(2021, 3), current=True) == set()
    assert codes(check_dates, lie, line, start=YearMonth(2021, 3), current=True) != set()


def test_what_follows_on_an_end_follows_in_the_next_month():
    entry = {"start": YearMonth(2015, 9), "end": YearMonth(2019, 9), "context": "Baker, Mill Lane, 09/2015 – 09/2019"}
    assert codes(check_dates, "I baked bread before I moved on in October 2019.", "Baked bread", **entry) == set()
    assert codes(check_dates, "I baked bread before I moved on in December 2019.", "Baked bread", **entry) == {"date"}


def test_a_head_that_says_since_goes_on():
    entry = {"start": YearMonth(2022), "context": "Helper, Soup Kitchen, since 2022"}
    assert codes(check_dates, "Since 2022 I have cooked at the soup kitchen.", "Cook soup", **entry) == set()
    assert codes(check_dates, "Since 2020 I have cooked at the soup kitchen.", "Cook soup", **entry) == {"date"}


def test_up_to_date_is_no_date():
    entry = {"start": YearMonth(2019, 1), "end": YearMonth(2020, 1)}
    assert codes(check_dates, "I kept the price list up to date.", "Kept the price list", **entry) == set()
