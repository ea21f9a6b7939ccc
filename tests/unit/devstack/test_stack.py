import signal
import time
from pathlib import Path

import pytest

from devstack import stack as stacks
from devstack.machine import runtime
from devstack.problems import Problem, ProblemCode
from devstack.processes import ProcessRecord
from devstack.progress import Progress
from devstack.settings import Settings
from devstack.stack import Stack, read_running
from devstack.state import HomeLock, RunningStack


class FakeService:
    """A part that ends as often as it is told to, and notes what is done with it."""

    def __init__(self, name: str, history: list[str], ends: int = 0) -> None:
        self.name = name
        self.history = history
        self.ends = ends

    def start(self) -> ProcessRecord:
        self.history.append(f"start {self.name}")
        return ProcessRecord(self.name, 1, 0.0, signal.SIGTERM)

    def wait(self) -> None:
        self.history.append(f"wait {self.name}")

    def is_running(self) -> bool:
        self.ends -= 1
        return self.ends < 0

    def stop(self) -> None:
        self.history.append(f"stop {self.name}")


@pytest.fixture
def history() -> list[str]:
    return []


@pytest.fixture
def stack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stack:
    monkeypatch.setattr(stacks, "_WATCH_SECONDS", 0.001)
    return Stack(Settings(checkout=tmp_path, home=tmp_path / "home"), Progress(quiet=True))


def _watch_for(stack: Stack, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    stack.watch(until=lambda: time.monotonic() > deadline)


def test_a_part_that_ended_is_started_again_and_recorded(stack: Stack, history: list[str]):
    stack._services = {"model host": FakeService("model host", history, ends=1)}
    _watch_for(stack, 0.05)
    assert history == ["start model host", "wait model host"]
    recorded = RunningStack.read(stack.settings.layout.running)
    assert recorded is not None
    assert [record.name for record in recorded.processes] == ["model host"]


def test_a_part_that_keeps_ending_is_given_up(stack: Stack, history: list[str]):
    stack._services = {"model host": FakeService("model host", history, ends=99)}
    with pytest.raises(Problem, match="keeps ending") as given_up:
        _watch_for(stack, 5)
    assert given_up.value.code is ProblemCode.CHILD_DIED
    assert history.count("start model host") == 3


def test_parts_are_stopped_in_order_with_the_database_last_and_the_record_is_removed(stack: Stack, history: list[str]):
    names = ["embedded AWS", "model host", "PostgreSQL"]
    stack._services = {name: FakeService(name, history) for name in names}
    stack.running.write(stack.settings.layout.running)
    stack.stop()
    stack.stop()
    assert history == [f"stop {name}" for name in names]
    assert not stack.settings.layout.running.exists()


def test_a_stack_counts_as_running_while_its_command_lives_and_it_can_be_used(tmp_path: Path):
    settings = Settings(checkout=tmp_path, home=tmp_path)
    assert read_running(settings) is None
    ready = RunningStack("r", 1, [ProcessRecord("PostgreSQL", 2**22 + 1, 0.0)], ready=True)
    ready.write(settings.layout.running)
    assert read_running(settings) is None
    lock = HomeLock(settings.layout.lock)
    lock.acquire()
    assert read_running(settings) == ready
    RunningStack("r", 1).write(settings.layout.running)
    assert read_running(settings) is None
    lock.release()


def test_the_runtime_is_the_running_python():
    assert runtime().startswith("python3.")
