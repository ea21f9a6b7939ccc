"""Turns words that run up, down or upside down into upright ones, so that the same code puts them into lines.

Used by `pdf_pages` for text along an edge of the page. Headings that run along their sections are put in front of them;
any other turned text is read after the page.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from resumate.documents.headings import kind_of
from resumate.documents.normalise import clean
from resumate.documents.pdf_looks import SLANTED
from resumate.documents.pdf_words import Word
from resumate.documents.reading import SourceLine
from resumate.documents.rows import make_rows, pieces, row_text

Box = tuple[float, float, float, float]
_NEAR: Final = 4.0  # points by which a section may begin above or below the end of its turned heading
_FIRST_GAP: Final = 9.0


def turn_upright(words: Sequence[Word], angle: int) -> list[Word]:
    """Return copies of `words`, which run at `angle` quarter turns, as if they ran from left to right."""
    return [_turned(word, angle) for word in words]


def _turned(word: Word, angle: int) -> Word:
    style = replace(word.style, angle=0)
    if angle == 1:  # upwards: along is up, down the page of lines is to the right
        return replace(word, x0=-word.bottom, x1=-word.top, top=word.x0, bottom=word.x1, style=style)
    if angle == 3:  # downwards
        return replace(word, x0=word.top, x1=word.bottom, base=-word.base, top=-word.x1, bottom=-word.x0, style=style)
    if angle == SLANTED:
        return replace(word, base=word.bottom, style=style)
    return replace(word, x0=-word.x1, x1=-word.x0, base=-word.bottom, top=-word.bottom, bottom=-word.top, style=style)


def turn_back(box: Box, angle: int) -> Box:
    """Return where a box of turned words stands on the page."""
    left, top, right, bottom = box
    if angle == 1:
        return top, -right, bottom, -left
    if angle == 3:
        return -bottom, left, -top, right
    return box if angle == SLANTED else (-right, -bottom, -left, -top)


def take_headings(words: Sequence[Word], angle: int, page: int) -> tuple[list[SourceLine], list[Word]]:
    """Return the section headings among turned words, each with its box on the page, and the other words.

    Several headings may stand on one turned line: they run along the same edge.
    """
    headings: list[SourceLine] = []
    rest: list[Word] = []
    for row in make_rows(turn_upright(words, angle)):
        for piece in pieces(row):
            text = clean(row_text(piece))
            if kind_of(text) is None:
                rest += piece
                continue
            left, right = piece[0].x0, max(word.x1 for word in piece)
            around = (left, min(word.top for word in piece), right, max(word.bottom for word in piece))
            box = turn_back(around, angle)
            looks = piece[0].style
            headings.append(
                SourceLine(
                    text, page, (round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1)), row.size,
                    looks.bold, looks.colour, level=1,
                )
            )  # fmt: skip
    return headings, rest


def with_headings(lines: Sequence[SourceLine], headings: Sequence[SourceLine], region: int) -> list[SourceLine]:
    """Return the lines of a page with each turned heading in front of its section; regions are numbered from `region`.

    A heading runs along its section and may stand at its middle, so the section begins at the widest white space above
    the heading's beginning, below the heading before.
    """
    placed = list(lines)
    above = 0.0
    for number, heading in enumerate(sorted(headings, key=_top)):
        heading.region, heading.gap = region + number, _FIRST_GAP
        placed.insert(_beginning(placed, above, _top(heading)), heading)
        above = heading.box[3] if heading.box is not None else above
    return placed


def _beginning(lines: Sequence[SourceLine], above: float, top: float) -> int:
    """Return the index of the line that begins the section: the one with the most white space above it."""
    chances = [i for i, line in enumerate(lines) if line.level is None and above - _NEAR <= _top(line) <= top + _NEAR]
    if not chances:
        return next((i for i, line in enumerate(lines) if line.level is None and _top(line) > top), len(lines))
    return max(chances, key=lambda i: (_white_space(lines, i), i))


def _white_space(lines: Sequence[SourceLine], index: int) -> float:
    """Return the distance, in points, from the line before; 0 where it is not above."""
    before = lines[index - 1].box if index else None
    return max(_top(lines[index]) - before[3], 0.0) if before is not None else 0.0


def _top(line: SourceLine) -> float:
    return line.box[1] if line.box is not None else 0.0
