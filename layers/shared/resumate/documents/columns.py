"""Finds the reading order of a page: heads, columns, sidebars, label rails, dates at the right edge.

A page is cut again and again. A band of rows with an empty strip between two sides is one of four things: two
columns (left whole, then right whole), a rail (each label, then what stands beside it), an aside (dates and places
at the right, read with the row where they begin) or a table (row by row). What is above and below the band is cut
likewise. `bands` judges what a band is, `rows` puts words into rows; `pdf_lines` makes lines of the leaves.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from resumate.documents.bands import Band, best_band, heading_rows, sides
from resumate.documents.cells import cells
from resumate.documents.pdf_words import Word
from resumate.documents.rows import Row, make_rows
from resumate.documents.shapes import Shape, heads_alone, is_full, is_heading, is_one_of_many, opens_with_bullet

_DEPTH: Final = 8
_TALL: Final = 0.4  # share of the page that a sidebar is at least as high as
_SAME_WIDTH: Final = 0.8


class Stream(Enum):
    """Where on a page a leaf stands; text of the main column goes on in the main column of the next page."""

    WHOLE = "whole"
    SIDEBAR = "sidebar"
    MAIN = "main"


@dataclass(slots=True)
class Leaf:
    """Rows that are read one after the other.

    `label` marks a cell of a rail, `aside` one of dates and places, `opens` the first of a column; `stream` says
    whether it stands in the page's main column or its sidebar, where it has both.
    """

    rows: list[Row]
    label: bool = False
    aside: bool = False
    opens: bool = False
    stream: Stream = Stream.WHOLE


@dataclass(slots=True)
class Layout:
    """The leaves of a page in reading order and how many columns the page has."""

    leaves: list[Leaf] = field(default_factory=list)
    columns: int = 1
    height: float = 0.0


def find_layout(words: Sequence[Word]) -> Layout:
    """Return the reading order of a page's upright words."""
    layout = Layout()
    rows = make_rows(words)
    if rows:
        layout.height = rows[-1].base - rows[0].base
        _cut(rows, layout, _DEPTH)
    return layout


def _cut(rows: list[Row], layout: Layout, depth: int) -> None:
    band = best_band(rows) if depth and len(rows) > 1 else None
    if band is None:
        if rows:
            layout.leaves.append(Leaf(rows))
        return
    inside = rows[band.first : band.last]
    headings = heading_rows(inside, band.x) if band.shape is Shape.COLUMNS else []
    if headings:  # grids under headings that go over the whole width
        starts = [band.first + index for index in headings]
        for first, last in zip([0, *starts], [*starts, len(rows)], strict=True):
            _cut_below_heading(rows[first:last], layout, depth - 1, heading=first in starts)
        return
    _cut(rows[: band.first], layout, depth - 1)
    _EMIT[band.shape](rows[band.first : band.last], band, layout, depth - 1)
    _cut(rows[band.last :], layout, depth - 1)


def _cut_below_heading(rows: list[Row], layout: Layout, depth: int, *, heading: bool) -> None:
    """Read a heading alone, then what stands below it."""
    if heading:
        layout.leaves.append(Leaf(rows[:1]))
    _cut(rows[1:] if heading else rows, layout, depth)


def _emit_columns(rows: list[Row], band: Band, layout: Layout, depth: int) -> None:
    left, right = (make_rows(side) for side in sides(rows, band.x))
    streams = _streams(left, right)
    tall = rows[-1].base - rows[0].base >= _TALL * layout.height
    count = 0
    for side, stream in ((left, streams[0]), (right, streams[1])):
        inner = Layout(height=layout.height)
        _cut(side, inner, depth)
        for leaf in inner.leaves:
            leaf.stream = stream if tall else Stream.WHOLE
            leaf.opens = leaf is inner.leaves[0] and leaf.stream is not Stream.WHOLE
        layout.leaves += inner.leaves
        count += inner.columns
    layout.columns = max(layout.columns, count if tall else 2)


