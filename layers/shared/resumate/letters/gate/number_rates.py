"""What a number says together with how often: "$2,400 over a year" of "$200 a month", "two nights a month" of "twice a month".

Also tells the "a year" of "45 million a year" from a duration. Used by `gate.numbers`, `gate.durations` and `gate.frequency`.
"""

import re
from collections.abc import Iterator
from typing import Final

from resumate.letters.gate import hedges
from resumate.letters.gate import quantity as kinds
from resumate.letters.gate.claim import Clause
from resumate.letters.gate.number_match import same
from resumate.letters.gate.quantity import Quantity
from resumate.letters.gate.source import Source

_PER_YEAR: Final = {"day": 365, "week": 52, "month": 12, "quarter": 4, "year": 1}
_ADVERBS: Final = {"daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter"}
_A_YEAR: Final = re.compile(
    r"\b(?:(?:a|an|per|each|every|over (?:a|the|one)|in (?:a|one))(?:\s+(?:whole|full|single))?\s+year|on an annual basis|annual(?:ly)?|yearly|a year's)\b",
    re.IGNORECASE,
)
_RATE_BEFORE: Final = re.compile(
    r"\b(daily|weekly|monthly|quarterly)\s+(?:[a-z-]+\s+){0,3}(?:of|at|:)?\s*\Z", re.IGNORECASE
)
_RATE_AFTER: Final = re.compile(
    r"(?:\s+[\w-]+){0,4}?\s+(?:(?:a|per|each|every)\s+(day|week|month|quarter)|(daily|weekly|monthly|quarterly))\b",
    re.IGNORECASE,
)
# "45 million kroner a year": a rate, and nobody was there for a year.
_COUNTED_BEFORE: Final = re.compile(
    r"(?:\s+(?!(?:for|in|of|after|within|with|spent|took|at|and|than|about|nearly|almost|over|under)\b)[\w-]+){0,3}\s+",
    re.IGNORECASE,
)
_ONE_TIME: Final = re.compile(r"(?:an?|one|each|per|every)\s+(?:year|month)\Z", re.IGNORECASE)
_TIMES_A_PERIOD: Final = re.compile(
    r"\s+[\w-]+\s+(?:a|per|each|every)\s+(day|week|month|quarter|year)\b", re.IGNORECASE
)
_TIMES: Final = re.compile(r"\b(once|twice|thrice)\b(?!\s+(?:as|the)\b)", re.IGNORECASE)
_TIMES_OF: Final = {"once": 1, "twice": 2, "thrice": 3}
_NEAR: Final = 48
# "Cited" and "citations".
_STEM: Final = 3


def is_a_rate(clause: Clause, quantity: Quantity) -> bool:
    """Tell whether "a year" belongs to the number before it: "45 million kroner a year at Haldor"."""
    if not _ONE_TIME.fullmatch(quantity.text):
        return False
    before = [other for other in clause.quantities if other.end <= quantity.start and other.kind != kinds.MONTHS]
    return bool(before) and _COUNTED_BEFORE.fullmatch(clause.text, before[-1].end, quantity.start) is not None


def yearly(clause: Clause, claimed: Quantity, source: Source) -> Iterator[Quantity]:
    """Yield what the rates of a source come to in a year, for a clause that counts by the year."""
    if claimed.kind not in (kinds.COUNT, kinds.MONEY) or not _A_YEAR.search(clause.text):
        return
    for other in source.quantities:
        if other.kind in (kinds.COUNT, kinds.MONEY) and (times := _times_a_year(source.text, other)) > 1:
            values = tuple(value * times for value in other.values)
            yield other._replace(values=values, numbers=values, hedge=hedges.EXACT)


def counts_by_the_year(clause: Clause) -> bool:
    """Tell whether a number of the clause is what a rate of its sources comes to in a year."""
    return any(
        same(claimed, other)
        for claimed in clause.quantities
        for source in clause.sources
        for other in yearly(clause, claimed, source)
    )


def counts_times(clause: Clause, quantity: Quantity) -> bool:
    """Accept "two nights a month" for "twice a month", and "two citations" for "cited twice"."""
    if quantity.kind != kinds.COUNT:
        return False
    period = _TIMES_A_PERIOD.match(clause.text, quantity.end)
    return any(
        _TIMES_OF[match.group(1).lower()] == quantity.values[0]
        and (
            re.match(rf"\s+(?:a|per|each|every)\s+{period.group(1)}\b", source.own[match.end() :], re.IGNORECASE)
            if period
            else _is_what_happened(clause, quantity, source, match.start())
        )
        for source in clause.sources
        for match in _TIMES.finditer(source.own)
    )


def _is_what_happened(clause: Clause, quantity: Quantity, source: Source, place: int) -> bool:
    """Tell whether what is counted has the root of a word that stands near "twice"."""
    counted = next((token for token in clause.tokens if token.start >= quantity.end), None)
    if counted is None or counted.function or counted.start - quantity.end > 1:
        return False
    return any(
        token.root[:_STEM] == counted.root[:_STEM] and abs(token.start - place) < _NEAR
        for token in source.own_words.tokens
        if not token.function
    )


def _times_a_year(text: str, quantity: Quantity) -> int:
    before = _RATE_BEFORE.search(text, max(0, quantity.start - _NEAR), quantity.start)
    after = _RATE_AFTER.match(text, quantity.end)
    if after:
        return _PER_YEAR[(after.group(1) or _ADVERBS[after.group(2).lower()]).lower()]
    return _PER_YEAR[_ADVERBS[before.group(1).lower()]] if before else 1
