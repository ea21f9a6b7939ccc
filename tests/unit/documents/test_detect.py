"""What a file is, is decided by its content."""

import pytest

from resumate.documents.detect import Format, detect
from resumate.documents.read import read_document
from resumate.errors import Code, DocumentError
from tests.documents.hostile import PNG, docx, docx_with_macros, nested_zip, one_page, package, paragraphs, shown

PDF = one_page(shown("Maya Lindqvist", "Skills", "Python and SQL"))
DOCX = docx(paragraphs("Maya Lindqvist", "Skills", "Python and SQL"))


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (PDF, "resume.docx", Format.PDF),
        (PDF, "resume.txt", Format.PDF),
        (b"junk " * 180 + PDF, "resume.pdf", Format.PDF),
        (DOCX, "resume.pdf", Format.DOCX),
        (b"Maya Lindqvist\nSkills: Python", "resume", Format.TEXT),
        (b"# Maya Lindqvist", "RESUME.MD", Format.MARKDOWN),
        (b'<h1 align="center">Maya Lindqvist</h1>\n\n## Skills', "resume.md", Format.MARKDOWN),
        (
            b"Name: Maya Lindqvist\nEmail: maya@example.org\nReceived: the prize of the town\n",
            "resume.txt",
            Format.TEXT,
        ),
        (b"<3 of maps: Maya Lindqvist, cartographer", "resume.txt", Format.TEXT),
        (b"I wrote a parser for %PDF-1.4 files.\n" * 3, "notes.txt", Format.TEXT),
    ],
)
def test_content_decides(data, name, expected):
    assert detect(data, name) is expected


def test_a_file_is_read_as_what_it_is():
    """Given a lying name, the file is read all the same."""
    for data, name in ((PDF, "a.docx"), (DOCX, "a.pdf"), (b"x" * 900 + PDF, "a.pdf")):
        assert read_document(data, name).contact.name == "Maya Lindqvist"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", Code.EMPTY),
        (b"\xef\xbb\xbf \n", Code.EMPTY),
        (PNG, Code.UNSUPPORTED_TYPE),
        (b"MZ\x90\x00\x03", Code.UNSUPPORTED_TYPE),
        (b"{\\rtf1 Maya}", Code.UNSUPPORTED_TYPE),
        (b"<html><body>Maya</body></html>", Code.UNSUPPORTED_TYPE),
        (b"  <?xml version='1.0'?><svg/>", Code.UNSUPPORTED_TYPE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, Code.UNSUPPORTED_TYPE),
        (docx_with_macros(), Code.UNSUPPORTED_TYPE),
        (nested_zip(), Code.UNSUPPORTED_TYPE),
        (
            package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}),
            Code.UNSUPPORTED_TYPE,
        ),
        (package({"mimetype": "application/epub+zip", "META-INF/container.xml": "<x/>"}), Code.UNSUPPORTED_TYPE),
        (
            package({"[Content_Types].xml": "spreadsheetml.sheet.main+xml", "xl/workbook.xml": "<x/>"}),
            Code.UNSUPPORTED_TYPE,
        ),
        (package({"Index/Document.iwa": "x", "Metadata/Properties.plist": "x"}), Code.UNSUPPORTED_TYPE),
        (b"\0\0\0\x18ftypheic" + b"\0" * 400, Code.UNSUPPORTED_TYPE),
        (b"<p>Maya Lindqvist</p>\n<ul><li>Python</li></ul>", Code.UNSUPPORTED_TYPE),
        (b'<!-- made by hand -->\n<div class="cv">Maya Lindqvist</div>', Code.UNSUPPORTED_TYPE),
        (b"From: a@example.org\r\nSubject: My CV\r\nMIME-Version: 1.0\r\n\r\nTWF5YQ==", Code.UNSUPPORTED_TYPE),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=x\r\n\r\n<html>", Code.UNSUPPORTED_TYPE),
        (b"PK\x03\x04 torn", Code.CORRUPT),
    ],
)
def test_what_is_no_resume_is_refused(data, code):
    with pytest.raises(DocumentError) as caught:
        read_document(data, "resume.txt")
    assert caught.value.code is code


def test_a_scrap_called_pdf_is_a_damaged_file():
    """Given a few words under the name of a PDF, the user hears of damage rather than gets a resume of one line."""
    with pytest.raises(DocumentError) as caught:
        read_document(b"oops\n", "resume.pdf")
    assert caught.value.code is Code.CORRUPT
