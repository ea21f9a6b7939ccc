"""One run: a stack, people who use it, and faults at random times until everybody is done."""

import random
import shutil
import tempfile
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from devstack.progress import Progress
from devstack.settings import Settings, read_settings
from devstack.stack import Stack
from devstack.state import RunningStack
from tests.e2e.conftest import new_person
from tests.e2e.resilience.chaos.faults import SERVICES, Faults, Time
from tests.e2e.resilience.chaos.invariants import broken
from tests.e2e.resilience.chaos.people import Somebody
from tests.e2e.test_faults import wait_for

GAP_SECONDS: Final = (0.5, 4.0)
QUIET_SECONDS: Final = 120.0
KILLS: Final = (
    *(f"{name} killed" for name in SERVICES),
    "consumer killed",
    "function killed",
    "database process killed",
)


@dataclass
class Plan:
    """How much of everything.

    Attributes:
        seed: decides what happens.
        people: how many use the stack at once.
        letters: how many they ask for in all.
        rate: how likely each letter meets each misdeed, and how many faults of each kind there are a letter.
        kills: how many times one process more is killed, any of them.
    """

    seed: int
    people: int = 4
    letters: int = 16
    rate: float = 0.05
    kills: int = 0


@dataclass
class Outcome:
    """What a run came to."""

    seconds: float
    ended: dict[str, int]
    faults: dict[str, int]
    broken: list[str] = field(default_factory=list)


def run(plan: Plan) -> Outcome:
    """Start a stack of its own, let everything happen, and look."""
    home = Path(tempfile.mkdtemp(prefix="resumate-chaos-"))
    settings = read_settings({"RESUMATE_HOME": str(home), "RESUMATE_PORT": "0"})
    stack, over = Stack(settings, Progress()), threading.Event()
    try:
        running = stack.start()
        watcher = threading.Thread(target=stack.watch, args=(over.is_set,), daemon=True)
        watcher.start()
        chance = random.Random(plan.seed)  # noqa: S311 - what a run does must be repeatable
        clock = Time(settings, running)
        faults, people = Faults(settings, running, chance), []
        for number in range(plan.people):
            share = plan.letters // plan.people + (number < plan.letters % plan.people)
            others = lambda me: [id_ for one in people if one is not me for id_ in one.diary.asked.values()]  # noqa: E731
            people.append(Somebody(new_person(running), share, f"{plan.seed}-{number}", plan.rate, others))
        started = time.monotonic()
        for one in (clock, *people):
            one.start()
        _let_things_break(plan, faults, chance, people)
        for one in people:
            one.join()
        wait_for(lambda: _is_quiet(settings, running, people, faults), QUIET_SECONDS)
        clock.stop()
        found = broken(settings, running, people, faults)
        if not watcher.is_alive():
            found.append("the stack gave up")
        ended = [status for one in people for status in one.diary.ended.values()]
        counted = {status: ended.count(status) for status in sorted(set(ended))}
        counted["deleted"] = sum(len(one.diary.deleted) for one in people)
        return Outcome(time.monotonic() - started, counted, dict(faults.done), found)
    finally:
        over.set()
        stack.stop()
        shutil.rmtree(home, ignore_errors=True)


def _is_quiet(settings: Settings, running: RunningStack, people: list[Somebody], faults: Faults) -> bool:
    """Tell whether all holds; what nobody waits for ends by itself, and what was just killed is still starting."""
    with suppress(Exception):
        return not broken(settings, running, people, faults)
    return False


def _let_things_break(plan: Plan, faults: Faults, chance: random.Random, people: list[Somebody]) -> None:
    """Strike at random times, as often as planned; what cannot be hit now is tried again, while anybody is at it."""
    each = -(-int(plan.letters * plan.rate * 100) // 100) or 1
    todo = [kind for kind in faults.kinds for _ in range(each)] + [chance.choice(KILLS) for _ in range(plan.kills)]
    chance.shuffle(todo)
    while todo and any(one.is_alive() for one in people):
        time.sleep(chance.uniform(*GAP_SECONDS))
        kind = todo.pop()
        if not faults.strike(kind):
            todo.insert(0, kind)
