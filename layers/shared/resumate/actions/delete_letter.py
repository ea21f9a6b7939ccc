"""Erase one letter, finished or not; one that is being written is stopped by it."""

from resumate.errors import Code, RequestError
from resumate.gateway.caller import Caller
from resumate.gateway.messages import DeleteLetter, Receipt
from resumate.storage.letters import LetterStore


def delete_letter(message: DeleteLetter, caller: Caller, letters: LetterStore) -> Receipt:
    """Return the receipt; raises `RequestError` when there is no such letter of the caller's."""
    erased = letters.delete(caller.user_id, message.letter_id)
    if not any(erased.removed.values()):
        raise RequestError(Code.NOT_FOUND)
    return Receipt(what="letter", id=message.letter_id, removed=erased.removed, remaining=erased.remaining)
