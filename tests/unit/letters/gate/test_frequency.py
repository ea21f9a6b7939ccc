"""How often something happens must be what the cited lines say."""

import pytest

from resumate.letters.gate.frequency import check_frequency
from tests.unit.letters.gate.judging import codes


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        ("Weekly stock take", "I took stock every week.", "I took stock every month."),
        ("Reports every three months", "I wrote quarterly reports.", "I wrote weekly reports."),
        ("Baked twice a day", "I baked two times a day.", "I baked three times a day."),
    ],
)
def test_frequency_of_a_true_sentence_pass_and_those_of_a_lie_do_not(line, true, lie):
    assert codes(check_frequency, true, line) == set()
    assert codes(check_frequency, lie, line) != set()


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "Teach children of 11 to 14 two evenings a month",
            "Twice a month I teach children.",
            "Twice a week I teach children.",
        ),
        (
            "Stand in for the dispatcher about twice a month",
            "I stand in for the dispatcher about two nights a month.",
            "I stand in for the dispatcher every night.",
        ),
        (
            "Weekly orders went from 38 to 46 within six months",
            "Weekly orders rose to 46 within half a year.",
            "Monthly orders rose to 46 within half a year.",
        ),
        (
            "Three visits per week on average",
            "I make visits, about three times a week.",
            "I make visits, about three times a month.",
        ),
        (
            "Market stall every spring",
            "We have a market stall every spring.",
            "We have a market stall every month.",
        ),
    ],
)
def test_how_often_may_be_said_in_any_words(line, true, lie):
    assert codes(check_frequency, true, line) == set()
    assert codes(check_frequency, lie, line) != set()
