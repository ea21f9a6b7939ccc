"""What follows from a change that the lines tell: the difference, the ratio and what lies between its two ends.

"By 13 percentage points", "nearly quadrupled" of "12,000 to 47,000", "halved" of "480 → 190 ms", "about twenty" of "18 to 22".
Used by `gate.numbers`.
"""

import re
from typing import Final

from resumate.letters.gate import hedges
from resumate.letters.gate import quantity as kinds
from resumate.letters.gate.arithmetic import is_of_what_it_was
from resumate.letters.gate.changes import changes, spans
from resumate.letters.gate.claim import Clause
from resumate.letters.gate.number_match import PERCENT_LIKE
from resumate.letters.gate.quantity import Quantity
from resumate.letters.gate.vocabulary import Vocabulary

_NAMED: Final = re.compile(r"\W*(?:points?|off|fewer|less|shorter|faster|earlier|more)\b", re.IGNORECASE)
_BY: Final = re.compile(r"\bby\s*$")
_NEAR: Final = 24
_TOLERANCE: Final = 0.03
_TOLERANCE_OF_ABOUT: Final = 0.08
# "About 60 %" is said of 60.4, "about 63 %" is not: who rounds, rounds to a round number.
_ROUND: Final = 5
_POINTS: Final = 1.0
# "Halved" understates a cut to two fifths, and "doubled" a rise to 2.4 times; nobody would say it of more.
_UNDERSTATED: Final = 1.27
_MORE_THAN: Final = 1.6


def lies_between(clause: Clause, quantity: Quantity) -> bool:
    """Accept "about twenty" where the lines say "18 to 22"."""
    if quantity.hedge != hedges.ABOUT:
        return False
    spans = [span for source in clause.sources for span in changes(source.text, source.quantities, only_changes=False)]
    return any(min(span) <= number <= max(span) for span in spans for number in quantity.numbers)


def is_of_the_same_span(clause: Clause, quantity: Quantity) -> bool:
    """Accept both ends of "between 10 and 16" where the lines say "10 to 16"."""
    here = [span for span in clause.once(_spans) if set(quantity.numbers) & set(span)]
    return any(span in source.once(_spans) for span in here for source in clause.sources)


def is_past_a_span(source: Vocabulary, claimed: Quantity, given: Quantity) -> bool:
    """Tell whether "at least 100" is said of "80 to 100"."""
    return claimed.hedge in (hedges.OVER, hedges.NOT_LESS) and any(
        given.numbers[:1] == (most,) and least < number
        for least, most in source.once(_spans)
        for number in claimed.numbers
    )


def is_the_difference(clause: Clause, quantity: Quantity) -> bool:
    """Accept "by 13 percentage points" and "four days off" where the lines say from what to what."""
    told = [change for source in clause.sources for change in source.once(_changes)]
    by_how_much = quantity.kind in PERCENT_LIKE and not is_of_what_it_was(clause, quantity)
    if by_how_much and any(_is_ratio(quantity, change) for change in told):
        return True
    named = (
        _NAMED.match(clause.text[quantity.end : quantity.end + _NEAR])
        or "point" in quantity.text
        or (quantity.kind != kinds.PERCENT and _BY.search(clause.text, 0, quantity.start))
    )
    return bool(named) and any(abs(before - after) == number for before, after in told for number in quantity.numbers)


def _is_ratio(quantity: Quantity, change: tuple[float, float]) -> bool:
    before, after = change
    if min(before, after) <= 0:
        return False
    factor = after / before
    if quantity.kind == kinds.MULTIPLE:
        return any(_is_multiple(quantity, value, found) for value in quantity.values for found in (factor, 1 / factor))
    return any(_is_share(quantity, value, 100 * abs(factor - 1)) for value in quantity.values)


def _is_multiple(quantity: Quantity, value: float, found: float) -> bool:
    """Compare "tripled" with a factor; one below 1 is turned over, so that "halved" is told as "doubled"."""
    if (value < 1) != (found < 1):
        return False
    claimed, given = max(value, 1 / value), max(found, 1 / found)
    if quantity.hedge in (hedges.OVER, hedges.NOT_LESS):
        return claimed < given <= _MORE_THAN * claimed
    if quantity.hedge == hedges.ABOUT:
        return abs(claimed - given) <= _TOLERANCE_OF_ABOUT * given
    most = _UNDERSTATED if not any(sign.isdigit() for sign in quantity.text) else 1 + _TOLERANCE
    return (1 - _TOLERANCE) * claimed <= given <= most * claimed


def _is_share(quantity: Quantity, claimed: float, given: float) -> bool:
    if quantity.hedge == hedges.EXACT:
        return abs(claimed - given) <= _TOLERANCE * given
    near = abs(claimed - given) <= _TOLERANCE_OF_ABOUT * given
    return near and (claimed % _ROUND == 0 or abs(claimed - given) <= _POINTS)


def _spans(vocabulary: Vocabulary) -> set[tuple[float, float]]:
    return spans(vocabulary.text, vocabulary.quantities)


def _changes(vocabulary: Vocabulary) -> list[tuple[float, float]]:
    return changes(vocabulary.text, vocabulary.quantities)
