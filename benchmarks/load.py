"""A hundred letters at once through the whole stack: all completed, none twice, database connections bounded.

``python benchmarks/load.py [--letters N]``. Ten people, each with a resume and a socket, ask for their letters in the same
moment: frame, requirements, search, queue, composer, gate, storage, push. `pg_stat_activity` is sampled ten times a
second for the connections of the application's role; each function's process may hold one. What came through the
sockets is compared with what the database holds. Leaves with status 1 when anything is lost, doubled or unbounded.
"""

import argparse
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

import psycopg

from benchmarks.local_stack import JOB, connect_somebody, local_stack, upload_sample
from devstack.client import SocketClient, new_request_id
from devstack.environments import aws_client
from devstack.postgres import PostgresHost
from devstack.problems import Problem, ProblemCode
from devstack.settings import Settings
from devstack.state import RunningStack
from resumate.gateway.messages import (
    CreateLetter,
    Event,
    LetterCancelled,
    LetterCompleted,
    LetterDelta,
    LetterFailed,
    LetterNeedsInput,
    LetterQueued,
)
from resumate.limits import LETTERS_UNDER_WAY

SECONDS: Final = 900.0
SAMPLE_SECONDS: Final = 0.1
LATE_SECONDS: Final = 3.0
"""For how long after the last end a second end of a letter is waited for."""
ENDS: Final = (LetterCompleted, LetterFailed, LetterCancelled, LetterNeedsInput)


@dataclass
class Seen:
    """What one person's socket brought: ends by letter and kind, and the moments since the start."""

    ends: Counter[tuple[str, str]] = field(default_factory=Counter)
    asked: list[str] = field(default_factory=list)
    first_words: list[float] = field(default_factory=list)
    finished: list[float] = field(default_factory=list)


def ask_and_follow(client: SocketClient, letters: int, started: float) -> Seen:
    """Ask for letters without waiting for any, then listen until each has ended, and a little longer."""
    seen, begun = Seen(), set[str]()
    for number in range(letters):
        client.send(CreateLetter(new_request_id(), job_description=f"{JOB}\nReference {number}\n"))
    while (event := next_event(client, over=len({letter for letter, _ in seen.ends}) == letters)) is not None:
        if isinstance(event, LetterQueued):
            seen.asked.append(event.letter_id)
        elif isinstance(event, LetterDelta) and event.letter_id not in begun:
            begun.add(event.letter_id)
            seen.first_words.append(time.monotonic() - started)
        elif isinstance(event, ENDS):
            seen.ends[event.letter_id, type(event).__name__] += 1
            seen.finished.append(time.monotonic() - started)
    return seen


def next_event(client: SocketClient, *, over: bool) -> Event | None:
    """Return what comes next; None when every letter has ended and nothing has come after it."""
    try:
        return client.receive(LATE_SECONDS if over else SECONDS)
    except Problem as problem:
        if over and problem.code is ProblemCode.TIMEOUT:
            return None
        raise


@contextmanager
def sampled_connections(settings: Settings) -> Iterator[list[int]]:
    """Sample how many connections the application has, for as long as the block lasts."""
    samples: list[int] = []
    over = threading.Event()

    def sample() -> None:
        with psycopg.connect(PostgresHost(settings.layout.postgres).admin_dsn, autocommit=True) as connection:
            while not over.wait(SAMPLE_SECONDS):
                row = connection.execute("select count(*) from pg_stat_activity where usename = 'resumate_app'")
                samples.append((row.fetchone() or [0])[0])

    thread = threading.Thread(target=sample)
    thread.start()
    try:
        yield samples
    finally:
        over.set()
        thread.join()


def stored(settings: Settings) -> tuple[int, int, int]:
    """Return how many letters the database holds, how many are completed, and how many versions these have."""
    with psycopg.connect(PostgresHost(settings.layout.postgres).admin_dsn) as connection:
        row = connection.execute(
            "select count(*), count(*) filter (where status = 'completed'), (select count(*) from letter_versions) "
            "from letters"
        ).fetchone()
    return row or (0, 0, 0)


def run(letters: int) -> bool:
    """Start, ask, listen, print; return whether all is as it should be."""
    people = -(-letters // LETTERS_UNDER_WAY)
    shares = [letters // people + (number < letters % people) for number in range(people)]
    with local_stack() as (settings, running), ThreadPoolExecutor(people) as pool:
        clients = [connect_somebody(running) for _ in shares]
        list(map(upload_sample, clients))
        with sampled_connections(settings) as samples:
            started = time.monotonic()
            seen = list(pool.map(lambda client, share: ask_and_follow(client, share, started), clients, shares))
        in_database, bound = stored(settings), functions_of(running)
        for client in clients:
            client.close()
    return report(letters, seen, in_database, max(samples), bound)


def functions_of(running: RunningStack) -> int:
    """Return how many functions are deployed; each has one process on the local stack, and a process one connection."""
    return len(aws_client("lambda", running.addresses["aws"]).list_functions(MaxItems=50)["Functions"])


def report(letters: int, seen: list[Seen], in_database: tuple[int, int, int], most: int, bound: int) -> bool:
    """Print the table; return whether every line is right."""
    ends = sum((one.ends for one in seen), Counter[tuple[str, str]]())
    kinds = Counter(kind for _, kind in ends.elements())
    seconds = max(moment for one in seen for moment in one.finished)
    first = sorted(moment for one in seen for moment in one.first_words)
    rows = [
        ("letters that were accepted", len({letter for one in seen for letter in one.asked}), letters),
        ("letters that ended", kinds.total(), letters),
        ("completed, as the sockets told", kinds["LetterCompleted"], letters),
        ("different letters among them", len({letter for letter, _ in ends}), letters),
        ("letters in the database", in_database[0], letters),
        ("completed in the database", in_database[1], letters),
        ("versions of letters in the database", in_database[2], letters),
    ]
    print(f"{letters} letters at once, {len(seen)} people, {seconds:.1f} s, {letters / seconds:.1f} letters a second")
    print(f"first words after {first[0]:.1f} s at the earliest, {first[-1]:.1f} s at the latest\n")
    print("| what | found | wanted |\n|---|---|---|")
    for name, found, wanted in rows:
        print(f"| {name} | {found} | {wanted} |")
    print(f"| most database connections | {most} | at most {bound}, one a function |")
    return most <= bound and all(found == wanted for _, found, wanted in rows)


def main() -> int:
    """Read the arguments and run."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--letters", type=int, default=100)
    return 0 if run(parser.parse_args().letters) else 1


if __name__ == "__main__":
    sys.exit(main())
