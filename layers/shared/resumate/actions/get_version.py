"""Show one version of a letter."""

import msgspec

from resumate.errors import Code, RequestError
from resumate.gateway.caller import Caller
from resumate.gateway.messages import GetVersion, SentenceItem, VersionEvent
from resumate.storage.letter_versions import VersionStore


def get_version(message: GetVersion, caller: Caller, versions: VersionStore) -> VersionEvent:
    """Return it; raises `RequestError` (NOT_FOUND) when there is no such version or letter of the caller's."""
    row = versions.get(caller.user_id, message.letter_id, message.version)
    if row is None:
        raise RequestError(Code.NOT_FOUND)
    return VersionEvent(
        letter_id=message.letter_id,
        version=row.version,
        origin=row.origin,
        created_at=row.created_at.isoformat(timespec="seconds"),
        text=row.text,
        sentences=msgspec.convert(row.sentences, list[SentenceItem]),
    )
