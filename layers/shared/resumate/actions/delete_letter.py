"""Erase one letter with its versions and exported files, finished or not; one that is being written is stopped by it."""

from resumate.errors import Code, RequestError
from resumate.gateway.caller import Caller
from resumate.gateway.messages import DeleteLetter, Receipt
from resumate.storage.letters import LetterStore
from resumate.storage.objects import ObjectStore, letter_exports_prefix


def delete_letter(message: DeleteLetter, caller: Caller, letters: LetterStore, objects: ObjectStore) -> Receipt:
    """Return the receipt; raises `RequestError` when there is no such letter of the caller's."""
    erased = letters.delete(caller.user_id, message.letter_id)
    exports = objects.delete_prefix(letter_exports_prefix(caller.user_id, message.letter_id))
    if not any(erased.removed.values()):
        raise RequestError(Code.NOT_FOUND)
    return Receipt(
        what="letter",
        id=message.letter_id,
        removed={**erased.removed, "exports": exports.removed},
        remaining={**erased.remaining, "exports": exports.remaining},
    )
