"""Decides which lines are headings: by words (`headings`), by looks (`heading_looks`), by what the author declared.

`sections` asks for the headings of a document and for the lines that one heading stands on.
"""

import re
import statistics
from collections import Counter
from collections.abc import Sequence
from typing import Final

from resumate.documents.dates import find_dates
from resumate.documents.heading_looks import (
    FIRST_GAP,
    Habit,
    Look,
    body_look,
    learn_looks,
    look_of,
    looks_alone,
    stands_out,
)
from resumate.documents.headings import LONGEST_HEADING, kind_of, likely_kind
from resumate.documents.model import SectionKind
from resumate.documents.reading import SourceLine

_MOST_WORDS: Final = 7


_SENTENCE_END: Final = re.compile(r"[.,;]$")


_OPEN_END: Final = re.compile(r"(?:&|/|,|-|\band|\bof|\bund|\bet|\by)$", re.IGNORECASE)


_CONTACT_SIGNS: Final = re.compile(r"@|https?:|www\.|\d{3,}")


def is_same_heading(lines: Sequence[SourceLine], first: int, index: int) -> bool:
    """Whether line `index` is the next line of the heading that began at `first`."""
    line, before = lines[index], lines[index - 1]
    if line.region != before.region or line.page != before.page or line.level is not None:
        return False
    if line.gap > 1.7 or look_of(line)[:2] != look_of(before)[:2]:
        return False
    if line.label or kind_of(" ".join(item.text for item in lines[first : index + 1])) is not None:
        return True
    return bool(_OPEN_END.search(before.text)) or (kind_of(line.text) is None and kind_of(before.text) is None)


def find_headings(lines: Sequence[SourceLine], carried: Sequence[bool]) -> set[int]:
    """Return the indices of the lines that headings stand on."""
    declared = {i for i, line in enumerate(lines) if line.level is not None}
    body = body_look(lines)
    shaped = [i for i, line in enumerate(lines) if not carried[i] and _has_shape(line)]
    known = [i for i in shaped if kind_of(lines[i].text) is not None]
    rail = _rail_headings(lines)
    if rail and not _outshone(lines, known, rail):
        return rail
    looks = learn_looks(lines, shaped, known, body)
    found = _declared(lines, declared)
    for i in shaped:
        look = look_of(lines[i])
        if kind_of(lines[i].text) is not None:
            sure = look in looks or (not looks and stands_out(lines, i, look, body))
        else:
            sure = look in looks and looks_alone(lines[i], looks[look])
        if sure:
            found.add(i)
    found |= _behind_signs(lines, carried, looks, body)
    found |= {
        i for i, line in enumerate(lines) if carried[i] and _has_shape(line) and _is_known_look(line, looks, body)
    }
    found -= {i for i in found if _is_name_like(lines, i, found)}
    found -= _items_of_same_kind(lines, found)
    return found - {i for i in found if _is_item_of_heading(lines, i, found)}


def _is_known_look(line: SourceLine, looks: dict[Look, Habit], body: Look) -> bool:
    """Whether a line that seems to go on with the one above has a heading's very words and the look of the headings."""
    look = look_of(line)
    louder = look[0] > body[0] + 0.4 or (look[1] and not body[1])
    return look in looks and louder and kind_of(line.text) is not None


def _behind_signs(
    lines: Sequence[SourceLine], carried: Sequence[bool], looks: dict[Look, Habit], body: Look
) -> set[int]:
    """Known wordings behind an icon that was read as a bullet: they look as headings do, and larger or bolder than the text."""
    found = set()
    for i, line in enumerate(lines):
        if not line.bullet or carried[i] or line.hidden or line.furniture or len(line.text) > LONGEST_HEADING:
            continue
        if _is_known_look(line, looks, body) or (kind_of(line.text) is not None and line.size > 1.2 * body[0]):
            found.add(i)
    return found


