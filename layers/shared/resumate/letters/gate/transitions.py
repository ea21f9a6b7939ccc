"""From what to what: "from Heroku to ECS" may not become "from ECS to Heroku", nor "replaced A with B" the reverse.

Numbers at the two ends of a change are `gate.number_places`'; here are the things.
"""

import re
from collections.abc import Iterator
from typing import Final

from resumate.letters.gate.claim import Claim
from resumate.letters.gate.source import Vocabulary
from resumate.letters.gate.telling import telling_words
from resumate.letters.model import Finding

_WORD: Final = r"(?!(?:to|with|by|from|into|and|then|in|at)\b)(?<![\w+#.&/-])[\w+#.&/-]+"
_SIDE: Final = rf"({_WORD}(?:[ \t]+{_WORD}){{0,3}}?)"
_TRANSITIONS: Final = (
    re.compile(
        rf"\bfrom\s+(?:an?\s+|the\s+)?{_SIDE}\s*(?:to|into)\s+(?:an?\s+|the\s+)?{_SIDE}(?=\s*[,.;)(]|\s+(?:at|in|for|with|on|to|by|and|which|after)\b|$)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\breplac\w+\s+(?:an?\s+|the\s+)?{_SIDE}\s*(?:with|by)\s+(?:an?\s+|the\s+)?{_SIDE}(?=\s*[,.;)(]|\s+(?:at|in|for|on|to|and|which|after)\b|$)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_SIDE}\s*(?:→|->|,\s+then|\bthen)\s+{_SIDE}(?=\s*[,.;)(]|\s+(?:from|at|in|for|on)\b|$)", re.IGNORECASE
    ),
)


def check_transitions(claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each change of a sentence that the cited lines tell the other way round."""
    for clause in claim.told:
        given = [pair for source in clause.sources for pair in _pairs(source.text, clause.language)]
        for before, after in _pairs(clause.text, clause.language):
            if any(before <= end and after <= start and before != after for start, end in given):
                yield Finding("contradiction", "The cited lines tell this change the other way round.", clause.text)


def _pairs(text: str, language: str) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Yield the roots of both ends of each change."""
    for pattern in _TRANSITIONS:
        for match in pattern.finditer(text):
            start, end = (frozenset(_roots(part, language)) for part in match.groups())
            if start and end and start != end:
                yield start, end


def _roots(text: str, language: str) -> Iterator[str]:
    for token in telling_words(Vocabulary(text, language)):
        yield token.root
