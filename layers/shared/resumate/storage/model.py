"""The rows as the rest of the package sees them; `resumes`, `letters` and `search` fill them.

Times are aware datetimes. What a column keeps as JSON in the words of a message of the socket (sentences,
requirements) stays plain JSON here, because `storage` does not know the gateway.
"""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from msgspec import Struct

from resumate.documents.model import Contact, Line, ParseReport, Section
from resumate.letters.model import Options, Usage


class ResumeStatus(StrEnum):
    """Where a resume is on its way; `ready` and `failed` are final until the file is read again."""

    AWAITING_UPLOAD = "awaiting_upload"
    PARSING = "parsing"
    READY = "ready"
    FAILED = "failed"


class LetterStatus(StrEnum):
    """Where a letter is on its way; all but the first two are final."""

    QUEUED = "queued"
    WRITING = "writing"
    COMPLETED = "completed"
    NEEDS_INPUT = "needs_input"
    FAILED = "failed"
    CANCELLED = "cancelled"


class VersionOrigin(StrEnum):
    """How a version of a letter came about."""

    WRITTEN = "written"
    EDITED = "edited"
    RESTORED = "restored"


class ResumeSummary(Struct, frozen=True):
    """One row of the list of resumes."""

    resume_id: str
    file_name: str
    status: ResumeStatus
    bytes: int
    created_at: datetime
    error_code: str | None = None


class ResumeRow(Struct, frozen=True):
    """One resume with all that was read from it; `lines` and `sections` are empty until it is ready.

    `object_version` is the version of the S3 object that the row tells of.
    """

    resume_id: str
    file_name: str
    s3_key: str
    content_type: str
    bytes: int
    status: ResumeStatus
    created_at: datetime
    updated_at: datetime
    sha256: str | None = None
    error_code: str | None = None
    language: str | None = None
    contact: Contact | None = None
    lines: list[Line] = []
    sections: list[Section] = []
    report: ParseReport | None = None
    object_version: str | None = None


class LetterSummary(Struct, frozen=True):
    """One row of the list of letters."""

    letter_id: str
    status: LetterStatus
    created_at: datetime
    job_title: str | None = None
    company: str | None = None
    resume_id: str | None = None
    regenerated_from: str | None = None
    regenerated_as: list[str] = []


class LetterRow(Struct, frozen=True):
    """One letter. While it is written, `draft_text` is the draft so far and deltas after `seq` continue it.

    `requirements` and `sentences` are JSON as it is sent to the client. `resume_id` is None once the resume of a
    finished letter was deleted. `version` is 0 before the letter is finished; `text` and `sentences` are the newest's.
    `regenerated_as` are the letters that were made anew from this one and are still there, newest first.
    """

    letter_id: str
    request_id: str
    status: LetterStatus
    job_description: str
    created_at: datetime
    updated_at: datetime
    resume_id: str | None = None
    job_title: str | None = None
    company: str | None = None
    language: str | None = None
    options: Options = Options()
    draft_text: str = ""
    draft: int = 0
    seq: int = 0
    text: str = ""
    sentences: list[Any] = []
    requirements: list[Any] = []
    questions: list[str] = []
    drafts: int = 0
    model: str | None = None
    usage: Usage | None = None
    note: str | None = None
    error_code: str | None = None
    attempts: int = 0
    finished_at: datetime | None = None
    version: int = 0
    regenerated_from: str | None = None
    regenerated_as: list[str] = []


class VersionRow(Struct, frozen=True):
    """One version of a finished letter, as it was stored; `sentences` are JSON as it is sent to the client."""

    version: int
    origin: VersionOrigin
    text: str
    sentences: list[Any]
    created_at: datetime


class CompletedLetter(Protocol):
    """What is stored of a finished letter; the message that tells the client of it has these fields.

    `sentences` and `requirements` are kept encoded as they are.
    """

    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def sentences(self) -> Sequence[Any]: ...  # noqa: D102
    @property
    def requirements(self) -> Sequence[Any]: ...  # noqa: D102
    @property
    def drafts(self) -> int: ...  # noqa: D102
    @property
    def model(self) -> str: ...  # noqa: D102
    @property
    def usage(self) -> Usage: ...  # noqa: D102
    @property
    def note(self) -> str | None: ...  # noqa: D102


class Lease(Struct, frozen=True):
    """The right to write one letter until it ends; every write of its holder names `token`.

    `attempts` counts this one. `draft` and `seq` are the last an earlier holder reached: the next goes on after them.
    `age` is how many seconds before it the letter was asked for.
    """

    token: str
    attempts: int
    draft: int
    seq: int
    age: float


class LeaseRefusal(StrEnum):
    """Why there is no lease: nothing is left to do, somebody is at it, or there is no such letter (any more)."""

    FINISHED = "finished"
    LEASED = "leased"
    GONE = "gone"


class Erasure(Struct, frozen=True):
    """The receipt of a deletion: rows removed by kind, and what a second look still found (always nothing)."""

    removed: dict[str, int]
    remaining: dict[str, int]
