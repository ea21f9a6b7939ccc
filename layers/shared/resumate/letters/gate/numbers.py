"""Every count, percentage, sum of money and multiple of a sentence must stand in what it cites.

The same number in other words counts ("half" for 50%, "doubled" for 2x, "over 40" for 42). Where the evidence
has several numbers, each keeps its thing ("12 nurses and 3 doctors") and its side ("from 9 to 5 days"): see
`gate.number_places`. Durations in months and years are `gate.durations`, calendar years `gate.dates`.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from resumate.letters.gate import quantities as kinds
from resumate.letters.gate.arithmetic import derived
from resumate.letters.gate.claim import Claim, Clause
from resumate.letters.gate.durations import counts_seasons
from resumate.letters.gate.frequency import is_a_proven_frequency
from resumate.letters.gate.number_places import (
    changes,
    counted_thing,
    counts_another_thing,
    is_moved,
    is_turned_round,
    spans,
)
from resumate.letters.gate.quantities import Quantity
from resumate.letters.gate.source import Source
from resumate.letters.model import Finding

_ROUNDING: Final = 0.08
_SHARE_ROUNDING: Final = 0.6
# "From 22% to 54%" tells where it arrived, and not by how much it rose.
_END_OF_A_CHANGE: Final = re.compile(r"\d\s?%?\s+to\s*$")
_AT_PEAK: Final = re.compile(r"\b(?:busiest|peak\w*|most|maximum|times|largest|height)\b", re.IGNORECASE)
_LIST_MOST: Final = 5
# "Austria and Slovenia", "a writer, a designer and a printer".
_LIST: Final = re.compile(
    r"\b[A-Z]\w+(?:, [A-Z]\w+)*,? (?:and|&) [A-Z]\w+|\ban? (?:\w+ ){1,2}?\w+(?:, an? (?:\w+ ){0,2}?\w+)*,? and an? (?:\w+ ){0,2}?\w+"
)
# "Nearly a fifth" is said of 18 per cent.
_ROUNDING_OF_WORDS: Final = 0.12
_GENEROUS: Final = 2.5
# "More than a fifth" is less than a quarter and a bit.
_FRACTION_STEP: Final = 11.0
_PERCENT_LIKE: Final = frozenset({kinds.PERCENT, kinds.MULTIPLE})


def check_numbers(claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each number that the cited lines do not give, or give for something else."""
    for clause in claim.clauses:
        for quantity in clause.quantities:
            if (
                _is_of_the_same_span(clause, quantity)
                or quantity.kind == kinds.MONTHS
                or _counts_a_list(clause, quantity)
                or _lies_between(clause, quantity)
                or is_a_proven_frequency(clause, quantity.start)
                or _is_a_year(clause, quantity)
                or _is_a_scale(clause, quantity)
                or _is_a_number_of_figures(clause, quantity)
            ):
                continue
            matches = [
                (source, other)
                for source in clause.sources
                for other in source.quantities
                if same(quantity, other) and not _is_a_time_of_things(clause, quantity, source, other)
            ]
            if (
                not matches
                and not _END_OF_A_CHANGE.search(clause.text[: quantity.start])
                and (
                    _is_the_difference(clause, quantity)
                    or counts_seasons(clause, quantity)
                    or _follows(clause, quantity)
                )
            ):
                continue
            if not matches:
                yield Finding("number", f"The cited lines do not say “{quantity.text}”.", quantity.text)
            elif all(is_moved(clause, quantity, source, other) for source, other in matches) or all(
                counts_another_thing(clause, quantity, source, other) for source, other in matches
            ):
                yield Finding("number", f"The cited lines say “{quantity.text}” of something else.", quantity.text)
            elif all(is_turned_round(clause, quantity, source, other) for source, other in matches):
                yield Finding(
                    "number",
                    f"“{quantity.text}” is at the wrong end: the cited lines tell it the other way round.",
                    quantity.text,
                )
            elif not _AT_PEAK.search(claim.text) and all(_hedged_away(quantity, other) for _, other in matches):
                yield Finding(
                    "certainty",
                    f"The cited lines say “up to”, the sentence states {quantity.text} outright.",
                    quantity.text,
                )


def _follows(clause: Clause, quantity: Quantity) -> bool:
    """Accept what can be worked out from the numbers of one source."""
    return any(
        _close_share(quantity, other) for source in clause.sources for other in derived(clause, quantity, source)
    )


def _close_share(claimed: Quantity, other: Quantity) -> bool:
    if claimed.kind == kinds.PERCENT and not _is_worded(claimed) and claimed.hedge == kinds.EXACT:
        return any(abs(left - right) <= _SHARE_ROUNDING for left in claimed.values for right in other.values)
    return same(claimed, other)


