"""After the letter: edited, checked, kept in versions, made anew, found again, had as a file, prepared for; through the real stack."""

import io
from collections.abc import Callable
from dataclasses import dataclass

import httpx
import pytest
from docx import Document
from pypdf import PdfReader

from devstack.client import SocketClient, get_export, new_request_id
from devstack.environments import aws_client
from devstack.state import RunningStack
from resumate.exports.model import ExportFormat
from resumate.gateway.messages import (
    CheckSentences,
    DeleteLetter,
    DeleteResume,
    EditedSentence,
    ErrorEvent,
    ExportCreated,
    ExportLetter,
    GetInterviewSheet,
    GetVersion,
    InterviewSheet,
    LetterEvent,
    Letters,
    ListLetters,
    ListVersions,
    Receipt,
    RestoreVersion,
    SaveLetter,
    SentencesChecked,
    VersionEvent,
    Versions,
)
from resumate.letters.model import SentenceState
from tests.documents.people import ENGINEER
from tests.e2e import journey
from tests.e2e.conftest import Person

JOB = f"{journey.JOB_CANARY} is looking for a senior data engineer.\n\n{journey.JOB}"
LIE = "I hold a PhD in Astrophysics from the University of Zanzibar."
OTHER_LIE = "I was awarded the Fields Medal in 1998."


@dataclass
class Desk:
    """Somebody with a finished letter, and what they may do with it."""

    client: SocketClient
    resume_id: str
    letter_id: str

    def read(self) -> LetterEvent:
        return journey.get_letter(self.client, self.letter_id)

    def save(self, base: int, sentences: list[EditedSentence]) -> object:
        return self.client.ask(SaveLetter(new_request_id(), self.letter_id, base, sentences))

    def export(self, kind: ExportFormat, version: int | None = None) -> ExportCreated:
        return self.client.ask_for(ExportLetter(new_request_id(), self.letter_id, kind, version), ExportCreated)


@pytest.fixture
def desk(make_person: Callable[[], Person]) -> Desk:
    client = make_person().connect()
    resume_id = journey.ready_resume(client)
    return Desk(client, resume_id, journey.write(client, JOB).completed.letter_id)


def edited_from(letter: LetterEvent, added: str) -> list[EditedSentence]:
    """The letter as it is, with a sentence more in its second paragraph."""
    kept = [EditedSentence(item.text, item.paragraph) for item in letter.sentences if item.state != "removed"]
    place = next(index for index, item in enumerate(kept) if item.paragraph == 1)
    return [*kept[:place], EditedSentence(added, 1), *kept[place:]]


def test_an_edit_is_checked_saved_compared_and_taken_back(desk: Desk):
    written = desk.read()
    assert (written.version, written.job_description) == (1, JOB)
    sentences = edited_from(written, LIE)
    checked = desk.client.ask_for(CheckSentences(new_request_id(), desk.letter_id, sentences), SentencesChecked)
    states = {item.text: item.state for item in checked.sentences}
    assert states[LIE] is SentenceState.ASSERTED
    supported = [item.text for item in written.sentences if item.state is SentenceState.SUPPORTED]
    assert {text: states[text] for text in supported} == dict.fromkeys(supported, SentenceState.SUPPORTED)
    saved = desk.save(1, sentences)
    assert isinstance(saved, LetterEvent)
    assert (saved.version, saved.sentences) == (2, checked.sentences)
    assert LIE in saved.text
    repeated = desk.save(1, sentences)  # as a page does whose answer was lost
    assert isinstance(repeated, LetterEvent)
    assert repeated.version == 2
    conflict = desk.save(1, edited_from(written, OTHER_LIE))
    assert isinstance(conflict, ErrorEvent)
    assert conflict.code == "version_conflict"
    first = desk.client.ask_for(GetVersion(new_request_id(), desk.letter_id, 1), VersionEvent)
    assert (first.text, first.origin) == (written.text, "written")
    restored = desk.client.ask_for(RestoreVersion(new_request_id(), desk.letter_id, 1, 2), LetterEvent)
    assert (restored.version, restored.text) == (3, written.text)
    listed = desk.client.ask_for(ListVersions(new_request_id(), desk.letter_id), Versions)
    assert [item.origin for item in listed.items] == ["restored", "edited", "written"]


