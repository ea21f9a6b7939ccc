"""A sentence may not say the opposite, or the sister, of what its evidence says: "increased" for "reduced", "primary" for "secondary".

Only words that stand in a row of `words.opposites` are compared, and only when the evidence has another word of
the row and not this one. "Raised accuracy" for "cut errors" is no contradiction: both objects turn as well.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from resumate.letters.gate.about_job import is_about_the_job
from resumate.letters.gate.claim import Claim, Clause
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
    for clause in claim.clauses:
        if not clause.sources or is_about_the_job(clause, claim.job):
            continue
        said: dict[int, dict[int, str]] = {}
        for source in clause.sources:
            for word in _words(source.text):
                for row, group in _rows().get(word, ()):
                    said.setdefault(row, {}).setdefault(group, word)
        for word in _words(clause.text):
            for row, group in _rows().get(word, ()):
                others = said.get(row, {})
                if others and group not in others and not (row == 0 and _turned(clause)):
                    other = next(iter(others.values()))
                    yield Finding(
                        "contradiction", f"The sentence says “{word}” where the cited lines say “{other}”.", word
                    )


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.lower())


def _turned(clause: Clause) -> bool:
    evidence = " ".join(source.own for source in clause.sources)
    good, bad = _GOOD_THINGS.search(clause.text), _BAD_THINGS.search(clause.text)
    return bool((good and _BAD_THINGS.search(evidence)) or (bad and _GOOD_THINGS.search(evidence)))
