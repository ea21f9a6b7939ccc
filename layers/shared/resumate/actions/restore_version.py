"""Make an earlier version of a letter the newest again: a further version with the same text, nothing is overwritten."""

from resumate.actions.show_letter import letter_event
from resumate.errors import Code, RequestError
from resumate.gateway.caller import Caller
from resumate.gateway.messages import LetterEvent, RestoreVersion
from resumate.storage.letter_versions import VersionStore
from resumate.storage.letters import LetterStore
from resumate.storage.model import VersionOrigin


def restore_version(
    message: RestoreVersion, caller: Caller, letters: LetterStore, versions: VersionStore
) -> LetterEvent:
    """Return the letter with its new version; raises `RequestError` as `VersionStore.save` does, or NOT_FOUND."""
    row = versions.get(caller.user_id, message.letter_id, message.version)
    if row is None:
        raise RequestError(Code.NOT_FOUND)
    versions.save(
        caller.user_id, message.letter_id, message.base_version, VersionOrigin.RESTORED, row.text, row.sentences
    )
    letter = letters.get(caller.user_id, message.letter_id)
    if letter is None:
        raise RequestError(Code.NOT_FOUND)
    return letter_event(letter)
