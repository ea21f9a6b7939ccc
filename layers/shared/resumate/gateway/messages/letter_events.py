"""What the server sends of letters: while one is written, once it is finished, and of its versions and files."""

from resumate.exports.model import ExportFormat
from resumate.gateway.messages.base import Event
from resumate.gateway.messages.items import (
    FindingItem,
    GapItem,
    InterviewItem,
    LetterItem,
    LetterOptions,
    RequirementItem,
    SentenceItem,
    VersionItem,
)
from resumate.letters.model import Usage


class LetterQueued(Event, frozen=True, tag="letter.queued"):
    """The letter has an id and waits."""

    letter_id: str


class LetterProgress(Event, frozen=True, tag="letter.progress"):
    """What is being done: retrieving, waiting, waking (a model that sleeps, `wait_seconds` about), writing, checking."""

    letter_id: str
    stage: str
    wait_seconds: int | None = None


class LetterMatches(Event, frozen=True, tag="letter.matches"):
    """What the job asks and what the resume offers for it."""

    letter_id: str
    requirements: list[RequirementItem]
    job_title: str | None = None
    company: str | None = None


class LetterDelta(Event, frozen=True, tag="letter.delta", omit_defaults=False):
    """More text of a draft. `seq` grows by one over all drafts of the letter; a new `draft` starts an empty text."""

    letter_id: str
    draft: int
    seq: int
    text: str


class LetterReview(Event, frozen=True, tag="letter.review", omit_defaults=False):
    """What the gate says of a draft."""

    letter_id: str
    draft: int
    findings: list[FindingItem]


class LetterCompleted(Event, frozen=True, tag="letter.completed", omit_defaults=False):
    """The finished letter. `note` says so when an earlier draft was kept or another model stepped in."""

    letter_id: str
    text: str
    sentences: list[SentenceItem]
    requirements: list[RequirementItem]
    drafts: int
    model: str
    usage: Usage
    note: str | None = None
    version: int = 1


class LetterNeedsInput(Event, frozen=True, tag="letter.needs_input"):
    """The resume shows too little for this job; one to three questions whose answers would unlock the letter."""

    letter_id: str
    questions: list[str]


class LetterFailed(Event, frozen=True, tag="letter.failed"):
    """The letter cannot be written."""

    letter_id: str
    code: str
    message: str


class LetterCancelled(Event, frozen=True, tag="letter.cancelled"):
    """The letter was stopped by the user."""

    letter_id: str


class LetterEvent(Event, frozen=True, tag="letter"):
    """A stored letter. While it is being written `text` is the draft so far and deltas after `seq` continue it.

    `version` is 0 before the letter is finished; text and sentences are the newest version's. `regenerated_as` are
    the letters that were made anew from this one, newest first.
    """

    letter_id: str
    status: str
    created_at: str
    seq: int = 0
    draft: int = 0
    text: str = ""
    version: int = 0
    resume_id: str | None = None
    regenerated_from: str | None = None
    regenerated_as: list[str] = []
    job_description: str = ""
    options: LetterOptions = LetterOptions()
    job_title: str | None = None
    company: str | None = None
    sentences: list[SentenceItem] = []
    requirements: list[RequirementItem] = []
    questions: list[str] = []
    drafts: int = 0
    model: str | None = None
    usage: Usage | None = None
    note: str | None = None
    code: str | None = None
    message: str | None = None


class Letters(Event, frozen=True, tag="letters"):
    """A page of the caller's letters."""

    items: list[LetterItem]
    cursor: str | None = None


class SentencesChecked(Event, frozen=True, tag="sentences.checked"):
    """What the gate says of the sentences that were sent: supported, plain or asserted, split and in order."""

    letter_id: str
    sentences: list[SentenceItem]


class Versions(Event, frozen=True, tag="versions"):
    """The versions of a letter, newest first."""

    letter_id: str
    items: list[VersionItem]


class VersionEvent(Event, frozen=True, tag="version"):
    """One version of a letter; `origin` is written, edited or restored."""

    letter_id: str
    version: int
    origin: str
    created_at: str
    text: str
    sentences: list[SentenceItem]


class ExportCreated(Event, frozen=True, tag="export.created"):
    """Where to GET the letter as a file until `expires_at`; `note` says what could not be put into it."""

    letter_id: str
    format: ExportFormat
    url: str
    file_name: str
    bytes: int
    expires_at: str
    note: str | None = None


class InterviewSheet(Event, frozen=True, tag="interview_sheet"):
    """What an interviewer is likely to ask: by claim of the letter, and by what the resume does not show."""

    letter_id: str
    items: list[InterviewItem]
    gaps: list[GapItem]
