"""Erases rows for good: one resume, one letter, or all that a user has, with a receipt and a tombstone.

A tombstone says that something was erased, and when, under a hash of the user's id and without any content, so
that the same can be erased again in a database restored from a backup. The receipt counts what was removed and
what a second look, in a transaction of its own, still finds.
"""

from typing import Any, Final
from uuid import UUID

from resumate.storage.database import Cursor, Database
from resumate.storage.locks import Kind, lock
from resumate.storage.model import Erasure

# ruff: noqa: S608 - put together from constants of this module alone; values are always bound

ACCOUNT: Final = "account"

_TOMBSTONE: Final = """
    insert into erasures (user_hash, what) values (encode(sha256(convert_to(%s, 'UTF8')), 'hex'), %s)
    on conflict (user_hash, what) do update set at = now()
"""
# The lock makes a reader that is about to store wait, and then find that the resume is gone.
_LOCK_RESUME: Final = "select from resumes where id = %(id)s and user_id = %(user)s for update"
_UNFINISHED_LETTERS: Final = "from letters where resume_id = %(id)s and user_id = %(user)s and status <> 'completed'"
_RESUME_LEFTOVERS: Final = f"""
    select
        (select count(*) from resumes where id = %(id)s and user_id = %(user)s) as resumes,
        (select count(*) from chunks where resume_id = %(id)s and user_id = %(user)s) as chunks,
        (select count(*) {_UNFINISHED_LETTERS}) as letters
"""
_USER_ROWS: Final = """
    select
        (select count(*) from resumes where user_id = %(user)s) as resumes,
        (select count(*) from chunks where user_id = %(user)s) as chunks,
        (select count(*) from letters where user_id = %(user)s) as letters,
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
            cursor.execute(f"delete {_UNFINISHED_LETTERS}", values)
            cursor.execute("delete from resumes where id = %(id)s and user_id = %(user)s", values)
            cursor.execute(_TOMBSTONE, [user_id, f"resume:{resume_id}"])
    return Erasure(removed, _second_look(database, user_id, _RESUME_LEFTOVERS, values))


def forget_letter(database: Database, user_id: str, letter_id: UUID) -> Erasure:
    """Erase one letter, finished or not; nothing is counted when there is none."""
    values = {"id": letter_id, "user": user_id}
    look = "select count(*) as letters from letters where id = %(id)s and user_id = %(user)s"
    with database.transaction(user_id) as cursor:
        deleted = cursor.execute("delete from letters where id = %(id)s and user_id = %(user)s", values).rowcount
        if deleted:
            cursor.execute(_TOMBSTONE, [user_id, f"letter:{letter_id}"])
    return Erasure({"letters": deleted}, _second_look(database, user_id, look, values))


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


def _second_look(database: Database, user_id: str, statement: str, values: dict[str, Any]) -> dict[str, int]:
    with database.transaction(user_id) as cursor:
        return _counts(cursor, statement, values)


def _counts(cursor: Cursor, statement: str, values: dict[str, Any]) -> dict[str, int]:
    row = cursor.execute(statement, values).fetchone()
    return dict(row or {})
