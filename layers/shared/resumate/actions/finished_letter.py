"""The letter that may be edited, exported and prepared for: the caller's own, and finished."""

from resumate.errors import Code, RequestError
from resumate.storage.letters import LetterStore
from resumate.storage.model import LetterRow, LetterStatus


def finished_letter(user_id: str, letter_id: str, letters: LetterStore) -> LetterRow:
    """Return a finished letter of the user's; raises `RequestError`: NOT_FOUND, LETTER_NOT_FINISHED."""
    letter = letters.get(user_id, letter_id)
    if letter is None:
        raise RequestError(Code.NOT_FOUND)
    if letter.status is not LetterStatus.COMPLETED:
        raise RequestError(Code.LETTER_NOT_FINISHED)
    return letter
