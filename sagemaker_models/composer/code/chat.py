"""The OpenAI chat completion objects that `inference.py` answers with, whole or as server-sent events.

Tokens are counted as words times four thirds, rounded up: the composer has no tokenizer, and this is the usual
rule of thumb for English text. The same measure applies `max_tokens`.
"""

from __future__ import annotations

import hashlib
import json
import re
import time
from collections.abc import Iterator
from typing import Any

MODEL = "resumate-composer-1"
DELTA_WORDS = 4


def tokens(text: str) -> int:
    """Return the size of a text in tokens: words x 4/3, rounded up."""
    return -(-len(text.split()) * 4 // 3)


def limited(text: str, max_tokens: int | None) -> tuple[str, str]:
    """Return the text cut to `max_tokens` and the finish reason ("stop", or "length" when it was cut)."""
    if max_tokens is None or tokens(text) <= max_tokens:
        return text, "stop"
    words = list(re.finditer(r"\S+", text))
    kept = max_tokens * 3 // 4
    return (text[: words[kept - 1].end()] if kept else ""), "length"


def completion(messages: list[dict[str, Any]], text: str, finish_reason: str) -> dict[str, Any]:
    """Return one `chat.completion` object."""
    return {
        **_head(messages, "chat.completion"),
        "choices": [
            {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": finish_reason},
        ],
        "usage": _usage(messages, text),
    }


def events(messages: list[dict[str, Any]], text: str, finish_reason: str, *, usage: bool) -> Iterator[bytes]:
    """Yield server-sent events: a role, deltas of a few words each, the finish reason, the usage, `[DONE]`."""
    head = _head(messages, "chat.completion.chunk")
    yield _event(head, [_choice({"role": "assistant", "content": ""}, None)])
    for words in _groups(text):
        yield _event(head, [_choice({"content": words}, None)])
    yield _event(head, [_choice({}, finish_reason)])
    if usage:
        yield _event({**head, "usage": _usage(messages, text)}, [])
    yield b"data: [DONE]\n\n"


def _head(messages: list[dict[str, Any]], kind: str) -> dict[str, Any]:
    digest = hashlib.sha256(json.dumps(messages, sort_keys=True).encode()).hexdigest()
    return {"id": f"chatcmpl-{digest[:24]}", "object": kind, "created": int(time.time()), "model": MODEL}


def _usage(messages: list[dict[str, Any]], text: str) -> dict[str, int]:
    prompt = sum(tokens(str(message.get("content") or "")) for message in messages)
    return {"prompt_tokens": prompt, "completion_tokens": tokens(text), "total_tokens": prompt + tokens(text)}


def _choice(delta: dict[str, str], finish_reason: str | None) -> dict[str, Any]:
    return {"index": 0, "delta": delta, "finish_reason": finish_reason}


def _event(head: dict[str, Any], choices: list[dict[str, Any]]) -> bytes:
    return b"data: " + json.dumps({**head, "choices": choices}, ensure_ascii=False).encode() + b"\n\n"


def _groups(text: str) -> Iterator[str]:
    """Yield the text in pieces of at most `DELTA_WORDS` words; a piece never runs over the end of a sentence."""
    piece, words = "", 0
    for token in re.findall(r"\S+\s*", text):
        piece, words = piece + token, words + 1
        if words == DELTA_WORDS or token.rstrip().endswith((".", "!", "?", ",")) or "\n" in token:
            yield piece
            piece, words = "", 0
    if piece:
        yield piece
