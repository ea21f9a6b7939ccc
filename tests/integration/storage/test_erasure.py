"""Erasure: everything of the person and nothing of anybody else, with a receipt, twice without harm."""

import hashlib
import uuid

import msgspec
import pytest
from psycopg import sql

from resumate.documents.model import Contact
from resumate.errors import Code, RequestError
from resumate.letters.model import Options
from resumate.matching.model import JobPosting
from resumate.storage.connections import ConnectionStore
from resumate.storage.erasure import erase_user

from .conftest import make_document
from .test_letters import completed

CANARY = "Zanzibar-Quokka-7731"


@pytest.fixture
def filled(desk):
    """A user whose canary stands in every column that can hold text of theirs."""
    document = make_document([f"Baked for {CANARY}", "Baked bread"])
    document = msgspec.structs.replace(document, contact=Contact(name=CANARY, email=f"{CANARY}@example.org"))
    resume_id = desk.ready(document)
    posting = JobPosting(CANARY, CANARY, "en", [])
    options = Options(answers=[CANARY])
    finished, _ = desk.letters.create(desk.user_id, "a", resume_id, CANARY, posting, options)
    message = completed(finished.letter_id, f"Dear {CANARY}")
    desk.letters.complete(desk.user_id, finished.letter_id, desk.leased(finished).token, message)
    writing, _ = desk.letters.create(desk.user_id, "b", resume_id, CANARY, posting, options)
    desk.letters.append_draft(desk.user_id, writing.letter_id, desk.leased(writing).token, 1, 1, CANARY)
    ConnectionStore(desk.database).remember(desk.user_id, f"connection-{uuid.uuid4().hex}")
    return desk, resume_id, finished, writing


def found(admin, text):
    """The tables that hold a text anywhere."""
    tables = admin.execute("select tablename from pg_tables where schemaname = 'public'").fetchall()
    count = sql.SQL("select count(*) from {} t where t::text like %s")
    return {
        table for (table,) in tables if admin.execute(count.format(sql.Identifier(table)), [f"%{text}%"]).fetchone()[0]
    }


def tombstones(admin, user_id):
    user_hash = hashlib.sha256(user_id.encode()).hexdigest()
    rows = admin.execute("select what from erasures where user_hash = %s order by what", [user_hash]).fetchall()
    return [what for (what,) in rows]


def test_nothing_of_a_person_is_left(filled, admin):
    """Given a canary in every table, when the account is erased, then neither it nor the user's id is anywhere."""
    desk, *_ = filled
    assert found(admin, CANARY) == {"resumes", "chunks", "letters", "letter_versions"}
    assert found(admin, desk.user_id) == {"resumes", "chunks", "letters", "letter_versions", "connections"}
    erasure = erase_user(desk.database, desk.user_id)
    removed = {"resumes": 1, "chunks": 2, "letters": 2, "letter_versions": 1, "connections": 1}
    assert erasure.removed == removed
    assert erasure.remaining == dict.fromkeys(removed, 0)
    assert found(admin, CANARY) == set()
    assert found(admin, desk.user_id) == set()


def test_erasing_twice_changes_nothing(filled, admin):
    """Given an erased account, when it is erased again, then the receipt is empty and the tombstone is the same."""
    desk, *_ = filled
    erase_user(desk.database, desk.user_id)
    before = admin.execute("select max(at), count(*) from erasures").fetchone()
    assert not any(erase_user(desk.database, desk.user_id).removed.values())
    assert admin.execute("select max(at), count(*) from erasures").fetchone() == before


def hours_pass(admin, user_id):
    """Move a user's tombstones into the past, beyond the life of any token that was given out before."""
    user_hash = hashlib.sha256(user_id.encode()).hexdigest()
    admin.execute("update erasures set at = at - interval '1 hour' where user_hash = %s", [user_hash])


def test_an_erased_account_can_make_nothing_while_a_token_of_it_still_lives(filled):
    """Given an account that was just erased, when it uploads, asks or connects, then it is refused and told why."""
    desk, resume_id, *_ = filled
    erase_user(desk.database, desk.user_id)
    connections = ConnectionStore(desk.database)
    for act in (desk.slot, lambda: desk.letter(resume_id), lambda: connections.remember(desk.user_id, "late")):
        with pytest.raises(RequestError) as refused:
            act()
        assert (refused.value.code, "deleted" in refused.value.message) == (Code.UNAUTHORIZED, True)
    assert not any(erase_user(desk.database, desk.user_id).removed.values())


def test_others_are_not_touched(filled, other_desk):
    desk, *_ = filled
    letter = other_desk.letter()
    erase_user(desk.database, desk.user_id)
    assert other_desk.letters.get(other_desk.user_id, letter.letter_id) is not None
    assert len(other_desk.resumes.list(other_desk.user_id)[0]) == 1


def test_a_tombstone_tells_what_and_not_who(filled, admin):
    """Given erasures of every kind, then each left a tombstone under the hash of the user, without content."""
    desk, resume_id, finished, writing = filled
    desk.letters.delete(desk.user_id, finished.letter_id)
    desk.resumes.delete(desk.user_id, resume_id)
    erase_user(desk.database, desk.user_id)
    letters = sorted(f"letter:{letter.letter_id}" for letter in (finished, writing))
    assert tombstones(admin, desk.user_id) == ["account", *letters, f"resume:{resume_id}"]
    assert "erasures" not in found(admin, desk.user_id)


def test_someone_who_comes_back_can_be_erased_again(desk, admin):
    """Given an account erased an hour ago, when new data comes and is erased, then the tombstone has the later time."""
    erase_user(desk.database, desk.user_id)
    hours_pass(admin, desk.user_id)
    first = admin.execute("select max(at) from erasures").fetchone()
    desk.ready()
    assert erase_user(desk.database, desk.user_id).removed["resumes"] == 1
    assert admin.execute("select max(at) from erasures").fetchone() > first
    assert tombstones(admin, desk.user_id) == ["account"]


def test_a_deleted_resume_takes_its_unfinished_letters_along(filled, admin):
    """Given a finished and an unfinished letter, when the resume is deleted, then the finished one stays, unlinked."""
    desk, resume_id, finished, writing = filled
    erasure = desk.resumes.delete(desk.user_id, resume_id)
    assert erasure.removed == {"resumes": 1, "chunks": 2, "letters": 1}
    assert erasure.remaining == {"resumes": 0, "chunks": 0, "letters": 0}
    assert desk.letters.get(desk.user_id, writing.letter_id) is None
    kept = desk.letters.get(desk.user_id, finished.letter_id)
    assert (kept.text, kept.resume_id) == (f"Dear {CANARY}", None)


def test_a_deleted_letter_is_gone_and_the_rest_is_not(filled):
    desk, resume_id, finished, writing = filled
    erasure = desk.letters.delete(desk.user_id, finished.letter_id)
    assert erasure.removed == {"letters": 1, "letter_versions": 1}
    assert erasure.remaining == {"letters": 0, "letter_versions": 0}
    assert desk.letters.get(desk.user_id, finished.letter_id) is None
    assert desk.letters.get(desk.user_id, writing.letter_id) is not None
    assert desk.resumes.get(desk.user_id, resume_id) is not None


def test_what_is_not_there_leaves_no_tombstone(desk, admin):
    unknown = str(uuid.uuid4())
    assert not any(desk.resumes.delete(desk.user_id, unknown).removed.values())
    assert not any(desk.letters.delete(desk.user_id, unknown).removed.values())
    assert tombstones(admin, desk.user_id) == []
