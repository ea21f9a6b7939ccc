"""Finds running heads, running feet and page numbers, and moves them behind the text they interrupt.

Called by `pdf` when all pages are read. Nothing is dropped: a running foot may hold the only e-mail address.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from resumate.documents.patterns import EMAIL
from resumate.documents.reading import SourceLine

_MARGIN: Final = 0.09  # share of the page's height at either end where furniture stands
_SAME_PLACE: Final = 12.0
_NUMBER: Final = re.compile(
    r"^(?:.{0,40}[-–—|·•,]\s*)?(?:page|seite|página|pagina|p\.|pg\.?|第)?\s*\d{1,2}\s*(?:(?:/|of|von|de|sur|di|\||页,?\s*共)\s*\d{1,2}\s*页?|页)?$",
    re.IGNORECASE,
)
_NAMED_NUMBER: Final = re.compile(
    r"(?:page|seite|página|pagina)\s+\d{1,2}(?:\s*(?:/|of|von|de|sur|di)\s*\d{1,2})?", re.IGNORECASE
)


def set_aside(lines: Sequence[SourceLine], heights: Sequence[float]) -> list[SourceLine]:
    """Return the lines with furniture flagged and at the end; `heights` are those of the pages, in points."""
    edge = [i for i, line in enumerate(lines) if _at_edge(line, heights)]
    repeated = _repeated(lines, edge) | _letterheads(lines, edge, heights)
    for i in edge:
        lines[i].furniture = i in repeated or _is_number(lines[i], last_page=len(heights))
    body = [line for line in lines if not line.furniture]
    return body + [line for line in lines if line.furniture]


def _letterheads(lines: Sequence[SourceLine], edge: Sequence[int], heights: Sequence[float]) -> set[int]:
    """Lines at the top of later pages that say again how to reach the person, and those above them."""
    own = {match[0] for line in lines if line.page == 1 for match in EMAIL.finditer(line.text)}
    found: set[int] = set()
    for i in edge:
        box, page = lines[i].box, lines[i].page
        if page == 1 or box is None or box[3] > _MARGIN * heights[page - 1]:
            continue
        if any(match[0] in own for match in EMAIL.finditer(lines[i].text)):
            found |= {j for j in edge if lines[j].page == page and _top(lines[j]) <= box[3]}
    return found


def _top(line: SourceLine) -> float:
    return line.box[1] if line.box is not None else 0.0


def _at_edge(line: SourceLine, heights: Sequence[float]) -> bool:
    if line.box is None:
        return False
    height = heights[line.page - 1]
    return line.box[3] < _MARGIN * height or line.box[1] > (1 - _MARGIN) * height


def _is_number(line: SourceLine, last_page: int) -> bool:
    text = line.text
    if text.isdigit():
        return int(text) <= max(last_page, 1)
    if _NAMED_NUMBER.search(text):
        return len(text) < 70
    return (
        bool(_NUMBER.match(text))
        and bool(re.search(r"\D\d|^\d", text))
        and any(w in text.lower() for w in ("page", "/", " of ", "页"))
    )


def _repeated(lines: Sequence[SourceLine], edge: Sequence[int]) -> set[int]:
    """Lines that stand at one place of several pages; at the top, the first of them is where the text begins and stays."""
    groups: dict[str, list[int]] = defaultdict(list)
    for i in edge:
        groups[re.sub(r"\d+", "#", lines[i].text.casefold())].append(i)
    found: set[int] = set()
    for members in groups.values():
        pages = {lines[i].page for i in members}
        tops = [lines[i].box[1] for i in members]  # type: ignore[index]  # only lines with boxes are at an edge
        if len(pages) < 2:
            continue
        at_top = lines[members[0]].page == 1 and tops[0] < 200
        same = [i for i in members if abs(lines[i].box[1] - tops[-1]) <= _SAME_PLACE]  # type: ignore[index]
        if len({lines[i].page for i in same}) >= 2 or at_top:
            found |= set(members[1:] if at_top else members)
    return found
