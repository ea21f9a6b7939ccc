"""The table of letters: asked for once, written by one holder of a lease at a time, finished exactly once.

A message of the queue arrives at least once. The lease decides which delivery writes, its token is named by every
write, and a final status is never left again, with one exception: a dead letter that an operator puts back.
Letters that nobody has touched for `limits.QUEUED_LIFETIME_SECONDS` fail as expired when their owner next looks
(`expire_stale`); a message that arrives later than that, before anybody looked, is still written.
"""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from resumate import limits
from resumate.errors import Code, RequestError
from resumate.letters.model import Options
from resumate.matching.model import JobPosting
from resumate.storage import letter_statements as statements
from resumate.storage.database import Cursor, Database, as_row
from resumate.storage.erasure import forget_letter, refuse_erased
from resumate.storage.identifiers import as_uuid
from resumate.storage.letter_quota import check_day
from resumate.storage.letter_versions import add_first_version
from resumate.storage.locks import Kind, lock
from resumate.storage.model import (
    CompletedLetter,
    Erasure,
    Lease,
    LeaseRefusal,
    LetterRow,
    LetterStatus,
    LetterSummary,
    ResumeStatus,
)
from resumate.storage.paging import decode_cursor, encode_cursor
from resumate.storage.text import like_pattern, storable, storable_json, storable_or_none

__all__ = ["Lease", "LeaseRefusal", "LetterStore"]

LetterSummaries = list[LetterSummary]


