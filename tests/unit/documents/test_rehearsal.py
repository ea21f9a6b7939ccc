"""What a child reads while nobody waits: it warms everything, it says nothing of anybody, and nothing of it is left."""

import json
import os
import struct
import subprocess
import sys

import msgspec
import pytest

from resumate.documents.messages import Answer, Request
from resumate.documents.model import SectionKind
from resumate.documents.read import read_document
from resumate.documents.rehearsal import rehearse, specimen_docx, specimen_pdf
from tests.documents.docx_layouts import everything
from tests.documents.entry_layouts import ROLES, as_text, by_comma
from tests.documents.hostile import one_page, shown
from tests.documents.pdf_layouts import sidebar_left, two_pages
from tests.documents.people import ENGINEER, TEACHER

KINDS = ["skills", "languages", "education", "summary", "experience", "certifications"]
SAMPLES = [
    (two_pages(TEACHER).data, "resume.pdf"),
    (sidebar_left(ENGINEER).data, "resume.pdf"),
    (everything(ENGINEER).data, "resume.docx"),
    (as_text(ROLES, by_comma), "resume.txt"),
    (one_page(shown("Sheet")), "nearly-empty.pdf"),
]


def answered(program: str, data: bytes, name: str) -> Answer:
    """What a child says that runs `program` before its `main`."""
    boot = f"import sys, json; sys.path[:] = json.loads(sys.argv[1]); from resumate.documents import child; {program}; child.main()"
    paths = json.dumps([os.path.abspath(path) for path in sys.path])  # noqa: PTH100 - a string for the child
    message = msgspec.msgpack.encode(Request(data, name))
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-B", "-c", boot, paths],
        input=struct.pack(">I", len(message)) + message,
        capture_output=True,
        check=True,
    )
    return msgspec.msgpack.decode(done.stdout[5:], type=Answer)


@pytest.mark.parametrize(("data", "name"), [(specimen_pdf(), "a.pdf"), (specimen_docx(), "a.docx")])
def test_a_rehearsal_goes_the_whole_way(data, name):
    """The built-in files are read to their last stage: two columns or none, sections, entries, dates, contact, chunks."""
    document = read_document(data, name)
    assert [section.kind.value for section in document.sections if section.heading] == KINDS
    experience = next(section for section in document.sections if section.kind is SectionKind.EXPERIENCE)
    assert document.contact.email is not None
    assert document.chunks
    if name == "a.pdf":
        assert (document.report.columns, document.report.warnings[0].code) == ([2], "hidden_text")
        assert [entry.current for entry in experience.entries] == [True, False]


def test_a_rehearsal_raises_nothing():
    assert rehearse() is None


@pytest.mark.parametrize(("data", "name"), SAMPLES, ids=["two pages", "sidebar", "docx", "text", "nearly empty"])
def test_what_was_rehearsed_is_in_no_answer(data, name):
    """Given a child that has rehearsed and one that has not, both say the same of a document, to the byte."""
    cold = answered("import contextlib; child._preload = lambda: None", data, name)
    warm = answered("pass", data, name)
    assert msgspec.msgpack.encode(warm) == msgspec.msgpack.encode(cold)
    assert b"pecimen" not in msgspec.msgpack.encode(warm)
