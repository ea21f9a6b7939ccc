"""Operators come in by a direct invocation alone; nothing that a client can send gets through their door."""

import json
from pathlib import Path
from typing import Any

import pytest

from resumate.errors import Code, ResumateError
from resumate.gateway.entrypoint import Entrypoint
from resumate.gateway.operators import EraseAccount, LetterStates, OperatorDoor

EVENTS = Path(__file__).parents[2] / "events"


class Context:
    aws_request_id = "abc"


@pytest.fixture
def door() -> tuple[OperatorDoor, list[Any]]:
    asked: list[Any] = []

    def erase(wanted: EraseAccount) -> dict[str, int]:
        asked.append(wanted.user_id)
        return {"resumes": 1}

    def fail(_: LetterStates) -> None:
        raise ValueError("a resume's text")

    socket = Entrypoint(push=lambda: pytest.fail("nothing is pushed"))
    return OperatorDoor(socket, {"erase": (EraseAccount, erase), "fail": (LetterStates, fail)}), asked


def test_an_operator_gets_the_result(door: tuple[OperatorDoor, list[Any]]) -> None:
    handler, asked = door
    assert handler({"operator": "erase", "user_id": "u-1"}, Context()) == {"resumes": 1}
    assert asked == ["u-1"]


@pytest.mark.parametrize("user_id", ["../other", "", "u/1", "a" * 65, 7, None])
def test_an_id_that_cannot_be_one_is_refused(door: tuple[OperatorDoor, list[Any]], user_id: Any) -> None:
    handler, asked = door
    with pytest.raises(ResumateError) as caught:
        handler({"operator": "erase", "user_id": user_id}, Context())
    assert caught.value.code == Code.INVALID_FIELD
    assert asked == []


def test_an_unknown_task_and_an_unknown_field_are_refused(door: tuple[OperatorDoor, list[Any]]) -> None:
    handler, _ = door
    with pytest.raises(ResumateError) as caught:
        handler({"operator": "drop_tables"}, Context())
    assert caught.value.code == Code.UNKNOWN_ACTION
    with pytest.raises(ResumateError):
        handler({"operator": "erase", "user_id": "u", "all": True}, Context())


def test_what_a_task_raises_leaves_without_its_text(door: tuple[OperatorDoor, list[Any]]) -> None:
    handler, _ = door
    with pytest.raises(ResumateError) as caught:
        handler({"operator": "fail", "letters": []}, Context())
    assert "text" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_a_frame_that_names_an_operator_stays_a_frame(door: tuple[OperatorDoor, list[Any]]) -> None:
    """Given a client that writes `operator` into its frame, when it arrives as an event, then no task is run."""
    handler, asked = door
    event = json.loads((EVENTS / "websocket_connect.json").read_bytes())
    event["body"] = json.dumps({"operator": "erase", "user_id": "u-1"})
    assert handler(event, Context()) == {"statusCode": 403}
    assert handler({**event, "operator": "erase", "user_id": "u-1"}, Context()) == {"statusCode": 403}
    assert asked == []
