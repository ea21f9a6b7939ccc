"""After the letter: an edit is proven by the server, kept as a version, restored, exported, prepared for."""

import io
import uuid

import msgspec
import pytest
from docx import Document
from pypdf import PdfReader

from resumate import limits
from resumate.actions.check_sentences import check_sentences
from resumate.actions.create_letter import create_letter
from resumate.actions.delete_resume import delete_resume
from resumate.actions.export_letter import export_letter
from resumate.actions.get_interview_sheet import get_interview_sheet
from resumate.actions.get_letter import get_letter
from resumate.actions.get_version import get_version
from resumate.actions.list_letters import list_letters
from resumate.actions.list_versions import list_versions
from resumate.actions.restore_version import restore_version
from resumate.actions.save_letter import save_letter
from resumate.errors import Code, RequestError
from resumate.exports.model import ExportFormat
from resumate.gateway.messages import (
    CheckSentences,
    CreateLetter,
    DeleteResume,
    EditedSentence,
    ExportLetter,
    GetInterviewSheet,
    GetLetter,
    GetVersion,
    LetterCompleted,
    LetterOptions,
    LetterQueued,
    ListLetters,
    ListVersions,
    RestoreVersion,
    SaveLetter,
)
from resumate.letters.model import SentenceState

from .conftest import JOB, Office, ScriptedModel
from .test_letters import ask, draft_from, letter_id_of, write

TRUE = "I automated the monthly closing at Contoso Bank, which saved 12 hours each month."
LIE = "I hold a PhD in Astrophysics from MIT."


@pytest.fixture
def letter_id(office: Office) -> str:
    """A finished letter."""
    office.add_resume()
    ask(office)
    write(office, ScriptedModel(draft_from(office)))
    return letter_id_of(office)


def edited(*paragraphs: str) -> list[EditedSentence]:
    return [EditedSentence(text, number) for number, text in enumerate(paragraphs)]


WHOLE = edited("Dear Hiring Team,", f"{TRUE} {LIE}", "Thank you for your time.", "Kind regards,\nAda Example")


def check(office: Office, letter_id: str, sentences: list[EditedSentence]):
    return check_sentences(CheckSentences("r", letter_id, sentences), office.caller, office.editing_desk).sentences


def save(office: Office, letter_id: str, base: int = 1, sentences: list[EditedSentence] = WHOLE):
    return save_letter(SaveLetter("r", letter_id, base, sentences), office.caller, office.editing_desk)


def read(office: Office, letter_id: str):
    return get_letter(GetLetter("r", letter_id), office.caller, office.letters)


def export(office: Office, letter_id: str, kind: ExportFormat = ExportFormat.PDF, version: int | None = None):
    return export_letter(ExportLetter("r", letter_id, kind, version), office.caller, office.export_desk)


def code_of(act) -> Code:
    with pytest.raises(RequestError) as refused:
        act()
    assert refused.value.message
    return refused.value.code


# ---------------------------------------------------------------- checking


def test_a_line_the_letter_never_cited_proves_an_edited_sentence(office: Office, letter_id: str) -> None:
    assert "Contoso" not in read(office, letter_id).text
    (sentence,) = check(office, letter_id, edited(TRUE))
    assert (sentence.state, sentence.text) == (SentenceState.SUPPORTED, TRUE)
    assert any("12 hours each month" in line.quote for line in sentence.evidence)
    assert all(line.page == 1 and line.line > 0 and line.sha256 for line in sentence.evidence)


def test_a_sentence_nothing_proves_is_kept_on_the_users_word_and_says_why(office: Office, letter_id: str) -> None:
    (sentence,) = check(office, letter_id, edited(LIE))
    assert (sentence.state, sentence.text, sentence.evidence) == (SentenceState.ASSERTED, LIE, [])
    assert sentence.reason


def test_text_with_several_sentences_comes_back_as_several_in_order(office: Office, letter_id: str) -> None:
    judged = check(office, letter_id, WHOLE)
    assert [(item.text, item.state, item.paragraph) for item in judged] == [
        ("Dear Hiring Team,", SentenceState.PLAIN, 0),
        (TRUE, SentenceState.SUPPORTED, 1),
        (LIE, SentenceState.ASSERTED, 1),
        ("Thank you for your time.", SentenceState.PLAIN, 2),
        ("Kind regards,\nAda Example", SentenceState.PLAIN, 3),
    ]


def test_a_letter_sent_back_as_it_was_written_is_judged_as_it_was(office: Office, letter_id: str) -> None:
    written = read(office, letter_id)
    sent = [EditedSentence(item.text, item.paragraph) for item in written.sentences if item.state != "removed"]
    judged = check(office, letter_id, sent)
    assert [item.text for item in judged] == [item.text for item in sent]
    assert SentenceState.ASSERTED not in {item.state for item in judged}


