"""What follows from the numbers of one piece of evidence: sums, differences, products, shares, and a group without oneself.

"Seven people" of "5 receptionists and 2 porters", "£2.30 more" of "£3.10 → £5.40", "more than a third" of "four of 11",
"with three fellow students" of "4 students". Used by `gate.numbers` when a number does not stand in the lines itself.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import Final

from resumate.letters.gate import hedges
from resumate.letters.gate import quantity as kinds
from resumate.letters.gate.claim import Clause
from resumate.letters.gate.number_labels import is_label
from resumate.letters.gate.number_places import counted_word
from resumate.letters.gate.quantity import Quantity
from resumate.letters.gate.relations import groups_of
from resumate.letters.gate.source import Source
from resumate.letters.gate.tokens import Token
from resumate.letters.gate.weights import is_deed
from resumate.letters.gate.words.people import is_person

_ADDS: Final = frozenset({kinds.COUNT, kinds.MONEY, kinds.SECONDS, kinds.PERCENT})
_SHARES: Final = frozenset({kinds.PERCENT, kinds.MULTIPLE})
_IN_ALL: Final = re.compile(
    r"\b(?:in (?:total|all(?! (?:of|the|our|my|these|\d)))|altogether|total\w*|combined|between them|together|overall|worth|sum)\b",
    re.IGNORECASE,
)
_APART: Final = re.compile(
    r"\b(?:more|fewer|less|higher|lower|extra|off|by|points?|shorter|longer|faster|slower|lighter|heavier|cheaper|smaller|larger|bigger|better|worse|spar(?:e|es|ed|ing)|sav(?:e|es|ing)|later|earlier|ahead|above|below|beyond|up|down|rose|fell|gained|widened|improved|grew|cut|saved|sank|shrank|dropped|increase\w*|decrease\w*|reduc\w+)\b",
    re.IGNORECASE,
)
_ONE_OF: Final = re.compile(
    r"\b(?:one of|(?:team|group|crew|pair|trio|band|squad|class) of)\s+(?:the\s+)?\Z", re.IGNORECASE
)
_WITH: Final = re.compile(r"\b(?:with|alongside|besides?)\s+(?:my\s+|the\s+)?\Z", re.IGNORECASE)
_OTHERS_AFTER: Final = re.compile(
    r"\s+(?:[\w-]+\s+)?(?:fellow|others?|teammates?|classmates?|colleagues|co-?workers|of us|besides me)\b",
    re.IGNORECASE,
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
_NEAR: Final = 28
# "More than 40" is no difference.
_HEDGE_BEFORE: Final = re.compile(
    r"\b(?:(?:more|fewer|less|better|greater|higher|lower)\s+than|above|below|beyond)\s+[$€£]?\Z", re.IGNORECASE
)
_PRODUCT_GAP: Final = 40
_ADDS_UP: Final = frozenset({kinds.COUNT, kinds.MONEY})
_ACROSS: Final = re.compile(r"\b(?:across|between) (?:all|both|the|my|these|them)\b", re.IGNORECASE)
_LINES_MOST: Final = 4
# "By two thirds" is a change by two thirds, "to two thirds" one by a third.
_BY: Final = re.compile(r"\bby\s+(?:(?:about|around|roughly|nearly|almost|over|more than|some)\s+)?\Z", re.IGNORECASE)
# "A third of what it was": no change by a third.
_OF_WHAT_IT_WAS: Final = re.compile(
    r"\s+(?:of\s+)?(?:what\s+(?:it|they)\s+(?:was|were|had been|used to be|once)|(?:its|their|the)\s+(?:former|old|previous|earlier)\b)",
    re.IGNORECASE,
)
_GROUP_MOST: Final = 20


def derived(clause: Clause, claimed: Quantity, source: Source) -> Iterator[Quantity]:
    """Yield quantities that follow from those of a source and could be what the sentence says, in its kind.

    "By two thirds" can only be a change, "two thirds" may be a share as well.
    """
    if is_label(clause.text, claimed):
        return
    given = [other for other in source.quantities if other.kind in _ADDS and not is_label(source.text, other)]
    if claimed.kind in _SHARES:
        yield from _shares(given, only_changes=is_by(clause, claimed), only_ratios=is_of_what_it_was(clause, claimed))
    if claimed.kind in _ADDS:
        for value in _sums(clause, claimed, source, given):
            yield _as(claimed, value)
    if claimed.kind == kinds.COUNT and _is_with_others(clause.text, claimed) and _GROUP.search(source.text):
        for other in given:
            yield from (_as(claimed, value + step) for value in other.values for step in (-1, 1) if value < _GROUP_MOST)


def _is_with_others(text: str, claimed: Quantity) -> bool:
    """Tell whether a number counts the others of a group, or a group with oneself: "with three fellow students"."""
    if _ONE_OF.search(text, 0, claimed.start) or _OTHERS_AFTER.match(text, claimed.end):
        return True
    following = re.match(r"\s+(?:[\w-]+\s+)?([\w-]+)", text[claimed.end :])
    return bool(_WITH.search(text, 0, claimed.start) and following and is_person(following.group(1).lower()))


def sums_over_lines(clause: Clause, claimed: Quantity) -> Iterator[Quantity]:
    """Yield what all the cited lines add up to: "trained nine people in all" of "trained 5 bakers" and "trained 4 porters"."""
    together = _IN_ALL.search(clause.text) or _ACROSS.search(clause.text)
    if claimed.kind not in _ADDS_UP or not together or not 2 <= len(clause.sources) <= _LINES_MOST:
        return
    if not _all_tell_the_deed(clause):
        return
    parts = [next(_alike(clause, claimed, source), None) for source in clause.sources]
    if None not in parts:
        yield _as(claimed, sum(part.values[0] for part in parts if part))


def _all_tell_the_deed(clause: Clause) -> bool:
    """Tell whether every source has what the sentence says was done: who hired four and trained five trained no nine."""
    deeds = [token for index, token in enumerate(clause.tokens) if is_deed(clause.tokens, index)]
    return bool(deeds) and all(source.own_words.says(deed) for deed in deeds for source in clause.sources)


def _alike(clause: Clause, claimed: Quantity, source: Source) -> Iterator[Quantity]:
    """Yield the numbers of a source that count what the sentence counts: both people, both of one root, or both money."""
    thing = counted_word(clause, claimed)
    for other in source.quantities:
        if other.kind != claimed.kind or is_label(source.text, other):
            continue
        counted = counted_word(source, other)
        if claimed.kind == kinds.MONEY or (thing and counted and _are_of_one_kind(thing, counted)):
            yield other


def _are_of_one_kind(thing: Token, other: Token) -> bool:
    if thing.root == other.root or not groups_of(thing.root).isdisjoint(groups_of(other.root)):
        return True
    return is_person(thing.lower) and is_person(other.lower)


def is_of_what_it_was(clause: Clause, claimed: Quantity) -> bool:
    """Tell whether a number is what is left after a change: "a third of what it was"."""
    return _OF_WHAT_IT_WAS.match(clause.text, claimed.end) is not None


def may_be_the_other_part(clause: Clause, claimed: Quantity) -> bool:
    """Tell whether "to two thirds" may be told of a cut by a third: not of "by …" nor of "… of what it was"."""
    return not is_by(clause, claimed) and not is_of_what_it_was(clause, claimed)


def is_by(clause: Clause, claimed: Quantity) -> bool:
    """Tell whether a number is by how much something changed: "by two thirds"."""
    return _BY.search(clause.text, 0, claimed.start) is not None


def _shares(given: Sequence[Quantity], *, only_changes: bool, only_ratios: bool) -> Iterator[Quantity]:
    """Yield each as a share of each greater one of its kind, and the change from one to the other, in percent."""
    for left, right in combinations(given, 2):
        if left.kind != right.kind:
            continue
        for first in left.numbers:
            for second in right.numbers:
                low, high = sorted((first, second))
                if 0 < low < high:
                    if not only_ratios:
                        grown = second > first
                        yield _percent(left, 100 * (second - first) / first if grown else 100 * (1 - low / high))
                    if not only_changes:
                        yield _percent(left, 100 * low / high)


def _sums(clause: Clause, claimed: Quantity, source: Source, given: Sequence[Quantity]) -> Iterator[float]:
    total = _IN_ALL.search(clause.text)
    before = _HEDGE_BEFORE.sub("", clause.text[max(0, claimed.start - _NEAR) : claimed.start])
    around = before + clause.text[claimed.start : claimed.end + _NEAR]
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
        if {left.kind, right.kind} <= _ADDS_UP and _are_multiplied(source.text, left, right):
            yield from (first * second for first in left.values for second in right.values if first > 1 and second > 1)
    counts = [quantity.values[0] for quantity in given if quantity.kind == kinds.COUNT]
    if total and len(counts) > 2:
        yield sum(counts)


def _are_multiplied(text: str, left: Quantity, right: Quantity) -> bool:
    """Tell whether two numbers stand in "3 groups of 8", "4 workshops with 15 people each"."""
    return right.start - left.end <= _PRODUCT_GAP and _EACH.search(text, left.end, right.end + _PRODUCT_GAP) is not None


def _are_listed(source: Source, left: Quantity, right: Quantity) -> bool:
    gap = source.text[left.end : right.start]
    return len(gap) <= _LIST_GAP and _AND.search(gap) is not None


def _as(claimed: Quantity, value: float) -> Quantity:
    return claimed._replace(values=(value,), numbers=(value,), hedge=hedges.EXACT)


def _percent(given: Quantity, value: float) -> Quantity:
    return given._replace(kind=kinds.PERCENT, values=(value,), numbers=(value / 100,), hedge=hedges.EXACT, text="%")
