"""Splits a section into entries (a job, a degree, a project), each with its head, its lines and what the head says.

`sections` gives the parts, `head_lines` finds the heads, `heads` reads them. A section in which no entry can be told
has none; nothing is guessed from prose.
"""

from collections.abc import Sequence

from resumate.documents.dates import find_dates
from resumate.documents.head_lines import find_heads
from resumate.documents.heads import Head, read_heads
from resumate.documents.model import Entry
from resumate.documents.reading import SourceLine
from resumate.documents.sections import Part


def find_entries(lines: Sequence[SourceLine], carried: Sequence[bool], part: Part) -> list[Entry]:
    """Return the entries of a part, line numbers 1-based; lines before the first entry belong to none."""
    heads = find_heads(lines, carried, part)
    read = read_heads([[lines[i] for i in head] for head in heads], part.kind)
    entries: list[Entry] = []
    for number, (head, said) in enumerate(zip(heads, read, strict=True)):
        last = heads[number + 1][0] - 1 if number + 1 < len(heads) else part.last
        organisation = said.organisation or _shared_organisation(lines, entries, head, said)
        entries.append(
            Entry(
                head[0] + 1, last + 1, [i + 1 for i in head], organisation, said.title,
                said.start, said.end, said.current,
            )
        )  # fmt: skip
    return entries


def _shared_organisation(
    lines: Sequence[SourceLine], entries: Sequence[Entry], head: Sequence[int], said: Head
) -> str | None:
    """Return the employer of the entry before, where this one is a second role under it.

    The entry before states the employer on a line of its own without a date, or is itself a second role.
    """
    if not entries or said.title is None or said.independent or len(head) > 1:
        return None
    before = entries[-1]
    if before.organisation is None:
        return None
    first = lines[before.head_lines[0] - 1]
    if len(before.head_lines) < 2:
        return before.organisation if before.organisation not in first.text else None
    return before.organisation if before.organisation in first.text and not find_dates(first.text) else None
