"""Takes the pages of a PDF from pdfium and puts the lines of each into reading order.

Called by `pdf`. `pdf_words` gives the words, `pdf_forms` what was typed, `pdf_hidden` flags what nobody sees, `columns`
finds the order, `pdf_lines` makes the lines.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

from resumate import limits
from resumate.documents.columns import find_layout
from resumate.documents.hyphens import count_words, soft_hyphen_is_hyphen
from resumate.documents.pdf_fonts import OddGlyphs
from resumate.documents.pdf_forms import has_form, typed_words
from resumate.documents.pdf_hidden import mark_hidden, picture_share
from resumate.documents.pdf_lines import page_lines
from resumate.documents.pdf_links import link_targets
from resumate.documents.pdf_turned import take_headings, turn_back, with_headings
from resumate.documents.pdf_words import PageWords, Word
from resumate.documents.pdfium_calls import Handle
from resumate.documents.reading import SourceLine
from resumate.errors import Code, DocumentError

FEW_WORDS: Final = 12  # on a page with fewer, pictures are looked at
_INNER_SOFT_HYPHEN: Final = re.compile("([^\\W\\d_]+)\u00ad([^\\W\\d_]+)")


@dataclass(slots=True)
class Page:
    """One page as taken from pdfium, before its order is known; sizes in points, `pictures` a share of its area.

    `links` are the addresses that its links point at.
    """

    width: float
    height: float
    words: list[Word]
    unknown: int
    recognised: bool
    pictures: float
    links: list[str] = field(default_factory=list)


def take_pages(document: Handle, odd: OddGlyphs) -> list[Page]:
    """Return the pages of a document; raises `DocumentError` too_much_text."""
    if has_form(document):
        document.init_forms()  # before the first page is loaded, or its fields do not belong to it
    pages: list[Page] = []
    characters = 0
    for number in range(len(document)):
        try:
            page = document[number]
            text_page = page.get_textpage()
        except pypdfium2.PdfiumError:
            pages.append(Page(0, 0, [], 0, recognised=False, pictures=0))
            continue
        characters += pdfium.FPDFText_CountChars(text_page.raw)
        if characters <= limits.DOCUMENT_CHARACTERS:
            pages.append(_take_page(page, text_page, odd, document.formenv))
            pages[-1].links = link_targets(document, page)
            characters += sum(len(word.text) for word in pages[-1].words if not word.style.handle)
        if characters > limits.DOCUMENT_CHARACTERS:
            raise DocumentError(Code.TOO_MUCH_TEXT)
        text_page.close()
        page.close()
    _settle_soft_hyphens(pages)
    return pages


def _take_page(page: Handle, text_page: Handle, odd: OddGlyphs, form: Handle | None) -> Page:
    width, height = page.get_size()
    reader = PageWords(page, text_page.raw, odd)
    words = reader.read()
    recognised = mark_hidden(page, words, width, height)
    words += typed_words(page, form.raw if form is not None else None)
    pictures = picture_share(page, width, height) if len(words) < FEW_WORDS else 0.0
    return Page(width, height, words, reader.unknown, recognised, pictures)


def page_in_order(page: Page, number: int, region: int) -> tuple[list[SourceLine], int]:
    """Return a page's lines and its columns: upright text with turned headings, other turned text, hidden text."""
    seen = [word for word in page.words if not word.hidden]
    layout = find_layout([word for word in seen if word.style.angle == 0])
    lines = page_lines(layout, number, region)
    for angle, words in _by_angle(seen).items():
        headings, rest = take_headings(words, angle, number)
        lines = with_headings(lines, headings, next_region(lines, region))
        turned = page_lines(find_layout(rest), number, next_region(lines, region))
        for line in turned:
            line.box = turn_back(line.box, angle) if line.box is not None else None
            line.aside = True
        lines += turned
    hidden = page_lines(find_layout([word for word in page.words if word.hidden]), number, next_region(lines, region))
    for line in hidden:
        line.hidden = True
    return lines + hidden, layout.columns


def _by_angle(words: Sequence[Word]) -> dict[int, list[Word]]:
    groups: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        if word.style.angle:
            groups[word.style.angle].append(word)
    return groups


def next_region(lines: Sequence[SourceLine], otherwise: int) -> int:
    """Return the number of the first region after those of `lines`, `otherwise` where there are none."""
    return max(line.region for line in lines) + 1 if lines else otherwise


def _settle_soft_hyphens(pages: Sequence[Page]) -> None:
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
