"""What was planned, tried, proposed or is unfinished may not become done; what was nominated did not win.

Held clause against clause, like `gate.promotions`. Percentages with "up to" are in `gate.numbers`.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from resumate.documents.model import SectionKind
from resumate.letters.gate.claim import Claim, Clause
from resumate.letters.gate.degrees import credential_items
from resumate.letters.gate.source import Source
from resumate.letters.gate.stem import stem
from resumate.letters.gate.telling import telling_words
from resumate.letters.gate.vocabulary import Vocabulary
from resumate.letters.gate.words import strength
from resumate.letters.gate.words.titles import CERTIFICATES
from resumate.letters.model import Finding

_WON: Final = re.compile(r"\b(?:won|winner|winning|first place|first prize|gold medal)\b", re.IGNORECASE)
_NOMINATED: Final = re.compile(
    r"\b(?:nominat\w+|finalist|shortlist\w*|commended|runner[- ]up|second place|honou?rable mention)\b", re.IGNORECASE
)
# A study that goes on may be spoken of as one.
_UNDER_WAY: Final = re.compile(
    r"\b(?:studying|student|my studies|course|learning|semester|term|so far|am in my|first-year|second-year|third-year|final-year|towards?|candidate|preparing|research|researching|doctoral|pursu\w+|continu\w+|soon|future|still|modules?|first of|working on|attend|shall|will|going to|due to|am to)\b",
    re.IGNORECASE,
)
# "Launch expected before Christmas", "completion due May 2027".
_TO_COME: Final = re.compile(
    r"\b(\w+)\s+(?:is\s+|are\s+)?(?:expected|planned|due|scheduled|pending|booked|to follow)\b", re.IGNORECASE
)
_STILL_TO_COME: Final = re.compile(
    r"\b(?:not|yet|will|shall|expect\w*|plan\w*|due|scheduled|soon|before|until|by the time|going to|next|await\w*|wait\w*|pending|under review|(?:is|are) to|be \w+ed)\b",
    re.IGNORECASE,
)
_ALREADY: Final = re.compile(r"\b(?:already|now|is live|went live|since then)\b", re.IGNORECASE)
_BEGINNINGS: Final = frozenset(
    stem(word) for word in ("launch", "start", "introduction", "opening", "release", "rollout")
)
# "Level 3" tells two studies of one name apart.
_LABEL: Final = 4
_STUDY: Final = frozenset({SectionKind.EDUCATION, SectionKind.CERTIFICATIONS})

# A fellow since 2020 is one; studying since 2020 is not finished.
_HELD_SINCE: Final = re.compile(
    r"\b(?:fellow|member|chartered|licen[cs]\w+|registered|registration|certified|qualified|accredited|admitted)\b[^;,]*\bsince (?:\w+ )?20\d\d",
    re.IGNORECASE,
)
# "The offer was my suggestion, and it earned us …" hides nothing.
_SUGGESTED: Final = re.compile(r"\bsuggest\w*|\bideas?\b|\bpropos\w+|\bcame up with\b|\bbrainchild\b", re.IGNORECASE)
# "Theory test passed, practical test booked": each part has a state of its own.
_ITEMS: Final = re.compile(r"[,;]\s+|\.\s+|\s+[–—-]+\s+")


@cache
def _awaited() -> re.Pattern[str]:
    return re.compile(strength.AWAITED, re.IGNORECASE)


@cache
def _arrived() -> re.Pattern[str]:
    return re.compile(strength.ARRIVED, re.IGNORECASE)


@cache
def _still_open() -> re.Pattern[str]:
    return re.compile(strength.STILL_OPEN, re.IGNORECASE)


@cache
def _pairs() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    done = dict(strength.DONE)
    return tuple(
        (kind, re.compile(undone, re.IGNORECASE), re.compile(done[kind], re.IGNORECASE))
        for kind, undone in strength.UNDONE
    )


def check_certainty(claim: Claim) -> Iterator[Finding]:
    """Yield a finding where a sentence states as done what the cited lines only plan, try or have not finished."""
    for clause in claim.told:
        yield from _won_findings(clause)
        yield from _not_yet_findings(clause)
        yield from _awaited_findings(clause, claim)
        for kind, undone, done in _pairs():
            if kind == "not finished" and not _is_study(clause):
                continue
            evidence = _study_items(clause, claim) if kind == "not finished" else clause.aligned
            words = [undone.search(_HELD_SINCE.sub(" ", other.text)) for other in evidence]
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


def _not_yet_findings(clause: Clause) -> Iterator[Finding]:
    """Refuse "launched" and "already" where the lines say "launch planned for February"."""
    if _STILL_TO_COME.search(clause.text):
        return
    for source in clause.sources:
        for match in _TO_COME.finditer(source.own):
            awaited = stem(match.group(1).lower(), clause.language)
            done = next(
                (token for token in clause.tokens if token.root == awaited and token.lower.endswith("ed")), None
            )
            already = _ALREADY.search(clause.text)
            if done or (already and awaited in _BEGINNINGS):
                word = done.text if done else already.group() if already else ""
                yield Finding("certainty", f"The cited lines say “{match.group()}”, the sentence “{word}”.", word)


def _awaited_findings(clause: Clause, claim: Claim) -> Iterator[Finding]:
    """Refuse "passed my practical test" where the item that tells of it says "practical test booked for December"."""
    if not _arrived().search(clause.text) or _still_open().search(clause.text) or _SUGGESTED.search(claim.text):
        return
    heads = [source.head_words for source in clause.sources]
    words = [word for word in telling_words(clause) if not any(head.has_root(word.root) for head in heads)]
    items = [item for source in clause.sources for item in source.pieces(_ITEMS)]
    scores = [sum(item.says(word) for word in words) for item in items]
    best = max(scores, default=0)
    told = [_awaited().search(item.text) for item, score in zip(items, scores, strict=True) if score == best]
    if best and all(told) and told[0]:
        word = told[0].group()
        yield Finding("certainty", f"The cited lines say “{word}”, the sentence tells it as done.", word)


def _study_items(clause: Clause, claim: Claim) -> list[Vocabulary]:
    """Return the degrees and certificates of the sources that the clause speaks of, each with what follows it."""
    items = [item for source in clause.sources for item in source.once(_credentials)]
    words = telling_words(claim.vocabulary) or claim.vocabulary.tokens
    numbers = {token.lower for token in claim.vocabulary.tokens if token.numeric}
    scores = [sum(item.says(word) for word in words) + _LABEL * len(numbers & item.words) for item in items]
    best = max(scores, default=0)
    return [item for item, score in zip(items, scores, strict=True) if score == best]


def _credentials(source: Source) -> list[Vocabulary]:
    return [Vocabulary(item, source.language) for item in credential_items(source.own)]


def _is_study(clause: Clause) -> bool:
    return (
        bool(clause.degrees)
        or re.search(CERTIFICATES + r"|\bdegree\b", clause.text, re.IGNORECASE) is not None
        or any(source.evidence.section in _STUDY for source in clause.sources)
    )
