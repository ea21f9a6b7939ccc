"""Cuts prose into sentences, in the languages advertisements are written in.

Used by `requirements` for advertisements without bullets and by `orders` to drop one sentence and keep the rest.
"""

import re
from typing import Final

from resumate.matching.pattern import Pattern

_END: Final = re.compile(
    r"(?<=[.!?…])[\"'”’»)\]]*\s+(?=[\"'“‘«(\[¿¡]?[A-ZÀ-ÖØ-ÞА-Я0-9\u0590-\u06ff])|(?<=[。！？；])\s*|(?<=[^\W\d_]{3}[.!?])\s+(?=[a-zß-ÿ])"
)
_ABBREVIATION: Final = Pattern(
    r"""
    (?:\b(?:e\.?g|i\.?e|etc|incl|approx|min|max|vs|dr|mr|mrs|ms|prof|st|no|nr|inc|ltd|co|corp|dept|est|ca|bzw|ggf|inkl
    |usw|lbs|hrs|yrs|mins|z\.\s?b|u\.\s?a|d\.\s?h|abgeschl|evtl|p\.\s?ex|env|núm|aprox)|(?<!in )(?<!with )(?<!and )(?<!or )\b[A-Za-zÀ-ÿ])\.$
    """
)


def sentences(text: str) -> list[str]:
    """Return the sentences of one paragraph; an abbreviation or an initial ends none."""
    found: list[str] = []
    start = 0
    for match in _END.finditer(text):
        piece = text[start : match.start()].rstrip()
        if _ABBREVIATION.search(piece):
            continue
        if piece:
            found.append(piece + match[0].strip())
        start = match.end()
    if rest := text[start:].strip():
        found.append(rest)
    return found
