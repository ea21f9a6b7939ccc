"""What writing a letter tells the world while it goes on, and how the world stops it.

`letters.write_letter` calls `LetterEvents`; `actions` turns the calls into pushes and stored progress.
"""

from typing import Protocol

from resumate.letters.model import Review


class LetterEvents(Protocol):
    """Told of every piece of every draft, in order; `draft` counts from 1."""

    def delta(self, draft: int, text: str) -> None:
        """Take more text of a draft (masked; no citation marks, control, tag or bidi characters)."""
        ...

    def reviewed(self, draft: int, review: Review) -> None:
        """Take the gate's verdict on a complete draft."""
        ...


class Cancelled(Exception):  # noqa: N818 - a signal, not an error: nothing failed
    """The user stopped the letter; raised by `write_letter` as soon as it notices, nothing is kept."""
