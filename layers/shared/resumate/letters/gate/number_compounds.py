"""Numbers of several words that mean one: "two years and eight months", "a quarter of a million", "15 to 60 thousand dollars".

Used by `gate.quantities` on what it has read one by one.
"""

import re
from itertools import pairwise
from typing import Final

from resumate.letters.gate.hedges import EXACT
from resumate.letters.gate.quantity import COUNT, MONEY, MONTHS, PERCENT, SECONDS, Quantity
from resumate.letters.gate.words import number_words as words

_AND: Final = re.compile(r"\s*(?:,|,?\s+and|\s+plus)?\s*", re.IGNORECASE)
_IN_YEARS: Final = re.compile(r"(?:years?|yrs?)$", re.IGNORECASE)
_IN_MONTHS: Final = re.compile(r"(?:months?|mos?)$", re.IGNORECASE)
_MONTHS_OF_A_YEAR: Final = 12
_OF_A: Final = re.compile(r"\s+of\s+", re.IGNORECASE)
_TIMES: Final = "|".join(
    word for word in (words.MONTHS_PER | words.SECONDS_PER) if word.isascii() and len(word) > len("ms")
)
_OF_A_TIME: Final = re.compile(rf"\s+of\s+an?\s+({_TIMES})\b", re.IGNORECASE)
_A_GREAT_NUMBER: Final = re.compile(r"an?\s", re.IGNORECASE)
_RANGE: Final = re.compile(r"\s*(?:to|and|or|[-–—])\s*[$€£]?\s*", re.IGNORECASE)
_MAGNITUDE: Final = re.compile(r"[\d.,]\s?([a-z]+)|\b([a-z]+)", re.IGNORECASE)


def with_composite_times(text: str, found: list[Quantity]) -> list[Quantity]:
    """Read "two years and eight months" as 32 months."""
    kept: list[Quantity] = []
    for quantity in found:
        left = kept[-1] if kept else None
        if (
            left
            and left.kind == quantity.kind == MONTHS
            and quantity.hedge == EXACT
            and quantity.numbers[0] < _MONTHS_OF_A_YEAR
            and _IN_YEARS.search(left.text)
            and _IN_MONTHS.search(quantity.text)
            and _AND.fullmatch(text, left.end, quantity.start)
        ):
            months = (left.values[0] + quantity.values[0],)
            kept[-1] = left._replace(
                values=months, numbers=months, text=text[left.start : quantity.end], end=quantity.end
            )
        else:
            kept.append(quantity)
    return kept


def with_shared_magnitudes(text: str, found: list[Quantity]) -> list[Quantity]:
    """Give the first number of "15 to 60 thousand dollars" the magnitude of the second, as a further reading."""
    for index, (left, right) in enumerate(pairwise(found)):
        factor = _magnitude(right)
        if (
            factor > 1
            and left.kind in (COUNT, MONEY)
            and right.kind in (COUNT, MONEY)
            and _magnitude(left) == 1
            and _RANGE.fullmatch(text, left.end, right.start)
            and left.numbers[0] * factor < right.numbers[0]
        ):
            scaled = left.numbers[0] * factor
            found[index] = left._replace(
                kind=right.kind, values=(scaled, *left.values), numbers=(scaled, *left.numbers)
            )
    return found


def with_parts_of_wholes(text: str, found: list[Quantity]) -> list[Quantity]:
    """Read "a quarter of a million euros" as 250,000 euros and "a third of an hour" as twenty minutes."""
    kept: list[Quantity] = []
    for quantity in found:
        left = kept[-1] if kept else None
        if (
            left
            and _is_part(left)
            and _A_GREAT_NUMBER.match(quantity.text)
            and quantity.kind in (COUNT, MONEY)
            and _OF_A.fullmatch(text, left.end, quantity.start)
        ):
            values = tuple(left.numbers[0] * value for value in quantity.values)
            kept[-1] = quantity._replace(
                values=values, numbers=values, hedge=left.hedge, text=text[left.start : quantity.end], start=left.start
            )
        else:
            kept.append(quantity)
    return [_part_of_a_time(text, quantity) if _is_part(quantity) else quantity for quantity in kept]


def _part_of_a_time(text: str, part: Quantity) -> Quantity:
    match = _OF_A_TIME.match(text, part.end)
    if match is None:
        return part
    unit = match.group(1).lower()
    kind = MONTHS if unit in words.MONTHS_PER else SECONDS
    factor = words.MONTHS_PER.get(unit) or words.SECONDS_PER[unit]
    return part._replace(
        kind=kind, values=(part.numbers[0] * factor,), text=text[part.start : match.end()], end=match.end()
    )


def _is_part(quantity: Quantity) -> bool:
    return (
        quantity.kind == PERCENT and not any(sign.isdigit() for sign in quantity.text) and "cent" not in quantity.text
    )


def _magnitude(quantity: Quantity) -> float:
    """Return what the word or letter behind a number multiplies it by; letters that may be units do not count."""
    for glued, word in _MAGNITUDE.findall(quantity.text):
        name = (glued or word).lower()
        if name in words.MAGNITUDES and (name == "k" or name not in words.AMBIGUOUS_MAGNITUDES):
            return words.MAGNITUDES[name]
    return 1.0
