"""The functions of pdfium that are called for every word, with plain addresses for its pointers.

pypdfium2's own prototypes wrap each pointer that goes in or comes out into an object, which costs more than the call.
Used by `pdf_words` and `pdf_looks`; everything else calls pdfium the ordinary way.
"""

import ctypes
from collections.abc import Callable
from typing import Any, Final

import pypdfium2.raw as pdfium

Handle = Any  # pypdfium2 ships no types
_ADDRESS: Final = ctypes.c_void_p
_INT: Final = ctypes.c_int


def address_of(handle: Handle) -> int:
    """Return where a pointer of pypdfium2's points to; 0 for none."""
    return ctypes.cast(handle, _ADDRESS).value or 0


def _plain(function: Handle, result: Handle, *arguments: Handle) -> Callable[..., Any]:
    """Return the same function with other types for its arguments and its result."""
    prototype = ctypes.CFUNCTYPE(result, *arguments)
    return prototype(ctypes.cast(function, _ADDRESS).value or 0)


# (text page, index): the address of the page object that a character belongs to
text_object: Final = _plain(pdfium.FPDFText_GetTextObject, _ADDRESS, _ADDRESS, _INT)
# (text page, index, FS_RECTF): the box of a character, as high as its font
loose_box: Final = _plain(pdfium.FPDFText_GetLooseCharBox, _INT, _ADDRESS, _INT, _ADDRESS)
# (text page, index, double x, double y): the point on the baseline where a character begins
origin: Final = _plain(pdfium.FPDFText_GetCharOrigin, _INT, _ADDRESS, _INT, _ADDRESS, _ADDRESS)
# (text page, index, FS_MATRIX): how a character is scaled and turned
char_matrix: Final = _plain(pdfium.FPDFText_GetMatrix, _INT, _ADDRESS, _INT, _ADDRESS)
# (text page, index): whether pdfium itself thought of a character
is_generated: Final = _plain(pdfium.FPDFText_IsGenerated, _INT, _ADDRESS, _INT)
# (text object, float): its font size; (text object): its render mode, the address of its font
font_size: Final = _plain(pdfium.FPDFTextObj_GetFontSize, _INT, _ADDRESS, _ADDRESS)
render_mode: Final = _plain(pdfium.FPDFTextObj_GetTextRenderMode, _INT, _ADDRESS)
font_of: Final = _plain(pdfium.FPDFTextObj_GetFont, _ADDRESS, _ADDRESS)
# (page object, red, green, blue, alpha): the colour it is filled with
fill_colour: Final = _plain(pdfium.FPDFPageObj_GetFillColor, _INT, *[_ADDRESS] * 5)
