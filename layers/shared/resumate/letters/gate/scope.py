"""A circle may not widen ("regional" to "global"), and nobody adds praise ("award-winning") on their own."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from resumate.documents.model import SectionKind
from resumate.letters.gate.boasts import boast_findings, is_said
from resumate.letters.gate.claim import Claim, Clause
from resumate.letters.gate.meaning import covered_by_alias
from resumate.letters.gate.reflections import colouring_words
from resumate.letters.gate.source import Source
from resumate.letters.gate.universals import universal_findings
from resumate.letters.gate.words import strength
from resumate.letters.model import Finding

_FIRST: Final = re.compile(r"\b(?:best|first|top|number one|highest|winner|1st)\b", re.IGNORECASE)
_SECOND: Final = re.compile(
    r"\b(?:second|third|fourth|fifth|2nd|3rd|4th|5th)[- ](?:best|place|prize|highest|largest|biggest|in)\b|\brunner[- ]up\b|\bonly one\b",
    re.IGNORECASE,
)
_PRIZE: Final = re.compile(
    r"\b(?:prizes?|awards?|medals?|troph(?:y|ies)|scholarships?|finalist|shortlisted|commended|employee of the)\b(?! (?:students|degree))",
    re.IGNORECASE,
)


@cache
def _circles() -> tuple[tuple[int, re.Pattern[str]], ...]:
    return tuple((width, re.compile(pattern, re.IGNORECASE)) for width, pattern in strength.SCOPE)


def _widest(source: Source) -> int:
    return max((width for width, pattern in _circles() if pattern.search(source.text)), default=0)


def check_scope(claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each wider circle and each boast that the cited lines do not have."""
    for clause in claim.told:
        yield from _circle_findings(clause)
        if (
            _FIRST.search(clause.text)
            and not _SECOND.search(clause.text)
            and any(_SECOND.search(source.own) for source in clause.sources)
        ):
            yield Finding("scope", "The cited lines do not put you first.", "best")
        yield from _prizes(clause)
        yield from universal_findings(clause)
        yield from boast_findings(clause)


def _circle_findings(clause: Clause) -> Iterator[Finding]:
    colouring = clause.once(colouring_words)
    widest = max((source.once(_widest) for source in clause.sources), default=0)
    for width, pattern in _circles():
        match = pattern.search(clause.text)
        if match is None or width <= widest or match.start() in colouring:
            continue
        if not is_said(match.group(), clause) and not _is_in_a_name(match, clause):
            yield Finding("scope", f"The cited lines do not reach as far as “{match.group()}”.", match.group())


def _prizes(clause: Clause) -> Iterator[Finding]:
    """Yield a finding for a prize where the lines know of none, under whatever name."""
    match = _PRIZE.search(clause.text)
    if match and not any(
        source.evidence.section is SectionKind.AWARDS or _PRIZE.search(source.text) for source in clause.sources
    ):
        yield Finding("scope", f"The cited lines know of no “{match.group()}”.", match.group())


def _is_in_a_name(match: re.Match[str], clause: Clause) -> bool:
    """Tell whether a word belongs to a name: "Higher National Diploma" for HND, "the DACH region"."""
    if match.start() in covered_by_alias(clause, clause.sources):
        return True
    before = next((token for token in reversed(clause.tokens) if token.start < match.start()), None)
    return before is not None and before.odd and any(before.lower in source.words for source in clause.sources)
