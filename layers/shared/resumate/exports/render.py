"""One renderer for each format, behind one registry; a renderer's library is loaded when its format is asked for."""

# ruff: noqa: PLC0415 - who asks for one format need not load the other's library

from collections.abc import Callable
from typing import Final

from resumate.exports.model import ExportFormat, LetterPage


def _as_pdf(page: LetterPage) -> bytes:
    from resumate.exports.pdf import as_pdf

    return as_pdf(page)


def _as_docx(page: LetterPage) -> bytes:
    from resumate.exports.docx import as_docx

    return as_docx(page)


RENDERERS: Final[dict[ExportFormat, Callable[[LetterPage], bytes]]] = {
    ExportFormat.PDF: _as_pdf,
    ExportFormat.DOCX: _as_docx,
}
CONTENT_TYPES: Final[dict[ExportFormat, str]] = {
    ExportFormat.PDF: "application/pdf",
    ExportFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def render(page: LetterPage, kind: ExportFormat) -> bytes:
    """Return the file; the same page gives the same bytes. Raises `RequestError`: EXPORT_CHARACTERS."""
    return RENDERERS[kind](page)
