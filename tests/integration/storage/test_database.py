"""The one connection: replaced when it broke, closed to nobody's leftovers, silent about what it carried."""

# ruff: noqa: PT012 - what fails here is a transaction, whose body is more than one statement

import shutil
import tempfile
import threading
import time
import traceback
from itertools import pairwise
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from devstack.postgres import PostgresHost
from migrations.runner import upgrade
from resumate.errors import Code, StorageError
from resumate.storage import database as database_module
from resumate.storage.database import Database


def backend(database, user_id):
    with database.transaction(user_id) as cursor:
        return cursor.execute("select pg_backend_pid() as pid").fetchone()["pid"]


def kill(admin, pid):
    admin.execute("select pg_terminate_backend(%s, 5000)", [pid])


def test_the_connection_is_used_again(database, user_id):
    assert backend(database, user_id) == backend(database, user_id)


def test_nothing_is_connected_before_it_is_needed():
    """Given a database nobody uses, then nobody asked where it is."""

    def never():
        raise AssertionError("asked")

    Database(never).close()


def test_a_connection_that_broke_meanwhile_is_replaced(database, user_id, admin):
    """Given a connection that the server closed, when the next transaction begins, then it just works."""
    first = backend(database, user_id)
    kill(admin, first)
    assert backend(database, user_id) != first


def test_a_connection_that_breaks_inside_is_an_error_that_may_pass(database, user_id, admin):
    """Given a transaction under way, when the server kills it, then it fails as retryable and the next one works."""
    with pytest.raises(StorageError) as failure, database.transaction(user_id) as cursor:
        pid = cursor.execute("select pg_backend_pid() as pid").fetchone()["pid"]
        kill(admin, pid)
        cursor.execute("select 1")
    assert failure.value.retryable
    assert failure.value.code == Code.STORAGE_UNAVAILABLE
    assert backend(database, user_id) != pid


def test_a_server_out_of_reach_is_an_error_that_may_pass(tmp_path, user_id):
    database = Database(lambda: make_conninfo(host=str(tmp_path), user="nobody", dbname="none"))
    with pytest.raises(StorageError) as failure, database.transaction(user_id):
        pass
    assert failure.value.retryable


def test_rotated_credentials_are_fetched_when_they_are_needed(postgres, user_id, admin):
    """Given a rotated password, when a new connection is made, then the new secret is read after one refusal."""
    passwords = [postgres.app_password, "the-rotated-one"]
    asked = []

    def conninfo():
        asked.append(passwords[len(asked)])
        return make_conninfo(postgres.app_dsn, password=asked[-1])

    database = Database(conninfo)
    pid = backend(database, user_id)
    upgrade(postgres.admin_dsn, "the-rotated-one")
    try:
        kill(admin, pid)
        assert backend(database, user_id) != pid
        assert asked == passwords
    finally:
        upgrade(postgres.admin_dsn, postgres.app_password)
        database.close()


def test_credentials_are_not_fetched_for_every_connection(postgres, user_id, admin):
    """Given a broken connection and the same password, when it is replaced, then the secret is not read again."""
    asked = []
    database = Database(lambda: asked.append(1) or postgres.app_dsn)
    kill(admin, backend(database, user_id))
    backend(database, user_id)
    database.close()
    assert len(asked) == 1


def test_what_fails_in_the_middle_leaves_nothing(database, desk, user_id):
    """Given a body that raises after a write, when it ends, then the write is gone."""
    resume_id = desk.ready()
    with pytest.raises(KeyError), database.transaction(user_id) as cursor:
        cursor.execute("delete from resumes")
        raise KeyError
    assert desk.resumes.get(user_id, resume_id) is not None


def test_a_swallowed_failure_is_not_taken_for_success(database, desk, user_id):
    """Given a body that hides a failed statement, when it ends, then the lost writes are an error, not silence."""
    resume_id = desk.ready()
    with pytest.raises(StorageError), database.transaction(user_id) as cursor:
        cursor.execute("delete from resumes")
        with pytest.raises(psycopg.Error):
            cursor.execute("select 1 / 0")
    assert desk.resumes.get(user_id, resume_id) is not None


def test_a_defect_is_not_retried(database, user_id):
    with pytest.raises(StorageError) as failure, database.transaction(user_id) as cursor:
        cursor.execute("select no_such_column")
    assert failure.value.code == Code.INTERNAL
    assert not failure.value.retryable


