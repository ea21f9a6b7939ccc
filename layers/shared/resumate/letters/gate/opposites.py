"""A sentence may not say the opposite, or the sister, of what its evidence says: "increased" for "reduced", "primary" for "secondary".

Only words that stand in a row of `words.opposites` are compared, and only when the evidence has another word of
the row and not this one. "Raised accuracy" for "cut errors" is no contradiction: both objects turn as well.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final

from resumate.letters.gate.changes import changes
from resumate.letters.gate.claim import Claim, Clause
from resumate.letters.gate.negation import denied_in
from resumate.letters.gate.source import Source
from resumate.letters.gate.vocabulary import Vocabulary
from resumate.letters.gate.words import opposites
from resumate.letters.model import Finding

_GOOD_THINGS: Final = re.compile(
    r"\b(?:accura\w+|quality|reliab\w+|uptime|availability|efficien\w+|productiv\w+|speed|perform\w+|throughput|capacity|saving\w*|satisf\w+|retention|safety|stability|faster|output|profit\w*|margin\w*|attendance|pass rate|completion)\b",
    re.IGNORECASE,
)
_BAD_THINGS: Final = re.compile(
    r"\b(?:error\w*|defect\w*|bug\w*|fault\w*|time|latency|delay\w*|cost\w*|downtime|waste|churn|turnover|complaint\w*|incident\w*|backlog|risk\w*|outage\w*|failure\w*|absen\w+|dropout\w*|expens\w+|overhead|duration|minutes|hours|days|seconds|loss\w*|wait\w*)\b",
    re.IGNORECASE,
)


# "From eleven at night until seven in the morning": hours, whatever the shift is called.
_HOUR: Final = re.compile(
    r"\b(?:\w+|\d+(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?)(?:\s+o['’]clock)?\s+(?:in the (?:morning|evening|afternoon)|at night)\b",
    re.IGNORECASE,
)
# "Taking manual work out", "instead of by hand": what stands after it is gone.
_GONE: Final = re.compile(
    r"\b(?:replac\w+|remov\w+|eliminat\w+|instead of|rather than|no longer|no more|fewer|less|formerly|previously|used to(?: be)?|sav(?:e|es|ed|ing)|spar(?:e|es|ed|ing)|free[ds]?|freeing|"
    r"cut(?:s|ting)?|reduc\w+|avoid\w*|from|without|spent on|need for)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_TIMES: Final = frozenset({"before", "after"})
_LISTED: Final = re.compile(
    r"\b(?:day and night|night and day|mornings? and evenings?|(?:boys|girls|men|women) and (?:boys|girls|men|women)|buy(?:ing)? and sell(?:ing)?)\b",
    re.IGNORECASE,
)
_STANDING: Final = frozenset({"senior", "junior"})
_ANOTHER: Final = re.compile(
    r"\b(?:by|with|under|from|for|to|of|alongside)\s+(?:an?|the|my|our|two|three|one|other|more)\s+$", re.IGNORECASE
)
_TAKEN: Final = re.compile(r"\b(?:tak(?:e|es|ing|en)|took)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_AWAY: Final = re.compile(r"\b(?:out of|away|off)\b", re.IGNORECASE)
_UP_AND_DOWN: Final = 0
# "Emissions –27%", "+12 %".
# "Ulcers down by a third".
_UP_OR_DOWN: Final = re.compile(r"\b(up|down)\s+(?:by\b|from\b|(?=\d))", re.IGNORECASE)
_WENT: Final = re.compile(r"\b(?:went|gone|going|goes)\s+(up|down)\b", re.IGNORECASE)
_SIGNED: Final = re.compile(r"(?<![\w)])([+−–-])\s?\d+(?:[.,]\d+)?\s?%")


@cache
def _rows() -> dict[str, list[tuple[int, int]]]:
    """Map a word to its rows and its group there."""
    rows: dict[str, list[tuple[int, int]]] = {}
    for row, line in enumerate(opposites.ROWS.strip().splitlines()):
        for group, words in enumerate(line.split("|")):
            for word in words.split():
                rows.setdefault(word, []).append((row, group))
    return rows


def check_opposites(claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each word that excludes what the cited lines say."""
    for clause in claim.told:
        if not clause.sources:
            continue
        said = _said(clause)
        known = {place for source in clause.sources for place in source.once(_heads)}
        yield from _gone_the_other_way(clause, said)
        places = denied_in(clause)
        denied = {token.lower for token in clause.tokens if token.start in places}
        told = {place for word in _words(claim.text) for place in _rows().get(word, ())}
        for word in _words(_HOUR.sub(" ", clause.text)):
            for row, group in _rows().get(word, ()) if word not in denied else ():
                others = said.get(row, {})
                if not others or group in others or (row, group) in known or (row == _UP_AND_DOWN and _turned(clause)):
                    continue
                if word in _TIMES and not _is_of_the_same(word, clause):
                    continue
                # A sentence that has both words tells them apart itself, unless it lists them ("day and night").
                if any((row, other) in told for other in others) and not _LISTED.search(claim.text):
                    continue
                if not (_is_gone(word, row, clause) or _is_of_another(word, clause)):
                    other = next(iter(others.values()))
                    yield Finding(
                        "contradiction", f"The sentence says “{word}” where the cited lines say “{other}”.", word
                    )


