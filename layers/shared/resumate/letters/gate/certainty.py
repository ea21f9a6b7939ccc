"""What was planned, tried, proposed or is unfinished may not become done; what was nominated did not win.

Held clause against clause, like `gate.promotions`. Percentages with "up to" are in `gate.numbers`.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from resumate.documents.model import SectionKind
from resumate.letters.gate.about_job import is_about_the_job
from resumate.letters.gate.claim import Claim, Clause
from resumate.letters.gate.degrees import credential_items, degrees_in
from resumate.letters.gate.source import Vocabulary
from resumate.letters.gate.telling import telling_words
from resumate.letters.gate.words import strength
from resumate.letters.gate.words.titles import CERTIFICATES
from resumate.letters.model import Finding

_WON: Final = re.compile(r"\b(?:won|winner|winning|first place|first prize|gold medal)\b", re.IGNORECASE)
_NOMINATED: Final = re.compile(
    r"\b(?:nominat\w+|finalist|shortlist\w*|commended|runner[- ]up|second place|honou?rable mention)\b", re.IGNORECASE
)
# A study that goes on may be spoken of as one.
_UNDER_WAY: Final = re.compile(
    r"\b(?:studying|student|my studies|course|learning|semester|term|so far|am in my|first-year|second-year|third-year|final-year|towards?|candidate|preparing|research|researching|doctoral|pursu\w+|continu\w+|soon|future|still)\b",
    re.IGNORECASE,
)
_STUDY: Final = frozenset({SectionKind.EDUCATION, SectionKind.CERTIFICATIONS})


@cache
def _pairs() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    done = dict(strength.DONE)
    return tuple(
        (kind, re.compile(undone, re.IGNORECASE), re.compile(done[kind], re.IGNORECASE))
        for kind, undone in strength.UNDONE
    )


def check_certainty(claim: Claim) -> Iterator[Finding]:
    """Yield a finding where a sentence states as done what the cited lines only plan, try or have not finished."""
    for clause in claim.clauses:
        if is_about_the_job(clause, claim.job):
            continue
        yield from _won_findings(clause)
        for kind, undone, done in _pairs():
            if kind == "not finished" and not _is_study(clause):
                continue
            evidence = _study_items(clause) if kind == "not finished" else clause.aligned
            words = [undone.search(other.text) for other in evidence]
            if (
                not words
                or not all(words)
                or (kind != "not finished" and any(done.search(other.text) for other in evidence))
            ):
                continue
            if kind == "not finished":
                if undone.search(claim.text) or _UNDER_WAY.search(claim.text):
                    continue
            elif not done.search(clause.text) or undone.search(clause.text):
                continue
            word = words[0].group() if words[0] else ""
            yield Finding(
                "certainty", f"The cited lines say “{word}”: that is {kind}, the sentence makes it done.", word
            )


def _won_findings(clause: Clause) -> Iterator[Finding]:
    """Refuse "won" where the lines only nominate, in whatever part of the passage they do."""
    match = _WON.search(clause.text)
    if match is None or any(_WON.search(source.own) for source in clause.sources):
        return
    if any(_NOMINATED.search(source.own) for source in clause.sources):
        yield Finding("certainty", f"The cited lines do not say that you {match.group()} it.", match.group())


def _study_items(clause: Clause) -> list[Vocabulary]:
    """Return the degrees and certificates of the sources that the clause speaks of, each with what follows it."""
    items = [Vocabulary(item, clause.language) for source in clause.sources for item in credential_items(source.own)]
    words = telling_words(clause) or clause.tokens
    numbers = {token.lower for token in clause.tokens if token.numeric}
    scores = [sum(item.says(word) for word in words) + 2 * len(numbers & item.words) for item in items]
    best = max(scores, default=0)
    return [item for item, score in zip(items, scores, strict=True) if score == best]


def _is_study(clause: Clause) -> bool:
    return (
        bool(degrees_in(clause.text))
        or re.search(CERTIFICATES + r"|\bdegree\b", clause.text, re.IGNORECASE) is not None
        or any(source.evidence.section in _STUDY for source in clause.sources)
    )
