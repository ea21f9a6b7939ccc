"""Writes a name that is set in capitals as it would stand in a letter: "SENIOR QA ENGINEER (Go)" as "Senior QA Engineer (Go)".

Used by `title` and `company`.
"""

import re
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+")
_SMALL: Final = frozenset("of and for in the to with at on und für der die das im de du des la le et y del".split())
# Short words that are not abbreviations; any other word of up to three letters stays as it is.
_SHORT_WORDS: Final = frozenset(
    "new old big key tax art law air sea oil gas car bus day pay web app pub spa bar dog cat pet zoo toy fit job man one two all".split()
)
_ABBREVIATION: Final = 3
_ROMAN: Final = re.compile(r"[IVX]+")
_LEAST: Final = 6


def calmed(name: str) -> str:
    """Return `name` with the case of running text when its words, what stands in brackets aside, are all capitals."""
    plain = re.sub(r"\([^)]*\)", "", name)
    if not plain.isupper() or len(plain.strip()) < _LEAST:
        return name
    return "".join(
        piece if piece.startswith("(") else _WORD.sub(lambda match: _calm(match[0], first=match.start() == 0), piece)
        for piece in re.split(r"(\([^)]*\))", name)
    )


def _calm(word: str, *, first: bool) -> str:
    if not word.isupper() or _ROMAN.fullmatch(word):
        return word
    if word.lower() in _SMALL:
        return word.capitalize() if first else word.lower()
    short = len(word) <= _ABBREVIATION and word.lower() not in _SHORT_WORDS
    return word if short else word.capitalize()
