"""One reused PostgreSQL connection a process, and transactions that belong to one user.

Every repository of this package gets a `Database` and runs all it does inside `Database.transaction`, which is
where tenancy is set (`app.user_id`, for the transaction alone) and where psycopg's exceptions end. Nothing is
prepared on the server and nothing is set for a session, so that a pooler may hand the connection to anybody
between two transactions.
"""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any, Final, TypeVar

import msgspec
import psycopg
from psycopg.pq import Escaping, TransactionStatus
from psycopg.rows import DictRow, dict_row
from psycopg.types.json import set_json_loads

from resumate.errors import Code, StorageError

Cursor = psycopg.Cursor[DictRow]
Connection = psycopg.Connection[DictRow]
Row = TypeVar("Row")

STATEMENT_SECONDS: Final = 15
_LOCAL_SETTINGS: Final = {
    "statement_timeout": f"{STATEMENT_SECONDS}s",
    "lock_timeout": "10s",
    # A function that is frozen or killed inside a transaction must not hold its locks for long.
    "idle_in_transaction_session_timeout": "30s",
}
# Between two invocations a function is frozen, and its peer may vanish without a word.
_CONNECT: Final[dict[str, Any]] = {
    "connect_timeout": 5,
    "keepalives_idle": 30,
    "keepalives_interval": 5,
    "tcp_user_timeout": 10_000,
}
_TURN_SECONDS: Final = 60.0


class Database:
    """A lazily made connection that is used again and again.

    May be shared by threads: their transactions take turns. A transaction inside another of the same thread is a
    mistake and refused. Give each thread a `Database` of its own where they should run side by side.

    Args:
        conninfo: returns the connection string. Called at the first use, and again when a connection cannot be
            made with the string it gave before (the credentials were rotated, the server moved).
    """

    def __init__(self, conninfo: Callable[[], str]) -> None:
        self._conninfo = conninfo
        self._known_conninfo: str | None = None
        self._connection: Connection | None = None
        self._turn = threading.Lock()
        self._holder: int | None = None

    @contextmanager
    def transaction(self, user_id: str, settings: Mapping[str, str] | None = None) -> Iterator[Cursor]:
        """Run the body in one transaction that sees and writes only this user's rows.

        Args:
            user_id: whose rows; from a verified token or from a row of their own, never from a message.
            settings: more settings for the transaction alone, by name.

        Yields:
            A cursor whose rows are dicts; JSON columns come decoded.

        Raises:
            StorageError: retryable when the database is out of reach or busy, else a defect. Nothing was written,
                unless the connection broke at the commit itself.
        """
        if not user_id:
            raise StorageError(Code.INTERNAL, "A transaction needs a user.")
        with self._taking_turns():
            connection = self._begin({"app.user_id": user_id, **_LOCAL_SETTINGS, **(settings or {})})
            try:
                with connection.cursor() as cursor:
                    yield cursor
                    _commit(cursor)
            except psycopg.Error as error:
                self._abandon(connection)
                raise translated(error, lost=connection.closed) from error
            except BaseException:
                self._abandon(connection)
                raise

    def close(self) -> None:
        """Close the connection, if there is one; the next transaction makes another."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @contextmanager
    def _taking_turns(self) -> Iterator[None]:
        if self._holder == threading.get_ident():
            raise StorageError(Code.INTERNAL, "A transaction cannot be started inside another.")
        if not self._turn.acquire(timeout=_TURN_SECONDS):
            raise StorageError(retryable=True)
        self._holder = threading.get_ident()
        try:
            yield
        finally:
            self._holder = None
            self._turn.release()

    def _begin(self, settings: Mapping[str, str]) -> Connection:
        """Open a transaction; a connection that broke since its last use is replaced once."""
        reused = self._connection
        if reused is not None:
            try:
                return _opened(reused, settings)
            except psycopg.OperationalError:
                self.close()
        connection = self._connection = self._connect()
        try:
            return _opened(connection, settings)
        except psycopg.Error as error:
            self.close()
            raise translated(error) from error

    def _connect(self) -> Connection:
        conninfo = self._known_conninfo
        if conninfo is not None:
            with suppress(psycopg.OperationalError):
                return _connection(conninfo)
        conninfo = self._conninfo()
        try:
            connection = _connection(conninfo)
        except psycopg.Error as error:
            self._known_conninfo = None
            raise translated(error) from error
        self._known_conninfo = conninfo
        return connection

    def _abandon(self, connection: Connection) -> None:
        """Roll back; a connection that cannot is closed, so that no later user meets what is left of it."""
        with suppress(psycopg.Error):
            connection.execute("rollback")
        if connection.closed or connection.info.transaction_status is not TransactionStatus.IDLE:
            self.close()


def translated(error: psycopg.Error, *, lost: bool = False) -> StorageError:
    """Return our exception for one of psycopg's, and take out of that what a log must not hold.

    The server quotes statements and values in its messages. What remains is the class and the SQLSTATE; only the
    client's own messages (which have no SQLSTATE: no route, refused) are kept. Whatever the class, an error that cost
    the connection (`lost`) may pass: a transaction left alone too long is ended by the server as an internal error.
    """
    if error.sqlstate is not None:
        error.args = (f"SQLSTATE {error.sqlstate}",)
    if lost or isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
        return StorageError(Code.STORAGE_UNAVAILABLE, retryable=True)
    return StorageError(Code.INTERNAL)


def as_row(row: Mapping[str, Any], kind: type[Row]) -> Row:
    """Return a fetched row as a struct of `storage.model`."""
    return msgspec.convert(row, kind)


def _commit(cursor: Cursor) -> None:
    # In a transaction that has failed, COMMIT rolls back and reports no error.
    if cursor.execute("commit").statusmessage != "COMMIT":
        raise StorageError(Code.INTERNAL, "The transaction had failed before its end.")


def _connection(conninfo: str) -> Connection:
    connection: Connection = psycopg.connect(
        conninfo,
        autocommit=True,  # transactions are opened by our own statement, which carries the settings along
        prepare_threshold=None,
        row_factory=dict_row,
        application_name="resumate",
        **_CONNECT,
    )
    set_json_loads(msgspec.json.decode, connection)
    return connection


def _opened(connection: Connection, settings: Mapping[str, str]) -> Connection:
    """Begin and set in one round trip: several statements go in one message only without bound parameters."""
    quote = Escaping(connection.pgconn).escape_literal
    values = b", ".join(
        b"set_config(%b, %b, true)" % (quote(name.encode()), quote(value.encode())) for name, value in settings.items()
    )
    connection.execute(b"begin; select " + values)
    return connection
