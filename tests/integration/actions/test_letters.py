"""A letter from the request to the finished text, and what happens when something on the way goes wrong."""

import uuid

import msgspec
import pytest

from resumate.actions.cancel_letter import cancel_letter
from resumate.actions.create_letter import create_letter
from resumate.actions.delete_resume import delete_resume
from resumate.actions.get_letter import get_letter
from resumate.actions.write_queued_letter import LeasedElsewhereError, write_queued_letter
from resumate.errors import Code, ModelError, RequestError
from resumate.gateway.messages import (
    CancelLetter,
    CreateLetter,
    DeleteResume,
    GetLetter,
    LetterCancelled,
    LetterCompleted,
    LetterDelta,
    LetterFailed,
    LetterMatches,
    LetterNeedsInput,
    LetterQueued,
)
from resumate.letters.model import SentenceState

from .conftest import JOB, Office, ScriptedModel


def ask(office: Office, request_id: str = "r1", job: str = JOB, resume_id: str | None = None) -> CreateLetter:
    message = CreateLetter(request_id=request_id, job_description=job, resume_id=resume_id)
    create_letter(message, office.caller, office.letter_desk)
    return message


def draft_from(office: Office) -> str:
    """A true letter: every passage of the evidence in the first person, cited."""
    pieces = [
        item for item in office.queue.jobs[0].evidence if item.text.startswith(("Built", "Introduced", "Mentored"))
    ]
    claims = " ".join(f"I {item.text[0].lower()}{item.text[1:]} [{item.id}]." for item in pieces)
    return f"Dear Hiring Team,\n\n{claims}\n\nThank you for your time.\n\nKind regards,\n\u27e6name\u27e7"


def body_of(office: Office, number: int = 0) -> str:
    return msgspec.json.encode(office.queue.jobs[number]).decode()


def letter_id_of(office: Office) -> str:
    return office.sockets.of(LetterQueued)[0].letter_id


def write(office: Office, model: ScriptedModel, receives: int = 1) -> None:
    write_queued_letter(body_of(office), receives, office.writing_desk(model))


def test_a_letter_is_queued_with_its_matches_and_completed_with_its_lines(office: Office) -> None:
    office.add_resume()
    ask(office)
    assert len(office.sockets.of(LetterMatches)[0].requirements) == 4
    write(office, ScriptedModel(draft_from(office)))
    letter = office.sockets.of(LetterCompleted)[0]
    supported = [sentence for sentence in letter.sentences if sentence.state is SentenceState.SUPPORTED]
    assert len(supported) >= 3, [(s.text, s.state, s.reason) for s in letter.sentences]
    assert all(sentence.evidence for sentence in supported)
    assert any("40 million rows a day" in line.quote for sentence in supported for line in sentence.evidence)
    assert letter.text.endswith("Ada Example")
    assert letter.usage.cost == pytest.approx(0.0002 * letter.drafts)
    assert isinstance(office.sockets.events[-1], LetterCompleted)


def test_the_owner_never_sees_a_placeholder_while_the_letter_streams(office: Office) -> None:
    office.add_resume()
    ask(office)
    write(office, ScriptedModel(draft_from(office)))
    streamed = "".join(delta.text for delta in office.sockets.of(LetterDelta) if delta.draft == 1)
    assert "\u27e6" not in streamed
    assert streamed.rstrip().endswith("Ada Example")
    assert "[e" not in streamed


def test_deltas_count_up_without_a_gap(office: Office) -> None:
    office.add_resume()
    ask(office)
    write(office, ScriptedModel(draft_from(office)))
    assert [delta.seq for delta in office.sockets.of(LetterDelta)] == list(
        range(1, len(office.sockets.of(LetterDelta)) + 1)
    )


def test_the_stored_letter_is_the_streamed_one_byte_for_byte(office: Office) -> None:
    office.add_resume()
    ask(office)
    write(office, ScriptedModel(draft_from(office)))
    completed = office.sockets.of(LetterCompleted)[0]
    stored = get_letter(GetLetter(request_id="r", letter_id=letter_id_of(office)), office.caller, office.letters)
    assert (stored.status, stored.text, stored.sentences) == ("completed", completed.text, completed.sentences)
    assert stored.requirements == completed.requirements


