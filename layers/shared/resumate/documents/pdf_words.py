"""Takes the words of a PDF page with their places and looks, by pdfium's characters.

Called by `pdf` page by page. Words are pdfium's (it is right about spaces far more often than not); their boxes,
baselines and styles come from the first and the last character, because a call per character would double the time.
`pdf_looks` tells the styles, `pdf_places` the places; `rows` puts the words into rows, `columns` the rows into order.
"""

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

import pypdfium2.raw as pdfium

from resumate.documents.normalise import named_letters
from resumate.documents.pdf_codes import HYPHEN_MARK, runs_of
from resumate.documents.pdf_fonts import OddGlyphs
from resumate.documents.pdf_looks import UNKNOWN_STYLE, Looks, Style
from resumate.documents.pdf_places import Box, Places
from resumate.documents.pdf_spacing import is_one_word, usual_gap, word_starts
from resumate.documents.pdfium_calls import Handle, address_of, is_generated, loose_box, origin, text_object

_PRIVATE: Final = 0xE000
_SURROGATES: Final = 0xD800
_SOFT_HYPHEN: Final = 0xAD
# A gap below this many font sizes is inside a word, whatever pdfium says; spaces are 0.2 to 0.35 in most fonts.
TIGHT_GAP: Final = 0.02
_REPLACED_WIDTH: Final = 0.3  # font sizes a character; replacement text is squeezed into its icon


@dataclass(slots=True)
class Word:
    """One word: x from the left, `base` (its line), top and bottom from the top of the page, in points.

    `soft` marks a soft hyphen at its end, `spaced` a space that the author wrote before it though none is to be seen,
    `hidden` what no reader of the page can see.
    """

    text: str
    x0: float
    x1: float
    base: float
    top: float
    bottom: float
    style: Style
    soft: bool = False
    spaced: bool = False
    hidden: bool = False
    size: float = field(init=False)

    def __post_init__(self) -> None:
        """Take the size from the style: it is asked for far more often than any other look."""
        self.size = self.style.size


_Run = tuple[int, int, list[int]]  # a word's place in the list, its first character, its code points


def _joined(word: Word, rest: Word) -> Word:
    """Return two words as one, with the looks of the longer."""
    style = word.style if len(word.text) >= len(rest.text) else rest.style
    return Word(
        word.text + rest.text, word.x0, rest.x1, word.base, min(word.top, rest.top), max(word.bottom, rest.bottom),
        style, rest.soft, word.spaced,
    )  # fmt: skip


def _with_letters(words: list[Word]) -> list[Word]:
    """Give the private characters of fonts that have letters the figures and small capitals that they are."""
    private = [word for word in words if not word.text.isascii() and max(word.text) >= chr(_PRIVATE)]
    if private:
        lettered = {word.style.font for word in words if word.text.isascii() and word.text.isalpha()}
        for word in private:
            if word.style.font in lettered and not word.style.icon:
                word.text = named_letters(word.text)
    return words


