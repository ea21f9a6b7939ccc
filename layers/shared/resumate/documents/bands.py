"""Finds the bands of a page: runs of rows in which an empty strip parts two sides.

Used by `columns`; `shapes` tells how the two sides belong together. All lengths are points.
"""

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from resumate.documents.headings import kind_of
from resumate.documents.pdf_words import Word
from resumate.documents.rows import LONE_MARKS, Row
from resumate.documents.shapes import Shape, heads_sections, is_margin, shape_of

_SLACK: Final = 0.5
_FEW_ROWS: Final = 3
_Span = tuple[float, float]


@dataclass(slots=True)
class Band:
    """Rows first..last (exclusive) with nothing across the strip that ends at `x`; `headings`: a rail of section headings."""

    first: int
    last: int
    x: float
    shape: Shape
    score: float
    headings: bool = False


def best_band(rows: list[Row]) -> Band | None:
    """Return the band that matters most, None where the rows are simply read one after the other."""
    size = statistics.median(row.size for row in rows)
    least = max(0.8 * size, 6.0)
    spans = [_spans(row, least) for row in rows]
    edge = min(row.x0 for row in rows)
    starts = sorted({round(span[0], 1) for row in spans for span in row if span[0] > edge + 2 * size})
    chances = _chances(rows, spans, starts, least)
    best: Band | None = None
    tables: list[tuple[int, int]] = []
    for height, first, last, x in chances:
        if best is not None and best.score >= _HIGHEST * height:
            break  # no band of less height can matter more
        if any(first >= begin and last <= until for begin, until in tables):
            continue  # a strip between some cells of a table
        band = _judge(rows[first:last], first, x, height)
        if band is not None and band.shape is Shape.TABLE:
            tables.append((first, last))
        elif band is not None and (best is None or band.score > best.score):
            best = band
    return best


def _chances(
    rows: list[Row], spans: Sequence[Sequence[_Span]], starts: Sequence[float], least: float
) -> list[tuple[float, int, int, float]]:
    """Return (height, first row, last row, x) of every strip that could part two sides, highest first."""
    found: dict[tuple[int, int, int], tuple[float, int, int, float]] = {}
    for x in _distinct(starts):
        for run_first, run_last in _runs(spans, x, least):
            ends = _trim(rows, spans, run_first, run_last, x)
            if ends is None:
                continue
            first, last = ends
            left = sum(span[0] < x - _SLACK for row in spans[first:last] for span in row)
            height = rows[last - 1].base - rows[first].base + rows[first].size
            found.setdefault((first, last, left), (height, first, last, x))
    return sorted(found.values(), key=lambda chance: -chance[0])


def sides(rows: Sequence[Row], x: float) -> tuple[list[Word], list[Word]]:
    """Return the words left and right of `x`."""
    left = [word for row in rows for word in row.words if word.x0 < x - _SLACK]
    right = [word for row in rows for word in row.words if word.x0 >= x - _SLACK]
    return left, right


def heading_rows(rows: Sequence[Row], x: float) -> list[int]:
    """Return the rows of a band that are headings over both sides: known words on one, blank around them on the other.

    Empty where any heading has text beside it, for then the sides are columns of their own. What stands in a margin of
    dates and places belongs to the section beside it, so there every heading on the left parts the band.
    """
    left, right = _halves(rows, x)
    if is_margin(right):
        return [index for index, row in enumerate(rows) if kind_of(row.text) is not None and row in left]
    bases = [
        [row.base for row in rows if any((word.x0 >= x - _SLACK) is right for word in row.words)]
        for right in (False, True)
    ]
    found, inside = [], False
    for index, row in enumerate(rows):
        sides_of_row = {word.x0 >= x - _SLACK for word in row.words}
        if len(sides_of_row) > 1 or kind_of(row.text) is None:
            continue
        other = bases[not sides_of_row.pop()]
        if not other or other[-1] < row.base:
            continue  # nothing beside or below: a heading of its own column
        if any(-0.5 * row.size < row.base - base < 1.9 * row.size for base in other):
            return []
        found.append(index)
        inside = inside or other[0] < row.base
    return found if inside else []


