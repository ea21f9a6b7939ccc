"""What the outside gets of a resume, taken at the places where it leaves: the embedder, the prompt, the log."""

import io
import json
import re
import struct
from datetime import UTC, date, datetime

import pytest
from aws_lambda_powertools import Logger

from resumate import observability
from resumate.actions.read_resume import read_resume
from resumate.documents.masking import restore
from resumate.documents.model import ParsedDocument
from resumate.documents.read import read_document
from resumate.errors import Code, DocumentError
from resumate.gateway.uploads import Uploaded
from resumate.letters.build_prompt import build_prompt
from resumate.letters.model import Options
from resumate.letters.number_evidence import number_evidence
from resumate.letters.render import render_text
from resumate.matching.model import JobPosting, Passage, Requirement
from resumate.storage.model import ResumeRow, ResumeStatus

RESUME = """JANE MARIE SMITHSON
jane.smithson@example.org | +44 20 7946 0958 | https://github.com/janesmithson | Leeds, England

SUMMARY

Jane is a nurse of twelve years' standing. Smithson's rota became the model of the county; ask J. Smithson or write to
jane.smithson@example.org.

EXPERIENCE

Smithson & Daughters Nursing    2019 - Present
Founder and Nurse
- Built Smithson & Daughters from two nurses to eleven, which JANE SMITHSON still leads
- Trained 14 nurses in wound care; references on https://github.com/janesmithson

Grace Hospital    2012 - 2019
Staff Nurse
- Cared for patients of the surgical ward, where Marie was the voice of the night shift
- Cut falls by 31 percent with hourly rounds

EDUCATION

BSc in Nursing, University of Leeds, 2009 - 2012
"""
SECRETS = ("jane", "smithson", "marie", "example.org", "7946", "github.com", "leeds, england")
KEY = "resumes/user-1/0b9f6f0e-3f0e-4f5d-8f0a-6a2f1c7d9e10"


class Shelf:
    """Keeps one resume's row and the document that is stored in it."""

    def __init__(self) -> None:
        self.document: ParsedDocument | None = None

    def begin_parsing(self, *_: object, **__: object) -> bool:
        return True

    def get(self, user_id: str, resume_id: str) -> ResumeRow:
        moment = datetime(2026, 11, 21, tzinfo=UTC)
        return ResumeRow(resume_id, "jane-smithson.txt", KEY, "text/plain", 1, ResumeStatus.PARSING, moment, moment)

    def save_parsed(self, user_id: str, resume_id: str, version: str, document: ParsedDocument, *_: object) -> bool:
        self.document = document
        return True

    def mark_failed(self, *_: object) -> bool:
        return True


class Objects:
    """A bucket with one file."""

    def read(self, key: str) -> bytes:
        return RESUME.encode()


class Listener:
    """An embedder that remembers what it was given."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def embed(self, texts: list[str]) -> list[bytes]:
        self.texts += texts
        return [struct.pack("<f", 0.0) for _ in texts]


class Silent:
    """Pushes to nobody."""

    def to_user(self, *_: object) -> None:
        return None


@pytest.fixture
def written(monkeypatch):
    """Everything the logger writes, as one text."""
    stream = io.StringIO()
    logger = Logger(service="test_masking_reach", stream=stream)
    monkeypatch.setattr(logger.handlers[0], "stream", stream)
    monkeypatch.setattr(observability, "_logger", lambda: logger)
    return stream.getvalue


def take_in(reader=read_document) -> tuple[Shelf, Listener]:
    """Bring the resume in as an upload would."""
    shelf, embedder = Shelf(), Listener()
    read_resume(Uploaded(KEY, "v1", "1", len(RESUME)), shelf, Objects(), embedder, "model", Silent(), reader)  # type: ignore[arg-type]  # fakes
    return shelf, embedder


def leaks(text: str) -> list[str]:
    """What of the person stands in a text; the company that bears her name is an employer and may."""
    rest = re.sub(r"Smithson (?:&|&amp;|\\u0026) Daughters", "", text).casefold()
    return [secret for secret in SECRETS if secret in rest]


def passages(document: ParsedDocument) -> list[Passage]:
    return [
        Passage(
            str(c.index), c.section, c.heading, c.first_line, c.last_line, c.text, c.context, c.context_lines,
            c.organisation, c.title, c.start, c.end, c.current,
        )
        for c in document.chunks
    ]  # fmt: skip


def prompt_of(document: ParsedDocument) -> str:
    """The prompt in which all that is known of the person is evidence."""
    evidence = number_evidence([], passages(document), document.lines, [])
    posting = JobPosting("Ward Sister", "Northfield Trust", "en", [Requirement(1, "wound care")])
    messages = build_prompt(posting, "We need wound care.", [], evidence, Options(), date(2026, 11, 21))
    return "\n".join(message.content for message in messages)


def test_the_embedder_gets_no_contact_detail_and_no_part_of_the_name():
    """Given a name, its parts in prose, addresses and links, the embedder sees none of them."""
    shelf, embedder = take_in()
    assert shelf.document is not None
    assert len(embedder.texts) == len(shelf.document.chunks) > 6
    assert [text for text in embedder.texts if leaks(text)] == []
    assert any("Cut falls by 31 percent" in text for text in embedder.texts)


def test_the_prompt_has_no_contact_detail_and_no_part_of_the_name():
    shelf, _ = take_in()
    assert shelf.document is not None
    prompt = prompt_of(shelf.document)
    assert "31 percent" in prompt
    assert leaks(prompt) == []


def test_the_log_has_no_contact_detail_whatever_happens(written, capsys):
    """Given a reading that works, one that is refused and one that breaks with the text in its message, the log names nobody."""

    def refused(data: bytes, file_name: str) -> ParsedDocument:
        raise DocumentError(Code.CORRUPT, f"{file_name}: {data[:200]!r}")

    def broken(data: bytes, file_name: str) -> ParsedDocument:
        raise ValueError(f"{file_name}: {data.decode()}")

    for reader in (read_document, refused, broken):
        take_in(reader)
    said = written() + capsys.readouterr().out
    assert "reading_failed" in said
    assert leaks(said) == []


def test_what_was_masked_is_there_again_when_the_letter_is_rendered():
    """Given sentences with the placeholders of the name and of its parts, the letter's owner reads them as the file has them."""
    shelf, _ = take_in()
    document = shelf.document
    assert document is not None
    letter = render_text("They called it ⟦name4⟧'s rota.\n\nKind regards\n⟦name⟧", document.contact)
    assert letter == "They called it Smithson's rota.\n\nKind regards\nJane Marie Smithson"
    parts_alone = ("Jane is", "Smithson's rota", "Marie was")
    for part in parts_alone:
        (line,) = [line for line in document.lines if part in line.text]
        assert part not in line.masked
        assert part in restore(line.masked, document.contact)


def test_lines_are_shown_to_their_owner_unmasked():
    shelf, _ = take_in()
    assert shelf.document is not None
    assert "Jane is a nurse" in json.dumps([line.text for line in shelf.document.lines])
