"""How much a word weighs that the evidence lacks: a deed most, a colouring word least.

For `gate.meaning`. "I negotiated …" adds a deed of the person, "patiently" adds nothing that could be false.
"""

import re
from typing import Final

from resumate.letters.gate.claim import Clause
from resumate.letters.gate.job_facts import JobFacts
from resumate.letters.gate.job_phrases import job_phrases
from resumate.letters.gate.stem import form, is_irregular_past, stem
from resumate.letters.gate.tokens import Token
from resumate.letters.gate.words.soft_words import soft_forms
from resumate.letters.gate.words.strong_deeds import strong_deeds
from resumate.letters.gate.words.titles import ROLES

SOFT: Final = 0.3
VERB: Final = 0.6
RESULT: Final = 2.5
ORDINARY: Final = 1.0
PEOPLE: Final = 1.5
REQUIRED: Final = 1.5
DEED: Final = 2.0
OF_THE_JOB: Final = 2.5
# "That taught me to explain": what somebody learned colours, too.
LESSON: Final = 0.35

_LESSON: Final = re.compile(
    r"\b(?:taught|teaches|showed|shown|shows|made|makes|gave|given|gives|helped|allowed|trained|prepared)\s+(?:me|my)\b|\b(?:sharpened|strengthened|honed|deepened|broadened|shaped|improved|developed)\s+my\b|"
    r"\b(?:I|me)\s+(?:have\s+)?(?:learn(?:ed|t)|come to (?:value|appreciate|understand)|understand|understood|know (?:what|how|that)|enjoy(?:ed)?|value|appreciate[ds]?)\b",
    re.IGNORECASE,
)
_LEAD: Final = stem("lead")
_LINKS: Final = frozenset("and then also later but i we who have had has 've to by which that".split())


def weights_of(clause: Clause, job: JobFacts) -> dict[int, float]:
    """Return the weight of each word of a clause, by where it starts."""
    lesson = _LESSON.search(clause.text)
    factor = LESSON if lesson else 1.0
    of_the_job = {token.start for run in job_phrases(clause, job) if len(run) > 1 for token in run}
    told = range(lesson.start(), lesson.end()) if lesson else range(0)
    return {
        token.start: 0.0 if token.start in told else factor * _weight(clause.tokens, index, job, of_the_job)
        for index, token in enumerate(clause.tokens)
    }


def is_lesson(text: str) -> bool:
    """Tell whether a clause says what the person learned or came to value."""
    return _LESSON.search(text) is not None


def _weight(tokens: list[Token], index: int, job: JobFacts, of_the_job: set[int]) -> float:
    token = tokens[index]
    if form(token.lower) in soft_forms() or (token.lower.endswith("ly") and len(token.lower) > 4):
        return SOFT
    if token.start in of_the_job:
        return OF_THE_JOB
    if is_deed(tokens, index):
        return DEED if token.root in strong_deeds() else VERB
    if token.lower.rstrip("s") in ROLES:
        return PEOPLE
    if job.required.has_root(token.root):
        return REQUIRED
    if is_past(token):
        return ORDINARY if token.root in strong_deeds() else VERB
    return ORDINARY


def is_deed(tokens: list[Token], index: int) -> bool:
    """Tell whether a word is what the person did: the verb after "I", or the one that opens a further clause."""
    if tokens[index].root == _LEAD and index + 1 < len(tokens) and tokens[index + 1].lower == "to":
        return False  # "… led to savings": nobody led
    before = index - 1
    while before >= 0 and (tokens[before].lower in _LINKS - {"i", "we"} or tokens[before].lower.endswith("ly")):
        before -= 1
    if before >= 0:
        return tokens[before].lower in {"i", "we"}
    # A sentence may begin with an adjective ("Automated tests …"); a later clause begins with what was done.
    return index <= 2 and not tokens[0].capital and is_past(tokens[index])


def is_past(token: Token) -> bool:
    """Tell whether a word has the form of a past: "written", "planned"."""
    return (token.lower.endswith("ed") and len(token.lower) > 4) or is_irregular_past(token.lower)
