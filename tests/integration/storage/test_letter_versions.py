"""Versions of a letter: the first with the letter itself, a further one for each edit, none ever changed or lost."""

import threading

import pytest

from resumate import limits
from resumate.errors import Code, RequestError, StorageError
from resumate.storage.letter_versions import VersionStore
from resumate.storage.model import VersionOrigin

from .test_letters import completed

EDITED = [{"text": "I bake bread.", "state": "plain", "paragraph": 0}]


@pytest.fixture
def versions(desk):
    return VersionStore(desk.database)


@pytest.fixture
def letter(desk):
    """A finished letter."""
    row = desk.letter()
    assert desk.letters.complete(desk.user_id, row.letter_id, desk.leased(row).token, completed(row.letter_id))
    return row


def save(versions, desk, letter, base, text="I bake bread.", origin=VersionOrigin.EDITED):
    return versions.save(desk.user_id, letter.letter_id, base, origin, text, EDITED)


def code_of(act):
    with pytest.raises(RequestError) as refused:
        act()
    return refused.value.code


def test_a_finished_letter_is_version_one(desk, versions, letter):
    (first,) = versions.list(desk.user_id, letter.letter_id)
    stored = desk.letters.get(desk.user_id, letter.letter_id)
    assert (first.version, first.origin, first.text) == (1, VersionOrigin.WRITTEN, "I baked bread.")
    assert (stored.version, stored.text, stored.sentences) == (1, first.text, first.sentences)
    assert first.created_at == stored.finished_at


def test_a_letter_that_is_not_finished_has_no_version(desk, versions):
    row = desk.letter()
    assert row.version == 0
    assert versions.list(desk.user_id, row.letter_id) == []
    assert versions.get(desk.user_id, row.letter_id, 1) is None
    assert code_of(lambda: save(versions, desk, row, 0)) == Code.LETTER_NOT_FINISHED


def test_a_letter_that_lost_its_lease_gets_no_version(desk, versions):
    row = desk.letter()
    token = desk.leased(row).token
    desk.letters.cancel(desk.user_id, row.letter_id)
    assert not desk.letters.complete(desk.user_id, row.letter_id, token, completed(row.letter_id))
    assert versions.list(desk.user_id, row.letter_id) == []


def test_an_edit_is_a_new_version_and_the_old_one_stays(desk, versions, letter):
    assert save(versions, desk, letter, 1) == 2
    stored = desk.letters.get(desk.user_id, letter.letter_id)
    assert (stored.version, stored.text, stored.sentences) == (2, "I bake bread.", EDITED)
    assert [(row.version, row.origin) for row in versions.list(desk.user_id, letter.letter_id)] == [
        (2, VersionOrigin.EDITED),
        (1, VersionOrigin.WRITTEN),
    ]
    assert versions.get(desk.user_id, letter.letter_id, 1).text == "I baked bread."


@pytest.mark.parametrize("base", [0, 1, 3])
def test_an_edit_of_a_version_that_is_not_the_newest_stores_nothing(desk, versions, letter, base):
    save(versions, desk, letter, 1)
    assert code_of(lambda: save(versions, desk, letter, base, "another text")) == Code.VERSION_CONFLICT
    assert desk.letters.get(desk.user_id, letter.letter_id).text == "I bake bread."
    assert len(versions.list(desk.user_id, letter.letter_id)) == 2


def test_an_edit_sent_twice_is_one_version(desk, versions, letter):
    """Given an edit whose answer was lost, when it is sent again, then it is the version it made; a third is not."""
    assert save(versions, desk, letter, 1) == save(versions, desk, letter, 1) == 2
    assert len(versions.list(desk.user_id, letter.letter_id)) == 2
    assert save(versions, desk, letter, 2, "another text") == 3
    assert code_of(lambda: save(versions, desk, letter, 1)) == Code.VERSION_CONFLICT


def test_of_two_edits_at_once_one_is_stored_and_the_other_is_told(make_database, desk, letter):
    """Given two windows with version 1, when both save at the same moment, then one is version 2, one a conflict."""
    results = []

    def edit(text):
        store = VersionStore(make_database())
        try:
            results.append(store.save(desk.user_id, letter.letter_id, 1, VersionOrigin.EDITED, text, []))
        except RequestError as error:
            results.append(error.code)

    threads = [threading.Thread(target=edit, args=[text]) for text in ("one", "two")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results, key=str) == [2, Code.VERSION_CONFLICT]


def test_there_is_a_most_of_versions_and_the_refusal_names_it(desk, versions, letter, admin):
    admin.execute("update letters set version = %s where id = %s", [limits.LETTER_VERSIONS, letter.letter_id])
    assert code_of(lambda: save(versions, desk, letter, limits.LETTER_VERSIONS)) == Code.QUOTA_VERSIONS


def test_a_version_can_be_neither_changed_nor_removed_alone(desk, letter):
    for statement in ("update letter_versions set text = 'x'", "delete from letter_versions"):
        with pytest.raises(StorageError), desk.database.transaction(desk.user_id) as cursor:
            cursor.execute(statement)


def test_versions_go_with_their_letter(desk, versions, letter, admin):
    save(versions, desk, letter, 1)
    assert desk.letters.delete(desk.user_id, letter.letter_id).removed == {"letters": 1, "letter_versions": 2}
    assert versions.list(desk.user_id, letter.letter_id) is None
    rows = admin.execute("select count(*) from letter_versions where letter_id = %s", [letter.letter_id]).fetchone()
    assert rows == (0,)


def test_a_letter_finished_by_the_release_before_can_be_edited(desk, versions, letter, admin):
    """Given a completed letter without a version, as code of revision 0001 leaves it, when it is edited, then both are kept."""
    admin.execute("delete from letter_versions where letter_id = %s", [letter.letter_id])
    admin.execute("update letters set version = 0 where id = %s", [letter.letter_id])
    assert desk.letters.get(desk.user_id, letter.letter_id).version == 1
    assert [row.version for row in versions.list(desk.user_id, letter.letter_id)] == [1]
    assert save(versions, desk, letter, 1) == 2
    assert versions.get(desk.user_id, letter.letter_id, 1).text == "I baked bread."


def test_the_versions_of_another_are_as_good_as_none(desk, other_desk, versions, letter):
    theirs = VersionStore(other_desk.database)
    assert theirs.list(other_desk.user_id, letter.letter_id) is None
    assert theirs.get(other_desk.user_id, letter.letter_id, 1) is None
    assert code_of(lambda: save(theirs, other_desk, letter, 1)) == Code.NOT_FOUND
    assert len(versions.list(desk.user_id, letter.letter_id)) == 1


def test_the_database_hides_versions_from_whoever_forgets_the_condition(desk, other_desk, letter):
    with other_desk.database.transaction(other_desk.user_id) as cursor:
        assert cursor.execute("select count(*) from letter_versions").fetchone()["count"] == 0
    with pytest.raises(StorageError), other_desk.database.transaction(other_desk.user_id) as cursor:
        cursor.execute(
            "insert into letter_versions (letter_id, user_id, version, origin, text) values (%s, %s, 9, 'edited', 'x')",
            [letter.letter_id, other_desk.user_id],
        )
