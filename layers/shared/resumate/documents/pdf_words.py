"""Takes the words of a PDF page with their places and looks, by pdfium's characters.

Called by `pdf` page by page. Words are pdfium's (it is right about spaces far more often than not); their boxes,
baselines and styles come from the first and the last character, because a call per character would double the time.
`rows` puts the words into rows, `columns` the rows into reading order.
"""

import ctypes
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final

import pypdfium2.raw as pdfium

from resumate.documents.pdf_fonts import OddGlyphs

Handle = Any  # pypdfium2 ships no types

_ICON_FONTS: Final = re.compile(
    r"awesome|icon|phosphor|material|marvosym|glyph|fontello|dingbat|wingding|webding|symbolmt|bxsymbol|typicons",
    re.IGNORECASE,
)
_BOLD_NAMES: Final = re.compile(r"bold|black|heavy|semib|demi|bx\d|-b$|-bd", re.IGNORECASE)
_SUBSET_TAG: Final = re.compile(r"^[A-Z]{6}\+")
_FORCE_BOLD: Final = 1 << 18
_SPACE: Final = frozenset({0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2002, 0x2003, 0x2009, 0x3000})
_PRIVATE: Final = 0xE000
_SURROGATES: Final = 0xD800
_STOPGAP: Final = 0xFFFE  # what text that is asked for as a whole has for hyphen marks and for nothing
_HYPHEN_MARK: Final = 0x02  # pdfium's own sign for a hyphen at a line end
_SOFT_HYPHEN: Final = 0xAD
# A gap below this many font sizes is inside a word, whatever pdfium says; spaces are 0.2 to 0.35 in most fonts.
TIGHT_GAP: Final = 0.02
_SMALLEST_SIZE: Final = 0.1  # points; nothing is to divide by zero
_REPLACED_WIDTH: Final = 0.3  # font sizes a character; replacement text is squeezed into its icon
SLANTED: Final = 4
_STRAIGHT: Final = 8  # degrees
_INVISIBLE_MODE: Final = 3
_CLIP_MODE: Final = 7


@dataclass(slots=True, frozen=True)
class Style:
    """The looks of a run of text: size in points, colour as 0xRRGGBB, `angle` in quarter turns (`SLANTED` for others).

    `handle` is the address of the page object that the run belongs to.
    """

    font: str
    size: float
    bold: bool
    icon: bool
    colour: int
    opaque: bool
    invisible: bool
    angle: int
    handle: int = 0


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


_UNKNOWN_STYLE: Final = Style("", 10.0, bold=False, icon=False, colour=0, opaque=True, invisible=False, angle=0)


