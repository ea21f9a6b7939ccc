"""Endpoints that answer the contracts' samples, unless a test spoils them, a bucket, and logs."""

# ruff: noqa: N803 - the parameters are named as boto3 names them

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from .fake_sagemaker import Checked, refused

CONTRACTS = Path(__file__).parents[2] / "contracts"
LETTER = json.loads((CONTRACTS / "chat_answer.json").read_bytes())["choices"][0]["message"]["content"]


class FakeRuntime(Checked):
    """Serves the samples."""

    def __init__(self) -> None:
        super().__init__("sagemaker-runtime")
        self.asked: list[str] = []
        self.letter = LETTER
        self._spoil: Callable[[dict[str, Any]], dict[str, Any]] = lambda answer: answer

    def spoil(self, change: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
        self._spoil = change

    def on_invoke_endpoint(self, EndpointName: str, Body: bytes, **_: Any) -> dict[str, Any]:
        assert Body == (CONTRACTS / "embedding_request.json").read_bytes()
        self.asked.append(EndpointName)
        answer = self._spoil(json.loads((CONTRACTS / "embedding_answer.json").read_bytes()))
        return {"Body": io.BytesIO(json.dumps(answer).encode())}

    def on_invoke_endpoint_with_response_stream(
        self, EndpointName: str, InferenceComponentName: str, Body: bytes, **_: Any
    ) -> dict[str, Any]:
        assert json.loads(Body)["stream"] is True
        self.asked.append(f"{EndpointName}/{InferenceComponentName}")
        return {"Body": self._events()}

    def _events(self) -> Iterator[dict[str, Any]]:
        """JSON lines, as the LMI container sends them, cut where it hurts."""
        pieces = [self.letter[place : place + 40] for place in range(0, len(self.letter), 40)]
        chunks: list[dict[str, Any]] = [{"choices": [{"delta": {"content": piece}}]} for piece in pieces]
        chunks.append({"choices": [], "usage": {"completion_tokens": 9}})
        content = "".join(json.dumps(chunk, ensure_ascii=False) + "\n" for chunk in chunks).encode()
        for place in range(0, len(content), 17):
            yield {"PayloadPart": {"Bytes": content[place : place + 17]}}


class FakeS3(Checked):
    """A bucket."""

    def __init__(self) -> None:
        super().__init__("s3")
        self.objects: dict[str, bytes] = {}
        self.uploads = 0

    def on_head_object(self, Bucket: str, Key: str) -> dict[str, Any]:
        if Key not in self.objects:
            raise refused("HeadObject", "404", "Not Found")
        return {}

    def on_put_object(self, Bucket: str, Key: str, Body: bytes, **_: Any) -> dict[str, Any]:
        self.objects[Key] = Body
        self.uploads += 1
        return {}


class FakeLogs(Checked):
    """Log groups by name, with the days that they are kept for; None is for ever."""

    def __init__(self) -> None:
        super().__init__("logs")
        self.groups: dict[str, int | None] = {}

    def on_create_log_group(self, logGroupName: str) -> dict[str, Any]:
        if logGroupName in self.groups:
            raise refused("CreateLogGroup", "ResourceAlreadyExistsException", "The specified log group already exists")
        self.groups[logGroupName] = None
        return {}

    def on_put_retention_policy(self, logGroupName: str, retentionInDays: int) -> dict[str, Any]:
        assert logGroupName in self.groups
        self.groups[logGroupName] = retentionInDays
        return {}