def _counts_a_list(clause: Clause, quantity: Quantity) -> bool:
    """Accept "two countries" where the lines name Austria and Slovenia; only small numbers in words."""
    if quantity.kind != kinds.COUNT or quantity.text.isdigit() or not 2 <= quantity.values[0] <= _LIST_MOST:
        return False
    lists = [match.group() for source in clause.sources for match in _LIST.finditer(source.own)]
    if quantity.values[0] == 2 and _names_both(clause, quantity):
        return True
    return any(len(re.split(r",\s*(?:and\s+)?|\s+(?:and|&)\s+", found)) == quantity.values[0] for found in lists)


def _is_a_time_of_things(clause: Clause, claimed: Quantity, source: Source, given: Quantity) -> bool:
    """Tell whether one number counts things and the other minutes: "forty incidents" for "41 min"."""
    if claimed.kind == given.kind or not {claimed.kind, given.kind} & {kinds.SECONDS, kinds.MONTHS}:
        return False
    counted = counted_thing(clause, clause.quantities, claimed) or counted_thing(source, source.quantities, given)
    return counted is not None


def _names_both(clause: Clause, quantity: Quantity) -> bool:
    """Tell whether the sentence names the two things before it counts them, and the lines have both."""
    tokens = [token for token in clause.tokens if token.start < quantity.start]
    for left, link, right in zip(tokens, tokens[1:], tokens[2:], strict=False):
        pair = (left, right) if link.lower == "and" and not (left.function or right.function) else ()
        if pair and all(any(source.own_words.says(token) for source in clause.sources) for token in pair):
            return True
    return False


def _is_a_year(clause: Clause, quantity: Quantity) -> bool:
    """Leave "the 2024 fiscal year" to `gate.dates`."""
    return any(year.start == quantity.start for year in clause.years) and any(
        other.year in quantity.values for source in clause.sources for other in source.years
    )


def _is_a_scale(clause: Clause, quantity: Quantity) -> bool:
    """Accept "8.5 out of ten" where the lines say 8.5/10, and "99th percentile" where they say p99."""
    number = rf"{quantity.values[0]:g}"
    if re.search(r"\bout of\s*$", clause.text[: quantity.start]):
        return any(re.search(rf"/\s?{number}\b", source.own) for source in clause.sources)
    ordinal = re.match(r"(?:st|nd|rd|th)\b", clause.text[quantity.end :]) or re.search(
        r"(?:st|nd|rd|th)$", quantity.text
    )
    return bool(ordinal) and any(re.search(rf"(?<!\d){number}\b", source.own) for source in clause.sources)


def _is_a_number_of_figures(clause: Clause, quantity: Quantity) -> bool:
    """Accept "a six-figure contract" where the lines say €410k."""
    if re.match(r"-figure", clause.text[quantity.end :]) is None:
        return False
    amounts = [value for source in clause.sources for other in source.quantities for value in other.values]
    return any(len(str(int(abs(value)))) in quantity.values for value in amounts)


def _lies_between(clause: Clause, quantity: Quantity) -> bool:
    """Accept "about twenty" where the lines say "18 to 22"."""
    if quantity.hedge != kinds.ABOUT:
        return False
    spans = [span for source in clause.sources for span in changes(source.text, source.quantities, only_changes=False)]
    return any(min(span) <= number <= max(span) for span in spans for number in quantity.numbers)


def _is_of_the_same_span(clause: Clause, quantity: Quantity) -> bool:
    """Accept both ends of "between 10 and 16" where the lines say "10 to 16"."""
    here = [span for span in spans(clause.text, clause.quantities) if set(quantity.numbers) & set(span)]
    there = {span for source in clause.sources for span in spans(source.text, source.quantities)}
    return any(span in there for span in here)


def _is_the_difference(clause: Clause, quantity: Quantity) -> bool:
    """Accept "by 13 percentage points" and "four days off" where the lines say from what to what."""
    if quantity.kind in _PERCENT_LIKE and any(
        _is_ratio(quantity, pair) for source in clause.sources for pair in changes(source.text, source.quantities)
    ):
        return True
    after = clause.text[quantity.end : quantity.end + 24]
    named = (
        re.match(r"\W*(?:points?|off|fewer|less|shorter|faster|earlier|more)\b", after, re.IGNORECASE)
        or "point" in quantity.text
        or (quantity.kind != kinds.PERCENT and re.search(r"\bby\s*$", clause.text[: quantity.start]))
    )
    return bool(named) and any(
        abs(before - after_) == number
        for source in clause.sources
        for before, after_ in changes(source.text, source.quantities)
        for number in quantity.numbers
    )


