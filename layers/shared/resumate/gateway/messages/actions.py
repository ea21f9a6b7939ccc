"""What a client may send: one struct an action, told apart by its tag."""

from typing import Annotated

from msgspec import Meta

from resumate.exports.model import ExportFormat
from resumate.gateway.messages.base import (
    Action,
    Cursor,
    Identifier,
    PageSize,
    SearchText,
    VersionNumber,
)
from resumate.gateway.messages.items import EditedSentences, LetterOptions


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


class CreateLetter(Action, frozen=True, tag="create_letter"):
    """Ask for a letter; without `resume_id` the newest ready resume is taken. Another letter made anew stays."""

    job_description: str
    resume_id: Identifier | None = None
    options: LetterOptions = LetterOptions()
    regenerated_from: Identifier | None = None


class GetLetter(Action, frozen=True, tag="get_letter"):
    """Ask for one letter, finished or as far as it is."""

    letter_id: Identifier


class ListLetters(Action, frozen=True, tag="list_letters"):
    """Ask for one's letters, newest first; `search` keeps those whose job title, company or text holds it."""

    cursor: Cursor | None = None
    limit: PageSize = 20
    search: SearchText | None = None


class CancelLetter(Action, frozen=True, tag="cancel_letter"):
    """Stop a letter that is not finished."""

    letter_id: Identifier


class DeleteLetter(Action, frozen=True, tag="delete_letter"):
    """Erase one letter."""

    letter_id: Identifier


class CheckSentences(Action, frozen=True, tag="check_sentences"):
    """Ask what the gate says of an edited letter; stores nothing."""

    letter_id: Identifier
    sentences: EditedSentences


class SaveLetter(Action, frozen=True, tag="save_letter"):
    """Store an edited letter as a new version; `base_version` is the one that was edited."""

    letter_id: Identifier
    base_version: VersionNumber
    sentences: EditedSentences


class ListVersions(Action, frozen=True, tag="list_versions"):
    """Ask which versions a letter has."""

    letter_id: Identifier


class GetVersion(Action, frozen=True, tag="get_version"):
    """Ask for one version of a letter."""

    letter_id: Identifier
    version: VersionNumber


class RestoreVersion(Action, frozen=True, tag="restore_version"):
    """Make an earlier version the newest again, as a new version; `base_version` is the newest one knows."""

    letter_id: Identifier
    version: VersionNumber
    base_version: VersionNumber


class ExportLetter(Action, frozen=True, tag="export_letter"):
    """Ask for a letter as a file; the newest version unless said otherwise."""

    letter_id: Identifier
    format: ExportFormat
    version: VersionNumber | None = None


class GetInterviewSheet(Action, frozen=True, tag="get_interview_sheet"):
    """Ask what an interviewer is likely to ask about a letter."""

    letter_id: Identifier


class DeleteAccount(Action, frozen=True, tag="delete_account"):
    """Erase everything of the caller's, the sign-in included."""


class Ping(Action, frozen=True, tag="ping"):
    """Keep the socket open; answered with `pong`."""
