"""From what to what: "from Heroku to ECS" may not become "from ECS to Heroku", nor "replaced A with B" the reverse.

Numbers at the two ends of a change are `gate.number_places`'; here are the things.
"""

import re
from collections.abc import Iterator
from typing import Final

from resumate.letters.gate.claim import Claim
from resumate.letters.gate.telling import telling_words
from resumate.letters.gate.vocabulary import Vocabulary
from resumate.letters.model import Finding

_WORD: Final = r"(?!(?:to|with|by|from|into|and|then|in|at)\b)(?<![\w+#.&/-])[\w+#.&/-]+"
_SIDE: Final = rf"({_WORD}(?:[ \t]+{_WORD}){{0,3}}?)"
# Each with the signs without which it finds nothing.
_TRANSITIONS: Final = (
    (
        ("from",),
        re.compile(
            rf"\bfrom\s+(?:an?\s+|the\s+)?{_SIDE}\s*(?:to|into)\s+(?:an?\s+|the\s+)?{_SIDE}(?=\s*[,.;:)(]|\s+(?:at|in|for|with|on|to|by|and|which|after)\b|$)",
            re.IGNORECASE,
        ),
    ),
    (
        ("replac",),
        re.compile(
            rf"\breplac\w+\s+(?:an?\s+|the\s+)?{_SIDE}\s*(?:with|by)\s+(?:an?\s+|the\s+)?{_SIDE}(?=\s*[,.;:)(]|\s+(?:at|in|for|on|to|and|which|after)\b|$)",
            re.IGNORECASE,
        ),
    ),
    (
        ("→", "->", "then"),
        re.compile(
            rf"{_SIDE}\s*(?:→|->|,\s+then|\bthen)\s+{_SIDE}(?=\s*[,.;:)(]|\s+(?:from|at|in|for|on)\b|$)",
            re.IGNORECASE,
        ),
    ),
)
_Change = tuple[frozenset[str], frozenset[str]]


def check_transitions(claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each change of a sentence that the cited lines tell the other way round."""
    for clause in claim.told:
        given = [pair for source in clause.sources for pair in source.once(_changes)]
        for before, after in clause.once(_changes):
            if any(before <= end and after <= start and before != after for start, end in given):
                yield Finding("contradiction", "The cited lines tell this change the other way round.", clause.text)


def _changes(vocabulary: Vocabulary) -> list[_Change]:
    """Return the roots of both ends of each change."""
    found = []
    for signs, pattern in _TRANSITIONS:
        for match in pattern.finditer(vocabulary.text) if any(sign in vocabulary.lower for sign in signs) else ():
            start, end = (frozenset(_roots(part, vocabulary.language)) for part in match.groups())
            if start and end and start != end:
                found.append((start, end))
    return found


def _roots(text: str, language: str) -> Iterator[str]:
    for token in telling_words(Vocabulary(text, language)):
        yield token.root
