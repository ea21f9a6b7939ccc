"""A chat model behind a SageMaker endpoint as `letters.model.LanguageModel`: one request, one stream.

The endpoint takes and streams the OpenAI chat schema (vLLM in SageMaker's LMI container, the composer, or on the
laptop any server of that schema). The answer arrives as event-stream frames (botocore's part) that carry pieces
of server-sent events (`chat_stream`). Nothing is tried again here: a letter is, through the queue.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

import msgspec
from msgspec.structs import replace

from resumate import limits
from resumate.errors import Code, ModelAsleepError, ModelError
from resumate.inference.chat_stream import chat_deltas
from resumate.inference.endpoint_errors import VENDOR_ERRORS, Fault, fault_of, seconds_to_wake
from resumate.inference.stall_guard import StalledStreamError, without_stalls
from resumate.letters.model import ChatMessage, Delta

if TYPE_CHECKING:
    from mypy_boto3_sagemaker_runtime import SageMakerRuntimeClient

SEED: Final = 7


class SageMakerLanguageModel:
    """Streams answers from one endpoint.

    Args:
        client: a client of `sagemaker-runtime` that makes one attempt a call.
        endpoint_name: the endpoint.
        inference_component: the component inside the endpoint, for endpoints that scale to zero.
        stall_seconds: how long the stream may be silent.
        clock: monotonic seconds.
    """

    def __init__(
        self,
        client: "SageMakerRuntimeClient",
        endpoint_name: str,
        *,
        inference_component: str | None = None,
        stall_seconds: float = limits.MODEL_STALL_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._client = client
        self._target = {"EndpointName": endpoint_name}
        if inference_component:
            self._target["InferenceComponentName"] = inference_component
        self._stall_seconds = stall_seconds
        self._clock = clock

    def stream(self, messages: Sequence[ChatMessage], *, max_tokens: int) -> Iterator[Delta]:
        """Yield the answer piece by piece; the last delta has the finish reason, the usage and the model's name.

        The request is sent with the first `next`. Leaving the iterator early ends the stream.

        Raises:
            ModelAsleepError: the endpoint is scaled to zero, or loads its model.
            ModelError: `GENERATION_UNAVAILABLE` when no answer began (retryable unless the model refused the
                request), `GENERATION_INTERRUPTED` (retryable) when one began and did not come to its end.
        """
        started = self._clock()
        body = self._open(messages, max_tokens)
        pieces = without_stalls(body, self._stall_seconds, body.close)
        try:
            for delta in chat_deltas(map(_payload, pieces)):
                yield (
                    delta
                    if delta.usage is None
                    else replace(delta, usage=replace(delta.usage, seconds=self._clock() - started))
                )
        except (*VENDOR_ERRORS, StalledStreamError, ValueError) as error:
            raise ModelError(Code.GENERATION_INTERRUPTED, retryable=True) from error
        finally:
            pieces.close()

    def _open(self, messages: Sequence[ChatMessage], max_tokens: int) -> Any:  # noqa: ANN401 - botocore's EventStream
        try:
            response = self._client.invoke_endpoint_with_response_stream(
                **self._target,
                ContentType="application/json",
                Accept="text/event-stream",
                Body=_request(messages, max_tokens),
            )
        except VENDOR_ERRORS as error:
            raise unavailable(error) from error
        return response["Body"]


def unavailable(error: Exception) -> ModelError:
    """Return what a call says that failed before an answer began: `ModelAsleepError` when the endpoint has to start."""
    if seconds := seconds_to_wake(error):
        return ModelAsleepError(seconds)
    return ModelError(Code.GENERATION_UNAVAILABLE, retryable=fault_of(error) is not Fault.REFUSED)


def _request(messages: Sequence[ChatMessage], max_tokens: int) -> bytes:
    """Return a request for the most likely answer; the same prompt gives the same letter as far as the server can."""
    return msgspec.json.encode(
        {
            "messages": messages,
            "max_tokens": max_tokens,
            "temperature": 0,
            "seed": SEED,
            "stream": True,
            "stream_options": {"include_usage": True},
        }
    )


def _payload(event: dict[str, Any]) -> bytes:
    """Return the bytes of one event; raises ValueError for an event that reports an error."""
    if "PayloadPart" not in event:
        raise ValueError(f"the stream reported {', '.join(event)}")
    payload: bytes = event["PayloadPart"].get("Bytes", b"")
    return payload
