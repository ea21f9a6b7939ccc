"""The versions of finished letters: the text as it was written, and each edit of it; none is ever changed.

The letter's own row holds the newest text, so that lists, search and `get_letter` need no second look. Who saves
says which version was edited: two windows cannot overwrite each other without noticing.
"""

from collections.abc import Sequence
from typing import Any, Final

from resumate import limits
from resumate.errors import Code, RequestError
from resumate.storage.database import Cursor, Database, as_row
from resumate.storage.identifiers import as_uuid
from resumate.storage.model import LetterStatus, VersionOrigin, VersionRow
from resumate.storage.text import storable, storable_json

_FIRST: Final = """
    insert into letter_versions (letter_id, user_id, version, origin, text, sentences, created_at)
    select id, user_id, 1, 'written', text, sentences, finished_at from letters
    where id = %(id)s and user_id = %(user)s and status = 'completed'
    on conflict (letter_id, version) do nothing
"""
_LOCK: Final = "select status, version, text from letters where id = %(id)s and user_id = %(user)s for update"
# A function of the release before this one, which still ran, may have finished a letter without its first version.
_ADOPT: Final = "update letters set version = 1 where id = %(id)s and user_id = %(user)s"
_NEXT: Final = """
    update letters set version = %(version)s, text = %(text)s, sentences = %(sentences)s, updated_at = now()
    where id = %(id)s and user_id = %(user)s
"""
_INSERT: Final = """
    insert into letter_versions (letter_id, user_id, version, origin, text, sentences)
    values (%(id)s, %(user)s, %(version)s, %(origin)s, %(text)s, %(sentences)s)
"""
_LIST: Final = """
    select version, origin, text, sentences, created_at from letter_versions
    where letter_id = %(id)s and user_id = %(user)s order by version desc
"""
_GET: Final = """
    select version, origin, text, sentences, created_at from letter_versions
    where letter_id = %(id)s and user_id = %(user)s and version = %(version)s
"""


def add_first_version(cursor: Cursor, values: dict[str, Any]) -> None:
    """Keep the text of the letter that this transaction completed as its version 1; `values` name id and user."""
    cursor.execute(_FIRST, values)


class VersionStore:
    """The versions of a user's letters.

    Args:
        database: where they are; each method runs one transaction.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self, user_id: str, letter_id: str) -> list[VersionRow] | None:
        """Return all versions, newest first; none before the letter is finished, None when there is no such letter."""
        values = {"id": as_uuid(letter_id), "user": user_id}
        with self._database.transaction(user_id) as cursor:
            if _locked(cursor, values) is None:
                return None
            rows = cursor.execute(_LIST, values).fetchall()
        return [as_row(row, VersionRow) for row in rows]

    def get(self, user_id: str, letter_id: str, version: int) -> VersionRow | None:
        """Return one version; None for no such version, no such letter, and somebody else's."""
        values = {"id": as_uuid(letter_id), "user": user_id, "version": version}
        with self._database.transaction(user_id) as cursor:
            _locked(cursor, values)
            found = cursor.execute(_GET, values).fetchone()
        return None if found is None else as_row(found, VersionRow)

    def save(
        self,
        user_id: str,
        letter_id: str,
        base_version: int,
        origin: VersionOrigin,
        text: str,
        sentences: Sequence[Any],
    ) -> int:
        """Store a new version, which becomes the letter's text; return its number.

        The same text for the same `base_version` again is a request that was repeated: it is that version already.
        Raises `RequestError`, with nothing stored: NOT_FOUND, LETTER_NOT_FINISHED, VERSION_CONFLICT when
        `base_version` is not the newest, QUOTA_VERSIONS when there are `limits.LETTER_VERSIONS` already.
        """
        values = {"id": as_uuid(letter_id), "user": user_id, "origin": origin.value}
        content = {"text": storable(text), "sentences": storable_json([*sentences])}
        with self._database.transaction(user_id) as cursor:
            letter = _locked(cursor, values)
            newest = _newest(letter)
            if letter is not None and base_version == newest - 1 and letter["text"] == content["text"]:
                return newest
            if base_version != newest:
                raise RequestError(Code.VERSION_CONFLICT)
            if newest >= limits.LETTER_VERSIONS:
                raise RequestError(Code.QUOTA_VERSIONS)
            stored = {**values, **content, "version": newest + 1}
            cursor.execute(_NEXT, stored)
            cursor.execute(_INSERT, stored)
            return newest + 1


def _locked(cursor: Cursor, values: dict[str, Any]) -> dict[str, Any] | None:
    """Return status and version of the letter, which nobody changes meanwhile; None when there is none."""
    row = cursor.execute(_LOCK, values).fetchone()
    if row is not None and row["status"] == LetterStatus.COMPLETED and row["version"] == 0:
        cursor.execute(_FIRST, values)
        cursor.execute(_ADOPT, values)
        return {**row, "version": 1}
    return row


def _newest(row: dict[str, Any] | None) -> int:
    if row is None:
        raise RequestError(Code.NOT_FOUND)
    if row["status"] != LetterStatus.COMPLETED:
        raise RequestError(Code.LETTER_NOT_FINISHED)
    return int(row["version"])
