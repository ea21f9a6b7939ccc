"""Takes the code points of a page from pdfium, as runs without a space. Called by `pdf_words`."""

import ctypes
from collections.abc import Iterator
from typing import Final

import pypdfium2.raw as pdfium

from resumate.documents.pdfium_calls import Handle

_SPACE: Final = frozenset({0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2002, 0x2003, 0x2009, 0x3000})
_STOPGAP: Final = 0xFFFE  # what text that is asked for as a whole has for hyphen marks and for nothing
HYPHEN_MARK: Final = 0x02  # pdfium's own sign for a hyphen at a line end


def runs_of(text_page: Handle) -> Iterator[tuple[int, int, list[int]]]:
    """Yield (index of first character, of last, code points) for every run without a space; `text_page` is pdfium's."""
    codes = _codes(text_page)
    first = -1
    for index, code in enumerate(codes):
        if code in _SPACE:
            if first >= 0:
                yield first, index - 1, codes[first:index]
                first = -1
            continue
        if first < 0:
            first = index
        if code == HYPHEN_MARK:
            yield first, index, codes[first : index + 1]
            first = -1
    if first >= 0:
        yield first, len(codes) - 1, codes[first:]


def _codes(text_page: Handle) -> list[int]:
    """Return the code point of every character; all at once where pdfium leaves none out, else one by one."""
    total = pdfium.FPDFText_CountChars(text_page)
    buffer = (ctypes.c_ushort * (total + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, total, buffer) - 1
    unicode_at = pdfium.FPDFText_GetUnicode
    if written == total:
        return [code if code != _STOPGAP else unicode_at(text_page, at) for at, code in enumerate(buffer[:total])]
    return [unicode_at(text_page, index) for index in range(total)]
