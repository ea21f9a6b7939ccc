"""Asks an endpoint what the application will ask it, with the very samples of `tests/contracts`, and judges the answer.

The same samples are what the application's clients are tested against, so a container whose answer has another form
is found here, by the one who deploys, and not by the first person who wants a letter.
"""

import json
import math
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from botocore.exceptions import BotoCoreError, ClientError

from sagemaker_models.deployment.problems import DeploymentError

CONTRACTS: Final = Path(__file__).resolve().parents[2] / "tests" / "contracts"
CLOSE_ENOUGH: Final = 0.98
"""Cosine between a vector of the endpoint and the one in the contract: int8 on another processor is not bit for bit."""


def ask_embedder(runtime: Any, endpoint: str, contracts: Path = CONTRACTS) -> str:  # noqa: ANN401 - a boto3 client
    """Embed the contract's texts and compare with its vectors; return what was found. Raises `DeploymentError`."""
    body = (contracts / "embedding_request.json").read_bytes()
    expected = json.loads((contracts / "embedding_answer.json").read_bytes())
    with _failing(endpoint):
        answer = runtime.invoke_endpoint(
            EndpointName=endpoint, Body=body, ContentType="application/json", Accept="application/json"
        )
        found = json.loads(answer["Body"].read())
        if (found["model"], found["dimension"]) != (expected["model"], expected["dimension"]):
            raise _wrong(endpoint, f"it is {found['model']} with {found['dimension']} numbers a text")
        if found["truncated"] != expected["truncated"]:
            raise _wrong(endpoint, "it cuts other texts than the contract says")
        closest = [_cosine(a, b) for a, b in zip(found["embeddings"], expected["embeddings"], strict=True)]
    if not all(value >= CLOSE_ENOUGH for value in closest):
        raise _wrong(
            endpoint, f"a vector is {min(closest):.3f} close to the contract's, at least {CLOSE_ENOUGH} wanted"
        )
    return f"{len(closest)} texts, least closeness {min(closest):.4f}"


def ask_language_model(
    runtime: Any,  # noqa: ANN401 - a boto3 client
    endpoint: str,
    component: str,
    contracts: Path = CONTRACTS,
) -> str:
    """Let it write the contract's letter, streamed; return what was found. Raises `DeploymentError`."""
    body = (contracts / "chat_request.json").read_bytes()
    with _failing(endpoint):
        answer = runtime.invoke_endpoint_with_response_stream(
            EndpointName=endpoint, InferenceComponentName=component, Body=body, ContentType="application/json"
        )
        chunks = list(_chunks(answer["Body"]))
        text = "".join(chunk["choices"][0]["delta"].get("content") or "" for chunk in chunks if chunk["choices"])
        usage = next((chunk["usage"] for chunk in chunks if chunk.get("usage")), None)
    if len(text.split()) < 50:
        raise _wrong(endpoint, f"it wrote {len(text.split())} words")
    if usage is None:
        raise _wrong(endpoint, "it does not say how many tokens it used")
    if "[e" not in text:
        raise _wrong(endpoint, "it cites no evidence; the model follows no instructions")
    return f"{len(text.split())} words in {len(chunks)} pieces, {usage['completion_tokens']} tokens"


def _chunks(stream: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the chunks of a streamed chat answer: JSON lines, or server-sent events."""
    pending = b""
    for event in stream:
        pending += event.get("PayloadPart", {}).get("Bytes", b"")
        *lines, pending = pending.split(b"\n")
        yield from (json.loads(line) for line in map(_payload, lines) if line)
    if last := _payload(pending):
        yield json.loads(last)


def _payload(line: bytes) -> bytes:
    payload = line.strip().removeprefix(b"data:").strip()
    return b"" if payload == b"[DONE]" else payload


def _cosine(one: list[float], other: list[float]) -> float:
    if len(one) != len(other):
        return -1.0
    return math.fsum(a * b for a, b in zip(one, other, strict=True)) / (math.hypot(*one) * math.hypot(*other))


class _failing:  # noqa: N801 - reads as a statement
    """Turns what an endpoint can do wrong into `DeploymentError`."""

    def __init__(self, endpoint: str) -> None:
        self._endpoint = endpoint

    def __enter__(self) -> None:
        """Do nothing."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, ClientError | BotoCoreError):
            raise _wrong(self._endpoint, f"it answered {error}") from error
        if isinstance(error, ValueError | KeyError | TypeError | IndexError | ZeroDivisionError):
            raise _wrong(self._endpoint, f"its answer has another form ({type(error).__name__}: {error})") from error


def _wrong(endpoint: str, what: str) -> DeploymentError:
    return DeploymentError(
        f"{endpoint} runs and does not answer as the application expects: {what}.",
        f"See its log in /aws/sagemaker/Endpoints/{endpoint} and the contract in tests/contracts.",
    )
