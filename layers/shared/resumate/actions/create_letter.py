"""Start a letter: requirements of the job, evidence from the resume, the prompt, the queue.

The row is written first, so that a request sent twice is one letter; everything after it either ends with the
letter in the queue or with a row that says why not.
"""

from collections.abc import Callable
from datetime import date

from msgspec import Struct

from resumate.actions.show_letter import requirement_items
from resumate.documents.model import Contact
from resumate.errors import MESSAGES, Code, RequestError, ResumateError
from resumate.gateway.caller import Caller
from resumate.gateway.messages import (
    CreateLetter,
    Event,
    LetterFailed,
    LetterMatches,
    LetterNeedsInput,
    LetterProgress,
    LetterQueued,
)
from resumate.gateway.push import UserPush
from resumate.letters.model import Options
from resumate.letters.prepare_letter import LetterIds, LetterRequest, find_ground, letter_job
from resumate.matching.model import Embedder, ResumeSearch
from resumate.matching.read_job import read_job
from resumate.observability import count, log_error
from resumate.storage.letters import LetterStore
from resumate.storage.model import ResumeRow, ResumeStatus
from resumate.storage.queue import LetterQueue
from resumate.storage.resumes import ResumeStore


class LetterDesk(Struct, frozen=True):
    """What starting a letter works with."""

    resumes: ResumeStore
    letters: LetterStore
    search: Callable[[str, ResumeRow], ResumeSearch]
    embedder: Embedder
    queue: LetterQueue
    push: UserPush
    reply: Callable[[Event], object]
    today: Callable[[], date]


def create_letter(message: CreateLetter, caller: Caller, desk: LetterDesk) -> None:
    """Queue a letter, or answer why not; raises `RequestError` before anything is stored."""
    posting = read_job(message.job_description)
    resume = _resume_for(message, caller, desk.resumes)
    options = Options(
        tone=message.options.tone,
        length=message.options.length,
        language=message.options.language,
        answers=list(message.options.answers),
    )
    letter, created = desk.letters.create(
        caller.user_id,
        message.request_id,
        resume.resume_id,
        message.job_description,
        posting,
        options,
        regenerated_from=message.regenerated_from,
    )
    desk.reply(LetterQueued(request_id=message.request_id, letter_id=letter.letter_id))
    if not created:
        return
    count("letters_requested")
    try:
        _enqueue(
            letter.letter_id,
            resume,
            LetterRequest(posting, message.job_description, options, desk.today()),
            caller,
            desk,
        )
    except Exception as error:  # noqa: BLE001 - the row stands: whatever went wrong, it must end and its owner hear
        log_error("letter_not_queued", error, letter_id=letter.letter_id)
        code = _code_of(error)
        desk.letters.fail(caller.user_id, letter.letter_id, code)
        count("letters_failed", code=code.value)
        failed = LetterFailed(letter_id=letter.letter_id, code=code, message=MESSAGES[code])
        desk.push.to_user(caller.user_id, failed)


def _code_of(error: Exception) -> Code:
    """Return the code of a letter that could not be queued: what the user can mend keeps its own."""
    if not isinstance(error, ResumateError):
        return Code.INTERNAL
    if isinstance(error, RequestError) or error.code is Code.QUEUE_UNAVAILABLE:
        return error.code
    return Code.RETRIEVAL_UNAVAILABLE


def _resume_for(message: CreateLetter, caller: Caller, resumes: ResumeStore) -> ResumeRow:
    if message.resume_id is None:
        newest = resumes.newest_ready(caller.user_id)
        if newest is None:
            raise RequestError(Code.RESUME_MISSING)
        return newest
    resume = resumes.get(caller.user_id, message.resume_id)
    if resume is None:
        raise RequestError(Code.NOT_FOUND)
    if resume.status is not ResumeStatus.READY:
        raise RequestError(Code.RESUME_NOT_READY)
    return resume


def _enqueue(letter_id: str, resume: ResumeRow, request: LetterRequest, caller: Caller, desk: LetterDesk) -> None:
    user_id, posting = caller.user_id, request.posting
    desk.push.to_user(user_id, LetterProgress(letter_id=letter_id, stage="retrieving"))
    search = desk.search(user_id, resume)
    ground = find_ground(request, resume.lines, resume.contact or Contact(), search, desk.embedder)
    requirements = requirement_items(ground.matches, resume)
    desk.letters.set_requirements(user_id, letter_id, requirements)
    desk.push.to_user(
        user_id,
        LetterMatches(letter_id=letter_id, requirements=requirements, job_title=posting.title, company=posting.company),
    )
    if ground.questions:
        desk.letters.needs_input(user_id, letter_id, ground.questions)
        count("letters_needing_input")
        desk.push.to_user(user_id, LetterNeedsInput(letter_id=letter_id, questions=ground.questions))
        return
    job = letter_job(request, ground, LetterIds(letter_id, user_id, resume.resume_id, caller.correlation_id))
    # Said before it is queued: a fast consumer must not be overtaken by it.
    desk.push.to_user(user_id, LetterProgress(letter_id=letter_id, stage="waiting"))
    desk.queue.send(job)
