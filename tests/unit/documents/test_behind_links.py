"""Addresses that stand nowhere on the page, because a word or an icon links to them."""

import io

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE

from resumate.documents.read import read_document
from tests.documents.hostile import pdf, shown, stream

BODY = ("Maya Lindqvist", "Email", "LinkedIn", "GitHub", "Experience", "Engineer, Tallow, 2019 - 2021")
PAGES = [
    "https://www.linkedin.com/in/mayalind?trk=x",
    "https://github.com/mayalind",
    "https://github.com/mayalind/loader",
]


def linked_pdf(links: list[str], *lines: str) -> bytes:
    """A page of these lines with links to these addresses on it."""
    notes = {
        10 + n: b"<< /Type /Annot /Subtype /Link /Rect [72 %d 120 %d] /A << /S /URI /URI (%s) >> >>" % (750 - 14 * n, 762 - 14 * n, link.encode())
        for n, link in enumerate(links)
    }  # fmt: skip
    held = b" ".join(b"%d 0 R" % number for number in notes)
    return pdf({
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [%s] /Resources << /Font << /F1 5 0 R >> >> >>" % held,
        4: stream(shown(*lines)),
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        **notes,
    })  # fmt: skip


def linked_docx(links: list[str], *lines: str) -> bytes:
    """The same as a word processor's file."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    for link in links:
        document.part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


@pytest.mark.parametrize(("make", "name"), [(linked_pdf, "resume.pdf"), (linked_docx, "resume.docx")])
def test_addresses_behind_links_are_found(make, name):
    """Given the words "Email", "LinkedIn" and "GitHub" that link, the person's addresses are what they point at."""
    contact = read_document(
        make(["mailto:maya%40example.org?subject=Hello", "tel:+46184710019", *PAGES], *BODY), name
    ).contact
    assert (contact.email, contact.phone) == ("maya@example.org", "+46184710019")
    assert contact.links == ["linkedin.com/in/mayalind", "github.com/mayalind"]


@pytest.mark.parametrize(("make", "name"), [(linked_pdf, "resume.pdf"), (linked_docx, "resume.docx")])
def test_what_stands_on_the_page_counts(make, name):
    """Given an address on the page and another behind a link, the one that a reader sees is the person's."""
    lines = ("Maya Lindqvist", "maya@example.org | linkedin.com/in/maya", *BODY[4:])
    contact = read_document(make(["mailto:old@example.com", *PAGES[:1]], *lines), name).contact
    assert contact.email == "maya@example.org"
    assert contact.links == ["linkedin.com/in/maya"]


def test_mail_links_to_two_people_are_nobodys():
    """Given links to two addresses, it is not told whose is whose, and none is taken."""
    data = linked_pdf(["mailto:maya@example.org", "mailto:orla.quinn@college.example"], *BODY)
    assert read_document(data, "resume.pdf").contact.email is None


def test_a_project_is_no_page_about_a_person():
    data = linked_pdf([PAGES[2], "https://example.org/", "javascript:alert(1)", "mailto:", "tel:no"], *BODY)
    contact = read_document(data, "resume.pdf").contact
    assert (contact.email, contact.phone, contact.links) == (None, None, [])
