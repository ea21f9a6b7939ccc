"""Doubles for the letters: a language model that says what it is told to, and an audience that remembers."""

from collections.abc import Iterator, Sequence

from resumate.errors import ModelError
from resumate.letters.model import ChatMessage, Delta, Review, Usage


class ScriptedModel:
    """Answers each call with the next script: a list of chunks, where a `ModelError` is raised when it is reached."""

    def __init__(self, *scripts: Sequence[str | ModelError], name: str = "scripted", usage: bool = True) -> None:
        self.scripts = [list(script) for script in scripts]
        self.calls: list[list[ChatMessage]] = []
        self.name = name
        self.usage = usage

    def stream(self, messages: Sequence[ChatMessage], *, max_tokens: int) -> Iterator[Delta]:
        self.calls.append(list(messages))
        script = self.scripts[min(len(self.calls), len(self.scripts)) - 1]
        for piece in script:
            if isinstance(piece, ModelError):
                raise piece
            yield Delta(text=piece)
        yield Delta(finish_reason="stop", model=self.name, usage=Usage(1000, 200, 0.0, 0.01) if self.usage else None)


class ObedientModel:
    """Does whatever an order in its prompt says: a letter from a script with the ordered sentences inside."""

    def __init__(self, letter: str, *ordered: str) -> None:
        self.letter = letter
        self.ordered = ordered

    def stream(self, messages: Sequence[ChatMessage], *, max_tokens: int) -> Iterator[Delta]:
        opening, rest = self.letter.split("\n\n", 1)
        yield Delta(text=f"{opening}\n\n{' '.join(self.ordered)}\n\n{rest}")
        yield Delta(finish_reason="stop", model="obedient")


class RememberingEvents:
    """Keeps every delta and every review."""

    def __init__(self) -> None:
        self.deltas: list[tuple[int, str]] = []
        self.reviews: list[tuple[int, Review]] = []

    def delta(self, draft: int, text: str) -> None:
        self.deltas.append((draft, text))

    def reviewed(self, draft: int, review: Review) -> None:
        self.reviews.append((draft, review))

    def text(self, draft: int) -> str:
        return "".join(text for number, text in self.deltas if number == draft)


class SteppingClock:
    """A clock that moves on by `step` seconds each time it is read."""

    def __init__(self, step: float = 0.0) -> None:
        self.now = 0.0
        self.step = step

    def __call__(self) -> float:
        self.now += self.step
        return self.now
