"""List the versions of a letter."""

from resumate.errors import Code, RequestError
from resumate.gateway.caller import Caller
from resumate.gateway.messages import ListVersions, VersionItem, Versions
from resumate.letters.gate.letter import count_words
from resumate.storage.letter_versions import VersionStore


def list_versions(message: ListVersions, caller: Caller, versions: VersionStore) -> Versions:
    """Return them, newest first; raises `RequestError` (NOT_FOUND)."""
    rows = versions.list(caller.user_id, message.letter_id)
    if rows is None:
        raise RequestError(Code.NOT_FOUND)
    items = [
        VersionItem(
            version=row.version,
            origin=row.origin,
            created_at=row.created_at.isoformat(timespec="seconds"),
            words=count_words(row.text),
        )
        for row in rows
    ]
    return Versions(letter_id=message.letter_id, items=items)
