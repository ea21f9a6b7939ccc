"""Search inside one resume: all of one's own, exact, in one order, whatever else is in the table."""

import random

import numpy as np
import psycopg
import pytest

from migrations.runner import upgrade
from resumate.documents.model import SectionKind, YearMonth
from resumate.errors import Code, ModelError, RequestError, StorageError
from resumate.matching.model import Passage
from resumate.storage.chunk_search import _NEAREST, _WITH_WORDS, ChunkSearch
from resumate.storage.database import Database

from .conftest import MODEL, Desk, make_document, random_vector

OTHERS = 4000
INSERT_OTHERS = """
    with resume as (
        insert into resumes (id, user_id, file_name, s3_key, content_type, bytes, status)
        select gen_random_uuid(), 'other-' || number, 'x', gen_random_uuid()::text, 'text/plain', 1, 'ready'
        from generate_series(1, %(others)s / 40) number
        returning id, user_id
    )
    insert into chunks (id, resume_id, user_id, position, section, heading, first_line, last_line, text, context,
        context_lines, current, language, model, embedding)
    select gen_random_uuid(), resume.id, resume.user_id, position, 'experience', '', 1, 1, 'sourdough bread', '', '{}',
        false, 'en', %(model)s,
        (select array_agg(random() - 0.5 + 0 * (position + value)) from generate_series(1, 384) value)::vector
    from resume, generate_series(1, 40) position
"""


@pytest.fixture(scope="module")
def crowded(postgres):
    """A database of its own with thousands of chunks of others, an HNSW index, and no statistics of either."""
    name = "crowded"
    with psycopg.connect(postgres.admin_dsn, autocommit=True) as server:
        server.execute(f"create database {name}")
        dsn = psycopg.conninfo.make_conninfo(postgres.admin_dsn, dbname=name)
        upgrade(dsn, postgres.app_password)
        with psycopg.connect(dsn, autocommit=True) as connection:
            connection.execute("alter table chunks set (autovacuum_enabled = false)")
            connection.execute(INSERT_OTHERS, {"others": OTHERS, "model": MODEL})
            connection.execute("create index tempting on chunks using hnsw (embedding vector_cosine_ops)")
        database = Database(lambda: postgres.application(dsn))
        yield database, dsn
        database.close()
        server.execute(f"drop database {name} with (force)")


def brute_force(vectors, question, limit):
    """Positions of the nearest vectors, by a full scan in double precision."""
    matrix = np.array(vectors)
    similarities = matrix @ np.array(question) / np.linalg.norm(matrix, axis=1) / np.linalg.norm(question)
    return np.argsort(-similarities, kind="stable")[:limit].tolist()


def positions(hits):
    return [hit.passage.first_line - 2 for hit in hits]


def plan(database, user_id, statement, values, settings):
    with database.transaction(user_id, settings) as cursor:
        rows = cursor.execute("explain " + statement, values).fetchall()
    return "\n".join(row["QUERY PLAN"] for row in rows)


@pytest.mark.parametrize("analysed", [False, True], ids=["before ANALYZE", "after ANALYZE"])
def test_recall_is_one_though_a_vector_index_tempts(crowded, analysed):
    """Given 12 chunks among thousands and an HNSW index, when 100 vectors ask, then all answers equal a full scan."""
    database, dsn = crowded
    if analysed:
        with psycopg.connect(dsn, autocommit=True) as connection:
            connection.execute("analyze chunks")
    desk = Desk(database, f"asker-{analysed}")
    vectors = [random_vector(f"chunk {number}") for number in range(12)]
    document = make_document([f"Baked bread number {number}" for number in range(12)])
    search = ChunkSearch(database, desk.user_id, desk.ready(document, vectors), MODEL)
    questions = [random_vector(f"question {number}") for number in range(100)]
    answers = search.nearest(questions, 5)
    assert [positions(hits) for hits in answers] == [brute_force(vectors, question, 5) for question in questions]
    assert [len(hits) for hits in search.nearest(questions[:3], 50)] == [12, 12, 12]


# Without them the planner may take the right way by chance; with them it would do anything not to sort.
TEMPTATION = {"enable_sort": "off", "enable_seqscan": "off", "enable_bitmapscan": "off"}


@pytest.mark.parametrize("settings", [{}, TEMPTATION], ids=["as it is", "tempted"])
@pytest.mark.parametrize(
    ("statement", "questions"),
    [(_NEAREST, str(random_vector(1))), (_WITH_WORDS, '["bread"]')],
    ids=["vectors", "words"],
)
def test_the_plan_goes_through_the_resume(crowded, statement, questions, settings):
    """Given a vector index on the table, when the search is planned, then it reads the rows of the resume alone."""
    database, _ = crowded
    desk = Desk(database, "planner")
    values = {"resume": desk.ready(), "user": desk.user_id, "questions": questions, "limit": 5}
    shown = plan(database, desk.user_id, statement, values, settings)
    assert "chunks_resume_position" in shown
    assert "resume_id =" in shown
    assert "tempting" not in shown
    assert "Seq Scan on chunks" not in shown


