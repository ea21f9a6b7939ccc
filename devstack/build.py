"""Builds the application with the SAM CLI and adds what `sam build` leaves out.

`sam build` ships no byte code, and ordinary byte code is void under the timestamps of its archives, so every cold
start would compile every module: `--invalidation-mode unchecked-hash` byte code is added here, by the interpreter
that will run it. What no function needs is left out (`layer_data`). `make build` is the same build for a deploy to AWS.
"""

import fcntl
import hashlib
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from devstack import layer_data
from devstack.environments import tool_environment
from devstack.layer_data import remove_unused_services
from devstack.machine import runtime
from devstack.problems import Problem, ProblemCode
from devstack.processes import run_tool, tail
from devstack.progress import Progress
from devstack.settings import Layout, read_settings
from devstack.state import read_json, write_json

_SOURCES: Final = ("template.yaml", "samconfig.toml", "stacks", "layers", "functions", "migrations")
_NOT_SOURCES: Final = frozenset({"__pycache__", ".mypy_cache", ".ruff_cache"})
BUILD_SECONDS: Final = 1800.0
"""A first build downloads 30 MB of packages."""

_STAMP: Final = "fingerprint.json"


def source_fingerprint(checkout: Path) -> str:
    """Return a digest of everything that decides what is built: sources and the interpreter."""
    digest = hashlib.sha256(sys.version.encode())
    for own in (Path(__file__), Path(layer_data.__file__)):
        digest.update(own.read_bytes())
    for path in sorted(_source_files(checkout)):
        digest.update(str(path.relative_to(checkout)).encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def build(layout: Layout) -> str:
    """Build unless nothing changed; return the fingerprint of what was built. Needs `build_lock`; raises `Problem`."""
    fingerprint = source_fingerprint(layout.checkout)
    if not is_built(layout, fingerprint):
        _run_sam_build(layout)
        remove_unused_services(layout.build / "DependenciesLayer")
        add_byte_code(layout.build)
        write_json(layout.build.parent / _STAMP, {"fingerprint": fingerprint})
    return fingerprint


def is_built(layout: Layout, fingerprint: str) -> bool:
    """Return whether the artifacts of these sources are there."""
    stamp = read_json(layout.build.parent / _STAMP).get("fingerprint")
    return stamp == fingerprint and (layout.build / "template.yaml").is_file()


def add_byte_code(folder: Path) -> None:
    """Compile every module below `folder`, one artifact after the other; raises `Problem` when one does not compile."""
    for artifact in sorted(path for path in folder.iterdir() if path.is_dir()):
        for stale in artifact.rglob("__pycache__"):
            shutil.rmtree(stale)
        if not _compile(artifact):
            raise Problem(
                ProblemCode.BUILD_FAILED, f"A module of {artifact.name} does not compile.", "Run `make check`."
            )


def _compile(artifact: Path) -> bool:
    """Compile in a program of its own, whose workers inherit nothing of ours.

    Workers of this process would hold its locks and its keeper's pipe open, and go on for ever when it is killed.
    """
    command = [sys.executable, "-I", "-m", "compileall", "-qq", "-f", "-j", str(os.cpu_count() or 1)]
    command += ["--invalidation-mode", "unchecked-hash"]
    # Tracebacks name the path inside the artifact, not the folder of the machine that built it.
    command += ["-s", str(artifact), "-p", "/", str(artifact)]
    log = artifact.parent.parent / "compile.log"
    return run_tool(command, environment={}, folder=artifact, log=log, seconds=BUILD_SECONDS) == 0


def _source_files(checkout: Path) -> Iterator[Path]:
    for name in _SOURCES:
        root = checkout / name
        if root.is_file():
            yield root
        for path in root.rglob("*") if root.is_dir() else ():
            if path.is_file() and _NOT_SOURCES.isdisjoint(path.parts):
                yield path


def _run_sam_build(layout: Layout) -> None:
    log = layout.logs / "build.log"
    layout.scratch.mkdir(parents=True, exist_ok=True)
    # The stamp goes first: a build that is broken off must not count as done.
    (layout.build.parent / _STAMP).unlink(missing_ok=True)
    command = [sys.executable, "-m", "samcli", "build", "--config-env", "local", "--parameter-overrides"]
    command += [f"Runtime={runtime()}", "Home=local"]
    code = run_tool(
        command, environment=tool_environment(layout), folder=layout.checkout, log=log, seconds=BUILD_SECONDS
    )
    if code != 0:
        raise Problem(
            ProblemCode.BUILD_FAILED,
            f"`sam build` ended with code {code}.\n{tail(log)}",
            f"The whole log is {log}. The first build downloads packages: check that the package index is in reach.",
        )


@contextmanager
def build_lock(layout: Layout) -> Iterator[None]:
    """Hold the artifacts: two commands of one checkout never build, or build and deploy, at the same time."""
    folder = layout.build.parent
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def main() -> None:
    """Build for the running Python's runtime, as `make build` does."""
    settings = read_settings(os.environ)
    with Progress().step(f"Building for {runtime()}"), build_lock(settings.layout):
        build(settings.layout)


if __name__ == "__main__":
    try:
        main()
    except Problem as problem:
        sys.exit(f"{problem.message}\n{problem.remedy}")
