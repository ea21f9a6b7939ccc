"""Tells the line that opens a job, "Nurse, St Mary's, May 2019 – July 2021", from the lines that tell of the job.

Such a line says no more than the names and dates that stand beside every other line of the job, so it is told only when
there is nothing else, and never quoted. Used by `listed_lines.py` and `quoting_letter.py`.
"""

from __future__ import annotations

from letter_prompt import Evidence
from names import employer_of, name_of
from phrases import as_role, with_the
from statements import Kind, Statement

_MOST_WORDS = 24


def head_of(evidence: Evidence) -> Statement | None:
    """Return "worked as X at Y" for the line that opens a job, which says no more than that and when."""
    text = evidence.text.casefold()
    names = [name for name in (evidence.title, evidence.organisation) if name]
    if evidence.section not in {"experience", "volunteering"} or not names or len(text.split()) > _MOST_WORDS:
        return None
    if not all(name.casefold() in text for name in names) or evidence.context.casefold() not in {"", text}:
        return None
    role, place = as_role(name_of(evidence.title, 8)), employer_of(evidence.organisation)
    words = f"{'work' if evidence.current else 'worked'} as {role} at {with_the(place)}" if role and place else ""
    return Statement(evidence, Kind.ACTION, words, 2, label="head")
