import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from devstack import cli
from devstack.cli import COMMANDS, main, parser
from devstack.commands import doctor, logs, reset
from devstack.commands.up import SAMPLES, welcome
from devstack.problems import EXIT_CODES, Problem, ProblemCode
from devstack.processes import ProcessRecord
from devstack.settings import Settings
from devstack.state import DemoAccount, HomeLock, RunningStack


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder of this test's own, which the command uses."""
    monkeypatch.setenv("RESUMATE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_every_subcommand_has_a_sentence_in_the_help():
    text = " ".join(parser().format_help().split())
    for name, command in COMMANDS.items():
        assert f"{name} {command.HELP}" in text


def test_every_exit_code_is_in_the_help():
    text = parser().format_help()
    for code in {0, 1, 130, *EXIT_CODES.values()}:
        assert f"\n  {code:<5}" in text


def test_a_problem_becomes_words_on_stderr_and_its_exit_code(home: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["letter", "--resume", "none.pdf", "--job", "none.txt"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "There is no file none.pdf. [file_missing]\nCheck the path." in captured.err


def test_with_json_a_problem_is_an_object_on_stdout(home: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["letter", "--resume", "none.pdf", "--job", "none.txt", "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "file_missing"


def test_an_option_that_the_server_would_refuse_is_refused_before_anything_starts(home: Path, tmp_path: Path):
    (tmp_path / "cv.txt").touch()
    arguments = [
        "letter",
        "--resume",
        str(tmp_path / "cv.txt"),
        "--job",
        str(tmp_path / "cv.txt"),
        "--language",
        "english",
    ]
    assert main(arguments) == 2
    assert not home.exists()


def test_a_job_description_that_is_no_text_is_refused(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "cv.txt").touch()
    (tmp_path / "job.pdf").write_bytes(b"\xff\xfe\x00")
    assert main(["letter", "--resume", str(tmp_path / "cv.txt"), "--job", str(tmp_path / "job.pdf")]) == 2
    assert "plain text" in capsys.readouterr().err


def test_ctrl_c_ends_with_its_own_exit_code(home: Path, monkeypatch: pytest.MonkeyPatch):
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setitem(cli.COMMANDS, "doctor", SimpleNamespace(HELP="x", add_to=doctor.add_to, run=interrupted))
    assert main(["doctor"]) == 130


def test_without_logs_the_command_says_so(home: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["logs"]) == 2
    assert "There are no logs" in capsys.readouterr().err


def test_the_log_of_a_function_is_found_by_the_name_of_its_folder(home: Path, capsys: pytest.CaptureFixture[str]):
    folder = home / "logs" / "functions"
    folder.mkdir(parents=True)
    (folder / "resumate-user-init.log").write_text("one\ntwo\n")
    assert main(["logs", "user_init", "-n", "1"]) == 0
    assert capsys.readouterr().out == "two\n"
    assert main(["logs", "user_outit"]) == 2
    assert "user_init" in capsys.readouterr().err


def test_new_lines_of_a_log_are_printed_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "aws.log"
    path.write_text("old\nnew\n")
    logs._print_from("aws", path, len("old\n"))
    assert capsys.readouterr().out == "aws: new\n"


def test_reset_removes_the_state_folder_when_told_so(home: Path):
    (home / "postgres").mkdir(parents=True)
    assert main(["reset", "--yes"]) == 0
    assert not home.exists()
    assert main(["reset", "--yes"]) == 0


def test_reset_without_anybody_to_ask_removes_nothing(home: Path, monkeypatch: pytest.MonkeyPatch):
    (home / "postgres").mkdir(parents=True)
    monkeypatch.setattr(reset.sys, "stdin", SimpleNamespace(isatty=lambda: False))
    assert main(["reset"]) == 2
    assert (home / "postgres").exists()


@pytest.mark.parametrize(("answer", "removed"), [("y", True), ("", False), ("no", False)])
def test_reset_asks_first(home: Path, monkeypatch: pytest.MonkeyPatch, answer: str, *, removed: bool):
    (home / "postgres").mkdir(parents=True)
    monkeypatch.setattr(reset.sys, "stdin", SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr("builtins.input", lambda _: answer)
    assert main(["reset"]) == 0
    assert (not home.exists()) is removed


def test_reset_leaves_a_running_stack_alone(home: Path, capsys: pytest.CaptureFixture[str]):
    lock = HomeLock(home / "lock")
    lock.acquire()
    assert main(["reset", "--yes"]) == EXIT_CODES[ProblemCode.ALREADY_RUNNING]
    assert home.exists()
    lock.release()


def test_the_doctor_shows_every_check_and_the_remedy_of_the_failed_one(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    def full(_: Settings) -> str:
        raise Problem(ProblemCode.DISK_FULL, "The disk is full.", "Free some space.")

    monkeypatch.setattr(doctor, "CHECKS", {"Python": lambda _: "python3.11", "state folder": full})
    assert main(["doctor"]) == 3
    assert (
        capsys.readouterr().out
        == "  ✓ Python: python3.11\n  ✗ state folder: The disk is full.\n      Free some space.\n"
    )
    assert main(["doctor", "--json"]) == 3
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert [finding["ok"] for finding in findings] == [True, False]


def test_a_newcomer_is_told_login_socket_and_the_next_command(tmp_path: Path):
    running = RunningStack(
        "r", 1, [ProcessRecord("x", 1, 0.0)], {"socket": "ws://127.0.0.1:4566/_aws/x/live"}, {}, ready=True
    )
    settings = Settings(checkout=tmp_path, home=tmp_path / ".devstack")
    text = welcome(running, DemoAccount("demo@example.com", "secret-password"), settings)
    assert "demo@example.com   secret-password" in text
    assert "ws://127.0.0.1:4566/_aws/x/live?token=" in text
    assert "letter --resume" in text
    assert "page" not in text
    running.addresses["page"] = "http://localhost:4566/page/"
    assert "page     http://localhost:4566/page/" in welcome(running, DemoAccount("a", "b"), settings)


def test_the_bundled_sample_is_a_pdf_and_a_job_description_of_nobody_real():
    assert (SAMPLES / "resume.pdf").read_bytes().startswith(b"%PDF-")
    assert "Senior Data Engineer" in (SAMPLES / "job.txt").read_text(encoding="utf-8")
