"""Compares the years a requirement asks with the dated entries that answer it.

Called by `match_resume`: "ten years of nursing" is not met by one year on a ward, though every word of it is there.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

from resumate.documents.model import YearMonth
from resumate.matching.model import Passage
from resumate.matching.pattern import Pattern

_WORDS: Final = {
    word: number
    for number, forms in enumerate(
        ("one ein un", "two zwei deux dos", "three drei trois tres", "four vier quatre cuatro", "five fünf cinq cinco", "six sechs seis", "seven sieben sept siete", "eight acht huit ocho", "nine neun neuf nueve", "ten zehn dix diez"), 1
    )
    for word in forms.split()
}  # fmt: skip
_YEARS: Final = Pattern(
    rf"\b(\d{{1,2}}|{'|'.join(_WORDS)})(?:\s*\+|\s*(?:-|–|to|bis|à|or more)\s*(?:\d{{1,2}}|{'|'.join(_WORDS)})?)?(?:\s*\(\d+\))?\s*(?:or more |full |mehr )?(?:years?|yrs?|jahren?|ans|années|años)\b(?!\s+old)"
)
# Rounding: "five years" is commonly said of four and a half.
_ENOUGH: Final = 0.85


def asked_years(requirement: str) -> int | None:
    """Return the least number of years a requirement asks, or None."""
    match = _YEARS.search(requirement)
    if match is None:
        return None
    return int(match[1]) if match[1].isdigit() else _WORDS[match[1].casefold()]


def too_few_years(asked: int, passages: Iterable[Passage], today: date | None) -> bool:
    """Tell whether the entries that `passages` stand in cover too little time, overlapping ones counted once.

    False when any of them has no dates, or is current and `today` is not known: then nothing is known to be missing.
    """
    months: set[int] = set()
    for passage in passages:
        start, end = passage.start, passage.end
        if passage.current and today is not None:
            end = YearMonth(today.year, today.month)
        if start is None or end is None:
            return False
        first = start.year * 12 + (start.month or 1)
        last = end.year * 12 + (end.month or 12)
        months.update(range(first, last + 1))
    return 0 < len(months) < asked * 12 * _ENOUGH
