"""Finds text that no reader of the page can see: invisible mode, white on white, smaller than a point, off the page.

Called by `pdf` for each page. A word is never dropped for it: it is flagged, shown in the report, and kept out of
what is understood. White text on a coloured ground is plain text; the ground is looked up only where text is light.
"""

import ctypes
import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import pypdfium2.raw as pdfium

from resumate.documents.pdf_places import page_box
from resumate.documents.pdf_words import Word

Handle = Any  # pypdfium2 ships no types

_SMALLEST: Final = 1.2  # points
_LIGHT: Final = 0.75  # luminance from which text is compared with what is behind it
_LEAST_CONTRAST: Final = 1.2
_WHITE: Final = 0xFFFFFF
_DEPTH: Final = 8
_MOST_OBJECTS: Final = 20_000
_PICTURE_SHARE: Final = 0.4
_OCR_SHARE: Final = 0.6
Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Final[Matrix] = (1, 0, 0, 1, 0, 0)


@dataclass(slots=True)
class _Ground:
    """A filled area or picture: its box in PDF coordinates, its colour (None for a picture), its place in the order."""

    left: float
    bottom: float
    right: float
    top: float
    colour: int | None
    order: int


def mark_hidden(page: Handle, words: Sequence[Word], width: float, height: float) -> bool:
    """Flag the hidden words of a page; return whether the page is a picture with recognised text behind it.

    Recognised text (an OCR layer) is invisible by design, and not flagged.
    """
    doubtful = [word for word in words if word.style.invisible or not word.style.opaque or _is_light(word)]
    grounds: list[_Ground] = []
    orders: dict[int, int] = {}
    if doubtful:
        _collect(page, grounds, orders)
    invisible = [word for word in words if word.style.invisible]
    recognised = bool(
        invisible
        and sum(len(w.text) for w in invisible) >= _OCR_SHARE * sum(len(w.text) for w in words)
        and any(ground.colour is None and _area(ground) >= _PICTURE_SHARE * width * height for ground in grounds)
    )
    left, bottom, _, _ = page_box(page)
    upright = page.get_rotation() % 360 == 0
    scene = _Scene(grounds, orders, left, bottom + height)
    for word in words:
        off_page = word.x1 <= 0 or word.x0 >= width or word.bottom <= 0 or word.top >= height
        unpainted = not word.style.opaque or (word.style.invisible and not recognised)
        if unpainted and scene.outlined(word):
            word.style, unpainted = replace(word.style, bold=True), False
        word.hidden = (
            off_page
            or word.style.size < _SMALLEST
            or unpainted
            or (upright and _is_light(word) and scene.contrast(word) < _LEAST_CONTRAST)
        )
    return recognised


def _is_light(word: Word) -> bool:
    return _luminance(word.style.colour) > _LIGHT


