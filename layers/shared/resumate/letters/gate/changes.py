"""The two ends of a change ("from 9 to 5") and of a range ("10 to 16") that a text tells in numbers.

`gate.number_places` holds with it that a number stays on its side, `gate.numbers` works out differences and ratios.
"""

import re
from itertools import pairwise
from typing import Final

from resumate.letters.gate.quantity import PERCENT, Quantity

_RANGE_GAP: Final = re.compile(r"\s*(?:years?\s+)?(?:to|and|[-–—]|bis|und|à|et|a|y)\s*", re.IGNORECASE)
# Between the two numbers of "from 9 to 5", "9 of 16", "5 instead of 9".
PAIR: Final = re.compile(
    r"^(?:\s*[\w%]+){0,3}?\s*(?:\((?:19|20)\d\d\)\s*)?(?P<forward>(?:to|down to|up to|->|→|bis|à)\s*[$€£]?\s*$)|"
    r"^\s*(?:\w+\s){0,3}(?P<backward>(?:,?\s*(?:instead of|rather than|down from|up from|from|compared (?:to|with)|against|where it (?:had )?(?:been|took|was)|not|before it was|statt|au lieu de|en lugar de)))\b|^\s*(?P<part>of (?:the |a |all )?|out of (?:the )?)",
    re.IGNORECASE,
)
PAIR_GAP_MOST: Final = 40
_ARROW: Final = re.compile(r"→|->")
_FROM_THINGS: Final = re.compile(r"\s+(?:[\w-]+\s+){0,2}?([a-z]{3,})\s+from\s+(?:about\s+|over\s+)?")
_THING: Final = re.compile(r"\s+([a-z]{3,})\b")
_TO: Final = re.compile(r"\b(?:to|down to|up to|at|reaching|now|only)\s*[$€£]?\s*$", re.IGNORECASE)
_FROM: Final = re.compile(r"\b(?:from|instead of|rather than|down from|up from)\s*[$€£]?\s*$", re.IGNORECASE)
_FROM_BEFORE: Final = re.compile(r"\bfrom\b|\bvon\b|\bde\b")
_CHANGED: Final = re.compile(
    r"\b(?:from|von|de|desde|down|up|cut|reduc\w*|rais\w*|increas\w*|grew|grow\w*|shorten\w*|lower\w*|improv\w*|brought|bring\w*|took|decreas\w*|drop\w*|fell|rose|boost\w*|lift\w*|went)\b",
    re.IGNORECASE,
)
_NEAR: Final = 24
_FAR: Final = 60


def changes(text: str, quantities: list[Quantity], *, only_changes: bool = True) -> list[tuple[float, float]]:
    """Return the two ends of each change in a text: (9, 5) for "from 9 to 5"; of each span, too, when asked."""
    found = []
    for left, right in pairwise(quantities):
        gap = text[left.end : right.start]
        if (
            left.kind != right.kind
            or len(gap) > PAIR_GAP_MOST
            or not (((match := PAIR.match(gap)) and match.group("forward")) or re.fullmatch(r"\s*[-–]\s*", gap))
        ):
            continue
        if not only_changes or side_of(text, quantities, left) == "start":
            found.append((left.numbers[0], right.numbers[0]))
    return found


def spans(text: str, quantities: list[Quantity]) -> set[tuple[float, float]]:
    """Return the two ends of each range in a text: (10, 16) for "10 to 16", "10-16" and "between 10 and 16"."""
    return {
        (left.numbers[0], right.numbers[0])
        for left, right in pairwise(quantities)
        if left.numbers
        and right.numbers
        and _RANGE_GAP.fullmatch(text[left.end : right.start])
        and not side_of(text, quantities, left)
    }


def side_of(text: str, quantities: list[Quantity], quantity: Quantity) -> str:
    """Return "start", "end" or "" for a number that is no end of a change."""
    place = next((index for index, other in enumerate(quantities) if other.start == quantity.start), -1)
    following = quantities[place + 1] if 0 <= place < len(quantities) - 1 else None
    if match := _pair(text, quantity, following):
        if match.group("forward"):
            return (
                "start"
                if _is_change(text, quantity, match) or _FROM_BEFORE.search(text, *_just_before(quantity))
                else ""
            )
        if match.group("backward"):
            return "end"
    preceding = quantities[place - 1] if place > 0 else None
    if preceding and (match := _pair(text, preceding, quantity)):
        if match.group("forward"):
            return "end" if _is_change(text, preceding, match) else ""
        if match.group("backward"):
            return "start"
    if _FROM.search(text, *_just_before(quantity)):
        return "start"
    return "end" if _TO.search(text, *_just_before(quantity)) and _looks_like_change(text, quantity) else ""


def _pair(text: str, left: Quantity, right: Quantity | None) -> re.Match[str] | None:
    """Return what stands between the two numbers of "from 9 to 5"; a share and a count are no such pair."""
    if right is None or right.start - left.end > PAIR_GAP_MOST or (left.kind == PERCENT) != (right.kind == PERCENT):
        return None
    return None if are_two_things(text, left, right) else PAIR.match(text[left.end : right.start])


def _is_change(text: str, quantity: Quantity, match: re.Match[str]) -> bool:
    return _ARROW.search(match.group()) is not None or _looks_like_change(text, quantity)


def _just_before(quantity: Quantity) -> tuple[int, int]:
    return max(0, quantity.start - _NEAR), quantity.start


def are_two_things(text: str, left: Quantity, right: Quantity) -> bool:
    """Tell "96 samples from 8 landraces" from "57% from 48%"."""
    gap, thing = _FROM_THINGS.fullmatch(text, left.end, right.start), _THING.match(text, right.end)
    return gap is not None and thing is not None and gap.group(1).lower() != thing.group(1).lower()


def _looks_like_change(text: str, quantity: Quantity) -> bool:
    """Tell a change ("cut from 9 to 5") from a span ("10 to 15 people")."""
    return _CHANGED.search(text, max(0, quantity.start - _FAR), quantity.start) is not None
