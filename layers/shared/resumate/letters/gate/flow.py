"""What a sentence says through the one before it: "there", "in that role", "this".

A fact can move to another employer without being named ("At Apple I … . There I also …"), and a sentence that
points at one that was left out points at nothing. `letters.review` runs this over the judged sentences; one
that is refused here can leave the next without its antecedent, so it is repeated until nothing changes.
"""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from resumate.letters.gate.claim import Claim
from resumate.letters.model import Finding, Sentence, SentenceState

_SAME_PLACE: Final = re.compile(
    r"\b(?:while there|at the same (?:company|firm|employer|place|school|hospital|organi[sz]ation|time there)|in (?:that|the same|this) (?:role|position|job|capacity|post)|during (?:that|this) (?:time|period|role|job)|"
    r"from there|also there|in derselben (?:firma|stelle)|dort|là-bas|dans ce (?:poste|rôle)|allí|en ese puesto)\b|^there\b(?! (?:is|are|was|were|has|have))|\bthere,? I\b|\bI (?:\w+ ){0,3}there\b",
    re.IGNORECASE,
)
_POINTS_BACK: Final = re.compile(
    r"^(?:this|these|that|those|such|it|they|there|both|the (?:same|latter|former|result)|as a result|in doing so|by doing so|doing so|there,|in (?:that|the same) (?:role|position)|dies\w*|dadurch|dabei|cela|ces|ceci|esto|estas?|estos)\b"
    r"(?!\s+(?:role|position|job|post|opportunity|vacancy|opening|company|team|is why I|year|morning))",
    re.IGNORECASE,
)
MOVED: Final = Finding("moved", "“There” points at another employer than the cited lines.", "there")
DANGLING: Final = Finding("dangling", "It goes on from a sentence that was left out.")


def settle(sentences: list[Sentence], claims: Sequence[Claim]) -> list[Sentence]:
    """Return the sentences with those removed whose meaning hangs on another employer or on a removed sentence."""
    while True:
        settled = _pass(sentences, claims)
        if settled == sentences:
            return settled
        sentences = settled


def _pass(sentences: list[Sentence], claims: Sequence[Claim]) -> list[Sentence]:
    result: list[Sentence] = []
    employers: frozenset[str] = frozenset()
    for index, (sentence, claim) in enumerate(zip(sentences, claims, strict=True)):
        before = result[index - 1] if index and result[index - 1].paragraph == sentence.paragraph else None
        if sentence.state is SentenceState.REMOVED:
            result.append(sentence)
            continue
        finding = None
        if before is not None and before.state is SentenceState.REMOVED and _POINTS_BACK.search(sentence.text):
            finding = DANGLING
        elif sentence.state is SentenceState.SUPPORTED and _is_elsewhere(claim, employers):
            finding = MOVED
        if finding:
            sentence = msgspec.structs.replace(sentence, state=SentenceState.REMOVED, findings=[finding])  # noqa: PLW2901 - the judged form replaces it
        elif sentence.state is SentenceState.SUPPORTED and claim.organisations:
            employers = claim.organisations
        result.append(sentence)
    return result


def _is_elsewhere(claim: Claim, employers: frozenset[str]) -> bool:
    own = frozenset(source.organisation for source in claim.sources if source.organisation)
    if not employers or not own or not _SAME_PLACE.search(claim.text):
        return False
    return own.isdisjoint(employers) and not any(name in claim.text.lower() for name in own)
