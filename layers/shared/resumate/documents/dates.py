"""Finds calendar dates and ranges in a line: "June 2005 – Aug 2007", "2016/09 - now", "seit 03/2019", "2019年3月 - 至今".

Used by `entries` to split experience and by `contact` to know that a date is not a name. Pure; years 1900 to 2099.
"""

import functools
import re
from typing import Final

from msgspec import Struct

from resumate.documents.model import YearMonth
from resumate.documents.normalise import fold

# January to December in the languages of the headings and their neighbours, long and short.
_MONTH_NAMES: Final = (
    "january janvier januar jänner janner enero janeiro gennaio januari jan janv ene gen",
    "february février fevrier februar febrero fevereiro febbraio februari feb févr fevr fév fev febr",
    "march mars märz maerz marz marzo março marco maart mar mär mrz mrt",
    "april avril abril aprile apr avr abr",
    "may mai mayo maio maggio mei mag",
    "june juin juni junio junho giugno jun giu",
    "july juillet juil juli julio julho luglio jul lug",
    "august août aout aoû agosto augustus aug ago",
    "september septembre septiembre setembro settembre sept sep set sett",
    "october octobre oktober octubre outubro ottobre oct okt out ott",
    "november novembre noviembre novembro nov",
    "december décembre decembre dezember diciembre dezembro dicembre dec déc dez dic",
)
_MONTHS: Final = {fold(name): number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}
_SEASONS: Final = (
    "spring summer autumn fall winter printemps été automne hiver frühjahr frühling sommer herbst sommersemester "
    "wintersemester primavera verano otoño invierno q1 q2 q3 q4"
)


def _any_of(names: str) -> str:
    return "|".join(sorted(names.split(), key=len, reverse=True))


_YEAR: Final = r"(?:19|20)\d\d(?!\d)"
_MONTH: Final = rf"(?:{_any_of(' '.join(_MONTH_NAMES))})"
_WORD: Final = rf"(?<![^\W_])(?:{_any_of(' '.join(_MONTH_NAMES) + ' ' + _SEASONS)})(?![^\W\d_])"
_NOW: Final = (
    r"present|presently|currently|current|now|today|ongoing|to date|date|heute|jetzt|aktuell|laufend|aujourd['’]?hui|"
    r"actuel(?:lement)?|présent|ce jour|en cours|actualidad|presente|actualmente|actual|la fecha|hoy|atual|attuale|oggi|heden"
)
_NOW_CHINESE: Final = "至今|现在|目前|現在|今"
_TO: Final = (
    r"\s*(?:[-‐‑–—−~→]{1,2}|(?<![^\W\d_])(?:to|until|till|through|thru|bis|à|au|al?|hasta|até)(?![^\W\d_])|至|到)\s*"
)
_ATOM: Final = (
    rf"(?:{_YEAR}-\d\d-\d\d(?!\d)"
    rf"|(?<![\d.])\d{{1,2}}[./]\d{{1,2}}[./]{_YEAR}"
    rf"|{_YEAR}\s*年(?:\s*\d{{1,2}}\s*月)?"
    rf"|(?<![\d.])\d{{1,2}}\s?[./\-–]\s?{_YEAR}"
    rf"|(?<!\d){_YEAR}\s?[./]\s?(?:1[0-2]|0?[1-9])(?![\d.])|(?<!\d){_YEAR}-(?:0[1-9]|1[0-2])(?!\d)"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th|\.)?\s+)?{_WORD}\.?,?\s?(?:\d{{1,2}}(?:st|nd|rd|th)?,\s+)?(?:de\s+|of\s+|del\s+)?{_YEAR}"
    rf"|{_WORD}\.?\s?['’]\d\d(?!\d)"
    rf"|(?<![\d.,/$€£+#]){_YEAR}(?![%+]))"
)
# "Jan 15", "06/15": a year only where it is one end of a range
_SHORT: Final = rf"(?:(?<![^\W\d_]){_MONTH}\.?\s\d\d(?!\d)|(?<![\d/.])(?:0[1-9]|1[0-2])/\d\d(?![\d/.]))"
_RANGE: Final = re.compile(
    rf"(?:(?P<since>(?<![^\W\d_])(?:since|from|seit|ab|depuis|desde|dal)(?![^\W\d_])|自)\s+)?"
    rf"(?P<start>{_ATOM}|{_WORD}\.?(?={_TO}{_WORD}\.?\s+{_YEAR})|{_SHORT}(?={_TO}(?:{_SHORT}|(?:{_NOW})(?![^\W\d_]))))"
    rf"(?:{_TO}(?:(?P<end>{_ATOM}|{_SHORT})|(?P<short>\d\d)(?![\d/.])|(?P<now>{_NOW})(?![^\W\d_])|(?P<nowzh>{_NOW_CHINESE})))?",
    re.IGNORECASE,
)


