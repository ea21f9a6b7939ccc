"""A duration stands in the cited lines or follows from the dates of the cited entries.

"Five years" is counted in calendar months from the first to the last month of the entries, months that overlap
counted once, up to today for a current job. Where the file gives years alone, both readings are allowed:
2019 – 2024 is anything from four years to six.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from resumate.letters.gate import hedges
from resumate.letters.gate import quantity as kinds
from resumate.letters.gate.about_job import is_what_you_ask
from resumate.letters.gate.careers import career_of
from resumate.letters.gate.claim import Claim, Clause
from resumate.letters.gate.frequency import is_a_proven_frequency
from resumate.letters.gate.moments import Moment, moment, times_between
from resumate.letters.gate.number_rates import is_a_rate
from resumate.letters.gate.quantity import Quantity
from resumate.letters.gate.source import Source
from resumate.letters.gate.telling import telling_words
from resumate.letters.gate.titles import is_of_lower_rank, titles_in
from resumate.letters.model import Finding

# "Within six months" tells how fast something happened, which no calendar shows.
_WITHIN: Final = re.compile(
    r"\b(?:within|in under|in less than|inside|innerhalb|binnen|en moins de|dentro de)\s+(?:just\s+|only\s+)?\Z",
    re.IGNORECASE,
)
# "Ten years, eight of them at …", "seven years, at one and then at another".
_AT_SEVERAL: Final = re.compile(r"\bof (?:them|those|which)\b|\bthen (?:at|with|for)\b|\bfirst at\b", re.IGNORECASE)
# "Between 2021 and 2024", "1.1 % (2021) → 0.7 % (2024)".
_FROM_TO: Final = re.compile(
    r"\b((?:19|20)\d\d)\)?\s*(?:and|to|until|→|->|[–—-])\s*(?:[\d.,]+\s?%?\s*)?\(?((?:19|20)\d\d)\b", re.IGNORECASE
)
_LASTED: Final = re.compile(
    r"\b(?:seconded|posted|stayed|lived|deputised|stood in|covered|acted)\b[^,;.]*\bfor\s+\Z", re.IGNORECASE
)
_LASTING: Final = re.compile(
    r"[\s-]+(?:\w+\s+)?(?:stay|secondment|placement|posting|assignment|internship|exchange|sabbatical|residency|visit)\b",
    re.IGNORECASE,
)
_TELLS_OF: Final = 2
_THE_ASKED: Final = re.compile(r"\b(?:the|your|those)\s+(?:minimum of\s+)?\Z", re.IGNORECASE)
_SECONDS_PER_MONTH: Final = 2_629_800
# "Eight weeks" are two months.
_SECONDS_OF_FOUR_WEEKS: Final = 2_419_200
# Who counts years and months has counted, and not rounded.
_COUNTED: Final = re.compile(r"\byears?\b.*\bmonths?\b", re.IGNORECASE)
_ROUNDING: Final = 0.08
_SLACK_MONTHS: Final = 3
# Nobody says "over half a year" of a year and a half.
_FAR_OVER: Final = 2


def check_durations(claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each duration in months or years that neither stands in the lines nor follows from them."""
    for clause in claim.told:
        for quantity in clause.quantities:
            if (
                quantity.kind != kinds.MONTHS
                or _is_written(quantity, clause.sources)
                or is_a_proven_frequency(clause, quantity.start)
                or is_a_rate(clause, quantity)
                or _is_asked(quantity, clause, claim)
            ):
                continue
            sources = [source for source in _of_the_title(clause) if not _has_its_own_time(source, clause)]
            if any(_follows(quantity, span) for span in _spans(sources)):
                continue
            career = career_of(sources, claim.known) if _is_of_a_career(clause) else None
            if career and _follows(quantity, career):
                continue
            within = _WITHIN.search(clause.text[: quantity.start]) is not None
            if any(
                _passed(quantity, span) for source in sources for span in times_between(_moments(source, told=within))
            ):
                continue
            yield Finding(
                "duration",
                f"“{quantity.text}” neither stands in the cited lines nor follows from their dates{_what_follows(sources)}.",
                quantity.text,
            )