def test_a_request_sent_twice_is_one_letter(office: Office) -> None:
    office.add_resume()
    ask(office)
    ask(office)
    first, second = office.sockets.of(LetterQueued)
    assert first.letter_id == second.letter_id
    assert len(office.queue.jobs) == 1


def test_a_message_delivered_twice_is_written_once(office: Office) -> None:
    office.add_resume()
    ask(office)
    model = ScriptedModel(draft_from(office))
    write(office, model)
    calls = model.calls
    write(office, model)
    assert model.calls == calls
    assert len(office.sockets.of(LetterCompleted)) == 1


def test_a_second_consumer_gives_the_message_back(office: Office) -> None:
    office.add_resume()
    ask(office)
    assert office.letters.acquire_lease(office.user_id, letter_id_of(office), 60)
    with pytest.raises(LeasedElsewhereError):
        write(office, ScriptedModel("never asked"))


def test_a_failure_that_may_pass_comes_again_and_then_succeeds(office: Office) -> None:
    office.add_resume()
    ask(office)
    unavailable = ModelError(Code.GENERATION_UNAVAILABLE, retryable=True)
    with pytest.raises(ModelError):
        write(office, ScriptedModel(unavailable))
    assert not office.sockets.of(LetterFailed)
    write(office, ScriptedModel(draft_from(office)), receives=2)
    assert len(office.sockets.of(LetterCompleted)) == 1


def test_the_fifth_failure_is_a_dead_letter_that_its_owner_hears_of_and_a_redrive_completes_it(office: Office) -> None:
    office.add_resume()
    ask(office)
    unavailable = ModelError(Code.GENERATION_UNAVAILABLE, retryable=True)
    with pytest.raises(ModelError):
        write(office, ScriptedModel(unavailable), receives=5)
    assert [event.code for event in office.sockets.of(LetterFailed)] == [Code.DEAD_LETTER]
    write(office, ScriptedModel(draft_from(office)))
    assert len(office.sockets.of(LetterCompleted)) == 1


def test_a_model_that_says_nothing_ends_in_a_code(office: Office) -> None:
    office.add_resume()
    ask(office)
    write(office, ScriptedModel(" "))
    assert [event.code for event in office.sockets.of(LetterFailed)] == [Code.GENERATION_EMPTY]
    assert not office.sockets.of(LetterCompleted)


def test_an_invented_claim_is_not_in_the_finished_letter(office: Office) -> None:
    office.add_resume()
    ask(office)
    lie = "I hold a PhD from MIT [e1]."
    draft = draft_from(office).replace("Thank you for your time.", f"{lie} Thank you for your time.")
    write(office, ScriptedModel(draft))
    letter = office.sockets.of(LetterCompleted)[0]
    assert "MIT" not in letter.text
    assert "40 million rows" in letter.text


def test_a_cancelled_letter_is_not_written(office: Office) -> None:
    office.add_resume()
    ask(office)
    cancel_letter(
        CancelLetter(request_id="r", letter_id=letter_id_of(office)), office.caller, office.letters, office.sockets
    )
    model = ScriptedModel(draft_from(office))
    write(office, model)
    assert model.calls == 0
    assert isinstance(office.sockets.events[-1], LetterCancelled)


def test_a_letter_cancelled_while_it_streams_is_not_stored(office: Office) -> None:
    office.add_resume()
    ask(office)
    to_user = office.sockets.to_user

    def cancel_at_the_first_words(user_id: str, event: object) -> int:
        if isinstance(event, LetterDelta):
            office.letters.cancel(user_id, event.letter_id)
        return to_user(user_id, event)

    office.sockets.to_user = cancel_at_the_first_words
    write(office, ScriptedModel(draft_from(office)))
    assert not office.sockets.of(LetterCompleted)
    stored = get_letter(GetLetter(request_id="r", letter_id=letter_id_of(office)), office.caller, office.letters)
    assert stored.status == "cancelled"