def test_no_log_can_hold_what_was_stored(database, user_id):
    """Given a value the server quotes in its refusal, when the whole chain is printed, then the value is not in it."""
    secret = "Mira " + "Falk"
    with pytest.raises(StorageError) as failure, database.transaction(user_id) as cursor:
        cursor.execute("select %s::uuid", [secret])
    printed = "".join(traceback.format_exception(failure.value))
    assert secret not in printed
    assert "22P02" in printed


def test_a_statement_that_takes_too_long_is_ended(database, user_id, monkeypatch):
    """Given a limit of 0.1 s, when a statement sleeps, then it is an error that may pass."""
    monkeypatch.setitem(database_settings(), "statement_timeout", "100ms")
    with pytest.raises(StorageError) as failure, database.transaction(user_id) as cursor:
        cursor.execute("select pg_sleep(5)")
    assert failure.value.retryable


def test_a_transaction_that_was_left_alone_is_ended_by_the_server(database, user_id, monkeypatch):
    """Given a frozen function, when it comes back too late, then it fails as retryable and the next one works."""
    monkeypatch.setitem(database_settings(), "idle_in_transaction_session_timeout", "100ms")
    with pytest.raises(StorageError) as failure, database.transaction(user_id) as cursor:
        threading.Event().wait(0.5)
        cursor.execute("select 1")
    assert failure.value.retryable
    assert backend(database, user_id)


def database_settings():
    return database_module._LOCAL_SETTINGS


def test_one_transaction_inside_another_is_refused(database, user_id):
    with database.transaction(user_id), pytest.raises(StorageError) as failure, database.transaction(user_id):
        pass
    assert not failure.value.retryable


def test_threads_take_turns(database, make_database):
    """Given eight threads of eight users on one connection, then each sees itself and nobody else."""
    seen = []

    def look(user):
        for _ in range(20):
            with database.transaction(user) as cursor:
                row = cursor.execute("select current_setting('app.user_id') as user").fetchone()
                seen.append(row["user"] == user)

    threads = [threading.Thread(target=look, args=[f"user-{number}"]) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [True] * 160


def test_fifty_users_at_once_need_no_fifty_connections(postgres, admin):
    """Given fifty callers over five databases, then all are served soon and never more than five connections are open."""
    databases = [Database(lambda: postgres.app_dsn) for _ in range(5)]
    most = []
    failed = []
    waited = []

    def infer(number):
        asked = time.monotonic()
        try:
            with databases[number % 5].transaction(f"caller-{number}") as cursor:
                cursor.execute("select pg_sleep(0.01)")
        except StorageError as error:
            failed.append(error)
        waited.append(time.monotonic() - asked)

    threads = [threading.Thread(target=infer, args=[number]) for number in range(50)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        counted = admin.execute("select count(*) from pg_stat_activity where application_name = 'resumate'")
        most.append(counted.fetchone()[0])
    for database in databases:
        database.close()
    assert not failed
    assert most
    assert max(most) <= 5
    # Ten turns of a hundredth of a second each; the bound is for a machine that does something else besides.
    assert sorted(waited)[47] < 10


def test_nothing_is_prepared_on_the_server(database, user_id):
    """Given ten equal statements, as a transaction pooler would see them, then none was prepared under a name."""
    for _ in range(10):
        with database.transaction(user_id) as cursor:
            cursor.execute("select %s::int", [1])
    with database.transaction(user_id) as cursor:
        assert cursor.execute("select count(*) from pg_prepared_statements").fetchone()["count"] == 0


def test_the_connection_outlives_a_restart_of_the_server(user_id):
    """Given a server that restarts, then the errors are bounded to the restart and no action is needed."""
    folder = Path(tempfile.mkdtemp(prefix="resumate-restart-"))
    host = PostgresHost(folder, durable=False)
    try:
        host.start()
        host.migrate()
        database = Database(lambda: host.app_dsn)
        pids = [backend(database, user_id)]
        host.stop()
        with pytest.raises(StorageError):
            backend(database, user_id)
        host.start()
        pids.append(backend(database, user_id))
        database.close()
    finally:
        host.stop()
        shutil.rmtree(folder)
    assert all(before != after for before, after in pairwise(pids))
