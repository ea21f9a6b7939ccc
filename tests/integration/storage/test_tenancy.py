"""Nobody sees or touches what is another's: by the query, and again by the database when the query forgets."""

import random
import uuid

import psycopg
import pytest

from resumate.errors import Code, RequestError, StorageError
from resumate.letters.model import Options
from resumate.storage.chunk_search import ChunkSearch
from resumate.storage.connections import ConnectionStore
from resumate.storage.letters import LeaseRefusal

from .conftest import MODEL, POSTING, make_document, random_vector
from .test_letters import completed

COUNTS = {
    table: f"select count(*) from {table}"  # noqa: S608 - our own table names
    for table in ("resumes", "chunks", "letters", "letter_versions", "connections", "erasures")
}


@pytest.fixture
def filled(desk):
    """A user with a row in every table."""
    resume_id = desk.ready()
    finished = desk.letter(resume_id)
    desk.letters.complete(desk.user_id, finished.letter_id, desk.leased(finished).token, completed(finished.letter_id))
    desk.letters.delete(desk.user_id, desk.letter(resume_id).letter_id)
    letter = desk.letter(resume_id)
    ConnectionStore(desk.database).remember(desk.user_id, f"connection-{uuid.uuid4()}")
    desk.resumes.delete(desk.user_id, desk.slot())
    return desk, resume_id, letter


@pytest.mark.parametrize("count", COUNTS.values(), ids=COUNTS)
def test_without_a_user_there_are_no_rows(filled, postgres, count):
    """Given rows of a user, when the application asks with no user set, then it sees none of anybody's."""
    with psycopg.connect(postgres.app_dsn) as connection:
        assert connection.execute(count).fetchone() == (0,)


@pytest.mark.parametrize("count", COUNTS.values(), ids=COUNTS)
def test_with_another_user_there_are_no_rows_of_ours(filled, make_database, other_user_id, count):
    """Given rows of A, when B reads the whole table without any condition, then it is empty."""
    with make_database().transaction(other_user_id) as cursor:
        assert cursor.execute(count).fetchone()["count"] == 0


@pytest.mark.parametrize("count", COUNTS.values(), ids=COUNTS)
def test_with_ourselves_there_are_rows(filled, count):
    """The two tests above can fail: the owner does see a row in each table."""
    desk, *_ = filled
    with desk.database.transaction(desk.user_id) as cursor:
        assert cursor.execute(count).fetchone()["count"] >= 1


@pytest.mark.parametrize("claimed", ["other", ""])
def test_nothing_can_be_written_for_another(database, user_id, other_user_id, claimed):
    """Given a transaction of A, when it inserts a row of B or of nobody, then the database refuses."""
    with pytest.raises(StorageError), database.transaction(user_id) as cursor:
        cursor.execute(
            """insert into resumes (id, user_id, file_name, s3_key, content_type, bytes, status)
            values (gen_random_uuid(), %s, 'x', gen_random_uuid()::text, 'text/plain', 1, 'ready')""",
            [other_user_id if claimed else ""],
        )


def test_nothing_can_be_given_to_another(filled, other_user_id):
    """Given a row of A, when A's transaction makes it B's, then the database refuses."""
    desk, *_ = filled
    with pytest.raises(StorageError), desk.database.transaction(desk.user_id) as cursor:
        cursor.execute("update letters set user_id = %s", [other_user_id])


def test_a_chunk_cannot_hang_on_the_resume_of_another(filled, make_database, other_user_id):
    """Given A's resume, when B inserts a chunk of B's under it, then the database refuses."""
    _, resume_id, _ = filled
    with pytest.raises(StorageError), make_database().transaction(other_user_id) as cursor:
        cursor.execute(
            """insert into chunks (id, resume_id, user_id, position, section, heading, first_line, last_line, text,
                context, context_lines, current, language, model, embedding)
            values (gen_random_uuid(), %s, %s, 99, 'skills', '', 1, 1, 'x', '', '{}', false, 'en', 'm',
                array_fill(0.1, array[384])::vector)""",
            [resume_id, other_user_id],
        )


def test_the_user_does_not_outlive_the_transaction(database, user_id):
    """Given a transaction of A that ended well, when the connection is looked at, then no user is set on it."""
    with database.transaction(user_id):
        pass
    assert setting(database) in (None, "")


def test_the_user_does_not_outlive_a_failure(database, user_id, desk, other_user_id):
    """Given one connection, when A fails and B comes next, then B sees nothing of A's and no user was left."""
    desk.ready()
    with pytest.raises(StorageError), database.transaction(user_id) as cursor:
        cursor.execute("select 1 / 0")
    assert setting(database) in (None, "")
    with database.transaction(other_user_id) as cursor:
        assert cursor.execute("select count(*) from resumes").fetchone()["count"] == 0


