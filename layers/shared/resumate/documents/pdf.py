"""Reads a PDF with pdfium: pages to words, words to lines in reading order.

Called by `read` through its registry. pdfium is fast and right about words; `second_opinion` is asked when what it
says looks garbled, or when it cannot open the file at all.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

from resumate import limits
from resumate.documents.columns import find_layout
from resumate.documents.furniture import set_aside
from resumate.documents.hyphens import count_words, soft_hyphen_is_hyphen
from resumate.documents.model import Warning  # noqa: A004 - the report's own word
from resumate.documents.pdf_fonts import OddGlyphs
from resumate.documents.pdf_hidden import mark_hidden, picture_share
from resumate.documents.pdf_lines import page_lines
from resumate.documents.pdf_turned import turn_upright
from resumate.documents.pdf_words import PageWords, Word
from resumate.documents.reading import Reading, SourceLine
from resumate.documents.second_opinion import DOUBTFUL, ask_pypdf, garbled
from resumate.documents.streams import in_streams
from resumate.errors import Code, DocumentError

Handle = Any  # pypdfium2 ships no types

_PASSWORD_ERROR: Final = 4
_SECURITY_ERROR: Final = 5
_FEW_WORDS: Final = 12
_SCAN_SHARE: Final = 0.5
_INNER_SOFT_HYPHEN: Final = re.compile("([^\\W\\d_]+)\u00ad([^\\W\\d_]+)")


@dataclass(slots=True)
class _Page:
    """One page as taken from pdfium, before its order is known."""

    width: float
    height: float
    words: list[Word]
    unknown: int
    recognised: bool
    pictures: float


@dataclass(slots=True)
class _Notes:
    """What is worth telling the owner of the file."""

    warnings: list[Warning] = field(default_factory=list)
    doubt: float = 0.0


def read_pdf(data: bytes) -> Reading:
    """Return the lines of a PDF; raises `DocumentError` (encrypted, corrupt, no_text, too_many_pages, too_much_text)."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return _without_pdfium(data, error)
    if not 0 < len(document) <= limits.DOCUMENT_PAGES:
        raise DocumentError(Code.TOO_MANY_PAGES if len(document) else Code.CORRUPT)
    pages = _take_pages(document, OddGlyphs(data))
    _settle_soft_hyphens(pages)
    lines: list[SourceLine] = []
    columns = []
    for number, page in enumerate(pages, start=1):
        found, count = _page_in_order(page, number, lines[-1].region + 1 if lines else 0)
        lines += found
        columns.append(count)
    lines = in_streams(set_aside(lines, [page.height for page in pages]))
    _check_scan(lines, pages)
    reading = Reading(lines, len(pages), columns, "pdfium", _warnings(pages))
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


def _take_pages(document: Handle, odd: OddGlyphs) -> list[_Page]:
    pages: list[_Page] = []
    characters = 0
    for number in range(len(document)):
        try:
            page = document[number]
            text_page = page.get_textpage()
        except pypdfium2.PdfiumError:
            pages.append(_Page(0, 0, [], 0, recognised=False, pictures=0))
            continue
        characters += pdfium.FPDFText_CountChars(text_page.raw)
        if characters > limits.DOCUMENT_CHARACTERS:
            raise DocumentError(Code.TOO_MUCH_TEXT)
        width, height = page.get_size()
        reader = PageWords(page, text_page.raw, odd)
        words = reader.read()
        recognised = mark_hidden(page, words, width, height)
        pictures = picture_share(page, width, height) if len(words) < _FEW_WORDS else 0.0
        pages.append(_Page(width, height, words, reader.unknown, recognised, pictures))
        text_page.close()
        page.close()
    return pages


def _page_in_order(page: _Page, number: int, region: int) -> tuple[list[SourceLine], int]:
    """Return a page's lines: upright text, then turned text, then hidden text; and its columns."""
    seen = [word for word in page.words if not word.hidden]
    layout = find_layout([word for word in seen if word.style.angle == 0])
    lines = page_lines(layout, number, region)
    for angle, words in _by_angle(seen).items():
        turned = page_lines(find_layout(turn_upright(words, angle)), number, _next_region(lines, region))
        for line in turned:
            line.box, line.aside = None, True
        lines += turned
    hidden = page_lines(find_layout([w for w in page.words if w.hidden]), number, _next_region(lines, region))
    for line in hidden:
        line.hidden = True
    return lines + hidden, layout.columns


def _by_angle(words: Sequence[Word]) -> dict[int, list[Word]]:
    groups: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        if word.style.angle:
            groups[word.style.angle].append(word)
    return groups


def _next_region(lines: Sequence[SourceLine], otherwise: int) -> int:
    return lines[-1].region + 1 if lines else otherwise


def _settle_soft_hyphens(pages: Sequence[_Page]) -> None:
    """Make plain hyphens of soft ones in fonts that have no other; elsewhere they vanish inside words."""
    with_soft = [word for page in pages for word in page.words if "\u00ad" in word.text]
    if not with_soft:
        return
    usage = count_words(word.text for page in pages for word in page.words)
    plain = {word.style.font for page in pages for word in page.words if re.search(r"[^\W\d_]-[^\W\d_]", word.text)}
    by_font: dict[str, list[Word]] = defaultdict(list)
    for word in with_soft:
        by_font[word.style.font].append(word)
    for font, words in by_font.items():
        pairs = [(m[1], m[2]) for word in words for m in _INNER_SOFT_HYPHEN.finditer(word.text)]
        if font not in plain and soft_hyphen_is_hyphen(pairs, usage):
            for word in words:
                word.text = word.text.replace("\u00ad", "-")


def _check_scan(lines: Sequence[SourceLine], pages: Sequence[_Page]) -> None:
    """Refuse a file that is pictures with a stamp on them."""
    words = sum(len(line.text.split()) for line in lines)
    if not words or (words < _FEW_WORDS and any(page.pictures > _SCAN_SHARE for page in pages)):
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
    "recognised": Warning(
        "recognised",
        "The pages are pictures with recognised text behind them. Recognition makes mistakes; please check the words.",
    ),
}


def _warnings(pages: Sequence[_Page]) -> list[Warning]:
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
        return Reading(lines, pages, [1] * pages, "pypdf", [*reading.warnings, _WARNINGS["second_opinion"]], other)
    return reading
