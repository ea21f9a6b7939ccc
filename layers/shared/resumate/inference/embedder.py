"""The embedding endpoint as `matching.model.Embedder`: batches, patience, and a distrustful reading of the answer.

The endpoint's contract is in `sagemaker_models/embedding/code/inference.py`; samples in ``tests/contracts`` hold
both sides. A wrong vector would be stored and never found again, so everything about an answer is checked before
any of it is returned. `endpoint_errors` tells faults apart, `back_off` waits.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec import Struct

from resumate import limits
from resumate.errors import Code, ModelError
from resumate.inference.back_off import BackOff
from resumate.inference.endpoint_errors import VENDOR_ERRORS, Fault, fault_of
from resumate.observability import log

if TYPE_CHECKING:
    from mypy_boto3_sagemaker_runtime import SageMakerRuntimeClient

PAYLOAD_BYTES: Final = 3_900_000
"""A serverless endpoint takes 4 MB, the others 6."""
LENGTH_TOLERANCE: Final = 1e-3


class _Answer(Struct, frozen=True):
    """What the endpoint answers; only the vectors are certain to be there."""

    embeddings: list[list[float]]
    model: str | None = None
    dimension: int | None = None
    truncated: list[int] = []


class SageMakerEmbedder:
    """Turns texts into vectors of 384 floats of length 1 through a SageMaker endpoint.

    Args:
        client: a client of `sagemaker-runtime` that makes one attempt a call.
        endpoint_name: the endpoint.
        model: the model whose vectors are stored; an answer of another one is refused. None accepts any.
        make_back_off: the patience of one `embed`.
    """

    def __init__(
        self,
        client: "SageMakerRuntimeClient",
        endpoint_name: str,
        *,
        model: str | None = None,
        make_back_off: Callable[[], BackOff] = BackOff,
    ) -> None:
        self._client = client
        self._endpoint_name = endpoint_name
        self._model = model
        self._make_back_off = make_back_off

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        """Return one vector per text, in their order; no call is made for no texts.

        Raises:
            ModelError: `EMBEDDING_UNAVAILABLE` (retryable) when there was no answer within the patience;
                `EMBEDDING_INVALID` when the model refused the texts or its answer is wrong.
        """
        back_off = self._make_back_off()
        vectors: list[list[float]] = []
        for texts_in_batch, body in _batches(texts):
            answer = self._answer(body, back_off)
            vectors += self._checked(answer, texts_in_batch)
        return vectors

    def _answer(self, body: bytes, back_off: BackOff) -> bytes:
        """Return the body of the answer to one batch, trying again as far as the patience goes."""
        while True:
            try:
                response = self._client.invoke_endpoint(
                    EndpointName=self._endpoint_name,
                    ContentType="application/json",
                    Accept="application/json",
                    Body=body,
                )
                return response["Body"].read()
            except VENDOR_ERRORS as error:
                fault = fault_of(error)
                if not back_off.wait(fault):
                    raise _translated(fault) from error

    def _checked(self, body: bytes, expected: int) -> list[list[float]]:
        """Return the vectors of an answer, or raise `EMBEDDING_INVALID` (the cause says to operators what is wrong)."""
        try:
            answer = msgspec.json.decode(body, type=_Answer)
            self._check_origin(answer, expected)
            vectors = [_unit(vector) for vector in answer.embeddings]
        except (msgspec.DecodeError, UnicodeDecodeError, ValueError) as error:
            raise ModelError(Code.EMBEDDING_INVALID) from error
        if answer.truncated:
            log("texts truncated", level="warning", count=len(answer.truncated), chunks=expected)
        return vectors

    def _check_origin(self, answer: _Answer, expected: int) -> None:
        if self._model is not None and answer.model not in (None, self._model):
            raise ValueError(f"vectors of the model {answer.model} where those of {self._model} are stored")
        if len(answer.embeddings) != expected:
            raise ValueError(f"{len(answer.embeddings)} vectors for {expected} texts")


def _batches(texts: Sequence[str]) -> Iterator[tuple[int, bytes]]:
    """Yield how many texts a request holds, and its body; each within the limits on texts and on bytes."""
    batch: list[bytes] = []
    size = 0
    for text in texts:
        encoded = _encoded(text)
        if batch and (len(batch) == limits.EMBEDDING_BATCH or size + len(encoded) + 1 > PAYLOAD_BYTES):
            yield len(batch), _body(batch)
            batch, size = [], 0
        batch.append(encoded)
        size += len(encoded) + 1
    if batch:
        yield len(batch), _body(batch)


def _encoded(text: str) -> bytes:
    """Return a text as JSON; raises `EMBEDDING_INVALID` for one that no request can hold."""
    try:
        encoded = msgspec.json.encode(text)
    except UnicodeEncodeError as error:
        raise ModelError(Code.EMBEDDING_INVALID) from error
    if len(encoded) > PAYLOAD_BYTES:
        raise ModelError(Code.EMBEDDING_INVALID)
    return encoded


def _body(batch: list[bytes]) -> bytes:
    return b'{"inputs":[' + b",".join(batch) + b"]}"


def _unit(vector: list[float]) -> list[float]:
    """Return the vector with length 1; raises ValueError if it has a wrong dimension or no direction."""
    if len(vector) != limits.EMBEDDING_DIMENSION:
        raise ValueError(f"a vector of {len(vector)} numbers")
    length = math.hypot(*vector)
    if not math.isfinite(length) or length == 0:
        raise ValueError("a vector of length zero or infinity")
    if abs(length - 1) <= LENGTH_TOLERANCE:
        return vector
    return [number / length for number in vector]


def _translated(fault: Fault) -> ModelError:
    if fault is Fault.REFUSED:
        return ModelError(Code.EMBEDDING_INVALID)
    return ModelError(Code.EMBEDDING_UNAVAILABLE, retryable=True)
