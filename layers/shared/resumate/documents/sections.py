"""Splits the lines of a document into sections: what stands from one heading to the next.

`heading_lines` says which lines are headings. Text at the top of a sidebar or main column that has no heading is a
section of its own; running heads and hidden text stand behind everything.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from resumate.documents.dates import find_dates
from resumate.documents.heading_lines import find_headings, is_same_heading
from resumate.documents.headings import likely_kind
from resumate.documents.model import SectionKind
from resumate.documents.reading import SourceLine


@dataclass(slots=True)
class Part:
    """A section as line indices (0-based): `first` is the heading's first line, `body` the line after it."""

    kind: SectionKind
    heading: str
    first: int
    body: int
    last: int


def split_sections(lines: Sequence[SourceLine], carried: Sequence[bool]) -> list[Part]:
    """Return the sections of `lines` in order; the first is the header, unless a heading is the first line."""
    end = next((i for i, line in enumerate(lines) if line.furniture or line.hidden), len(lines))
    heads = {i for i in find_headings(lines[:end], carried) if i < end}
    parts: list[Part] = []
    index = 0
    current = Part(SectionKind.HEADER, "", 0, 0, -1)
    while index < end:
        if index in heads:
            _close(parts, current, index)
            until = index + 1
            while until in heads and is_same_heading(lines, index, until):
                until += 1
            text = heading_text(" ".join(line.text for line in lines[index:until]))
            kind = likely_kind(text) or SectionKind.OTHER
            current = Part(kind, text, index, until, -1)
            index = until
        else:
            if lines[index].opens and current.kind is not SectionKind.HEADER:
                _close(parts, current, index)
                current = Part(_kind_without_heading(lines, heads, index, end), "", index, index, -1)
            index += 1
    _close(parts, current, end)
    for first, last in _tails(lines, end):
        parts.append(Part(SectionKind.OTHER, "", first, first, last))
    return parts


def _kind_without_heading(lines: Sequence[SourceLine], heads: set[int], first: int, end: int) -> SectionKind:
    """Say what the text at the top of a column is that has no heading: the name, a summary, or something else."""
    last = next((i for i in range(first, end) if i in heads), end)
    sizes = sorted(line.size for line in lines[:end])
    if max(line.size for line in lines[first:last]) > 1.25 * sizes[len(sizes) // 2] > 0:
        return SectionKind.HEADER
    words = sum(len(line.text.split()) for line in lines[first:last])
    return (
        SectionKind.SUMMARY
        if words >= 15 and not any(find_dates(line.text) for line in lines[first:last])
        else SectionKind.OTHER
    )


def _tails(lines: Sequence[SourceLine], end: int) -> list[tuple[int, int]]:
    """What stands behind the text: running heads and feet, then hidden text."""
    first_hidden = next((i for i in range(end, len(lines)) if lines[i].hidden), len(lines))
    return [(first, last - 1) for first, last in ((end, first_hidden), (first_hidden, len(lines))) if first < last]


def _close(parts: list[Part], part: Part, until: int) -> None:
    part.last = until - 1
    if part.last >= part.first:
        parts.append(part)


def heading_text(text: str) -> str:
    """Return a heading without bullets, rules and colons around it."""
    return re.sub(r"^[^\w(]+|[\s:•●▪■◦○–—\-_=*#|.►▶➢]+$", "", text) or text
