"""Says what is being done and for how long, on stderr, so that no wait is silent.

On a terminal one line is rewritten while a step runs; elsewhere a step that takes long repeats itself every
`HEARTBEAT_SECONDS`. Results go to stdout and never through here.
"""

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, TextIO

HEARTBEAT_SECONDS: Final = 10.0
_TICK_SECONDS: Final = 0.2


class Progress:
    """Prints steps with the seconds they took.

    Args:
        stream: where to print; stderr unless given.
        quiet: print nothing at all.
    """

    def __init__(self, stream: TextIO | None = None, *, quiet: bool = False) -> None:
        self._stream = stream if stream is not None else sys.stderr
        self._quiet = quiet
        self._started = time.monotonic()
        self._lock = threading.Lock()
        self._live = self._stream.isatty()

    @property
    def elapsed(self) -> float:
        """Seconds since this object was made."""
        return time.monotonic() - self._started

    def say(self, text: str) -> None:
        """Print one line."""
        if not self._quiet:
            with self._lock:
                print(f"\r\033[K{text}" if self._live else text, file=self._stream, flush=True)

    @contextmanager
    def step(self, text: str) -> Iterator[None]:
        """Announce a step, keep saying that it runs, and say how long it took."""
        begun = time.monotonic()
        over = threading.Event()
        ticker = threading.Thread(target=self._tick, args=(text, begun, over), daemon=True)
        ticker.start()
        try:
            yield
        except BaseException:
            over.set()
            ticker.join()
            self.say(f"  ✗ {text} ({time.monotonic() - begun:.1f} s)")
            raise
        over.set()
        ticker.join()
        self.say(f"  ✓ {text} ({time.monotonic() - begun:.1f} s)")

    def _tick(self, text: str, begun: float, over: threading.Event) -> None:
        pause = _TICK_SECONDS if self._live else HEARTBEAT_SECONDS
        while not over.wait(pause):
            seconds = time.monotonic() - begun
            if self._live and not self._quiet:
                with self._lock:
                    self._stream.write(f"\r\033[K  … {text} ({seconds:.0f} s)")
                    self._stream.flush()
            else:
                self.say(f"  … {text} ({seconds:.0f} s)")
