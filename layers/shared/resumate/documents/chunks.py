"""Cuts sections into chunks: one bullet, sentence group or list each, with the context that makes it understood.

Together the chunks cover every line that is not a heading; a line longer than the embedder takes is cut into
several chunks of the same line, so nothing is lost to a silent truncation. Works on masked lines only.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from resumate.documents.masking import mask
from resumate.documents.model import Chunk, Contact, Entry, Line, Section, SectionKind
from resumate.documents.reading import SourceLine

# The embedder takes 256 word pieces; the estimate below errs on the long side, and this leaves room besides.
MOST_PIECES: Final = 165
_CONTEXT_PIECES: Final = 60
_GROUP_PIECES: Final = 90
_SMALL_UNIT: Final = 10
_LIST_PIECES: Final = 48
_LISTS: Final = frozenset(
    {SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.INTERESTS, SectionKind.HEADER, SectionKind.CONTACT,
     SectionKind.CERTIFICATIONS, SectionKind.REFERENCES}
)  # fmt: skip
_NO_CONTEXT: Final = frozenset({SectionKind.HEADER, SectionKind.CONTACT, SectionKind.SUMMARY})
_BULLET: Final = re.compile(r"^[•●▪■◦○‣∙·►▶➢➤✓✔❖◆◇*–—\-]\s+")
_TOKENS: Final = re.compile(r"[A-Za-z]+|\d+|[^\W\d_]|\S")
_HYPHEN_END: Final = re.compile(r"[^\W\d_]-$")


@dataclass(slots=True)
class _Unit:
    """Lines that belong together, 1-based, with the entry they stand in."""

    first: int
    last: int
    entry: Entry | None
    head: bool = False
    small: bool = False


@functools.lru_cache(maxsize=1024)  # the same lines are counted for a list, a group and a chunk
def count_pieces(text: str) -> int:
    """Estimate, on the long side, how many word pieces the embedder makes of `text`."""
    total = 0
    for token in _TOKENS.findall(text):
        if token.isascii() and token.isalpha():
            total += 1 if len(token) <= 5 else (len(token) + 3) // 4
        elif token.isdigit():
            total += (len(token) + 1) // 2
        else:
            total += 1
    return total


def make_chunks(
    sources: Sequence[SourceLine],
    lines: Sequence[Line],
    carried: Sequence[bool],
    sections: Sequence[Section],
    contact: Contact,
) -> list[Chunk]:
    """Return the chunks of a document in order; `sources` and `lines` run in parallel."""
    chunks: list[Chunk] = []
    for section in sections:
        if sources[section.first_line - 1].hidden:
            continue  # shown to the owner, evidence of nothing
        contexts: dict[int, tuple[str, list[int]]] = {}
        for unit in _units(sources, carried, section):
            place = unit.entry.first_line if unit.entry and not unit.head else -unit.first
            if place not in contexts:
                contexts[place] = _context(lines, section, unit, contact)
            context, context_lines = contexts[place]
            room = MOST_PIECES - count_pieces(context)
            for first, last, text in _texts(lines, unit, room, contact):
                entry = unit.entry
                chunks.append(
                    Chunk(
                        len(chunks), section.kind, mask(section.heading, contact), first, last, text, context, context_lines,
                        mask(entry.organisation, contact) if entry and entry.organisation else None,
                        mask(entry.title, contact) if entry and entry.title else None,
                        entry.start if entry else None,
                        entry.end if entry else None,
                        entry.current if entry else False,
                    )
                )  # fmt: skip
    return chunks


def _units(sources: Sequence[SourceLine], carried: Sequence[bool], section: Section) -> Iterator[_Unit]:
    """Yield heads, bullets, paragraphs; small ones of a list together."""
    first = section.first_line + len(section.heading_lines)
    if first > section.last_line:  # a heading with nothing under it
        yield _Unit(section.first_line, section.last_line, None)
        return
    waiting: _Unit | None = None
    for unit in _plain_units(sources, carried, section, first):
        unit.small = not unit.head and _pieces_of(sources, unit) <= _SMALL_UNIT
        if waiting is not None and _joins(sources, waiting, unit, section.kind):
            waiting.last = unit.last
            continue
        if waiting is not None:
            yield waiting
        waiting = unit
    if waiting is not None:
        yield waiting


def _joins(sources: Sequence[SourceLine], waiting: _Unit, unit: _Unit, kind: SectionKind) -> bool:
    if waiting.head or unit.head or waiting.entry is not unit.entry or not (waiting.small and unit.small):
        return False
    if kind not in _LISTS and (sources[unit.first - 1].bullet or unit.entry is not None):
        return False
    return _pieces_of(sources, _Unit(waiting.first, unit.last, None)) <= _LIST_PIECES


def _pieces_of(sources: Sequence[SourceLine], unit: _Unit) -> int:
    return sum(count_pieces(sources[n - 1].text) for n in range(unit.first, unit.last + 1))


def _plain_units(
    sources: Sequence[SourceLine], carried: Sequence[bool], section: Section, first: int
) -> Iterator[_Unit]:
    heads = {entry.head_lines[0]: entry for entry in section.entries}
    entry: Entry | None = None
    number = first
    while number <= section.last_line:
        if number in heads:
            entry = heads[number]
            last = entry.head_lines[-1]
            while last + 1 <= section.last_line and carried[last] and last + 1 not in heads:
                last += 1  # a project told in one paragraph, its name at the start
            yield _Unit(number, last, entry, head=True)
            number = last + 1
            continue
        last = number
        while last + 1 <= section.last_line and carried[last] and last + 1 not in heads:
            last += 1
        yield _Unit(number, last, entry)
        number = last + 1
    del sources


def _context(lines: Sequence[Line], section: Section, unit: _Unit, contact: Contact) -> tuple[str, list[int]]:
    if unit.head or section.kind in _NO_CONTEXT or unit.first in section.heading_lines:
        return "", []
    if unit.entry is not None:
        text = join_lines([lines[n - 1].text for n in unit.entry.head_lines], separator=", ")
        return _shorten(mask(text, contact), _CONTEXT_PIECES), list(unit.entry.head_lines)
    return _shorten(mask(section.heading, contact), _CONTEXT_PIECES), list(section.heading_lines)


def _shorten(text: str, most: int) -> str:
    words = text.split(" ")
    while len(words) > 1 and count_pieces(" ".join(words)) > most:
        words.pop()
    return " ".join(words)


def join_lines(texts: Sequence[str], separator: str = " ") -> str:
    """Return lines as prose: bullet marks off, a word broken at a line end whole again."""
    joined = ""
    for text in texts:
        plain = _BULLET.sub("", text) if not joined else text
        if _HYPHEN_END.search(joined) and plain[:1].islower():
            joined += plain
        else:
            joined = f"{joined}{separator}{plain}" if joined else plain
    return joined or " ".join(texts)


def _texts(lines: Sequence[Line], unit: _Unit, room: int, contact: Contact) -> Iterator[tuple[int, int, str]]:
    """Yield (first line, last line, masked text), as many as the limit asks for."""
    separator = ", " if unit.head else " "
    for first, last in _line_groups(lines, unit, room):
        raw = [lines[n - 1].text for n in range(first, last + 1)]
        text = mask(join_lines(raw, separator=separator), contact)
        for piece in _split_text(text, room):
            yield first, last, piece


def _line_groups(lines: Sequence[Line], unit: _Unit, room: int) -> Iterator[tuple[int, int]]:
    """Share the lines of a long unit out, breaking after sentences where possible."""
    total = sum(count_pieces(lines[n - 1].text) for n in range(unit.first, unit.last + 1))
    if total <= max(_GROUP_PIECES, min(room, 120)) and total <= room:
        yield unit.first, unit.last
        return
    first, held = unit.first, 0
    for number in range(unit.first, unit.last + 1):
        pieces = count_pieces(lines[number - 1].text)
        if held and (
            held + pieces > room or (held >= 0.6 * _GROUP_PIECES and lines[number - 2].text.endswith((".", "。", ";")))
        ):
            yield first, number - 1
            first, held = number, 0
        held += pieces
    yield first, unit.last


def _split_text(text: str, room: int) -> Iterator[str]:
    """Cut a text that is too long for the embedder at sentence ends, then at spaces, then anywhere."""
    if count_pieces(text) <= room:
        yield text
        return
    held = ""
    for part in re.findall(r".+?(?:[.!?。！？;,]\s+|[。！？]|\s+|$)", text):
        for bit in _hard_cut(part, room):
            if held and count_pieces(held + bit) > room:
                yield held.strip()
                held = ""
            held += bit
    if held.strip():
        yield held.strip()


def _hard_cut(part: str, room: int) -> Iterator[str]:
    while count_pieces(part) > room:
        yield part[:room]
        part = part[room:]
    yield part
