"""The time that metrics and alarms go by: the real one, or, for tests of alarms, one that runs faster.

An alarm on letters that wait for ten minutes cannot be waited for in a test. Everything that has to do with metrics
reads this clock: points, ages of messages, periods and the moments of evaluation. So at speed 60 a minute of all of
them passes in a second, and nothing but the waiting is left out.
"""

import time
from collections.abc import Callable


class MetricClock:
    """Runs `speed` times as fast as the real clock, from the moment it was made.

    Args:
        speed: 1 is real time.
        real: seconds since 1970.
    """

    def __init__(self, speed: float = 1.0, real: Callable[[], float] = time.time) -> None:
        self.speed = speed
        self._real = real
        self._start = real()

    def now(self) -> float:
        """Return the moment it is, in seconds since 1970."""
        return self.at(self._real())

    def at(self, moment: float) -> float:
        """Return the moment on this clock of a moment on the real one; earlier than its start, too."""
        return self._start + (moment - self._start) * self.speed

    def real_seconds(self, seconds: float) -> float:
        """Return how long some of this clock's seconds really take."""
        return seconds / self.speed
