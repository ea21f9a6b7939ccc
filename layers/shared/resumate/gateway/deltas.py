"""Streamed text as few frames: the first words at once, then whatever came in each twentieth of a second.

A post costs several milliseconds, so one per token falls further behind with every token. No thread and no timer:
the text that waits is at most one interval old when the next token, or the end, flushes it, and a model that stalls
holds back no more than it produced in that interval.
"""

import time
from collections.abc import Callable

from resumate import limits
from resumate.gateway.messages import LetterDelta, encode
from resumate.gateway.parts import pieces


class DeltaCoalescer:
    """Collects the text of one letter and sends it as `letter.delta` events.

    Args:
        letter_id: the letter.
        send: takes each event; the action stores the text and pushes it.
        clock: seconds that only grow.
        interval: seconds from the end of one send to the next. From its end, because what piles up during a slow
            send is then still collected whole.
        seq: the number of the last delta that was sent for this letter by an earlier attempt.
    """

    def __init__(
        self,
        letter_id: str,
        send: Callable[[LetterDelta], object],
        clock: Callable[[], float] = time.monotonic,
        interval: float = limits.DELTA_SECONDS,
        *,
        seq: int = 0,
    ) -> None:
        self.seq = seq
        self._letter_id = letter_id
        self._send = send
        self._clock = clock
        self._interval = interval
        self._draft = 0
        self._waiting = ""
        self._sent_at = float("-inf")

    def add(self, draft: int, text: str) -> None:
        """Take more text of a draft; a new draft's first text flushes the old one's and goes at once."""
        if draft != self._draft:
            self.flush()
            self._draft = draft
            self._sent_at = float("-inf")
        self._waiting += text
        if self._waiting and self._clock() - self._sent_at >= self._interval:
            self.flush()

    def flush(self) -> None:
        """Send what waits, in as many events as frames are needed; call it at the end of each draft."""
        waiting, self._waiting = self._waiting, ""
        for text in pieces(waiting, self._budget()):
            self.seq += 1
            self._send(LetterDelta(letter_id=self._letter_id, draft=self._draft, seq=self.seq, text=text))
        if waiting:
            self._sent_at = self._clock()

    def _budget(self) -> int:
        widest = LetterDelta(letter_id=self._letter_id, draft=self._draft, seq=2**53, text="")
        return limits.FRAME_BYTES - len(encode(widest))
