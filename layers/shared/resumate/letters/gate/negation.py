"""What the evidence denies a sentence may not affirm, and the other way round.

A denial ("not", "without", "never") reaches over the few words after it in its clause. Words are compared by
root, and only those that say something.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from resumate.letters.gate.claim import Claim
from resumate.letters.gate.source import Source
from resumate.letters.gate.stem import form, stem
from resumate.letters.gate.tokens import Token
from resumate.letters.gate.vocabulary import Vocabulary
from resumate.letters.gate.words.number_words import MONTHS_PER, SECONDS_PER
from resumate.letters.gate.words.opposites import DENIALS
from resumate.letters.gate.words.plain_words import plain_forms
from resumate.letters.model import Finding

_REACH: Final = 5
_REACH_OF_ENDING: Final = 3
_STOP: Final = re.compile(
    r"\b(?:by|through|but|when|while|because|although|though|over|since|during|thanks|(?<!not )yet|however)\b|\b(?:in|on|at|during|of) (?:my|our|the|these|those|all)\b|\b(?:on|at) (?=(?-i:[A-Z]))|\bin (?:[\w-]+ ){0,2}(?:years?|months?|weeks?|days?|seasons?|terms?|(?:19|20)\d\d)\b|[,;:]",
    re.IGNORECASE,
)
_STOP_OF_WITHOUT: Final = re.compile(rf"\bfor\b|{_STOP.pattern}", re.IGNORECASE)
# "Renovated without closing the hotel": the hotel was there.
_MANNER: Final = re.compile(r"\bwithout\s+\w+ing\s+([^,;.]+)", re.IGNORECASE)
# Deeds that end a thing: it was there before, so these deny nothing for certain.
_ENDING: Final = re.compile(
    r"\b(?:previously|formerly|originally|until then|replac\w+|remov\w+|abolish\w+|eliminat\w+|avoid\w+|prevent\w+|reduc\w+|stopp\w+|end(?:ed|ing)\b(?! (?:with|in|up)\b)|cut\w*|fail\w* to)\b",
    re.IGNORECASE,
)
# "No accident in nine years" denies no year.
_TIME: Final = MONTHS_PER.keys() | SECONDS_PER.keys() | {"time", "times"}
_WHERE: Final = re.compile(
    r"\b(?:on|in|at|during) (?:my|our|the) (?:[\w-]+ )??[\w-]+(?= (?:has|have|had|is|are|was|were|did|does|do)\b|[\s,.;]|$)",
    re.IGNORECASE,
)
_NOBODY: Final = re.compile(r"nobody|none|no one|nothing", re.IGNORECASE)
_NOT_YET: Final = re.compile(
    r"(?:\bnot\b|n['’]t\b)[^.;]*\b(?:yet|so far|until now)\b|\bstill (?:to|have to|need)\b|\b(?:has|have) (?:yet to|not (?:yet )?been)\b",
    re.IGNORECASE,
)
_WHEN_I_CAME: Final = re.compile(
    r"\b(?:when|before|until) I (?:came|joined|started|arrived|took over|began)\b", re.IGNORECASE
)
_UNDER_WAY: Final = re.compile(
    r"\b(?:booked|planned|scheduled|expected|due|in progress|not yet|pending|upcoming|ongoing|under review|awaiting|registered|enrolled|begun|started|building|preparing|studying|beginner|basic|intermediate|learning)\b",
    re.IGNORECASE,
)
_FREE: Final = re.compile(r"-free\b")
_NO_DENIAL: Final = re.compile(
    r"(?:\bnot|n['’]t) (?:only|just|merely|simply|every|all|always|least)\b|\bno later than\b|\bno\. ?\d|\bnon-profit|\bnonprofit|\bno less than\b|\bno fewer than\b|\bwithout doubt\b|\bno doubt\b|"
    # Who is not new to a thing knows it; who did not do it alone did it.
    r"(?:\bnot|n['’]t|\bnever|\bnothing|\bneither|\bno longer) (?:\w+ )?(?:new|foreign|strange|unusual|unfamiliar|uncommon|unknown|alien)(?=\s*(?:to|for|about|territory|ground|in)\b|\s*[,.;]|\s*$)|\bno strangers?\b|\bneither (?:is|are|was) (?=\w+ing\b)|"
    r"(?:\bnot|n['’]t|\bnever)\b[^,.;]{0,60}\b(?:alone|on my own|by myself|single-handed(?:ly)?|in depth|in detail|an? expert|expert|fluent|perfect|advanced|a master)\b|"
    # "Four of the units haven't been rewritten": the others have.
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|some|most|many|half|part) of (?:the|my|our|its|them|these)\b[^,.;]{0,60}?(?:\bnot\b|n['’]t\b)|"
    # A limit is no denial: "none waits longer than three weeks".
    r"(?:\bnot|n['’]t|\bno|\bnone|\bnever)\b[^,.;]{0,60}\b(?:less|fewer|more|longer|later|lower|worse|higher|below|above|under|over) (?:than|an?|\d)|"
    # What somebody is not yet takes nothing from what they do.
    r"(?:\bnot|n['’]t)\s+(?:yet\s+)?(?:an?|the)\s+(?:[\w-]+\s+){1,3}yet\b|\bfree of charge\b|"
    # A feeling that is denied: "deadlines don't scare me, and neither do customers".
    r"(?:\bnot|n['’]t|\bno longer)\s+(?:\w+ly\s+)?(?:scare|frighten|worry|surprise|bother|trouble|deter|daunt|faze|intimidate)\w*\s+me\b|\bneither (?:do|does|did)\b",
    re.IGNORECASE,
)
# Without one of these nothing looks like a denial.
_ANY_SIGN: Final = re.compile(r"no|n['’]t|ne(?:ither|ver)|without|free", re.IGNORECASE)
# "Never missed a shift", "exceeded no budget": two denials, or one that takes its verb along.
_LACKING: Final = frozenset("miss fail lose skip exceed refuse forget drop break".split())
_OBJECT_DENIED: Final = re.compile(r"(\w+)\s+(?:no|none|nothing|neither)\b", re.IGNORECASE)
_RIGHT_BEHIND: Final = re.compile(
    r"\b(?:no|not)\s+(?!(?:only|just|yet|less|more|longer|fewer|later|even|all|every|always)\b)(\w+)", re.IGNORECASE
)
# "Hazmat I don't have": the thing stands before its denial.
_THING_FIRST: Final = re.compile(
    r"[^,;.(]*\bI\s+(?:do\s+not|don['’]t)\s+(?:\w+\s+)?(?:have|hold|know|speak|use|need)\W*$", re.IGNORECASE
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
        kept = frozenset[str]().union(*(source.once(_not_avoided) for source in clause.sources))
        for root in sorted((affirmed - denied) & (denied_there - affirmed_there - kept)):
            yield Finding("negation", f"The cited lines deny what the sentence says about “{root}”.", root)
        if _denial(clause.language).search(claim.text) is None:
            plainly = frozenset[str]().union(*(source.once(_plainly_denied) for source in clause.sources))
            for token in clause.tokens:
                if token.root in plainly and not any(root == token.root for root in affirmed_there):
                    yield Finding("negation", f"The cited lines deny “{token.text}”.", token.text)
        if _WHEN_I_CAME.search(clause.text):
            continue
        if _NOT_YET.search(clause.text) and any(_UNDER_WAY.search(source.own) for source in clause.sources):
            continue
        # "There was no pipeline; I set up the first": the sentence itself tells how it ended.
        affirmed |= _readings([other for other in claim.told if other is not clause])[1]
        for root in sorted((denied - affirmed) & (affirmed_there - denied_there)):
            yield Finding("negation", f"The sentence denies what the cited lines say about “{root}”.", root)


def _plainly_denied(source: Source) -> frozenset[str]:
    """Return the roots of plain words that stand right behind a denial and nowhere else: "no points", "not continued"."""
    behind = [match.span(1) for match in _RIGHT_BEHIND.finditer(_without_no_denials(source.own_words))]
    tokens = [token for token in source.own_words.tokens if not token.function]
    denied = {token.root for token in tokens if any(start == token.start for start, _ in behind)}
    return frozenset(denied - {token.root for token in tokens if not any(start == token.start for start, _ in behind)})


def _not_avoided(source: Source) -> frozenset[str]:
    """Return the roots of what a line names as the object of "without … ing"."""
    return frozenset(
        token.root
        for match in _MANNER.finditer(source.own)
        for token in Vocabulary(match.group(1), source.language).tokens
        if not token.function
    )


def _readings(clauses: Sequence[Vocabulary]) -> tuple[set[str], set[str]]:
    """Return the roots that the clauses deny and those they affirm; what a deed ended counts as both."""
    readings = [clause.once(_reading) for clause in clauses]
    denied = set[str]().union(*(reading[0] for reading in readings))
    return denied, set[str]().union(*(reading[1] for reading in readings))


def _without_no_denials(clause: Vocabulary) -> str:
    """Return the text with blanks for what looks like a denial and is none."""
    if _ANY_SIGN.search(clause.text) is None:
        return clause.text
    return _NO_DENIAL.sub(lambda match: " " * len(match.group()), clause.text)


def _reading(clause: Vocabulary) -> tuple[set[str], set[str]]:
    denied: set[str] = set()
    affirmed: set[str] = set()
    words = _words_of_weight(clause)
    places = _places_of(clause, words)
    ended = _reached(words, [_span(clause.text, match) for match in _ENDING.finditer(clause.text)], _REACH_OF_ENDING)
    ended |= {match.start(1) for match in _OBJECT_DENIED.finditer(clause.text)}
    lacking = _place_of_lack(clause, words, places)
    for token in words:
        if token.start > lacking and token.start in places:
            continue
        if token.start in places | ended:
            denied.add(token.root)
        if token.start not in places or token.start in ended:
            affirmed.add(token.root)
    return denied, affirmed


def _words_of_weight(clause: Vocabulary) -> list[Token]:
    """Return the words that can be denied; a place ("on my shift") is neither denied nor affirmed."""
    text = _WHERE.sub(lambda match: " " * len(match.group()), clause.once(_without_no_denials))
    denial = _denial(clause.language)
    return [
        token
        for token in clause.tokens
        if not (token.function or token.numeric or token.lower in _TIME or text[token.start] == " ")
        and form(token.lower, clause.language) not in plain_forms(clause.language)
        and not denial.fullmatch(token.text)
    ]


def _places_of(clause: Vocabulary, words: Sequence[Token]) -> set[int]:
    """Return where the words stand that a clause denies: after the denial, in "non-…" and "…-free", or before "I don't have"."""
    text = clause.once(_without_no_denials)
    denials = [match for match in _denial(clause.language).finditer(text) if not match.group().endswith("-free")]
    spans = [_span(text, match) for match in denials if match.group().lower() != "non-"]
    places = _reached(words, spans, _REACH) | {match.end() for match in denials if match.group().lower() == "non-"}
    free = {match.start() for match in _FREE.finditer(text)}
    places |= {word.start for word in words if word.start + len(word.text) in free}
    first = [match.span() for match in _THING_FIRST.finditer(text)]
    return places | {word.start for word in words if any(start <= word.start < end for start, end in first)}


def _place_of_lack(clause: Vocabulary, words: Sequence[Token], places: set[int]) -> int:
    """Return where a denied lack stands ("never missed …", "missed no …"): what follows it is not denied."""
    starts = [word.start for word in words if word.start in places and word.root in _lacking()]
    starts += [
        match.start(1) for match in _OBJECT_DENIED.finditer(clause.text) if stem(match.group(1).lower()) in _lacking()
    ]
    return min(starts, default=len(clause.text))


@cache
def _lacking() -> frozenset[str]:
    return frozenset(stem(word) for word in _LACKING)


def denied_in(clause: Vocabulary) -> set[int]:
    """Return where the words of a clause stand that it denies ("on EKS rather than AKS")."""
    return clause.once(_places_denied)


def _places_denied(clause: Vocabulary) -> set[int]:
    text = clause.once(_without_no_denials)
    spans = [_span(text, match) for match in _denial(clause.language).finditer(text)]
    return _reached([token for token in clause.tokens if not token.function], spans, _REACH)


def _reached(words: Sequence[Token], spans: Sequence[tuple[int, int]], reach: int) -> set[int]:
    """Return where the words stand that follow within reach of one of the places."""
    return {word.start for end, stop in spans for word in [word for word in words if end <= word.start < stop][:reach]}


def _span(text: str, denial: re.Match[str]) -> tuple[int, int]:
    """Return from where to where a denial may reach: up to the next "by", "but", "when"; "nobody" denies it all."""
    if _NOBODY.fullmatch(denial.group()):
        return denial.end(), len(text)
    if denial.group().lower() == "without" and (end := _STOP_OF_WITHOUT.search(text, denial.end())):
        return denial.end(), end.start()
    stop = _STOP.search(text, denial.end())
    return denial.end(), stop.start() if stop else len(text)
