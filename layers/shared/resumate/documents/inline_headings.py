"""Splits lines that are a heading and its text in one: "SKILLS: Python, SQL" under no other heading.

Called by `read` before sections are looked for. Only labels in capitals with space above count, and not those of a
table of labels ("LANGUAGES: Java", "TOOLS: Git" one under the other).
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from resumate.documents.headings import kind_of
from resumate.documents.reading import SourceLine

_LABELLED: Final = re.compile(r"^([^\W\d_a-z][^:：a-z]{2,38})\s?[:：]\s*(\S.*)$")
_SPACE_ABOVE: Final = 1.45


def split_inline_headings(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Return the lines with every inline heading on a line of its own."""
    split: list[SourceLine] = []
    labels = Counter(match[1] for line in lines if (match := _LABELLED.match(line.text)))
    for index, line in enumerate(lines):
        found = _LABELLED.match(line.text)
        once = found is not None and labels[found[1]] == 1  # "技术栈: Go" under every project heads no section
        if found is None or not once or line.bullet or kind_of(found[1]) is None or not _stands_alone(lines, index):
            split.append(line)
            continue
        split.append(replace(line, text=found[1], pieces=()))
        split.append(replace(line, text=found[2], pieces=(), gap=1.0, bold=False, level=None))
    return split


def split_heading_pieces(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Return the lines with a heading at the left of a wide gap on a line of its own: "Education      BSc, State College".

    For documents in which no other headings were found; elsewhere such lines are rows of a table.
    """
    split: list[SourceLine] = []
    for index, line in enumerate(lines):
        pieces = line.pieces
        if len(pieces) < 2 or line.bullet or not _is_heading(pieces[0]) or (index and line.gap < _SPACE_ABOVE):
            split.append(line)
            continue
        split.append(replace(line, text=pieces[0], pieces=(), level=1))
        split.append(replace(line, text=" ".join(pieces[1:]), pieces=pieces[1:] if len(pieces) > 2 else (), gap=1.0))
    return split


def _is_heading(text: str) -> bool:
    return not text.endswith((":", "：")) and kind_of(text) is not None


def _stands_alone(lines: Sequence[SourceLine], index: int) -> bool:
    """Whether there is space above, and no labels of the same kind straight above or below."""
    if index and lines[index].gap < _SPACE_ABOVE:
        return False
    following = lines[index + 1] if index + 1 < len(lines) else None
    return following is None or following.gap >= _SPACE_ABOVE or _LABELLED.match(following.text) is None
