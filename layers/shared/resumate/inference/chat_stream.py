"""Reads the stream of an OpenAI chat completion: chunks as JSON in server-sent events, ``[DONE]`` at the end.

`language_model` feeds it the bytes and gives on the deltas. What the model's server adds of its own (names of
roles, log probabilities, reasoning) is skipped; what breaks the contract raises `BrokenStreamError`.
"""

from collections.abc import Iterable, Iterator
from typing import Final

import msgspec
from msgspec import Struct

from resumate.inference.server_sent_events import event_data
from resumate.letters.model import Delta, Usage

DONE: Final = "[DONE]"


class BrokenStreamError(ValueError):
    """The stream stopped before the answer was finished, reported an error, or is not of the schema."""


class _Content(Struct, frozen=True):
    content: str | None = None


class _Choice(Struct, frozen=True):
    index: int = 0
    delta: _Content = _Content()
    finish_reason: str | None = None


class _Tokens(Struct, frozen=True):
    prompt_tokens: int = 0
    completion_tokens: int = 0


class _Chunk(Struct, frozen=True):
    choices: list[_Choice] = []
    usage: _Tokens | None = None
    model: str | None = None
    error: msgspec.Raw | None = None


_decode = msgspec.json.Decoder(_Chunk).decode


def chat_deltas(pieces: Iterable[bytes]) -> Iterator[Delta]:
    """Yield the pieces of text as they come, then one delta with the reason of the end, the usage and the model.

    Raises:
        BrokenStreamError: see there; also a `ValueError` that the events themselves are broken.
    """
    finish_reason: str | None = None
    tokens = _Tokens()
    model: str | None = None
    for data in event_data(pieces):
        if data.strip() == DONE:
            break
        chunk = _chunk(data)
        tokens = chunk.usage or tokens
        model = chunk.model or model
        for choice in chunk.choices:
            if choice.index == 0:
                finish_reason = choice.finish_reason or finish_reason
                if choice.delta.content:
                    yield Delta(choice.delta.content)
    if finish_reason is None:
        raise BrokenStreamError("the stream ended before the answer did")
    usage = Usage(prompt_tokens=tokens.prompt_tokens, completion_tokens=tokens.completion_tokens)
    yield Delta(finish_reason=finish_reason, usage=usage, model=model)


def _chunk(data: str) -> _Chunk:
    try:
        chunk = _decode(data)
    except msgspec.DecodeError as error:
        raise BrokenStreamError("an event that is not a chunk of a chat completion") from error
    if chunk.error is not None and bytes(chunk.error) != b"null":
        raise BrokenStreamError("the server reported an error in the middle of the stream")
    return chunk
