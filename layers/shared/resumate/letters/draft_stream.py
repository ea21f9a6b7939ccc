"""Streams one draft from the model: passes its text on, stops it when it must stop, counts what it used.

The lower half of `letters.write_letter`. An answer that ends in an error after its first words is returned with
`broken` set, because the conversation may go on; one that fails before them raises.
"""

from collections.abc import Callable, Sequence
from typing import Final

from msgspec import Struct

from resumate import limits
from resumate.errors import Code, ModelError
from resumate.letters.build_prompt import estimated_tokens
from resumate.letters.citation_marks import CitationFilter
from resumate.letters.events import Cancelled, LetterEvents
from resumate.letters.model import ChatMessage, Delta, LanguageModel, Usage
from resumate.letters.unusable import is_looping, without_loop

# More than any letter needs; a model that ignores `max_tokens` is stopped here.
DRAFT_CHARACTERS: Final = 12_000
CANCEL_POLL_SECONDS: Final = 0.5
_LOOP_CHECK_CHARACTERS: Final = 400


class Draft(Struct, frozen=True):
    """What one call of the model gave: the text with citation marks, and the error that broke it off, if any."""

    text: str
    broken: ModelError | None = None


class DraftStream:
    """Calls the model once a draft; `usage` and `model_name` add up over all drafts.

    `deadline` is the moment of `clock` after which a running answer is cut.
    """

    def __init__(
        self,
        model: LanguageModel,
        events: LetterEvents,
        clock: Callable[[], float],
        cancelled: Callable[[], bool],
        deadline: float,
    ) -> None:
        self._model = model
        self._events = events
        self._clock = clock
        self._cancelled = cancelled
        self._deadline = deadline
        self.usage = Usage()
        self.model_name = "unknown"

    def write(self, number: int, messages: Sequence[ChatMessage]) -> Draft:
        """Stream draft `number`; raises `ModelError` when not a word came, `Cancelled` when the user stopped it."""
        answer = _Answer()
        shown = CitationFilter()
        broken: ModelError | None = None
        try:
            self._read(number, messages, answer, shown)
        except ModelError as error:
            if not answer.text.strip():
                self._count(messages, answer)
                raise
            broken = ModelError(Code.GENERATION_INTERRUPTED, retryable=error.retryable)
            broken.__cause__ = error
        if rest := shown.flush():
            self._events.delta(number, rest)
        self._count(messages, answer)
        if broken is None and answer.late:
            broken = ModelError(Code.GENERATION_INTERRUPTED, retryable=True)
        return Draft(text=_whole(answer), broken=broken)

    def _read(self, number: int, messages: Sequence[ChatMessage], answer: "_Answer", shown: CitationFilter) -> None:
        polled = self._clock()
        if self._cancelled():
            raise Cancelled
        stream = self._model.stream(messages, max_tokens=limits.DRAFT_TOKENS)
        try:
            for delta in stream:
                self._note(delta, answer)
                if text := shown.feed(delta.text):
                    self._events.delta(number, text)
                now = self._clock()
                if now - polled >= CANCEL_POLL_SECONDS:
                    polled = now
                    if self._cancelled():
                        raise Cancelled
                answer.late = now > self._deadline
                if answer.late or answer.is_endless():
                    return
        finally:
            if close := getattr(stream, "close", None):
                close()

    def _note(self, delta: Delta, answer: "_Answer") -> None:
        answer.add(delta)
        if delta.model:
            self.model_name = delta.model

    def _count(self, messages: Sequence[ChatMessage], answer: "_Answer") -> None:
        used = answer.usage or Usage(
            prompt_tokens=sum(estimated_tokens(message.content) for message in messages),
            completion_tokens=estimated_tokens(answer.text) if answer.text else 0,
        )
        self.usage = Usage(
            self.usage.prompt_tokens + used.prompt_tokens,
            self.usage.completion_tokens + used.completion_tokens,
            self.usage.seconds + used.seconds,
            self.usage.cost + used.cost,
        )


class _Answer:
    """The text of one answer as it grows."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._checked = 0
        self.usage: Usage | None = None
        self.finish_reason: str | None = None
        self.late = False
        self.cut = False

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    def add(self, delta: Delta) -> None:
        if delta.text:
            self._pieces.append(delta.text)
            self._length += len(delta.text)
        self.usage = delta.usage or self.usage
        self.finish_reason = delta.finish_reason or self.finish_reason

    def is_endless(self) -> bool:
        """Tell whether the answer is longer than any letter, or has begun to repeat itself."""
        if self._length >= DRAFT_CHARACTERS:
            self.cut = True
        elif self._length - self._checked >= _LOOP_CHECK_CHARACTERS:
            self._checked = self._length
            self.cut = is_looping(self.text)
        return self.cut


def _whole(answer: _Answer) -> str:
    """Return the answer up to its last whole sentence when it was cut, else all of it."""
    text = without_loop(answer.text)[:DRAFT_CHARACTERS]
    if not (answer.cut or answer.finish_reason == "length"):
        return text
    end = max(text.rfind(mark) for mark in (".", "!", "?", "。", "]", "\n"))
    return text[: end + 1] if end > 0 else text
