import dataclasses
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from devstack.problems import Problem, ProblemCode
from devstack.processes import Child, ProcessRecord, record_of, run_tool, stop_all, tail


@pytest.fixture
def sleeper() -> Iterator[subprocess.Popen[bytes]]:
    """A process that sleeps until it is told otherwise."""
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    yield process
    process.kill()
    process.wait()


def test_a_recorded_process_is_found_while_it_runs(sleeper: subprocess.Popen[bytes]):
    record = record_of("sleeper", sleeper.pid)
    assert record.find() is not None
    sleeper.kill()
    sleeper.wait()
    assert record.find() is None


def test_a_process_that_took_over_the_id_of_ours_is_not_ours(sleeper: subprocess.Popen[bytes]):
    earlier = dataclasses.replace(record_of("sleeper", sleeper.pid), began=time.time() - 3600)
    assert earlier.find() is None
    assert stop_all([earlier]) == []
    assert sleeper.poll() is None


def test_recorded_processes_are_stopped_and_named(sleeper: subprocess.Popen[bytes]):
    gone = ProcessRecord("gone", 2**22 + 1, 0.0)
    assert stop_all([gone, record_of("sleeper", sleeper.pid)]) == ["sleeper"]
    assert sleeper.wait(5) == -signal.SIGTERM


def test_a_process_that_ignores_the_request_is_killed(tmp_path: Path):
    ready = tmp_path / "ready"
    ignore = "import signal, time, pathlib; signal.signal(signal.SIGTERM, signal.SIG_IGN)"
    code = f"{ignore}; pathlib.Path({str(ready)!r}).touch(); time.sleep(60)"
    stubborn = subprocess.Popen([sys.executable, "-c", code])
    while not ready.exists():
        time.sleep(0.01)
    stop_all([record_of("stubborn", stubborn.pid)], patience=0.2)
    assert stubborn.wait(5) == -signal.SIGKILL


@pytest.mark.parametrize("stubborn", [False, True])
def test_what_a_process_started_ends_with_it(tmp_path: Path, *, stubborn: bool):
    ready = tmp_path / "ready"
    ignore = "import os, pathlib, signal, subprocess, sys, time; signal.signal(signal.SIGTERM, signal.SIG_IGN)"
    below = f"{ignore}; pathlib.Path({str(ready)!r}).write_text(str(os.getpid())); time.sleep(60)"
    code = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {below!r}]).wait()"
    parent = subprocess.Popen([sys.executable, "-c", f"{ignore}; {code}" if stubborn else code])
    while not ready.exists() or not ready.read_text():
        time.sleep(0.01)
    function = psutil.Process(int(ready.read_text()))
    stop_all([record_of("parent", parent.pid)], patience=0.2 if stubborn else 15)
    parent.wait(5)
    _, alive = psutil.wait_procs([function], timeout=5)
    assert alive == []


def _child(tmp_path: Path, module: str) -> Child:
    (tmp_path / "sleeping.py").write_text("import time; print('awake', flush=True); time.sleep(60)")
    (tmp_path / "failing.py").write_text("raise SystemExit('no room left')")
    return Child("part", [module], environment=dict(os.environ), folder=tmp_path, log=tmp_path / "logs" / "part.log")


def test_a_child_has_a_session_of_its_own_so_that_ctrl_c_does_not_reach_it(tmp_path: Path):
    child = _child(tmp_path, "sleeping")
    assert os.getsid(child.record.pid) == child.record.pid != os.getsid(0)
    child.stop()
    assert child.exit_code == -signal.SIGTERM


def test_a_child_that_ended_is_reported_with_the_end_of_its_log(tmp_path: Path):
    child = _child(tmp_path, "failing")
    while child.exit_code is None:
        time.sleep(0.01)
    with pytest.raises(Problem, match="no room left") as failed:
        child.ensure_running()
    assert failed.value.code is ProblemCode.CHILD_DIED


def test_a_tool_returns_its_exit_code_and_leaves_its_output_in_the_log(tmp_path: Path):
    command = [sys.executable, "-c", "print('hello'); raise SystemExit(7)"]
    code = run_tool(command, environment=dict(os.environ), folder=tmp_path, log=tmp_path / "log", seconds=20)
    assert (code, tail(tmp_path / "log")) == (7, "hello")


def test_a_tool_that_takes_too_long_is_ended_with_its_children(tmp_path: Path):
    note = f"pathlib.Path({str(tmp_path / 'pid')!r}).write_text(str(os.getpid()))"
    inner = f"import os, time, pathlib; {note}; time.sleep(60)"
    command = [sys.executable, "-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}])"]
    code = run_tool(command, environment=dict(os.environ), folder=tmp_path, log=tmp_path / "log", seconds=2)
    grandchild = int((tmp_path / "pid").read_text())
    assert code == -signal.SIGKILL
    deadline = time.monotonic() + 5
    while psutil.pid_exists(grandchild) and psutil.Process(grandchild).status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < deadline, "the tool's child goes on alone"
        time.sleep(0.02)


def test_the_tail_of_a_log_that_is_not_there_is_empty(tmp_path: Path):
    assert tail(tmp_path / "none.log") == ""
