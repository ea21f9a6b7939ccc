"""Reads the calendar years of a text, with the month where one stands before, and tells them from counts.

"In 2019" is a year, "2019 users" are users. Used by `gate.quantities`, which leaves years out, and by `gate.dates`.
"""

import re
from typing import Final, NamedTuple

from resumate.letters.gate.words.number_words import MONTH_NAMES

_DIGIT: Final = re.compile(r"\d")
# Longer than any month or word before a year.
_REACH: Final = 32
_MONTHS: Final = "|".join(sorted(map(re.escape, MONTH_NAMES), key=len, reverse=True))
_YEAR: Final = re.compile(
    r"(?<![\w.,/$€£#@-])(?:(19[5-9]\d|20\d\d))(?:\s?[/–—-]\s?(19[5-9]\d|20\d\d|\d\d)(?!\w))?(?![\w%]|[.,]\d|\s?(?:%|percent))"
)
_MONTH_BEFORE: Final = re.compile(rf"(?<!\w)({_MONTHS})\.?(?:\s+\d{{1,2}},?)?[\s,’']+\Z", re.IGNORECASE)
NUMERIC_DATE: Final = re.compile(r"(?<!\d)(?:(\d{1,2})[./]((?:19|20)\d\d)|((?:19|20)\d\d)-(\d{2}))(?!\d)")
_FISCAL: Final = re.compile(r"\bFY\s?['’]?(\d\d)\b(?!\d)", re.IGNORECASE)
_YEAR_CUE: Final = re.compile(
    r"(?:\b(?:in|since|from|until|till|to|by|of|between|and|during|after|before|late|early|mid|summer|winter|spring|autumn|fall|class|year|seit|bis|von|im|ab|vor|nach|en|depuis|jusqu'en|de|à|desde|hasta|entre|"
    r"joined|graduated|started|through)\s+|[(\[–—-]\s?|/|,\s|^|" + "|".join(MONTH_NAMES) + r")\.?\s*\Z",
    re.IGNORECASE,
)
_THING_AFTER: Final = re.compile(
    r"\s+(?!(?:to|and|or|i|with|as|at|in|on|for|my|when|where|until|the|through|while|bis|und|et|y|a|we|is|was|were|have|has)\b)[a-zäöüß]{3,}",
    re.IGNORECASE,
)


class Year(NamedTuple):
    """A calendar year, with the month where one stands before it."""

    year: int
    month: int | None
    text: str
    start: int


def years_of(text: str) -> list[Year]:
    """Return the calendar years of `text`, those of ranges such as "2015–17" included."""
    found: list[Year] = []
    if _DIGIT.search(text) is None:
        return found
    numeric = list(NUMERIC_DATE.finditer(text))
    for match in numeric:
        month, year = (match.group(1), match.group(2)) if match.group(1) else (match.group(4), match.group(3))
        if 1 <= int(month) <= 12:
            found.append(Year(int(year), int(month), match.group(), match.start()))
    found += [Year(2000 + int(match[1]), None, match[0], match.start(1)) for match in _FISCAL.finditer(text)]
    dated = {match.start() for match in numeric}
    for match in _YEAR.finditer(text):
        if match.start() in dated:
            continue
        before = _MONTH_BEFORE.search(text, max(0, match.start() - _REACH), match.start())
        month = MONTH_NAMES[before.group(1).lower()] if before else None
        first = int(match.group(1))
        found.append(Year(first, month, match.group(1), match.start()))
        if second := match.group(2):
            full = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
            found.append(Year(full, None, second, match.start(2)))
    return found


def is_year_here(text: str, year: Year) -> bool:
    """Tell a year from a count: "in 2019" and "(2019)", but "2,000 users" and "2000 users" are counts."""
    end = year.start + len(year.text)
    if text.startswith("+", end):
        return False
    cue = _YEAR_CUE.search(text, max(0, year.start - _REACH), year.start) is not None
    return cue or _THING_AFTER.match(text, end) is None
