"""What is counted or erased under a lock waits for whoever holds it, and for nobody else's."""

import threading

import pytest

from resumate.storage.erasure import erase_user
from resumate.storage.locks import Kind, lock

from .conftest import Desk


@pytest.mark.parametrize(
    ("kind", "act"),
    [
        (Kind.RESUMES, lambda desk, _: desk.slot()),
        (Kind.RESUMES, lambda desk, _: erase_user(desk.database, desk.user_id)),
        (Kind.LETTERS, lambda desk, resume_id: desk.letter(resume_id)),
        (Kind.LETTERS, lambda desk, resume_id: desk.resumes.delete(desk.user_id, resume_id)),
        (Kind.LETTERS, lambda desk, _: erase_user(desk.database, desk.user_id)),
    ],
    ids=["create slot", "erase account, resumes", "create letter", "delete resume", "erase account, letters"],
)
def test_creating_and_erasing_wait_for_the_lock(database, make_database, user_id, kind, act):
    """Given one process inside the lock, when another acts, then it waits until the first is done."""
    desk = Desk(make_database(), user_id)
    resume_id = desk.ready()
    done = threading.Event()
    thread = threading.Thread(target=lambda: (act(desk, resume_id), done.set()))
    with database.transaction(user_id) as cursor:
        lock(cursor, user_id, kind)
        thread.start()
        assert not done.wait(0.3)
    thread.join(10)
    assert done.is_set()


def test_the_lock_of_one_user_does_not_hold_up_another(database, user_id, other_desk):
    with database.transaction(user_id) as cursor:
        lock(cursor, user_id, Kind.RESUMES)
        assert other_desk.slot()
