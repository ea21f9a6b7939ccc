"""Reads the quantities of a text: counts, percentages, money, multiples and durations; calendar years are `gate.years`.

`gate.numbers` and `gate.durations` compare what a sentence says with what its evidence says. A quantity may have several
readings ("1.200" is 1,200 or 1.2; "5m" five million or five metres); it is supported when one of them is.
"""

import re
from collections.abc import Callable
from typing import Final

from resumate.letters.gate import number_patterns as patterns
from resumate.letters.gate import quantity as kinds
from resumate.letters.gate.hedges import EXACT, NOT_LESS, OVER, hedge_after, hedge_before, may_mean_during
from resumate.letters.gate.number_compounds import (
    with_composite_times,
    with_parts_of_wholes,
    with_shared_magnitudes,
)
from resumate.letters.gate.number_joins import with_parts_of_times, with_ratios, with_shared_units
from resumate.letters.gate.number_values import fraction_of, values_of
from resumate.letters.gate.quantity import Quantity
from resumate.letters.gate.words import number_words as words
from resumate.letters.gate.years import NUMERIC_DATE, is_year_here, years_of

_AGE: Final = re.compile(r"[\s-](?:olds?|of age)\b", re.IGNORECASE)
_NOT_A_NUMBER: Final = re.compile(r"24/7|9-5|Sept\.?(?=\s+(?:19|20)\d\d)")


def quantities_of(text: str) -> list[Quantity]:
    """Return the quantities of `text` in order, calendar years left out."""
    number_words = patterns.NumberWords(text)
    years = {year.start for year in years_of(text) if is_year_here(text, year)}
    fractions = list(number_words.matches(patterns.FRACTION))
    # "Three fifths" is one number, "03/2018" is none.
    taken = [match.span() for match in (*NUMERIC_DATE.finditer(text), *fractions)]
    found = [
        _quantity(text, match)
        for match in number_words.quantities()
        if match.start("digits") not in years
        and not any(start <= match.start() < end for start, end in taken)
        and not _NOT_A_NUMBER.match(text, match.start())
    ]
    found = with_composite_times(text, with_shared_magnitudes(text, with_shared_units(text, found)))
    found = with_ratios(text, with_parts_of_times(text, found))
    taken = [(quantity.start, quantity.end) for quantity in found]
    for matches, reader in _worded(number_words, fractions):
        for match in matches:
            if not any(start < match.end() and match.start() < end for start, end in taken):
                found.append(reader(text, match))
    return with_parts_of_wholes(text, sorted(found, key=lambda quantity: quantity.start))


def _quantity(text: str, match: re.Match[str]) -> Quantity:
    values = numbers = values_of(match)
    kind = kinds.COUNT
    time = match.group("time") or match.group("time_glued")
    if match.group("percent"):
        kind = kinds.PERCENT
    elif match.group("currency") or match.group("money"):
        kind = kinds.MONEY
    elif match.group("times"):
        kind = kinds.MULTIPLE
    elif time and not _AGE.match(text, match.end()):
        unit = time.lower()
        kind = kinds.MONTHS if unit in words.MONTHS_PER else kinds.SECONDS
        factor = words.MONTHS_PER.get(unit) or words.SECONDS_PER[unit]
        values = tuple(value * factor for value in values)
    more = match.group("plus") or match.group("plus_after")
    hedge = NOT_LESS if more else hedge_after(text, match.end()) or hedge_before(text, match.start())
    during = hedge == OVER and may_mean_during(text, match.start(), is_time=time is not None)
    return Quantity(kind, values, numbers, hedge, match.group().strip(), match.start(), match.end(), during)


_Reader = Callable[[str, re.Match[str]], Quantity]


def _worded(
    number_words: patterns.NumberWords, fractions: list[re.Match[str]]
) -> tuple[tuple[list[re.Match[str]], _Reader], ...]:
    """Return the numbers that are words of another kind, each with what reads it."""
    return (
        (list(number_words.matches(patterns.MULTIPLE)), _multiple),
        (fractions, _fraction),
        (list(number_words.matches(patterns.VAGUE)), _vague),
    )


def _multiple(text: str, match: re.Match[str]) -> Quantity:
    value = words.MULTIPLES.get(match.group().lower(), 0.5)
    hedge = hedge_before(text, match.start())
    return Quantity(kinds.MULTIPLE, (value,), (value,), hedge, match.group(), match.start(), match.end())


def _fraction(text: str, match: re.Match[str]) -> Quantity:
    share = fraction_of(match)
    hedge = hedge_before(text, match.start())
    return Quantity(kinds.PERCENT, (100 * share,), (share,), hedge, match.group(), match.start(), match.end())


def _vague(text: str, match: re.Match[str]) -> Quantity:  # noqa: ARG001 - the readers of quantities share one signature
    low, high = words.VAGUE[match.group().lower()]
    return Quantity(kinds.VAGUE, (low, high), (), EXACT, match.group(), match.start(), match.end())