def page_box(page: Handle) -> tuple[float, float, float, float]:
    """Return (left, bottom, right, top) of what is seen of a page, also where the page inherits its size."""
    rect = pdfium.FS_RECTF()
    if pdfium.FPDF_GetPageBoundingBox(page.raw, ctypes.byref(rect)):
        return rect.left, rect.bottom, rect.right, rect.top
    width, height = page.get_size()
    return 0.0, 0.0, width, height


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
        self._odd = odd
        self._turned: int = page.get_rotation() // 90 % 4
        left, bottom, right, top = page_box(page)
        self._corner = (left, top)
        turns: tuple[Callable[[float, float], tuple[float, float]], ...] = (
            lambda x, y: (x - left, top - y),
            lambda x, y: (y - bottom, x - left),
            lambda x, y: (right - x, y - bottom),
            lambda x, y: (top - y, right - x),
        )
        self._place: Callable[[float, float], tuple[float, float]] = turns[self._turned]
        self._styles: dict[int, Style] = {}
        self._fonts: dict[int, tuple[str, bool, bool]] = {}
        self._descents: dict[tuple[str, float], float] = {}
        self._edge = 0.0
        self._rect = pdfium.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._matrix, self._size = pdfium.FS_MATRIX(), ctypes.c_float()
        self._channels = tuple(ctypes.c_uint() for _ in range(4))

    def read(self) -> list[Word]:
        """Return the words in the order of the content stream."""
        words = []
        for first, last, codes in self._runs():
            style = self._style(first)
            if not style.icon or first == last:
                words.append(self._word(first, last, codes, style))
                continue
            for start, end in self._without_icons(first, last, style):
                part = self._style(start)
                if part.icon and end > start:  # the text that an icon stands for, as the PDF's author wrote it
                    part = replace(part, icon=False)
                words.append(self._word(start, end, codes[start - first : end - first + 1], part))
        return [word for word in words if word.text]

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

    def _runs(self) -> Iterator[tuple[int, int, list[int]]]:
        """Yield (index of first character, of last, code points) for every run without a space."""
        codes = self._codes()
        first = -1
        for index, code in enumerate(codes):
            if code in _SPACE:
                if first >= 0:
                    yield first, index - 1, codes[first:index]
                    first = -1
                continue
            if first < 0:
                first = index
            if code == _HYPHEN_MARK:
                yield first, index, codes[first : index + 1]
                first = -1
        if first >= 0:
            yield first, len(codes) - 1, codes[first:]

    def _codes(self) -> list[int]:
        """Return the code point of every character; all at once where pdfium leaves none out, else one by one."""
        total = pdfium.FPDFText_CountChars(self._raw)
        buffer = (ctypes.c_ushort * (total + 1))()
        written = pdfium.FPDFText_GetText(self._raw, 0, total, buffer) - 1
        unicode_at = pdfium.FPDFText_GetUnicode
        if written == total:
            return [code if code != _STOPGAP else unicode_at(self._raw, at) for at, code in enumerate(buffer[:total])]
        return [unicode_at(self._raw, index) for index in range(total)]

    def _word(self, first: int, last: int, codes: list[int], style: Style) -> Word:
        x0, top, x1, bottom = self._box(first)
        if last > first:
            left, upper, right, lower = self._box(last)
            x0, top, x1, bottom = min(x0, left), min(top, upper), max(x1, right), max(bottom, lower)
        soft = codes[-1] == _SOFT_HYPHEN and len(codes) > 1
        if soft or codes[-1] == _HYPHEN_MARK:
            codes[-1] = 0x2D
        spaced = -TIGHT_GAP * style.size < x0 - self._edge < TIGHT_GAP * style.size and self._space_before(first)
        self._edge = x1
        return Word(
            self._text(codes, style), x0, x1, self._base(first, style, bottom), top, bottom, style, soft, spaced
        )

    def _space_before(self, index: int) -> bool:
        """Whether a space of the author's stands before a character, not one that pdfium thought of."""
        return index > 0 and not pdfium.FPDFText_IsGenerated(self._raw, index - 1)

    def _base(self, index: int, style: Style, bottom: float) -> float:
        """Return the baseline: of upright text it lies as far above the box's bottom as before in that font and size."""
        key = (style.font, style.size)
        if style.angle == 0 and key in self._descents:
            return bottom - self._descents[key]
        pdfium.FPDFText_GetCharOrigin(self._raw, index, self._x, self._y)
        along, base = self._place(self._x.value, self._y.value)
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

    def _box(self, index: int) -> tuple[float, float, float, float]:
        rect = self._rect
        pdfium.FPDFText_GetLooseCharBox(self._raw, index, rect)
        if not self._turned:
            left, top = self._corner
            return rect.left - left, top - rect.top, rect.right - left, top - rect.bottom
        ax, ay = self._place(rect.left, rect.top)
        bx, by = self._place(rect.right, rect.bottom)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)

    def _style(self, index: int) -> Style:
        handle = pdfium.FPDFText_GetTextObject(self._raw, index)
        key = ctypes.addressof(handle.contents) if handle else 0
        if key not in self._styles:
            self._styles[key] = self._look(handle, index) if key else _UNKNOWN_STYLE
        return self._styles[key]

    def _look(self, handle: Handle, index: int) -> Style:
        matrix, size, channels = self._matrix, self._size, self._channels
        pdfium.FPDFText_GetMatrix(self._raw, index, matrix)
        pdfium.FPDFTextObj_GetFontSize(handle, size)
        a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
        points = abs(size.value) * math.hypot(c, d)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(handle)
        known = pdfium.FPDFPageObj_GetFillColor(handle, *channels)
        red, green, blue, alpha = (channel.value for channel in channels)
        colour = (red << 16 | green << 8 | blue) if known else 0
        name, bold, icon = self._font(pdfium.FPDFTextObj_GetFont(handle))
        box = self._box(index)
        height = box[3] - box[1]
        if points <= 0 or (height > 0 and not 0.4 < height / points < 3):  # a form scales what is inside it
            points = height / 1.2 if height > 0 else points
        return Style(
            name, max(round(points, 2), _SMALLEST_SIZE), bold or mode == 2, icon, colour, not known or alpha > 12,
            mode in {_INVISIBLE_MODE, _CLIP_MODE}, self._angle(a, b), ctypes.addressof(handle.contents),
        )  # fmt: skip

    def _angle(self, a: float, b: float) -> int:
        """Return in quarter turns how text runs on the page as it is seen."""
        if b == 0 and a > 0:
            return -self._turned % 4
        degrees = math.degrees(math.atan2(b, a)) % 360
        turns: int = round(degrees / 90)
        return (turns - self._turned) % 4 if abs(degrees - 90 * turns) < _STRAIGHT else SLANTED

    def _font(self, handle: Handle) -> tuple[str, bool, bool]:
        key = ctypes.addressof(handle.contents) if handle else 0
        if key not in self._fonts:
            self._fonts[key] = _describe_font(handle) if key else ("", False, False)
        return self._fonts[key]


def _describe_font(handle: Handle) -> tuple[str, bool, bool]:
    """Return (name without its subset tag, bold, an icon font).

    The weight that pdfium reports is made of the stem width, and calls half of all regular fonts bold: names are better.
    """
    buffer = ctypes.create_string_buffer(256)
    length = pdfium.FPDFFont_GetBaseFontName(handle, buffer, 256)
    name = buffer.value.decode("utf-8", "replace") if 0 < length <= 256 else ""
    name = _SUBSET_TAG.sub("", name)
    forced = bool(pdfium.FPDFFont_GetFlags(handle) & _FORCE_BOLD)
    return name, forced or bool(_BOLD_NAMES.search(name)), bool(_ICON_FONTS.search(name))
