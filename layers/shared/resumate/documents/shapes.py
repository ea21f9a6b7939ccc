"""Tells how the two sides of a band belong together: columns, a rail of labels, an aside of dates, or a table.

`bands` finds the bands, `columns` reads them. All lengths are points; "level" means on one baseline.
"""

import functools
import re
from collections.abc import Sequence
from enum import Enum
from typing import Final

from resumate.documents.dates import is_open_date
from resumate.documents.headings import kind_of
from resumate.documents.rows import LONE_MARKS, Row

_FEWEST_ROWS: Final = 3
_ASIDE_GAP: Final = 2.2  # font sizes, where the words of an aside do not speak for themselves
_SPOKEN_GAP: Final = 0.9
_LONGEST_CELL: Final = 4
_DATE_OR_LINK: Final = re.compile(
    r"(?:19|20)\d\d|\bpresent\b|\bcurrent\b|\bongoing\b|\bheute\b|aujourd|actual|至今|\bremote\b|github|www\.|http",
    re.IGNORECASE,
)
_PLACE: Final = re.compile(
    r"^(?:[^\W\d_][\w.'’\-]*[ ]){0,3}[^\W\d_][\w.'’\-]*(?:,[ ]?[A-Z][\w.\-]*(?:[ ][A-Z][\w.\-]*){0,2}){1,3}$"
)


class Shape(Enum):
    """How the two sides of a band belong together."""

    COLUMNS = "columns"
    RAIL = "rail"
    ASIDE = "aside"


def cells(rows: Sequence[Row], beside: Sequence[Row]) -> list[list[Row]]:
    """Group rows that follow each other closely (a label over two lines), unless every row speaks for its neighbour."""
    table = len(rows) >= 0.6 * len(beside) and _aligned(rows, beside) > 0.95
    found: list[list[Row]] = []
    for row in rows:
        before = found[-1][-1] if found else None
        near = before is not None and _alike(row, before) and _is_near(row, before)
        split = table and before is not None and kind_of(f"{before.text} {row.text}") is None
        if (
            near
            and before is not None
            and not split
            and not (_is_date(before) and _is_date(row) and not is_open_date(before.text))
        ):
            found[-1].append(row)
        else:
            found.append([row])
    return found


def _is_near(row: Row, before: Row) -> bool:
    """Whether two rows are lines of one cell: close, or the two halves of a heading ("Technical", "Skills")."""
    lines = (row.base - before.base) / max(row.size, before.size)
    return lines <= 1.55 or (lines <= 2.6 and kind_of(f"{before.text} {row.text}") is not None)


def _alike(row: Row, other: Row) -> bool:
    """Whether two rows look like lines of one text."""
    here, there = row.words[0].style, other.words[-1].style
    return abs(row.size - other.size) <= 0.12 * row.size and here.colour == there.colour


def is_full(row: Row, following: Row | None, x: float) -> bool:
    """Whether the text of a row runs on in the next one, so that nothing may be put between them."""
    if following is None or opens_with_bullet(following):
        return False
    near = following.base - row.base < 1.6 * row.size and abs(following.size - row.size) < 0.5
    same = row.words[-1].style.bold == following.words[0].style.bold
    room = x - row.x1
    return near and same and room < 0.18 * (x - min(row.x0, following.x0))


def opens_with_bullet(row: Row) -> bool:
    """Whether a row begins with a bullet."""
    first = row.words[0]
    return first.text in LONE_MARKS or first.text[0] in "•●▪■◦○" or (first.style.icon and len(row.words) > 1)


def shape_of(left: list[Row], right: list[Row]) -> Shape | None:
    """Return how two sides belong together; None for a table, which is read row by row."""
    if _is_aside(left, right):
        return Shape.ASIDE
    if _is_rail(left, right):
        return Shape.RAIL
    if len(left) < _FEWEST_ROWS or len(right) < _FEWEST_ROWS:
        return None
    level = (
        _aligned(right, left) > 0.95 and _mean_length(right) < 30 and not _listed(right) and not _has_headings(right)
    )
    if level and _is_cards(left, right):
        return Shape.COLUMNS
    if level and (_aligned(left, right) > 0.95 or len(right) < 0.6 * len(left) or _mean_length(right) < 12):
        return None  # a table: row by row
    return Shape.COLUMNS


