"""`resumate redrive`: moves dead letters back to be written, and drops those that nobody waits for."""

import argparse
import json

from devstack.aws.redriving import DeadLetters, Redrive
from devstack.aws.target import add_target_to, find_target
from devstack.progress import Progress
from devstack.settings import Settings

HELP = "move dead letters back to be written; those of people and letters that are gone are dropped"


def add_to(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("--dry-run", action="store_true", help="only say what would be done")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of text")
    add_target_to(parser)


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Redrive; what could not be read stays and makes the exit code 4."""
    progress = Progress(quiet=arguments.json)
    target = find_target(arguments, settings)

    def tell(done: Redrive) -> None:
        progress.say(f"  {done.seen} looked at: {_words(done)}")

    letters = DeadLetters(target, tell)
    progress.say(f"{letters.waiting()} dead letters in {target.stack}.")
    done = letters.redrive(dry_run=arguments.dry_run)
    if arguments.json:
        counts = {"moved": done.moved, **done.dropped, "unreadable": done.unreadable, "dry_run": arguments.dry_run}
        print(json.dumps(counts))
    else:
        print(f"{'Would be' if arguments.dry_run else 'Done'}: {_words(done)}.")
    return 4 if done.unreadable else 0


def _words(done: Redrive) -> str:
    parts = [f"{done.moved} moved back", f"{done.dropped['gone']} dropped as gone"]
    parts += [f"{done.dropped['finished']} dropped as finished"]
    return ", ".join(parts + ([f"{done.unreadable} unreadable, left where they are"] if done.unreadable else []))
