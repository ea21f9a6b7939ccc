"""Tells how the two sides of a band belong together: columns, a rail of labels, an aside of dates, or a table.

`bands` finds the bands, `columns` reads them. All lengths are points; "level" means on one baseline.
"""

import functools
import re
from collections.abc import Sequence
from enum import Enum
from typing import Final

from resumate.documents.cells import aligned, cells, is_date, look
from resumate.documents.headings import kind_of
from resumate.documents.rows import LONE_MARKS, Row

_FEWEST_ROWS: Final = 3
_ASIDE_GAP: Final = 2.2  # font sizes, where the words of an aside do not speak for themselves
_SPOKEN_GAP: Final = 0.9
_LONGEST_CELL: Final = 4
_SHORT_CELLS: Final = 12  # characters on the mean
_FEW_LABELS: Final = 2
_LINES_A_SECTION: Final = 1.5
_FLUSH_SHARE: Final = 0.6
_DATE_OR_LINK: Final = re.compile(
    r"(?:19|20)\d\d|\bpresent\b|\bcurrent\b|\bongoing\b|\bheute\b|aujourd|actual|至今|\bremote\b|github|www\.|http",
    re.IGNORECASE,
)
_PLACE: Final = re.compile(
    r"^(?:[^\W\d_][\w.'’\-]*[ ]){0,3}[^\W\d_][\w.'’\-]*(?:,[ ]?[A-Z][\w.\-]*(?:[ ][A-Z][\w.\-]*){0,2}){1,3}$"
)


_PAGE_NUMBER: Final = re.compile(r"^(?:page |p\. ?)?\d{1,2} ?(?:/|of) ?\d{1,2}$", re.IGNORECASE)


class Shape(Enum):
    """How the two sides of a band belong together."""

    COLUMNS = "columns"
    RAIL = "rail"
    ASIDE = "aside"
    TABLE = "table"


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
    """Return how two sides belong together; None where they do not, and where a table may be part of something else.

    A table with a margin of its own, such as the levels of skills, is one for certain: it is read row by row.
    """
    if _is_aside(left, right):
        return Shape.ASIDE
    if _is_rail(left, right):
        return Shape.RAIL
    if len(left) < _FEWEST_ROWS or len(right) < _FEWEST_ROWS:
        return None
    level = aligned(right, left) > 0.95 and _mean_length(right) < 30 and not _listed(right) and not _has_headings(right)
    if level and _is_cards(left, right):
        return Shape.COLUMNS
    if level and _mean_length(right) < _SHORT_CELLS and is_right_aligned(right):
        return Shape.TABLE
    if level and (aligned(left, right) > 0.95 or len(right) < 0.6 * len(left) or _mean_length(right) < _SHORT_CELLS):
        return None  # a table: row by row
    return Shape.COLUMNS


def is_right_aligned(rows: Sequence[Row]) -> bool:
    """Whether rows end at one edge more than they begin at one: dates, places and links, not the text of a column."""
    lefts, rights = ([round(edge) for edge in edges] for edges in ([r.x0 for r in rows], [r.x1 for r in rows]))
    begin, end = (max(sum(abs(edge - other) <= 1 for other in edges) for edge in edges) for edges in (lefts, rights))
    return end >= _FLUSH_SHARE * len(rows) and end > begin


def is_margin(rows: Sequence[Row]) -> bool:
    """Whether the right side of a band is a margin of dates, places and links, and has no headings of its own."""
    speaking = sum(map(_speaks, rows)) >= 0.5 * len(rows)
    return speaking and is_right_aligned(rows) and not any(kind_of(row.text) is not None for row in rows)


