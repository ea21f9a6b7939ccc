"""Reads a PDF with pdfium: pages to words, words to lines in reading order.

Called by `read` through its registry; `pdf_pages` reads the pages. pdfium is fast and right about words;
`second_opinion` is asked when what it says looks garbled, or when it cannot open the file at all.
"""

from collections.abc import Sequence
from typing import Final

import pypdfium2

from resumate import limits
from resumate.documents.behind_links import MOST_LINKS
from resumate.documents.furniture import set_aside
from resumate.documents.model import Warning  # noqa: A004 - the report's own word
from resumate.documents.pdf_fonts import OddGlyphs
from resumate.documents.pdf_forms import attached_files
from resumate.documents.pdf_pages import FEW_WORDS, Page, next_region, page_in_order, take_pages
from resumate.documents.reading import Reading, SourceLine
from resumate.documents.second_opinion import DOUBTFUL, ask_pypdf, garbled
from resumate.documents.streams import in_streams
from resumate.errors import Code, DocumentError

_PASSWORD_ERROR: Final = 4
_SECURITY_ERROR: Final = 5
_SCAN_SHARE: Final = 0.5


def read_pdf(data: bytes) -> Reading:
    """Return the lines of a PDF; raises `DocumentError` (encrypted, corrupt, no_text, too_many_pages, too_much_text)."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return _without_pdfium(data, error)
    if not 0 < len(document) <= limits.DOCUMENT_PAGES:
        raise DocumentError(Code.TOO_MANY_PAGES if len(document) else Code.CORRUPT)
    pages = take_pages(document, OddGlyphs(data))
    lines: list[SourceLine] = []
    columns = []
    for number, page in enumerate(pages, start=1):
        found, count = page_in_order(page, number, next_region(lines, 0))
        lines += found
        columns.append(count)
    lines = in_streams(set_aside(lines, [page.height for page in pages]))
    _check_scan(lines, pages)
    sizes = [(round(page.width, 1), round(page.height, 1)) for page in pages]
    warnings = _warnings(pages) + ([_WARNINGS["attachments"]] if attached_files(document) else [])
    links = [link for page in pages for link in page.links][:MOST_LINKS]
    reading = Reading(lines, len(pages), columns, "pdfium", warnings, page_sizes=sizes, links=links)
    return _better(reading, data, sum(page.unknown for page in pages))


def _without_pdfium(data: bytes, error: pypdfium2.PdfiumError) -> Reading:
    """Say why pdfium cannot open the file; pypdf mends some files that pdfium refuses."""
    code = getattr(error, "err_code", None)
    if code == _PASSWORD_ERROR:
        raise DocumentError(Code.ENCRYPTED) from error
    lines, pages = ask_pypdf(data)
    if not lines:
        raise DocumentError(Code.ENCRYPTED if code == _SECURITY_ERROR else Code.CORRUPT) from error
    return Reading(lines, pages, [1] * pages, "pypdf", [_WARNINGS["mended"]], 0.2)


def _check_scan(lines: Sequence[SourceLine], pages: Sequence[Page]) -> None:
    """Refuse a file that is pictures with a stamp on them."""
    words = sum(len(line.text.split()) for line in lines)
    if not words or (words < FEW_WORDS and any(page.pictures > _SCAN_SHARE for page in pages)):
        raise DocumentError(Code.NO_TEXT)


_WARNINGS: Final = {
    "mended": Warning(
        "mended", "The file is damaged. We could read its text, but please compare it with the original."
    ),
    "second_opinion": Warning(
        "second_opinion",
        "The text of this file is stored in an unusual way. We read it a second way; please check the words.",
    ),
    "odd_fonts": Warning(
        "odd_fonts",
        "Some letters come from fonts that do not say which letters they are. Please check names and figures.",
    ),
    "attachments": Warning(
        "attachments",
        "Other files are attached to this one. They were not read; please upload what matters on its own.",
    ),
    "recognised": Warning(
        "recognised",
        "The pages are pictures with recognised text behind them. Recognition makes mistakes; please check the words.",
    ),
}


def _warnings(pages: Sequence[Page]) -> list[Warning]:
    found = []
    empty = [number for number, page in enumerate(pages, start=1) if not page.words]
    if empty:
        names = ", ".join(map(str, empty))
        found.append(
            Warning("pages_without_text", f"No text was found on page {names}. Pictures of text are not read.")
        )
    if sum(page.unknown for page in pages) > 0.003 * sum(len(word.text) for page in pages for word in page.words):
        found.append(_WARNINGS["odd_fonts"])
    if any(page.recognised for page in pages):
        found.append(_WARNINGS["recognised"])
    return found


def _better(reading: Reading, data: bytes, unknown: int) -> Reading:
    """Return the reading, or pypdf's where that is clearly less garbled."""
    doubt = garbled("\n".join(line.text for line in reading.lines), unknown)
    reading.doubt = doubt
    if doubt < DOUBTFUL:
        return reading
    try:
        lines, pages = ask_pypdf(data)
    except DocumentError:
        return reading
    other = garbled("\n".join(line.text for line in lines))
    text = sum(len(line.text) for line in lines)
    if other < 0.6 * doubt and text > 0.5 * sum(len(line.text) for line in reading.lines):
        return Reading(
            lines,
            pages,
            [1] * pages,
            "pypdf",
            [*reading.warnings, _WARNINGS["second_opinion"]],
            other,
            reading.page_sizes,
            reading.links,
        )
    return reading
