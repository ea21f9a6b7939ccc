"""Show one letter: its newest version, byte for byte as it was stored, or the draft as far as it is."""

from resumate.actions.show_letter import letter_event
from resumate.errors import Code, RequestError
from resumate.gateway.caller import Caller
from resumate.gateway.messages import GetLetter, LetterEvent
from resumate.storage.letters import LetterStore


def get_letter(message: GetLetter, caller: Caller, letters: LetterStore) -> LetterEvent:
    """Return the letter; raises `RequestError` when there is no such letter of the caller's."""
    letters.expire_stale(caller.user_id)
    row = letters.get(caller.user_id, message.letter_id)
    if row is None:
        raise RequestError(Code.NOT_FOUND)
    return letter_event(row)
