"""What two numbers of a text mean together: a shared unit ("40 to 25 minutes"), a share ("three in five"), a part of a time.

Used by `gate.quantities` on what it has read one by one.
"""

import re
from typing import Final

from resumate.letters.gate.quantity import COUNT, MONTHS, PERCENT, SECONDS, Quantity
from resumate.letters.gate.words import number_words as words

_RANGE: Final = re.compile(r"\s*(?:to|[-–—]|and|bis|à|a|and then)\s*$", re.IGNORECASE)
_IN: Final = re.compile(r"\s+(?:in|out of)\s+(?:every\s+)?", re.IGNORECASE)
_OF_THINGS: Final = re.compile(r"\s+of\s+(?:the|our|my|its|all)\b", re.IGNORECASE)
_RATIO_MOST: Final = 10
_OF_THEM: Final = re.compile(r"\s+of\s+(?:them|those|these|which)\b", re.IGNORECASE)
# "Seven years in operations, the last four on Kubernetes".
_THE_LAST: Final = re.compile(r"\bthe\s+(?:last|first|past|most\s+recent|final)\s+\Z", re.IGNORECASE)
_NO_NOUN: Final = re.compile(r"\s*(?:[,;.)]|\Z|(?:on|as|at|in|with|for|under|of|spent|being)\b)", re.IGNORECASE)


def with_shared_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """Give the first number of "40 to 25 minutes" or "10-15%" the unit of the second."""
    for index in range(len(found) - 1):
        left, right = found[index], found[index + 1]
        if left.kind == COUNT and right.kind != COUNT and _RANGE.fullmatch(text[left.end : right.start]):
            factor = _unit_factor(right)
            found[index] = left._replace(kind=right.kind, values=tuple(value * factor for value in left.values))
    return found


def with_ratios(text: str, found: list[Quantity]) -> list[Quantity]:
    """Read "three in five of the guests" as 60%."""
    kept: list[Quantity] = []
    for quantity in found:
        left = kept[-1] if kept else None
        if (
            left
            and left.kind == quantity.kind == COUNT
            and _IN.fullmatch(text[left.end : quantity.start])
            and left.values[0] < quantity.values[0] <= _RATIO_MOST
            and _OF_THINGS.match(text[quantity.end :])
        ):
            share = left.values[0] / quantity.values[0]
            kept[-1] = left._replace(
                kind=PERCENT,
                values=(100 * share,),
                numbers=(share,),
                text=text[left.start : quantity.end],
                end=quantity.end,
            )
        else:
            kept.append(quantity)
    return kept


def with_parts_of_times(text: str, found: list[Quantity]) -> list[Quantity]:
    """Read "ten years, eight of them at …" as ten years and eight years."""
    for index in range(1, len(found)):
        left, right = found[index - 1], found[index]
        last = _THE_LAST.search(text, left.end, right.start) and _NO_NOUN.match(text, right.end)
        if left.kind == MONTHS and right.kind == COUNT and (last or _OF_THEM.match(text, right.end)):
            values = tuple(value * _unit_factor(left) for value in right.values)
            found[index] = right._replace(kind=MONTHS, values=values)
    return found


def _unit_factor(quantity: Quantity) -> float:
    if quantity.kind not in (MONTHS, SECONDS):
        return 1.0
    unit = re.search(r"\byears?\b|[^\W\d_]+$", quantity.text, re.IGNORECASE)
    name = unit.group().lower() if unit else ""
    return words.MONTHS_PER.get(name) or words.SECONDS_PER.get(name) or 1.0
