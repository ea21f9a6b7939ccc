"""`resumate reset`: removes all state of the laptop home."""

import argparse
import shutil
import sys

from devstack.problems import Problem, ProblemCode
from devstack.processes import stop_all
from devstack.settings import Settings
from devstack.state import HomeLock, RunningStack

HELP = "remove all accounts, resumes and letters of this machine's stack"


def add_to(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("--yes", action="store_true", help="do not ask")


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Ask, then remove the state folder; what was built stays."""
    layout = settings.layout
    if not layout.home.exists():
        print(f"There is nothing in {layout.home}.")
        return 0
    lock = HomeLock(layout.lock)
    lock.acquire()
    try:
        if not (arguments.yes or _confirmed(layout.home)):
            print("Nothing was removed.")
            return 0
        previous = RunningStack.read(layout.running)
        if previous is not None:
            stop_all(previous.processes)
        shutil.rmtree(layout.home)
    except OSError as error:
        raise Problem(
            ProblemCode.UNWRITABLE,
            f"{error.filename} cannot be removed: {error.strerror}.",
            "Remove the folder by hand.",
        ) from error
    finally:
        lock.release()
    print(f"Removed {layout.home}. `make run` starts from nothing.")
    return 0


def _confirmed(folder: object) -> bool:
    if not sys.stdin.isatty():
        raise Problem(ProblemCode.USAGE, "Nobody is there to confirm.", "Use resumate reset --yes.")
    return input(f"Remove all accounts, resumes and letters in {folder}? [y/N] ").strip().lower() in {"y", "yes"}
