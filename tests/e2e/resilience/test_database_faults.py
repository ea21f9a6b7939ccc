"""The database restarts under load, or its password changes: errors end with the outage, and nobody has to do a thing."""

import secrets
import shutil
import signal
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

from devstack.client import SocketClient, new_request_id
from devstack.deploy import put_secret
from devstack.environments import aws_client
from devstack.postgres import PostgresHost
from devstack.progress import Progress
from devstack.settings import Settings, read_settings
from devstack.stack import Stack
from devstack.state import RunningStack
from migrations.runner import upgrade
from resumate.gateway.messages import ErrorEvent, Letters, ListLetters
from tests.e2e import journey
from tests.e2e.conftest import new_person
from tests.e2e.test_faults import wait_for

pytestmark = pytest.mark.timeout(900)  # a stack of its own is started first

READERS = 3
ANSWERS = 5
"""How many answers each reader has had before the outage, and again after it."""
PASSING = {"storage_unavailable"}


@pytest.fixture(scope="module")
def own_settings() -> Iterator[Settings]:
    home = Path(tempfile.mkdtemp(prefix="resumate-database-"))
    yield read_settings({"RESUMATE_HOME": str(home), "RESUMATE_PORT": "0"})
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="module")
def kept(own_settings: Settings) -> Iterator[RunningStack]:
    """A stack that starts again what ends, as `resumate up` does."""
    stack, over = Stack(own_settings, Progress()), threading.Event()
    running = stack.start()
    watcher = threading.Thread(target=stack.watch, args=(over.is_set,))
    watcher.start()
    yield running
    over.set()
    watcher.join()
    stack.stop()


def list_letters(client: SocketClient) -> str | None:
    """Ask for something that needs the database; return the code of an error."""
    reply = client.ask(ListLetters(request_id=new_request_id()), seconds=60)
    assert isinstance(reply, (Letters, ErrorEvent)), reply
    return reply.code if isinstance(reply, ErrorEvent) else None


def test_a_restart_of_the_database_under_load_fails_nothing_after_it(kept: RunningStack, own_settings: Settings):
    people = [new_person(kept) for _ in range(READERS + 1)]
    writer, *readers = [person.connect() for person in people]
    journey.ready_resume(writer)
    letter_id = journey.ask_for_letter(writer)
    answers: list[tuple[float, float, str | None]] = []  # asked, answered, and the code of an error
    over = threading.Event()

    def read(client: SocketClient) -> None:
        while not over.is_set():
            asked, code = time.monotonic(), list_letters(client)
            answers.append((asked, time.monotonic(), code))

    threads = [threading.Thread(target=read, args=(client,)) for client in readers]
    for thread in threads:
        thread.start()
    assert wait_for(lambda: len(answers) >= READERS * ANSWERS, 120)
    down = time.monotonic()
    server = next(item for item in kept.processes if item.name == "PostgreSQL").find()
    assert server is not None
    server.send_signal(signal.SIGINT)  # its fast shutdown
    server.wait(120)
    up = moment_it_answers(own_settings)
    assert wait_for(lambda: sum(asked > up for asked, _, _ in answers) >= READERS * ANSWERS, 240)
    over.set()
    for thread in threads:
        thread.join(60)
    assert {code for _, _, code in answers if code} <= PASSING
    # Whatever was neither under way when it ended nor asked before it was back is answered.
    outside = [
        (asked - down, answered - up, code)
        for asked, answered, code in answers
        if code and not (answered > down and asked < up + 1)
    ]
    assert outside == []
    assert journey.follow(writer, letter_id, seconds=240).completed
    for person in people:
        person.close()


def moment_it_answers(settings: Settings) -> float:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            psycopg.connect(PostgresHost(settings.layout.postgres).admin_dsn, connect_timeout=2).close()
            return time.monotonic()
        except psycopg.OperationalError:
            time.sleep(0.1)
    raise AssertionError("the database did not come back")


def test_after_a_rotation_of_the_password_the_next_request_is_answered(kept: RunningStack, own_settings: Settings):
    person = new_person(kept)
    client = person.connect()
    assert list_letters(client) is None
    host, rotated = PostgresHost(own_settings.layout.postgres), secrets.token_urlsafe(24)
    upgrade(host.admin_dsn, rotated)
    admin = conninfo_to_dict(host.admin_dsn)
    secret = {name: admin[name] for name in ("host", "port", "dbname")}
    manager = aws_client("secretsmanager", kept.addresses["aws"])
    put_secret(manager, "resumate/database", {**secret, "username": "resumate_app", "password": rotated})
    with psycopg.connect(host.admin_dsn, autocommit=True) as connection:
        ended = connection.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'resumate_app'"
        ).fetchall()
    assert ended
    assert list_letters(client) is None
    journey.ready_resume(client)
    assert journey.write(client).completed
    person.close()
