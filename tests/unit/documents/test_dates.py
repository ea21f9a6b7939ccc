"""Dates as people write them."""

import pytest

from resumate.documents.dates import find_dates, is_open_date
from resumate.documents.model import YearMonth

RANGES = [
    ("June 2005 – Aug 2007", (2005, 6), (2007, 8)),
    ("Sept. 2000 - May 2005", (2000, 9), (2005, 5)),
    ("01/2015 – 12/2016", (2015, 1), (2016, 12)),
    ("2015.03~2017.09", (2015, 3), (2017, 9)),
    ("2010-2014", (2010, None), (2014, None)),
    ("2010–11", (2010, None), (2011, None)),
    ("June – August 2005", (2005, 6), (2005, 8)),
    ("Jan 15 - Sep 16", (2015, 1), (2016, 9)),
    ("Jun '05 – May ’07", (2005, 6), (2007, 5)),
    ("01.02.2015 - 31.12.2018", (2015, 2), (2018, 12)),
    ("Fall 2002 through Spring 2005", (2002, None), (2005, None)),
    ("mars 2018 à août 2020", (2018, 3), (2020, 8)),
    ("März 2018 bis Dezember 2020", (2018, 3), (2020, 12)),
]
CURRENT = [
    ("2016/09 - now", (2016, 9)),
    ("January 2019 to Present", (2019, 1)),
    ("Oct. 2021 – Current", (2021, 10)),
    ("seit 03/2019", (2019, 3)),
    ("janv. 2019 – aujourd’hui", (2019, 1)),
    ("enero de 2019 - actualidad", (2019, 1)),
    ("2019年3月 - 至今", (2019, 3)),
    ("03.2019 – heute", (2019, 3)),
]
SINGLE = [
    ("May 2005", (2005, 5)),
    ("2011 / 11", (2011, 11)),
    ("Graduated 1995", (1995, None)),
    ("May 15, 2021", (2021, 5)),
]
NONE = ["20XX", "phone 2015550123", "a team of 2000%", "$2019", "room 1234", "version 3.2"]


@pytest.mark.parametrize(("text", "start", "end"), RANGES)
def test_ranges(text, start, end):
    (span,) = find_dates(text)
    assert (span.start, span.end, span.current) == (YearMonth(*start), YearMonth(*end), False)


@pytest.mark.parametrize(("text", "start"), CURRENT)
def test_ranges_that_last(text, start):
    (span,) = find_dates(text)
    assert (span.start, span.end, span.current) == (YearMonth(*start), None, True)


@pytest.mark.parametrize(("text", "end"), SINGLE)
def test_a_single_date_is_an_end(text, end):
    (span,) = find_dates(text)
    assert (span.start, span.end) == (None, YearMonth(*end))


@pytest.mark.parametrize("text", NONE)
def test_other_figures_are_no_dates(text):
    assert find_dates(text) == []


def test_a_word_before_a_year_is_not_part_of_the_date():
    (span,) = find_dates("University of Bremen, 2012 - 2014")
    assert "University of Bremen, 2012 - 2014"[span.first : span.last] == "2012 - 2014"


@pytest.mark.parametrize("text", ["June 2016 –", "2016 to", "June 2016 to December"])
def test_a_range_may_go_on_in_the_next_line(text):
    assert is_open_date(text)
    assert not is_open_date(text + " 2018")


def test_two_figures_are_a_year_only_at_the_end_of_a_range():
    assert [(s.start, s.end, s.current) for s in find_dates("05/11 - 03/13")] == [
        (YearMonth(2011, 5), YearMonth(2013, 3), False)
    ]
    assert [(s.start, s.current) for s in find_dates("06/15 - Now")] == [(YearMonth(2015, 6), True)]
    assert find_dates("served 10/12 of the districts") == []


def test_a_range_that_runs_backwards_is_turned_round():
    """Given the later year first, as where it stands above the earlier one, the start is the earlier."""
    assert [(s.start, s.end) for s in find_dates("2022 – 2019")] == [(YearMonth(2019), YearMonth(2022))]
