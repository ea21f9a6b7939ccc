"""What end-to-end tests stand on: one deployed local stack for the whole run, and people who have signed up to it.

The stack has a state folder and ports of its own, so that one in use by `make run` is never touched. The artifacts
are shared with it: they are built once for both.
"""

import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from devstack.accounts import sign_in, sign_up
from devstack.client import SocketClient
from devstack.environments import aws_client
from devstack.progress import Progress
from devstack.settings import Settings, read_settings
from devstack.stack import Stack
from devstack.state import RunningStack

CHECKOUT = Path(__file__).resolve().parents[2]
READY = "ResuMate is running."
START_SECONDS = 600  # the first start may build and download


@dataclass
class Person:
    """Somebody with an account at the stack."""

    running: RunningStack
    email: str
    password: str
    _open: ExitStack = field(default_factory=ExitStack)

    def token(self) -> str:
        """Sign in."""
        cognito = aws_client("cognito-idp", self.running.addresses["aws"])
        return sign_in(cognito, self.running.outputs["UserPoolClientId"], self.email, self.password)

    def connect(self) -> SocketClient:
        """Open a socket; it is closed at the end of the test."""
        return self._open.enter_context(SocketClient.open(self.running.addresses["socket"], self.token()))

    def close(self) -> None:
        """Close every socket."""
        self._open.close()


@pytest.fixture(scope="session")
def settings() -> Iterator[Settings]:
    """A state folder and free ports of this test run's own."""
    # Not pytest's folder: its long name would not fit into the address of a Unix socket.
    home = Path(tempfile.mkdtemp(prefix="resumate-e2e-"))
    yield read_settings({"RESUMATE_HOME": str(home), "RESUMATE_PORT": "0"})
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="session")
def stack(settings: Settings) -> Iterator[RunningStack]:
    """The deployed stack."""
    stack = Stack(settings, Progress())
    yield stack.start()
    stack.stop()


@pytest.fixture
def make_person(stack: RunningStack) -> Iterator[Callable[[], Person]]:
    """Sign up somebody new; every test's people are its own, so tests see nothing of each other."""
    with ExitStack() as opened:

        def make() -> Person:
            person = new_person(stack)
            opened.callback(person.close)
            return person

        yield make


@pytest.fixture
def person(make_person: Callable[[], Person]) -> Person:
    """Somebody who has just signed up."""
    return make_person()


@pytest.fixture(scope="session", autouse=True)
def _interrupts_are_heard() -> None:
    """In a run that was started in the background interrupts are ignored, and all that it starts would inherit that."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def client(person: Person) -> SocketClient:
    """The open socket of `person`."""
    return person.connect()


def new_person(running: RunningStack) -> Person:
    """Sign up somebody with a name that nobody had before."""
    email, password = f"test-{secrets.token_hex(6)}@example.com", f"Test-{secrets.token_hex(6)}-1"
    cognito = aws_client("cognito-idp", running.addresses["aws"])
    sign_up(cognito, running.outputs["UserPoolClientId"], email, password)
    return Person(running, email, password)


class Up:
    """`resumate up` as a program of its own.

    Args:
        home: its state folder.
        port: its port.
        arguments: further arguments.
    """

    def __init__(self, home: Path, port: int, *arguments: str, environment: Mapping[str, str] | None = None) -> None:
        self.settings = read_settings({"RESUMATE_HOME": str(home), "RESUMATE_PORT": str(port)})
        self._output = tempfile.NamedTemporaryFile("w+", prefix="resumate-up-", delete=False)  # noqa: SIM115 - read later
        self.begun = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "devstack", "up", *arguments],
            cwd=CHECKOUT,
            env={**os.environ, "RESUMATE_HOME": str(home), "RESUMATE_PORT": str(port), **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=self._output,
            stderr=subprocess.STDOUT,
        )

    @property
    def output(self) -> str:
        """All that it printed so far."""
        return Path(self._output.name).read_text(encoding="utf-8")

    def wait_until_running(self) -> RunningStack:
        """Wait until it says that it runs; fails with its output when it ends before."""
        deadline = time.monotonic() + START_SECONDS
        while READY not in self.output:
            assert self.process.poll() is None, self.output
            assert time.monotonic() < deadline, self.output
            time.sleep(0.1)
        running = RunningStack.read(self.settings.layout.running)
        assert running is not None
        return running

    def stop(self, number: int = signal.SIGINT) -> int:
        """Send a signal and wait for the end; return the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(60)

    def clean_up(self) -> None:
        """Leave nothing behind, whatever the test did."""
        self.stop()
        Path(self._output.name).unlink()


@pytest.fixture
def start_up() -> Iterator[Callable[..., Up]]:
    """Start `resumate up`; whatever was started is stopped at the end of the test."""
    with ExitStack() as started:

        def start(home: Path, port: int, *arguments: str, **options: Any) -> Up:
            up = Up(home, port, *arguments, **options)
            started.callback(up.clean_up)
            return up

        yield start
