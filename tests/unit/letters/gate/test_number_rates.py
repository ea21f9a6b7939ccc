"""A number and how often it counts: what a rate comes to in a year, and what happened twice."""

import pytest

from resumate.documents.model import YearMonth
from resumate.letters.gate.durations import check_durations
from resumate.letters.gate.frequency import check_frequency
from resumate.letters.gate.numbers import check_numbers
from tests.unit.letters.gate.judging import codes


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "Saved about €150 a month by changing the printer contract",
            "Changing the printer contract saves about 1,800 euros over a year.",
            "Changing the printer contract saves about 3,600 euros over a year.",
        ),
        (
            "Monthly spend of €20,000 on advertisements",
            "I spend €240,000 a year on advertisements.",
            "I spend €400,000 a year on advertisements.",
        ),
        (
            "Stood in for the duty vet about twice a month",
            "About two nights a month I stood in for the duty vet.",
            "About three nights a month I stood in for the duty vet.",
        ),
        (
            "Author of five reports on fishing, cited twice in parliament",
            "Two citations in parliament came from my five reports on fishing.",
            "Four citations in parliament came from my five reports on fishing.",
        ),
    ],
)
def test_a_rate_is_worked_out(line, true, lie):
    assert codes(check_numbers, true, line) == set()
    assert codes(check_numbers, lie, line) == {"number"}


def test_a_yearly_sum_of_a_monthly_rate_is_no_other_frequency():
    line = "Saved about €150 a month"
    assert codes(check_frequency, "I save about €1,800 a year.", line) == set()
    assert codes(check_frequency, "I save about €150 a year.", line) == {"contradiction"}


def test_a_year_behind_an_amount_is_no_time_that_somebody_was_there():
    dates = {"start": YearMonth(2019, 3), "end": YearMonth(2022, 10)}
    sentence = "My purchases of timber came to 3 million euros a year at Mill Lane."
    assert codes(check_durations, sentence, "Purchases of timber, EUR 3m p.a.", **dates) == set()
