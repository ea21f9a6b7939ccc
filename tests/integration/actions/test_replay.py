"""A backup that is restored brings nobody back: the erasure log is done once more, and only what it names."""

import time
import uuid
from typing import Any

import pytest

from resumate.actions.letter_states import LetterState, letter_states
from resumate.actions.note_erasure import note_erasure
from resumate.actions.replay_erasures import ReplayDesk, replay_erasures
from resumate.gateway.messages import LetterQueued
from resumate.storage.erased_users import erased_users
from resumate.storage.erasure_log import ACCOUNT, LETTER, RESUME, ErasureLog, hash_of

from .conftest import Office
from .test_erasure import Pool
from .test_letters import ask


class Bucket:
    """A bucket of keys alone."""

    def __init__(self) -> None:
        self.keys: list[str] = []

    def put_object(self, *, Bucket: str, Key: str, Body: bytes) -> None:  # noqa: N803 - boto3's names
        assert Body == b""
        self.keys = sorted({*self.keys, Key})

    def get_paginator(self, _: str) -> Any:
        return self

    def paginate(self, *, Bucket: str, Prefix: str, StartAfter: str) -> Any:  # noqa: N803 - boto3's names
        yield {"Contents": [{"Key": key} for key in self.keys if key.startswith(Prefix) and key > StartAfter]}


@pytest.fixture
def log() -> ErasureLog:
    return ErasureLog(Bucket(), "resumes")


def desk(office: Office, log: ErasureLog) -> ReplayDesk:
    return ReplayDesk(log, office.database, office.files, Pool(), office.resumes, office.letters, office.sockets)


@pytest.fixture
def other(office: Office) -> Office:
    """Somebody else in the same database, with a resume and a letter."""
    somebody = Office(office.database, f"other-{uuid.uuid4().hex}")
    somebody.add_resume()
    ask(somebody)
    return somebody


def test_a_person_whom_a_backup_brought_back_is_erased_again(office: Office, other: Office, log: ErasureLog) -> None:
    office.add_resume()
    ask(office)
    log.note(office.user_id, ACCOUNT)
    done = replay_erasures(None, desk(office, log), time.monotonic)
    assert (done.tombstones, done.people, done.next) == (1, 1, None)
    assert (done.removed["resumes"], done.removed["letters"], done.removed["files"]) == (1, 1, 1)
    assert not any(done.remaining.values())
    assert office.resumes.list(office.user_id)[0] == []
    assert len(other.resumes.list(other.user_id)[0]) == 1
    again = replay_erasures(None, desk(office, log), time.monotonic)
    assert (again.people, again.removed) == (0, {})


def test_a_resume_and_a_letter_are_erased_again_and_the_rest_stays(office: Office, log: ErasureLog) -> None:
    gone, kept = (
        office.add_resume(),
        office.add_resume(b"Baker\n\nExperience\nBaker, Oven Ltd, 2019 - 2021\n- Baked rolls\n"),
    )
    ask(office)
    letter_id = office.sockets.of(LetterQueued)[0].letter_id
    log.note(office.user_id, RESUME, gone)
    log.note(office.user_id, LETTER, letter_id)
    done = replay_erasures(None, desk(office, log), time.monotonic)
    assert done.people == 1
    assert office.resumes.get(office.user_id, gone) is None
    assert office.letters.get(office.user_id, letter_id) is None
    assert office.resumes.get(office.user_id, kept) is not None


def test_a_replay_that_takes_long_goes_on_where_it_stopped(office: Office, other: Office, log: ErasureLog) -> None:
    """Given a clock that is over its time after one tombstone, when parts are asked for one by one, then all is done."""
    for somebody in (office, other):
        somebody.add_resume()
        log.note(somebody.user_id, ACCOUNT)
    after, parts = None, 0
    while parts == 0 or after is not None:
        seconds = iter([0.0, 0.0, 99.0, 99.0])
        done = replay_erasures(after, desk(office, log), lambda left=seconds: next(left))
        assert done.tombstones <= 1
        after, parts = done.next, parts + 1
    assert parts == 2
    assert office.resumes.list(office.user_id)[0] == other.resumes.list(other.user_id)[0] == []


def test_nobody_is_found_but_those_in_the_log(office: Office, other: Office) -> None:
    """Given two people, when one's hash is named, then that one is seen and the other is not, and no hash finds nobody."""
    office.add_resume()
    assert erased_users(office.database, [hash_of(office.user_id)]) == [office.user_id]
    assert erased_users(office.database, [hash_of("somebody-else")]) == []
    assert erased_users(office.database, []) == []
    both = erased_users(office.database, [hash_of(office.user_id), hash_of(other.user_id)])
    assert both == sorted([office.user_id, other.user_id])


def test_those_found_can_be_read_and_not_written(office: Office) -> None:
    office.add_resume()
    with office.database.transaction("-", {"app.erased_users": hash_of(office.user_id)}) as cursor:
        assert cursor.execute("delete from resumes").rowcount == 0
        assert cursor.execute("update letters set text = ''").rowcount == 0
        assert len(cursor.execute("select from resumes").fetchall()) == 1


def test_an_erasure_is_noted_before_it_is_done_and_nothing_is_noted_for_nothing(log: ErasureLog) -> None:
    seen: list[int] = []
    note_erasure(log, "u", RESUME, "r", lambda: True, lambda: seen.append(len(log.read(None, 9))))
    note_erasure(log, "u", RESUME, "made-up", lambda: False, lambda: seen.append(len(log.read(None, 9))))
    assert seen == [1, 1]


def test_the_states_of_dead_letters(office: Office) -> None:
    office.add_resume()
    ask(office)
    letter_id = office.sockets.of(LetterQueued)[0].letter_id
    unknown = [(office.user_id, str(uuid.uuid4())), (office.user_id, "no id"), ("somebody", letter_id)]
    assert letter_states([(office.user_id, letter_id)], office.letters) == [LetterState.OPEN]
    assert letter_states(unknown, office.letters) == [LetterState.GONE] * 3
    office.letters.cancel(office.user_id, letter_id)
    assert letter_states([(office.user_id, letter_id)], office.letters) == [LetterState.FINISHED]
