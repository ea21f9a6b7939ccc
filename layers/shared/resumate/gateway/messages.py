"""Every message of the socket: the one definition that `docs/protocol.md` and the page are held to.

Client to server: one JSON object a frame, told apart by ``action``; server to client by ``type``. Unknown
fields are ignored, so that an older server understands a newer client. `gateway.entrypoint` decodes, the
actions answer with the structs below, `gateway.push` sends them.
"""

from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from resumate import limits
from resumate.letters.model import Length, SentenceState, Tone, Usage
from resumate.matching.model import Status

RequestId = Annotated[str, Meta(min_length=1, max_length=64)]
Identifier = Annotated[str, Meta(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")]
Cursor = Annotated[str, Meta(max_length=200)]
PageSize = Annotated[int, Meta(ge=1, le=100)]


class Action(Struct, frozen=True, tag_field="action"):
    """The base of what a client may send; `request_id` is echoed in every direct reply."""

    request_id: RequestId


class CreateUpload(Action, frozen=True, tag="create_upload"):
    """Ask for a place to put one resume."""

    file_name: Annotated[str, Meta(min_length=1, max_length=4096)]
    content_type: str
    size: int


class ListResumes(Action, frozen=True, tag="list_resumes"):
    """Ask for one's resumes, newest first."""

    cursor: Cursor | None = None
    limit: PageSize = 20


class GetResume(Action, frozen=True, tag="get_resume"):
    """Ask for one resume with its lines, sections and report."""

    resume_id: Identifier


class DeleteResume(Action, frozen=True, tag="delete_resume"):
    """Erase one resume and everything made from it but finished letters."""

    resume_id: Identifier


class RetryResume(Action, frozen=True, tag="retry_resume"):
    """Read an uploaded file again after a failure that was not the file's."""

    resume_id: Identifier


class LetterOptions(Struct, frozen=True):
    """What the user chose for a letter; `answers` are facts the user states."""

    tone: Tone = Tone.PLAIN
    length: Length = Length.STANDARD
    language: Annotated[str, Meta(pattern="^[a-z]{2}$")] | None = None
    answers: Annotated[
        list[Annotated[str, Meta(min_length=1, max_length=limits.ANSWER_CHARACTERS)]], Meta(max_length=limits.ANSWERS)
    ] = []


class CreateLetter(Action, frozen=True, tag="create_letter"):
    """Ask for a letter; without `resume_id` the newest ready resume is taken."""

    job_description: str
    resume_id: Identifier | None = None
    options: LetterOptions = LetterOptions()


class GetLetter(Action, frozen=True, tag="get_letter"):
    """Ask for one letter, finished or as far as it is."""

    letter_id: Identifier


class ListLetters(Action, frozen=True, tag="list_letters"):
    """Ask for one's letters, newest first."""

    cursor: Cursor | None = None
    limit: PageSize = 20


class CancelLetter(Action, frozen=True, tag="cancel_letter"):
    """Stop a letter that is not finished."""

    letter_id: Identifier


class DeleteLetter(Action, frozen=True, tag="delete_letter"):
    """Erase one letter."""

    letter_id: Identifier


class DeleteAccount(Action, frozen=True, tag="delete_account"):
    """Erase everything of the caller's, the sign-in included."""


class Ping(Action, frozen=True, tag="ping"):
    """Keep the socket open; answered with `pong`."""


ACTIONS: tuple[type[Action], ...] = (
    CreateUpload,
    ListResumes,
    GetResume,
    DeleteResume,
    RetryResume,
    CreateLetter,
    GetLetter,
    ListLetters,
    CancelLetter,
    DeleteLetter,
    DeleteAccount,
    Ping,
)


class Event(Struct, frozen=True, tag_field="type", omit_defaults=True, kw_only=True):
    """The base of what the server sends; a direct reply carries the `request_id` of its request, a push does not."""

    request_id: str | None = None


class ErrorEvent(Event, frozen=True, tag="error"):
    """A refused or failed request; `code` is one of `errors.Code`, `message` says what to do."""

    code: str
    message: str


class Pong(Event, frozen=True, tag="pong"):
    """The answer to a ping."""


class Part(Event, frozen=True, tag="part"):
    """A piece of a message too large for one frame: join `text` of 0..total-1 of one `part_id`, then decode."""

    part_id: str
    index: int
    total: int
    text: str


class UploadCreated(Event, frozen=True, tag="upload.created"):
    """Where to POST the file, with the form fields to send before it."""

    resume_id: str
    url: str
    fields: dict[str, str]
    expires_at: str


class ResumeParsing(Event, frozen=True, tag="resume.parsing"):
    """The file arrived and is being read; `step` is parsing, embedding or storing."""

    resume_id: str
    step: str


class ResumeReady(Event, frozen=True, tag="resume.ready"):
    """The resume can be used; the report says what was read (`documents.model.ParseReport` as JSON)."""

    resume_id: str
    report: dict[str, Any]


class ResumeFailed(Event, frozen=True, tag="resume.failed"):
    """The resume cannot be used."""

    resume_id: str
    code: str
    message: str


class ResumeItem(Struct, frozen=True, omit_defaults=True):
    """One row of the list of resumes; `status` is awaiting_upload, parsing, ready or failed."""

    resume_id: str
    file_name: str
    status: str
    created_at: str
    bytes: int
    code: str | None = None


class Resumes(Event, frozen=True, tag="resumes"):
    """A page of the caller's resumes; `cursor` asks for the next one."""

    items: list[ResumeItem]
    cursor: str | None = None


class ResumeEvent(Event, frozen=True, tag="resume"):
    """One resume as it was read; lines, sections, contact and report as in `documents.model`."""

    resume_id: str
    file_name: str
    status: str
    sha256: str | None = None
    code: str | None = None
    language: str | None = None
    contact: dict[str, Any] = {}
    lines: list[dict[str, Any]] = []
    sections: list[dict[str, Any]] = []
    report: dict[str, Any] = {}


class LineEvidence(Struct, frozen=True, omit_defaults=True):
    """A line that proves a sentence; `line` 0 and `sha256` "" mark a fact that the user typed."""

    resume_id: str
    sha256: str
    page: int
    line: int
    quote: str
    origin: str = "resume"


class RequirementItem(Struct, frozen=True):
    """A requirement of the job and the lines that show it."""

    text: str
    must: bool
    status: Status
    evidence: list[LineEvidence]


class LetterQueued(Event, frozen=True, tag="letter.queued"):
    """The letter has an id and waits."""

    letter_id: str


class LetterProgress(Event, frozen=True, tag="letter.progress"):
    """What is being done: retrieving, waiting, writing, checking."""

    letter_id: str
    stage: str


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


class FindingItem(Struct, frozen=True):
    """A sentence of a draft that was refused, and why."""

    sentence: str
    code: str
    explanation: str


class LetterReview(Event, frozen=True, tag="letter.review", omit_defaults=False):
    """What the gate says of a draft."""

    letter_id: str
    draft: int
    findings: list[FindingItem]


class SentenceItem(Struct, frozen=True):
    """A sentence of the letter: supported (with evidence), plain (claims nothing) or removed (with the reason)."""

    text: str
    state: SentenceState
    paragraph: int
    evidence: list[LineEvidence] = []
    reason: str | None = None


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
    """A stored letter. While it is being written `text` is the draft so far and deltas after `seq` continue it."""

    letter_id: str
    status: str
    created_at: str
    seq: int = 0
    draft: int = 0
    text: str = ""
    resume_id: str | None = None
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


class LetterItem(Struct, frozen=True, omit_defaults=True):
    """One row of the list of letters; `status` is queued, writing, completed, needs_input, failed or cancelled."""

    letter_id: str
    status: str
    created_at: str
    job_title: str | None = None
    company: str | None = None
    resume_id: str | None = None


class Letters(Event, frozen=True, tag="letters"):
    """A page of the caller's letters."""

    items: list[LetterItem]
    cursor: str | None = None


class Receipt(Event, frozen=True, tag="deleted", omit_defaults=False):
    """What was erased, counted by kind, and what a second look still found (always nothing)."""

    what: str
    id: str
    removed: dict[str, int]
    remaining: dict[str, int]


EVENTS: tuple[type[Event], ...] = (
    ErrorEvent,
    Pong,
    Part,
    UploadCreated,
    ResumeParsing,
    ResumeReady,
    ResumeFailed,
    Resumes,
    ResumeEvent,
    LetterQueued,
    LetterProgress,
    LetterMatches,
    LetterDelta,
    LetterReview,
    LetterCompleted,
    LetterNeedsInput,
    LetterFailed,
    LetterCancelled,
    LetterEvent,
    Letters,
    Receipt,
)

encode = msgspec.json.Encoder().encode
