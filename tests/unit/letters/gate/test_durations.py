"""A duration must stand in the cited lines or follow from the dates of their entries, overlaps counted once."""

import pytest

from resumate.documents.model import YearMonth
from resumate.letters.gate.dates import check_dates
from resumate.letters.gate.durations import check_durations
from resumate.letters.gate.numbers import check_numbers
from tests.unit.letters.gate.judging import claim, codes, evidence

# The lines, the dates of their entries, what may be said of them, and what may not.
CASES = [
    (
        ["Baked bread", "Baked cakes"],
        [
            {"start": YearMonth(2016, 1), "end": YearMonth(2019, 4)},
            {"start": YearMonth(2019, 5), "end": YearMonth(2022, 4), "organisation": "Old Oven"},
        ],
        ["I have been a baker for a little over six years."],
        ["I have been a baker for a little over nine years."],
    ),
    (
        ["Baked bread"],
        [{"start": YearMonth(2016, 9), "current": True}],
        ["I have spent the past decade as a baker."],
        [],
    ),
    (
        ["Baked bread"],
        [{"start": YearMonth(2021, 9), "current": True}],
        [],
        ["I have spent the past decade as a baker."],
    ),
    (
        ["Baked bread"],
        [{"start": YearMonth(2019, 9), "current": True}],
        [
            "I have baked bread since 2019, for seven years now.",
            "I have baked bread for well over five years.",
            "Since 2019, when I joined Mill Lane, I have baked bread.",
        ],
        ["I have baked bread since 2019, for twelve years now."],
    ),
    (
        ["Baked bread"],
        [{"start": YearMonth(2020, 1), "current": True}],
        ["I have baked bread for almost seven years.", "I have baked bread for just under seven years."],
        [],
    ),
    (
        ["Baked bread"],
        [{"start": YearMonth(2020, 5), "current": True}],
        [
            "I have six and a half years of practice in baking bread.",
            "I have six-and-a-half years of practice in baking bread.",
        ],
        [],
    ),
    (["Baked bread, 36 months"], [{}], ["I spent three years at Mill Lane, baking bread."], []),
    (
        ["Baked bread"],
        [{"start": YearMonth(2022, 10), "current": True}],
        ["I baked bread for the last four years."],
        [],
    ),
    (
        ["Baked bread"],
        [{"start": YearMonth(2022, 9), "end": YearMonth(2022, 12)}],
        ["I worked at Mill Lane for four months."],
        ["I worked at Mill Lane for fourteen months."],
    ),
    (
        ["Baked bread"],
        [{"start": YearMonth(2021, 7), "end": YearMonth(2022, 12)}],
        [
            "I worked at Mill Lane for one and a half years.",
            "I worked at Mill Lane for eighteen months.",
            "I worked at Mill Lane for a year and a half.",
        ],
        [],
    ),
]


def wrong(sentence, lines, entries):
    items = [
        evidence(number, line, **fields) for number, (line, fields) in enumerate(zip(lines, entries, strict=True), 1)
    ]
    return [
        finding for check in (check_durations, check_dates, check_numbers) for finding in check(claim(sentence, *items))
    ]


@pytest.mark.parametrize(
    ("lines", "entries", "sentence"), [(*case[:2], sentence) for case in CASES for sentence in case[2]]
)
def test_a_duration_that_the_dates_give_passes(lines, entries, sentence):
    assert wrong(sentence, lines, entries) == []


@pytest.mark.parametrize(
    ("lines", "entries", "sentence"), [(*case[:2], sentence) for case in CASES for sentence in case[3]]
)
def test_a_duration_that_they_do_not_give_does_not(lines, entries, sentence):
    assert wrong(sentence, lines, entries) != []


def test_jobs_at_the_same_time_are_counted_once():
    entries = [{"start": YearMonth(2016, 1), "end": YearMonth(2019, 12)}] * 2
    lines = ["Baked bread", "Baked cakes"]
    assert wrong("I have four years of practice.", lines, entries) == []
    assert wrong("I have eight years of practice.", lines, entries) != []


def test_how_fast_something_happened_follows_only_from_the_passage_itself():
    entry = [{"start": YearMonth(2018, 1), "current": True}]
    told, untold = ["Waste fell from 9% to 4% between 2021 and 2024"], ["Waste fell from 9% to 4%"]
    sentence = "Waste fell from 9% to 4% within three years."
    assert wrong(sentence, told, entry) == []
    assert wrong(sentence, untold, entry) != []


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        ("Baked bread", "I baked bread for three years and eight months.", "I baked bread for three years and eleven months."),
        ("Baked bread", "I baked bread for more than three and a half years.", "I baked bread for more than four years."),
        ("Baked bread", "I baked bread for about three and three quarter years.", "I baked bread for about five and a half years."),
        ("Baked bread", "For almost four years I baked bread.", "For a little over a year and a half I baked bread."),
        (
            "Deputised for the chef, about eight weeks a year",
            "For about two months in each year I deputised for the chef.",
            "For about five months in each year I deputised for the chef.",
        ),
        ("Saved five weeks of work", "I saved more than a month of work.", "I saved more than two months of work."),
        (
            "Nine years on ships, the last three on ferries",
            "I have spent nine years on ships, three of them on ferries.",
            "I have spent nine years on ships, six of them on ferries.",
        ),
        (
            "Seconded for four months to the embassy in Lima",
            "I spent four months on secondment at the embassy in Lima.",
            "I spent three years on secondment at the embassy in Lima.",
        ),
        (
            "Six-month stay at the Institute of Marine Research, Bergholm",
            "I stayed at the Institute of Marine Research for six months.",
            "I stayed at the Institute of Marine Research for three and a half years.",
        ),
    ],
)  # fmt: skip
def test_composite_and_partial_times_are_counted(line, true, lie):
    entry = [{"start": YearMonth(2019, 3), "end": YearMonth(2022, 10), "organisation": "Old Oven"}]
    assert wrong(true, [line], entry) == []
    assert wrong(lie, [line], entry) != []


def test_a_full_year_is_a_year():
    entry = [{"start": YearMonth(2024, 1), "end": YearMonth(2024, 4)}]
    assert wrong("I spent a full year baking bread.", ["Baked bread"], entry) != []


def test_a_year_of_a_school_is_no_duration():
    """Given a group for Year 9, "eight Year 9 pupils" lasts no eight years."""
    line = "Run a group for Year 9 each term, 8 pupils a group"
    assert codes(check_durations, "I run a group for eight Year 9 pupils.", line) == set()
    assert codes(check_durations, "For eight years I have run a group for Year 9.", line) == {"duration"}
