"""The three parts of the laptop home behind one small interface, so that the stack can start, watch and stop them.

Order matters when stopping: the embedded AWS first, because its functions use the other two; the database last.
"""

import signal
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from devstack.embedded_aws import start_aws, wait_until_answering
from devstack.environments import child_environment
from devstack.machine import LOOPBACK
from devstack.postgres import PostgresHost
from devstack.processes import Child, ProcessRecord, record_of
from devstack.settings import Layout, Settings


class Service(Protocol):
    """A part that runs in processes of its own."""

    name: str

    def start(self) -> ProcessRecord:
        """Start it, without waiting until it can be used; return the process to stop."""

    def wait(self) -> None:
        """Wait until it can be used; raises `Problem`."""

    def is_running(self) -> bool:
        """Return whether its process still runs."""

    def stop(self) -> None:
        """Stop it cleanly."""


class ChildService:
    """A part that is one child process with an address that answers.

    Args:
        name: what it is, for people.
        start: starts the child.
        health_url: answers anything at all once the part can be used.
    """

    def __init__(self, name: str, start: Callable[[], Child], health_url: str) -> None:
        self.name = name
        self._start = start
        self._health_url = health_url
        self._child: Child | None = None

    def start(self) -> ProcessRecord:
        """Start the child."""
        self._child = self._start()
        return self._child.record

    def wait(self) -> None:
        """Wait until its address answers."""
        if self._child is not None:
            wait_until_answering(self._child, self._health_url)

    def is_running(self) -> bool:
        """Return whether the child runs."""
        return self._child is not None and self._child.exit_code is None

    def stop(self) -> None:
        """Stop the child."""
        if self._child is not None:
            self._child.stop()


class PostgresService:
    """The database, whose server process is not a child of ours but of the one that started it.

    Args:
        host: the embedded server.
        data_dir: its folder; the server notes its process id below it.
    """

    name = "PostgreSQL"

    def __init__(self, host: PostgresHost, data_dir: Path) -> None:
        self._host = host
        self._data_dir = data_dir
        self._record: ProcessRecord | None = None

    def start(self) -> ProcessRecord:
        """Start the server; it can be used when this returns."""
        self._host.start()
        # Bytes: its second line is the path of the folder, whatever characters that has.
        pid = int((self._data_dir / "data" / "postmaster.pid").read_bytes().split(b"\n", 1)[0])
        # SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for every client to leave.
        self._record = record_of(self.name, pid, signal.SIGINT)
        return self._record

    def wait(self) -> None:
        """Nothing to wait for."""

    def is_running(self) -> bool:
        """Return whether the server runs."""
        return self._record is not None and self._record.find() is not None

    def stop(self) -> None:
        """Stop the server."""
        self._host.stop()


def aws_service(layout: Layout, port: int) -> ChildService:
    """Return the embedded AWS on a port."""
    return ChildService("embedded AWS", lambda: start_aws(layout, port), f"http://{LOOPBACK}:{port}/_ministack/health")


def models_service(settings: Settings, port: int) -> ChildService:
    """Return the model host on a port."""
    layout = settings.layout

    def start() -> Child:
        layout.models.mkdir(parents=True, exist_ok=True)
        return Child(
            "model host",
            ["devstack.sagemaker", "--port", str(port), "--model-cache", str(layout.models)],
            environment=child_environment(layout),
            folder=layout.checkout,
            log=layout.logs / "models.log",
        )

    return ChildService("model host", start, f"http://{LOOPBACK}:{port}/ping")