def test_hits_come_by_score_with_all_that_is_known_of_them(desk):
    """Given a question equal to one chunk's vector, then that chunk is first, with score 1 and its own fields."""
    resume_id = desk.ready()
    question = random_vector("Trained six apprentices in lamination")
    hits = ChunkSearch(desk.database, desk.user_id, resume_id, MODEL).nearest([question], 3)[0]
    assert hits[0].score == pytest.approx(1.0, abs=1e-6)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert hits[0].passage == Passage(
        chunk_id=resume_id[:-4] + "0001",
        section=SectionKind.EXPERIENCE,
        heading="Experience",
        first_line=3,
        last_line=3,
        text="Trained six apprentices in lamination",
        context="Head baker, Crumb & Co, 2019 – today",
        context_lines=[1],
        organisation="Crumb & Co",
        title="Head baker",
        start=YearMonth(2019, 4),
        end=None,
        current=True,
    )


def test_equal_scores_come_in_the_order_of_the_document(desk):
    """Given chunks with one and the same vector, when asked ten times, then they come in the document's order."""
    document = make_document([f"Baked bread number {number}" for number in range(20)])
    search = ChunkSearch(desk.database, desk.user_id, desk.ready(document, [random_vector(1)] * 20), MODEL)
    for _ in range(10):
        assert positions(search.nearest([random_vector(2)], 20)[0]) == list(range(20))
        assert positions(search.with_words(["bread"], 20)[0]) == list(range(20))


def test_the_same_file_gives_the_same_answers_however_often_it_is_uploaded(desk):
    document = make_document(["Baked bread", "Sold bread", "Baked bread"])
    searches = [ChunkSearch(desk.database, desk.user_id, desk.ready(document), MODEL) for _ in range(3)]
    answers = [positions(search.nearest([random_vector("bread")], 3)[0]) for search in searches]
    assert answers[0] == answers[1] == answers[2]


def test_every_question_gets_its_own_answers(desk):
    """Given several questions in one call, then the lists stand in their order, an empty one included."""
    search = ChunkSearch(desk.database, desk.user_id, desk.ready(), MODEL)
    answers = search.with_words(["flour", "nothing of the kind xyzzy", "lamination", "", "sourdough"], 5)
    assert [positions(hits) for hits in answers] == [[2], [], [1], [], [0]]


def test_one_shared_word_is_enough_and_more_rank_higher(desk):
    document = make_document(["Bread", "Bread and butter", "Butter, bread and jam", "Cheese"])
    search = ChunkSearch(desk.database, desk.user_id, desk.ready(document), MODEL)
    hits = search.with_words(["jam butter bread"], 5)[0]
    assert positions(hits) == [2, 1, 0]
    assert hits[0].score > hits[1].score > hits[2].score > 0


@pytest.mark.parametrize(
    ("language", "text", "asked"),
    [
        ("en", "Managed two bakeries", "managing a bakery"),
        ("de", "Leitung mehrerer Bäckereien", "Bäckerei"),
        ("fr", "Gestion des commandes", "commander"),
        ("es", "Gestión de proyectos", "proyecto"),
        ("xx", "Kubernetes", "KUBERNETES"),
        ("en", "Ülker Çikolata fabrikası", "ülker"),
    ],
)
def test_words_are_compared_by_the_stems_of_their_language(desk, language, text, asked):
    search = ChunkSearch(desk.database, desk.user_id, desk.ready(make_document([text], language=language)), MODEL)
    assert len(search.with_words([asked], 1)[0]) == 1


def test_the_head_of_an_entry_finds_its_bullets_but_ranks_below_their_words(desk):
    document = make_document(["Answered the telephone", "Worked for Crumb on Sundays"])
    hits = ChunkSearch(desk.database, desk.user_id, desk.ready(document), MODEL).with_words(["Crumb"], 5)[0]
    assert positions(hits) == [1, 0]


@pytest.mark.parametrize(
    "text",
    [
        "'; DROP TABLE chunks; --",
        "%s $1 {user_id} {{7*7}}",
        "a' & !b | (c:*) <-> \\",
        "C++ C# .NET node.js",
        "https://example.org/?a=1&b=2 x & y",
        "\x00\x01\ud800",
        "日本語 العربية",
        "' ' \\' \\\\' ''",
        "😀",
        "   ",
    ],
)
def test_any_text_is_only_a_text(desk, admin, text):
    """Given text that means something to SQL or to a text search, when it is asked, then it finds words or nothing."""
    resume_id = desk.ready()
    search = ChunkSearch(desk.database, desk.user_id, resume_id, MODEL)
    found = search.with_words([text, text + " sourdough"], 5)
    assert found[0] == []
    assert positions(found[1]) == [0]
    assert admin.execute("select count(*) from chunks where resume_id = %s", [resume_id]).fetchone() == (3,)


