"""A circle may not widen ("regional" to "global"), and nobody adds praise ("award-winning") on their own."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from resumate.documents.model import SectionKind
from resumate.letters.gate.claim import Claim, Clause
from resumate.letters.gate.meaning import covered_by_alias
from resumate.letters.gate.number_places import changes
from resumate.letters.gate.relations import groups_of
from resumate.letters.gate.source import Source
from resumate.letters.gate.stem import stem
from resumate.letters.gate.words import strength
from resumate.letters.model import Finding

_ALL: Final = re.compile(
    r"\ball (?:of )?(?:my|the|our|its|their|two|three|four|five|six|seven|eight|nine|ten|\d+)\b|\bevery one of\b|\beach of (?:my|the|our)\b",
    re.IGNORECASE,
)
_FIRST: Final = re.compile(r"\b(?:best|first|top|number one|highest|winner|1st)\b", re.IGNORECASE)
_SECOND: Final = re.compile(
    r"\b(?:second|third|fourth|fifth|2nd|3rd|4th|5th)[- ](?:best|place|prize|highest|largest|biggest|in)\b|\brunner[- ]up\b|\bonly one\b",
    re.IGNORECASE,
)
_PRIZE: Final = re.compile(
    r"\b(?:prizes?|awards?|medals?|troph(?:y|ies)|scholarships?|finalist|shortlisted|commended|employee of the)\b(?! (?:students|degree))",
    re.IGNORECASE,
)
_SOME: Final = re.compile(
    r"\b\d+ (?:of|out of) (?:the |its |our )?\d+\b|\b(?:of whom|of which|of them|most of|some of|half of|part of the|several of|many of)\b",
    re.IGNORECASE,
)
_TIMES: Final = r"(?:days?|nights?|weeks?|months?|quarters?|years?|mornings?|evenings?|afternoons?|shifts?|hours?|seasons?|terms?|semesters?|summers?|winters?|weekends?|times?|minutes?|mon\w+|tues\w+|wed\w+|thu\w+|fri\w+|satur\w+|sun\w+|spring|autumn|christmas|birthday)"
_EVERY: Final = re.compile(
    rf"\bevery\s+(?!(?:of\s+)?(?:\w+\s+)?{_TIMES}\b)\w+|\ball\s+(?:of\s+)?(?:(?:the|my|our|its|their|these|those)\s+)?(?!{_TIMES}\b)\w+|"
    rf"\b(?:whole|entire)\s+(?!{_TIMES}\b)\w+|\bthroughout\s+(?:the|our|its)\s+(?!{_TIMES}\b)\w+|\beveryone\b|\beverybody\b",
    re.IGNORECASE,
)
_EVERY_SAID: Final = re.compile(
    r"\b(?:full|fully|both|any|total|complete|completely|overall|100%?)(?!\w)", re.IGNORECASE
)
_IDIOMS: Final = re.compile(
    r"\ball\s+(?:in all|along|the (?:more|better|same|way|time|while)|day|night|year|too|of (?:which|whom|them|this|that|it)|this|that|these|those|round|kinds?|sorts?|about|I|told|ages|alone)\b|\b(?:above|first of|after|at|not|of) all\b|\bnot (?:every|all)\b|\beach (?:other|with|of them)\b|\bas a whole\b",
    re.IGNORECASE,
)
_ALL_OF_THEM: Final = re.compile(r"\b(?:every|each|all|always|any)\b", re.IGNORECASE)
_GENERAL: Final = frozenset({"always", "never", "100%", "without exception", "every time"})
_SPAN_REACH: Final = 40
_SIZEABLE: Final = re.compile(r"^(?:significant|substantial|considerabl)", re.IGNORECASE)


@cache
def _circles() -> tuple[tuple[int, re.Pattern[str]], ...]:
    return tuple((width, re.compile(pattern, re.IGNORECASE)) for width, pattern in strength.SCOPE)


@cache
def _boasts() -> re.Pattern[str]:
    return re.compile(strength.BOASTS, re.IGNORECASE)


def check_scope(claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each wider circle and each boast that the cited lines do not have."""
    for clause in claim.told:
        widest = max(
            (width for source in clause.sources for width, pattern in _circles() if pattern.search(source.text)),
            default=0,
        )
        for width, pattern in _circles():
            match = pattern.search(clause.text)
            if match and width > widest and not _is_said(match.group(), clause) and not _is_in_a_name(match, clause):
                yield Finding("scope", f"The cited lines do not reach as far as “{match.group()}”.", match.group())
        if (
            _FIRST.search(clause.text)
            and not _SECOND.search(clause.text)
            and any(_SECOND.search(source.own) for source in clause.sources)
        ):
            yield Finding("scope", "The cited lines do not put you first.", "best")
        if (
            _ALL.search(clause.text)
            and any(_SOME.search(source.own) for source in clause.sources)
            and not any(_ALL.search(source.own) for source in clause.sources)
        ):
            yield Finding("scope", "The cited lines say this of some, the sentence of all.", "all")
        yield from _prizes(clause)
        yield from _universals(clause)
        for match in _boasts().finditer(clause.text):
            shown = _is_shown_by_a_number(match.group(), clause) or _is_the_end_of_a_span(match, clause)
            general = match.group().lower() in _GENERAL and any(_ALL_OF_THEM.search(one.text) for one in clause.sources)
            if not shown and not general and not _is_said(match.group(), clause):
                yield Finding("scope", f"The cited lines do not say “{match.group()}”.", match.group())


def _universals(clause: Clause) -> Iterator[Finding]:
    """Yield a finding for "every", "all" or "whole" of a thing where no line is so general."""
    match = _EVERY.search(_IDIOMS.sub(" ", clause.text))
    each = re.sub(r"^every\b", "each", match.group(), flags=re.IGNORECASE).lower() if match else ""
    if match and not any(_is_general(source) or each in source.lower for source in clause.sources):
        yield Finding("scope", f"The cited lines do not say this of “{match.group()}”.", match.group())


def _is_general(source: Source) -> bool:
    return _EVERY_SAID.search(source.text) is not None or _EVERY.search(_IDIOMS.sub(" ", source.text)) is not None


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


def _is_said(phrase: str, clause: Clause) -> bool:
    """Tell whether every word of the phrase, in any form, stands in one of the sources."""
    roots = [stem(word, clause.language) for word in re.findall(r"[^\W\d_]{3,}", phrase.lower())]
    if not roots:
        return any(phrase.lower() in source.lower for source in clause.sources)
    if phrase.lower().endswith("est"):
        return any(
            not groups_of(root).isdisjoint(source.groups) or source.has_root(root)
            for source in clause.sources
            for root in roots
        )
    return any(all(source.has_root(root) for root in roots) for source in clause.sources)


def _is_the_end_of_a_span(match: re.Match[str], clause: Clause) -> bool:
    """Accept "the largest with 600 delegates" where the lines say "150 to 600 delegates"."""
    if not match.group().lower().endswith("est"):
        return False
    after = [quantity for quantity in clause.quantities if 0 <= quantity.start - match.end() <= _SPAN_REACH]
    ends = {
        max(span) for source in clause.sources for span in changes(source.text, source.quantities, only_changes=False)
    }
    return any(number in ends for quantity in after for number in quantity.numbers)


def _is_shown_by_a_number(phrase: str, clause: Clause) -> bool:
    """A cut by 75% may be called considerable."""
    return _SIZEABLE.match(phrase) is not None and any(source.quantities for source in clause.sources)
