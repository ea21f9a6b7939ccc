"""A deploy always gets an answer from the migration."""

import json
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from resumate.errors import ConfigurationError
from resumate.gateway import custom_resource as module
from resumate.gateway.custom_resource import custom_resource

EVENT = {
    "RequestType": "Create",
    "ResponseURL": "https://cloudformation.example/answer",
    "StackId": "stack",
    "RequestId": "request",
    "LogicalResourceId": "Migration",
}


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    sent: list[dict[str, Any]] = []

    @contextmanager
    def take(request: urllib.request.Request, timeout: float) -> Iterator[None]:
        assert request.method == "PUT"
        assert isinstance(request.data, bytes)
        sent.append(json.loads(request.data))
        yield

    monkeypatch.setattr(module.urllib.request, "urlopen", take)
    return sent


def test_success_is_answered_with_the_data(answers: list[dict[str, Any]]) -> None:
    custom_resource(EVENT, lambda: {"Revision": "0001"})
    assert answers[0]["Status"] == "SUCCESS"
    assert answers[0]["Data"] == {"Revision": "0001"}
    assert answers[0]["PhysicalResourceId"] == "Migration"


def test_a_failure_is_answered_with_the_class_and_without_the_text(answers: list[dict[str, Any]]) -> None:
    def fail() -> dict[str, str]:
        raise RuntimeError("password=secret")

    custom_resource(EVENT, fail)
    assert answers[0]["Status"] == "FAILED"
    assert "RuntimeError" in answers[0]["Reason"]
    assert "secret" not in json.dumps(answers)


def test_a_known_failure_says_its_own_sentence(answers: list[dict[str, Any]]) -> None:
    def fail() -> dict[str, str]:
        raise ConfigurationError(message="The environment variable X is not set.")

    custom_resource(EVENT, fail)
    assert answers[0]["Reason"] == "The environment variable X is not set."


def test_deleting_the_stack_migrates_nothing(answers: list[dict[str, Any]]) -> None:
    ran: list[bool] = []
    custom_resource({**EVENT, "RequestType": "Delete"}, lambda: {"ran": str(ran.append(True))})
    assert not ran
    assert answers[0]["Status"] == "SUCCESS"


def test_by_hand_a_failure_is_raised(answers: list[dict[str, Any]]) -> None:
    def fail() -> dict[str, str]:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        custom_resource({}, fail)
    assert not answers