def _is_cards(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Whether two sides on common baselines are cards: the same sequence of looks on either side, and not one look."""
    if is_right_aligned(right):
        return False
    looks = []
    for row in right:
        beside = [other for other in left if abs(other.base - row.base) <= 0.3 * row.size]
        if not beside or look(beside[0]) != look(row):
            return False
        looks.append(look(row))
    return len(set(looks)) > 1 and len(right) >= _FEWEST_ROWS


def _mean_length(rows: Sequence[Row]) -> float:
    return sum(len(row.text) for row in rows) / max(len(rows), 1)


def _listed(rows: Sequence[Row]) -> bool:
    return sum(opens_with_bullet(row) for row in rows) > 0.3 * len(rows)


def _is_aside(left: list[Row], right: list[Row]) -> bool:
    """Dates, places and links at the right: short, each cell beginning beside a row of the left."""
    right = [row for row in right if not _PAGE_NUMBER.match(row.text)] or right
    groups = cells(right, left)
    speaking = sum(map(_speaks, right)) / len(right)
    if not _is_short(right, left, speaking) or _has_headings(right) or any(row.text[:1] in LONE_MARKS for row in right):
        return False  # running text, a sidebar, a list
    if len(groups) > 0.9 * len(left) + 1 or aligned([cell[0] for cell in groups], left) < 0.85:
        return False
    if any(len(group) > _LONGEST_CELL and aligned(group, left) < 1 for group in groups):
        return False
    gap = _least_gap(left, right)
    if speaking >= 0.5:
        return gap > _SPOKEN_GAP
    whole = len(groups) == len(right) or is_right_aligned(right)
    return gap > _ASIDE_GAP and aligned(right, left) > 0.95 and len(right) <= 0.6 * len(left) and whole


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
    labels = [cell for cell in groups if not heads_alone(cell, right)]
    rows = [row for cell in labels for row in cell]
    if not labels:
        return False
    if len(labels) < 2 and not _is_lone_label(labels[0], right):
        return False
    if width > 0.33 * whole or _mean_length(rows) > 26 or len(rows) > 1.1 * len(right):
        return False
    if _listed(left):
        return False
    if aligned([cell[0] for cell in labels], right) < 0.9:
        return False
    dated = sum(is_date(cell[0]) for cell in labels)
    return len(rows) <= 0.5 * len(right) or dated >= 0.6 * len(labels) or aligned(rows, right) > 0.95


def _is_lone_label(label: Sequence[Row], right: Sequence[Row]) -> bool:
    """Whether the one label of a band is a heading: by its words, or in bold or capitals beside much text; looking its own way."""
    if look(label[0]) == look(right[0]):
        return False
    return len(right) >= _FEWEST_ROWS and (is_heading(label) or (len(right) >= 6 and all(map(_is_loud, label))))


def is_beside(cell: Sequence[Row], body: Sequence[Row]) -> bool:
    """Whether a cell begins on the baseline of a row of the other side."""
    return aligned(cell[:1], body) == 1


def heads_alone(cell: Sequence[Row], body: Sequence[Row]) -> bool:
    """Whether a cell of a rail heads what follows it: in a heading's words or in bold, with nothing beside it."""
    return not is_beside(cell, body) and (is_heading(cell) or all(_is_loud(row) and not is_date(row) for row in cell))


def is_heading(cell: Sequence[Row]) -> bool:
    """Whether a cell has the words of a section heading; with a colon behind them they are the label of a value."""
    text = " ".join(row.text for row in cell)
    return not text.endswith((":", "：")) and kind_of(text) is not None


def is_one_of_many(cell: Sequence[Row], labels: Sequence[Sequence[Row]]) -> bool:
    """Whether a label looks as most labels of its rail do, and not all of those are headings: "Languages" above "Frameworks"."""
    alike = [
        other for other in labels if other is not cell and not is_date(other[0]) and look(other[0]) == look(cell[0])
    ]
    most = len(alike) >= _FEW_LABELS and 2 * len(alike) >= len(labels) - 1
    return most and not all(map(is_heading, alike))


def heads_sections(left: list[Row], right: list[Row]) -> bool:
    """Whether the labels of a rail are section headings."""
    names = [" ".join(row.text for row in cell) for cell in cells(left, right) if is_beside(cell, right)]
    if any(name.endswith((":", "：")) for name in names):
        return False  # "Languages: Java, Go" is a table of labels
    if len(names) >= _FEWEST_ROWS and len(right) < _LINES_A_SECTION * len(names):
        return False  # a table of a line or so each
    return sum(kind_of(name) is not None for name in names) >= max(1, 0.4 * len(names))
