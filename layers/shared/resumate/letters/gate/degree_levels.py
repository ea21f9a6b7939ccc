"""Reads which levels of degree a text names: "BSc", "B.S." and "Bachelor of Science" are one.

`gate.degrees` compares what a sentence says with what its evidence says.
"""

import re
from functools import cache
from typing import Final

from resumate.letters.gate.words.titles import DEGREES

_NOT_A_DEGREE: Final = re.compile(
    r"\b(?:scrum|web|task|grand|quiz|toast|school|band|wine|tax|mix|re)[- ]?masters?\b|\bmaster (?:data|branch|plan|class|schedule|file|record|list|copy|key|suite)|\bmaster (?:craftsman|builder|baker|carpenter|mechanic|electrician|butcher|plumber|painter)|\bmastered\b|\bmasterclass",
    re.IGNORECASE,
)


def degrees_in(text: str) -> set[str]:
    """Return the levels of degree that a text names."""
    if _any_level().search(text) is None:
        return set()
    text = _NOT_A_DEGREE.sub(" ", text)
    found = {level for level, pattern in _patterns().items() if pattern.search(text)}
    return (
        found - {"master"}
        if "mba" in found and not re.search(r"\bmaster(?:['’]s)?\s+(?:of sc|of arts|in|degree)", text, re.IGNORECASE)
        else found
    )


def is_degree(word: str) -> bool:
    """Tell whether a word is the name of a degree and nothing else: "PhD", "B.A."."""
    return any(pattern.fullmatch(word) for pattern in _patterns().values())


def place_of(level: str, text: str) -> int:
    """Return where a text names a level of degree first; its end when it does not."""
    found = _patterns()[level].search(text)
    return found.start() if found else len(text)


@cache
def _any_level() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.])(?:{'|'.join(DEGREES.values())})", re.IGNORECASE)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {level: re.compile(rf"(?<![\w.])(?:{pattern})", re.IGNORECASE) for level, pattern in DEGREES.items()}
