"""A resume that is deleted while its letter streams takes the letter with it."""

import msgspec

from resumate.actions.create_letter import create_letter
from resumate.actions.delete_resume import delete_resume
from resumate.actions.write_queued_letter import write_queued_letter
from resumate.gateway.messages import CreateLetter, DeleteResume, LetterCompleted, LetterDelta, LetterFailed

from .conftest import JOB, Office, ScriptedModel
from .test_letters import draft_from, letter_id_of


def test_a_resume_deleted_while_its_letter_streams_leaves_no_letter(office: Office) -> None:
    resume_id = office.add_resume()
    create_letter(CreateLetter(request_id="r1", job_description=JOB), office.caller, office.letter_desk)
    to_user = office.sockets.to_user

    def delete_at_the_first_words(user_id: str, event: object) -> int:
        if isinstance(event, LetterDelta) and office.resumes.get(user_id, resume_id) is not None:
            delete_resume(
                DeleteResume(request_id="r", resume_id=resume_id), office.caller, office.resumes, office.files
            )
        return to_user(user_id, event)

    office.sockets.to_user = delete_at_the_first_words
    body = msgspec.json.encode(office.queue.jobs[0]).decode()
    write_queued_letter(body, 1, office.writing_desk(ScriptedModel(draft_from(office))))
    assert not office.sockets.of(LetterCompleted)
    assert not office.sockets.of(LetterFailed)
    assert office.letters.get(office.user_id, letter_id_of(office)) is None
