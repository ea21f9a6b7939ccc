"""Writes a letter as a Word document: A4, styles a person can go on working with, no macro, no field, no table.

Nothing in the file depends on the clock: python-docx stamps the archive with the time, so it is packed again.
"""

import io
import zipfile
from datetime import datetime
from typing import Any, Final

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from resumate.exports.model import LetterPage

_TYPEFACE: Final = "Calibri"
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_GREY: Final = RGBColor(92, 98, 108)
# Each part of the page has a style of its own, so that a whole letter is changed in one place: size, space after, bold.
_STYLES: Final = {
    "Letter Sender": (15.0, 2.0, True),
    "Letter Details": (9.5, 24.0, False),
    "Letter Date": (11.0, 18.0, False),
    "Letter Recipient": (11.0, 18.0, False),
    "Letter Subject": (11.0, 12.0, True),
    "Letter Text": (11.0, 8.0, False),
    "Letter Closing": (11.0, 0.0, False),
}


def as_docx(page: LetterPage) -> bytes:
    """Return the file."""
    document = Document()
    _set_up(document, page)
    for style, text in (
        ("Letter Sender", page.sender),
        ("Letter Details", "  ·  ".join(page.details)),
        ("Letter Date", page.date),
        ("Letter Recipient", page.recipient),
        ("Letter Subject", page.subject),
        *(("Letter Text", paragraph) for paragraph in page.body),
        ("Letter Closing", "\n".join(part for part in (page.closing, page.signature) if part)),
    ):
        if text:
            _add(document, style, text)
    content = io.BytesIO()
    document.save(content)
    return _packed_again(content.getvalue())


def _set_up(document: Any, page: LetterPage) -> None:  # noqa: ANN401 - the library has no types
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(25)
    properties = document.core_properties
    properties.title, properties.author, properties.language = page.title, page.sender or "", page.language
    properties.comments, properties.last_modified_by = "", ""
    properties.created = properties.modified = datetime.fromisoformat(page.day)
    _write_in(document.styles["Normal"], page.language)
    for name, (size, space, bold) in _STYLES.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.font.size, style.font.bold = Pt(size), bold
        style.paragraph_format.space_after = Pt(space)
        style.paragraph_format.space_before = Pt(0)
        style.paragraph_format.line_spacing = 1.12
    document.styles["Letter Details"].font.color.rgb = _GREY
    # Closing and name stay together: a name alone on a second page is no letter.
    document.styles["Letter Closing"].paragraph_format.keep_together = True


def _write_in(style: Any, language: str) -> None:  # noqa: ANN401 - as above
    """Set typeface and language; Word checks the spelling by the one and falls back from the other by script."""
    style.font.name = _TYPEFACE
    run = style.element.get_or_add_rPr()
    said = run.makeelement(qn("w:lang"), {qn("w:val"): language, qn("w:eastAsia"): language})
    for old in run.findall(qn("w:lang")):
        run.remove(old)
    run.append(said)


def _add(document: Any, style: str, text: str) -> None:  # noqa: ANN401 - as above
    paragraph = document.add_paragraph(style=style)
    for index, line in enumerate(text.split("\n")):
        run = paragraph.add_run()
        if index:
            run.add_break()
        run.add_text(line)


def _packed_again(content: bytes) -> bytes:
    """Return the same archive with every time in it at the beginning of the format's calendar."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as archive,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as again,
    ):
        for name in archive.namelist():
            info = zipfile.ZipInfo(name, date_time=_EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            again.writestr(info, archive.read(name))
    return packed.getvalue()
