"""A letter whose model is scaled to zero goes back to the queue, and its owner hears how long that takes."""

import msgspec
import pytest

from resumate import limits
from resumate.actions.create_letter import create_letter
from resumate.actions.write_queued_letter import write_queued_letter
from resumate.errors import ModelAsleepError
from resumate.gateway.messages import CreateLetter, LetterCompleted, LetterFailed, LetterProgress

from .conftest import JOB, Office, ScriptedModel
from .test_letters import draft_from

WAIT = 300


def queued(office: Office) -> str:
    office.add_resume()
    create_letter(CreateLetter(request_id="r1", job_description=JOB), office.caller, office.letter_desk)
    return msgspec.json.encode(office.queue.jobs[0]).decode()


def test_a_sleeping_model_is_said_to_wake_and_the_letter_comes_again(office: Office) -> None:
    body = queued(office)
    with pytest.raises(ModelAsleepError):
        write_queued_letter(body, 1, office.writing_desk(ScriptedModel(ModelAsleepError(WAIT))))
    stages = [(progress.stage, progress.wait_seconds) for progress in office.sockets.of(LetterProgress)]
    assert stages[-1] == ("waking", WAIT)
    write_queued_letter(body, 2, office.writing_desk(ScriptedModel(draft_from(office))))
    assert len(office.sockets.of(LetterCompleted)) == 1


def test_a_model_that_never_wakes_ends_the_letter_with_a_code(office: Office) -> None:
    body = queued(office)
    with pytest.raises(ModelAsleepError):
        write_queued_letter(body, limits.QUEUE_RECEIVES, office.writing_desk(ScriptedModel(ModelAsleepError(WAIT))))
    assert not [progress for progress in office.sockets.of(LetterProgress) if progress.stage == "waking"]
    assert len(office.sockets.of(LetterFailed)) == 1
