"""Puts the pages of a document with a sidebar in order: the sidebars, then the main columns, which run on.

Called by `pdf` when all pages are read. Page by page, the sidebar of the first page would stand in the middle of the
job that goes on at the top of the second.
"""

from collections.abc import Sequence
from itertools import groupby

from resumate.documents.columns import Stream
from resumate.documents.reading import SourceLine


def in_streams(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Return the lines with all sidebars before the main columns, where a main column goes on over a page's end."""
    pages = [
        list(group) for _, group in groupby((line for line in lines if not line.furniture), key=lambda line: line.page)
    ]
    ordered: list[SourceLine] = []
    index = 0
    while index < len(pages):
        until = index
        while until < len(pages) and _has_sidebar(pages[until]):
            until += 1
        if until == index or (until == index + 1 and until == len(pages)):  # none, or on the last page alone
            ordered += pages[index]
            index += 1
            continue
        ordered += _gather(pages[index:until])
        index = until
    return ordered + [line for line in lines if line.furniture]


def _has_sidebar(page: Sequence[SourceLine]) -> bool:
    """Whether the page ends in its main column and its sidebar, with nothing below that goes over both."""
    tail = next((line.stream for line in reversed(page) if not line.hidden), Stream.WHOLE.value)
    return tail != Stream.WHOLE.value


def _gather(pages: Sequence[Sequence[SourceLine]]) -> list[SourceLine]:
    """Return the heads and sidebars of these pages, then their main columns."""
    streams: dict[str, list[SourceLine]] = {stream.value: [] for stream in Stream}
    rest: list[SourceLine] = []
    for number, page in enumerate(pages):
        for line in page:
            if line.stream == Stream.WHOLE.value and number:
                rest.append(line)
            else:
                streams[line.stream].append(line)
    for line in streams[Stream.MAIN.value]:
        line.opens = line.opens and line.page == pages[0][0].page
    return [*streams["whole"], *streams["sidebar"], *streams["main"], *rest]
