"""Hand out a finished letter as a file: laid out as a letter, rendered, kept for a day, got by a presigned address.

Every export is rendered anew, because the page bears the day's date; the key is the letter's and the version's own,
so that there is never more than one file of each kind, and erasing the letter finds them all.
"""

import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Final

import msgspec
from msgspec import Struct

from resumate import limits
from resumate.actions.finished_letter import finished_letter
from resumate.documents.model import Contact
from resumate.errors import Code, RequestError
from resumate.exports.file_name import content_disposition, file_name
from resumate.exports.lay_out import lay_out
from resumate.exports.model import ExportFormat, LetterPage
from resumate.exports.render import CONTENT_TYPES
from resumate.gateway.caller import Caller
from resumate.gateway.messages import ExportCreated, ExportLetter
from resumate.matching.placeholders import is_placeholder
from resumate.observability import count, log
from resumate.storage.letter_versions import VersionStore
from resumate.storage.letters import LetterStore
from resumate.storage.model import LetterRow
from resumate.storage.objects import ObjectStore, export_key
from resumate.storage.resumes import ResumeStore

NOTE_DETAILS_GONE: Final = (
    "The resume of this letter was deleted, and your contact details with it. Write them into the file yourself."
)


class ExportDesk(Struct, frozen=True):
    """What exporting a letter works with; `render` makes the file of a page."""

    letters: LetterStore
    versions: VersionStore
    resumes: ResumeStore
    objects: ObjectStore
    render: Callable[[LetterPage, ExportFormat], bytes]
    today: Callable[[], date]


def export_letter(message: ExportLetter, caller: Caller, desk: ExportDesk) -> ExportCreated:
    """Return where the file is.

    Raises `RequestError`: NOT_FOUND, LETTER_NOT_FINISHED, EXPORT_CHARACTERS; `StorageError` when the bucket is away.
    """
    letter = finished_letter(caller.user_id, message.letter_id, desk.letters)
    version = message.version or letter.version
    contact = _contact(caller.user_id, letter, desk.resumes)
    page = lay_out(
        _text_of(caller.user_id, letter, version, desk.versions),
        contact or Contact(),
        language=letter.language or "en",
        job_title=letter.job_title,
        company=letter.company,
        today=desk.today(),
    )
    started = time.perf_counter()
    content = desk.render(page, message.format)
    log(
        "letter_rendered",
        letter_id=letter.letter_id,
        kind=message.format.value,
        bytes=len(content),
        milliseconds=round((time.perf_counter() - started) * 1000, 1),
    )
    key = export_key(caller.user_id, letter.letter_id, version, message.format.value)
    desk.objects.put(key, content, CONTENT_TYPES[message.format])
    count("letters_exported", format=message.format.value)
    name = file_name(page.title, message.format)
    return ExportCreated(
        letter_id=letter.letter_id,
        format=message.format,
        url=desk.objects.presigned_get(key, content_disposition(name)),
        file_name=name,
        bytes=len(content),
        expires_at=(datetime.now(UTC) + timedelta(seconds=limits.EXPORT_SECONDS)).isoformat(timespec="seconds"),
        note=None if contact else NOTE_DETAILS_GONE,
    )


def _text_of(user_id: str, letter: LetterRow, version: int, versions: VersionStore) -> str:
    if version == letter.version:
        return letter.text
    row = versions.get(user_id, letter.letter_id, version)
    if row is None:
        raise RequestError(Code.NOT_FOUND)
    return row.text


def _contact(user_id: str, letter: LetterRow, resumes: ResumeStore) -> Contact | None:
    """Return the contact details of the resume, None when it was deleted; "Your Name Here" is nobody's name."""
    resume = resumes.get(user_id, letter.resume_id) if letter.resume_id else None
    if resume is None:
        return None
    contact = resume.contact or Contact()
    blank = contact.name is not None and is_placeholder(contact.name)
    return msgspec.structs.replace(contact, name=None) if blank else contact
