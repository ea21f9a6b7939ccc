"""From a new process to a handler that is ready: our built functions against the libraries that others start with.

``python benchmarks/cold_start.py``. Ours are the artifacts that are deployed (`make build`), with their byte code, in an
interpreter that sees them alone. The peer is an environment of its own, installed once below the system's temporary
folder: LangChain, LangGraph, boto3, SQLAlchemy's ORM on psycopg with pgvector, and Powertools with its tracer; it has
byte code as well, which `sam build` would not give it: the last column is the peer without. "Loaded" adds what our
function leaves to its first event: boto3, psycopg, the logger. The rounds alternate, so that what else the machine does
falls on all. Where the peer cannot be installed only ours are printed. Leaves with status 1 when a target is missed.
"""

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from devstack.build import build, build_lock
from devstack.settings import Settings

ROOT: Final = Path(__file__).resolve().parents[1]
ROUNDS: Final = 9
TARGETS: Final = {"user_init": 4, "user_inference": 5, "process_and_respond": 6, "user_auth": 12}
PACKAGES: Final = (
    *("langchain", "langgraph", "boto3", "sqlalchemy", "psycopg[binary]", "pgvector"),
    "aws-lambda-powertools[tracer]",
)
# What a function of such a system has at its top: chat prompts and messages, a graph, an ORM, clients, a tracer.
PEER: Final = """
from langchain.agents import create_agent
from langchain_core.messages import HumanMessage, SystemMessage
from langchain_core.prompts import ChatPromptTemplate
from langgraph.graph import END, StateGraph
import boto3
from pgvector.sqlalchemy import Vector
from sqlalchemy import create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, sessionmaker
import psycopg
from aws_lambda_powertools import Logger, Metrics, Tracer
Tracer(service="peer", disabled=True)
"""
LOADED: Final = "import boto3, psycopg, pgvector.psycopg, aws_lambda_powertools, aws_lambda_powertools.metrics"
LOADED_BY_AUTHORIZER: Final = "import resumate.identity, aws_lambda_powertools, aws_lambda_powertools.metrics"


def seconds_of(code: str, paths: list[str]) -> float:
    """Run code in a new interpreter that sees the standard library and these paths alone; return its seconds."""
    program = f"import sys; sys.path[:0] = {json.dumps(paths)}\n{code}"
    started = time.perf_counter()
    subprocess.run([sys.executable, "-I", "-S", "-B", "-c", program], check=True, timeout=120, cwd="/")
    return time.perf_counter() - started


def peer_folder() -> Path | None:
    """Return the peer's environments, "plain" and "compiled", installed now where missing; None when they cannot be."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    folder = Path(tempfile.gettempdir()) / f"resumate-cold-start-peer-{version}"
    if (folder / "complete").exists():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-m", "uv", "pip", "install", "-q", "--target", str(folder / "plain"), *PACKAGES]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode != 0:
        print(f"The peer could not be installed:\n{done.stderr[-600:]}", file=sys.stderr)
        return None
    shutil.copytree(folder / "plain", folder / "compiled")
    # Its status tells of files that are templates or for another Python, as every large package has them.
    subprocess.run([sys.executable, "-m", "compileall", "-qq", str(folder / "compiled")], check=False)
    (folder / "complete").touch()
    return folder


def measure(artifacts: Path, peer: Path | None) -> dict[str, list[float]]:
    """Return the seconds of each round by what was started."""
    found: dict[str, list[float]] = {}
    for number in range(ROUNDS + 1):
        one: dict[str, float] = {"an empty interpreter": seconds_of("", [])}
        for name in TARGETS:
            own = next(path.parents[2] for path in artifacts.glob(f"*/functions/{name}/app.py"))
            paths = [str(own), *(str(artifacts / layer / "python") for layer in ("SharedLayer", "DependenciesLayer"))]
            handler = f"from functions.{name}.app import lambda_handler"
            one[name] = seconds_of(handler, paths)
            rest = LOADED_BY_AUTHORIZER if name == "user_auth" else LOADED
            one[f"{name} loaded"] = seconds_of(f"{handler}\n{rest}", paths)
        if peer is not None:
            one["peer"] = seconds_of(PEER, [str(peer / "compiled")])
            one["peer, no byte code"] = seconds_of(PEER, [str(peer / "plain")])
        if number:  # the first reads the files from the disk
            for name, seconds in one.items():
                found.setdefault(name, []).append(seconds)
    return found


def report(medians: dict[str, float]) -> bool:
    """Print the table; return whether every target is reached."""
    reached, peer = True, medians.get("peer")
    print(
        f"Process to handler ready, built artifacts, Python {sys.version.split()[0]}, median of {ROUNDS}, milliseconds"
    )
    print(f"an empty interpreter {medians['an empty interpreter'] * 1000:.0f}\n")
    print("| function | ours | loaded | peer | ratio | target | ratio, loaded | ratio, peer without byte code |")
    print("|---|---|---|---|---|---|---|---|")
    for name, target in TARGETS.items():
        own, loaded = medians[name], medians[f"{name} loaded"]
        if peer is None:
            print(f"| {name} | {own * 1000:.0f} | {loaded * 1000:.0f} | not installed | | {target} x | | |")
            continue
        reached &= peer / own >= target
        print(
            f"| {name} | {own * 1000:.0f} | {loaded * 1000:.0f} | {peer * 1000:.0f} | {peer / own:.1f} x | {target} x "
            f"| {peer / loaded:.1f} x | {medians['peer, no byte code'] / own:.1f} x |"
        )
    return reached


def main() -> int:
    """Build, install, measure, print."""
    with tempfile.TemporaryDirectory() as home:
        layout = Settings(ROOT, Path(home)).layout
        with build_lock(layout):
            build(layout)
            medians = {name: statistics.median(rounds) for name, rounds in measure(layout.build, peer_folder()).items()}
    return 0 if report(medians) else 1


if __name__ == "__main__":
    sys.exit(main())
