"""Erases rows for good: one resume, one letter, or all that a user has, with a receipt and a tombstone.

A tombstone says that something was erased, and when, under a hash of the user's id and without any content, so
that the same can be erased again in a database restored from a backup; that of a letter keeps when it was asked for,
which still counts in a day's quota. The receipt counts what was removed and
what a second look, in a transaction of its own, still finds.
"""

from typing import Any, Final
from uuid import UUID

from resumate.errors import Code, RequestError
from resumate.storage.database import Cursor, Database
from resumate.storage.locks import Kind, lock
from resumate.storage.model import Erasure

# ruff: noqa: S608 - put together from constants of this module alone; values are always bound

ACCOUNT: Final = "account"
# A token lives ten minutes: after that nobody can act for an erased account but somebody who signed in again.
_TOKEN_SECONDS: Final = 900

_TOMBSTONE: Final = """
    insert into erasures (user_hash, what) values (encode(sha256(convert_to(%s, 'UTF8')), 'hex'), %s)
    on conflict (user_hash, what) do update set at = now()
"""
_LETTER_TOMBSTONES: Final = """
    insert into erasures (user_hash, what, made_at)
    select encode(sha256(convert_to(user_id, 'UTF8')), 'hex'), 'letter:' || id, created_at {letters}
    on conflict (user_hash, what) do update set at = now()
"""
_ERASED_LATELY: Final = "select from erasures where what = %s and at > now() - make_interval(secs => %s)"
# The lock makes a reader that is about to store wait, and then find that the resume is gone.
_LOCK_RESUME: Final = "select from resumes where id = %(id)s and user_id = %(user)s for update"
_UNFINISHED_LETTERS: Final = "from letters where resume_id = %(id)s and user_id = %(user)s and status <> 'completed'"
_RESUME_LEFTOVERS: Final = f"""
    select
        (select count(*) from resumes where id = %(id)s and user_id = %(user)s) as resumes,
        (select count(*) from chunks where resume_id = %(id)s and user_id = %(user)s) as chunks,
        (select count(*) {_UNFINISHED_LETTERS}) as letters
"""
_THIS_LETTER: Final = "from letters where id = %(id)s and user_id = %(user)s"
_LETTER_LEFTOVERS: Final = f"""
    select
        (select count(*) {_THIS_LETTER}) as letters,
        (select count(*) from letter_versions where letter_id = %(id)s and user_id = %(user)s) as letter_versions
"""
_USER_ROWS: Final = """
    select
        (select count(*) from resumes where user_id = %(user)s) as resumes,
        (select count(*) from chunks where user_id = %(user)s) as chunks,
        (select count(*) from letters where user_id = %(user)s) as letters,
        (select count(*) from letter_versions where user_id = %(user)s) as letter_versions,
        (select count(*) from connections where user_id = %(user)s) as connections
"""


def forget_resume(database: Database, user_id: str, resume_id: UUID) -> Erasure:
    """Erase a resume with its chunks and unfinished letters; nothing is counted when there is none."""
    values = {"id": resume_id, "user": user_id}
    with database.transaction(user_id) as cursor:
        lock(cursor, user_id, Kind.LETTERS)
        known = cursor.execute(_LOCK_RESUME, values).rowcount == 1
        removed = _counts(cursor, _RESUME_LEFTOVERS, values)
        if known:
            cursor.execute(_LETTER_TOMBSTONES.format(letters=_UNFINISHED_LETTERS), values)
            cursor.execute(f"delete {_UNFINISHED_LETTERS}", values)
            cursor.execute("delete from resumes where id = %(id)s and user_id = %(user)s", values)
            cursor.execute(_TOMBSTONE, [user_id, f"resume:{resume_id}"])
    return Erasure(removed, _second_look(database, user_id, _RESUME_LEFTOVERS, values))


def forget_letter(database: Database, user_id: str, letter_id: UUID) -> Erasure:
    """Erase one letter with its versions, finished or not; nothing is counted when there is none."""
    values = {"id": letter_id, "user": user_id}
    with database.transaction(user_id) as cursor:
        cursor.execute(f"select {_THIS_LETTER} for update", values)
        removed = _counts(cursor, _LETTER_LEFTOVERS, values)
        cursor.execute(_LETTER_TOMBSTONES.format(letters=_THIS_LETTER), values)
        cursor.execute(f"delete {_THIS_LETTER}", values)
    return Erasure(removed, _second_look(database, user_id, _LETTER_LEFTOVERS, values))


def erase_user(database: Database, user_id: str) -> Erasure:
    """Erase every row of a user; a second call finds nothing and changes nothing.

    Files in the bucket and the sign-in itself are not the database's: the caller removes them.
    """
    values = {"user": user_id}
    with database.transaction(user_id) as cursor:
        lock(cursor, user_id, Kind.RESUMES)
        lock(cursor, user_id, Kind.LETTERS)
        removed = _counts(cursor, _USER_ROWS, values)
        for table in ("letters", "resumes", "connections"):
            cursor.execute(f"delete from {table} where user_id = %(user)s", values)
        known = cursor.execute("select from erasures where what = %s", [ACCOUNT]).rowcount == 1
        if any(removed.values()) or not known:
            cursor.execute(_TOMBSTONE, [user_id, ACCOUNT])
    return Erasure(removed, _second_look(database, user_id, _USER_ROWS, values))


def refuse_erased(cursor: Cursor) -> None:
    """Raise `RequestError` (UNAUTHORIZED) in a transaction of a user who was erased while a token of theirs lives."""
    if cursor.execute(_ERASED_LATELY, [ACCOUNT, _TOKEN_SECONDS]).rowcount == 1:
        raise RequestError(Code.UNAUTHORIZED, "This account was deleted. Sign up again to begin anew.")


def _second_look(database: Database, user_id: str, statement: str, values: dict[str, Any]) -> dict[str, int]:
    with database.transaction(user_id) as cursor:
        return _counts(cursor, statement, values)


def _counts(cursor: Cursor, statement: str, values: dict[str, Any]) -> dict[str, int]:
    row = cursor.execute(statement, values).fetchone()
    return dict(row or {})
