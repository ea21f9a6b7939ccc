"""The table of resumes: a slot is made, its file is read, the result is stored or the failure noted, it is deleted.

S3 tells of an upload at least once and in any order. `begin_parsing` decides which event leads to a reading, and
`save_parsed` stores only for the version that was begun last: a late or doubled event, and a resume deleted in the
meantime, change nothing. The chunks of a resume are written by `storage.chunks` in the same transaction.
"""

from collections.abc import Sequence
from typing import Any, Final

from resumate import limits
from resumate.documents.model import ParsedDocument
from resumate.errors import Code, RequestError
from resumate.storage import resume_statements as statements
from resumate.storage.chunks import check_vectors, replace_chunks
from resumate.storage.database import Cursor, Database, as_row
from resumate.storage.erasure import forget_resume, refuse_erased
from resumate.storage.identifiers import as_uuid
from resumate.storage.locks import Kind, lock
from resumate.storage.model import Erasure, ResumeRow, ResumeSummary
from resumate.storage.paging import decode_cursor, encode_cursor
from resumate.storage.text import storable, storable_json

ResumeSummaries = list[ResumeSummary]

RETRYABLE: Final = frozenset(
    {Code.EMBEDDING_INVALID, Code.EMBEDDING_UNAVAILABLE, Code.INTERNAL, Code.STORAGE_UNAVAILABLE}
)
"""Failures that were not the file's: the same bytes may be read again."""

# Lambda repeats a failed asynchronous call after a minute at the earliest: by then a reader that was killed no
# longer blocks its own repetition, and until then a doubled event does not read the file a second time.
CLAIM_SECONDS: Final = 60
# Three attempts of user_init at 180 s and the pauses between them. After that nobody is at it any more.
PARSING_LIFETIME_SECONDS: Final = 900
# A slot can be used for UPLOAD_SECONDS; its event may come a little later.
_USABLE_SLOT_SECONDS: Final = 2 * limits.UPLOAD_SECONDS


