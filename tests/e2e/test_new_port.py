"""A start on another port, while a letter waits in the queue: the letter is written all the same."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from devstack.machine import free_port
from tests.e2e import journey
from tests.e2e.conftest import Person, new_person
from tests.e2e.letters_queue import turn_consumer, wait_until_queued
from tests.e2e.test_faults import wait_for

pytestmark = pytest.mark.timeout(900)  # a stack of its own is started first


@pytest.fixture
def home() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="resumate-port-"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def test_a_letter_that_waits_is_written_after_a_start_on_another_port(home: Path, start_up: Callable[..., Any]):
    first = start_up(home, free_port(), "--no-sample")
    running = first.wait_until_running()
    person = new_person(running)
    client = person.connect()
    journey.ready_resume(client)
    turn_consumer(running, on=False)
    letter_id = journey.ask_for_letter(client)
    wait_until_queued(running, 1)
    person.close()
    first.stop()

    moved = start_up(home, free_port(), "--no-sample").wait_until_running()
    assert moved.addresses["aws"] != running.addresses["aws"]
    turn_consumer(moved, on=True)
    same = Person(moved, person.email, person.password)
    client = same.connect()
    assert wait_for(lambda: journey.get_letter(client, letter_id).status == "completed", 90)
    same.close()
