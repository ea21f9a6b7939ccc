"""`resumate logs`: shows what the functions and the services wrote."""

import argparse
import time
from pathlib import Path
from typing import Final

from devstack.problems import Problem, ProblemCode
from devstack.processes import tail
from devstack.settings import STACK_NAME, Layout, Settings

HELP = "show the log of a function or a service; without a name, of all"

_POLL_SECONDS: Final = 0.3
_SERVICES: Final = ("aws", "models", "build", "deploy", "keeper")


def add_to(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument(
        "name", nargs="?", help="a function, as user_init, or aws, models, postgres, build, deploy, keeper"
    )
    parser.add_argument("-n", "--lines", type=int, default=50, help="how many of the last lines (default 50)")
    parser.add_argument("-f", "--follow", action="store_true", help="go on showing new lines until Ctrl-C")


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Print the logs."""
    files = log_files(settings.layout)
    if arguments.name:
        files = {name: path for name, path in files.items() if name == arguments.name.replace("-", "_")}
    if not files:
        known = ", ".join(sorted(log_files(settings.layout))) or "none yet"
        what = f"There is no log of {arguments.name}." if arguments.name else "There are no logs."
        raise Problem(ProblemCode.FILE_MISSING, what, f"Logs there are: {known}.")
    for name, path in sorted(files.items()):
        text = tail(path, arguments.lines)
        if text:
            print(f"==> {name}\n{text}\n" if len(files) > 1 else text)
    if arguments.follow:
        _follow(files)
    return 0


def log_files(layout: Layout) -> dict[str, Path]:
    """Return the logs there are by name: functions by the name of their folder, services by theirs."""
    prefix = f"{STACK_NAME}-"
    files = {
        path.stem.removeprefix(prefix).replace("-", "_"): path for path in layout.function_logs.glob(f"{prefix}*.log")
    }
    files |= {name: layout.logs / f"{name}.log" for name in _SERVICES}
    files["postgres"] = layout.postgres / "postgres.log"
    return {name: path for name, path in files.items() if path.is_file()}


def _follow(files: dict[str, Path]) -> None:
    places = {name: path.stat().st_size for name, path in files.items()}
    while True:
        for name, path in files.items():
            size = path.stat().st_size if path.is_file() else 0
            # A log that became shorter was started anew.
            start = places[name] if size >= places[name] else 0
            if size > start:
                _print_from(name if len(files) > 1 else "", path, start)
            places[name] = size
        time.sleep(_POLL_SECONDS)


def _print_from(name: str, path: Path, start: int) -> None:
    with path.open("rb") as file:
        file.seek(start)
        for line in file.read().decode("utf-8", errors="replace").splitlines():
            print(f"{name}: {line}" if name else line, flush=True)
