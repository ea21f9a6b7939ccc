"""What may be done with a finished letter, each action with stores that fit on a page."""

import msgspec
import pytest

from resumate.actions.check_sentences import check_sentences
from resumate.actions.edited_letter import EditingDesk
from resumate.actions.export_letter import NOTE_DETAILS_GONE, ExportDesk, export_letter
from resumate.actions.get_interview_sheet import get_interview_sheet
from resumate.actions.get_version import get_version
from resumate.actions.list_versions import list_versions
from resumate.actions.restore_version import restore_version
from resumate.actions.save_letter import save_letter
from resumate.documents.model import Contact
from resumate.errors import Code, RequestError
from resumate.exports.model import ExportFormat
from resumate.gateway.messages import (
    CheckSentences,
    EditedSentence,
    ExportLetter,
    GetInterviewSheet,
    GetVersion,
    ListVersions,
    RestoreVersion,
    SaveLetter,
)
from resumate.letters.model import SentenceState
from resumate.storage.model import LetterStatus

from .fakes import LETTER, LINE, RESUME, Bucket, Printer, Shelf, caller, passages, today

TRUE, LIE = "I trained nine new colleagues in SQL.", "I trained ninety new colleagues in SQL."
SENT = [EditedSentence(f"{TRUE} {LIE}", 0)]


class Desk:
    """All that is done with one shelf, by one person."""

    def __init__(self, shelf: Shelf, user_id: str = "ada") -> None:
        self.shelf, self.who = shelf, caller(user_id)
        self.bucket, self.printer = Bucket(), Printer()
        self.editing = EditingDesk(shelf.letters, shelf.versions, shelf.resumes, passages, today)
        self.exporting = ExportDesk(shelf.letters, shelf.versions, shelf.resumes, self.bucket, self.printer, today)

    def check(self):
        return check_sentences(CheckSentences("r", LETTER, SENT), self.who, self.editing)

    def save(self, base: int = 1):
        return save_letter(SaveLetter("r", LETTER, base, SENT), self.who, self.editing)

    def list(self):
        return list_versions(ListVersions("r", LETTER), self.who, self.shelf.versions)

    def get(self, version: int = 1):
        return get_version(GetVersion("r", LETTER, version), self.who, self.shelf.versions)

    def restore(self, version: int = 1, base: int = 1):
        message = RestoreVersion("r", LETTER, version, base)
        return restore_version(message, self.who, self.shelf.letters, self.shelf.versions)

    def export(self, kind: ExportFormat = ExportFormat.PDF, version: int | None = None):
        return export_letter(ExportLetter("r", LETTER, kind, version), self.who, self.exporting)

    def interview(self):
        return get_interview_sheet(GetInterviewSheet("r", LETTER), self.who, self.shelf.letters)

    @property
    def all(self):
        return {
            name: getattr(self, name) for name in ("check", "save", "list", "get", "restore", "export", "interview")
        }


@pytest.fixture
def desk():
    return Desk(Shelf())


def code_of(act, *arguments) -> Code:
    with pytest.raises(RequestError) as refused:
        act(*arguments)
    return refused.value.code


def test_each_sentence_gets_its_verdict_and_its_lines(desk):
    true, lie = desk.check().sentences
    assert (true.text, true.state) == (TRUE, SentenceState.SUPPORTED)
    assert [(line.resume_id, line.line, line.quote) for line in true.evidence] == [(RESUME, 2, LINE)]
    assert (lie.text, lie.state, lie.evidence) == (LIE, SentenceState.ASSERTED, [])
    assert "ninety" in lie.reason
    assert len(desk.shelf.kept) == 1


def test_an_edit_becomes_the_newest_version(desk):
    saved = desk.save()
    assert (saved.version, saved.text, saved.sentences) == (2, f"{TRUE} {LIE}", desk.check().sentences)
    assert [(item.version, item.origin, item.words) for item in desk.list().items] == [
        (2, "edited", 14),
        (1, "written", 14),
    ]
    assert desk.get(1).text.startswith("Dear Hiring Team,")
    assert code_of(desk.save, 1) is Code.VERSION_CONFLICT
    assert desk.restore(1, 2).version == 3


UNSEEN = "I have nine years of patience."
EARLIER = {
    "text": UNSEEN,
    "state": "supported",
    "paragraph": 1,
    "evidence": [{"resume_id": RESUME, "sha256": "ab" * 32, "page": 1, "line": 2, "quote": LINE}],
}


