"""What this machine must offer before anything is started: Python, disk, a writable folder, ports.

Used by `resumate up` before it starts and by `resumate doctor`, which shows every check.
"""

import errno
import os
import shutil
import socket
import sys
import tempfile
from pathlib import Path
from typing import Final

import psutil

from devstack.problems import Problem, ProblemCode

LEAST_PYTHON: Final = (3, 11)
FREE_BYTES: Final = 1_000_000_000
"""A first start writes about 600 MB: database, built code, unpacked layers, derived model files."""

LOOPBACK: Final = "127.0.0.1"


def check_python(version: tuple[int, int] = sys.version_info[:2]) -> None:
    """Raise `Problem` when this interpreter is too old."""
    if version < LEAST_PYTHON:
        raise Problem(
            ProblemCode.PYTHON,
            f"This is Python {version[0]}.{version[1]}; 3.11 or newer is needed.",
            "Install a newer Python and run `make run` again; it is found by itself.",
        )


def check_folder(folder: Path, remedy: str = "Make it writable, or choose another with RESUMATE_HOME.") -> None:
    """Raise `Problem` when a folder cannot be made or written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise Problem(
            ProblemCode.DISK_FULL if error.errno == errno.ENOSPC else ProblemCode.UNWRITABLE,
            f"The folder {folder} cannot be written: {error.strerror}.",
            remedy,
        ) from error


def check_disk(folder: Path, needed: int = FREE_BYTES) -> None:
    """Raise `Problem` when the disk of an existing folder has less free than is needed, in bytes."""
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise Problem(
            ProblemCode.DISK_FULL,
            f"Only {free / 1e9:.1f} GB are free at {folder}; {needed / 1e9:.1f} GB are needed.",
            "Free some space, or choose a folder on another disk with RESUMATE_HOME.",
        )


def is_port_free(port: int) -> bool:
    """Return whether a server could listen on this loopback port now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # Without this a port that a just-ended server used counts as taken for a minute.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def free_port() -> int:
    """Return a loopback port that nobody listens on."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def choose_port(wanted: int, variable: str) -> int:
    """Return the port a user asked for, any free one for 0; raises `Problem` when it is taken."""
    if wanted == 0:
        return free_port()
    if is_port_free(wanted):
        return wanted
    owner = port_owner(wanted)
    raise Problem(
        ProblemCode.PORT_TAKEN,
        f"Port {wanted} is taken{f' by {owner}' if owner else ''}.",
        f"Stop that program, or choose another port: {variable}={wanted + 1} make run",
    )


def port_owner(port: int) -> str | None:
    """Return the name and id of the program that listens on a port, when the system tells."""
    try:
        connections = psutil.net_connections(kind="tcp")
    except psutil.Error:
        return None
    for connection in connections:
        listens = connection.status == psutil.CONN_LISTEN
        if listens and connection.laddr and connection.laddr.port == port and connection.pid:
            try:
                return f"{psutil.Process(connection.pid).name()} (process {connection.pid})"
            except psutil.Error:
                return f"process {connection.pid}"
    return None


def runtime() -> str:
    """Return the Lambda runtime that equals this interpreter, as ``python3.11``."""
    return f"python{sys.version_info.major}.{sys.version_info.minor}"


def tool_path() -> str:
    """Return a PATH on which this environment's programs come first."""
    return os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
