"""Tell of dead letters which would still be written, so that an operator can leave the others out of a redrive."""

from collections.abc import Sequence
from enum import StrEnum

from resumate.errors import Code, RequestError
from resumate.storage.letters import LetterStore
from resumate.storage.model import LetterStatus


class LetterState(StrEnum):
    """What becomes of a queue message of a letter."""

    OPEN = "open"
    FINISHED = "finished"
    GONE = "gone"


def letter_states(letters: Sequence[tuple[str, str]], store: LetterStore) -> list[LetterState]:
    """Return the state of each letter, given by user id and letter id, in their order."""
    return [_state(user_id, letter_id, store) for user_id, letter_id in letters]


def _state(user_id: str, letter_id: str, store: LetterStore) -> LetterState:
    try:
        letter = store.get(user_id, letter_id)
    except RequestError:
        return LetterState.GONE
    if letter is None:
        return LetterState.GONE
    dead = letter.status == LetterStatus.FAILED and letter.error_code == Code.DEAD_LETTER
    under_way = letter.status in {LetterStatus.QUEUED, LetterStatus.WRITING}
    return LetterState.OPEN if dead or under_way else LetterState.FINISHED
