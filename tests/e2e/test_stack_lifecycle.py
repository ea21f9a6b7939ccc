"""Starting, stopping and crashing: what `resumate up` promises about processes and about what it keeps."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from devstack.accounts import sign_in
from devstack.client import SocketClient, new_request_id
from devstack.environments import aws_client
from devstack.machine import free_port
from devstack.state import DemoAccount, RunningStack
from devstack.writing import open_as_demo
from resumate.gateway.messages import Letters, ListLetters, ListResumes, Ping, Pong, Resumes

CHECKOUT = Path(__file__).resolve().parents[2]
SECOND_START_SECONDS = 10
SAVE_SECONDS = 12  # the embedded AWS saves what changed every ten


@pytest.fixture(scope="module")
def port() -> int:
    """One port for all starts: a second start with another one would deploy again."""
    return free_port()


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    """A state folder that the starts of this module share, as those of one user do."""
    folder = Path(tempfile.mkdtemp(prefix="resumate-life-"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def filled(home: Path, port: int) -> DemoAccount:
    """The state folder after a first start that wrote the sample letter, stopped by Ctrl-C."""
    with tempfile.TemporaryFile("w+") as output:
        up = subprocess.Popen(
            [sys.executable, "-m", "devstack", "up"],
            cwd=CHECKOUT,
            env={**os.environ, "RESUMATE_HOME": str(home), "RESUMATE_PORT": str(port)},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        deadline = time.monotonic() + 600
        while "ResuMate is running." not in _read(output):
            assert up.poll() is None, _read(output)
            assert time.monotonic() < deadline, _read(output)
            time.sleep(0.2)
        up.send_signal(signal.SIGINT)
        assert up.wait(60) == 0
        assert "Evidence" in _read(output), _read(output)
    return DemoAccount.ensure(home / "account.json")


def _read(file: Any) -> str:
    file.seek(0)
    return file.read()


def _kept(running: RunningStack, account: DemoAccount) -> tuple[int, int]:
    with open_as_demo(running, account) as client:
        resumes = client.ask_for(ListResumes(request_id=new_request_id()), Resumes)
        letters = client.ask_for(ListLetters(request_id=new_request_id()), Letters)
    assert {item.status for item in resumes.items} == {"ready"}
    return len(resumes.items), len(letters.items)


def _wait(until: Callable[[], Any], seconds: float = 30.0) -> None:
    deadline = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.1)


def _left(running: RunningStack) -> list[str]:
    return [record.name for record in running.processes if record.find()]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_everything_it_started_and_nothing_else(
    filled: DemoAccount, home: Path, port: int, start_up: Callable[..., Any], number: int
):
    bystander = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(300)"])
    up = start_up(home, port, "--no-sample")
    running = up.wait_until_running()
    children = psutil.Process(up.process.pid).children(recursive=True)
    assert _left(running) == ["embedded AWS", "model host", "PostgreSQL"]
    assert up.stop(number) == 0
    _wait(lambda: not any(child.is_running() for child in children))
    assert bystander.poll() is None
    assert not up.settings.layout.running.exists()
    bystander.kill()
    bystander.wait()


def test_a_second_start_is_quick_and_keeps_accounts_resumes_and_letters(
    filled: DemoAccount, home: Path, port: int, start_up: Callable[..., Any]
):
    up = start_up(home, port, "--no-sample")
    running = up.wait_until_running()
    assert time.monotonic() - up.begun < SECOND_START_SECONDS
    resumes, letters = _kept(running, filled)
    assert (resumes, letters >= 1) == (1, True)


def test_a_killed_embedded_aws_comes_back_with_accounts_that_were_seconds_old(
    filled: DemoAccount, home: Path, port: int, start_up: Callable[..., Any]
):
    up = start_up(home, port, "--no-sample")
    running = up.wait_until_running()
    cognito = aws_client("cognito-idp", running.addresses["aws"])
    email = f"young-{new_request_id()[:8]}@example.com"
    cognito.sign_up(ClientId=running.outputs["UserPoolClientId"], Username=email, Password="Twelve-Signs-1")
    time.sleep(SAVE_SECONDS)
    first = next(record for record in running.processes if record.name == "embedded AWS")
    os.kill(first.pid, signal.SIGKILL)
    _wait(lambda: "starting it again (" in up.output.replace("✓", "") and "✓ The embedded AWS ended" in up.output)
    token = sign_in(cognito, running.outputs["UserPoolClientId"], email, "Twelve-Signs-1")
    with SocketClient.open(running.addresses["socket"], token) as client:
        assert isinstance(client.ask(Ping(request_id="p")), Pong)
    assert _kept(running, filled)[0] == 1


def test_a_killed_command_leaves_no_process_behind_and_the_next_start_finds_everything(
    filled: DemoAccount, home: Path, port: int, start_up: Callable[..., Any]
):
    killed = start_up(home, port, "--no-sample")
    running = killed.wait_until_running()
    killed.stop(signal.SIGKILL)
    _wait(lambda: not _left(running))
    again = start_up(home, port, "--no-sample")
    assert _kept(again.wait_until_running(), filled)[0] == 1


def test_a_start_right_after_a_kill_takes_over_what_still_runs(
    filled: DemoAccount, home: Path, port: int, start_up: Callable[..., Any]
):
    killed = start_up(home, port, "--no-sample")
    running = killed.wait_until_running()
    killed.stop(signal.SIGKILL)
    again = start_up(home, port, "--no-sample")
    now = again.wait_until_running()
    assert _left(running) == []
    assert _kept(now, filled)[0] == 1


def test_a_second_stack_in_the_same_folder_is_refused(
    filled: DemoAccount, home: Path, port: int, start_up: Callable[..., Any]
):
    start_up(home, port, "--no-sample").wait_until_running()
    second = start_up(home, port, "--no-sample")
    assert second.process.wait(30) == 3
    assert "already_running" in second.output


def test_a_taken_port_is_named_with_who_has_it_and_what_to_do(tmp_path: Path, start_up: Callable[..., Any]):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        up = start_up(tmp_path, port)
        assert up.process.wait(60) == 3
    assert f"Port {port} is taken by" in up.output
    assert f"RESUMATE_PORT={port + 1} make run" in up.output
    assert "Traceback" not in up.output


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, start_up: Callable[..., Any]):
    (tmp_path / "file").touch()
    up = start_up(tmp_path / "file" / "home", 0)
    assert up.process.wait(60) == 3
    assert "RESUMATE_HOME" in up.output


def test_reset_empties_a_stopped_stack(tmp_path: Path):
    (tmp_path / "home" / "postgres").mkdir(parents=True)
    command = [sys.executable, "-m", "devstack", "reset", "--yes"]
    done = subprocess.run(
        command,
        cwd=CHECKOUT,
        env={**os.environ, "RESUMATE_HOME": str(tmp_path / "home")},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert not (tmp_path / "home").exists()