class ResumeStore:
    """The resumes of a user.

    Args:
        database: where they are; each method runs one transaction, but `delete`, which looks again in a second.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def create_slot(self, user_id: str, resume_id: str, file_name: str, content_type: str, size: int, key: str) -> None:
        """Make the row an upload will fill; raises `RequestError` (QUOTA_RESUMES) when the user has no room left.

        Slots that were never used are dropped after a day, and no longer count once their time to upload is over.
        """
        values = {
            "id": as_uuid(resume_id),
            "user": user_id,
            "file_name": storable(file_name),
            "key": key,
            "content_type": storable(content_type),
            "bytes": size,
            "lifetime": limits.SLOT_LIFETIME_SECONDS,
            "usable": _USABLE_SLOT_SECONDS,
        }
        with self._database.transaction(user_id) as cursor:
            lock(cursor, user_id, Kind.RESUMES)
            refuse_erased(cursor)
            cursor.execute(statements.DROP_UNUSED_SLOTS, values)
            used = _first(cursor.execute(statements.IN_USE, values))
            too_many = used["resumes"] >= limits.RESUMES_PER_USER
            if too_many or used["bytes"] + size > limits.RESUME_BYTES_PER_USER:
                raise RequestError(Code.QUOTA_RESUMES)
            cursor.execute(statements.INSERT, values)

    def begin_parsing(
        self,
        user_id: str,
        resume_id: str,
        object_version: str,
        *,
        sequencer: str = "",
        size: int | None = None,
    ) -> bool:
        """Take the file on for reading; returns False when there is nothing to do.

        That is: the row is gone, this version was read or is being read, or a newer one is known. A reader that
        was killed loses its claim after `CLAIM_SECONDS`; a failure that was not the file's (`RETRYABLE`) is no end.

        Args:
            user_id: the owner.
            resume_id: which resume.
            object_version: the version id of the S3 object, or its ETag in a bucket without versions.
            sequencer: S3's order of the versions of one key, as the event says it.
            size: the true size in bytes, which may differ from what the slot was asked for.
        """
        values = {
            "id": as_uuid(resume_id),
            "user": user_id,
            "version": object_version,
            "sequencer": sequencer,
            "bytes": size,
            "claim": CLAIM_SECONDS,
            "retryable": [code.value for code in RETRYABLE],
        }
        with self._database.transaction(user_id) as cursor:
            return cursor.execute(statements.BEGIN, values).rowcount == 1

    def save_parsed(
        self,
        user_id: str,
        resume_id: str,
        object_version: str,
        document: ParsedDocument,
        vectors: Sequence[Sequence[float]],
        model: str,
    ) -> bool:
        """Store what was read and make the resume ready, all or nothing.

        Args:
            user_id: the owner.
            resume_id: which resume.
            object_version: the version `begin_parsing` was called with.
            document: what was read.
            vectors: one per chunk, in the same order, of `limits.EMBEDDING_DIMENSION` floats.
            model: the name of the embedding model; vectors of two models are never compared.

        Returns:
            False, with nothing stored, when the resume was deleted or another version was begun meanwhile.

        Raises:
            ModelError: EMBEDDING_INVALID, when the vectors do not fit the chunks.
        """
        check_vectors(vectors, len(document.chunks))
        values = {
            "id": as_uuid(resume_id),
            "user": user_id,
            "version": object_version,
            "sha256": document.sha256,
            "language": document.language,
            "content_type": document.content_type,
            "contact": storable_json(document.contact),
            "lines": storable_json(document.lines),
            "sections": storable_json(document.sections),
            "report": storable_json(document.report),
        }
        with self._database.transaction(user_id) as cursor:
            if cursor.execute(statements.SAVE, values).rowcount != 1:
                return False
            replace_chunks(cursor, user_id, as_uuid(resume_id), document, vectors, model)
            return True

    def mark_failed(self, user_id: str, resume_id: str, object_version: str | None, code: Code) -> bool:
        """Note why a resume cannot be used; returns False when it is gone, finished, or at another version.

        Without a version, whichever is being read has failed.
        """
        values = {"id": as_uuid(resume_id), "user": user_id, "code": str(code), "version": object_version}
        with self._database.transaction(user_id) as cursor:
            failed = cursor.execute(statements.FAIL, values).rowcount == 1
            if failed:
                # What an earlier version left must not be found under a resume that cannot be used.
                cursor.execute(statements.DELETE_CHUNKS, values)
            return failed

    def get(self, user_id: str, resume_id: str) -> ResumeRow | None:
        """Return one resume; None is the same for none and for somebody else's."""
        values = {"id": as_uuid(resume_id), "user": user_id}
        with self._database.transaction(user_id) as cursor:
            _give_up(cursor, user_id)
            found = cursor.execute(statements.GET, values).fetchone()
        return None if found is None else as_row(found, ResumeRow)

    def newest_ready(self, user_id: str) -> ResumeRow | None:
        """Return the newest resume that can be used."""
        with self._database.transaction(user_id) as cursor:
            found = cursor.execute(statements.NEWEST_READY, {"user": user_id}).fetchone()
        return None if found is None else as_row(found, ResumeRow)

    def delete(self, user_id: str, resume_id: str) -> Erasure:
        """Erase a resume, its chunks and its unfinished letters; finished letters stay and lose the link to it.

        The receipt counts nothing when there is no such resume of the user's. The file in the bucket is
        `ObjectStore`'s to delete.
        """
        return forget_resume(self._database, user_id, as_uuid(resume_id))

    def list(self, user_id: str, cursor: str | None = None, limit: int = 20) -> tuple[ResumeSummaries, str | None]:
        """Return a page of the user's resumes, newest first, and the cursor of the next page, if there is one.

        Slots that were not used in time are left out.
        """
        after = decode_cursor(cursor)
        values = {"user": user_id, "limit": limit + 1, "usable": _USABLE_SLOT_SECONDS, **after}
        with self._database.transaction(user_id) as database_cursor:
            _give_up(database_cursor, user_id)
            rows = database_cursor.execute(statements.PAGE, values).fetchall()
        page = [as_row(row, ResumeSummary) for row in rows[:limit]]
        more = len(rows) > limit
        return page, encode_cursor(page[-1].created_at, page[-1].resume_id) if more else None


def _give_up(cursor: Cursor, user_id: str) -> None:
    """Fail readings that nobody is at any more, so that none stays unfinished for ever."""
    cursor.execute(statements.GIVE_UP, {"user": user_id, "lifetime": PARSING_LIFETIME_SECONDS})


def _first(cursor: Cursor) -> dict[str, Any]:
    row = cursor.fetchone()
    assert row is not None  # noqa: S101 - an aggregate without GROUP BY always has a row
    return row
