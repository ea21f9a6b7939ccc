"""Write one queued letter: take the lease, prompt and verify, stream, store, tell the user.

A message may come twice, to two consumers at once, after a crash, or after the user cancelled or deleted; the lease
in the letter's row decides who writes. What fails and may succeed later goes back to the queue; the last attempt
marks the letter as failed before the message moves to the dead letters.
"""

import time
from collections.abc import Callable, Sequence
from typing import Final

import msgspec
from msgspec import Struct

from resumate import limits
from resumate.actions.show_letter import requirement_items, sentence_items
from resumate.actions.stream_letter import LetterStream
from resumate.documents.model import Contact
from resumate.errors import Code, ModelAsleepError, ModelError, RequestError, ResumateError
from resumate.gateway.messages import LetterCompleted, LetterFailed, LetterProgress
from resumate.gateway.push import UserPush
from resumate.letters.answers import with_typed_details
from resumate.letters.events import Cancelled
from resumate.letters.model import JOB_VERSION, FinishedLetter, LanguageModel, LetterJob, Usage
from resumate.letters.render import render_text
from resumate.letters.write_letter import write_letter
from resumate.matching.model import Embedder
from resumate.matching.placeholders import placeholder_lines
from resumate.observability import correlated, count, log, log_error, measure
from resumate.storage.letters import LetterStore
from resumate.storage.model import Lease, LeaseRefusal, ResumeRow
from resumate.storage.resumes import ResumeStore

LEASE_SECONDS: Final = 330  # the consumer's timeout and a margin: a lease outlives its invocation, never the visibility


class WritingDesk(Struct, frozen=True):
    """What writing a letter works with; `prices` are US dollars per million prompt and completion tokens."""

    letters: LetterStore
    resumes: ResumeStore
    model: LanguageModel
    embedder: Embedder
    push: UserPush
    prices: tuple[float, float] = (0.0, 0.0)


class LeasedElsewhereError(ResumateError):
    """Another consumer is writing this letter; the message goes back to the queue."""


def write_queued_letter(body: str, receives: int, desk: WritingDesk) -> None:
    """Write the letter of one queue message; raises when the message has to come again (`ResumateError`)."""
    job = decode_job(body)
    with correlated(job.correlation_id):
        _write_once(job, receives, desk)


def _write_once(job: LetterJob, receives: int, desk: WritingDesk) -> None:
    lease = desk.letters.acquire_lease(job.user_id, job.letter_id, LEASE_SECONDS)
    if lease is LeaseRefusal.LEASED:
        raise LeasedElsewhereError(Code.INTERNAL, "Another consumer is writing this letter.", retryable=True)
    if not isinstance(lease, Lease):
        log("letter_needs_no_writing", letter_id=job.letter_id, reason=lease.value)
        return
    resume = desk.resumes.get(job.user_id, job.resume_id)
    if resume is None:
        # Erasing a resume erases its unfinished letters; this one was asked for in the same moment.
        desk.letters.delete(job.user_id, job.letter_id)
        return
    try:
        _write(job, lease, resume, desk)
    except Cancelled:
        log("letter_cancelled", letter_id=job.letter_id)
    except Exception as error:  # noqa: BLE001 - every failure ends in a code or comes again; none is lost
        _give_up_or_return(job, lease, receives, error, desk)


def decode_job(body: str) -> LetterJob:
    """Return the queued job; raises `RequestError` for anything but a job of the known version."""
    try:
        job = msgspec.json.decode(body, type=LetterJob)
    except (msgspec.MsgspecError, UnicodeError) as error:
        count("jobs_unreadable")
        raise RequestError(Code.MALFORMED_FRAME) from error
    if job.version != JOB_VERSION:
        count("jobs_unreadable")
        raise RequestError(Code.MALFORMED_FRAME)
    return job


def _write(job: LetterJob, lease: Lease, resume: ResumeRow, desk: WritingDesk) -> None:
    desk.push.to_user(job.user_id, LetterProgress(letter_id=job.letter_id, stage="writing"))
    contact = _details_of(job, resume, desk.letters)
    resume = msgspec.structs.replace(resume, contact=contact)
    stream = LetterStream(job.user_id, job.letter_id, lease, contact, desk.letters, desk.push)
    finished = write_letter(job, desk.model, stream, closeness(desk.embedder), time.monotonic, stream.cancelled)
    stream.close()
    letter = _completed(job, finished, resume, desk)
    if not desk.letters.complete(job.user_id, job.letter_id, lease.token, letter):
        raise Cancelled
    desk.push.to_user(job.user_id, letter)
    _count_letter(letter)