def _gone_the_other_way(clause: Clause, said: dict[int, dict[int, str]]) -> Iterator[Finding]:
    """Yield a finding for "went up" where the lines tell only of a fall, and the reverse."""
    others = said.get(_UP_AND_DOWN, {})
    for match in _WENT.finditer(clause.text):
        group = int(match.group(1).lower() == "down")
        if others and group not in others and not _turned(clause):
            yield Finding(
                "contradiction",
                f"The sentence says “{match.group()}” where the cited lines say “{next(iter(others.values()))}”.",
                match.group(),
            )


def _is_of_the_same(word: str, clause: Clause) -> bool:
    """Tell whether "after" stands before what the lines have after "before": only then they disagree."""
    other = {"before": "after", "after": "before"}[word]
    mine = _following(word, clause)
    return any(
        theirs.has_root(token.root)
        for source in clause.sources
        for theirs in [_following(other, source.own_words)]
        for token in mine.tokens
        if not token.function
    )


def _following(word: str, text: Vocabulary) -> Vocabulary:
    match = re.search(rf"\b{word}\s+((?:[\w'’-]+\s*){{1,8}})", text.text, re.IGNORECASE)
    return Vocabulary(match.group(1) if match else "", text.language)


def _is_of_another(word: str, clause: Clause) -> bool:
    """Tell whether "senior" or "junior" is said of somebody else ("led by a senior colleague")."""
    return word in _STANDING and _ANOTHER.search(clause.text[: clause.lower.find(word)]) is not None


def _is_gone(word: str, row: int, clause: Clause) -> bool:
    """Tell whether a word names what was done away with ("taking manual work out of reporting")."""
    place = clause.lower.find(word)
    return row != _UP_AND_DOWN and (
        _GONE.search(clause.text[:place]) is not None
        or (_TAKEN.search(clause.text[:place]) is not None and _AWAY.search(clause.text, place) is not None)
    )


def _said(clause: Clause) -> dict[int, dict[int, str]]:
    """Return, of each row the sources touch, the groups with the word that stands for each."""
    said: dict[int, dict[int, str]] = {}
    for source in clause.sources:
        for row, group, word in source.once(_said_by):
            said.setdefault(row, {}).setdefault(group, word)
    return said


def _said_by(source: Source) -> list[tuple[int, int, str]]:
    # How somebody was employed stands in the head of the entry; what else stands there is no statement.
    head = [word for word in _words(source.head) if word in opposites.EMPLOYMENT]
    words = [(row, group, word) for word in [*_words(source.own), *head] for row, group in _rows().get(word, ())]
    return [*((_UP_AND_DOWN, group, sign) for group, sign in _directions(source)), *words]


def _heads(source: Source) -> frozenset[tuple[int, int]]:
    return frozenset(place for word in _words(source.head) for place in _rows().get(word, ()))


def _directions(source: Source) -> Iterator[tuple[int, str]]:
    """Yield up (0) or down (1) for "480 ms → 190 ms" and "–44%", with how the lines write it."""
    quantities = source.own_words.quantities
    # "3 days → 4 hours" goes down, whatever its digits do.
    worth = {
        (left.numbers[0], right.numbers[0]): (left.values[0], right.values[0])
        for left, right in pairwise(quantities)
        if left.numbers and right.numbers
    }
    for ends in changes(source.own, quantities):
        before, after = worth.get(ends, ends)
        if before != after:
            yield int(after < before), f"{ends[0]:g} → {ends[1]:g}"
    for match in _SIGNED.finditer(source.own):
        yield int(match.group(1) != "+"), match.group()
    for match in _UP_OR_DOWN.finditer(source.own):
        yield int(match.group(1).lower() == "down"), match.group()


def directions_of(source: Source) -> frozenset[int]:
    """Return the directions in which a line says that something went: 0 up, 1 down."""
    return frozenset(group for row, group, _ in source.once(_said_by) if row == _UP_AND_DOWN)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.lower())


def _turned(clause: Clause) -> bool:
    evidence = " ".join(source.own for source in clause.sources)
    good, bad = _GOOD_THINGS.search(clause.text), _BAD_THINGS.search(clause.text)
    return bool((good and _BAD_THINGS.search(evidence)) or (bad and _GOOD_THINGS.search(evidence)))
