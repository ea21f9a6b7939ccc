"""The time that metrics and alarms go by: the real one, which a test of alarms can put forward.

An alarm on letters that wait for ten minutes cannot be waited for in a test. Everything that has to do with metrics
reads this clock: points, ages of messages, periods and the moments of evaluation. So a minute that is put forward passes
for all of them, nothing but the waiting is left out, and how fast the machine is does not matter.
"""

import time
from collections.abc import Callable


class MetricClock:
    """Runs with the real clock, ahead of it by what it was put forward.

    Args:
        real: seconds since 1970.
    """

    def __init__(self, real: Callable[[], float] = time.time) -> None:
        self._real = real
        self._jumps: list[tuple[float, float]] = []  # the real moment, and by how many seconds

    def now(self) -> float:
        """Return the moment it is, in seconds since 1970."""
        return self.at(self._real())

    def at(self, moment: float) -> float:
        """Return what this clock showed at a moment of the real one: what was put forward later had not passed then."""
        return moment + sum(seconds for when, seconds in list(self._jumps) if when <= moment)

    def put_forward(self, seconds: float) -> None:
        """Let some seconds pass at once."""
        self._jumps.append((self._real(), seconds))
