"""Tells how text on a PDF page looks: font, size, weight, colour, how it runs, whether it is painted at all.

Used by `pdf_words`, one `Looks` a page. The looks are those of the page object that a character belongs to, so each
object is asked once.
"""

import ctypes
import math
import re
from dataclasses import dataclass
from typing import Final

import pypdfium2.raw as pdfium

from resumate.documents.pdfium_calls import Handle, char_matrix, fill_colour, font_of, font_size, render_mode

_ICON_FONTS: Final = re.compile(
    r"awesome|icon|phosphor|material|marvosym|glyph|fontello|dingbat|wingding|webding|symbolmt|bxsymbol|typicons",
    re.IGNORECASE,
)
_BOLD_NAMES: Final = re.compile(r"bold|black|heavy|semib|demi|bx\d|-b$|-bd", re.IGNORECASE)
_SUBSET_TAG: Final = re.compile(r"^[A-Z]{6}\+")
_FORCE_BOLD: Final = 1 << 18
_SMALLEST_SIZE: Final = 0.1  # points; nothing is to divide by zero
SLANTED: Final = 4
_STRAIGHT: Final = 8  # degrees
_FILL_AND_STROKE: Final = 2
_INVISIBLE_MODE: Final = 3
_CLIP_MODE: Final = 7
_VISIBLE_ALPHA: Final = 12


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


UNKNOWN_STYLE: Final = Style("", 10.0, bold=False, icon=False, colour=0, opaque=True, invisible=False, angle=0)


class Looks:
    """Reads the styles of one page's text objects.

    Args:
        text_page: the address of pdfium's text page.
        turned: by how many quarter turns the page is shown.
    """

    def __init__(self, text_page: int, turned: int) -> None:
        self._text_page = text_page
        self._turned = turned
        self._fonts: dict[int, tuple[str, bool, bool]] = {}
        self._matrix, self._size = pdfium.FS_MATRIX(), ctypes.c_float()
        self._channels = tuple(ctypes.c_uint() for _ in range(4))
        self._matrix_at, self._size_at = ctypes.byref(self._matrix), ctypes.byref(self._size)
        self._channels_at = tuple(ctypes.byref(channel) for channel in self._channels)

    def style(self, handle: int, index: int, height: float) -> Style:
        """Return the looks of the text object at `handle`, which has the character `index`, `height` points high."""
        char_matrix(self._text_page, index, self._matrix_at)
        font_size(handle, self._size_at)
        a, b, c, d = self._matrix.a, self._matrix.b, self._matrix.c, self._matrix.d
        points = abs(self._size.value) * math.hypot(c, d)
        if points <= 0 or (height > 0 and not 0.4 < height / points < 3):  # a form scales what is inside it
            points = height / 1.2 if height > 0 else points
        colour, opaque = self._colour(handle)
        mode = render_mode(handle)
        name, bold, icon = self._font(font_of(handle) or 0)
        return Style(
            name, max(round(points, 2), _SMALLEST_SIZE), bold or mode == _FILL_AND_STROKE, icon, colour, opaque,
            mode in {_INVISIBLE_MODE, _CLIP_MODE}, self._angle(a, b), handle,
        )  # fmt: skip

    def _colour(self, handle: int) -> tuple[int, bool]:
        """Return (colour, whether it is opaque enough to be seen)."""
        if not fill_colour(handle, *self._channels_at):
            return 0, True
        red, green, blue, alpha = (channel.value for channel in self._channels)
        return red << 16 | green << 8 | blue, alpha > _VISIBLE_ALPHA

    def _angle(self, a: float, b: float) -> int:
        """Return in quarter turns how text runs on the page as it is seen."""
        if b == 0 and a > 0:
            return -self._turned % 4
        degrees = math.degrees(math.atan2(b, a)) % 360
        turns: int = round(degrees / 90)
        return (turns - self._turned) % 4 if abs(degrees - 90 * turns) < _STRAIGHT else SLANTED

    def _font(self, handle: int) -> tuple[str, bool, bool]:
        if handle not in self._fonts:
            pointer = ctypes.cast(handle, pdfium.FPDF_FONT)
            self._fonts[handle] = _describe_font(pointer) if handle else ("", False, False)
        return self._fonts[handle]


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