def setting(database):
    connection = database._connection
    return connection.execute("select current_setting('app.user_id', true) as user").fetchone()["user"]


def test_a_user_has_to_be_named(database):
    with pytest.raises(StorageError), database.transaction(""):
        pass


def test_a_user_id_is_a_value_and_never_sql(database):
    """Given a user id full of quotes, when it is set, then it is that text."""
    for name in ("'; drop table chunks; --", "\\' or true --", "%s", "$1", "ü'日本"):
        with database.transaction(name) as cursor:
            assert cursor.execute("select current_setting('app.user_id') as user").fetchone()["user"] == name


def test_the_resume_of_another_is_as_good_as_none(filled, other_desk):
    """Given A's resume, when B names its id in every method, then B gets what an unknown id gets."""
    desk, resume_id, _ = filled
    other, unknown = other_desk.user_id, str(uuid.uuid4())
    stores = other_desk.resumes
    document, vectors = make_document(), [random_vector(1)] * 3
    for named in (resume_id, unknown):
        assert stores.get(other, named) is None
        assert not stores.begin_parsing(other, named, "v9", sequencer="ff")
        assert not stores.save_parsed(other, named, "v1", document, vectors, MODEL)
        assert not stores.mark_failed(other, named, None, Code.CORRUPT)
        assert not any(stores.delete(other, named).removed.values())
        with pytest.raises(RequestError) as refusal:
            other_desk.letters.create(other, uuid.uuid4().hex, named, "job", POSTING, Options())
        assert refusal.value.code == Code.RESUME_MISSING
        with pytest.raises(RequestError) as refusal:
            ChunkSearch(other_desk.database, other, named).nearest([random_vector(1)], 5)
        assert refusal.value.code == Code.RESUME_MISSING
    assert desk.resumes.get(desk.user_id, resume_id).status == "ready"


def test_the_letter_of_another_is_as_good_as_none(filled, other_desk):
    """Given A's letter, when B names its id in every method, then B gets what an unknown id gets."""
    desk, _, letter = filled
    other, letters = other_desk.user_id, other_desk.letters
    for named in (letter.letter_id, str(uuid.uuid4())):
        assert letters.get(other, named) is None
        assert letters.acquire_lease(other, named, 60) is LeaseRefusal.GONE
        assert not letters.cancel(other, named)
        assert not letters.fail(other, named, Code.INTERNAL)
        assert not letters.needs_input(other, named, ["Do you bake?"])
        assert not letters.set_requirements(other, named, [])
        assert not any(letters.delete(other, named).removed.values())
    assert desk.letters.get(desk.user_id, letter.letter_id).status == "queued"


def test_a_request_id_is_each_users_own(desk, other_desk):
    """Given A's letter for a request id, when B sends the same request id, then B gets a letter of B's own."""
    mine, theirs = desk.letter(request_id="same"), other_desk.letter(request_id="same")
    assert mine.letter_id != theirs.letter_id


def test_lists_hold_ones_own_alone(filled, other_desk):
    desk, resume_id, letter = filled
    other_desk.letter()
    assert [row.resume_id for row in desk.resumes.list(desk.user_id)[0]] == [resume_id]
    assert next(row.letter_id for row in desk.letters.list(desk.user_id)[0]) == letter.letter_id
    assert len(desk.letters.list(desk.user_id)[0]) == 2


def test_the_same_resume_of_two_users_is_never_mixed(desk, other_desk):
    """Given two users with the same text, when each searches at random, then no hit is ever the other's."""
    owned = {desk: desk.ready(), other_desk: other_desk.ready()}
    generator = random.Random(7)  # noqa: S311 - the same at every run
    for number in range(300):
        asking = generator.choice([desk, other_desk])
        search = ChunkSearch(asking.database, asking.user_id, owned[asking], MODEL)
        hits = search.nearest([random_vector(number)], 3)[0] + search.with_words(["sourdough apprentices flour"], 3)[0]
        # A chunk's id is its resume's but for the end.
        assert len(hits) == 6
        assert all(hit.passage.chunk_id[:32] == owned[asking][:32] for hit in hits)


def test_a_text_that_fits_everything_does_not_reach_another(desk, other_desk):
    """Given A's results, when B uploads a text equal to A's question, then A's results are the same as before."""
    question = random_vector("sourdough")
    search = ChunkSearch(desk.database, desk.user_id, desk.ready(), MODEL)
    before = search.nearest([question], 3), search.with_words(["sourdough"], 3)
    other_desk.ready(make_document(["sourdough " * 50]), vectors=[question])
    assert (search.nearest([question], 3), search.with_words(["sourdough"], 3)) == before
