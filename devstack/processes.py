"""Child processes: started apart from the terminal, recorded, and stopped only when they are truly ours.

A child has a session of its own, so that Ctrl-C reaches the command alone and the command stops its children in
order. A record is a process id with the moment the process began, so that an id that the system gave to somebody
else meanwhile is never touched.
"""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import psutil

from devstack.problems import Problem, ProblemCode

STOP_SECONDS: Final = 15.0
_CLOCK_TOLERANCE_SECONDS: Final = 2.0
_LOG_TAIL_LINES: Final = 12


@dataclass(frozen=True, slots=True)
class ProcessRecord:
    """One process of ours.

    Attributes:
        name: what it is, for people.
        pid: its process id.
        began: when it began, seconds since 1970.
        stop_signal: the signal that asks it to stop.
    """

    name: str
    pid: int
    began: float
    stop_signal: int = signal.SIGTERM

    def as_json(self) -> dict[str, str | int | float]:
        """The record as JSON fields."""
        return asdict(self)

    def find(self) -> psutil.Process | None:
        """Return the process when it still runs and is the one that was recorded."""
        try:
            process = psutil.Process(self.pid)
            same = abs(process.create_time() - self.began) < _CLOCK_TOLERANCE_SECONDS
            alive = process.status() != psutil.STATUS_ZOMBIE
        except psutil.Error:
            return None
        return process if same and alive else None


def record_of(name: str, pid: int, stop_signal: int = signal.SIGTERM) -> ProcessRecord:
    """Record a process that runs now; raises `Problem` when it has ended already."""
    try:
        return ProcessRecord(name, pid, psutil.Process(pid).create_time(), stop_signal)
    except psutil.Error as error:
        raise Problem(ProblemCode.CHILD_DIED, f"{name} ended at once.", "See its log in the logs folder.") from error


class Child:
    """A process that this one started.

    Args:
        name: what it is, for people.
        arguments: Python module and its arguments, run by this interpreter with ``-m``.
        environment: the whole environment of the child.
        folder: its working directory.
        log: the file that gets all it prints.
        stdin: a file descriptor to read from, or nothing.
    """

    def __init__(  # a process has this many properties
        self,
        name: str,
        arguments: Sequence[str],
        *,
        environment: Mapping[str, str],
        folder: Path,
        log: Path,
        stdin: int = subprocess.DEVNULL,
    ) -> None:
        self.name = name
        self.log = log
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("ab") as output:
            self._process = subprocess.Popen(  # noqa: S603  # our own module, no shell
                [sys.executable, "-m", *arguments],
                env=dict(environment),
                cwd=folder,
                stdin=stdin,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self.record = record_of(name, self._process.pid)

    @property
    def exit_code(self) -> int | None:
        """How it ended, or nothing while it runs."""
        return self._process.poll()

    def ensure_running(self) -> None:
        """Raise `Problem` with the end of its log when it has ended."""
        if self.exit_code is not None:
            raise Problem(
                ProblemCode.CHILD_DIED,
                f"{self.name} ended with code {self.exit_code}.\n{tail(self.log)}",
                f"The whole log is {self.log}. `resumate doctor` checks the machine.",
            )

    def stop(self) -> None:
        """Ask it to stop, insist after `STOP_SECONDS`."""
        if self.exit_code is None:
            stop_all([self.record])
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=1)


def stop_all(records: Sequence[ProcessRecord], patience: float = STOP_SECONDS) -> list[str]:
    """Stop recorded processes one after the other, in the order given; return the names of those that ran."""
    stopped = []
    for record in records:
        process = record.find()
        if process is None:
            continue
        stopped.append(record.name)
        _stop(process, record, patience)
    return stopped


def _stop(process: psutil.Process, record: ProcessRecord, patience: float) -> None:
    started_by_it: list[psutil.Process] = []
    with contextlib.suppress(psutil.NoSuchProcess):
        started_by_it += process.children(recursive=True)
        process.send_signal(record.stop_signal)
    deadline = time.monotonic() + patience
    # psutil's own wait() would collect the exit code of a child that belongs to `subprocess`.
    while record.find() is not None and time.monotonic() < deadline:
        time.sleep(0.02)
    if record.find() is not None:
        with contextlib.suppress(psutil.NoSuchProcess):
            started_by_it += process.children(recursive=True)
            process.kill()
    # One that was busy, or was killed just now, may have left functions behind, which would go on without it.
    for left in started_by_it:
        with contextlib.suppress(psutil.NoSuchProcess):
            left.kill()


def run_tool(command: Sequence[str], *, environment: Mapping[str, str], folder: Path, log: Path, seconds: float) -> int:
    """Run a program to its end, all it prints going to `log`; return its exit code, -9 after too many seconds.

    It runs in a process group of its own, which is ended whole when this command is interrupted: the program's
    own children must not go on alone.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603  # a fixed command, no shell
            list(command),
            env=dict(environment),
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        return process.wait(seconds)
    except BaseException as error:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if isinstance(error, subprocess.TimeoutExpired):
            return process.returncode
        raise


def tail(path: Path, lines: int = _LOG_TAIL_LINES) -> str:
    """Return the last lines of a log, or nothing when there is none."""
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return "\n".join(text.splitlines()[-lines:])
