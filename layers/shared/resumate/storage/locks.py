"""Locks by user and kind, held until the transaction ends: what is counted under one cannot change meanwhile.

Creating and erasing take them, so that two requests at once never both get the last free place, and nothing is
created while all is being erased. Whoever takes both takes resumes first.
"""

from enum import StrEnum

from resumate.storage.database import Cursor


class Kind(StrEnum):
    """What is locked."""

    RESUMES = "resumes"
    LETTERS = "letters"


def lock(cursor: Cursor, user_id: str, kind: Kind) -> None:
    """Wait for and take the lock on one kind of thing of one user."""
    # There is no table of users to lock a row of. Users whose hashes collide merely wait for each other.
    cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"{kind} {user_id}"])
