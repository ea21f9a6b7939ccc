"""What integration tests stand on: PostgreSQL with pgvector at the migrated head, and a user of its own for each test.

With a Docker engine the server is the official pgvector image, without one the embedded server of the laptop home.
There is always a server: when none can be started, the tests fail. Tests do not clean up; each works as a user
that nobody else has, which row level security keeps apart.
"""

import shutil
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from devstack.postgres import PostgresHost
from migrations.runner import upgrade
from resumate.storage.database import Database

IMAGE = "pgvector/pgvector:pg18"


@dataclass(frozen=True)
class Server:
    """A PostgreSQL server; `app_dsn` works in every database that was migrated with `app_password`."""

    admin_dsn: str
    app_password: str

    @property
    def app_dsn(self) -> str:
        return self.application(self.admin_dsn)

    def application(self, admin_dsn: str) -> str:
        return make_conninfo(admin_dsn, user="resumate_app", password=self.app_password)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A server whose database is at the newest revision."""
    with _docker_server() if _docker_answers() else _embedded_server() as server:
        upgrade(server.admin_dsn, server.app_password)
        yield server


@pytest.fixture(scope="session")
def admin(postgres: Server) -> Iterator[psycopg.Connection[tuple]]:
    """A connection that row level security does not hold back, to see what is really there."""
    with psycopg.connect(postgres.admin_dsn, autocommit=True) as connection:
        yield connection


@pytest.fixture
def make_database(postgres: Server) -> Iterator[Callable[..., Database]]:
    """Make further databases objects, each with a connection of its own, as further processes would have."""
    made: list[Database] = []

    def make(dsn: str | None = None) -> Database:
        made.append(Database(lambda: dsn or postgres.app_dsn))
        return made[-1]

    yield make
    for database in made:
        database.close()


@pytest.fixture
def database(make_database: Callable[..., Database]) -> Database:
    """The database as the application sees it."""
    return make_database()


@pytest.fixture
def user_id() -> str:
    """A user that no other test has."""
    return str(uuid.uuid4())


@pytest.fixture
def other_user_id() -> str:
    """A second user that no other test has."""
    return str(uuid.uuid4())


@pytest.fixture
def empty_database(postgres: Server) -> Iterator[str]:
    """The admin's connection string of a database with nothing in it, dropped afterwards."""
    name = f"scratch_{uuid.uuid4().hex}"
    with psycopg.connect(postgres.admin_dsn, autocommit=True) as connection:
        connection.execute(f"create database {name}")
        yield make_conninfo(postgres.admin_dsn, dbname=name)
        connection.execute(f"drop database {name} with (force)")


@contextmanager
def _embedded_server() -> Iterator[Server]:
    # Not pytest's own temporary folder: that is closed to the account the server runs under when we are root.
    folder = Path(tempfile.mkdtemp(prefix="resumate-test-"))
    host = PostgresHost(folder, durable=False)
    host.start()
    try:
        yield Server(host.admin_dsn, host.app_password)
    finally:
        host.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _docker_answers() -> bool:
    if not Path("/var/run/docker.sock").exists():
        return False
    import docker  # noqa: PLC0415 - half a second, for nothing where there is no engine

    try:
        return bool(docker.from_env(timeout=5).ping())
    except docker.errors.DockerException:
        return False


@contextmanager
def _docker_server() -> Iterator[Server]:
    from testcontainers.postgres import PostgresContainer  # noqa: PLC0415 - as above

    with PostgresContainer(IMAGE, dbname="resumate", driver=None) as container:
        yield Server(container.get_connection_url(), "only-for-this-test-run")
