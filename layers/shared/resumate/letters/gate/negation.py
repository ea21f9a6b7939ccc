"""What the evidence denies a sentence may not affirm, and the other way round.

A denial ("not", "without", "never") reaches over the few words after it in its clause. Words are compared by
root, and only those that say something.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from resumate.letters.gate.claim import Claim
from resumate.letters.gate.source import Vocabulary
from resumate.letters.gate.stem import form
from resumate.letters.gate.tokens import Token
from resumate.letters.gate.words.number_words import MONTHS_PER, SECONDS_PER
from resumate.letters.gate.words.opposites import DENIALS
from resumate.letters.gate.words.plain_words import plain_forms
from resumate.letters.model import Finding

_REACH: Final = 5
_REACH_OF_ENDING: Final = 3
_STOP: Final = re.compile(
    r"\b(?:by|through|but|when|while|because|although|though|over|since|during|thanks|(?<!not )yet|however)\b|\b(?:on|at) (?:my|our|the)\b|[,;:]",
    re.IGNORECASE,
)
# Deeds that end a thing: it was there before, so these deny nothing for certain.
_ENDING: Final = re.compile(
    r"\b(?:previously|formerly|originally|until then|replac\w+|remov\w+|abolish\w+|eliminat\w+|avoid\w+|prevent\w+|reduc\w+|stopp\w+|end(?:ed|ing)\b(?! (?:with|in|up)\b)|cut\w*|fail\w* to)\b",
    re.IGNORECASE,
)
# "No accident in nine years" denies no year.
_TIME: Final = MONTHS_PER.keys() | SECONDS_PER.keys() | {"time", "times"}
_WHERE: Final = re.compile(r"\b(?:on|in|at|during) (?:my|our|the) \w+", re.IGNORECASE)
_NOBODY: Final = re.compile(r"nobody|none|no one|nothing", re.IGNORECASE)
_NOT_YET: Final = re.compile(
    r"(?:\bnot\b|n['’]t\b)[^.;]*\b(?:yet|so far|until now)\b|\bstill (?:to|have to|need)\b", re.IGNORECASE
)
_WHEN_I_CAME: Final = re.compile(
    r"\b(?:when|before|until) I (?:came|joined|started|arrived|took over|began)\b", re.IGNORECASE
)
_UNDER_WAY: Final = re.compile(
    r"\b(?:booked|planned|scheduled|expected|due|in progress|not yet|pending|upcoming|ongoing|registered|enrolled|begun|started|building|preparing|studying|beginner|basic|intermediate|learning)\b",
    re.IGNORECASE,
)
_NO_DENIAL: Final = re.compile(
    r"\bnot only\b|\bnot just\b|\bno later than\b|\bno\. ?\d|\bnot least\b|\bnon-profit|\bnonprofit|\bno less than\b|\bno fewer than\b|\bwithout doubt\b|\bno doubt\b",
    re.IGNORECASE,
)


@cache
def _denial(language: str) -> re.Pattern[str]:
    return re.compile(DENIALS.get(language, DENIALS["en"]), re.IGNORECASE)


def check_negation(claim: Claim) -> Iterator[Finding]:
    """Yield a finding where sentence and evidence disagree about whether something was so."""
    for clause in claim.told:
        if not clause.sources:
            continue
        denied, affirmed = _readings([clause])
        denied_there, affirmed_there = _readings([part for source in clause.sources for part in source.clauses])
        for root in sorted((affirmed - denied) & (denied_there - affirmed_there)):
            yield Finding("negation", f"The cited lines deny what the sentence says about “{root}”.", root)
        if _WHEN_I_CAME.search(clause.text):
            continue
        if _NOT_YET.search(clause.text) and any(_UNDER_WAY.search(source.own) for source in clause.sources):
            continue
        # "There was no pipeline; I set up the first": the sentence itself tells how it ended.
        affirmed |= _readings([other for other in claim.told if other is not clause])[1]
        for root in sorted((denied - affirmed) & (affirmed_there - denied_there)):
            yield Finding("negation", f"The sentence denies what the cited lines say about “{root}”.", root)


def _readings(clauses: Sequence[Vocabulary]) -> tuple[set[str], set[str]]:
    """Return the roots that the clauses deny and those they affirm; what a deed ended counts as both."""
    denied: set[str] = set()
    affirmed: set[str] = set()
    for clause in clauses:
        text = _WHERE.sub(lambda match: " " * len(match.group()), clause.text)
        text = _NO_DENIAL.sub(lambda match: " " * len(match.group()), text)
        denials = [match for match in _denial(clause.language).finditer(text) if not match.group().endswith("-free")]
        spans = [_span(text, match) for match in denials if match.group().lower() != "non-"]
        free = {match.start() for match in re.finditer(r"-free\b", text)}
        prefixed = {match.end() for match in denials if match.group().lower() == "non-"}
        # A place ("on my shift") is neither denied nor affirmed.
        words = [
            token
            for token in clause.tokens
            if not (token.function or token.numeric or token.lower in _TIME or text[token.start] == " ")
            and form(token.lower, clause.language) not in plain_forms(clause.language)
        ]
        reached = _reached(words, spans, _REACH)
        ended = _reached(words, [_span(text, match) for match in _ENDING.finditer(text)], _REACH_OF_ENDING)
        for token in words:
            if _denial(clause.language).fullmatch(token.text):
                continue
            if token.start in reached | prefixed or token.start + len(token.text) in free:
                denied.add(token.root)
            else:
                affirmed.add(token.root)
            if token.start in ended:
                denied.add(token.root)
                affirmed.add(token.root)
    return denied, affirmed


def denied_in(clause: Vocabulary) -> set[int]:
    """Return where the words of a clause stand that it denies ("on EKS rather than AKS")."""
    text = _NO_DENIAL.sub(lambda match: " " * len(match.group()), clause.text)
    spans = [_span(text, match) for match in _denial(clause.language).finditer(text)]
    return _reached([token for token in clause.tokens if not token.function], spans, _REACH)


def _reached(words: Sequence[Token], spans: Sequence[tuple[int, int]], reach: int) -> set[int]:
    """Return where the words stand that follow within reach of one of the places."""
    return {word.start for end, stop in spans for word in [word for word in words if end <= word.start < stop][:reach]}


def _span(text: str, denial: re.Match[str]) -> tuple[int, int]:
    """Return from where to where a denial may reach: up to the next "by", "but", "when"; "nobody" denies it all."""
    if _NOBODY.fullmatch(denial.group()):
        return denial.end(), len(text)
    stop = _STOP.search(text, denial.end())
    return denial.end(), stop.start() if stop else len(text)
