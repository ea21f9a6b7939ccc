"""The `resumate` command against a running stack, as a program of its own: what it prints, where, and how it ends."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from devstack.commands.up import SAMPLES
from devstack.deploy import deploy
from devstack.environments import aws_client
from devstack.settings import Settings
from devstack.state import RunningStack, read_json

CHECKOUT = Path(__file__).resolve().parents[2]
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(stack: RunningStack, settings: Settings) -> Run:
    """Run `resumate` with arguments, and text on standard input."""

    def run(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "devstack", *arguments],
            cwd=CHECKOUT,
            env={**os.environ, "RESUMATE_HOME": str(settings.home), "RESUMATE_PORT": "0"},
            input=stdin,
            capture_output=True,
            text=True,
            timeout=200,
            check=False,
        )

    return run


def test_a_letter_goes_to_stdout_with_its_evidence_and_everything_else_to_stderr(run: Run):
    done = run("letter", "--resume", str(SAMPLES / "resume.pdf"), "--job", str(SAMPLES / "job.txt"))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Dear ")
    assert "p.1 l." in done.stdout
    assert "draft 1" in done.stderr
    assert "draft 1" not in done.stdout.split("Evidence")[0]


def test_as_json_a_letter_has_its_evidence_its_source_and_its_times(run: Run):
    job = (SAMPLES / "job.txt").read_text(encoding="utf-8")
    done = run("letter", "--resume", str(SAMPLES / "resume.pdf"), "--job", "-", "--json", stdin=job)
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    cited = [line for sentence in answer["letter"]["sentences"] for line in sentence.get("evidence", [])]
    assert {line["sha256"] for line in cited} == {answer["resume"]["sha256"]}
    assert 180 <= len(answer["letter"]["text"].split()) <= 360
    assert answer["seconds"]["job_to_completed"] >= answer["seconds"]["job_to_first_delta"] > 0


@pytest.mark.parametrize(("name", "content", "code"), [("empty.pdf", b"", "empty"), ("cv.zip", b"PK\x03\x04", None)])
def test_a_resume_that_cannot_be_used_ends_with_the_servers_code(
    run: Run, tmp_path: Path, name: str, content: bytes, code: str | None
):
    (tmp_path / name).write_bytes(content)
    done = run("letter", "--resume", str(tmp_path / name), "--job", str(SAMPLES / "job.txt"), "--json")
    assert done.returncode == 5, done.stdout
    error = json.loads(done.stdout)["error"]
    assert error["code"] == "refused"
    assert error["detail"] == (code or error["detail"])
    assert error["message"]


def test_a_job_description_without_words_is_refused(run: Run):
    done = run("letter", "--resume", str(SAMPLES / "resume.pdf"), "--job", "-", stdin="  \n")
    assert done.returncode == 5
    assert "job_description_empty" in done.stderr


def test_the_doctor_finds_the_running_stack(run: Run, stack: RunningStack):
    done = run("doctor", "--json")
    findings = {finding["check"]: finding for finding in json.loads(done.stdout)["findings"]}
    assert stack.addresses["socket"] in findings["stack"]["message"]
    assert done.returncode == 0


def test_the_logs_of_functions_are_there_while_they_run(run: Run):
    run("letter", "--resume", str(SAMPLES / "resume.pdf"), "--job", str(SAMPLES / "job.txt"))
    assert run("logs", "process_and_respond").stdout.strip()


def test_a_second_deploy_of_the_same_template_changes_nothing(stack: RunningStack, settings: Settings):
    deployed = read_json(settings.layout.deployed)
    cloudformation = aws_client("cloudformation", stack.addresses["aws"])

    def resources() -> set[str]:
        listed = cloudformation.describe_stack_resources(StackName="resumate")["StackResources"]
        return {resource["PhysicalResourceId"] for resource in listed if "Version" not in resource["LogicalResourceId"]}

    before = resources()
    # Another fingerprint makes the same artifacts and parameters go through `sam deploy` once more.
    again = deploy(settings.layout, stack.addresses["aws"], "another", deployed["parameters"])
    assert again.changed
    assert again.outputs == stack.outputs
    assert resources() == before