def _items_of_same_kind(lines: Sequence[SourceLine], found: set[int]) -> set[int]:
    """Lines such as "Tools" inside "Skills": of the section's own kind, with less space above than headings have."""
    gaps = [lines[i].gap for i in found if lines[i].gap < FIRST_GAP]
    if len(gaps) < 3:
        return set()
    usual = statistics.median(gaps)
    items: set[int] = set()
    current: SectionKind | None = None
    for i in sorted(found):
        kind = kind_of(lines[i].text)
        if kind is not None and kind is current and (lines[i].gap < 0.93 * usual or _is_card(lines, i)):
            items.add(i)
        else:
            current = kind
    return items


def _is_card(lines: Sequence[SourceLine], index: int) -> bool:
    """Whether a line opens one of several columns side by side that open alike with words that are no headings."""
    line = lines[index]
    if line.box is None or line.gap < FIRST_GAP:
        return False
    return any(
        other.box is not None and other is not line and other.page == line.page and other.gap >= FIRST_GAP
        and abs(other.box[1] - line.box[1]) <= 3 and look_of(other) == look_of(line) and likely_kind(other.text) is None
        for other in lines[max(0, index - 40) : index + 40]
    )  # fmt: skip


def _rail_headings(lines: Sequence[SourceLine]) -> set[int]:
    """All labels, where the labels of a rail are the document's headings."""
    labels = {i for i, line in enumerate(lines) if line.label and not line.furniture and not find_dates(line.text)}
    cells: dict[int, list[str]] = {}
    for i in sorted(labels):
        cells.setdefault(lines[i].region, []).append(lines[i].text)
    names = [" ".join(texts) for texts in cells.values()]
    if any(name.endswith((":", "：")) for name in names):
        return set()
    known = sum(kind_of(name) is not None for name in names)
    return labels if known >= 3 and known >= 0.4 * len(names) else set()


def _outshone(lines: Sequence[SourceLine], known: Sequence[int], rail: set[int]) -> bool:
    """Whether headings larger than the labels of a rail stand outside it: the rail is a table inside a section."""
    largest = max(lines[i].size for i in rail)
    return sum(lines[i].size > 1.1 * largest for i in known if i not in rail) > 1


def _is_item_of_heading(lines: Sequence[SourceLine], index: int, found: set[int]) -> bool:
    """A line of unknown wording straight under a known heading is the first item under it."""
    before = index - 1
    if before not in found or lines[before].region != lines[index].region or kind_of(lines[before].text) is None:
        return False
    if lines[index].level is not None or kind_of(lines[index].text) is not None or _OPEN_END.search(lines[before].text):
        return False
    return kind_of(f"{lines[before].text} {lines[index].text}") is None


def _declared(lines: Sequence[SourceLine], declared: set[int]) -> set[int]:
    """Which declared headings are sections: the outermost level that has a known wording."""
    levels = Counter(lines[i].level for i in declared if likely_kind(lines[i].text) is not None)
    if not levels:
        return set()
    level = max(levels, key=lambda item: (levels[item], -(item or 0)))
    return {i for i in declared if lines[i].level == level}


def _is_name_like(lines: Sequence[SourceLine], index: int, found: set[int]) -> bool:
    """The first line of all, of unknown wording and larger than other headings, is the name and no heading."""
    if kind_of(lines[index].text) is not None or index > 3:
        return False
    others = [lines[i].size for i in found if i != index]
    return not others or lines[index].size > max(others) or index == 0


def _has_shape(line: SourceLine) -> bool:
    text = line.text
    if (
        line.bullet
        or line.aside
        or line.furniture
        or line.hidden
        or len(text) > LONGEST_HEADING
        or len(text.split()) > _MOST_WORDS
    ):
        return False
    if (_SENTENCE_END.search(text) or len(line.pieces) > 1) and kind_of(text) is None:
        return False
    return any(c.isalpha() for c in text) and not _CONTACT_SIGNS.search(text) and not find_dates(text)
