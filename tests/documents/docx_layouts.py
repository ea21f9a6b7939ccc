"""Writes resumes of fictional people as DOCX, with everything that hides text from simple readers."""

import io
from typing import Final

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.shared import Pt

from tests.documents.people import Person
from tests.documents.truth import Phrase, Sample, Truth

_NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def _saved(document: DocxDocument) -> bytes:
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def _truth(layout: str, person: Person, headings: list[str]) -> Truth:
    bullets = [bullet for job in person.jobs for bullet in job.bullets]
    phrases = [
        Phrase(bullets[0], "Experience"),
        Phrase(person.jobs[-1].organisation, "Experience"),
        Phrase(person.degrees[0].school, "Education"),
        Phrase(person.skills[0], "Skills"),
    ]
    return Truth(layout, person.name, person.email, person.phone, headings, phrases, bullets, bullets)


def _body(document: DocxDocument, person: Person) -> None:
    """The sections of a plain resume; headings in bold, bullets by Word's own list style."""

    def heading(text: str) -> None:
        document.add_paragraph().add_run(text).bold = True

    heading("Summary")
    document.add_paragraph(person.summary)
    heading("Experience")
    for job in person.jobs:
        document.add_paragraph(f"{job.title}, {job.organisation}")
        document.add_paragraph(f"{job.place} | {job.dates}")
        for bullet in job.bullets:
            document.add_paragraph(bullet, style="List Bullet")
    heading("Education")
    for degree in person.degrees:
        document.add_paragraph(degree.title)
        document.add_paragraph(f"{degree.school}, {degree.dates}")
    heading("Skills")
    for skill in person.skills:
        document.add_paragraph(skill, style="List Bullet")


def document_of(*paragraphs: tuple[str, str]) -> bytes:
    """Return a DOCX of paragraphs, each given as its bold and its plain part."""
    document = Document()
    for bold, rest in paragraphs:
        paragraph = document.add_paragraph()
        paragraph.add_run(bold).bold = True
        paragraph.add_run(rest)
    return _saved(document)


def plain(person: Person) -> Sample:
    """Headings are bold paragraphs without a heading style."""
    document = Document()
    document.add_paragraph().add_run(person.name).font.size = Pt(22)
    document.add_paragraph(f"{person.place} | {person.phone} | {person.email}")
    _body(document, person)
    return Sample(
        "plain.docx", _saved(document), _truth("docx plain", person, ["Summary", "Experience", "Education", "Skills"])
    )


def styled(person: Person) -> Sample:
    """Headings by style, dates behind a right tab."""
    document = Document()
    document.add_paragraph(person.name, style="Title")
    document.add_paragraph(f"{person.email} | {person.phone}")
    document.add_heading("Experience", 1)
    for job in person.jobs:
        head = document.add_paragraph()
        head.paragraph_format.tab_stops.add_tab_stop(Pt(430), WD_TAB_ALIGNMENT.RIGHT)
        head.add_run(job.organisation).bold = True
        head.add_run(f"\t{job.dates}")
        document.add_paragraph(job.title)
        for bullet in job.bullets:
            document.add_paragraph(bullet, style="List Bullet")
    document.add_heading("Education", 1)
    for degree in person.degrees:
        document.add_paragraph(f"{degree.school}\t{degree.dates}")
        document.add_paragraph(degree.title)
    document.add_heading("Skills", 1)
    document.add_paragraph(", ".join(person.skills))
    return Sample("styled.docx", _saved(document), _truth("docx styled", person, ["Experience", "Education", "Skills"]))


def table_sidebar(person: Person) -> Sample:
    """The page is a table: a narrow cell with skills and contact, a wide cell with the rest."""
    document = Document()
    document.add_paragraph().add_run(person.name).font.size = Pt(24)
    table = document.add_table(rows=1, cols=2)
    side, main = table.rows[0].cells

    def put(cell: object, text: str, *, bold: bool = False, style: str | None = None) -> None:
        cell.add_paragraph(style=style).add_run(text).bold = bold  # type: ignore[attr-defined]  # python-docx types its cells loosely

    put(side, "Contact", bold=True)
    for item in (person.email, person.phone, person.place):
        put(side, item)
    put(side, "Skills", bold=True)
    for skill in person.skills:
        put(side, skill)
    put(main, "Experience", bold=True)
    for job in person.jobs:
        put(main, f"{job.title}, {job.organisation}")
        put(main, job.dates)
        for bullet in job.bullets:
            put(main, bullet, style="List Bullet")
    put(main, "Education", bold=True)
    for degree in person.degrees:
        put(main, degree.title)
        put(main, f"{degree.school}, {degree.dates}")
    headings = ["Contact", "Skills", "Experience", "Education"]
    return Sample("table.docx", _saved(document), _truth("docx table", person, headings))


def text_box(text: str) -> str:
    """A paragraph with a text box in it, written twice as Word does: for itself and for its elders."""
    content = f"<w:txbxContent><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    return (
        f"<w:p {_NAMESPACES}><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic>"
        f"<a:graphicData><wps:wsp><wps:spPr/><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
        f"</mc:AlternateContent></w:r></w:p>"
    )


def everything(person: Person) -> Sample:
    """Headings in text boxes, the name in the page header, a content control, a link, a table, tracked changes, a footer."""
    document = Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = person.name
    section.footer.paragraphs[0].text = f"{person.email} - page 1"
    body = document.element.body

    def append(xml: str) -> None:
        body.insert(len(body) - 1, parse_xml(xml))

    append(f"<w:p {_NAMESPACES}><w:r><w:t>{person.phone}</w:t></w:r></w:p>")
    append(text_box("Summary"))
    append(
        f"<w:sdt {_NAMESPACES}><w:sdtContent><w:p><w:r><w:t>{person.summary}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    append(text_box("Experience"))
    for job in person.jobs:
        append(f"<w:p {_NAMESPACES}><w:r><w:t>{job.title}, {job.organisation}, {job.dates}</w:t></w:r></w:p>")
        for bullet in job.bullets:
            append(f"<w:p {_NAMESPACES}><w:r><w:t>• {bullet}</w:t></w:r></w:p>")
    append(
        f"<w:p {_NAMESPACES}><w:r><w:t xml:space='preserve'>• Kept </w:t></w:r><w:del w:id='1' w:author='x'><w:r>"
        f"<w:delText>deleted words </w:delText></w:r></w:del><w:ins w:id='2' w:author='x'><w:r><w:t>inserted words</w:t></w:r>"
        f"</w:ins></w:p>"
    )
    append(text_box("Education"))
    for degree in person.degrees:
        cells = "".join(
            f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"
            for text in (degree.title, degree.school, degree.dates)
        )
        append(f"<w:tbl {_NAMESPACES}><w:tr>{cells}</w:tr></w:tbl>")
    append(text_box("Skills"))
    links = ", ".join(person.skills)
    append(f"<w:p {_NAMESPACES}><w:hyperlink w:anchor='x'><w:r><w:t>{links}</w:t></w:r></w:hyperlink></w:p>")
    truth = _truth("docx everything", person, ["Summary", "Experience", "Education", "Skills"])
    truth.contiguous.append("Kept inserted words")
    return Sample("everything.docx", _saved(document), truth)


LAYOUTS: Final = (plain, styled, table_sidebar, everything)
