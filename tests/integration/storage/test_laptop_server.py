"""The laptop's PostgreSQL: survives every kill, is stopped by its owner alone, opens to nobody without a password."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import psutil
import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from devstack.postgres import PostgresHost
from devstack.problems import Problem

OWNER = """
import sys, time
from pathlib import Path
from devstack.postgres import PostgresHost
host = PostgresHost(Path(sys.argv[1]), durable=False)
host.start()
print(host.pid, flush=True)
time.sleep(600)
"""


@pytest.fixture
def folder():
    path = Path(tempfile.mkdtemp(prefix="resumate-host-"))
    yield path
    shutil.rmtree(path)


@pytest.fixture(scope="module")
def shared():
    """One data directory for the tests that leave it usable."""
    path = Path(tempfile.mkdtemp(prefix="resumate-host-"))
    server = PostgresHost(path)
    yield server, path
    server.stop()
    shutil.rmtree(path)


@pytest.fixture
def host(shared):
    shared[0].start()
    return shared[0]


@pytest.fixture
def home(shared):
    return shared[1]


def value(dsn, statement):
    with psycopg.connect(dsn, autocommit=True) as connection:
        return connection.execute(statement).fetchone()[0]


def test_what_was_written_is_there_after_a_restart(host):
    with psycopg.connect(host.admin_dsn) as connection:
        connection.execute("create table restarted as select 7 as number")
    host.stop()
    host.start()
    assert value(host.admin_dsn, "select number from restarted") == 7


def test_what_was_written_survives_a_kill_of_the_server(host):
    """Given committed rows, when the server is killed and started again, then they are there."""
    with psycopg.connect(host.admin_dsn) as connection:
        connection.execute("create table killed as select 7 as number")
    killed = host.pid
    os.kill(killed, signal.SIGKILL)
    psutil.wait_procs([psutil.Process(killed)] if psutil.pid_exists(killed) else [], timeout=5)
    host.start()
    assert host.pid != killed
    assert value(host.admin_dsn, "select number from killed") == 7


def test_a_server_left_by_a_killed_owner_is_taken_over(folder):
    """Given an owner killed with -9, when another starts, then it takes the same server over, and stops it."""
    owner = subprocess.Popen([sys.executable, "-c", OWNER, str(folder)], stdout=subprocess.PIPE, text=True)
    pid = int(owner.stdout.readline())
    owner.kill()
    owner.wait()
    owner.stdout.close()
    host = PostgresHost(folder, durable=False)
    host.start()
    assert host.pid == pid
    host.stop()
    assert not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE


def test_only_its_owner_stops_it(host, home):
    """Given a running server, when a second host uses it and stops, then it still runs."""
    guest = PostgresHost(home)
    guest.start()
    assert value(guest.admin_dsn, "select 1") == 1
    guest.stop()
    assert value(host.admin_dsn, "select 1") == 1


def test_stopping_what_was_never_started_does_nothing(folder):
    PostgresHost(folder).stop()


def test_ctrl_c_does_not_reach_it(host):
    """The server leads a session of its own, so that the terminal's signals go past it."""
    assert os.getsid(host.pid) == host.pid != os.getsid(0)


def test_an_id_that_went_to_another_program_does_not_hold_it_up(host, home):
    """Given a lock file with our own process id in it, as after a crash and a reboot, then the server starts."""
    host.stop()
    (home / "data" / "postmaster.pid").write_text(f"{os.getpid()}\n{home}\n")
    host.start()
    assert value(host.admin_dsn, "select 1") == 1


def test_an_interrupted_first_start_is_begun_again(folder):
    (folder / "data.unfinished").mkdir()
    (folder / "data.unfinished" / "PG_VERSION").write_text("18\n")
    host = PostgresHost(folder, durable=False)
    host.start()
    try:
        assert value(host.admin_dsn, "select 1") == 1
    finally:
        host.stop()


def test_the_application_gets_in_once_the_schema_is_there(host):
    host.migrate()
    assert value(host.app_dsn, "select current_user") == "resumate_app"
    assert conninfo_to_dict(host.app_dsn)["password"] == host.app_password


@pytest.mark.parametrize("user", ["postgres", "resumate_app"])
def test_nobody_gets_in_without_the_password(host, user):
    host.migrate()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(make_conninfo(host.admin_dsn, user=user, password="guessed"))


def test_no_other_account_of_the_machine_can_reach_it(host):
    """The socket's folder is open to its owner alone, and no port is open."""
    socket_dir = Path(str(conninfo_to_dict(host.admin_dsn)["host"]))
    assert socket_dir.stat().st_mode & 0o077 == 0
    assert value(host.admin_dsn, "show listen_addresses") == ""


def test_passwords_are_kept_and_readable_by_their_owner_alone(host, home):
    assert PostgresHost(home).admin_dsn == host.admin_dsn
    assert (home / "passwords.json").stat().st_mode & 0o077 == 0


def test_the_path_of_the_socket_is_short_wherever_the_data_is(folder):
    """Given a data folder too deep for a socket, when the server starts, then it can be reached all the same."""
    deep = folder / "/".join(["a-rather-long-name-of-a-folder"] * 5)
    host = PostgresHost(deep, durable=False)
    host.start()
    try:
        socket_dir = Path(str(conninfo_to_dict(host.admin_dsn)["host"]))
        assert len(str(socket_dir / ".s.PGSQL.5432")) < 100
        assert value(host.admin_dsn, "select 1") == 1
    finally:
        host.stop()
        shutil.rmtree(socket_dir)


def test_what_people_wrote_is_not_in_the_servers_log(host, home):
    """Given a refused statement with a value in it, when the log is read, then the value is not there."""
    with psycopg.connect(host.admin_dsn, autocommit=True) as connection:
        connection.execute("create table secrets (word text check (word <> 'Quokka-7731'))")
        with pytest.raises(psycopg.Error):
            connection.execute("insert into secrets values ('Quokka-7731')")
    log = (home / "postgres.log").read_text()
    assert "violates check constraint" in log
    assert "Quokka-7731" not in log


def test_a_server_that_cannot_start_says_why(folder):
    """Given damaged data, when it is started, then the problem names the log and shows its end."""
    host = PostgresHost(folder, durable=False)
    host.start()
    host.stop()
    (folder / "data" / "postgresql.conf").write_text("nonsense = at all = all\n")
    with pytest.raises(Problem) as problem:
        host.start()
    assert "postgres.log" in problem.value.remedy
    assert "syntax error" in problem.value.message