def _is_ratio(quantity: Quantity, change: tuple[float, float]) -> bool:
    """Accept "nearly quadrupled" for 12,000 to 47,000, and "by 60%" for 480 to 190 ms."""
    before, after = change
    if min(before, after) <= 0:
        return False
    tolerance = 0.03 if quantity.hedge == kinds.EXACT else 0.08
    factor = after / before
    if quantity.kind == kinds.MULTIPLE:
        return any(
            abs(value - found) <= tolerance * found for value in quantity.values for found in (factor, 1 / factor)
        )
    return any(abs(value - 100 * abs(factor - 1)) <= 100 * tolerance * abs(factor - 1) for value in quantity.values)


def same(claimed: Quantity, given: Quantity) -> bool:
    """Tell whether a number of a sentence says the same as one of the evidence."""
    if kinds.VAGUE in (given.kind, claimed.kind):
        return _same_vague(claimed, given)
    if claimed.kind == given.kind:
        return _any_close(claimed.values, given.values, claimed, given) or (
            claimed.kind == kinds.PERCENT and _complementary(claimed, given)
        )
    if kinds.COUNT in (claimed.kind, given.kind):
        # "nine" beside "from 9 to 5 working days": the unit stands elsewhere in the sentence.
        return kinds.PERCENT not in (claimed.kind, given.kind) and _any_close(
            claimed.numbers, given.numbers, claimed, given
        )
    if {claimed.kind, given.kind} <= _PERCENT_LIKE:
        return _any_close(_as_percents(claimed), _as_percents(given), claimed, given)
    return False


def _any_close(claimed: Iterable[float], given: Iterable[float], claim: Quantity, evidence: Quantity) -> bool:
    others = list(given)
    return any(_close(left, right, claim, evidence) for left in claimed for right in others)


def _same_vague(claimed: Quantity, given: Quantity) -> bool:
    if claimed.kind == given.kind:
        return claimed.text.lower() == given.text.lower()
    if given.kind == kinds.VAGUE:
        return False
    low, high = claimed.values
    return any(low <= value <= high for value in given.values)


def _as_percents(quantity: Quantity) -> list[float]:
    """Read "doubled" as 100% more or 200%, "halved" as 50%, a percentage as itself."""
    if quantity.kind == kinds.PERCENT:
        return list(quantity.values)
    return [percent for value in quantity.values for percent in ((value - 1) * 100, value * 100) if percent > 0]


def _complementary(claimed: Quantity, given: Quantity) -> bool:
    """Accept "in a quarter of the time" for a cut by 75%."""
    return _is_worded(claimed) and any(
        abs(100 - value - other) < 1.5 for value in claimed.values for other in given.values
    )


def _close(claimed: float, given: float, claim: Quantity, evidence: Quantity) -> bool:
    if abs(claimed - given) <= 1e-6 * max(abs(given), 1):
        return claim.hedge != kinds.OVER or evidence.hedge in (kinds.OVER, kinds.NOT_LESS) or claim.during
    if _is_worded(claim):
        if claim.hedge in (kinds.OVER, kinds.NOT_LESS):
            return claimed < given <= claimed + _FRACTION_STEP
        if claim.hedge == kinds.UNDER:
            return claimed - _FRACTION_STEP <= given < claimed
        return abs(claimed - given) <= _ROUNDING_OF_WORDS * abs(given)
    if not _is_rounder(claimed, given):
        return False
    if claim.hedge == kinds.ABOUT:
        return abs(claimed - given) <= _ROUNDING * abs(given)
    if claim.hedge in (kinds.OVER, kinds.NOT_LESS):
        return claimed < given <= _GENEROUS * claimed
    return claim.hedge == kinds.UNDER and claimed / _GENEROUS <= given < claimed


def _is_rounder(claimed: float, given: float) -> bool:
    """Tell whether a number can be the rounded form of another: "about 600" of 603, never the other way round."""
    left, right = _significant_digits(claimed), _significant_digits(given)
    return left < right or (left == right and claimed % 5 == 0)


def _significant_digits(value: float) -> int:
    digits = re.sub(r"e.*", "", f"{value:.6e}").replace(".", "").rstrip("0")
    return max(1, len(digits))


def _is_worded(quantity: Quantity) -> bool:
    return quantity.kind == kinds.PERCENT and re.search(r"\d", quantity.text) is None


def _hedged_away(claimed: Quantity, given: Quantity) -> bool:
    return given.hedge == kinds.UP_TO and claimed.hedge not in (kinds.UP_TO, kinds.ABOUT, kinds.UNDER)


def unsupported(found: Iterable[Quantity], given: Iterable[Quantity]) -> list[Quantity]:
    """Return the quantities of `found` that are not among `given` (for statements about the job)."""
    known = list(given)
    return [quantity for quantity in found if not any(same(quantity, other) for other in known)]