def test_a_letter_made_anew_leaves_the_old_one_and_history_finds_both(desk: Desk):
    again = journey.write(desk.client, JOB, regenerated_from=desk.letter_id).completed.letter_id
    assert journey.get_letter(desk.client, again).regenerated_from == desk.letter_id
    assert desk.read().status == "completed"
    search = ListLetters(request_id=new_request_id(), search="tallowmere GRAIN")
    found = desk.client.ask_for(search, Letters)
    assert {item.letter_id for item in found.items} == {again, desk.letter_id}
    assert not desk.client.ask_for(ListLetters(request_id=new_request_id(), search="100%"), Letters).items


def test_a_letter_is_had_as_a_file_by_the_address_alone(desk: Desk):
    created = desk.export(ExportFormat.PDF)
    answer = httpx.get(created.url, trust_env=False)
    assert answer.status_code == 200
    assert len(answer.content) == created.bytes
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert created.file_name == f"Cover letter - {journey.JOB_CANARY} - {ENGINEER.name}.pdf"
    pages = PdfReader(io.BytesIO(answer.content)).pages
    text = " ".join(pages[0].extract_text().split())
    assert len(pages) == 1
    for words in (ENGINEER.name, ENGINEER.email, journey.JOB_CANARY, "Senior Data Engineer"):
        assert words in text
    body = " ".join(desk.read().text.split())
    assert body[:60] in text
    assert text.endswith(ENGINEER.name)


def test_an_older_version_and_a_document_can_be_had_too(desk: Desk):
    assert isinstance(desk.save(1, edited_from(desk.read(), LIE)), LetterEvent)
    texts = [
        "\n".join(paragraph.text for paragraph in Document(io.BytesIO(get_export(created))).paragraphs)
        for created in (desk.export(ExportFormat.DOCX), desk.export(ExportFormat.DOCX, 1))
    ]
    assert [LIE in text for text in texts] == [True, False]


def test_erasing_a_letter_or_its_resume_takes_the_files_at_once(desk: Desk, stack: RunningStack):
    pdf, docx = desk.export(ExportFormat.PDF), desk.export(ExportFormat.DOCX)
    receipt = desk.client.ask_for(DeleteResume(request_id=new_request_id(), resume_id=desk.resume_id), Receipt)
    assert (receipt.removed["exports"], receipt.remaining["exports"]) == (2, 0)
    assert [httpx.get(created.url, trust_env=False).status_code for created in (pdf, docx)] == [404, 404]
    again = desk.export(ExportFormat.PDF)
    assert "contact details" in (again.note or "")
    refused = desk.save(1, [EditedSentence("Another text.", 0)])
    assert isinstance(refused, ErrorEvent)
    assert refused.code == "proof_gone"
    receipt = desk.client.ask_for(DeleteLetter(request_id=new_request_id(), letter_id=desk.letter_id), Receipt)
    assert (receipt.removed["letters"], receipt.removed["letter_versions"], receipt.removed["exports"]) == (1, 1, 1)
    assert httpx.get(again.url, trust_env=False).status_code == 404
    found = aws_client("s3", stack.addresses["aws"]).list_object_versions(
        Bucket=stack.outputs["ResumeBucket"], Prefix="exports/"
    )
    assert not [item for item in found.get("Versions", []) if desk.letter_id in item["Key"]]


def test_every_proven_claim_is_prepared_for_the_interview_and_every_gap(desk: Desk):
    letter = desk.read()
    sheet = desk.client.ask_for(GetInterviewSheet(new_request_id(), desk.letter_id), InterviewSheet)
    supported = [item.text for item in letter.sentences if item.state is SentenceState.SUPPORTED]
    assert [item.sentence for item in sheet.items] == supported
    assert all(item.evidence and item.questions and item.advice for item in sheet.items)
    assert [gap.requirement for gap in sheet.gaps] == [
        item.text for item in letter.requirements if item.status == "gap"
    ]
