"""The workflows: nothing that can change under our feet, no stored key, no right that is not needed, no missing target."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def read(path: Path) -> dict[Any, Any]:
    return dict(yaml.safe_load(text_of(path)))


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in read(path)["jobs"].values() for step in job.get("steps", [])]


@pytest.fixture(params=WORKFLOWS, ids=lambda path: path.name)
def workflow(request: pytest.FixtureRequest) -> Path:
    return request.param


def test_there_are_a_check_and_a_deploy() -> None:
    assert [path.name for path in WORKFLOWS] == ["check.yml", "deploy.yml"]


def test_every_action_is_pinned_by_a_whole_commit_and_names_its_version(workflow: Path) -> None:
    used = re.findall(r"uses: *(\S+)(.*)$", text_of(workflow), re.MULTILINE)
    assert used
    for action, rest in used:
        if not action.startswith("$/.github/workflows/"):
            assert re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40}", action), action
            assert re.fullmatch(r" # v\d+\.\d+\.\d+", rest), action


def test_one_action_has_one_digest() -> None:
    used = {action for path in WORKFLOWS for action in re.findall(r"uses: *(\S+@\S+)", text_of(path))}
    assert len({action.partition("@")[0] for action in used}) == len(used)


def test_no_secret_is_used(workflow: Path) -> None:
    """AWS is reached by OIDC; even the token of the run is not handed to a step."""
    assert "secrets." not in text_of(workflow)
    assert "aws-access-key-id" not in text_of(workflow)
    assert "github.token" not in text_of(workflow)


def test_a_workflow_has_no_right_and_a_job_the_least(workflow: Path) -> None:
    found = read(workflow)
    assert found["permissions"] == {}
    for name, job in found["jobs"].items():
        deploys = name in {"dev", "prod"}
        assert job["permissions"] == {"contents": "read", **({"id-token": "write"} if deploys else {})}, name


def test_only_jobs_of_an_environment_are_trusted_by_aws_and_prod_follows_dev() -> None:
    jobs = read(WORKFLOWS[1])["jobs"]
    for name in ("dev", "prod"):
        assert jobs[name]["environment"] == name
        assert any("configure-aws-credentials" in step.get("uses", "") for step in jobs[name]["steps"])
    assert [jobs[name]["needs"] for name in ("build", "dev", "prod")] == ["check", "build", "dev"]


def test_a_pull_request_starts_no_deploy_and_runs_no_code_with_rights() -> None:
    triggers = {path.name: set(read(path)[True]) for path in WORKFLOWS}  # YAML reads `on` as true
    assert triggers == {"check.yml": {"pull_request", "workflow_call", "schedule"}, "deploy.yml": {"push"}}
    assert not any("pull_request_target" in text_of(path) or "workflow_run" in text_of(path) for path in WORKFLOWS)


def test_checkouts_leave_no_token_behind(workflow: Path) -> None:
    for step in steps(workflow):
        if "actions/checkout@" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False


def test_nothing_from_an_event_gets_into_a_shell(workflow: Path) -> None:
    assert [step["run"] for step in steps(workflow) if "${{" in step.get("run", "")] == []


def test_every_target_that_is_made_exists(workflow: Path) -> None:
    targets = set(re.findall(r"^([a-z][a-z-]*):", text_of(ROOT / "Makefile"), re.MULTILINE))
    targets |= {
        name
        for line in re.findall(r"^([a-z][a-z -]*):", text_of(ROOT / "Makefile"), re.MULTILINE)
        for name in line.split()
    }
    for step in steps(workflow):
        if step.get("run", "").startswith("make "):
            wanted = {word for word in step["run"].split()[1:] if "=" not in word}
            assert wanted <= targets, step["run"]


def test_every_job_ends(workflow: Path) -> None:
    for name, job in read(workflow)["jobs"].items():
        assert "uses" in job or 0 < job["timeout-minutes"] <= 120, name


def test_what_is_deployed_is_what_was_built_and_checked() -> None:
    """No job but `build` builds; the others take its artifacts."""
    jobs = read(WORKFLOWS[1])["jobs"]
    for name in ("dev", "prod"):
        commands = " ".join(step.get("run", "") for step in jobs[name]["steps"])
        assert "make build" not in commands
        assert any("download-artifact" in step.get("uses", "") for step in jobs[name]["steps"])


def test_the_python_of_the_build_is_that_of_the_functions() -> None:
    template = text_of(ROOT / "template.yaml")
    runtime = re.search(r"Runtime:\n    Type: String\n.*?Default: python([\d.]+)", template, re.DOTALL)
    versions = {
        step["with"]["python-version"] for step in steps(WORKFLOWS[1]) if "setup-python" in step.get("uses", "")
    }
    assert runtime is not None
    assert versions == {runtime.group(1)}
