"""Whether two numbers say the same: the same value in other words, or the rounded form of one with the hedge that makes it true.

"Half" is 50 %, "doubled" 100 % more, "over 40" is true of 42 and "about 600" of 603, never the other way round. Used by
`gate.numbers`, `gate.arithmetic` and wherever else a number is looked for.
"""

import re
from collections.abc import Iterable
from typing import Final

from resumate.letters.gate import hedges
from resumate.letters.gate import quantity as kinds
from resumate.letters.gate.quantity import Quantity

_ROUNDING: Final = 0.08
# "Nearly a fifth" is said of 18 per cent.
_ROUNDING_OF_WORDS: Final = 0.12
_GENEROUS: Final = 2.0
# "More than a fifth" is less than a quarter and a bit.
_FRACTION_STEP: Final = 11.0
# "Well under half" is said of more than a quarter.
_WELL_UNDER: Final = 0.6
_CURRENCIES: Final = {
    **dict.fromkeys(["$", "usd", "cad", "aud", "dollar"], "dollar"),
    **dict.fromkeys(["€", "eur", "euro"], "euro"),
    **dict.fromkeys(["£", "gbp", "pound"], "pound"),
}
_CURRENCY: Final = re.compile(r"[$€£¥₹]|usd|cad|aud|eur(?!o)|gbp|chf|sek|dkk|nok|pln|inr|dollar|euro|pound")
# "Ten percent" is as exact as "10 %".
_SIGN: Final = re.compile(r"\d|cent|%|point", re.IGNORECASE)
PERCENT_LIKE: Final = frozenset({kinds.PERCENT, kinds.MULTIPLE})


def same(claimed: Quantity, given: Quantity, *, complement: bool = True) -> bool:
    """Tell whether a number of a sentence says the same as one of the evidence.

    Without `complement`, "by two thirds" is no cut by a third, as "to two thirds" is.
    """
    if kinds.VAGUE in (given.kind, claimed.kind):
        return _same_vague(claimed, given)
    if claimed.kind == given.kind == kinds.MONEY and _are_of_two_currencies(claimed, given):
        return False
    if claimed.kind == given.kind:
        return _any_close(claimed.values, given.values, claimed, given) or (
            complement and claimed.kind == kinds.PERCENT and _complementary(claimed, given)
        )
    if kinds.COUNT in (claimed.kind, given.kind):
        # "nine" beside "from 9 to 5 working days": the unit stands elsewhere in the sentence.
        return kinds.PERCENT not in (claimed.kind, given.kind) and _any_close(
            claimed.numbers, given.numbers, claimed, given
        )
    if {claimed.kind, given.kind} <= PERCENT_LIKE:
        return _any_close(_as_percents(claimed), _as_percents(given), claimed, given)
    return False


def _are_of_two_currencies(claimed: Quantity, given: Quantity) -> bool:
    here, there = _currency(claimed), _currency(given)
    return bool(here and there) and here != there


def _currency(quantity: Quantity) -> str:
    """Return the name of the currency that a sum is written in, "" when it has none; all dollars are one."""
    found = _CURRENCY.search(quantity.text.lower())
    return _CURRENCIES.get(found.group(), found.group()) if found else ""


def _any_close(claimed: Iterable[float], given: Iterable[float], claim: Quantity, evidence: Quantity) -> bool:
    others = list(given)
    return any(_close(left, right, claim, evidence) for left in claimed for right in others)


def _same_vague(claimed: Quantity, given: Quantity) -> bool:
    """Compare "dozens" with a number, or with another plural whose range lies within its own."""
    if claimed.kind != kinds.VAGUE:
        return False
    low, high = claimed.values
    if given.kind == kinds.VAGUE:
        return low <= min(given.values) and max(given.values) <= high
    return any(low <= value <= high for value in given.values)


def _as_percents(quantity: Quantity) -> list[float]:
    """Read "doubled" as 100% more or 200%, "halved" as 50%, a percentage as itself."""
    if quantity.kind == kinds.PERCENT:
        return list(quantity.values)
    return [percent for value in quantity.values for percent in ((value - 1) * 100, value * 100) if percent > 0]


def _complementary(claimed: Quantity, given: Quantity) -> bool:
    """Accept "in a quarter of the time" for a cut by 75%."""
    return is_worded(claimed) and any(
        abs(100 - value - other) < 1.5 for value in claimed.values for other in given.values
    )


def _close(claimed: float, given: float, claim: Quantity, evidence: Quantity) -> bool:
    if abs(claimed - given) <= 1e-6 * max(abs(given), 1):
        return claim.hedge != hedges.OVER or evidence.hedge in (hedges.OVER, hedges.NOT_LESS) or claim.during
    if is_worded(claim):
        if claim.hedge in (hedges.OVER, hedges.NOT_LESS):
            return claimed < given <= claimed + _FRACTION_STEP
        if claim.hedge == hedges.UNDER:
            return min(claimed - _FRACTION_STEP, _WELL_UNDER * claimed) <= given < claimed
        return abs(claimed - given) <= _ROUNDING_OF_WORDS * abs(given)
    if not _is_rounder(claimed, given):
        return False
    if claim.hedge == hedges.ABOUT:
        return abs(claimed - given) <= _ROUNDING * abs(given)
    if claim.hedge in (hedges.OVER, hedges.NOT_LESS):
        return claimed < given <= _GENEROUS * claimed
    return claim.hedge == hedges.UNDER and claimed / _GENEROUS <= given < claimed


def _is_rounder(claimed: float, given: float) -> bool:
    """Tell whether a number can be the rounded form of another: "about 600" of 603, never the other way round."""
    left, right = _significant_digits(claimed), _significant_digits(given)
    return left < right or (left == right and claimed % 5 == 0)


def _significant_digits(value: float) -> int:
    digits = re.sub(r"e.*", "", f"{value:.6e}").replace(".", "").rstrip("0")
    return max(1, len(digits))


def is_worded(quantity: Quantity) -> bool:
    """Tell whether a share is told in words: "a third"."""
    return quantity.kind == kinds.PERCENT and _SIGN.search(quantity.text) is None


def unsupported(found: Iterable[Quantity], given: Iterable[Quantity]) -> list[Quantity]:
    """Return the quantities of `found` that are not among `given` (for statements about the job)."""
    known = list(given)
    return [quantity for quantity in found if not any(same(quantity, other) for other in known)]