def test_a_fact_the_user_typed_proves_an_edited_sentence(office: Office) -> None:
    office.add_resume()
    options = LetterOptions(answers=["I hold a forklift licence."])
    create_letter(CreateLetter("r1", JOB, options=options), office.caller, office.letter_desk)
    write(office, ScriptedModel(draft_from(office)))
    (sentence,) = check(office, letter_id_of(office), edited("I hold a forklift licence."))
    assert sentence.state is SentenceState.SUPPORTED
    assert [line.origin for line in sentence.evidence] == ["user"]


def test_checking_stores_nothing(office: Office, letter_id: str) -> None:
    before = read(office, letter_id)
    check(office, letter_id, WHOLE)
    assert read(office, letter_id) == before
    assert len(office.versions.list(office.user_id, letter_id)) == 1


def test_marks_that_stand_for_contact_details_cannot_be_typed(office: Office, letter_id: str) -> None:
    (sentence,) = check(office, letter_id, edited("My number is \u27e6phone\u27e7."))
    assert "\u27e6" not in sentence.text


@pytest.mark.parametrize(
    ("sentences", "code"),
    [
        ([EditedSentence("x" * 2000, 0)] * 7, Code.LETTER_TOO_LONG),
        ([EditedSentence("I bake. " * 200, 0)], Code.LETTER_TOO_LONG),
        ([EditedSentence("  \n ", 0)], Code.INVALID_FIELD),
        ([EditedSentence("\u200b\u2060", 0)], Code.INVALID_FIELD),
    ],
    ids=["characters", "sentences", "blank", "invisible"],
)
def test_a_letter_beyond_its_limits_or_without_text_is_refused(office: Office, letter_id: str, sentences, code) -> None:
    assert code_of(lambda: check(office, letter_id, sentences)) == code
    assert code_of(lambda: save(office, letter_id, 1, sentences)) == code


def test_without_the_resume_the_proof_is_gone_and_reading_still_works(office: Office, letter_id: str) -> None:
    saved = save(office, letter_id)
    forget_resume(office)
    assert code_of(lambda: check(office, letter_id, WHOLE)) == Code.PROOF_GONE
    assert code_of(lambda: save(office, letter_id, 2)) == Code.PROOF_GONE
    assert read(office, letter_id).text == saved.text
    restored = restore_version(RestoreVersion("r", letter_id, 1, 2), office.caller, office.letters, office.versions)
    assert restored.version == 3


def forget_resume(office: Office) -> None:
    (resume,) = office.resumes.list(office.user_id)[0]
    delete_resume(DeleteResume("r", resume.resume_id), office.caller, office.resumes, office.files)


# ---------------------------------------------------------------- versions


def test_what_is_saved_is_what_was_checked(office: Office, letter_id: str) -> None:
    saved = save(office, letter_id)
    assert saved.sentences == check(office, letter_id, WHOLE)
    assert (saved.version, saved.status) == (2, "completed")
    assert saved.text == f"Dear Hiring Team,\n\n{TRUE} {LIE}\n\nThank you for your time.\n\nKind regards,\nAda Example"
    assert read(office, letter_id) == saved
    assert saved.job_description == JOB


def test_the_first_version_is_the_letter_as_it_was_completed(office: Office, letter_id: str) -> None:
    completed = office.sockets.of(LetterCompleted)[0]
    save(office, letter_id)
    first = get_version(GetVersion("r", letter_id, 1), office.caller, office.versions)
    assert (first.origin, first.text, first.sentences) == ("written", completed.text, completed.sentences)
    assert completed.version == 1


def test_versions_are_listed_with_their_words_and_restored_as_a_new_one(office: Office, letter_id: str) -> None:
    before = read(office, letter_id)
    save(office, letter_id)
    restored = restore_version(RestoreVersion("r", letter_id, 1, 2), office.caller, office.letters, office.versions)
    assert (restored.version, restored.text, restored.sentences) == (3, before.text, before.sentences)
    listed = list_versions(ListVersions("r", letter_id), office.caller, office.versions)
    assert [(item.version, item.origin) for item in listed.items] == [(3, "restored"), (2, "edited"), (1, "written")]
    assert listed.items[0].words == listed.items[2].words > 10


def test_an_edit_of_an_old_version_is_a_conflict_and_stores_nothing(office: Office, letter_id: str) -> None:
    saved = save(office, letter_id)
    assert code_of(lambda: save(office, letter_id, 1, edited("Another text."))) == Code.VERSION_CONFLICT
    stale = RestoreVersion("r", letter_id, 1, 1)
    act = lambda: restore_version(stale, office.caller, office.letters, office.versions)  # noqa: E731 - asked twice below
    assert code_of(act) == Code.VERSION_CONFLICT
    assert read(office, letter_id) == saved


def test_history_finds_an_edited_letter_by_its_new_words(office: Office, letter_id: str) -> None:
    save(office, letter_id)
    found = list_letters(ListLetters("r", search="ASTROPHYSICS"), office.caller, office.letters)
    assert [item.letter_id for item in found.items] == [letter_id]
    assert not list_letters(ListLetters("r", search="astronomy"), office.caller, office.letters).items


