"""Every count, percentage, sum of money and multiple of a sentence must stand in what it cites.

The same number in other words counts (`gate.number_match`), and what follows from the numbers of the lines by arithmetic
(`gate.arithmetic`, `gate.number_changes`). Where the evidence has several numbers, each keeps its thing ("12 nurses and 3
doctors") and its side ("from 9 to 5 days"): see `gate.number_places`. Durations in months and years are `gate.durations`,
calendar years `gate.dates`.
"""

import re
from collections.abc import Iterator
from typing import Final

from resumate.letters.gate import hedges
from resumate.letters.gate import quantity as kinds
from resumate.letters.gate.about_job import is_of_the_job
from resumate.letters.gate.arithmetic import derived, may_be_the_other_part, sums_over_lines
from resumate.letters.gate.claim import Claim, Clause
from resumate.letters.gate.counted_things import counts_things
from resumate.letters.gate.durations import counts_seasons
from resumate.letters.gate.frequency import is_a_proven_frequency
from resumate.letters.gate.job_numbers import is_of_the_jobs_own
from resumate.letters.gate.job_side import is_to_come
from resumate.letters.gate.number_changes import is_of_the_same_span, is_past_a_span, is_the_difference, lies_between
from resumate.letters.gate.number_idioms import is_a_number_of_figures, is_a_scale, is_a_share, is_a_year
from resumate.letters.gate.number_lists import counts_a_list
from resumate.letters.gate.number_match import is_worded, same
from resumate.letters.gate.number_places import counted_word, counts_another_thing, is_moved, is_turned_round
from resumate.letters.gate.number_rates import counts_times, yearly
from resumate.letters.gate.number_rests import in_its_unit, of_today, rests, shifts
from resumate.letters.gate.quantity import Quantity
from resumate.letters.gate.source import Source
from resumate.letters.model import Finding

_SHARE_ROUNDING: Final = 0.6
_SHARE_ROUNDING_OF_DECIMALS: Final = 0.06
_ROUND: Final = 5
# "From 22% to 54%" tells where it arrived, and not by how much it rose.
_END_OF_A_CHANGE: Final = re.compile(r"\d\s?%?\s+to\s*$")
_AT_PEAK: Final = re.compile(r"\b(?:busiest|peak\w*|most|maximum|times|largest|height)\b", re.IGNORECASE)

_Matches = list[tuple[Source, Quantity]]


