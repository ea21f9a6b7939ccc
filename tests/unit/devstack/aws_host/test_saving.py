import asyncio
import json
from typing import Any

import pytest

from devstack.aws_host import saving
from devstack.aws_host.__main__ import MINUTE_PATH, SAVE_PATH, with_own_paths
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
    ("method", "path", "done"),
    [
        ("POST", SAVE_PATH, ["save"]),
        ("POST", MINUTE_PATH, ["minute"]),
        ("GET", SAVE_PATH, ["passed on"]),
        ("POST", "/", ["passed on"]),
    ],
)
def test_a_post_to_a_path_of_ours_carries_out_its_order_and_everything_else_goes_on(
    method: str, path: str, done: list[str]
):
    happened: list[str] = []
    sent: list[Any] = []

    async def application(scope: Any, receive: Any, send: Any) -> None:
        happened.append("passed on")

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "path": path, "method": method}
    orders = {SAVE_PATH: lambda: happened.append("save"), MINUTE_PATH: lambda: happened.append("minute")}
    asyncio.run(with_own_paths(application, orders)(scope, None, send))
    assert happened == done
    assert [message.get("status") for message in sent[:1]] == ([] if done == ["passed on"] else [204])
