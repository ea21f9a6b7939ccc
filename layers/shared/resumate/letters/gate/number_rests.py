"""What is left of a number: "four still to do" of 14 of 18, "13 percent above" of 113 %, and a percentage told without its sign.

Used by `gate.numbers` when a number does not stand in the lines itself.
"""

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from resumate.letters.gate import hedges
from resumate.letters.gate import quantity as kinds
from resumate.letters.gate.claim import Clause
from resumate.letters.gate.number_labels import is_label
from resumate.letters.gate.quantity import Quantity
from resumate.letters.gate.source import Source

_LEFT: Final = re.compile(
    r"\b(?:remain\w*|still|others?|rest|left|not|yet|outstanding|without|alone|myself|open|missing|unfinished|never|except|go)\b|n['’]t\b",
    re.IGNORECASE,
)
_BEYOND: Final = re.compile(
    r"\W*(?:points?\s+)?(?:above|over|beyond|more than|ahead of|better than|past|in excess of|on top of|higher than)\b",
    re.IGNORECASE,
)
_SHORT: Final = re.compile(r"\W*(?:below|under|short of|less than|behind|lower than)\b", re.IGNORECASE)
# "14 of its 18 units" and "42 applications; 31 so far".
_OF_THE: Final = re.compile(
    r"(?:\s+[\w-]+){0,2}?\s+(?:out\s+)?of\s+(?:the\s+|its\s+|our\s+|all\s+|a\s+)?", re.IGNORECASE
)
_SO_FAR: Final = re.compile(
    r"\s+(?:of (?:them|those|these|which)|[\w-]+\s+(?:so far|done|already)|so far|already|done|finished|completed)\b",
    re.IGNORECASE,
)
_NO_THING: Final = re.compile(
    r"\s*(?:[.,;:!?)]|\Z|(?:in|at|for|by|to|before|after|and|or|against|within|last|this|when|while|with)\b)"
)
_NEAR: Final = 60
_TODAY: Final = re.compile(r"(?:\s+[\w-]+){0,2}?\s+(?:today|now|at present|currently)\b", re.IGNORECASE)
_CLOCK: Final = r"(\d{1,2})(?:[:.](\d{2}))?\s?([ap]\.?m\.?|h|o['’]clock)?"
# "From 10 pm to 6 am", "7:00–15:30".
_SHIFT: Final = re.compile(rf"(?<![\d.,]){_CLOCK}\s*(?:to|until|till|[-–—])\s*{_CLOCK}(?![\d%])", re.IGNORECASE)
_SECONDS_PER_HOUR: Final = 3_600
_HOURS_OF_A_DAY: Final = 24


def rests(clause: Clause, claimed: Quantity, source: Source) -> Iterator[Quantity]:
    """Yield what the numbers of a source leave over, where the clause speaks of what is left, above or below."""
    if claimed.kind == kinds.COUNT and _LEFT.search(clause.text):
        for left, right in combinations(source.quantities, 2):
            if left.kind == right.kind == kinds.COUNT and _is_a_part(source, left, right):
                yield _as(claimed, abs(left.values[0] - right.values[0]))
    if claimed.kind == kinds.PERCENT:
        beyond, short = _BEYOND.match(clause.text, claimed.end), _SHORT.match(clause.text, claimed.end)
        for other in source.quantities:
            if other.kind == kinds.PERCENT and (
                (beyond and other.values[0] > 100) or (short and other.values[0] < 100)
            ):
                yield _as(claimed, abs(other.values[0] - 100))


def of_today(clause: Clause, claimed: Quantity) -> Iterator[Quantity]:
    """Yield the numbers of the present entries among all that are cited, for "from 45 million at Haldor to 310 million today"."""
    if _TODAY.match(clause.text, claimed.end):
        for source in clause.cited:
            if source.evidence.current:
                yield from source.quantities


def shifts(claimed: Quantity, source: Source) -> Iterator[Quantity]:
    """Yield the hours between two times of the day that a source names: eight for "10 pm to 6 am"."""
    if claimed.kind != kinds.SECONDS:
        return
    for match in _SHIFT.finditer(source.own):
        first, last = _time(*match.group(1, 2, 3)), _time(*match.group(4, 5, 6))
        if any(match.group(3, 6)) or all(match.group(2, 5)):
            yield _as(claimed, (last - first) % _HOURS_OF_A_DAY * _SECONDS_PER_HOUR)


def in_its_unit(quantity: Quantity, clause: Clause, sentence: str) -> Quantity:
    """Return a bare number as a percentage where the sentence has another with its sign: "31 per cent, the other 24"."""
    if (
        quantity.kind != kinds.COUNT
        or not _NO_THING.match(clause.text, quantity.end)
        or is_label(clause.text, quantity)
    ):
        return quantity
    if re.search(r"(?:%|\bper\s?cent\b)", sentence) is None or any(
        other.kind == kinds.COUNT and other.numbers == quantity.numbers
        for source in clause.sources
        for other in source.quantities
    ):
        return quantity
    return quantity._replace(kind=kinds.PERCENT)


def _is_a_part(source: Source, left: Quantity, right: Quantity) -> bool:
    if left.start < len(source.head) or right.start - left.end > _NEAR or is_label(source.text, right):
        return False
    if left.values[0] < right.values[0]:
        return _OF_THE.fullmatch(source.text, left.end, right.start) is not None
    return _SO_FAR.match(source.text, right.end) is not None


def _time(hour: str, minute: str | None, half: str | None) -> float:
    """Return a time of the day in hours."""
    noon = 12 if (half or "").lower().startswith("p") else 0
    hours = int(hour) % 12 + noon if (half or "")[:1].lower() in ("a", "p") and half else int(hour)
    return hours + int(minute or 0) / 60


def _as(claimed: Quantity, value: float) -> Quantity:
    return claimed._replace(values=(value,), numbers=(value,), hedge=hedges.EXACT)
