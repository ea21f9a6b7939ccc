"""Read one uploaded file: parse, section, chunk, embed, store; tell the user's sockets at every step.

Called for each S3 event. The same event twice, events out of order and files deleted meanwhile are ordinary.
Failures of the file end in `resume.failed`; only a database that is out of reach is raised, so that Lambda tries again.
"""

import re
from collections.abc import Callable
from typing import Final

import msgspec

from resumate.documents.model import ParsedDocument
from resumate.errors import MESSAGES, Code, DocumentError, ResumateError, StorageError
from resumate.gateway.messages import ResumeFailed, ResumeParsing, ResumeReady
from resumate.gateway.push import UserPush
from resumate.gateway.uploads import Uploaded
from resumate.matching.model import Embedder
from resumate.observability import count, log, log_error
from resumate.storage.objects import ObjectStore
from resumate.storage.resumes import ResumeStore

KEY: Final = re.compile(
    r"resumes/(?P<user_id>[A-Za-z0-9-]{1,64})/(?P<resume_id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
)


def read_resume(
    uploaded: Uploaded,
    resumes: ResumeStore,
    objects: ObjectStore,
    embedder: Embedder,
    embedder_model: str,
    push: UserPush,
    read_document: Callable[[bytes, str], ParsedDocument],
) -> None:
    """Bring one upload to ready or failed; raises `StorageError` when the database is out of reach."""
    place = KEY.fullmatch(uploaded.key)
    if place is None:
        count("uploads_ignored")
        return
    user_id, resume_id = place["user_id"], place["resume_id"]
    begun = resumes.begin_parsing(
        user_id, resume_id, uploaded.version, sequencer=uploaded.sequencer, size=uploaded.size
    )
    resume = resumes.get(user_id, resume_id)
    if resume is None:
        # The row went while the form was still valid: what arrives after an erasure must not stay.
        log("upload_without_resume", resume_id=resume_id)
        objects.delete(uploaded.key)
        return
    if not begun:
        log("upload_already_handled", resume_id=resume_id)
        return
    push.to_user(user_id, ResumeParsing(resume_id=resume_id, step="parsing"))
    try:
        document = read_document(objects.read(uploaded.key), resume.file_name)
        push.to_user(user_id, ResumeParsing(resume_id=resume_id, step="embedding"))
        vectors = embedder.embed([chunk.embedded_text for chunk in document.chunks])
        push.to_user(user_id, ResumeParsing(resume_id=resume_id, step="storing"))
        stored = resumes.save_parsed(user_id, resume_id, uploaded.version, document, vectors, embedder_model)
    except StorageError:
        raise
    except ResumateError as error:
        _fail(user_id, resume_id, uploaded.version, error, resumes, push)
        return
    except Exception as error:  # noqa: BLE001 - whatever a hostile file makes a library raise, the user gets an answer
        log_error("reading_failed", error, resume_id=resume_id)
        _fail(user_id, resume_id, uploaded.version, DocumentError(Code.INTERNAL), resumes, push)
        return
    if not stored:
        log("resume_changed_while_read", resume_id=resume_id)
        return
    count("resumes_ready")
    push.to_user(user_id, ResumeReady(resume_id=resume_id, report=msgspec.to_builtins(document.report)))


def _fail(
    user_id: str, resume_id: str, version: str, error: ResumateError, resumes: ResumeStore, push: UserPush
) -> None:
    count("resumes_failed", code=error.code.value)
    log("resume_failed", resume_id=resume_id, code=error.code.value)
    if resumes.mark_failed(user_id, resume_id, version, error.code):
        push.to_user(user_id, ResumeFailed(resume_id=resume_id, code=error.code, message=MESSAGES[error.code]))
