"""Learns from a document how its headings look: size, weight, capitals, colour, space above.

Used by `heading_lines`. Lines whose words are certain teach a look; the look then tells other lines ("Quick Guide").
"""

import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from resumate.documents.head_words import states_role
from resumate.documents.headings import likely_kind
from resumate.documents.reading import SourceLine

Look = tuple[float, bool, bool, int]

FIRST_GAP: Final = 9.0  # what the readers give to the first line of a region
_SURE_SHARE: Final = 0.55  # of the lines of one look that are known headings, for the look alone to make one


def look_of(line: SourceLine) -> Look:
    """Return how a line looks: size in half points, bold, all in capitals, colour."""
    text = line.text
    capitals = (text.isupper() or text.upper() == text.lower()) and sum(map(str.isalpha, text)) > 1
    return round(line.size * 2) / 2, line.bold, capitals, line.colour


def body_look(lines: Sequence[SourceLine]) -> Look:
    """Return the look of most of the text."""
    weights: Counter[Look] = Counter()
    for line in lines:
        weights[look_of(line)] += len(line.text)
    return max(weights, key=lambda look: (weights[look], look)) if weights else (0.0, False, False, 0)


@dataclass(frozen=True, slots=True)
class Habit:
    """How lines of one look are used: the share of them that are known headings, how many, and the space above those."""

    share: float
    count: int
    gap: float


def learn_looks(
    lines: Sequence[SourceLine], shaped: Sequence[int], known: Sequence[int], body: Look
) -> dict[Look, Habit]:
    """Return the looks that headings have."""
    with_look = Counter(look_of(lines[i]) for i in shaped)
    taught: dict[Look, list[float]] = {}
    for i in known:
        taught.setdefault(look_of(lines[i]), []).append(lines[i].gap)
    looks: dict[Look, Habit] = {}
    for look, gaps in taught.items():
        share = len(gaps) / with_look[look]
        if look != body and (share >= 0.3 or len(gaps) >= 4):
            inner = [gap for gap in gaps if gap < FIRST_GAP]
            looks[look] = Habit(share, len(gaps), statistics.median(inner) if inner else 0.0)
    return looks


def looks_alone(line: SourceLine, habit: Habit) -> bool:
    """Whether a line of unknown wording is a heading by its look: most lines of it are, and it has the space they have."""
    if likely_kind(line.text) is None and (states_role(line.text) or line.text[:1].islower()):
        return False  # a title, or the middle of a sentence
    if habit.share < _SURE_SHARE or habit.count < 2:
        return False
    return line.gap >= 0.85 * habit.gap


def stands_out(lines: Sequence[SourceLine], index: int, look: Look, body: Look) -> bool:
    """Whether a known wording in an unlearnt look is a heading: emphasised, or alone with space above."""
    emphasised = look[0] > body[0] + 0.4 or (look[1] and not body[1]) or (look[2] and not body[2])
    alone = lines[index].gap > 1.5 or index == 0 or lines[index].text.endswith((":", "："))
    return emphasised or alone
