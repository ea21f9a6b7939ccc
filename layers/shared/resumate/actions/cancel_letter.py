"""Stop a letter that is not finished."""

from resumate.errors import Code, RequestError
from resumate.gateway.caller import Caller
from resumate.gateway.messages import CancelLetter, LetterCancelled
from resumate.gateway.push import UserPush
from resumate.storage.letters import LetterStore


def cancel_letter(message: CancelLetter, caller: Caller, letters: LetterStore, push: UserPush) -> None:
    """Mark the letter as cancelled and tell all the user's sockets; the consumer sees it within a second.

    Raises `RequestError` when there is no such letter or it is finished.
    """
    if not letters.cancel(caller.user_id, message.letter_id):
        known = letters.get(caller.user_id, message.letter_id)
        raise RequestError(Code.NOT_FOUND if known is None else Code.LETTER_FINISHED)
    push.to_user(caller.user_id, LetterCancelled(letter_id=message.letter_id, request_id=message.request_id))
