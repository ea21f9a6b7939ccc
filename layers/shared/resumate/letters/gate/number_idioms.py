"""Numbers that are no counts of their own: shares ("nine out of ten"), scales ("8.5 out of ten"), ordinals, "six-figure".

Used by `gate.numbers` before a number is looked for in the lines as it stands.
"""

import re
from itertools import pairwise
from typing import Final, NamedTuple

from resumate.letters.gate import quantity as kinds
from resumate.letters.gate.claim import Clause
from resumate.letters.gate.ordinals import ordinals_of, places_of
from resumate.letters.gate.quantity import Quantity
from resumate.letters.gate.vocabulary import Vocabulary

_OUT_OF: Final = re.compile(r"\bout of\s*$")
_ORDINAL_AFTER: Final = re.compile(r"(?:st|nd|rd|th)\b")
_ORDINAL: Final = re.compile(r"(?:st|nd|rd|th)$")
_TOP: Final = re.compile(r"\btop[\s-]$", re.IGNORECASE)
_FIGURES: Final = re.compile(r"-figure")
# "Nine out of ten", "one in every three".
_SHARE: Final = re.compile(r"\s+(?:out of|in)\s+(?:every\s+)?", re.IGNORECASE)
# "One week in five" is every fifth.
_ONE_TIME_IN: Final = re.compile(r"\bone\s+\w+\s+in\s+(?:every\s+)?\Z", re.IGNORECASE)
_ONE_IN: Final = re.compile(r"\bone\s+(?:out of|in)\s+(?:every\s+)?\Z", re.IGNORECASE)
_WHOLES: Final = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100})
# One in three is 33 per cent.
_POINTS: Final = 1.0


def is_a_share(clause: Clause, quantity: Quantity) -> bool:
    """Accept both numbers of "nine out of ten orders" where the lines say 90 % of the orders."""
    for share in clause.once(_shares):
        if quantity.start in (share.start, share.of):
            thing = next((token for token in clause.tokens if token.start >= share.end and not token.function), None)
            sources = [source for source in clause.sources if thing is None or source.carries(thing)]
            return any(abs(share.percent - value) <= _POINTS for source in sources for value in _percentages(source))
    return False


class _Share(NamedTuple):
    """Where the two numbers of "nine out of ten" begin, where the second ends, and what they make in percent."""

    start: int
    of: int
    end: int
    percent: float


def _shares(vocabulary: Vocabulary) -> list[_Share]:
    wholes = [quantity for quantity in vocabulary.quantities if quantity.kind == kinds.COUNT]
    single = [
        _Share(whole.start, whole.start, whole.end, 100 / whole.values[0])
        for whole in wholes
        if whole.values[0] in _WHOLES and _ONE_IN.search(vocabulary.text, 0, whole.start)
    ]
    return single + [
        _Share(left.start, right.start, right.end, 100 * left.values[0] / right.values[0])
        for left, right in pairwise(vocabulary.quantities)
        if left.kind == right.kind == kinds.COUNT
        and right.values[0] in _WHOLES
        and left.values[0] < right.values[0]
        and _SHARE.fullmatch(vocabulary.text, left.end, right.start)
    ]


def _percentages(source: Vocabulary) -> list[float]:
    return [value for other in source.quantities if other.kind == kinds.PERCENT for value in other.values]


def is_a_year(clause: Clause, quantity: Quantity) -> bool:
    """Leave "the 2024 fiscal year" to `gate.dates`."""
    return any(year.start == quantity.start for year in clause.years) and any(
        other.year in quantity.values for source in clause.sources for other in source.years
    )


def is_a_scale(clause: Clause, quantity: Quantity) -> bool:
    """Accept "8.5 out of ten" where the lines say 8.5/10, "99th percentile" where they say p99, "top ten" for a 7th place."""
    number = rf"{quantity.values[0]:g}"
    if _OUT_OF.search(clause.text, 0, quantity.start):
        return any(re.search(rf"/\s?{number}\b", source.own) for source in clause.sources)
    if _TOP.search(clause.text, 0, quantity.start):
        return any(place <= quantity.values[0] for source in clause.sources for place in source.once(places_of))
    if _ONE_TIME_IN.search(clause.text, 0, quantity.start):
        return any(quantity.values[0] in source.once(ordinals_of) for source in clause.sources)
    if not (_ORDINAL_AFTER.match(clause.text, quantity.end) or _ORDINAL.search(quantity.text)):
        return False
    return any(
        quantity.values[0] in source.once(ordinals_of) or re.search(rf"(?<!\d){number}\b", source.own)
        for source in clause.sources
    )


def is_a_number_of_figures(clause: Clause, quantity: Quantity) -> bool:
    """Accept "a six-figure contract" where the lines say €410k."""
    if _FIGURES.match(clause.text, quantity.end) is None:
        return False
    amounts = [value for source in clause.sources for other in source.quantities for value in other.values]
    return any(len(str(int(abs(value)))) in quantity.values for value in amounts)