def _is_cards(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Whether two sides on common baselines are cards: the same sequence of looks on either side, and not one look."""
    looks = []
    for row in right:
        beside = [other for other in left if abs(other.base - row.base) <= 0.3 * row.size]
        if not beside or _look(beside[0]) != _look(row):
            return False
        looks.append(_look(row))
    return len(set(looks)) > 1 and len(right) >= _FEWEST_ROWS


def _look(row: Row) -> tuple[float, bool, int]:
    style = row.words[0].style
    return row.size, style.bold, style.colour


def _aligned(rows: Sequence[Row], others: Sequence[Row]) -> float:
    """The share of `rows` that have a row among `others` on the same baseline."""
    bases = [row.base for row in others]
    hits = sum(any(abs(row.base - base) <= 0.3 * row.size for base in bases) for row in rows)
    return hits / max(len(rows), 1)


def _mean_length(rows: Sequence[Row]) -> float:
    return sum(len(row.text) for row in rows) / max(len(rows), 1)


def _is_date(row: Row) -> bool:
    return bool(re.search(r"(?:19|20)\d\d", row.text)) and len(row.text) < 30


def _listed(rows: Sequence[Row]) -> bool:
    return sum(opens_with_bullet(row) for row in rows) > 0.3 * len(rows)


def _is_aside(left: list[Row], right: list[Row]) -> bool:
    """Dates, places and links at the right: short, each cell beginning beside a row of the left."""
    groups = cells(right, left)
    speaking = sum(map(_speaks, right)) / len(right)
    if not _is_short(right, left, speaking) or _has_headings(right) or any(row.text[:1] in LONE_MARKS for row in right):
        return False  # running text, a sidebar, a list
    if len(groups) > 0.9 * len(left) + 1 or _aligned([cell[0] for cell in groups], left) < 0.85:
        return False
    if any(len(group) > _LONGEST_CELL and _aligned(group, left) < 1 for group in groups):
        return False
    gap = _least_gap(left, right)
    if speaking >= 0.5:
        return gap > _SPOKEN_GAP
    return (
        gap > _ASIDE_GAP
        and _aligned(right, left) > 0.95
        and len(right) <= 0.6 * len(left)
        and len(groups) == len(right)
    )


def _is_short(rows: Sequence[Row], others: Sequence[Row], speaking: float) -> bool:
    """Whether rows are short, in themselves and beside the others; dates may be as long as what they stand beside."""
    if speaking > 0.8:
        return _mean_length(rows) <= 40
    return _mean_length(rows) <= min(30, 1.2 * _mean_length(others))


def _has_headings(rows: Sequence[Row]) -> bool:
    headings = [row for row in rows if kind_of(row.text) is not None]
    return len(headings) > 1 or any(_is_loud(row) for row in headings)


def _is_loud(row: Row) -> bool:
    """Whether a row is in bold or capitals."""
    return all(word.style.bold for word in row.words) or row.text.isupper()


def _speaks(row: Row) -> bool:
    return _speaks_for_itself(row.text)


@functools.lru_cache(maxsize=1024)  # a row is asked once for every band that it could be part of
def _speaks_for_itself(text: str) -> bool:
    return bool(_DATE_OR_LINK.search(text) or _PLACE.match(text))


def _least_gap(left: Sequence[Row], right: Sequence[Row]) -> float:
    """The smallest distance, in font sizes, between the two sides on one baseline."""
    gaps = [
        (there.x0 - here.x1) / max(min(here.size, there.size), 1)
        for there in right
        for here in left
        if abs(here.base - there.base) <= 0.4 * min(here.size, there.size)
    ]
    return min(gaps, default=0.0)


def _is_rail(left: list[Row], right: list[Row]) -> bool:
    """Labels at the left: narrow, few letters, each cell beginning beside a row of the right."""
    width = max(row.x1 for row in left) - min(row.x0 for row in left)
    whole = max(row.x1 for row in right) - min(row.x0 for row in left)
    groups = cells(left, right)
    labels = [cell for cell in groups if is_beside(cell, right) or not is_heading(cell)]
    rows = [row for cell in labels for row in cell]
    if not labels:
        return False
    if len(labels) < 2 and not _is_lone_label(labels[0], right):
        return False
    if width > 0.33 * whole or _mean_length(rows) > 26 or len(rows) > 1.1 * len(right):
        return False
    if _listed(left):
        return False
    if _aligned([cell[0] for cell in labels], right) < 0.9:
        return False
    dated = sum(_is_date(cell[0]) for cell in labels)
    return len(rows) <= 0.5 * len(right) or dated >= 0.6 * len(labels) or _aligned(rows, right) > 0.95


def _is_lone_label(label: Sequence[Row], right: Sequence[Row]) -> bool:
    """Whether the one label of a band is a heading: by its words, or in bold or capitals beside much text; looking its own way."""
    if _look(label[0]) == _look(right[0]):
        return False
    return len(right) >= _FEWEST_ROWS and (is_heading(label) or (len(right) >= 6 and all(map(_is_loud, label))))


def is_beside(cell: Sequence[Row], body: Sequence[Row]) -> bool:
    """Whether a cell begins on the baseline of a row of the other side."""
    return _aligned(cell[:1], body) == 1


def is_heading(cell: Sequence[Row]) -> bool:
    """Whether a cell has the words of a section heading; with a colon behind them they are the label of a value."""
    text = " ".join(row.text for row in cell)
    return not text.endswith((":", "：")) and kind_of(text) is not None


def heads_sections(left: list[Row], right: list[Row]) -> bool:
    """Whether the labels of a rail are section headings."""
    names = [" ".join(row.text for row in cell) for cell in cells(left, right) if is_beside(cell, right)]
    if any(name.endswith((":", "：")) for name in names):
        return False  # "Languages: Java, Go" is a table of labels
    return sum(kind_of(name) is not None for name in names) >= max(1, 0.4 * len(names))
