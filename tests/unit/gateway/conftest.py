"""What the tests of the gateway share: recorded events, and a management client that remembers."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError

from resumate import observability

EVENTS = Path(__file__).parents[2] / "events"


class FakeManagementClient:
    """API Gateway's side of a post: keeps what was sent to whom, and fails as it is told to.

    `failures` are raised by the next posts, in order; None lets one pass.
    """

    def __init__(self) -> None:
        self.sent: list[tuple[str, bytes]] = []
        self.gone: set[str] = set()
        self.failures: list[Exception | None] = []
        self.posts = 0

    def post_to_connection(self, *, ConnectionId: str, Data: bytes) -> dict[str, Any]:  # noqa: N803 - boto3's names
        self.posts += 1
        failure = self.failures.pop(0) if self.failures else None
        if failure is not None:
            raise failure
        if ConnectionId in self.gone:
            raise refused("GoneException", 410)
        self.sent.append((ConnectionId, Data))
        return {}

    def delete_connection(self, *, ConnectionId: str) -> dict[str, Any]:  # noqa: N803 - boto3's names
        failure = self.failures.pop(0) if self.failures else None
        if failure is not None:
            raise failure
        if ConnectionId in self.gone:
            raise refused("GoneException", 410)
        self.gone.add(ConnectionId)
        return {}

    @property
    def messages(self) -> list[dict[str, Any]]:
        return [json.loads(data) for _, data in self.sent]


def refused(code: str, status: int) -> ClientError:
    response = {"Error": {"Code": code, "Message": "secret"}, "ResponseMetadata": {"HTTPStatusCode": status}}
    return ClientError(response, "PostToConnection")  # type: ignore[arg-type]


@pytest.fixture
def management_client() -> FakeManagementClient:
    return FakeManagementClient()


@pytest.fixture
def refusal() -> Callable[[str, int], ClientError]:
    """Makes the error botocore raises for an answer with this code and status."""
    return refused


@pytest.fixture
def recorded() -> Callable[..., dict[str, Any]]:
    """Loads a recorded event by name; keyword arguments replace top-level entries."""

    def load(name: str, **changes: object) -> dict[str, Any]:
        return json.loads((EVENTS / f"{name}.json").read_text()) | changes

    return load


@pytest.fixture
def message_event(recorded) -> Callable[[str], dict[str, Any]]:
    """Makes the event of one frame from the recorded caller."""
    return lambda body: recorded("websocket_message", body=body)


class Seen:
    """What was logged and counted: (message, fields) and (name, dimensions)."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, dict[str, Any]]] = []
        self.counts: list[tuple[str, dict[str, str]]] = []

    def fields(self, message: str) -> dict[str, Any]:
        return next(fields for line, fields in self.lines if line == message)


@pytest.fixture(autouse=True)
def seen(monkeypatch) -> Iterator[Seen]:
    """Catches log lines and metrics where they would leave the process."""
    recorder = Seen()

    class Recorder:
        def __getattr__(self, level: str) -> Callable[..., None]:
            return lambda message, extra: recorder.lines.append((message, {"level": level, **extra}))

    monkeypatch.setattr(observability, "_logger", Recorder)
    monkeypatch.setattr(
        observability, "_emit", lambda name, _unit, _value, dimensions: recorder.counts.append((name, dict(dimensions)))
    )
    return recorder
