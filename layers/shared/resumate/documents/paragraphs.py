"""Tells which lines belong to one paragraph or bullet, by what a reader sees: marks, white space, full lines.

`sections` uses it to know that a wrapped line is no heading, `entries` and `chunks` to keep sentences whole.
"""

import re
import statistics
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from resumate.documents.dates import find_dates, is_open_date
from resumate.documents.reading import SourceLine

_END: Final = re.compile(r"[.!?:;。！？：；]['\")\]”’]?$")
_NEAR_EDGE: Final = 0.08  # share of the width
_APART: Final = 1.2  # of the usual distance of wrapped lines
_FEWEST_WRAPS: Final = 3
# What a sentence cannot end with.
_GOES_ON: Final = re.compile(
    r"(?:[,;:&/(–—-]|\b(?:a|an|the|and|or|of|in|on|at|to|for|with|by|from|as|into|via|using|including|that|which|their|our|its|und|der|die|"
    r"das|et|de|la|le|les|des|y|el|los|las))$",
    re.IGNORECASE,
)
# The verbs that items of experience begin with, in the past and the present.
_ACT: Final = re.compile(
    r"^(?:(?:Co-)?[A-Z][a-z]{2,}ed|Led|Built|Wrote|Ran|Made|Won|Drove|Grew|Taught|Held|Set|Took|Gave|Kept|Met|Sold|Spoke|"
    r"Began|Brought|Chose|Cut|Dealt|Drew|Found|Oversaw|Rebuilt|Rewrote|Sent|Spent|Undertook|Lead|Build|Write|Run|Make|Manage|Develop|Design|"
    r"Create|Maintain|Support|Train|Teach|Plan|Coordinate|Organi[sz]e|Analy[sz]e|Implement|Improve|Provide|Prepare|Perform|Conduct|"
    r"Collaborate|Assist|Handle|Oversee|Deliver|Ensure|Monitor|Mentor|Review|Test|Deploy|Automate|Reduce|Increase|Serve|Work)\b"
)
_STARTS_LOW: Final = re.compile(r"^[a-zà-öø-ÿ,;)(&+/]")


class _Edge(NamedTuple):
    """Where the text of a region begins and ends; `sure` where more than one line ends there."""

    left: float
    right: float
    sure: bool


def mark_continuations(lines: Sequence[SourceLine]) -> list[bool]:
    """Return for each line whether it continues the one before."""
    edges = _edges(lines)
    gaps = _wrap_gaps(lines)
    carried = [False] * len(lines)
    wrap = _wrap_gap(lines)
    head = 0  # the first line of the paragraph under way
    for index in range(1, len(lines)):
        if lines[index].continues or (
            _continues(lines, index, head, edges, gaps) and not _is_next_item(lines, index, head, wrap)
        ):
            carried[index] = True
        else:
            head = index
    return carried


def _continues(
    lines: Sequence[SourceLine],
    index: int,
    head: int,
    edges: dict[int, _Edge],
    gaps: dict[tuple[int, float], float],
) -> bool:
    line, before = lines[index], lines[index - 1]
    if line.bullet or line.box is None or before.box is None:
        return False  # the reader of a format without boxes says itself what goes on
    if _is_complete(line) or _is_complete(before) or not _looks_like(line, before):
        return False
    if line.region != before.region:
        return _over_the_edge(line, before, bullet=lines[head].bullet)
    if line.gap > 1.2 * gaps.get((line.region, round(line.size)), 1.3):
        return False
    start = lines[head].box
    if lines[head].bullet and start is not None and line.box[0] < start[0] - 1:
        return False
    return before.region in edges and _is_full(before, line, edges[before.region])


def _is_next_item(lines: Sequence[SourceLine], index: int, head: int, wrap: float) -> bool:
    """Whether a line is the next item of a list without marks: set further apart than wrapped lines, or told alike."""
    line, before = lines[index], lines[index - 1]
    if not line.text[0].isupper() or lines[head].bullet or line.region != before.region:
        return False
    if _GOES_ON.search(before.text):
        return False
    if wrap and line.gap > _APART * wrap:
        return True
    return bool(_ACT.match(line.text) and _ACT.match(lines[head].text))


def _wrap_gap(lines: Sequence[SourceLine]) -> float:
    """The usual distance, in line heights, of lines that surely are wrapped: inside a sentence, in small letters; 0 if none."""
    found = [
        line.gap
        for before, line in pairwise(lines)
        if line.text[0].islower()
        and line.region == before.region
        and 0.5 < line.gap < 2
        and not _END.search(before.text)
    ]
    return statistics.median(found) if len(found) >= _FEWEST_WRAPS else 0.0


def _is_complete(line: SourceLine) -> bool:
    """Whether a line is one thing in itself: a declared heading, a cell, a row of a table, a running head."""
    return line.level is not None or line.aside or line.label or bool(line.pieces) or line.furniture


def _looks_like(line: SourceLine, before: SourceLine) -> bool:
    """Whether two lines look like lines of one paragraph; inside a sentence words may be in bold."""
    same_weight = line.bold == before.bold or _STARTS_LOW.match(line.text)
    return bool(same_weight) and abs(line.size - before.size) <= 0.6


def _over_the_edge(line: SourceLine, before: SourceLine, *, bullet: bool) -> bool:
    """A sentence that goes on at the top of the next page or column."""
    if line.page == before.page + 1 and _STARTS_LOW.match(line.text) and not _END.search(before.text):
        return bullet or len(before.text) > 40
    return False


def _is_full(before: SourceLine, line: SourceLine, edge: _Edge) -> bool:
    """Whether the first word of `line` would not have fitted on the line before."""
    assert before.box is not None and line.box is not None  # noqa: S101, PT018 - the caller has looked; for the type checker
    if find_dates(line.text[:24]) and not is_open_date(before.text):
        return False
    width = (line.box[2] - line.box[0]) / max(len(line.text), 1)
    first_word = (len(line.text.split(" ", 1)[0]) + 1) * width
    room = edge.right - before.box[2]
    indent = before.box[0] - edge.left
    if indent > 12 and room > 12 and abs(indent - room) < 0.35 * (indent + room):  # centred: room on both sides
        room += indent
    if edge.sure and room <= max(first_word, 0.04 * (edge.right - edge.left)):
        return True
    # Lists and paragraphs may end short of the region's edge; a sentence that goes on in small letters is one anyway.
    goes_on = not line.text[0].isupper() and not _END.search(before.text)
    return goes_on and room <= 0.4 * (edge.right - edge.left)


def _edges(lines: Sequence[SourceLine]) -> dict[int, _Edge]:
    sides: dict[int, list[tuple[float, float]]] = {}
    for line in lines:
        if line.box is not None and not line.pieces:
            sides.setdefault(line.region, []).append((line.box[0], line.box[2]))
    edges = {}
    for region, found in sides.items():
        left, right = min(x0 for x0, _ in found), max(x1 for _, x1 in found)
        near = sum(x1 >= right - _NEAR_EDGE * (right - left) for _, x1 in found)
        edges[region] = _Edge(left, right, near > 1)
    return edges


def _wrap_gaps(lines: Sequence[SourceLine]) -> dict[tuple[int, float], float]:
    """The distance between wrapped lines: the low end of the distances in a region at that size."""
    found: dict[tuple[int, float], list[float]] = {}
    for line in lines:
        if 0.5 < line.gap < 3:
            found.setdefault((line.region, round(line.size)), []).append(line.gap)
    return {
        key: statistics.quantiles(values, n=8)[0] if len(values) > 3 else min(values) for key, values in found.items()
    }
