"""Turns pdfium's coordinates into places on a page as it is seen: points from the top left, upright.

Used by `pdf_words` for characters and by `pdf_hidden` for what is painted.
"""

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

Handle = Any  # pypdfium2 ships no types
Box = tuple[float, float, float, float]


def page_box(page: Handle) -> Box:
    """Return (left, bottom, right, top) of what is seen of a page, also where the page inherits its size."""
    rect = pdfium.FS_RECTF()
    if pdfium.FPDF_GetPageBoundingBox(page.raw, ctypes.byref(rect)):
        return rect.left, rect.bottom, rect.right, rect.top
    width, height = page.get_size()
    return 0.0, 0.0, width, height


class Places:
    """The places of one page; `turned` is by how many quarter turns it is shown."""

    def __init__(self, page: Handle) -> None:
        self.turned: int = page.get_rotation() // 90 % 4
        left, bottom, right, top = page_box(page)
        self.left, self.top = left, top
        turns: tuple[Callable[[float, float], tuple[float, float]], ...] = (
            lambda x, y: (x - left, top - y),
            lambda x, y: (y - bottom, x - left),
            lambda x, y: (right - x, y - bottom),
            lambda x, y: (top - y, right - x),
        )
        self.point: Callable[[float, float], tuple[float, float]] = turns[self.turned]

    def box(self, rect: Handle) -> Box:
        """Return (left, top, right, bottom) of a rectangle of pdfium's."""
        if not self.turned:
            left, top = self.left, self.top
            return rect.left - left, top - rect.top, rect.right - left, top - rect.bottom
        ax, ay = self.point(rect.left, rect.top)
        bx, by = self.point(rect.right, rect.bottom)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