def test_a_letter_made_anew_is_a_new_one_and_the_old_one_stays(office: Office, letter_id: str) -> None:
    before = read(office, letter_id)
    again = CreateLetter("r2", JOB, regenerated_from=letter_id)
    create_letter(again, office.caller, office.letter_desk)
    new_id = office.sockets.of(LetterQueued)[-1].letter_id
    assert read(office, new_id).regenerated_from == letter_id
    assert read(office, letter_id) == msgspec.structs.replace(before, regenerated_as=[new_id])
    unknown = CreateLetter("r3", JOB, regenerated_from=str(uuid.uuid4()))
    assert code_of(lambda: create_letter(unknown, office.caller, office.letter_desk)) == Code.NOT_FOUND


# ---------------------------------------------------------------- files


def test_a_letter_is_exported_with_the_contact_details_of_its_resume(office: Office, letter_id: str) -> None:
    created = export(office, letter_id)
    content = office.files.content[f"exports/{office.user_id}/{letter_id}/1.pdf"]
    text = PdfReader(io.BytesIO(content)).pages[0].extract_text()
    assert created.bytes == len(content)
    assert created.file_name == "Cover letter - Fabrikam - Ada Example.pdf"
    assert created.note is None
    for words in ("Ada Example", "ada@example.com", "21 November 2026", "Fabrikam", "Data Engineer", "Kind regards,"):
        assert words in text
    assert "attachment" in created.url


def test_each_version_can_be_had_as_a_file(office: Office, letter_id: str) -> None:
    save(office, letter_id)
    newest, first = (export(office, letter_id, ExportFormat.DOCX, version) for version in (None, 1))
    assert "/2.docx?" in newest.url
    assert "/1.docx?" in first.url
    texts = [
        "\n".join(paragraph.text for paragraph in Document(io.BytesIO(office.files.content[key])).paragraphs)
        for key in (f"exports/{office.user_id}/{letter_id}/{version}.docx" for version in (2, 1))
    ]
    assert [LIE in text for text in texts] == [True, False]
    assert code_of(lambda: export(office, letter_id, ExportFormat.DOCX, 3)) == Code.NOT_FOUND


def test_without_the_resume_a_letter_is_exported_and_says_what_is_missing(office: Office, letter_id: str) -> None:
    forget_resume(office)
    created = export(office, letter_id)
    assert "contact details" in created.note
    assert created.file_name.endswith("Ada Example.pdf")  # who signs is in the letter itself


def test_what_the_typeface_lacks_is_named_and_the_other_format_has_it(office: Office, letter_id: str) -> None:
    save(office, letter_id, 1, edited("Dear 田中 team,", "Thank you for your time."))
    assert code_of(lambda: export(office, letter_id)) == Code.EXPORT_CHARACTERS
    assert export(office, letter_id, ExportFormat.DOCX).bytes > 5000


# ---------------------------------------------------------------- the interview


def test_every_claim_of_the_newest_version_is_prepared_with_its_lines(office: Office, letter_id: str) -> None:
    save(office, letter_id)
    sheet = get_interview_sheet(GetInterviewSheet("r", letter_id), office.caller, office.letters)
    assert [item.sentence for item in sheet.items] == [TRUE]
    (item,) = sheet.items
    assert item.evidence
    assert any("12 hours" in question for question in item.questions)
    assert item.advice


# ---------------------------------------------------------------- whose it is, and whether it is finished


def attempts(office: Office, letter_id: str) -> dict[str, object]:
    return {
        "check": lambda: check(office, letter_id, WHOLE),
        "save": lambda: save(office, letter_id),
        "restore": lambda: restore_version(
            RestoreVersion("r", letter_id, 1, 1), office.caller, office.letters, office.versions
        ),
        "get version": lambda: get_version(GetVersion("r", letter_id, 1), office.caller, office.versions),
        "list versions": lambda: list_versions(ListVersions("r", letter_id), office.caller, office.versions),
        "export": lambda: export(office, letter_id),
        "interview": lambda: get_interview_sheet(GetInterviewSheet("r", letter_id), office.caller, office.letters),
    }


def test_the_letter_of_another_is_as_good_as_none(office: Office, letter_id: str, other_user_id: str) -> None:
    stranger = Office(office.database, other_user_id)
    stranger.add_resume()
    for named in (letter_id, str(uuid.uuid4())):
        for attempt in attempts(stranger, named).values():
            assert code_of(attempt) == Code.NOT_FOUND
    assert stranger.files.content.keys().isdisjoint(office.files.content)
    assert read(office, letter_id).version == 1


def test_a_letter_that_is_not_finished_can_be_neither_edited_nor_exported(office: Office) -> None:
    office.add_resume()
    ask(office)
    tried = attempts(office, letter_id_of(office))
    for name in ("check", "save", "export", "interview"):
        assert code_of(tried[name]) == Code.LETTER_NOT_FINISHED
    for name in ("restore", "get version"):
        assert code_of(tried[name]) == Code.NOT_FOUND
    assert tried["list versions"]().items == []


def test_there_is_a_most_of_versions(office: Office, letter_id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LETTER_VERSIONS", 2)
    save(office, letter_id)
    assert code_of(lambda: save(office, letter_id, 2)) == Code.QUOTA_VERSIONS
