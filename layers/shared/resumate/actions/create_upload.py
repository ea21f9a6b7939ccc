"""Hand out a place to upload one resume: a presigned POST for exactly one key, type and size."""

import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import PurePosixPath
from typing import Final

from resumate import limits
from resumate.errors import Code, RequestError
from resumate.gateway.caller import Caller
from resumate.gateway.messages import CreateUpload, UploadCreated
from resumate.storage.objects import ObjectStore, resume_key
from resumate.storage.resumes import ResumeStore

CONTENT_TYPES: Final[dict[str, str]] = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
}


def create_upload(
    message: CreateUpload, caller: Caller, resumes: ResumeStore, objects: ObjectStore, new_id: Callable[[], str]
) -> UploadCreated:
    """Reserve a resume and return where to POST it; raises `RequestError` for a wrong type, size or a full quota."""
    file_name = display_name(message.file_name)
    content_type = CONTENT_TYPES.get(PurePosixPath(file_name).suffix.lower())
    if content_type is None or message.content_type not in (content_type, ""):
        raise RequestError(Code.UNSUPPORTED_TYPE)
    if message.size < 1:
        raise RequestError(Code.EMPTY)
    if message.size > limits.UPLOAD_BYTES:
        raise RequestError(Code.UPLOAD_TOO_LARGE)
    resume_id = new_id()
    key = resume_key(caller.user_id, resume_id)
    resumes.create_slot(caller.user_id, resume_id, file_name, content_type, message.size, key)
    post = objects.presigned_post(key, content_type)
    expires_at = datetime.now(UTC) + timedelta(seconds=limits.UPLOAD_SECONDS)
    return UploadCreated(
        resume_id=resume_id, url=post.url, fields=post.fields, expires_at=expires_at.isoformat(timespec="seconds")
    )


def display_name(file_name: str) -> str:
    """Return the name to show: the last path component without control characters, `FILE_NAME_CHARACTERS` at most.

    It is never part of a key: keys are made of ids alone.
    """
    last = file_name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(
        character for character in unicodedata.normalize("NFC", last) if unicodedata.category(character)[0] != "C"
    ).strip()
    stem, dot, suffix = shown.rpartition(".")
    if not dot:
        return shown[: limits.FILE_NAME_CHARACTERS]
    return f"{stem[: limits.FILE_NAME_CHARACTERS - len(suffix) - 1]}.{suffix}" if stem else shown
