"""The repository's own promises: its commands exist, its pages agree with its code, and nothing personal is in it."""

import ast
import os
import re
import subprocess
from pathlib import Path

import pytest

from devstack.cli import COMMANDS
from devstack.settings import DEFAULT_PORT
from resumate import limits
from resumate.errors import Code

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "docs/architecture.md",
    "docs/protocol.md",
    "docs/operations.md",
]
MAKE_TARGETS = re.findall(r"^([a-z][a-z0-9-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _commands(page: str) -> list[str]:
    """Every command in the shell blocks of a page."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", _text(page), re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.strip()]


def test_every_make_target_is_in_the_help_with_a_sentence():
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for target in MAKE_TARGETS:
        assert re.search(rf"^  make {target} +\S", shown, re.MULTILINE), target


def test_help_is_what_make_says_when_it_is_asked_nothing():
    assert _text("Makefile").startswith("# The one list of commands")
    assert ".DEFAULT_GOAL := help" in _text("Makefile")


@pytest.mark.parametrize("page", PAGES)
def test_every_make_command_that_a_page_names_exists(page: str):
    named = re.findall(r"`make ([a-z][a-z0-9-]*)", _text(page)) + [
        match for command in _commands(page) for match in re.findall(r"\bmake ([a-z][a-z0-9-]*)", command)
    ]
    assert set(named) <= set(MAKE_TARGETS)


@pytest.mark.parametrize("page", PAGES)
def test_every_resumate_command_that_a_page_names_exists(page: str):
    named = re.findall(r"resumate (up|[a-z]+)\b(?= --|`|\s*\[)", _text(page))
    assert set(named) <= set(COMMANDS)


def test_the_readme_describes_every_subcommand_and_gives_the_two_commands_without_a_step_before():
    readme = _text("README.md")
    for command in COMMANDS:
        assert f"`resumate {command}" in readme
    assert _commands("README.md")[0] == "make run"
    assert "make test" in _commands("README.md")
    assert str(DEFAULT_PORT) in readme


def test_ci_runs_the_checks_and_the_readmes_own_test_command():
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    text = script.read_text(encoding="utf-8")
    assert "\nmake check\n" in text
    section = _text("README.md").split("\n## Test it\n")[1]
    assert re.search(r"```sh\n(.*)\n", section).group(1) == "make test"
    assert "'^## Test it$'" in text or "/^## Test it$/" in text


@pytest.mark.parametrize("page", [*PAGES, "docs/adr"])
def test_every_link_within_the_repository_leads_somewhere(page: str):
    files = sorted((ROOT / page).glob("*.md")) if (ROOT / page).is_dir() else [ROOT / page]
    for file in files:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", file.read_text(encoding="utf-8")):
            assert (file.parent / target).exists(), f"{file.name} → {target}"


def _limits() -> dict[str, int | float]:
    units = {"KIB", "MIB"}
    return {name: value for name, value in vars(limits).items() if name.isupper() and name not in units}


def _shown(name: str, value: float) -> str:
    for unit, size in (("MiB", limits.MIB), ("KiB", limits.KIB)):
        if "_BYTES" in name and name != "FRAME_BYTES" and value % size == 0:
            return f"{value // size} {unit}"
    return f"{value:,}"


def test_the_architecture_names_every_limit_with_its_value_and_no_other():
    rows = dict(re.findall(r"^\| `([A-Z_]+)` \| ([^|]+) \|", _text("docs/architecture.md"), re.MULTILINE))
    assert rows == {name: _shown(name, value) for name, value in _limits().items()}


def test_every_code_that_the_architecture_names_exists():
    table = _text("docs/architecture.md").split("\n## Limits\n")[1]
    named = set(re.findall(r"`([a-z]+(?:_[a-z]+)+|limit|expired)`", table))
    assert named <= {str(code) for code in Code}


def test_every_function_is_in_the_architecture():
    for folder in (ROOT / "functions").glob("*/app.py"):
        assert f"`{folder.parent.name}`" in _text("docs/architecture.md")


def test_every_adapter_of_the_embedded_aws_is_in_the_architecture():
    for module in (ROOT / "devstack" / "aws_host").glob("[a-z]*.py"):
        assert f"`{module.stem}`" in _text("docs/architecture.md")


def test_contributing_has_steps_for_everything_that_is_often_added():
    headings = re.findall(r"^## (.*)$", _text("CONTRIBUTING.md"), re.MULTILINE)
    assert {f"A new {thing}" for thing in ("action", "document format", "model", "table", "alarm")} <= set(headings)


def _tracked() -> list[Path]:
    """Every text file of the repository that people write, git's view when there is one."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    names = listed.stdout.splitlines() if listed.returncode == 0 else []
    suffixes = {".py", ".md", ".txt", ".in", ".toml", ".yaml", ".yml", ".json", ".js", ".css", ".html", ""}
    return [ROOT / name for name in names if Path(name).suffix in suffixes and (ROOT / name).is_file()]


def test_no_file_names_a_folder_of_the_machine_it_was_written_on():
    homes = re.compile(r"(?<![\w.])/(?:root|work|home/[a-z]+)/")
    own = Path(__file__).resolve()
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in _tracked()
        if path != own
        for match in homes.finditer(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []


def test_every_module_of_ours_says_what_it_is_for():
    packages = ("layers/shared/resumate", "functions", "devstack", "sagemaker_models", "migrations")
    silent = [
        str(path.relative_to(ROOT))
        for package in packages
        for path in (ROOT / package).rglob("*.py")
        if path.stat().st_size and ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) is None
    ]
    assert silent == []


def test_the_license_is_mit():
    assert _text("LICENSE").startswith("MIT License\n\nCopyright (c) 2026 The ResuMate authors\n")
