"""The composer behind the OpenAI chat schema: a deterministic letter writer that needs no weights.

The four functions are those a SageMaker inference container calls, and the laptop's model host calls the same:
`model_fn` once, then `input_fn`, `predict_fn`, `output_fn` for each request. `predict_fn` returns an **iterator of
bytes** (server-sent events, ending in ``data: [DONE]``) when the request says ``"stream": true``, so that a host can
forward the answer piece by piece, and otherwise the **bytes** of one `chat.completion` object. The iterator does its
work before it is returned, so a request that cannot be served fails before the first byte. A `PromptError` (a
`ValueError`) means that the request is malformed: a host answers it with status 400. The same prompt always gives
the same letter. The folder of this file has to be on the module search path, as it is in SageMaker's containers.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import chat
import letter
import letter_prompt

CONTENT_TYPE = "application/json"
EVENT_STREAM = "text/event-stream"


def model_fn(model_dir: str) -> str:  # noqa: ARG001 - SageMaker passes the folder of the weights; there are none
    """Return the model: only its name, since the rules are code."""
    return chat.MODEL


def input_fn(request_body: bytes | str, content_type: str = CONTENT_TYPE) -> dict[str, Any]:
    """Return the request of an `InvokeEndpoint` body.

    Raises:
        PromptError: the body is not a JSON object with a list of messages.
    """
    if not content_type.startswith(CONTENT_TYPE):
        raise letter_prompt.PromptError(f"the content type must be {CONTENT_TYPE}")
    try:
        request = json.loads(request_body)
    except ValueError as error:
        raise letter_prompt.PromptError("the body is not JSON") from error
    messages = request.get("messages") if isinstance(request, dict) else None
    if not isinstance(messages, list) or not all(isinstance(message, dict) for message in messages):
        raise letter_prompt.PromptError("the body has no list of messages")
    return dict(request)


def predict_fn(request: dict[str, Any], model: str) -> Iterator[bytes] | bytes:  # noqa: ARG001 - the rules are code
    """Return the answer: an iterator of server-sent events for ``"stream": true``, else the body as bytes.

    Args:
        request: an OpenAI chat completion request; `max_tokens` cuts the letter, `temperature` and `seed` have no use.
        model: what `model_fn` returned.

    Raises:
        PromptError: the messages do not hold a prompt for a letter.
    """
    messages = request["messages"]
    limit = request.get("max_completion_tokens") or request.get("max_tokens")
    text, finish_reason = chat.limited(letter.write(letter_prompt.read(messages)), limit)
    if request.get("stream"):
        usage = bool((request.get("stream_options") or {}).get("include_usage"))
        return chat.events(messages, text, finish_reason, usage=usage)
    return json.dumps(chat.completion(messages, text, finish_reason), ensure_ascii=False).encode()


def output_fn(prediction: Iterator[bytes] | bytes, accept: str = CONTENT_TYPE) -> tuple[Any, str]:  # noqa: ARG001 - the request decides the form
    """Return the prediction as it is, with its content type."""
    return prediction, CONTENT_TYPE if isinstance(prediction, bytes) else EVENT_STREAM
