"""What the server sends of errors, uploads, resumes and deletions; letters are in `letter_events`."""

from typing import Any

from resumate.gateway.messages.base import Event
from resumate.gateway.messages.items import ResumeItem


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
    message: str | None = None
    language: str | None = None
    contact: dict[str, Any] = {}
    lines: list[dict[str, Any]] = []
    sections: list[dict[str, Any]] = []
    report: dict[str, Any] = {}


class Receipt(Event, frozen=True, tag="deleted", omit_defaults=False):
    """What was erased, counted by kind, and what a second look still found (always nothing)."""

    what: str
    id: str
    removed: dict[str, int]
    remaining: dict[str, int]