def test_random_text_never_breaks_a_query(desk):
    """Given 300 strings of the characters a text query is made of, then each is answered."""
    search = ChunkSearch(desk.database, desk.user_id, desk.ready(), MODEL)
    generator = random.Random(3)  # noqa: S311 - the same at every run
    queries = ["".join(generator.choices("ab '\\&|!():*<->\"%$\n-_./@", k=30)) for _ in range(300)]
    assert len(search.with_words(queries, 2)) == 300


def test_no_questions_need_no_database():
    def never():
        raise AssertionError("connected")

    search = ChunkSearch(Database(never), "user", "00000000-0000-4000-8000-000000000000", MODEL)
    assert search.nearest([], 5) == []
    assert search.with_words([], 5) == []


@pytest.mark.parametrize("vector", [[0.1] * 383, [float("nan")] * 384, [0.0] * 384], ids=["383", "NaN", "zero"])
def test_a_vector_without_a_direction_in_our_space_is_refused(desk, vector):
    with pytest.raises(ModelError) as refusal:
        ChunkSearch(desk.database, desk.user_id, desk.ready(), MODEL).nearest([vector], 5)
    assert refusal.value.code == Code.EMBEDDING_INVALID


def test_vectors_of_another_model_are_never_compared(desk):
    """Given a resume embedded with one model, when another model asks, then it is refused and says what to do."""
    resume_id = desk.ready(model="an-older-model")
    with pytest.raises(RequestError) as refusal:
        ChunkSearch(desk.database, desk.user_id, resume_id, MODEL).nearest([random_vector(1)], 5)
    assert refusal.value.code == Code.RESUME_NOT_READY
    assert "Upload it again" in refusal.value.message


def test_a_resume_replaced_meanwhile_is_not_mixed_in(desk):
    """Given an inference begun on one version, when another replaces it, then the search refuses to mix them."""
    resume_id = desk.ready()
    search = ChunkSearch(desk.database, desk.user_id, resume_id, MODEL, sha256="ab" * 32)
    assert search.nearest([random_vector(1)], 1)[0]
    desk.resumes.begin_parsing(desk.user_id, resume_id, "v2", sequencer="02")
    desk.save(resume_id, make_document(["Another life"], sha256="cd" * 32), version="v2")
    for ask in (lambda: search.nearest([random_vector(1)], 1), lambda: search.with_words(["life"], 1)):
        with pytest.raises(RequestError) as refusal:
            ask()
        assert refusal.value.code == Code.RESUME_NOT_READY


def test_a_resume_that_is_not_ready_is_not_searched(desk):
    with pytest.raises(RequestError) as refusal:
        ChunkSearch(desk.database, desk.user_id, desk.parsing(), MODEL).with_words(["bread"], 5)
    assert refusal.value.code == Code.RESUME_NOT_READY


def test_a_deleted_resume_is_found_no_more(desk):
    """Given a search that found something, when the resume is deleted, then it finds no resume at once."""
    resume_id = desk.ready()
    search = ChunkSearch(desk.database, desk.user_id, resume_id, MODEL)
    assert search.nearest([random_vector(1)], 1)[0]
    desk.resumes.delete(desk.user_id, resume_id)
    with pytest.raises(RequestError) as refusal:
        search.nearest([random_vector(1)], 1)
    assert refusal.value.code == Code.RESUME_MISSING


def test_a_search_survives_a_lost_connection_once_and_then_fails_closed(desk, admin, tmp_path):
    """Given a killed connection, then the search reconnects; given no server, then it fails as unavailable."""
    resume_id = desk.ready()
    with desk.database.transaction(desk.user_id) as cursor:
        pid = cursor.execute("select pg_backend_pid() as pid").fetchone()["pid"]
    admin.execute("select pg_terminate_backend(%s, 5000)", [pid])
    assert ChunkSearch(desk.database, desk.user_id, resume_id, MODEL).nearest([random_vector(1)], 1)[0]
    lost = Database(lambda: f"host={tmp_path} user=nobody dbname=none")
    with pytest.raises(StorageError) as failure:
        ChunkSearch(lost, desk.user_id, resume_id, MODEL).nearest([random_vector(1)], 1)
    assert failure.value.code == Code.RETRIEVAL_UNAVAILABLE
    assert failure.value.retryable
