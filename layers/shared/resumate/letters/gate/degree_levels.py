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
    text = _NOT_A_DEGREE.sub(" ", text)
    found = {level for level, pattern in _patterns().items() if pattern.search(text)}
    return (
        found - {"master"}
        if "mba" in found and not re.search(r"\bmaster(?:['’]s)?\s+(?:of sc|of arts|in|degree)", text, re.IGNORECASE)
        else found
    )


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {level: re.compile(rf"(?<![\w.])(?:{pattern})", re.IGNORECASE) for level, pattern in DEGREES.items()}
