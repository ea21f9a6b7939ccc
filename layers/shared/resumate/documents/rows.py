"""Puts the words of a page into rows (words on one baseline) and rows into text.

`pdf_words` gives the words, `columns` cuts pages into regions and calls this for each; all lengths are points.
"""

import re
import statistics
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Final

from resumate.documents.pdf_words import TIGHT_GAP, Word

# Two words further apart than this many font sizes are two pieces of a row (a title and its date, two table cells).
PIECE_GAP: Final = 1.4
_LEFT: Final = attrgetter("x0")
LONE_MARKS: Final = frozenset("•●▪■◦○‣∙·►▶➢➤✓✔❖◆◇–—-*\uf0b7\uf0a7")
_REACH: Final = 2.0  # font sizes from a line's first word, beyond which no word of it stands
_LETTER_SPACED_SHARE: Final = 0.75
_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


class Row:
    """Words on one baseline, from left to right; `size` is that of most of its characters, all lengths in points."""

    __slots__ = ("base", "size", "text", "words", "x0", "x1")

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.settle()

    def settle(self) -> None:
        """Work out the row's measures after its words have changed."""
        words = self.words
        if len(words) == 1:
            (word,) = words
            self.base, self.size, self.x0, self.x1, self.text = word.base, word.size, word.x0, word.x1, word.text
            return
        words.sort(key=_LEFT)
        weights: dict[float, int] = {}
        tallest, right = words[0], words[0].x1
        for word in words:
            weights[word.size] = weights.get(word.size, 0) + len(word.text)
            right = max(right, word.x1)
            if word.size > tallest.size or (word.size == tallest.size and len(word.text) > len(tallest.text)):
                tallest = word
        self.size = tallest.size if len(weights) == 1 else max(weights, key=lambda size: (weights[size], size))
        self.base = tallest.base
        self.x0, self.x1 = words[0].x0, right
        self.text = " ".join([word.text for word in words])


def make_rows(words: Sequence[Word]) -> list[Row]:
    """Return the rows of `words` from top to bottom; raised and lowered small words join the row they touch."""
    if not words:
        return []
    usual = statistics.median(word.size for word in words)
    found: list[_Line] = []
    ordered = sorted(words, key=attrgetter("base", "x0"))
    for word in ordered:
        if word.size >= 0.8 * usual:
            _place(word, found[-4:], found)
    places = [line[0].base for line in found]
    late: list[_Line] = []
    for word in ordered:
        if word.size < 0.8 * usual:
            first, last = bisect_left(places, word.base - 2 * usual), bisect_left(places, word.base + 2 * usual)
            _place(word, [*found[first:last], *late[-4:]], late)
    found += late
    rows = [Row(line) for line in found]
    rows.sort(key=lambda row: row.base)
    return _with_marks(rows)


_Line = list[Word]


def _place(word: Word, near: Sequence[_Line], lines: list[_Line]) -> None:
    """Add a word to the line it stands on, else begin one."""
    for line in reversed(near):
        if abs(word.base - line[0].base) > _REACH * max(word.size, line[0].size):
            continue
        if _shares_line(word, line) or _is_script(word, line):
            line.append(word)
            return
    lines.append([word])


def _shares_line(word: Word, line: _Line) -> bool:
    """Whether a word stands on the line's baseline, or overlaps its neighbour's height as the words of one line do."""
    first, last = line[0], line[-1]
    smaller = min(word.size, first.size)
    distance = abs(word.base - first.base)
    if distance <= 0.3 * smaller:
        return True
    if distance > 0.5 * smaller:
        return False
    height = min(word.bottom - word.top, last.bottom - last.top)
    overlap = min(word.bottom, last.bottom) - max(word.top, last.top)
    return overlap >= 0.7 * height > 0 and not (word.x0 < last.x1 and word.x1 > last.x0)


def _with_marks(rows: list[Row]) -> list[Row]:
    """Give a bullet that stands on a baseline of its own to the line beside it."""
    lone = [row for row in rows if len(row.words) == 1 and row.words[0].text in LONE_MARKS]
    taken: set[int] = set()
    for mark in lone:
        near = [
            row for row in rows
            if row is not mark and id(row) not in taken and 0 <= row.x0 - mark.x0 < 4 * row.size
            and abs(row.base - mark.base) < 0.75 * row.size and row.words[0].text not in LONE_MARKS
        ]  # fmt: skip
        if near:
            target = min(near, key=lambda row: abs(row.base - mark.base))
            target.words.insert(0, mark.words[0])
            target.settle()
            taken |= {id(mark), id(target)}
    return [row for row in rows if not (id(row) in taken and row in lone)]


def _is_script(word: Word, line: _Line) -> bool:
    """Whether one of the two is a superscript or subscript of the other: smaller, shifted a little, touching."""
    for other in line:
        small, large = sorted((word.size, other.size))
        if small < 0.85 * large and abs(word.base - other.base) <= 0.5 * large:
            gap = max(word.x0 - other.x1, other.x0 - word.x1)
            if -0.5 * large < gap < 0.25 * large:
                return True
    return False


def pieces(row: Row, least_gap: float = PIECE_GAP) -> list[list[Word]]:
    """Split a row where the white space is wider than `least_gap` font sizes."""
    found = [[row.words[0]]]
    edge = row.words[0].x1
    for word in row.words[1:]:
        if word.x0 - edge > least_gap * max(min(word.size, found[-1][-1].size), 4):
            found.append([word])
        else:
            found[-1].append(word)
        edge = max(edge, word.x1)
    return found


def row_text(words: Sequence[Word]) -> str:
    """Return the raw text of `words`: glued where they touch, letter-spaced words put together."""
    words = _without_doubles(words)
    if _RIGHT_TO_LEFT.search("".join(word.text for word in words)):
        return _right_to_left(words)
    spaced = _letter_spaced(words)
    threshold = TIGHT_GAP if spaced is None else spaced
    parts = [words[0].text]
    for before, word in pairwise(words):
        gap = (word.x0 - before.x1) / max(min(word.size, before.size), 1)
        together = gap < threshold and not (spaced is None and word.spaced)
        parts.append(word.text if together else " " + word.text)
    return "".join(parts)


def _without_doubles(words: Sequence[Word]) -> list[Word]:
    """Drop a word drawn twice at nearly the same place (bold made by printing twice)."""
    kept: list[Word] = []
    for word in words:
        if any(word.text == other.text and abs(word.x0 - other.x0) < 0.2 * word.size for other in kept[-3:]):
            continue
        kept.append(word)
    return kept


def _letter_spaced(words: Sequence[Word]) -> float | None:
    """Return the gap (in font sizes) that parts words where every letter stands alone, else None."""
    single = sum(len(word.text) == 1 and word.text.isalpha() for word in words)
    if len(words) < 4 or single < _LETTER_SPACED_SHARE * len(words):
        return None
    gaps = [(b.x0 - a.x1) / max(b.size, 1) for a, b in pairwise(words)]
    usual = statistics.median_low(gaps)
    return max(1.7 * usual, usual + 0.12)


def _right_to_left(words: Sequence[Word]) -> str:
    """Order words from right to left, keeping runs of Latin words and figures from left to right."""
    ordered: list[str] = []
    run: list[str] = []
    for word in reversed(words):
        if _RIGHT_TO_LEFT.search(word.text):
            ordered += [*reversed(run), word.text]
            run = []
        else:
            run.append(word.text)
    return " ".join([*ordered, *reversed(run)])