def _moments(source: Source, *, told: bool) -> list[Moment]:
    """Return the moments of a source, or those alone between which the passage itself tells of a change."""
    if not told:
        return source.moments
    return [moment(int(year), None) for match in _FROM_TO.finditer(source.own) for year in match.groups()]


def _has_its_own_time(source: Source, clause: Clause) -> bool:
    """Tell whether a passage dates what the clause tells by itself: "seconded for five months" was not two years."""
    if clause.organisations:
        return False
    timed = [
        other
        for other in source.own_words.quantities
        if other.kind == kinds.MONTHS
        and (_LASTED.search(source.own, 0, other.start) or _LASTING.match(source.own, other.end))
    ]
    return bool(timed) and sum(source.own_words.has_root(word.root) for word in telling_words(clause)) >= _TELLS_OF


def _is_asked(quantity: Quantity, clause: Clause, claim: Claim) -> bool:
    """Tell whether a duration is the one that the job asks for: "the four years you require"."""
    asked = is_what_you_ask(clause.text, quantity.start) and _THE_ASKED.search(clause.text[: quantity.start])
    return bool(asked) and any(
        other.kind == kinds.MONTHS and set(other.values) & set(quantity.values) for other in claim.job.quantities
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
    if any(_is_long(other) and _is_as_long(claimed, other) for source in sources for other in source.quantities):
        return True
    return any(
        _fits(value, other_value, other_value, claimed, other.hedge)
        for other in given
        for value in claimed.values
        for other_value in other.values
    )


def _is_long(other: Quantity) -> bool:
    return other.kind == kinds.SECONDS and min(other.values) >= _SECONDS_OF_FOUR_WEEKS


def _is_as_long(claimed: Quantity, other: Quantity) -> bool:
    """Compare "almost a year and a half" with "74 weeks"."""
    months = [value / seconds for value in other.values for seconds in (_SECONDS_PER_MONTH, _SECONDS_OF_FOUR_WEEKS)]
    if claimed.hedge in (hedges.OVER, hedges.NOT_LESS):
        return any(value < month <= _FAR_OVER * value for value in claimed.values for month in months)
    return any(abs(value - month) <= _ROUNDING * month for value in claimed.values for month in months)


def _of_the_title(clause: Clause) -> list[Source]:
    """Leave out the entries of a lower rank where the clause gives a title ("a site manager for nine years")."""
    titled = titles_in(clause.text)
    sources = clause.cited if _AT_SEVERAL.search(f"{clause.text} {clause.following}") else clause.sources
    held = [source for source in sources if not any(is_of_lower_rank(source, words) for words in titled)]
    return held or sources


def _is_of_a_career(clause: Clause) -> bool:
    """Tell whether a clause may count from the first entry to the last: it names no employer, or several parts of a time."""
    return not clause.organisations or _AT_SEVERAL.search(f"{clause.text} {clause.following}") is not None


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
    return any(_fits(value, least, most, claimed, hedges.EXACT, slack=True) for value in claimed.values)


def _passed(claimed: Quantity, span: tuple[int, int]) -> bool:
    least, most = span
    return any(_fits(value, least, most, claimed, hedges.EXACT) for value in claimed.values)


def _fits(claimed: float, least: float, most: float, claim: Quantity, given_hedge: str, *, slack: bool = False) -> bool:
    """Compare months; `slack` allows what people round: five years for 4 years and 9 months, up to 5 and 11."""
    below = _SLACK_MONTHS if slack and claimed >= 12 else (1 if slack else 0)
    above = 11 if slack and claimed >= 12 and claimed % 12 == 0 else below
    if slack and claim.hedge == hedges.EXACT and _COUNTED.search(claim.text):
        return least - 1 <= claimed <= most
    if claim.hedge == hedges.OVER:
        return (
            (most > claimed and least <= _FAR_OVER * claimed)
            or (claim.during and not slack and most == claimed)
            or (not slack and most == claimed and given_hedge in (hedges.OVER, hedges.NOT_LESS))
        )
    if claim.hedge == hedges.NOT_LESS:
        return most >= claimed
    if claim.hedge == hedges.ABOUT:
        return least - 6 <= claimed <= most + 6 if slack else 0.85 * least <= claimed <= 1.15 * most
    if claim.hedge == hedges.UNDER:
        return least <= claimed <= most + 12
    if claim.hedge == hedges.UP_TO:
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