class LetterStore:
    """The letters of a user.

    Args:
        database: where they are; each method runs one transaction, but `delete`, which looks again in a second.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    # ------------------------------------------------------------------ asked for

    def create(
        self,
        user_id: str,
        request_id: str,
        resume_id: str,
        job_description: str,
        posting: JobPosting,
        options: Options,
        *,
        regenerated_from: str | None = None,
    ) -> tuple[LetterRow, bool]:
        """Queue a letter; the same `request_id` gives the same letter, with False, however often it is sent.

        Raises `RequestError`: RESUME_MISSING, RESUME_NOT_READY, NOT_FOUND when there is no letter to make anew,
        QUOTA_LETTERS when too many are under way, QUOTA_LETTERS_DAY when too many were asked for.
        """
        values = {
            "id": uuid4(),
            "user": user_id,
            "request_id": storable(request_id),
            "resume": as_uuid(resume_id),
            "job_description": storable(job_description),
            "job_title": storable_or_none(posting.title),
            "company": storable_or_none(posting.company),
            "language": options.language or posting.language,
            "options": storable_json(options),
            "regenerated_from": regenerated_from and as_uuid(regenerated_from),
        }
        with self._database.transaction(user_id) as cursor:
            lock(cursor, user_id, Kind.LETTERS)
            known = cursor.execute(statements.BY_REQUEST, values).fetchone()
            if known is not None:
                return as_row(known, LetterRow), False
            refuse_erased(cursor)
            _expire(cursor, user_id)
            _check_sources(cursor, values)
            _check_quotas(cursor, values)
            return as_row(_only(cursor.execute(statements.INSERT, values)), LetterRow), True

    def set_requirements(self, user_id: str, letter_id: str, requirements: Sequence[Any]) -> bool:
        """Keep what the job asks and the resume offers, as the client got it; False when the letter is over."""
        return self._update(
            statements.SET_REQUIREMENTS, user_id, letter_id, requirements=storable_json([*requirements])
        )

    def cancel(self, user_id: str, letter_id: str) -> bool:
        """Stop a letter; whoever writes it loses the lease. False when there is nothing to stop."""
        return self._update(statements.CANCEL, user_id, letter_id)

    # ------------------------------------------------------------------ written

    def acquire_lease(self, user_id: str, letter_id: str, seconds: float) -> Lease | LeaseRefusal:
        """Take the right to write a letter for some seconds, or say why not; counts the attempt."""
        token = uuid4()
        values = {"id": as_uuid(letter_id), "user": user_id, "token": token, "seconds": seconds}
        with self._database.transaction(user_id) as cursor:
            taken = cursor.execute(statements.ACQUIRE, values).fetchone()
            if taken is not None:
                return Lease(str(token), taken["attempts"], taken["draft"], taken["seq"], taken["age"])
            known = cursor.execute(statements.STATUS, values).fetchone()
        if known is None:
            return LeaseRefusal.GONE
        under_way = known["status"] in {LetterStatus.QUEUED, LetterStatus.WRITING}
        return LeaseRefusal.LEASED if under_way else LeaseRefusal.FINISHED

    def release(self, user_id: str, letter_id: str, lease_token: str) -> bool:
        """Give the letter back to the queue after a failure that may pass; False when the lease was lost."""
        return self._update(statements.RELEASE, user_id, letter_id, token=as_uuid(lease_token))

    def holds_lease(self, user_id: str, letter_id: str, lease_token: str) -> bool:
        """Tell whether a letter is still to be written by this holder: not cancelled, deleted or taken over."""
        return self._update(statements.HOLDS, user_id, letter_id, token=as_uuid(lease_token))

    def append_draft(self, user_id: str, letter_id: str, lease_token: str, draft: int, seq: int, text: str) -> bool:
        """Keep a snapshot: the whole text of this draft up to delta `seq`.

        Returns False when the letter must not be written any more: cancelled, deleted, or the lease was lost.
        """
        return self._update(
            statements.APPEND_DRAFT,
            user_id,
            letter_id,
            token=as_uuid(lease_token),
            draft=draft,
            seq=seq,
            text=storable(text),
        )

    def complete(self, user_id: str, letter_id: str, lease_token: str, result: CompletedLetter) -> bool:
        """Store the finished letter and its version 1; returns False, with nothing stored, as `append_draft` does."""
        values = {
            "id": as_uuid(letter_id),
            "user": user_id,
            "token": as_uuid(lease_token),
            "text": storable(result.text),
            "sentences": storable_json([*result.sentences]),
            "requirements": storable_json([*result.requirements]),
            "drafts": result.drafts,
            "model": storable(result.model),
            "usage": storable_json(result.usage),
            "note": storable_or_none(result.note),
        }
        with self._database.transaction(user_id) as cursor:
            completed = cursor.execute(statements.COMPLETE, values).rowcount == 1
            if completed:
                add_first_version(cursor, values)
            return completed

    def needs_input(
        self, user_id: str, letter_id: str, questions: Sequence[str], *, lease_token: str | None = None
    ) -> bool:
        """End with questions instead of a letter; `lease_token` is left out before anybody holds a lease.

        Returns False when the letter is over already, or somebody else holds it.
        """
        token = lease_token and as_uuid(lease_token)
        return self._update(
            statements.NEEDS_INPUT, user_id, letter_id, token=token, questions=storable_json([*questions])
        )

    def fail(self, user_id: str, letter_id: str, code: Code, *, lease_token: str | None = None) -> bool:
        """End without a letter; `lease_token` and the result as in `needs_input`."""
        token = lease_token and as_uuid(lease_token)
        return self._update(statements.FAIL, user_id, letter_id, token=token, code=str(code))

    def expire_stale(self, user_id: str) -> int:
        """Fail letters that waited too long; returns how many. `create` does it by itself."""
        with self._database.transaction(user_id) as cursor:
            return _expire(cursor, user_id)

    # ------------------------------------------------------------------ read and erased

    def get(self, user_id: str, letter_id: str) -> LetterRow | None:
        """Return one letter; None is the same for none and for somebody else's."""
        found = self._fetch(statements.GET, user_id, letter_id)
        return None if found is None else as_row(found, LetterRow)

    def requirements(self, user_id: str, letter_id: str) -> Sequence[Any]:
        """Return what `set_requirements` kept, as JSON; nothing when there is no such letter."""
        found = self._fetch(statements.REQUIREMENTS, user_id, letter_id)
        return [] if found is None else found["requirements"]

    def delete(self, user_id: str, letter_id: str) -> Erasure:
        """Erase one letter, at whatever stage; the receipt counts nothing when there is none of the user's."""
        return forget_letter(self._database, user_id, as_uuid(letter_id))

    def list(
        self, user_id: str, cursor: str | None = None, limit: int = 20, search: str | None = None
    ) -> tuple[LetterSummaries, str | None]:
        """Return a page of the user's letters, newest first, and the cursor of the next page, if there is one.

        With `search`, only letters whose job title, company or text holds it, in upper or lower case.
        """
        pattern = like_pattern(search) if search and search.strip() else None
        values = {"user": user_id, "limit": limit + 1, "pattern": pattern, **decode_cursor(cursor)}
        with self._database.transaction(user_id) as database_cursor:
            rows = database_cursor.execute(statements.PAGE, values).fetchall()
        page = [as_row(row, LetterSummary) for row in rows[:limit]]
        more = len(rows) > limit
        return page, encode_cursor(page[-1].created_at, page[-1].letter_id) if more else None

    def _fetch(self, statement: str, user_id: str, letter_id: str) -> dict[str, Any] | None:
        with self._database.transaction(user_id) as cursor:
            return cursor.execute(statement, {"id": as_uuid(letter_id), "user": user_id}).fetchone()

    def _update(self, statement: str, user_id: str, letter_id: str, **values: object) -> bool:
        """Run one statement on one letter; returns whether it applied."""
        with self._database.transaction(user_id) as cursor:
            return cursor.execute(statement, {"id": as_uuid(letter_id), "user": user_id, **values}).rowcount == 1


def _check_sources(cursor: Cursor, values: dict[str, Any]) -> None:
    """Raise unless the resume is there and ready, and so is the letter to make anew; neither can go meanwhile."""
    if values["regenerated_from"] and cursor.execute(statements.OWN_LETTER, values).rowcount != 1:
        raise RequestError(Code.NOT_FOUND)
    resume = cursor.execute(statements.RESUME_STATUS, values).fetchone()
    if resume is None:
        raise RequestError(Code.RESUME_MISSING)
    if resume["status"] != ResumeStatus.READY:
        raise RequestError(Code.RESUME_NOT_READY)


def _check_quotas(cursor: Cursor, values: dict[str, Any]) -> None:
    if _only(cursor.execute(statements.UNDER_WAY, values))["count"] >= limits.LETTERS_UNDER_WAY:
        raise RequestError(Code.QUOTA_LETTERS)
    check_day(cursor, values["user"])


def _expire(cursor: Cursor, user_id: str) -> int:
    return cursor.execute(statements.EXPIRE, {"user": user_id, "lifetime": limits.QUEUED_LIFETIME_SECONDS}).rowcount


def _only(cursor: Cursor) -> dict[str, Any]:
    row = cursor.fetchone()
    assert row is not None  # noqa: S101 - a count, and an insert that returns its row, always have one
    return row