def judged(stored, *texts):
    desk = Desk(Shelf(sentences=stored))
    message = CheckSentences("r", LETTER, [EditedSentence(text, 0) for text in texts])
    return {item.text: item for item in check_sentences(message, desk.who, desk.editing).sentences}


def test_a_sentence_left_as_it_stood_keeps_the_verdict_it_had():
    before = {"text": TRUE, "state": "supported", "paragraph": 1}
    kept = judged([before, EARLIER], TRUE, UNSEEN)[UNSEEN]
    assert (kept.state, kept.paragraph, [line.line for line in kept.evidence]) == (SentenceState.SUPPORTED, 0, [2])


@pytest.mark.parametrize(
    ("stored", "texts"),
    [
        ([EARLIER], [LIE, UNSEEN]),
        ([{**EARLIER, "state": "asserted", "evidence": []}], [UNSEEN]),
        ([{**EARLIER, "state": "removed", "evidence": []}], [UNSEEN]),
        ([{**EARLIER, "evidence": [{**EARLIER["evidence"][0], "sha256": "cd" * 32}]}], [UNSEEN]),
        ([EARLIER], [UNSEEN.replace("nine", "ninety")]),
    ],
    ids=["behind another sentence", "asserted before", "removed before", "of another file", "other words"],
)
def test_nothing_else_is_taken_over_from_an_earlier_verdict(stored, texts):
    assert judged(stored, *texts)[texts[-1]].state is SentenceState.ASSERTED


def test_a_version_that_there_is_not_is_not_found(desk):
    assert code_of(desk.get, 2) is Code.NOT_FOUND
    assert code_of(desk.restore, 2, 1) is Code.NOT_FOUND
    assert code_of(desk.export, ExportFormat.PDF, 2) is Code.NOT_FOUND


def test_the_letter_of_another_is_as_good_as_none(desk):
    for act in Desk(desk.shelf, "bo").all.values():
        assert code_of(act) is Code.NOT_FOUND


@pytest.mark.parametrize("status", [status for status in LetterStatus if status is not LetterStatus.COMPLETED])
def test_a_letter_that_is_not_finished_can_be_neither_edited_nor_exported(status):
    desk = Desk(Shelf(status=status, version=0, text="", sentences=[]))
    for name in ("check", "save", "export", "interview"):
        assert code_of(desk.all[name]) is Code.LETTER_NOT_FINISHED
    assert desk.bucket.content == {}


@pytest.mark.parametrize("gone", ["row", "link"])
def test_without_the_resume_an_edit_cannot_be_checked_and_a_file_says_what_is_missing(desk, gone):
    if gone == "row":
        desk.shelf.resume = None
    else:
        desk.shelf.letter = msgspec.structs.replace(desk.shelf.letter, resume_id=None)
    assert code_of(desk.check) is Code.PROOF_GONE
    assert code_of(desk.save) is Code.PROOF_GONE
    created = desk.export()
    assert created.note == NOTE_DETAILS_GONE
    (page,) = desk.printer.pages
    assert (page.sender, page.details) == ("Ada Example", [])


def test_a_file_is_stored_under_the_letters_own_key_and_handed_out_under_its_name(desk):
    created = desk.export(ExportFormat.DOCX)
    key = f"exports/ada/{LETTER}/1.docx"
    assert desk.bucket.content == {key: b"docx: Cover letter - Example Toys - Ada Example"}
    assert created.url.startswith(f"https://files.example/{key}#attachment;")
    assert created.file_name == "Cover letter - Example Toys - Ada Example.docx"
    assert (created.bytes, created.note) == (len(desk.bucket.content[key]), None)
    (page,) = desk.printer.pages
    assert (page.date, page.details) == ("21 November 2026", ["ada@letters.example"])


def test_a_blank_of_a_template_is_nobodys_name(desk):
    blank = Contact(name="Your Name", email="ada@letters.example")
    desk.shelf.resume = msgspec.structs.replace(desk.shelf.resume, contact=blank)
    desk.export()
    assert desk.printer.pages[0].sender == "Ada Example"  # who signs


def test_the_interview_is_about_what_is_proven_and_what_is_missing(desk):
    sheet = desk.interview()
    assert [item.sentence for item in sheet.items] == [TRUE]
    assert [gap.requirement for gap in sheet.gaps] == ["A forklift licence"]
