"""Prepares a letter from everything that is known before it is written: what the job finds in the resume, then the queued job.

Two steps, because whoever asked is shown the matches before the prompt is built. Called by `actions.create_letter`; what
`letters.write_letter` works with is the result.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from resumate.documents.model import Contact, Line
from resumate.letters.answers import clean_answers, mask_typed, with_typed_details
from resumate.letters.build_prompt import build_prompt
from resumate.letters.model import JOB_VERSION, Evidence, LetterJob, Options
from resumate.letters.number_evidence import number_evidence
from resumate.matching.background import background_passages
from resumate.matching.clean_description import clean_description
from resumate.matching.match_resume import match_resume
from resumate.matching.model import Embedder, JobPosting, Match, ResumeSearch
from resumate.matching.questions import questions_for

BACKGROUND_PASSAGES: Final = 8


class LetterRequest(Struct, frozen=True):
    """What somebody asks for: a letter for this job with these options, on this day. `description` is as it was pasted."""

    posting: JobPosting
    description: str
    options: Options
    today: date


class Ground(Struct, frozen=True):
    """What a letter would stand on; `questions` are to be answered first, if there are any. `answers` are masked."""

    matches: list[Match]
    evidence: list[Evidence]
    questions: list[str]
    answers: list[str]


class LetterIds(Struct, frozen=True):
    """Whose letter it is, and by what it is known."""

    letter_id: str
    user_id: str
    resume_id: str
    correlation_id: str


def find_ground(
    request: LetterRequest, lines: Sequence[Line], contact: Contact, search: ResumeSearch, embedder: Embedder
) -> Ground:
    """Return what one resume offers for the job.

    Raises:
        ModelError, RequestError, StorageError: as the embedder and the search do.
    """
    options = request.options
    known = with_typed_details(contact, options.answers)
    matches = match_resume(request.posting, embedder, search, today=request.today)
    background = background_passages(search, embedder, request.posting, matches, BACKGROUND_PASSAGES)
    return Ground(
        matches=matches,
        evidence=number_evidence(matches, background, lines, options.answers, known),
        questions=[] if options.answers else questions_for(request.posting, matches),
        answers=[mask_typed(answer, known) for answer in clean_answers(options.answers)],
    )


def letter_job(request: LetterRequest, ground: Ground, names: LetterIds) -> LetterJob:
    """Return what waits in the queue; nothing in it holds contact details."""
    posting, options = request.posting, request.options
    description = clean_description(request.description)
    return LetterJob(
        version=JOB_VERSION,
        letter_id=names.letter_id,
        user_id=names.user_id,
        resume_id=names.resume_id,
        correlation_id=names.correlation_id,
        messages=build_prompt(posting, description, ground.matches, ground.evidence, options, request.today),
        evidence=ground.evidence,
        matches=ground.matches,
        options=replace(options, answers=ground.answers),
        language=options.language or posting.language,
        job_title=posting.title,
        company=posting.company,
        today=request.today.isoformat(),
    )
