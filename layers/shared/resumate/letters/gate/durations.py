"""A duration stands in the cited lines or follows from the dates of the cited entries.

"Five years" is counted in calendar months from the first to the last month of the entries, months that overlap
counted once, up to today for a current job. Where the file gives years alone, both readings are allowed:
2019 – 2024 is anything from four years to six.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from resumate.letters.gate import quantities as kinds
from resumate.letters.gate.claim import Claim, Clause
from resumate.letters.gate.frequency import is_a_proven_frequency
from resumate.letters.gate.quantities import Quantity
from resumate.letters.gate.source import Source
from resumate.letters.model import Finding

# "Within six months" tells when something happened, not how long a job lasted.
_NOT_A_TENURE: Final = re.compile(
    r"\b(?:within|in under|in less than|after|every|each|per|a|an|ahead of|by|last|past|first|next|"
    r"later|innerhalb|binnen|en moins de|dentro de)\s+(?:just\s+|only\s+|the\s+)?\Z",
    re.IGNORECASE,
)
_LATER: Final = re.compile(r"\A\W*(?:old|later|earlier|ahead|early|before|ago|after)\b", re.IGNORECASE)
_AFTER: Final = re.compile(r"\bafter\s+(?:more than\s+|almost\s+|over\s+|nearly\s+)?\Z", re.IGNORECASE)
_AT: Final = re.compile(r"\s+(?:as|at|with|in|of|on)\b", re.IGNORECASE)
_SLACK_MONTHS: Final = 3


def check_durations(claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each duration in months or years that neither stands in the lines nor follows from them."""
    for clause in claim.clauses:
        for quantity in clause.quantities:
            if (
                quantity.kind != kinds.MONTHS
                or _is_written(quantity, clause.sources)
                or is_a_proven_frequency(clause, quantity.start)
            ):
                continue
            sources = clause.sources
            if _may_be_counted(clause, quantity) and any(_follows(quantity, part) for part in _spans(sources)):
                continue
            yield Finding(
                "duration",
                f"“{quantity.text}” neither stands in the cited lines nor follows from their dates{_what_follows(sources)}.",
                quantity.text,
            )


def counts_seasons(clause: Clause, quantity: Quantity) -> bool:
    """Accept "two summers" where the dates span two calendar years."""
    if (
        re.match(
            r"\s+(?:summers?|winters?|seasons?|springs?|autumns?|harvests?|terms?|school years?)\b",
            clause.text[quantity.end :],
            re.IGNORECASE,
        )
        is None
    ):
        return False
    counts = {
        source.end.year - source.evidence.start.year + 1
        for source in clause.sources
        if source.end and source.evidence.start
    }
    return any(value in counts or value + 1 in counts for value in quantity.numbers)


def _is_written(claimed: Quantity, sources: Sequence[Source]) -> bool:
    given = [other for source in sources for other in source.quantities if other.kind == kinds.MONTHS]
    return any(
        _fits(value, other_value, other_value, claimed, other.hedge)
        for other in given
        for value in claimed.values
        for other_value in other.values
    )


def _may_be_counted(clause: Clause, quantity: Quantity) -> bool:
    if _AFTER.search(clause.text[: quantity.start]) and _AT.match(clause.text[quantity.end :]):
        return True  # "after fourteen years as a joiner"
    return (
        _NOT_A_TENURE.search(clause.text[: quantity.start]) is None
        and _LATER.match(clause.text[quantity.end :]) is None
    )


def _spans(sources: Sequence[Source]) -> Iterator[tuple[int, int]]:
    """Yield the least and the most months of each source, of each employer, and of all together."""
    parts = [[source] for source in sources] + [list(sources)]
    names = {source.organisation for source in sources if source.organisation}
    parts.extend([source for source in sources if source.organisation == name] for name in names)
    for part in parts:
        least = frozenset[int]().union(*(source.months for source in part))
        most = frozenset[int]().union(*(source.months_at_most for source in part))
        if most:
            yield len(least), len(most)


def _follows(claimed: Quantity, span: tuple[int, int]) -> bool:
    least, most = span
    return any(_fits(value, least, most, claimed, kinds.EXACT, slack=True) for value in claimed.values)


def _fits(claimed: float, least: float, most: float, claim: Quantity, given_hedge: str, *, slack: bool = False) -> bool:
    """Compare months; `slack` allows what people round: five years for 4 years and 9 months, up to 5 and 11."""
    below = _SLACK_MONTHS if slack and claimed >= 12 else (1 if slack else 0)
    above = 11 if slack and claimed >= 12 and claimed % 12 == 0 else below
    if claim.hedge == kinds.OVER:
        return (
            most > claimed
            or (claim.during and not slack and most == claimed)
            or (not slack and most == claimed and given_hedge in (kinds.OVER, kinds.NOT_LESS))
        )
    if claim.hedge == kinds.NOT_LESS:
        return most >= claimed
    if claim.hedge == kinds.ABOUT:
        return least - 6 <= claimed <= most + 6 if slack else abs(claimed - most) <= 0.15 * most
    if claim.hedge == kinds.UP_TO:
        return least <= claimed
    return least - above <= claimed <= most + below


def _what_follows(sources: Sequence[Source]) -> str:
    spans = list(_spans(sources))
    if not spans:
        return ""
    months = max(most for _, most in spans)
    return (
        f" (they add up to {months // 12} years and {months % 12} months)"
        if months >= 12
        else f" (they add up to {months} months)"
    )
