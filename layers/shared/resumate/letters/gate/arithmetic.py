"""What follows from the numbers of one piece of evidence: sums, differences, products, shares, and a group without oneself.

"Seven people" of "5 receptionists and 2 porters", "£2.30 more" of "£3.10 → £5.40", "more than a third" of "four of 11",
"with three fellow students" of "4 students". Used by `gate.numbers` when a number does not stand in the lines itself.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import Final

from resumate.letters.gate import quantities as kinds
from resumate.letters.gate.claim import Clause
from resumate.letters.gate.quantities import Quantity
from resumate.letters.gate.source import Source

_ADDS: Final = frozenset({kinds.COUNT, kinds.MONEY, kinds.SECONDS, kinds.PERCENT})
_SHARES: Final = frozenset({kinds.PERCENT, kinds.MULTIPLE})
_IN_ALL: Final = re.compile(
    r"\b(?:in (?:total|all(?! (?:of|the|our|my|these|\d)))|altogether|total\w*|combined|between them|together|overall|worth|sum)\b",
    re.IGNORECASE,
)
_APART: Final = re.compile(
    r"\b(?:more|fewer|less|higher|lower|extra|off|by|points?|shorter|longer|faster|slower|later|earlier|ahead|above|below|beyond|up|down|rose|fell|gained|widened|improved|grew|cut|saved|sank|shrank|dropped|increase\w*|decrease\w*|reduc\w+)\b",
    re.IGNORECASE,
)
_OTHERS: Final = re.compile(
    r"\b(?:fellow|others?|with|alongside|teammates?|classmates?|colleagues|of us|one of|besides me)\b", re.IGNORECASE
)
_GROUP: Final = re.compile(
    r"\b(?:team|group|crew|squad|pair|students|people|with|colleagues?|others?|members|class|trio|band|of us)\b",
    re.IGNORECASE,
)
# Between the numbers of a list: "5 receptionists and 2 porters", "€38m; Spain 2022, €61m".
_LIST_GAP: Final = 32
_AND: Final = re.compile(r"^\s[\w -]+?(?:\band\b|&|\+|\bplus\b)\s*$")
_EACH: Final = re.compile(r"\b(?:each|per|avg|average\w*|every|groups? of|teams? of|times|of)\b|@", re.IGNORECASE)
# "From 9", "to 5": an end of a change is no difference.
_AN_END: Final = re.compile(r"\b(?:from|to|of|at|between|and)\s*[$€£]?\Z", re.IGNORECASE)
_NAME_BEFORE: Final = re.compile(
    r"(?-i:(?<=[a-z,;(]\s)(?:[A-Z][\w+&-]*\s){1,3}\Z)|\b(?:level|grade|year|key stage|phase|type|class|band|module|part|stage|step|version|room|unit)\s\Z",
    re.IGNORECASE,
)
_NEAR: Final = 28
_GROUP_MOST: Final = 20


def derived(clause: Clause, claimed: Quantity, source: Source) -> Iterator[Quantity]:
    """Yield quantities that follow from those of a source and could be what the sentence says, in its kind."""
    if _is_label(clause.text, claimed):
        return
    given = [other for other in source.quantities if other.kind in _ADDS and not _is_label(source.text, other)]
    if claimed.kind in _SHARES:
        yield from _shares(given)
    if claimed.kind in _ADDS:
        for value in _sums(clause, claimed, source, given):
            yield _as(claimed, value)
    if claimed.kind == kinds.COUNT and _OTHERS.search(clause.text) and _GROUP.search(source.text):
        for other in given:
            yield from (_as(claimed, value + step) for value in other.values for step in (-1, 1) if value < _GROUP_MOST)


def _shares(given: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield each as a share of each greater one of its kind, and the change from one to the other, in percent."""
    for left, right in combinations(given, 2):
        if left.kind != right.kind:
            continue
        for first in left.numbers:
            for second in right.numbers:
                low, high = sorted((first, second))
                if 0 < low < high:
                    yield _percent(left, 100 * low / high)
                    yield _percent(left, 100 * (second - first) / first if second > first else 100 * (1 - low / high))


def _sums(clause: Clause, claimed: Quantity, source: Source, given: Sequence[Quantity]) -> Iterator[float]:
    total = _IN_ALL.search(clause.text)
    around = clause.text[max(0, claimed.start - _NEAR) : claimed.end + _NEAR]
    apart = _APART.search(around) and not _AN_END.search(clause.text[: claimed.start])
    for left, right in combinations(given, 2):
        if left.kind == right.kind:
            for first in left.values:
                for second in right.values:
                    if total or (claimed.kind == kinds.COUNT and _are_listed(source, left, right)):
                        yield first + second
                    if apart:
                        yield abs(first - second)
    for left, right in pairwise(given):
        if {left.kind, right.kind} <= {kinds.COUNT, kinds.MONEY} and _EACH.search(source.text):
            yield from (first * second for first in left.values for second in right.values if first > 1 and second > 1)
    counts = [quantity.values[0] for quantity in given if quantity.kind == kinds.COUNT]
    if total and len(counts) > 2:
        yield sum(counts)


def _are_listed(source: Source, left: Quantity, right: Quantity) -> bool:
    gap = source.text[left.end : right.start]
    return len(gap) <= _LIST_GAP and _AND.search(gap) is not None


def _is_label(text: str, quantity: Quantity) -> bool:
    """Tell whether a number belongs to a name: "Level 3", "Windows 11", "Year 10"."""
    return _NAME_BEFORE.search(text[: quantity.start]) is not None


def _as(claimed: Quantity, value: float) -> Quantity:
    return claimed._replace(values=(value,), numbers=(value,), hedge=kinds.EXACT)


def _percent(given: Quantity, value: float) -> Quantity:
    return given._replace(kind=kinds.PERCENT, values=(value,), numbers=(value / 100,), hedge=kinds.EXACT, text="%")