def check_numbers(claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each number that the cited lines do not give, or give for something else."""
    for clause in claim.told:
        for written in clause.quantities:
            quantity = in_its_unit(written, clause, claim.text)
            if quantity.kind == kinds.MONTHS or _is_said_otherwise(clause, quantity, claim.text):
                continue
            matches = _matches(clause, quantity)
            if matches:
                yield from _misplaced(clause, quantity, matches, at_peak=_AT_PEAK.search(claim.text) is not None)
            elif not _is_worked_out(clause, quantity, claim.text) and not _is_the_job_s(claim, clause, quantity):
                yield Finding("number", f"The cited lines do not say “{quantity.text}”.", quantity.text)


def _is_the_job_s(claim: Claim, clause: Clause, quantity: Quantity) -> bool:
    """Accept "your 120 rooms would be the next step" where the job has 120 of something."""
    if is_of_the_jobs_own(claim, clause, quantity):
        return True
    if not (is_of_the_job(clause.text, quantity.start) or is_to_come(clause.text, quantity.start)):
        return False
    return any(same(quantity, other, complement=False) for other in claim.job.quantities)


def _is_said_otherwise(clause: Clause, quantity: Quantity, sentence: str) -> bool:
    return (
        is_of_the_same_span(clause, quantity)
        or counts_a_list(clause, quantity, sentence)
        or lies_between(clause, quantity)
        or is_a_proven_frequency(clause, quantity.start)
        or is_a_year(clause, quantity)
        or is_a_scale(clause, quantity)
        or is_a_share(clause, quantity)
        or is_a_number_of_figures(clause, quantity)
    )


def _matches(clause: Clause, quantity: Quantity) -> _Matches:
    """Return the numbers of the sources that say the same, each with its source."""
    return [
        (source, other)
        for source in clause.sources
        for other in source.quantities
        if same(quantity, other, complement=may_be_the_other_part(clause, quantity))
        and not _is_a_time_of_things(clause, quantity, source, other)
        and not is_past_a_span(source, quantity, other)
    ]


def _is_worked_out(clause: Clause, quantity: Quantity, sentence: str) -> bool:
    if _END_OF_A_CHANGE.search(clause.text, 0, quantity.start):
        return False
    return (
        is_the_difference(clause, quantity)
        or counts_seasons(clause, quantity)
        or any(
            _close_share(quantity, other, complement=may_be_the_other_part(clause, quantity))
            for source in clause.sources
            for other in derived(clause, quantity, source)
        )
        or any(same(quantity, other) for other in sums_over_lines(clause, quantity))
        or any(
            same(quantity, other)
            for source in clause.sources
            for other in (
                *rests(clause, quantity, source),
                *yearly(clause, quantity, source),
                *shifts(quantity, source),
            )
        )
        or any(same(quantity, other) for other in of_today(clause, quantity))
        or counts_times(clause, quantity)
        or counts_things(clause, quantity, sentence)
    )


def _close_share(claimed: Quantity, other: Quantity, *, complement: bool) -> bool:
    if claimed.kind == kinds.PERCENT and not is_worded(claimed) and claimed.hedge == hedges.EXACT:
        whole = all(value.is_integer() for value in claimed.values)
        rounding = _SHARE_ROUNDING if whole else _SHARE_ROUNDING_OF_DECIMALS
        return any(abs(left - right) <= rounding for left in claimed.values for right in other.values)
    return same(claimed, other, complement=complement) and _is_rounded(claimed, other)


def _is_rounded(claimed: Quantity, other: Quantity) -> bool:
    """Tell whether "about 60 %" rounds 60.4; nobody would say "about 63 %" of it."""
    if claimed.kind != kinds.PERCENT or is_worded(claimed):
        return True
    return any(
        value % _ROUND == 0 or abs(value - exact) <= _SHARE_ROUNDING
        for value in claimed.values
        for exact in other.values
    )


def _misplaced(clause: Clause, quantity: Quantity, matches: _Matches, *, at_peak: bool) -> Iterator[Finding]:
    """Yield a finding where every number that says the same counts another thing, stands at the wrong end or is a limit."""
    if all(is_moved(clause, quantity, source, other) for source, other in matches) or all(
        counts_another_thing(clause, quantity, source, other) for source, other in matches
    ):
        yield Finding("number", f"The cited lines say “{quantity.text}” of something else.", quantity.text)
    elif all(is_turned_round(clause, quantity, source, other) for source, other in matches):
        yield Finding(
            "number",
            f"“{quantity.text}” is at the wrong end: the cited lines tell it the other way round.",
            quantity.text,
        )
    elif not at_peak and all(_hedged_away(quantity, other) for _, other in matches):
        yield Finding(
            "certainty", f"The cited lines say “up to”, the sentence states {quantity.text} outright.", quantity.text
        )


def _is_a_time_of_things(clause: Clause, claimed: Quantity, source: Source, given: Quantity) -> bool:
    """Tell whether one number counts things and the other minutes: "forty incidents" for "41 min"."""
    if claimed.kind == given.kind or not {claimed.kind, given.kind} & {kinds.SECONDS, kinds.MONTHS}:
        return False
    return bool(counted_word(clause, claimed) or counted_word(source, given))


def _hedged_away(claimed: Quantity, given: Quantity) -> bool:
    return given.hedge == hedges.UP_TO and claimed.hedge not in (hedges.UP_TO, hedges.ABOUT, hedges.UNDER)
