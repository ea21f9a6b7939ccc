"""The `resumate` command: parses the command line, runs one subcommand, turns a `Problem` into words and an exit code.

Progress goes to stderr and results to stdout, so that ``resumate letter … > letter.txt`` gives the letter alone.
"""

import argparse
import io
import json
import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType
from typing import Final, Protocol

from devstack.commands import costs, deploy_page, doctor, erase, letter, logs, redrive, reset, up
from devstack.problems import Problem
from devstack.settings import Settings, read_settings


class Command(Protocol):
    """A subcommand module."""

    HELP: str

    def add_to(self, parser: argparse.ArgumentParser) -> None:
        """Describe the arguments."""

    def run(self, arguments: argparse.Namespace, settings: Settings) -> int:
        """Do it; return the exit code."""


COMMANDS: Final[dict[str, Command]] = {
    "up": up,
    "letter": letter,
    "logs": logs,
    "doctor": doctor,
    "reset": reset,
    "redrive": redrive,
    "erase": erase,
    "costs": costs,
    "deploy-page": deploy_page,
}

INTERRUPTED: Final = 130
_EPILOG: Final = """\
exit codes:
  0    done
  1    a defect of this program; please report it
  2    the command line or a file it names
  3    this machine: Python, disk, ports, another stack running
  4    the stack, or AWS: starting, building, deploying, signing in, no answer
  5    the resume or the job description was refused
  6    the resume shows too little: questions to answer
  130  Ctrl-C

environment:
  RESUMATE_PORT  the port of the embedded AWS and the socket (default 4566; 0 takes any free one)
  RESUMATE_HOME  the folder of all state (default .devstack in the checkout)
  LLM_BASE_URL   an OpenAI-compatible server to write letters with, as http://localhost:11434/v1
  LLM_MODEL      the model to ask that server for
  LLM_API_KEY    its key, where it wants one
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal of another encoding shows a question mark instead of ending the command.
            stream.reconfigure(errors="replace")
    parsed = parser().parse_args(arguments)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)
    try:
        return COMMANDS[parsed.command].run(parsed, read_settings(os.environ))
    except Problem as problem:
        _report(problem, as_json=getattr(parsed, "json", False))
        return problem.exit_code
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone (`| head`); Python would complain once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    formatter = argparse.RawDescriptionHelpFormatter
    top = argparse.ArgumentParser(
        prog="resumate",
        description="Cover letters in which every claim links to the lines of the resume that prove it.",
        epilog=_EPILOG,
        formatter_class=formatter,
    )
    subcommands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        command.add_to(subcommands.add_parser(name, help=command.HELP, description=command.HELP))
    return top


def _report(problem: Problem, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"error": problem.as_json()}))
        return
    detail = f", {problem.detail}" if problem.detail else ""
    print(f"\nresumate: {problem.message} [{problem.code}{detail}]", file=sys.stderr)
    if problem.remedy:
        print(problem.remedy, file=sys.stderr)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    """A closed terminal or a polite kill ends the command as Ctrl-C does, so that everything is stopped."""
    raise KeyboardInterrupt
