"""A chat model of Amazon Bedrock as `letters.model.LanguageModel`, through the Converse stream.

The second provider beside `language_model`: the same promises about attempts, stalls and errors, another schema.
`providers` registers it under "bedrock"; the endpoint's name is then the model's id or inference profile.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

import boto3

from resumate import limits
from resumate.errors import Code, ModelError
from resumate.inference.client import model_client_config
from resumate.inference.endpoint_errors import VENDOR_ERRORS
from resumate.inference.language_model import unavailable
from resumate.inference.stall_guard import StalledStreamError, without_stalls
from resumate.letters.model import ChatMessage, Delta, Usage

FINISH_REASONS: Final = {"end_turn": "stop", "stop_sequence": "stop", "max_tokens": "length"}
"""Bedrock's reasons in the words of the OpenAI schema; the others (a guardrail, for example) stay as they are."""


def make_bedrock_client(region: str, endpoint_url: str | None = None) -> Any:  # noqa: ANN401 - no types are installed
    """Return a client of `bedrock-runtime` with the time limits of every model client."""
    return boto3.client("bedrock-runtime", region_name=region, endpoint_url=endpoint_url, config=model_client_config())


class BedrockLanguageModel:
    """Streams answers of one Bedrock model; arguments as those of `SageMakerLanguageModel`."""

    def __init__(
        self,
        client: Any,  # noqa: ANN401 - no types are installed
        model_id: str,
        *,
        stall_seconds: float = limits.MODEL_STALL_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._client = client
        self._model_id = model_id
        self._stall_seconds = stall_seconds
        self._clock = clock

    def stream(self, messages: Sequence[ChatMessage], *, max_tokens: int) -> Iterator[Delta]:
        """Yield the answer piece by piece; as `SageMakerLanguageModel.stream`, errors included."""
        started = self._clock()
        body = self._open(messages, max_tokens)
        events = without_stalls(body, self._stall_seconds, body.close)
        finish_reason: str | None = None
        tokens: dict[str, int] = {}
        try:
            for event in events:
                text = event.get("contentBlockDelta", {}).get("delta", {}).get("text")
                if text:
                    yield Delta(text)
                finish_reason = event.get("messageStop", {}).get("stopReason") or finish_reason
                tokens = event.get("metadata", {}).get("usage") or tokens
        except (*VENDOR_ERRORS, StalledStreamError) as error:
            raise ModelError(Code.GENERATION_INTERRUPTED, retryable=True) from error
        finally:
            events.close()
        if finish_reason is None:
            raise ModelError(Code.GENERATION_INTERRUPTED, retryable=True)
        yield self._last(finish_reason, tokens, self._clock() - started)

    def _open(self, messages: Sequence[ChatMessage], max_tokens: int) -> Any:  # noqa: ANN401 - botocore's EventStream
        try:
            response = self._client.converse_stream(
                modelId=self._model_id,
                system=[{"text": message.content} for message in messages if message.role == "system"],
                messages=[
                    {"role": message.role, "content": [{"text": message.content}]}
                    for message in messages
                    if message.role != "system"
                ],
                inferenceConfig={"maxTokens": max_tokens, "temperature": 0.0},
            )
        except VENDOR_ERRORS as error:
            raise unavailable(error) from error
        return response["stream"]

    def _last(self, finish_reason: str, tokens: dict[str, int], seconds: float) -> Delta:
        usage = Usage(
            prompt_tokens=tokens.get("inputTokens", 0), completion_tokens=tokens.get("outputTokens", 0), seconds=seconds
        )
        return Delta(finish_reason=FINISH_REASONS.get(finish_reason, finish_reason), usage=usage, model=self._model_id)