class PageWords:
    """Reads the words of one page, in points from the top left of what is seen of it.

    Args:
        page: pypdfium2's page.
        text_page: its text, as pdfium's raw handle.
        odd: tells glyphs that pdfium cannot name.
    """

    def __init__(self, page: Handle, text_page: Handle, odd: OddGlyphs) -> None:
        self.unknown = 0
        self._raw = text_page
        self._address = address_of(text_page)
        self._odd = odd
        self._places = Places(page)
        self._looks = Looks(self._address, self._places.turned)
        self._styles: dict[int, Style] = {0: UNKNOWN_STYLE}
        self._descents: dict[tuple[str, float], float] = {}
        self._edge = 0.0
        self._rect, self._x, self._y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        self._rect_at, self._x_at, self._y_at = (ctypes.byref(held) for held in (self._rect, self._x, self._y))
        self._boxed: tuple[int, Box] = (-1, (0.0, 0.0, 0.0, 0.0))

    def read(self) -> list[Word]:
        """Return the words in the order of the content stream."""
        words: list[Word] = []
        runs: list[_Run] = []
        for first, last, codes in runs_of(self._raw):
            style = self._style(first)
            if not style.icon or first == last:
                runs.append((len(words), first, codes))
                words.append(self._word(first, last, codes, style))
                continue
            for start, end in self._without_icons(first, last, style):
                part = self._style(start)
                if part.icon and end > start:  # the text that an icon stands for, as the PDF's author wrote it
                    part = replace(part, icon=False)
                words.append(self._word(start, end, codes[start - first : end - first + 1], part))
        return _with_letters([word for word in self._respaced(words, runs) if word.text])

    def _respaced(self, words: list[Word], runs: Sequence[_Run]) -> list[Word]:
        """Part what pdfium has put together and join what it has parted; the list stays as it is in most files."""
        usual = usual_gap(words)
        changed: dict[int, list[Word]] = {}
        for at, first, codes in runs if usual is not None else ():
            upright = words[at].style.angle == 0
            if upright and (starts := word_starts(first, codes, words[at].size, usual or 0.0, self._edges)):
                changed[at] = [
                    self._word(start, end - 1, codes[start - first : end - first], self._style(start))
                    for start, end in pairwise([first, *starts, first + len(codes)])
                ]
        for (at, first, codes), (after, start, rest) in pairwise(runs):
            if (
                after != at + 1
                or len(rest) == 1
                or words[after].size == words[at].size
                or start != first + len(codes) + 1
            ):
                continue
            if is_generated(self._address, start - 1) and is_one_word(words[at], words[after], start, self._edges):
                before, behind = changed.get(at, [words[at]]), changed.get(after, [words[after]])
                changed[at], changed[after] = before[:-1], [_joined(before[-1], behind[0]), *behind[1:]]
        return [part for at, word in enumerate(words) for part in changed.get(at, (word,))] if changed else words

    def _edges(self, index: int) -> tuple[float, float]:
        left, _, right, _ = self._box(index)
        return left, right

    def _without_icons(self, first: int, last: int, style: Style) -> list[tuple[int, int]]:
        """Part the icon that touches a word from the word; a replacement text under an icon stays whole."""
        if self._box(last)[2] - self._box(first)[0] < _REPLACED_WIDTH * style.size * (last - first + 1):
            return [(first, last)]
        parts = [(first, first)]
        for index in range(first + 1, last + 1):
            if self._style(index).icon or self._style(parts[-1][0]).icon:
                parts.append((index, index))
            else:
                parts[-1] = (parts[-1][0], index)
        return parts

    def _word(self, first: int, last: int, codes: list[int], style: Style) -> Word:
        x0, top, x1, bottom = self._box(first)
        if last > first:
            left, upper, right, lower = self._box(last)
            x0, top, x1, bottom = min(x0, left), min(top, upper), max(x1, right), max(bottom, lower)
        soft = codes[-1] == _SOFT_HYPHEN and len(codes) > 1
        if soft or codes[-1] == HYPHEN_MARK:
            codes[-1] = 0x2D
        spaced = -TIGHT_GAP * style.size < x0 - self._edge < TIGHT_GAP * style.size and self._space_before(first)
        self._edge = x1
        return Word(
            self._text(codes, style), x0, x1, self._base(first, style, bottom), top, bottom, style, soft, spaced
        )

    def _space_before(self, index: int) -> bool:
        """Whether a space of the author's stands before a character, not one that pdfium thought of."""
        return index > 0 and not is_generated(self._address, index - 1)

    def _base(self, index: int, style: Style, bottom: float) -> float:
        """Return the baseline: of upright text it lies as far above the box's bottom as before in that font and size."""
        key = (style.font, style.size)
        if style.angle == 0 and key in self._descents:
            return bottom - self._descents[key]
        origin(self._address, index, self._x_at, self._y_at)
        along, base = self._places.point(self._x.value, self._y.value)
        if style.angle == 0:
            self._descents[key] = bottom - base
        return base if style.angle == 0 else along

    def _text(self, codes: list[int], style: Style) -> str:
        """Return the characters of a word; codes that are none are looked up in the font's own table."""
        if max(codes) < 0x7F and min(codes) >= 0x20:
            return "".join(map(chr, codes))
        if min(codes) >= 0x20 and not any(0x7F <= code < 0xA0 for code in codes):
            text = "".join(map(chr, codes))
            return (
                text if max(codes) < _SURROGATES else text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
            )
        if style.icon:
            return "".join(chr(code) if code >= 0x20 else chr(_PRIVATE + code) for code in codes)
        parts = [
            chr(code) if code >= 0x20 and not 0x7F <= code < 0xA0 else self._odd.text(style.font, code)
            for code in codes
        ]
        self.unknown += parts.count("")
        return "".join(parts)

    def _box(self, index: int) -> Box:
        """Return the box of a character; the last one is remembered, for its style and its word both ask."""
        if self._boxed[0] != index:
            loose_box(self._address, index, self._rect_at)
            self._boxed = index, self._places.box(self._rect)
        return self._boxed[1]

    def _style(self, index: int) -> Style:
        handle = text_object(self._address, index) or 0
        style = self._styles.get(handle)
        if style is None:
            _, top, _, bottom = self._box(index)
            style = self._styles[handle] = self._looks.style(handle, index, bottom - top)
        return style
