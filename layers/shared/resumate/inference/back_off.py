"""Waits before another attempt, within bounds: one repeat of a failure, and some seconds of throttling.

Used by `embedder`, whose calls are cheap and change nothing. The language model has no use for it: a letter is
tried again through the queue.
"""

import random
import time
from collections.abc import Callable
from typing import Final

from resumate.inference.endpoint_errors import Fault

PATIENCE_SECONDS: Final = 45.0
"""A serverless endpoint that starts, or is over its concurrency, answers within this; a function has 60 and more."""
ATTEMPTS_MOST: Final = 14
FIRST_WAIT_SECONDS: Final = 0.5
LONGEST_WAIT_SECONDS: Final = 8.0


class BackOff:
    """The patience of one operation, over all of its calls.

    Args:
        sleep: waits some seconds.
        clock: monotonic seconds.
        chance: a random number from 0 to 1, so that clients which failed together do not come back together.
        patience: seconds since now after which nothing is tried again.
    """

    def __init__(
        self,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        chance: Callable[[], float] = random.random,
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self._sleep = sleep
        self._clock = clock
        self._chance = chance
        self._deadline = clock() + patience
        self._attempts = 1
        self._repeated = False

    def wait(self, fault: Fault) -> bool:
        """Sleep as the fault asks and return True; return False at once when the operation should give up."""
        seconds = self._pause(fault)
        if seconds is None or self._attempts >= ATTEMPTS_MOST or self._clock() + seconds > self._deadline:
            return False
        self._attempts += 1
        self._sleep(seconds)
        return True

    def _pause(self, fault: Fault) -> float | None:
        """Return how long to wait, between half and all of a doubling step; None for what is not tried again."""
        if fault is Fault.THROTTLED:
            step = min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2.0 ** (self._attempts - 1))
        elif fault is Fault.BROKEN and not self._repeated:
            self._repeated = True
            step = FIRST_WAIT_SECONDS
        else:
            return None
        return step * (1 + self._chance()) / 2
