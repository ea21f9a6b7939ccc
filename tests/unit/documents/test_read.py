"""The one entry: every format has its reader and a sample, and hostile shapes of text do not stall it."""

import time

import pytest

from resumate.documents.detect import Format
from resumate.documents.read import READERS, read_document
from tests.documents.docx_layouts import plain
from tests.documents.hostile import one_page, shown
from tests.documents.pdf_layouts import single_column
from tests.documents.people import ENGINEER

SAMPLES = {
    Format.PDF: (single_column(ENGINEER).data, "resume.pdf"),
    Format.DOCX: (plain(ENGINEER).data, "resume.docx"),
    Format.TEXT: (b"Maya Lindqvist\nmaya@example.org\n\nSKILLS\n\nPython", "resume.txt"),
    Format.MARKDOWN: (b"# Maya Lindqvist\n\n## Skills\n\n- Python", "resume.md"),
}


def test_every_format_has_a_reader_and_a_sample():
    assert set(READERS) == set(Format) == set(SAMPLES)


@pytest.mark.parametrize("kind", Format)
def test_samples_are_read_as_what_they_are(kind):
    data, name = SAMPLES[kind]
    document = read_document(data, name)
    assert document.content_type == kind.value
    assert document.contact.name == "Maya Lindqvist"
    assert len(document.sha256) == 64


@pytest.mark.parametrize(
    "text", ["a@" + "a." * 600, "+1 (" * 400, "a-" * 900, "1" * 1500, "www." * 400, "A, " * 500, "2019 - " * 200]
)
def test_long_rows_of_signs_do_not_stall_the_reader(text):
    """Given a row that patterns could chew on for ever, reading takes a moment and the lines are short."""
    start = time.process_time()
    document = read_document(one_page(shown("Maya Lindqvist", *[text] * 20)), "resume.pdf")
    assert time.process_time() - start < 5
    assert max(len(line.text) for line in document.lines) <= 500
