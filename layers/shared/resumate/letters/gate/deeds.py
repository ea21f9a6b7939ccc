"""What the person is said to have done must be a deed that the evidence has, whatever it was done to.

"I negotiated shift pay with the union" has every noun of "took minutes in talks with the union on shift pay". The
verbs of `words.strong_deeds` are those a reader would check; each needs itself or a related word in the cited
lines. Other verbs only weigh in `gate.meaning`.
"""

import re
from collections.abc import Iterator
from functools import cache

from resumate.documents.model import SectionKind
from resumate.letters.gate.changes import changes
from resumate.letters.gate.claim import Claim, Clause
from resumate.letters.gate.negation import denied_in
from resumate.letters.gate.source import Source
from resumate.letters.gate.stem import form, stem
from resumate.letters.gate.tokens import Token
from resumate.letters.gate.weights import is_deed, is_lesson, is_past
from resumate.letters.gate.words.strong_deeds import recognitions, strong_deeds
from resumate.letters.model import Finding

# "I exceed the five years you require": no deed, and `gate.durations` counts them.
_THAN_ASKED = re.compile(
    r"(?:exceed|surpass|meet|fulfil)\w*\s+(?:your|the|what)\b[^,;]{0,40}\byou(?:r\s+\w+)?\s+(?:ask|require|need|request|want|look)",
    re.IGNORECASE,
)
# Where a list of tools stands, "I write SQL" says no more than the list.
_LISTS = frozenset({SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.PROJECTS})
_DONE_WITH_TOOLS = frozenset(
    "write program code develop build design draw create model speak translate edit automate".split()
)
# "Power BI dashboard on open claims": a line that names a thing and no deed; who lists it as theirs made it, held it, gave it.
_MADE = frozenset(
    "write program code develop build design draw create model translate edit automate teach present speak interview simulate".split()
)
_DEEDS_BEGIN_WITHIN = 3
# "480 ms → 190 ms" tells of a cut without the word.
_RESULTS = frozenset(
    "cut reduce lower shorten increase raise improve grow expand halve double triple boost lift drop decrease save".split()
)
_SIGNED_CHANGE = re.compile(
    r"(?<![\w)])[+−–-]\s?[$€£]?\d|\b(?:up|down|less|more|fewer|faster|lower|higher|saved|halved|doubled)\b",
    re.IGNORECASE,
)
# Every salesperson's word for a customer who signed.
_NEW_CUSTOMERS = re.compile(
    r"(?:won|win|winning|acquired?|acquiring|signed|landed|gained)\s+(?:(?:about|around|over|more than|some|roughly|nearly)\s+)?(?:[\w-]+\s+){0,3}?(?:new\s+)?(?:customers?|clients?|accounts?|logos?|subscribers?|members?|business|patients|tenants)\b",
    re.IGNORECASE,
)
_NEW = re.compile(
    r"\bnew\s+(?:\w+\s+)?(?:customers?|clients?|accounts?|logos?|subscribers?|members?|business|patients|tenants)\b|\bclosed\b|\bsigned\b|\bonboarded\b",
    re.IGNORECASE,
)
# Somebody else's deed, or none at all: "led by the professor", "I pitched in", "we recorded fewer injuries".
_IDIOM = re.compile(
    r"(?:led|headed|directed|written|managed|run|chaired|founded|owned)\s+by\b|pitch(?:ed|es|ing)?\s+in\b|awarded\s+in\s+(?:19|20)\d\d|record(?:ed|s)?\s+(?:(?:only|just|no)\s+)?(?:[\w-]+\s+)?(?:fewer|more|less|no)\b",
    re.IGNORECASE,
)


def check_deeds(claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each strong deed of the person that no cited line has."""
    if claim.language != "en":
        return
    for clause in claim.told:
        if is_lesson(clause.text):
            continue
        denied = denied_in(clause)
        for index, token in enumerate(clause.tokens):
            deed = token.root in strong_deeds() and is_deed(clause.tokens, index)
            recognition = token.root in recognitions() and token.lower.endswith("ed")
            if not (deed or recognition) or token.start in denied or _is_shown(token, clause):
                continue
            if deed:
                yield Finding("deed", f"The cited lines do not say that you “{token.text}” anything.", token.text)
            else:
                yield Finding("deed", f"The cited lines do not say that anything was “{token.text}”.", token.text)


def _is_shown(token: Token, clause: Clause) -> bool:
    if any(source.carries(token) for source in clause.sources):
        return True
    if _THAN_ASKED.match(clause.text, token.start):
        return True
    if _IDIOM.match(clause.text, token.start):
        return True
    if token.root in _results() and any(source.once(_tells_a_result) for source in clause.sources):
        return True
    if _NEW_CUSTOMERS.match(clause.text, token.start) and any(_NEW.search(source.own) for source in clause.sources):
        return True
    if form(token.lower) in _made() and any(source.once(_names_a_thing) for source in clause.sources):
        return True
    return form(token.lower) in _done_with_tools() and any(
        source.evidence.section in _LISTS for source in clause.sources
    )


def _names_a_thing(source: Source) -> bool:
    """Tell whether a line of somebody's work begins with a thing and not with what was done to it."""
    if source.evidence.section is not SectionKind.EXPERIENCE:
        return False
    first = source.own_words.tokens[:_DEEDS_BEGIN_WITHIN]
    if not first or first[0].function:
        return False
    return not any(token.root in strong_deeds() or is_past(token) for token in first)


@cache
def _made() -> frozenset[str]:
    return frozenset(form(word) for word in _MADE)


@cache
def _done_with_tools() -> frozenset[str]:
    return frozenset(form(word) for word in _DONE_WITH_TOOLS)


@cache
def _results() -> frozenset[str]:
    return frozenset(stem(word) for word in _RESULTS)


def _tells_a_result(source: Source) -> bool:
    """Tell whether a line gives both ends of a change; in which direction it went is told by `gate.opposites`."""
    return bool(changes(source.own, source.own_words.quantities)) or _SIGNED_CHANGE.search(source.own) is not None
