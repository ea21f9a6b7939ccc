"""Cuts a sentence or a bullet where a new action begins, so that each action is held against its own words.

"I led a team of five, built the checkout and helped with the migration" are three things, each with its own
strength. Used by `gate.source` for evidence and by `gate.claim` for letters.
"""

import re
from typing import Final

_PAST: Final = (
    "built|wrote|ran|led|made|taught|grew|sold|held|drove|won|kept|began|oversaw|spoke|took|gave|found|set|put|cut|met|sent|spent|bought|dealt|drew|chose|brought|did|was|were|am|had|have|hold|"
    "handle|manage|lead|run|write|build|design|support|maintain|use|train|teach"
)
_BREAK: Final = re.compile(
    rf"""
      \s*;\s*
    | \s+[–—]\s+
    | (?<=[.!?])\s+(?=[A-Z])
    | ,\s+(?=(?:and|but|or|then|which|where|while|whereas|who|when|so|because|thereby|thus|before|after|as\s+well\s+as|including|with|by|through|und|et|y|wobei|dabei|où|donde)\s)
    | ,\s+(?=\w+ing\b)
    | ,\s+(?=(?:\w{{2,}}ed|{_PAST})\s)
    | \s+(?=and\s+(?:(?:contribute|help|assist|support|participate|observe|attend|shadow)s?\s|then\s+|later\s+|also\s+|I\s+|(?:\w+ly\s+)?(?:(?:co-|re-)?\w{{2,}}ed|{_PAST})\s))
    | (?<!neither)(?<!\snone)(?<!never)(?<!\snot)(?<!which)(?<!that)\s+(?=(?:(?:which|that)\s+)?(?:(?:led|leading)\s+to|result(?:ed|ing)\s+in)\s)
    | \s+(?=(?:while|whereas|whilst)\s)
    | \s+(?=(?:which|where)\s+(?:I|we|my|is|are|was|were|has|had|matches|fits|taught|made|saved|led|reduced|increased|cut|helped|gave|meant|allowed|\w+ed)\b)
    """,
    re.VERBOSE,
)
_AND_I: Final = re.compile(r"and\s+I\b")
_VERB: Final = re.compile(rf"\b(?:I|we|is|has|\w{{2,}}ed|{_PAST})\b", re.IGNORECASE)
_WORD: Final = re.compile(r"\w{3,}")


def split_clauses(text: str) -> list[str]:
    """Return the clauses of `text` in order; a scrap of fewer than two words stays with its neighbour."""
    clauses: list[str] = []
    start = 0
    for match in [*_BREAK.finditer(text), None]:
        end = match.start() if match else len(text)
        if match and _AND_I.match(text, match.end()) and not _VERB.search(text[start:end]):
            continue  # "The head chef and I": one subject
        piece = text[start:end].strip(" ,")
        if piece and clauses and (len(_WORD.findall(piece)) < 2 or len(_WORD.findall(clauses[-1])) < 2):
            clauses[-1] = f"{clauses[-1]}, {piece}"
        elif piece:
            clauses.append(piece)
        start = match.end() if match else end
    return clauses
