import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from devstack.keeper import clean_up
from devstack.problems import Problem, ProblemCode
from devstack.processes import ProcessRecord, record_of
from devstack.state import DemoAccount, HomeLock, RunningStack, read_json, write_json


def _running(run: str, processes: list[ProcessRecord]) -> RunningStack:
    return RunningStack(run=run, pid=1, processes=processes, addresses={"aws": "http://127.0.0.1:1"}, ready=True)


def test_a_running_stack_is_read_back_as_it_was_written(tmp_path: Path):
    running = _running("a", [ProcessRecord("PostgreSQL", 12, 34.5, signal.SIGINT)])
    running.write(tmp_path / "stack.json")
    assert RunningStack.read(tmp_path / "stack.json") == running


@pytest.mark.parametrize("text", ["", "{", "[]", '{"run": "a", "from_a_newer_version": 1}'])
def test_a_damaged_state_file_counts_as_none(tmp_path: Path, text: str):
    (tmp_path / "stack.json").write_text(text)
    assert RunningStack.read(tmp_path / "stack.json") is None


def test_files_are_replaced_whole_and_readable_by_their_owner_alone(tmp_path: Path):
    path = tmp_path / "new" / "secret.json"
    write_json(path, {"a": 1})
    write_json(path, {"a": 2})
    assert read_json(path) == {"a": 2}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["secret.json"]


def test_the_demo_account_is_made_once_and_satisfies_the_pools_password_rules(tmp_path: Path):
    account = DemoAccount.ensure(tmp_path / "account.json")
    assert DemoAccount.ensure(tmp_path / "account.json") == account
    password = account.password
    assert len(password) >= 12
    assert any(c.isupper() for c in password)
    assert any(c.islower() for c in password)
    assert any(c.isdigit() for c in password)


def test_a_second_stack_with_the_same_state_folder_is_refused_until_the_first_ends(tmp_path: Path):
    first, second = HomeLock(tmp_path / "lock"), HomeLock(tmp_path / "lock")
    first.acquire()
    assert second.is_held()
    with pytest.raises(Problem) as refused:
        second.acquire()
    assert refused.value.code is ProblemCode.ALREADY_RUNNING
    first.release()
    assert not first.is_held()
    second.acquire()
    second.release()


def test_the_keeper_stops_what_a_killed_command_left_and_removes_its_record(tmp_path: Path):
    left = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    state = tmp_path / "stack.json"
    _running("mine", [record_of("model host", left.pid)]).write(state)
    assert clean_up(state, "mine") == ["model host"]
    assert left.wait(5) == -signal.SIGTERM
    assert not state.exists()


def test_the_keeper_of_an_earlier_run_leaves_a_newer_one_alone(tmp_path: Path):
    other = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    state = tmp_path / "stack.json"
    _running("newer", [record_of("model host", other.pid)]).write(state)
    assert clean_up(state, "earlier") == []
    assert other.poll() is None
    assert state.exists()
    other.kill()
    other.wait()
