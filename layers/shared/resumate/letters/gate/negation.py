"""What the evidence denies a sentence may not affirm, and the other way round.

A denial ("not", "without", "never") reaches over the few words after it in its clause. Words are compared by
root, and only those that say something.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from resumate.letters.gate.about_job import is_about_the_job
from resumate.letters.gate.claim import Claim
from resumate.letters.gate.source import Vocabulary
from resumate.letters.gate.tokens import Token
from resumate.letters.gate.words.number_words import MONTHS_PER, SECONDS_PER
from resumate.letters.gate.words.opposites import DENIALS
from resumate.letters.model import Finding

_REACH: Final = 5
_REACH_OF_ENDING: Final = 3
_STOP: Final = re.compile(
    r"\b(?:by|through|but|when|while|because|although|though|over|since|during|thanks|yet|however)\b|\b(?:on|at) (?:my|our|the)\b|[,;:]",
    re.IGNORECASE,
)
# Deeds that end a thing: it was there before, so these deny nothing for certain.
_ENDING: Final = re.compile(
    r"\b(?:replac\w+|remov\w+|abolish\w+|eliminat\w+|avoid\w+|prevent\w+|reduc\w+|stopp\w+|end(?:ed|ing)\b(?! (?:with|in|up)\b)|cut\w*|fail\w* to)\b",
    re.IGNORECASE,
)
# "No accident in nine years" denies no year.
_TIME: Final = MONTHS_PER.keys() | SECONDS_PER.keys() | {"time", "times"}
_WHERE: Final = re.compile(r"\b(?:on|in|at|during) (?:my|our|the) \w+", re.IGNORECASE)
_NOBODY: Final = re.compile(r"nobody|none|no one|nothing", re.IGNORECASE)
_NO_DENIAL: Final = re.compile(
    r"\bnot only\b|\bnot just\b|\bno later than\b|\bno\. ?\d|\bnot least\b|\bnon-profit|\bnonprofit|\bno less than\b|\bno fewer than\b|\bwithout doubt\b|\bno doubt\b",
    re.IGNORECASE,
)


@cache
def _denial(language: str) -> re.Pattern[str]:
    return re.compile(DENIALS.get(language, DENIALS["en"]), re.IGNORECASE)


def check_negation(claim: Claim) -> Iterator[Finding]:
    """Yield a finding where sentence and evidence disagree about whether something was so."""
    for clause in claim.clauses:
        if not clause.sources or is_about_the_job(clause, claim.job):
            continue
        denied, affirmed = _readings([clause])
        denied_there, affirmed_there = _readings([part for source in clause.sources for part in source.clauses])
        for root in sorted((affirmed - denied) & (denied_there - affirmed_there)):
            yield Finding("negation", f"The cited lines deny what the sentence says about “{root}”.", root)
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


def _reached(words: Sequence[Token], spans: Sequence[tuple[int, int]], reach: int) -> set[int]:
    """Return where the words stand that follow within reach of one of the places."""
    return {word.start for end, stop in spans for word in [word for word in words if end <= word.start < stop][:reach]}


def _span(text: str, denial: re.Match[str]) -> tuple[int, int]:
    """Return from where to where a denial may reach: up to the next "by", "but", "when"; "nobody" denies it all."""
    if _NOBODY.fullmatch(denial.group()):
        return denial.end(), len(text)
    stop = _STOP.search(text, denial.end())
    return denial.end(), stop.start() if stop else len(text)
