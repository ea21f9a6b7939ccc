"""What is running and what was deployed, in small JSON files that are replaced in one step.

`stack.json` exists while a stack runs: other commands find its addresses there, the keeper and the next start find
what to stop. `deployed.json` says what the embedded AWS holds. `account.json` holds the
demo account's password.
"""

import fcntl
import json
import os
import secrets
import tempfile
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Self

from devstack.problems import Problem, ProblemCode
from devstack.processes import ProcessRecord


@dataclass(slots=True)
class RunningStack:
    """The stack that runs.

    Attributes:
        run: a random name of this run.
        pid: the process that runs it.
        processes: its children, in the order in which they are stopped.
        addresses: aws, models, socket, and page where there is one.
        outputs: the outputs of the deployed stack.
        ready: whether it can be used.
    """

    run: str
    pid: int
    processes: list[ProcessRecord] = field(default_factory=list)
    addresses: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)
    ready: bool = False

    def write(self, path: Path) -> None:
        """Replace the file."""
        write_json(path, asdict(self))

    @classmethod
    def read(cls, path: Path) -> Self | None:
        """Return what the file says, or nothing when there is no such file or it is damaged."""
        data = read_json(path)
        try:
            processes = [ProcessRecord(**fields) for fields in data.pop("processes", [])]
            return cls(processes=processes, **data) if data else None
        except TypeError:
            return None


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """The demo account, made on this machine and of use on this machine alone."""

    email: str
    password: str

    @classmethod
    def ensure(cls, path: Path) -> Self:
        """Return the account, made at the first call."""
        data = read_json(path)
        try:
            return cls(**data)
        except TypeError:
            made = cls("demo@example.com", f"Demo-{secrets.token_hex(6)}-9")
            write_json(path, asdict(made))
            return made


class HomeLock:
    """Only one `resumate up` uses a state folder; the lock ends with the process, however that ends.

    Args:
        path: the file that is locked.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def acquire(self) -> None:
        """Take the lock or raise `Problem`."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(descriptor)
            raise Problem(
                ProblemCode.ALREADY_RUNNING,
                f"A stack runs already with the state folder {self._path.parent}.",
                "Use it as it is, stop it with Ctrl-C in its terminal, or choose another folder with RESUMATE_HOME.",
            ) from error
        self._descriptor = descriptor

    def is_held(self) -> bool:
        """Return whether some process holds it now."""
        try:
            descriptor = os.open(self._path, os.O_RDWR)
        except OSError:
            return False
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return True
        finally:
            os.close(descriptor)
        return False

    def release(self) -> None:
        """Give the lock back."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def read_json(path: Path) -> dict[str, Any]:
    """Return the object in a file; an empty one when the file is missing or damaged."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}


def write_json(path: Path, data: dict[str, Any]) -> None:
    """Replace a file in one step, readable by its owner alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(data, file, indent=2)
    Path(name).replace(path)
