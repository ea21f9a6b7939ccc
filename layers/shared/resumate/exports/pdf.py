"""Writes a letter as a PDF: A4, real text, the typeface embedded as far as it is used.

Roboto (Apache License 2.0) has Latin, Greek and Cyrillic. A letter with any other character is refused with words
that name it: a box in its place would be sent to somebody. Nothing in the file depends on the clock or on chance.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

import font_roboto
from fpdf import FPDF
from fpdf.enums import XPos, YPos

from resumate.errors import Code, RequestError
from resumate.exports.model import LetterPage

if TYPE_CHECKING:
    from fpdf.fonts import TTFFont

_MARGIN: Final = 25.0  # millimetres, as all lengths here
_LINE: Final = 5.6
_SIZE: Final = 10.5  # points
_SMALL: Final = 9.0
_NAME: Final = 15.0
_INK: Final = (24, 26, 30)
_GREY: Final = (92, 98, 108)
_GAP: Final = "  ·  "
_FACES: Final = {"": "Roboto-Regular.ttf", "B": "Roboto-Medium.ttf"}
_SHOWN_CHARACTERS: Final = 5


def as_pdf(page: LetterPage) -> bytes:
    """Return the file; raises `RequestError` (EXPORT_CHARACTERS) for what the typeface does not have."""
    pdf = _blank(page)
    _refuse_unknown(page, pdf)
    _head(pdf, page)
    for line, space in ((page.date, 7.0), (page.recipient, 7.0), (page.subject, 5.0)):
        if line:
            _write(pdf, line, face="B" if line == page.subject else "", below=space)
    for paragraph in page.body:
        _write(pdf, paragraph, below=3.2)
    if page.closing:
        signed = "\n".join(part for part in (page.closing, page.signature) if part)
        # Closing and name stay together: a name alone on a second page is no letter.
        if pdf.will_page_break(_LINE * (signed.count("\n") + 1)):
            pdf.add_page()
        _write(pdf, signed, below=0)
    return bytes(pdf.output())


def _blank(page: LetterPage) -> FPDF:
    pdf = FPDF(format="A4")
    pdf.set_margin(_MARGIN)
    pdf.c_margin = 0
    pdf.set_auto_page_break(True, margin=_MARGIN)
    pdf.set_title(page.title)
    pdf.set_author(page.sender or "")
    pdf.set_lang(page.language)
    pdf.set_producer("ResuMate")
    pdf.set_creation_date(datetime.fromisoformat(page.day).replace(tzinfo=UTC))
    for style, name in _FACES.items():
        pdf.add_font("Roboto", style, _font_file(name))
    pdf.add_page()
    return pdf


@cache
def _font_file(name: str) -> Path:
    return Path(font_roboto.font_directory) / name


def _head(pdf: FPDF, page: LetterPage) -> None:
    if page.sender:
        _write(pdf, page.sender, size=_NAME, face="B", below=0.8)
    if page.details:
        for line in _detail_lines(pdf, page.details):
            _write(pdf, line, size=_SMALL, colour=_GREY, below=0)
    if page.sender or page.details:
        pdf.set_draw_color(*_GREY)
        pdf.set_line_width(0.15)
        pdf.line(_MARGIN, pdf.get_y() + 2.5, pdf.w - _MARGIN, pdf.get_y() + 2.5)
        pdf.ln(11)


def _detail_lines(pdf: FPDF, details: Sequence[str]) -> list[str]:
    """Return the details as few lines, none broken in its middle that fits into one."""
    pdf.set_font("Roboto", "", _SMALL)
    lines: list[str] = []
    for detail in details:
        longer = f"{lines[-1]}{_GAP}{detail}" if lines else detail
        if lines and pdf.get_string_width(longer) <= pdf.epw:
            lines[-1] = longer
        else:
            lines.append(detail)
    return lines


def _write(
    pdf: FPDF,
    text: str,
    *,
    size: float = _SIZE,
    face: str = "",
    colour: tuple[int, int, int] = _INK,
    below: float,
) -> None:
    pdf.set_font("Roboto", face, size)
    pdf.set_text_color(*colour)
    height = _LINE * size / _SIZE
    pdf.multi_cell(0, height, _plain(text), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    pdf.ln(below)


def _plain(text: str) -> str:
    return text.replace("\u00ad", "").replace("\t", " ")


def _refuse_unknown(page: LetterPage, pdf: FPDF) -> None:
    known = cast("TTFFont", pdf.fonts["roboto"]).cmap
    unknown = dict.fromkeys(
        character for text in _texts(page) for character in _plain(text) if ord(character) not in known
    )
    missing = [character for character in unknown if character != "\n"]
    if missing:
        shown = " ".join(missing[:_SHOWN_CHARACTERS])
        more = " and others" if len(missing) > _SHOWN_CHARACTERS else ""
        raise RequestError(
            Code.EXPORT_CHARACTERS,
            f"The typeface of the PDF does not have these characters: {shown}{more}. Download the letter as DOCX instead.",
        )


def _texts(page: LetterPage) -> Iterator[str]:
    single = (page.sender, page.date, page.recipient, page.subject, page.closing, page.signature)
    yield from (text for text in (*single, *page.details, *page.body) if text)
