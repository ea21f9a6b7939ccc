"""Note an erasure in the log before it is done: one that is noted and not done is done at the next replay.

The other way round, a crash between the two would leave an erasure that a restored backup brings back.
"""

from collections.abc import Callable
from typing import TypeVar

from resumate.storage.erasure_log import ErasureLog

Result = TypeVar("Result")


def note_erasure(  # what is erased, whether there is such a thing, and how
    log: ErasureLog, user_id: str, what: str, identifier: str, exists: Callable[[], bool], erase: Callable[[], Result]
) -> Result:
    """Erase and return the receipt; what is not there leaves no tombstone, or anybody could fill the log."""
    if exists():
        log.note(user_id, what, identifier)
    return erase()
