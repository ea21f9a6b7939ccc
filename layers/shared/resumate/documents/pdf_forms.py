"""Takes what people typed into a PDF rather than what its author drew: form fields, and text set on the page by an editor.

Called by `pdf_pages` for each page. The text of a page does not have it, though a reader of the page sees it. It becomes
words at their places, so that it is read where it stands. Attached files are not read; `pdf` warns of them.
"""

import ctypes
import re
from collections.abc import Iterator
from typing import Final

import pypdfium2.raw as pdfium

from resumate.documents.pdf_looks import Style
from resumate.documents.pdf_places import Box, Places
from resumate.documents.pdf_words import Word
from resumate.documents.pdfium_calls import Handle

_TYPED: Final = frozenset(
    {pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX}
)
_PASSWORD_FIELD: Final = 1 << 13
_UNSEEN: Final = 1 << 1 | 1 << 5  # hidden, not to be viewed
_MOST_NOTES: Final = 1_000  # annotations a page; links are most of them
_LONGEST_VALUE: Final = 20_000  # characters
_USUAL_SIZE: Final = 10.0
_LARGEST_SIZE: Final = 24.0
_LEADING: Final = 1.2
_LETTER_WIDTH: Final = 0.5  # font sizes
_FONT_SIZE: Final = re.compile(r"([\d.]+)\s+Tf")


def has_form(document: Handle) -> bool:
    """Whether a document has fields to fill in."""
    return bool(pdfium.FPDF_GetFormType(document.raw) != pdfium.FORMTYPE_NONE)


def attached_files(document: Handle) -> int:
    """Return how many other files a document carries inside it."""
    return max(int(pdfium.FPDFDoc_GetAttachmentCount(document.raw)), 0)


def typed_words(page: Handle, form: Handle | None) -> list[Word]:
    """Return the words of the filled-in fields of a page and of the text that was set on it, hidden ones flagged.

    Args:
        page: pypdfium2's page.
        form: the form environment of the document, None where it has no form.
    """
    count = min(int(pdfium.FPDFPage_GetAnnotCount(page.raw)), _MOST_NOTES)
    places = Places(page) if count > 0 else None
    words: list[Word] = []
    for index in range(count):
        note = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if not note:
            continue
        value = _value(note, form)
        if value and places is not None:
            unseen = bool(pdfium.FPDFAnnot_GetFlags(note) & _UNSEEN)
            words += _laid_out(value, places.box(_rect(note)), _size(note), hidden=unseen)
        pdfium.FPDFPage_CloseAnnot(note)
    return words


def _value(note: Handle, form: Handle | None) -> str:
    """Return what was typed: into a field, or straight onto the page."""
    kind = pdfium.FPDFAnnot_GetSubtype(note)
    if kind == pdfium.FPDF_ANNOT_FREETEXT:
        return _text(lambda buffer, size: pdfium.FPDFAnnot_GetStringValue(note, b"Contents", buffer, size))
    if kind != pdfium.FPDF_ANNOT_WIDGET or form is None:
        return ""
    if pdfium.FPDFAnnot_GetFormFieldType(form, note) not in _TYPED:
        return ""
    if pdfium.FPDFAnnot_GetFormFieldFlags(form, note) & _PASSWORD_FIELD:
        return ""
    return _text(lambda buffer, size: pdfium.FPDFAnnot_GetFormFieldValue(form, note, buffer, size))


def _text(ask: Handle) -> str:
    """Return a text of pdfium's, which tells its length in bytes when it is given no room."""
    size = min(int(ask(None, 0)), 2 * _LONGEST_VALUE)
    if size <= 2:
        return ""
    buffer = (ctypes.c_ushort * (size // 2))()
    if ask(buffer, size) > size:
        return ""  # longer than anybody types
    return bytes(buffer).decode("utf-16-le", "ignore").rstrip("\0")


def _rect(note: Handle) -> Handle:
    rect = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(note, ctypes.byref(rect))
    return rect


def _size(note: Handle) -> float:
    """Return the font size a field asks for; 0 where it fits its text to its height."""
    found = _FONT_SIZE.search(_text(lambda buffer, size: pdfium.FPDFAnnot_GetStringValue(note, b"DA", buffer, size)))
    try:
        return min(float(found[1]), _LARGEST_SIZE) if found else 0.0
    except ValueError:
        return 0.0


def _laid_out(value: str, box: Box, size: float, *, hidden: bool) -> Iterator[Word]:
    """Yield the words of a value inside its box: lines as they were typed, wrapped where the box ends."""
    left, top, right, bottom = box
    size = size or min(_USUAL_SIZE, max(0.7 * (bottom - top), 1.0))
    style = Style("", round(size, 2), bold=False, icon=False, colour=0, opaque=True, invisible=False, angle=0)
    letter = _LETTER_WIDTH * size
    base = top
    for line in re.split(r"\r\n|\r|\n", value):
        base += _LEADING * size
        x = left
        for text in line.split():
            width = letter * len(text)
            if x > left and x + width > right:
                x, base = left, base + _LEADING * size
            yield Word(text, x, x + width, base, base - size, base + 0.2 * size, style, hidden=hidden)
            x += width + letter
