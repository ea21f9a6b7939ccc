"""Drops the characters that a reader never sees, from whatever a model writes.

Tag characters, bidirectional controls, zero-width characters and variation selectors can carry an
instruction past a reader; control characters are refused by the database. Used by `citation_marks` on
streamed text and by `clean_draft` on whole drafts. Input text is cleaned where it enters (`documents`,
`matching`); this is the way out.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_SUSPECT: Final = re.compile("[^ -~\n\u00a1-\u00ac\u00ae-\u02ff\u0370-\u03ff\u0400-\u04ff]")
_SELECTORS: Final = frozenset(
    {*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0), 0x034F, 0x115F, 0x1160, 0x3164, 0xFFA0}
)
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def visible(text: str) -> str:
    r"""Return `text` without invisible characters; ``\n`` stays, a tab and any odd space become a space."""
    return _SUSPECT.sub(_replacement, text)


def _replacement(match: re.Match[str]) -> str:
    return _seen(match.group())


@lru_cache(maxsize=4096)
def _seen(character: str) -> str:
    if character == "\t" or unicodedata.category(character) == "Zs":
        return " "
    if ord(character) in _SELECTORS or unicodedata.category(character) in _INVISIBLE:
        return ""
    if unicodedata.category(character) in {"Zl", "Zp"}:
        return "\n"
    return character
