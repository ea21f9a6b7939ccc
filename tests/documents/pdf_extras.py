"""Makes PDFs whose text is not drawn on the page: filled-in forms, text set by an editor, attached files, turned headings."""

import io

import pypdf

from tests.documents.hostile import pdf, shown, stream
from tests.documents.pdf_canvas import Sheet
from tests.documents.people import Person

_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def _string(text: str) -> bytes:
    return b"(" + text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") + b")"


def filled_form(fields: dict[str, tuple[float, str]], *, flags: int = 4, field_flags: int = 0) -> bytes:
    """Return a form with labels at the left and their values in fields beside them.

    `fields` has for each label (y from the bottom, value); the value of "Experience" is inherited from a parent field,
    and `flags` are those of its annotation.
    """
    notes: dict[int, bytes] = {}
    labels = b""
    for number, (label, (y, value)) in enumerate(fields.items(), start=10):
        labels += b"BT /F1 12 Tf 60 %d Td %s Tj ET\n" % (y, _string(label))
        held = b"/FT /Tx /Ff %d /V %s" % (field_flags | (1 << 12), _string(value))
        own = b"/Parent %d 0 R" % (number + 40) if label == "Experience" else b"/T (f%d) %s" % (number, held)
        notes[number] = b"<< /Type /Annot /Subtype /Widget /F %d /DA (/Helv 10 Tf 0 g) /Rect [200 %d 560 %d] %s >>" % (
            flags if label == "Experience" else 4,
            y - 4 - 12 * value.count("\r"),
            y + 12,
            own,
        )
        if label == "Experience":
            notes[number + 40] = b"<< /T (f%d) %s /Kids [%d 0 R] >>" % (number, held, number)
    widgets = b" ".join(b"%d 0 R" % n for n in notes if n < 50)
    roots = b" ".join(b"%d 0 R" % (n + 40 if n + 40 in notes else n) for n in notes if n < 50)
    return pdf({
        1: b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [%s] /DA (/Helv 0 Tf 0 g) /DR << /Font << /Helv 5 0 R >> >> >> >>" % roots,
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> /Annots [%s] >>" % widgets,
        4: stream(labels),
        5: _FONT,
        **notes,
    })  # fmt: skip


def with_set_text(text: str, *lines: str) -> bytes:
    """Return a page of these lines on which an editor has set a text (a FreeText annotation)."""
    set_text = b"/Subtype /FreeText /F 4 /DA (/Helv 11 Tf 0 g) /Rect [72 300 520 340] /Contents " + _string(text)
    return pdf({
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> /Annots [6 0 R] >>",
        4: stream(shown(*lines)),
        5: _FONT,
        6: b"<< /Type /Annot %s >>" % set_text,
    })  # fmt: skip


def with_attachment(data: bytes) -> bytes:
    """Return a PDF that carries another file inside it."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.add_attachment("references.txt", b"Prof. Orla Quinn")
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def turned_rail(person: Person, degrees: float = 90) -> bytes:
    """Return a page whose headings run up (or, at 270 degrees, down) along the left of their sections."""
    sheet, x = Sheet(), 110.0
    y = sheet.text(x, 30, person.name, size=20, style="B")
    y = sheet.text(x, y, f"{person.email} | {person.phone}")

    def heading(text: str, first: float, last: float) -> None:
        long = sheet.pdf.get_string_width(text)
        start = max(last, first + long) if degrees == 90 else first
        with sheet.pdf.rotation(degrees, 70, start):
            sheet.text(70, start - 14, text.upper(), size=10, style="B")

    y += 10
    start = y
    for job in person.jobs:
        y = sheet.text(x, y + 4, f"{job.title}, {job.organisation}", style="B", width=430)
        y = sheet.text(x, y, job.dates, width=430)
        y = sheet.bullets(x, y, job.bullets, 430)
    heading("Experience", start + 8, y)
    start = y = y + 20
    for degree in person.degrees:
        y = sheet.text(x, y + 4, f"{degree.title}, {degree.school}, {degree.dates}", width=430)
    heading("Education", start + 8, max(y, start + 70))
    start = y = max(y, start + 70) + 20
    for skill in person.skills:
        y = sheet.text(x, y, skill, width=430)
    heading("Skills", start + 8, y)
    return sheet.bytes()
