import asyncio
import json
from typing import Any

import pytest

from devstack.aws_host import saving
from devstack.aws_host.__main__ import SAVE_PATH, with_save_path
from devstack.aws_host.saving import StateSaver


class Services:
    """Services with states, and the files that were written of them."""

    def __init__(self, **states: Any) -> None:
        self.states = states
        self.written: list[tuple[str, Any]] = []
        self.saver = StateSaver(
            lambda: {name: self._getter(name) for name in self.states},
            lambda name, state: self.written.append((name, state)),
            lambda value: value.decode(),
        )

    def _getter(self, name: str) -> Any:
        def get_state() -> Any:
            state = self.states[name]
            return state() if callable(state) else json.loads(json.dumps(state))

        return get_state


def test_only_what_changed_since_the_last_save_is_written():
    services = Services(cognito={"users": 1}, sqs={"messages": []})
    assert services.saver.save_changed() == ["cognito", "sqs"]
    services.states["sqs"]["messages"].append("letter")
    assert services.saver.save_changed() == ["sqs"]
    assert services.saver.save_changed() == []
    assert services.written[-1] == ("sqs", {"messages": ["letter"]})


def test_the_code_of_functions_is_written_on_demand_alone():
    services = Services(cognito={}, **{"lambda": {"layers": "90 MB"}})
    assert services.saver.save_changed() == ["cognito"]
    assert services.saver.save_all() == ["cognito", "lambda"]


def test_a_state_that_changes_while_it_is_copied_is_copied_again():
    failures = iter([RuntimeError("dictionary changed size during iteration"), None])

    def get_state() -> dict[str, int]:
        failure = next(failures)
        if failure:
            raise failure
        return {"users": 2}

    services = Services(cognito=get_state)
    assert services.saver.save_changed() == ["cognito"]
    assert services.written == [("cognito", {"users": 2})]


def test_a_state_that_never_holds_still_is_left_for_the_next_save():
    def get_state() -> dict[str, int]:
        raise RuntimeError("dictionary changed size during iteration")

    services = Services(cognito=get_state, sqs={"a": 1})
    assert services.saver.save_changed() == ["sqs"]


def test_a_loss_of_power_costs_less_than_the_promised_thirty_seconds():
    assert saving.INTERVAL_SECONDS < 30


def test_the_timer_saves_until_it_is_cancelled(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(saving, "INTERVAL_SECONDS", 0.001)
    services = Services(cognito={"users": 1})

    async def run() -> None:
        timer = asyncio.create_task(services.saver.run())
        while not services.written:
            await asyncio.sleep(0.001)
        timer.cancel()

    asyncio.run(asyncio.wait_for(run(), 5))
    assert services.written == [("cognito", {"users": 1})]


@pytest.mark.parametrize(
    ("method", "path", "saved"), [("POST", SAVE_PATH, True), ("GET", SAVE_PATH, False), ("POST", "/", False)]
)
def test_a_post_to_the_save_path_saves_and_everything_else_goes_on(method: str, path: str, *, saved: bool):
    services = Services(cognito={})
    passed_on: list[str] = []
    sent: list[Any] = []

    async def application(scope: Any, receive: Any, send: Any) -> None:
        passed_on.append(scope["path"])

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "path": path, "method": method}
    asyncio.run(with_save_path(application, services.saver)(scope, None, send))
    assert bool(services.written) is saved
    assert passed_on == ([] if saved else [path])
    assert [message.get("status") for message in sent[:1]] == ([204] if saved else [])
