"""Reads a page and a word processor's file that mean nothing, so that the first document finds everything loaded.

The first reading of a process costs five times the second: libraries load their fonts, patterns are compiled, caches
fill. `child` has this done while it waits, when nobody does. The two files are made here from the same few lines, which
are about nobody; what they leave behind is code and caches of pure functions, so no word of them can reach an answer.
"""

import contextlib
import io
import zipfile
from typing import Final

from resumate.documents.read import read_document
from resumate.errors import DocumentError

# One line: how far from the left and from the foot of the page, which font, its size, the words. Two columns under a
# head, the kinds of lines that resumes have. The last one is painted white, for hidden text is looked for too.
_PAGE: Final = (
    (40, 800, "B", 20, "Specimen Sheet"),
    (40, 780, "R", 9, "specimen@example.org | +1 555 010 0199 | example.org/specimen | Anytown, Anyland"),
    (40, 740, "B", 12, "SKILLS"),
    (40, 724, "R", 9, "Reading, writing, counting"),
    (40, 712, "R", 9, "Sorting: by size, by date"),
    (40, 680, "B", 12, "LANGUAGES"),
    (40, 664, "R", 9, "English (native)"),
    (40, 652, "R", 9, "Français (courant)"),
    (40, 620, "B", 12, "EDUCATION"),
    (40, 604, "B", 9, "BSc in Samples"),
    (40, 592, "R", 9, "University of Samples"),
    (40, 580, "I", 9, "2010 – 2013"),
    (220, 740, "B", 12, "SUMMARY"),
    (220, 724, "R", 9, "A sheet that stands for every other sheet, with as many words as a line of a"),
    (220, 712, "R", 9, "page takes, a hyphen\u00adated one and the second line of a sentence that goes on."),
    (220, 680, "B", 12, "EXPERIENCE"),
    (220, 664, "B", 9, "Senior Specimen, Sample & Sons Ltd"),
    (440, 664, "I", 9, "Jan 2019 – Present"),
    (220, 652, "I", 9, "Anytown, Anyland"),
    (220, 640, "R", 9, "• Showed 40 things to 12 people, every day, and measured how long they"),
    (228, 628, "R", 9, "looked at each of them"),
    (220, 616, "R", 9, "• Wrote down what was seen"),
    (220, 596, "B", 9, "Specimen"),
    (440, 596, "I", 9, "03/2014 – 12/2018"),
    (220, 584, "R", 9, "Samples Inc., Anytown"),
    (220, 572, "R", 9, "• Stood still until it was looked at"),
    (220, 540, "B", 12, "CERTIFICATES"),
    (220, 524, "R", 9, "Certified Specimen, Institute of Samples, 2021"),
    (220, 500, "W", 9, "of no colour"),
)  # fmt: skip
_FONTS: Final = {"R": "Helvetica", "B": "Helvetica-Bold", "I": "Times-Italic", "W": "Helvetica"}
_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def rehearse() -> None:
    """Read both files and forget them; a library that fails here will say so at the document that needs it."""
    for data, name in ((specimen_pdf(), "specimen.pdf"), (specimen_docx(), "specimen.docx")):
        with contextlib.suppress(DocumentError):
            read_document(data, name)


def specimen_pdf() -> bytes:
    """Return a PDF of one page, in the fonts that every reader has."""
    drawn = ["0.9 g 30 500 170 260 re f 0 g"]
    for x, y, font, size, text in _PAGE:
        words = text.replace("(", "\\(").replace(")", "\\)")
        drawn.append(f"BT {'1' if font == 'W' else '0'} g /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET")
    page = "\n".join(drawn)
    fonts = "".join(
        f"/{key} << /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >> "
        for key, name in _FONTS.items()
    )
    link = "<< /Type /Annot /Subtype /Link /Rect [220 778 320 790] /A << /S /URI /URI (https://example.org) >> >>"
    sheet = (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        f"/Annots [{link}] /Resources << /Font << {fonts}>> >> >>"
    )
    tree = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        tree,
        sheet,
        f"<< /Length {len(page)} >>\nstream\n{page}\nendstream",
    )
    return _numbered(objects)


def _numbered(objects: tuple[str, ...]) -> bytes:
    """Return a PDF file of these objects, the first of which is its root."""
    text, places = "%PDF-1.4\n", []
    for number, held in enumerate(objects, start=1):
        places.append(len(text))
        text += f"{number} 0 obj\n{held}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    tail = f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(text)}\n%%EOF\n"
    return f"{text}xref\n0 {size}\n0000000000 65535 f \n{table}{tail}".encode("cp1252")


def specimen_docx() -> bytes:
    """Return a DOCX with the same lines, bold where they are bold on the page, without the one that cannot be seen."""
    lines = [
        f"<w:p><w:r><w:rPr>{'<w:b/>' if font == 'B' else ''}<w:sz w:val='{2 * size}'/></w:rPr>"
        f"<w:t>{text.replace('&', '&amp;')}</w:t></w:r></w:p>"
        for _, _, font, size, text in _PAGE
        if font != "W"
    ]
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr(
            "[Content_Types].xml",
            f"<Types xmlns='{_PACKAGE}/content-types'><Default Extension='rels' "
            "ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Override PartName='/word/document.xml' "
            "ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>",
        )
        package.writestr(
            "_rels/.rels",
            f"<Relationships xmlns='{_PACKAGE}/relationships'><Relationship Id='r1' Type='{_OFFICE}/officeDocument' "
            "Target='word/document.xml'/></Relationships>",
        )
        package.writestr(
            "word/document.xml",
            f"<w:document xmlns:w='{_WORD}'><w:body>{''.join(lines)}</w:body></w:document>",
        )
    return held.getvalue()
