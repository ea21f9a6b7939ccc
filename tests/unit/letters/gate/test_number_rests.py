"""What a number leaves over, above or below, and the percentage, the shift and the present told without their sign."""

import pytest

from resumate.documents.model import YearMonth
from resumate.letters.gate.numbers import check_numbers
from tests.unit.letters.gate.judging import claim, codes, evidence


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "Converted 17 of the 26 parish registers into a database",
            "Nine of the parish registers still have to be converted into a database.",
            "Seven of the parish registers still have to be converted into a database.",
        ),
        (
            "Renovation of 30 schools; 22 finished so far",
            "Eight schools are still to be renovated.",
            "Twelve schools are still to be renovated.",
        ),
        (
            "Reached 121% of the sales target",
            "I sold 21 percent above the sales target.",
            "I sold 31 percent above the sales target.",
        ),
        (
            "Punctuality 97.5% (regional average 94%)",
            "My punctuality was 97.5 percent, against a regional average of 94.",
            "My punctuality was 97.5 percent, against a regional average of 91.",
        ),
        (
            "Reduced scrap from 4.5% to 1.5%",
            "Scrap is a third of what it was.",
            "Scrap is two thirds of what it was.",
        ),
        (
            "Night duty from 9 pm to 7 am",
            "My night duty took ten hours.",
            "My night duty took twelve hours.",
        ),
        (
            "Reception, 8:30–17:00",
            "I was at the reception eight and a half hours.",
            "I was at the reception eleven hours.",
        ),
    ],
)
def test_what_is_left_over_follows(line, true, lie):
    assert codes(check_numbers, true, line) == set()
    assert codes(check_numbers, lie, line) == {"number"}


@pytest.mark.parametrize(("sum_of_today", "found"), [("90", []), ("60", ["number"])])
def test_today_is_the_present_entry_although_another_employer_is_named(sum_of_today, found):
    now = evidence(1, "Budget of €90m", organisation="Old Oven", current=True, start=YearMonth(2022, 1))
    before = evidence(2, "Budget of €20m", start=YearMonth(2018, 1), end=YearMonth(2021, 12))
    sentence = f"My budget grew from 20 million euros at Mill Lane to {sum_of_today} million today."
    assert [finding.code for finding in check_numbers(claim(sentence, now, before))] == found
