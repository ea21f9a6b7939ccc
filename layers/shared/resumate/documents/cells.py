"""Groups the rows at one side of a band into cells: a label over two lines, a date above a date.

`shapes` judges by them what a band is, `columns` reads it by them. All lengths are points; "level" means on one baseline.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from resumate.documents.dates import is_open_date
from resumate.documents.headings import kind_of
from resumate.documents.rows import Row

_FEWEST_STACKED: Final = 4  # dates, two pairs of them
_STACKED_LINES: Final = 3.2  # font sizes from a date to the one two lines below it
UPRIGHT_DASHES: Final = frozenset("|¦│-–—~↓↑")  # what stands between a date and the one below it


def cells(rows: Sequence[Row], beside: Sequence[Row]) -> list[list[Row]]:
    """Group rows that follow each other closely (a label over two lines), unless every row speaks for its neighbour."""
    table = len(rows) >= 0.6 * len(beside) and aligned(rows, beside) > 0.95
    ends = _stacked_ends(rows, beside)
    found: list[list[Row]] = []
    for row in rows:
        before = found[-1][-1] if found else None
        near = before is not None and _alike(row, before) and _is_near(row, before)
        split = table and before is not None and kind_of(f"{before.text} {row.text}") is None
        dated = before is not None and is_date(before) and is_date(row) and not is_open_date(before.text)
        if id(row) in ends or (near and not split and not dated):
            found[-1].append(row)
        else:
            found.append([row])
    return found


def _stacked_ends(rows: Sequence[Row], beside: Sequence[Row]) -> set[int]:
    """The ids of what goes on with the date above it: a dash and the date under it, or the ends of ranges in pairs.

    Without dashes all dates come in pairs, and what stands beside the two looks different, a title and an employer; the
    dates of entries of one line each have entries of one look beside them.
    """
    found: set[int] = set()
    for start, dash, end in zip(rows, rows[1:], rows[2:], strict=False):
        if dash.text in UPRIGHT_DASHES and is_date(start) and end.base - start.base < _STACKED_LINES * start.size:
            found |= {id(dash), id(end)}
    dates = [row for row in rows if is_date(row)]
    if found or len(dates) < _FEWEST_STACKED or len(dates) % 2:
        return found
    pairs = list(zip(dates[::2], dates[1::2], strict=True))
    apart = all(not _is_near(start, end) for (_, end), (start, _) in pairwise(pairs))
    twofold = all(
        _is_near(end, start) and _beside_look(start, beside) != _beside_look(end, beside) for start, end in pairs
    )
    return {id(end) for _, end in pairs} if apart and twofold else found


def _beside_look(row: Row, beside: Sequence[Row]) -> tuple[float, bool, int] | None:
    return next((look(other) for other in beside if abs(other.base - row.base) <= 0.3 * row.size), None)


def _is_near(row: Row, before: Row) -> bool:
    """Whether two rows are lines of one cell: close, or the two halves of a heading ("Technical", "Skills")."""
    lines = (row.base - before.base) / max(row.size, before.size)
    return lines <= 1.55 or (lines <= 2.6 and kind_of(f"{before.text} {row.text}") is not None)


def _alike(row: Row, other: Row) -> bool:
    """Whether two rows look like lines of one text."""
    here, there = row.words[0].style, other.words[-1].style
    return abs(row.size - other.size) <= 0.12 * row.size and here.colour == there.colour


def is_date(row: Row) -> bool:
    """Whether a row is short and has a year."""
    return bool(re.search(r"(?:19|20)\d\d", row.text)) and len(row.text) < 30


def look(row: Row) -> tuple[float, bool, int]:
    """Return how a row looks: size, bold, colour."""
    style = row.words[0].style
    return row.size, style.bold, style.colour


def aligned(rows: Sequence[Row], others: Sequence[Row]) -> float:
    """Return the share of `rows` that have a row among `others` on the same baseline."""
    bases = [row.base for row in others]
    hits = sum(any(abs(row.base - base) <= 0.3 * row.size for base in bases) for row in rows)
    return hits / max(len(rows), 1)