@functools.lru_cache(maxsize=256)
def _luminance(colour: int) -> float:
    channels = [(colour >> shift & 0xFF) / 255 for shift in (16, 8, 0)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@dataclass(slots=True)
class _Scene:
    """What is painted on a page; `left` and `top` are the page's corner in PDF coordinates."""

    grounds: Sequence[_Ground]
    orders: dict[int, int]
    left: float
    top: float

    def contrast(self, word: Word) -> float:
        """Return the contrast of a word with what is painted under its first letter; a picture is contrast enough."""
        x, y = self._spot(word)
        own = self.orders.get(word.style.handle, _MOST_OBJECTS + 1)
        behind = _WHITE
        for ground in self.grounds:
            if ground.order < own and _covers(ground, x, y):
                if ground.colour is None:
                    return 21.0
                behind = ground.colour
        lighter, darker = sorted((_luminance(word.style.colour), _luminance(behind)), reverse=True)
        return (lighter + 0.05) / (darker + 0.05)

    def outlined(self, word: Word) -> bool:
        """Whether the letters are drawn as shapes, with transparent text over them (browsers' imitation of bold)."""
        x, y = self._spot(word)
        return any(
            ground.colour is not None and ground.top - ground.bottom < 2.2 * word.size and _covers(ground, x, y)
            for ground in self.grounds
        )

    def _spot(self, word: Word) -> tuple[float, float]:
        return self.left + word.x0 + 0.25 * word.size, self.top - (word.top + word.bottom) / 2


def _covers(ground: _Ground, x: float, y: float) -> bool:
    return ground.left <= x <= ground.right and ground.bottom <= y <= ground.top


def _area(ground: _Ground) -> float:
    return (ground.right - ground.left) * (ground.top - ground.bottom)


def _collect(page: Handle, grounds: list[_Ground], orders: dict[int, int]) -> None:
    """Gather filled areas and pictures in painting order, and the place of every text object in that order."""
    for order, (handle, matrix) in enumerate(_objects(page)):
        kind = pdfium.FPDFPageObj_GetType(handle)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            orders[ctypes.addressof(handle.contents)] = order
        elif kind in {pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING}:
            ground = _ground(handle, kind, matrix, order)
            if ground is not None:
                grounds.append(ground)


def _objects(page: Handle) -> Iterator[tuple[Handle, Matrix]]:
    """Yield the page's objects in painting order, those inside forms with the form's matrix."""
    stack: list[tuple[Handle, int, int, Matrix, bool]] = [
        (page.raw, 0, pdfium.FPDFPage_CountObjects(page.raw), _IDENTITY, False)
    ]
    seen = 0
    while stack and seen < _MOST_OBJECTS:
        parent, index, count, matrix, is_form = stack.pop()
        if index >= count:
            continue
        stack.append((parent, index + 1, count, matrix, is_form))
        handle = pdfium.FPDFFormObj_GetObject(parent, index) if is_form else pdfium.FPDFPage_GetObject(parent, index)
        if not handle:
            continue
        seen += 1
        if pdfium.FPDFPageObj_GetType(handle) == pdfium.FPDF_PAGEOBJ_FORM and len(stack) < _DEPTH:
            inner = _multiply(_matrix(handle), matrix)
            stack.append((handle, 0, pdfium.FPDFFormObj_CountObjects(handle), inner, True))
        else:
            yield handle, matrix


def _matrix(handle: Handle) -> Matrix:
    raw = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(handle, ctypes.byref(raw)):
        return _IDENTITY
    return raw.a, raw.b, raw.c, raw.d, raw.e, raw.f


def _multiply(m: Matrix, n: Matrix) -> Matrix:
    return (
        m[0] * n[0] + m[1] * n[2], m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2], m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4], m[4] * n[1] + m[5] * n[3] + n[5],
    )  # fmt: skip


def _ground(handle: Handle, kind: int, matrix: Matrix, order: int) -> _Ground | None:
    """Return the area an object paints; None where it paints nothing opaque."""
    colour: int | None = None
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        mode, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(handle, ctypes.byref(mode), ctypes.byref(stroke))
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        known = pdfium.FPDFPageObj_GetFillColor(
            handle, ctypes.byref(red), ctypes.byref(green), ctypes.byref(blue), ctypes.byref(alpha)
        )
        if not mode.value or not known or alpha.value < 128:
            return None
        colour = red.value << 16 | green.value << 8 | blue.value
    box = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(handle, *(ctypes.byref(side) for side in box)):
        return None
    a, b, c, d, e, f = matrix
    corners = [
        (a * x + c * y + e, b * x + d * y + f)
        for x in (box[0].value, box[2].value)
        for y in (box[1].value, box[3].value)
    ]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return _Ground(min(xs), min(ys), max(xs), max(ys), colour, order)


def picture_share(page: Handle, width: float, height: float) -> float:
    """Return which share of the page its largest picture covers."""
    grounds: list[_Ground] = []
    _collect(page, grounds, {})
    largest = max((_area(ground) for ground in grounds if ground.colour is None), default=0.0)
    return largest / max(width * height, 1)