def _distinct(starts: Sequence[float]) -> Iterator[float]:
    """The left edges that differ by a point or more, the smallest of each group."""
    previous = float("-inf")
    for x in starts:
        if x - previous >= 1:
            yield x
            previous = x


def _spans(row: Row, least: float) -> list[_Span]:
    """The stretches of a row that are covered by words, joined over gaps narrower than a column's."""
    spans = [(row.words[0].x0, row.words[0].x1)]
    for before, word in pairwise(row.words):
        start, end = spans[-1]
        gap = word.x0 - end
        after_bullet = before is row.words[0] and before.text in LONE_MARKS and gap < 4 * word.size
        if gap < least or after_bullet or gap < 0.5 * min(word.size, before.size):
            spans[-1] = (start, max(word.x1, end))
        else:
            spans.append((word.x0, word.x1))
    return spans


def _runs(spans: Sequence[Sequence[_Span]], x: float, least: float) -> Iterator[tuple[int, int]]:
    """Yield the runs of rows in which nothing stands in the strip that ends at `x`."""
    first: int | None = None
    for index, row in enumerate(spans):
        crossed = any(start < x - _SLACK and end > x - least for start, end in row)
        if crossed:
            if first is not None:
                yield first, index
            first = None
        elif first is None:
            first = index
    if first is not None:
        yield first, len(spans)


def _judge(rows: list[Row], first: int, x: float, height: float) -> Band | None:
    """Say what a run of rows is that begins at `first`, or None where the strip means nothing."""
    left, right = _halves(rows, x)
    if not left or not right or all(len(row.text) == 1 and not row.text.isalnum() for row in left):
        return None  # nothing, or bullets
    shape = shape_of(left, right)
    if shape is None:
        return None
    weight = min(sum(len(row.text) for row in left), sum(len(row.text) for row in right))
    score = _BONUS[shape] * height * (1 + min(weight, _ENOUGH_TEXT) / 100)
    return Band(first, first + len(rows), x, shape, score, headings=shape is Shape.RAIL and heads_sections(left, right))


def _halves(rows: Sequence[Row], x: float) -> tuple[list[Row], list[Row]]:
    """Return the rows cut at `x`, each half only where it has words; quicker than making the rows anew."""
    left: list[Row] = []
    right: list[Row] = []
    for row in rows:
        here = [word for word in row.words if word.x0 < x - _SLACK]
        if len(here) in {0, len(row.words)}:
            (left if here else right).append(row)
            continue
        left.append(Row(here))
        right.append(Row([word for word in row.words if word.x0 >= x - _SLACK]))
    return left, right


_BONUS: Final = {Shape.COLUMNS: 3.0, Shape.RAIL: 2.0, Shape.ASIDE: 1.0, Shape.TABLE: 0.0}
_ENOUGH_TEXT: Final = 400
_HIGHEST: Final = max(_BONUS.values()) * (1 + _ENOUGH_TEXT / 100)


def _trim(rows: list[Row], spans: Sequence[Sequence[_Span]], first: int, last: int, x: float) -> tuple[int, int] | None:
    """Narrow a run to where both sides have text, None where one has none.

    Rows of one side alone stay with it when nothing crosses beyond them, or no space parts them from it.
    """
    lefts = [i for i in range(first, last) if spans[i][0][0] < x - _SLACK]
    rights = [i for i in range(first, last) if spans[i][-1][0] >= x - _SLACK]
    if not lefts or not rights:
        return None
    start, end = max(lefts[0], rights[0]), min(lefts[-1], rights[-1])
    begin, until = min(lefts[0], rights[0], end), max(lefts[-1], rights[-1]) + 1
    if len(rows) - until > 2:  # more than a running foot crosses below
        for i in range(end + 1, until):
            if rows[i].base - rows[i - 1].base > 1.7 * rows[i].size:
                until = i
                break
    if first > 0 or min(start, end) - begin <= _FEW_ROWS:
        for i in range(min(start, end), begin, -1):
            if rows[i].base - rows[i - 1].base > 1.9 * min(rows[i].size, rows[i - 1].size):
                begin = i
                break
    return begin, until
