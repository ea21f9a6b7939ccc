"""`python -m devstack.keeper`: outlives a command that was killed, stops what it started, and ends.

The command holds the other end of this process's standard input. When that closes, whatever is still recorded as
running in the state file is stopped in order, so that the embedded AWS can save and the database can close.
"""

import sys
from pathlib import Path

from devstack.processes import stop_all
from devstack.state import RunningStack


def clean_up(state_file: Path, run: str) -> list[str]:
    """Stop what the state file lists for this run; return the names of what was stopped."""
    running = RunningStack.read(state_file)
    if running is None or running.run != run:
        return []
    stopped = stop_all(running.processes)
    latest = RunningStack.read(state_file)
    if latest is not None and latest.run == run:
        state_file.unlink(missing_ok=True)
    return stopped


def main(arguments: list[str]) -> None:
    """Wait for the command to end, then clean up after it."""
    state_file, run = Path(arguments[0]), arguments[1]
    while sys.stdin.buffer.read(1):
        pass
    stopped = clean_up(state_file, run)
    if stopped:
        print(f"the command was killed; stopped {', '.join(stopped)}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
