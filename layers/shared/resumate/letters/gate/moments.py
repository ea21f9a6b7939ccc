"""Reads the points in time that a piece of evidence names, to the month where it gives one.

"Feb – Sep 2025", "since Jan 2025", "(2018) → (2025)": between any two of them a time passed that a letter may speak of.
Used by `gate.source` for `gate.durations`.
"""

import re
from itertools import combinations
from typing import Final

from resumate.letters.gate.words.number_words import MONTH_NAMES
from resumate.letters.gate.years import years_of

# The first and the last month (counted from year 0) that a written date may mean.
Moment = tuple[int, int]

_NAMES: Final = "|".join(sorted(map(re.escape, MONTH_NAMES), key=len, reverse=True))
# "Feb – Sep 2025": the first month has no year of its own.
_MONTH_OF_A_RANGE: Final = re.compile(
    rf"\b({_NAMES})\.?\s*(?:[–—-]|to|until|and|bis)\s*(?:{_NAMES})\.?\s+((?:19|20)\d\d)\b", re.IGNORECASE
)


def moments_of(text: str) -> list[Moment]:
    """Return the moments that a text names."""
    return [moment(year.year, year.month) for year in years_of(text)] + [
        moment(int(match.group(2)), MONTH_NAMES[match.group(1).lower()]) for match in _MONTH_OF_A_RANGE.finditer(text)
    ]


def moment(year: int, month: int | None) -> Moment:
    """Return a calendar month, or all months of a year."""
    return (year * 12 + month - 1,) * 2 if month else (year * 12, year * 12 + 11)


def times_between(moments: list[Moment]) -> set[tuple[int, int]]:
    """Return the least and the most months from one moment to another, both counted in, for every two that differ."""
    spans = set()
    for first, second in combinations(sorted(set(moments)), 2):
        least, most = second[0] - first[1], second[1] - first[0] + 1
        if first[1] - first[0] == second[1] - second[0] == 11:
            # Two bare years: from 2018 to 2025 people count seven or, both ends in, eight.
            least, most = second[0] - first[0], second[0] - first[0] + 12
        spans.add((max(least, 0), most))
    return spans