def _streams(left: Sequence[Row], right: Sequence[Row]) -> tuple[Stream, Stream]:
    """Tell the sidebar from the main column; two columns of one width are read one after the other."""
    widths = [max(row.x1 for row in side) - min(row.x0 for row in side) for side in (left, right)]
    if min(widths) > _SAME_WIDTH * max(widths):
        return Stream.WHOLE, Stream.WHOLE
    return (Stream.SIDEBAR, Stream.MAIN) if widths[0] < widths[1] else (Stream.MAIN, Stream.SIDEBAR)


def _emit_rail(rows: list[Row], band: Band, layout: Layout, depth: int) -> None:
    """Each cell of the rail, then the rows beside it down to the next cell."""
    left, right = sides(rows, band.x)
    body = make_rows(right)
    labels = cells(make_rows(left), body)
    starts = [cell[0].base - 0.6 * cell[0].size for cell in labels]
    _cut([row for row in body if row.base < starts[0]], layout, depth)
    for index, cell in enumerate(labels):
        until = starts[index + 1] if index + 1 < len(starts) else float("inf")
        beside = [row for row in body if starts[index] <= row.base < until]
        inner = Layout(height=layout.height)
        _cut(beside, inner, depth)
        first = inner.leaves[0].rows if inner.leaves else []
        heads = band.headings or (
            is_heading(cell) and _stands_apart(cell[0], rows) and not is_one_of_many(cell, labels)
        )
        if len(cell) == 1 and first and _level(cell[0], first[0]) and not heads:
            first[0] = Row([*cell[0].words, *first[0].words])
        else:
            layout.leaves.append(Leaf(cell, label=band.headings or not (heads or heads_alone(cell, body))))
        layout.leaves += inner.leaves


def _stands_apart(row: Row, rows: Sequence[Row]) -> bool:
    """Whether there is more space above a row than inside a paragraph."""
    above = max((other.base for other in rows if other.base < row.base - 0.5 * row.size), default=None)
    return above is None or row.base - above > 1.7 * row.size


def _emit_aside(rows: list[Row], band: Band, layout: Layout, depth: int) -> None:
    """Dates on the line they stand beside; a cell beside running text is read whole after the row where it begins."""
    left, right = sides(rows, band.x)
    body = make_rows(left)
    done = 0
    held: list[Row] = []
    for cell in cells(make_rows(right), body):
        reached = max(sum(row.base <= cell[0].base + 0.4 * cell[0].size for row in body), done)
        held += body[done:reached]
        done = reached
        joined = _joined(cell, body, reached, band.x)
        if joined is not None:
            held[-1:] = joined
            done = reached - 1 + len(joined)
            continue
        if held:
            _leaf(held, layout)
            held = []
        layout.leaves.append(Leaf(cell, aside=True))
    _leaf(held + body[done:], layout)
    del depth  # what stands beside an aside is one column


def _joined(cell: Sequence[Row], body: Sequence[Row], reached: int, x: float) -> list[Row] | None:
    """Return the rows of `body` with the rows of `cell` at their ends, or None where they stand beside running text."""
    if not 0 < reached <= len(body) - len(cell) + 1:
        return None
    rows = []
    for offset, extra in enumerate(cell):
        index = reached - 1 + offset
        row = body[index]
        following = body[index + 1] if index + 1 < len(body) else None
        if not _level(row, extra) or (len(cell) > 1 and opens_with_bullet(row)) or is_full(row, following, x):
            return None
        rows.append(Row([*row.words, *extra.words]))
    return rows


def _leaf(rows: list[Row], layout: Layout) -> None:
    if rows:
        layout.leaves.append(Leaf(rows))


def _level(row: Row, other: Row) -> bool:
    return abs(row.base - other.base) <= 0.4 * min(row.size, other.size)


_EMIT: Final[dict[Shape, Callable[[list[Row], Band, Layout, int], None]]] = {
    Shape.COLUMNS: _emit_columns,
    Shape.RAIL: _emit_rail,
    Shape.ASIDE: _emit_aside,
}