def test_cancelling_a_finished_letter_says_so(office: Office) -> None:
    office.add_resume()
    ask(office)
    write(office, ScriptedModel(draft_from(office)))
    with pytest.raises(RequestError) as refused:
        cancel_letter(
            CancelLetter(request_id="r", letter_id=letter_id_of(office)), office.caller, office.letters, office.sockets
        )
    assert refused.value.code is Code.LETTER_FINISHED


def test_a_resume_deleted_meanwhile_leaves_no_letter(office: Office) -> None:
    resume_id = office.add_resume()
    ask(office)
    delete_resume(DeleteResume(request_id="r", resume_id=resume_id), office.caller, office.resumes, office.files)
    model = ScriptedModel(draft_from(office))
    write(office, model)
    assert model.calls == 0
    assert office.letters.get(office.user_id, letter_id_of(office)) is None


def test_a_queue_that_refuses_fails_the_letter_at_once(office: Office) -> None:
    office.add_resume()
    office.queue.fails = True
    ask(office)
    assert [event.code for event in office.sockets.of(LetterFailed)] == [Code.QUEUE_UNAVAILABLE]
    stored = get_letter(GetLetter(request_id="r", letter_id=letter_id_of(office)), office.caller, office.letters)
    assert (stored.status, stored.code) == ("failed", Code.QUEUE_UNAVAILABLE)


def test_an_embedder_that_is_down_fails_the_letter_closed(office: Office) -> None:
    office.add_resume()
    office.embedder.fails = ModelError(Code.EMBEDDING_UNAVAILABLE, retryable=True)
    ask(office)
    assert [event.code for event in office.sockets.of(LetterFailed)] == [Code.RETRIEVAL_UNAVAILABLE]
    assert office.queue.jobs == []


def test_a_defect_of_ours_still_ends_the_letter_and_tells_its_owner(office: Office) -> None:
    office.add_resume()
    office.embedder.fails = ZeroDivisionError()
    ask(office)
    assert [event.code for event in office.sockets.of(LetterFailed)] == [Code.INTERNAL]


def test_without_a_resume_there_is_no_letter(office: Office) -> None:
    with pytest.raises(RequestError) as refused:
        ask(office)
    assert refused.value.code is Code.RESUME_MISSING


def test_somebody_elses_resume_is_not_found(office: Office, make_database: object) -> None:
    other = Office(office.database, str(uuid.uuid4()))
    theirs = other.add_resume()
    with pytest.raises(RequestError) as refused:
        ask(office, resume_id=theirs)
    assert refused.value.code is Code.NOT_FOUND


@pytest.mark.parametrize("job", ["", "   \n", "abc", "\U0001f600", "https://example.com/job https://example.com"])
def test_a_job_description_without_words_is_refused_before_anything_is_stored(office: Office, job: str) -> None:
    office.add_resume()
    with pytest.raises(RequestError) as refused:
        ask(office, job=job)
    assert refused.value.code is Code.JOB_DESCRIPTION_EMPTY
    assert office.sockets.events == []


def test_a_resume_that_shows_nothing_for_the_job_leads_to_questions(office: Office) -> None:
    office.add_resume(b"Bo Example\nbo@example.com\n\nInterests\n\nChess\n")
    ask(office)
    questions = office.sockets.of(LetterNeedsInput)[0].questions
    assert 1 <= len(questions) <= 3
    assert office.queue.jobs == []


@pytest.mark.parametrize("body", ["", "not json", "{}", '{"version": 99}'])
def test_a_message_that_is_no_job_is_refused_and_comes_to_the_dead_letters(office: Office, body: str) -> None:
    with pytest.raises(RequestError):
        write_queued_letter(body, 1, office.writing_desk(ScriptedModel("")))


def test_no_contact_detail_is_in_the_queue(office: Office) -> None:
    office.add_resume()
    ask(office)
    for secret in ("Ada", "ada@example.com"):
        assert secret not in body_of(office)