def _details_of(job: LetterJob, resume: ResumeRow, letters: LetterStore) -> Contact:
    """Return the details that are put back: the resume's, and those of the answers, which only the letter's row holds."""
    contact = resume.contact or Contact()
    asked = letters.get(job.user_id, job.letter_id) if job.options.answers else None
    return with_typed_details(contact, asked.options.answers) if asked else contact


def _completed(job: LetterJob, finished: FinishedLetter, resume: ResumeRow, desk: WritingDesk) -> LetterCompleted:
    return LetterCompleted(
        letter_id=job.letter_id,
        text=render_text(finished.text, resume.contact or Contact()),
        sentences=sentence_items(finished.sentences, job.evidence, resume),
        requirements=requirement_items(job.matches, resume),
        drafts=finished.drafts,
        model=finished.model,
        usage=_priced(finished.usage, desk.prices),
        note=_note(finished, resume),
    )


def _count_letter(letter: LetterCompleted) -> None:
    count("letters_completed")
    count("letter_drafts", letter.drafts)
    count("sentences_removed", sum(sentence.state == "removed" for sentence in letter.sentences))
    count("prompt_tokens", letter.usage.prompt_tokens)
    count("completion_tokens", letter.usage.completion_tokens)
    measure("letter_cost", letter.usage.cost, "None")


def _note(finished: FinishedLetter, resume: ResumeRow) -> str | None:
    """Return what the letter's owner should know of it: the writer's own note, and that blanks were left out."""
    blanks = len(placeholder_lines(resume.lines))
    counted = "One line of your resume was" if blanks == 1 else f"{blanks} lines of your resume were"
    notes = [finished.note, f"{counted} never filled in after the template and left out." if blanks else None]
    return " ".join(note for note in notes if note) or None


def _priced(usage: Usage, prices: tuple[float, float]) -> Usage:
    cost = (usage.prompt_tokens * prices[0] + usage.completion_tokens * prices[1]) / 1_000_000
    return msgspec.structs.replace(usage, cost=round(cost, 6))


def _give_up_or_return(job: LetterJob, lease: Lease, receives: int, error: Exception, desk: WritingDesk) -> None:
    """Return the message to the queue by raising, or end the letter with a code."""
    code = error.code if isinstance(error, ResumateError) else Code.INTERNAL
    comes_again = not isinstance(error, ResumateError) or error.retryable
    last = receives >= limits.QUEUE_RECEIVES
    log_error("letter_not_written", error, letter_id=job.letter_id, receives=receives)
    count("letter_attempts_failed", code=code.value)
    if comes_again and not last:
        desk.letters.release(job.user_id, job.letter_id, lease.token)
        if isinstance(error, ModelAsleepError):
            waking = LetterProgress(letter_id=job.letter_id, stage="waking", wait_seconds=error.wait_seconds)
            desk.push.to_user(job.user_id, waking)
        raise error
    final = Code.DEAD_LETTER if comes_again else code
    if desk.letters.fail(job.user_id, job.letter_id, final, lease_token=lease.token):
        count("letters_failed", code=final.value)
        failed = ModelError(final)
        desk.push.to_user(job.user_id, LetterFailed(letter_id=job.letter_id, code=final, message=failed.message))
    if comes_again:
        raise error


def closeness(embedder: Embedder) -> Callable[[list[str], list[str]], list[float]]:
    """Return a function that gives the cosine similarity of each pair; each text is embedded once."""
    vectors: dict[str, list[float]] = {}

    def similarity(left: Sequence[str], right: Sequence[str]) -> list[float]:
        missing = [text for text in dict.fromkeys([*left, *right]) if text not in vectors]
        if missing:
            vectors.update(zip(missing, embedder.embed(missing), strict=True))
        return [
            sum(a * b for a, b in zip(vectors[one], vectors[other], strict=True))
            for one, other in zip(left, right, strict=True)
        ]

    return similarity
