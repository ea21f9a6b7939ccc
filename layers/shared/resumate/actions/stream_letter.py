"""Stream a letter while it is written: every piece is stored first and pushed then, so a lost socket loses nothing.

A client that reconnects reads the stored draft with its `seq` (`get_letter`) and goes on with later deltas.
"""

import time
from collections.abc import Callable
from typing import Final

from resumate.documents.masking import restore
from resumate.documents.model import Contact
from resumate.gateway.deltas import DeltaCoalescer
from resumate.gateway.messages import FindingItem, LetterDelta, LetterProgress, LetterReview
from resumate.gateway.push import UserPush
from resumate.letters.model import Review
from resumate.observability import measure
from resumate.storage.letters import LetterStore
from resumate.storage.model import Lease

PLACEHOLDER_OPENS: Final = "\u27e6"
PLACEHOLDER_CLOSES: Final = "\u27e7"
LOOK_SECONDS: Final = 1.0  # how often a silent model's letter is checked for a cancellation


class LetterStream:
    """`letters.events.LetterEvents` for one attempt at one letter.

    An attempt after a crash goes on counting where the last one stopped: a new draft number starts an empty text,
    a higher `seq` supersedes the old frames.
    """

    def __init__(
        self,
        user_id: str,
        letter_id: str,
        lease: Lease,
        contact: Contact,
        letters: LetterStore,
        push: UserPush,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._user_id = user_id
        self._letter_id = letter_id
        self._lease = lease
        self._contact = contact
        self._letters = letters
        self._push = push
        self._clock = clock
        self._begun = self._looked_at = clock()
        self._stopped = False
        self._text = ""
        self._draft = 0
        self._held = ""
        self._deltas = DeltaCoalescer(letter_id, self._send, clock, seq=lease.seq)

    def delta(self, draft: int, text: str) -> None:
        """Take more text of a draft, counted from 1 within this attempt; its owner sees contact details, not marks."""
        whole, opening, begun = (self._held + text).rpartition(PLACEHOLDER_OPENS)
        if not opening or PLACEHOLDER_CLOSES in begun:
            whole, opening, begun = self._held + text, "", ""
        self._held = opening + begun
        self._deltas.add(self._lease.draft + draft, restore(whole, self._contact))

    def reviewed(self, draft: int, review: Review) -> None:
        """Send what is left of the draft, then the gate's verdict on it."""
        self._held = ""  # a placeholder that the model never closed
        self._deltas.flush()
        self._push.to_user(self._user_id, LetterProgress(letter_id=self._letter_id, stage="checking"))
        findings = [
            FindingItem(restore(sentence.text, self._contact), finding.code, finding.explanation)
            for sentence in review.sentences
            for finding in sentence.findings
        ]
        number = self._lease.draft + draft
        self._push.to_user(self._user_id, LetterReview(letter_id=self._letter_id, draft=number, findings=findings))

    def cancelled(self) -> bool:
        """Tell whether the letter was cancelled or deleted; asked while the model streams."""
        if not self._stopped and self._clock() - self._looked_at >= LOOK_SECONDS:
            self._looked_at = self._clock()
            self._stopped = not self._letters.holds_lease(self._user_id, self._letter_id, self._lease.token)
        return self._stopped

    def close(self) -> None:
        """Send what is left."""
        self._deltas.flush()

    def _send(self, delta: LetterDelta) -> None:
        if delta.draft != self._draft:
            self._draft, self._text = delta.draft, ""
        self._text += delta.text
        kept = self._letters.append_draft(
            self._user_id, self._letter_id, self._lease.token, delta.draft, delta.seq, self._text
        )
        self._looked_at = self._clock()
        if not kept:
            self._stopped = True
            return
        self._push.to_user(self._user_id, delta)
        if delta.seq == 1:
            seconds = self._lease.age + self._clock() - self._begun
            measure("time_to_first_delta", seconds * 1000, "Milliseconds")