_FIGURE: Final = re.compile(r"\d")


class DateSpan(Struct, frozen=True):
    """One date or range in a text: where it stands (`first`, `last`) and what it says.

    A single date is an `end` without a start.
    """

    first: int
    last: int
    start: YearMonth | None
    end: YearMonth | None
    current: bool

    @property
    def is_range(self) -> bool:
        """Whether it says from when to when."""
        return self.start is not None


def find_dates(text: str) -> list[DateSpan]:
    """Return the dates and ranges of `text` from left to right."""
    return list(_find_dates(text)) if _FIGURE.search(text) else []


@functools.lru_cache(maxsize=1024)  # most lines are asked for their dates by several readers of them
def _find_dates(text: str) -> tuple[DateSpan, ...]:
    return tuple(span for match in _RANGE.finditer(text) if (span := _span(match)) is not None)


def _span(match: re.Match[str]) -> DateSpan | None:
    first, last = match.span()
    start = _date(match["start"])
    if match["end"]:
        end = _date(match["end"])
        if start is None and end is not None:  # "June – August 2005": the first month borrows the year
            month = _MONTHS.get(fold(match["start"]))
            start = YearMonth(end.year, month) if month else None
        if start is not None and end is not None and end.year < start.year:
            start, end = end, start  # the later one stands first, or above
        return DateSpan(first, last, start, end, current=False)
    if start is None:
        return None
    if match["now"] or match["nowzh"] or match["since"]:
        return DateSpan(first, last, start, None, current=True)
    if match["short"]:
        year = start.year // 100 * 100 + int(match["short"])
        if year >= start.year:
            return DateSpan(first, last, start, YearMonth(year), current=False)
        return DateSpan(first, match.end("start"), None, start, current=False)
    return DateSpan(first, last, None, start, current=False)


def _date(text: str) -> YearMonth | None:
    """Return the month that `text` names."""
    if short := re.fullmatch(rf"({_MONTH})\.?\s?['’]?(\d\d)", text, re.IGNORECASE):
        century = 2000 if int(short[2]) < 60 else 1900
        return YearMonth(century + int(short[2]), _MONTHS.get(fold(short[1])))
    if figures := re.fullmatch(r"(\d\d)/(\d\d)", text):
        return YearMonth((2000 if int(figures[2]) < 60 else 1900) + int(figures[2]), int(figures[1]))
    found = re.search(_YEAR, text)
    if found is None:
        return None
    word = re.search(r"[^\W\d_]{3,}", text)
    if word is not None:
        return YearMonth(int(found[0]), _MONTHS.get(fold(word[0])))
    return YearMonth(int(found[0]), _month(text, found))


def _month(text: str, year: re.Match[str]) -> int | None:
    """Return the month of a date in figures, None where there is none or no telling."""
    numbers = [int(n) for n in re.findall(r"\d+", text[: year.start()] + " " + text[year.end() :])]
    if not numbers:
        return None
    if len(numbers) == 1 or year.start() == 0:
        month = numbers[0]
    elif "." in text or numbers[0] > 12:  # day first, as on the Continent
        month = numbers[1]
    else:
        month = numbers[0]
    return month if 1 <= month <= 12 else None


_OPEN: Final = re.compile(
    rf"(?:{_YEAR}|{_MONTH}\.?)\s*(?:[-–—~]|(?<![^\W\d_])(?:to|until|bis|à|au|al?|hasta))$"
    rf"|{_YEAR}\s*(?:[-–—~]|to|until|bis|à|au|al?|hasta)\s*{_MONTH}\.?$",
    re.IGNORECASE,
)


_DASHES: Final = frozenset("-–—~")
_OPEN_ENDS: Final = frozenset({*_MONTHS, *"to until bis a au al hasta".split()})
_LAST_WORD: Final = re.compile(r"([^\W\d_]*)\.?$")
_LONGEST_OPEN: Final = 40  # characters, more than "2016 hasta septiembre" has


def is_open_date(text: str) -> bool:
    """Whether a line ends in the middle of a range of dates, which goes on in the next line: "June 2016 –"."""
    tail = text.rstrip()[-_LONGEST_OPEN:]
    if tail[-1:] not in _DASHES:
        word = _LAST_WORD.search(tail)
        if word is None or not word[1] or fold(word[1]) not in _OPEN_ENDS:
            return False
    return bool(_OPEN.search(tail))
