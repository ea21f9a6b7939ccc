"""A sentence may not say the opposite, or the sister, of what its evidence says: "increased" for "reduced", "primary" for "secondary".

Only words that stand in a row of `words.opposites` are compared, and only when the evidence has another word of
the row and not this one. "Raised accuracy" for "cut errors" is no contradiction: both objects turn as well.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from resumate.letters.gate.claim import Claim, Clause
from resumate.letters.gate.negation import denied_in
from resumate.letters.gate.number_places import changes
from resumate.letters.gate.source import Source
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


# "Emissions –27%", "+12 %".
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
        places = denied_in(clause)
        denied = {token.lower for token in clause.tokens if token.start in places}
        for word in _words(clause.text):
            for row, group in _rows().get(word, ()) if word not in denied else ():
                others = said.get(row, {})
                if others and group not in others and not (row == 0 and _turned(clause)):
                    other = next(iter(others.values()))
                    yield Finding(
                        "contradiction", f"The sentence says “{word}” where the cited lines say “{other}”.", word
                    )


def _said(clause: Clause) -> dict[int, dict[int, str]]:
    """Return, of each row the sources touch, the groups with the word that stands for each."""
    said: dict[int, dict[int, str]] = {}
    for source in clause.sources:
        for group, sign in _directions(source):
            said.setdefault(0, {}).setdefault(group, sign)
        for word in _words(source.text):
            for row, group in _rows().get(word, ()):
                said.setdefault(row, {}).setdefault(group, word)
    return said


def _directions(source: Source) -> Iterator[tuple[int, str]]:
    """Yield up (0) or down (1) for "480 ms → 190 ms" and "–44%", with how the lines write it."""
    for before, after in changes(source.own, source.own_words.quantities):
        if before != after:
            yield int(after < before), f"{before:g} → {after:g}"
    for match in _SIGNED.finditer(source.own):
        yield int(match.group(1) != "+"), match.group()


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.lower())


def _turned(clause: Clause) -> bool:
    evidence = " ".join(source.own for source in clause.sources)
    good, bad = _GOOD_THINGS.search(clause.text), _BAD_THINGS.search(clause.text)
    return bool((good and _BAD_THINGS.search(evidence)) or (bad and _GOOD_THINGS.search(evidence)))
