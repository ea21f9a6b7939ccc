"""Reads what makes a number less than exact: "about", "over", "at least", "up to", "under".

Used by `gate.quantities`; `gate.number_match` and `gate.durations` decide with it what a number may be said of.
"""

import re
from typing import Final

from resumate.letters.gate.words import number_words as words

EXACT: Final = "exact"
ABOUT: Final = "about"
OVER: Final = "over"
NOT_LESS: Final = "not less"
UP_TO: Final = "up to"
UNDER: Final = "under"

_HEDGES: Final = (
    (NOT_LESS, words.NOT_LESS),
    (ABOUT, words.ABOUT),
    (OVER, words.AT_LEAST),
    (UP_TO, words.AT_MOST),
    (UNDER, words.LESS_THAN),
)
_HEDGE: Final = re.compile(
    "|".join(rf"(?P<h{index}>(?<!\w)(?:{pattern}))" for index, (_, pattern) in enumerate(_HEDGES)) + r"", re.IGNORECASE
)
_DENIED: Final = re.compile(r"\b(?:no|not|none|never|nobody|nothing|without)\b[^.;]*$|n['’]t\b[^.;]*$", re.IGNORECASE)
_DURING: Final = re.compile(
    r"(?:^|[,;]\s*|\b(?:and|spread|distributed|divided|split|scattered|stretch\w*|rotat\w+)\s+(?:out\s+)?)over\s+(?:the\s+(?:course\s+of\s+)?|a\s+period\s+of\s+)?$",
    re.IGNORECASE,
)
# "A diary study over six weeks", but "for over six weeks" and "took over six weeks".
_DURING_A_TIME: Final = re.compile(
    r"\b(?!(?:for|with|after|from|than|until|within|take|takes|took|taken|last|lasts|lasted|spend|spent|have|been|were|just|well|little|slightly|already|work|train|train\w+|there|here|some)\b)[a-z]{4,}(?<!ed)(?<!ing)\s+over\s+$",
    re.IGNORECASE,
)
_TOUCHES: Final = re.compile(r"\s*(?:(?:a|an|the|some|of|by)\s+)*[$€£~]?\s*")
_AFTER: Final = re.compile(r"\s+or so\b|-odd\b|-ish\b", re.IGNORECASE)
_REACH: Final = 32
_DENIED_REACH: Final = 48


def hedge_before(text: str, end: int) -> str:
    """Return the hedge that touches the number which begins at `end`, a currency sign or an article between them aside."""
    best, last = EXACT, -1
    for match in _HEDGE.finditer(text, max(0, end - _REACH), end):
        if match.end() > last and _TOUCHES.fullmatch(text, match.end(), end):
            best = _HEDGES[next(index for index in range(len(_HEDGES)) if match.group(f"h{index}"))][0]
            last = match.end()
    # "None of them for more than £90,000" caps the number.
    return UP_TO if best == OVER and _DENIED.search(text, max(0, end - _DENIED_REACH), end) else best


def hedge_after(text: str, start: int) -> str:
    """Return the hedge of "300 or so" and "60-odd", "" when there is none."""
    return ABOUT if _AFTER.match(text, start) else ""


def may_mean_during(text: str, end: int, *, is_time: bool) -> bool:
    """Tell whether "over" before a number may be "in the course of": "over two seasons"."""
    before = text[max(0, end - _DENIED_REACH) : end]
    return _DURING.search(before) is not None or (is_time and _DURING_A_TIME.search(before) is not None)
