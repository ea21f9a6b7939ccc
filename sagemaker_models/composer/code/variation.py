"""Choices between wordings that differ from letter to letter but never between two runs of the same prompt.

A `Choices` is seeded by the job and the evidence. Each list of wordings is gone through in turn from a seeded place, so
that nothing repeats before everything was said once. `Sentence` is what the writers of letters hand to each other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Sentence:
    """A sentence without its stop and the evidence it rests on; without ids it claims nothing about the person."""

    words: str
    ids: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The sentence as it stands in the letter, citations before the stop."""
        stop = "" if self.words.endswith(("?", "!")) else "."
        cited = "".join(f"[{found}]" for found in dict.fromkeys(self.ids))
        if cited:
            return f"{self.words.removesuffix('.')} {cited}{stop}"
        return self.words if self.words.endswith((".", "?", "!")) else f"{self.words}."

    @property
    def size(self) -> int:
        """The number of words, citations not counted."""
        return len(self.words.split())


class Choices:
    """Deterministic turns through lists of wordings.

    Args:
        seed: any text; the same text gives the same choices.
    """

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._turn: dict[str, int] = {}

    def order(self, name: str, options: Sequence[str]) -> list[str]:
        """Return the options beginning with the one whose turn it is, and move the turn on by one."""
        turn = self._turn.get(name, self._start(name))
        self._turn[name] = turn + 1
        place = turn % len(options)
        return [*options[place:], *options[:place]]

    def pick(self, name: str, options: Sequence[str]) -> str:
        """Return the option whose turn it is."""
        return self.order(name, options)[0]

    def unlike(self, name: str, options: Sequence[str], neighbour: str) -> str:
        """Return the option whose turn it is among those that do not open with the same two words as `neighbour`."""
        ordered = self.order(name, options)
        return next((option for option in ordered if option.split()[:2] != neighbour.split()[:2]), ordered[0])

    def _start(self, name: str) -> int:
        return hashlib.sha256(f"{self._seed}\n{name}".encode()).digest()[0]
