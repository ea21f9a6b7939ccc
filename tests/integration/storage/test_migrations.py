"""The schema: built once whoever builds it, fenced, and owned by nobody the application can be."""

import subprocess
import sys
import uuid
from pathlib import Path

import psycopg
import pytest
from alembic import command
from alembic.script import ScriptDirectory
from psycopg.conninfo import make_conninfo
from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from migrations.runner import configuration, downgrade, upgrade

ROOT = Path(__file__).parents[3]
TABLES = {"resumes", "chunks", "letters", "letter_versions", "connections", "erasures"}
UPGRADE = "import sys; from migrations.runner import upgrade; print(upgrade(sys.argv[1], sys.argv[2]))"


def tables(dsn):
    with psycopg.connect(dsn) as connection:
        rows = connection.execute("select tablename from pg_tables where schemaname = 'public'").fetchall()
    return {name for (name,) in rows}


def test_a_second_run_finds_nothing_to_do(postgres):
    """Given a migrated database, when it is migrated again, then it is at the same revision."""
    assert upgrade(postgres.admin_dsn, postgres.app_password) == newest()


def newest():
    return ScriptDirectory.from_config(configuration()).get_current_head()


def test_two_runs_at_once_build_one_schema(postgres, empty_database):
    """Given an empty database, when two processes migrate it at once, then both succeed and the schema is whole."""
    command = [sys.executable, "-c", UPGRADE, empty_database, postgres.app_password]
    runs = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    answers = [run.communicate(timeout=120)[0].strip() for run in runs]
    assert [run.returncode for run in runs] == [0, 0]
    assert answers == [newest(), newest()]
    assert tables(empty_database) == TABLES | {"alembic_version"}


def test_a_migration_that_fails_leaves_nothing_behind(postgres, empty_database):
    """Given a table in the way, when the migration fails, then none of its other tables exists."""
    with psycopg.connect(empty_database) as connection:
        connection.execute("create table letters (in_the_way int)")
    with pytest.raises(DBAPIError):
        upgrade(empty_database, postgres.app_password)
    assert tables(empty_database) == {"letters"}


def test_down_and_up_again(postgres, empty_database):
    """Given a migrated database, when it goes back to the beginning and forward again, then it is the same."""
    upgrade(empty_database, postgres.app_password)
    assert downgrade(empty_database, "base") == ""
    assert tables(empty_database) == {"alembic_version"}
    assert upgrade(empty_database, postgres.app_password) == newest()
    assert tables(empty_database) >= TABLES


OLD_LETTERS = """
    insert into letters (id, user_id, request_id, job_description, status, text, sentences, updated_at, finished_at)
    values
        (gen_random_uuid(), 'ada', 'r1', 'job', 'completed', 'Dear all', '[{"text": "Dear all"}]', now(), '2026-01-02Z'),
        (gen_random_uuid(), 'bo', 'r1', 'job', 'completed', 'Hello', '[]', '2026-03-04Z', null),
        (gen_random_uuid(), 'ada', 'r2', 'job', 'queued', '', '[]', now(), null)
"""
VERSIONS = """
    select v.user_id, v.version, v.origin, v.text, v.sentences, v.created_at::date::text, l.version
    from letter_versions v join letters l on l.id = v.letter_id order by v.user_id
"""


@pytest.fixture
def at_first_revision(postgres, empty_database):
    """A database at revision 0001 with letters of two people in it."""
    upgrade(empty_database, postgres.app_password)
    assert downgrade(empty_database, "0001") == "0001"
    with psycopg.connect(empty_database) as connection:
        connection.execute(OLD_LETTERS)
    return empty_database


def test_letters_that_were_finished_before_get_their_first_version(postgres, at_first_revision):
    """Given finished and unfinished letters at 0001, when it is upgraded, then each finished one is version 1."""
    upgrade(at_first_revision, postgres.app_password)
    assert_first_versions(at_first_revision)


def test_an_owner_that_is_no_superuser_reaches_all_letters_when_it_migrates(at_first_revision):
    """Given tables of a plain role, which the forced fences hold back, when it migrates, then no letter is missed."""
    role = f"owner_{uuid.uuid4().hex}"
    with psycopg.connect(at_first_revision) as connection:
        connection.execute(f"create role {role}")
        connection.execute(f"grant create, usage on schema public to {role}")
        for table in tables(at_first_revision):
            connection.execute(f"alter table {table} owner to {role}")
    try:
        engine = create_engine(
            "postgresql+psycopg://",
            creator=lambda: psycopg.connect(make_conninfo(at_first_revision, options=f"-c role={role}")),
            poolclass=NullPool,
        )
        with engine.connect() as connection:
            config = configuration()
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
        assert_first_versions(at_first_revision)
    finally:
        with psycopg.connect(at_first_revision) as connection:
            connection.execute(f"reassign owned by {role} to current_user")
            connection.execute(f"drop owned by {role}")
            connection.execute(f"drop role {role}")


def assert_first_versions(dsn):
    with psycopg.connect(dsn) as connection:
        assert connection.execute(VERSIONS).fetchall() == [
            ("ada", 1, "written", "Dear all", [{"text": "Dear all"}], "2026-01-02", 1),
            ("bo", 1, "written", "Hello", [], "2026-03-04", 1),
        ]
        assert connection.execute("select version from letters where request_id = 'r2'").fetchone() == (0,)
        forced = connection.execute("select bool_and(relforcerowsecurity) from pg_class where relname like 'letter%s'")
        assert forced.fetchone() == (True,)


def test_every_table_is_fenced_even_against_its_owner(admin):
    """Every table but Alembic's own has row level security, forced, and at least one policy."""
    rows = admin.execute(
        """select relname, relrowsecurity, relforcerowsecurity,
            exists (select from pg_policy where polrelid = pg_class.oid and polwithcheck is not null)
        from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'alembic_version'"""
    ).fetchall()
    assert {name for name, *_ in rows} == TABLES
    assert all(all(fences) for _, *fences in rows)


def test_the_application_is_nobody_special(admin):
    """The application's role owns nothing, cannot bypass a policy and cannot create anything."""
    role = admin.execute(
        """select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
            exists (select from pg_class where relowner = pg_roles.oid),
            exists (select from pg_auth_members where member = pg_roles.oid),
            has_schema_privilege(oid, 'public', 'create')
        from pg_roles where rolname = 'resumate_app'"""
    ).fetchone()
    assert role == (False,) * 7


def test_a_tombstone_cannot_be_removed_by_the_application(admin):
    granted = admin.execute(
        """select privilege_type from information_schema.role_table_grants
        where grantee = 'resumate_app' and table_name = 'erasures'"""
    ).fetchall()
    assert {privilege for (privilege,) in granted} == {"SELECT", "INSERT", "UPDATE"}


def test_there_is_no_vector_index_on_chunks(admin):
    """A search stays inside one resume and is exact; an index would only tempt the planner."""
    indexes = admin.execute("select indexdef from pg_indexes where tablename = 'chunks'").fetchall()
    assert indexes
    assert not [definition for (definition,) in indexes if "hnsw" in definition or "ivfflat" in definition]


def test_the_password_is_the_last_one_given(postgres):
    """Given a new password, when it is migrated in, then it opens the database and the old one does not."""
    try:
        upgrade(postgres.admin_dsn, "another-password")
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(postgres.app_dsn)
    finally:
        upgrade(postgres.admin_dsn, postgres.app_password)
    psycopg.connect(postgres.app_dsn).close()


def test_migrations_import_nothing_of_ours():
    """A migration must mean the same whatever the application has become."""
    for path in (ROOT / "migrations").rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        assert "import resumate" not in source, path
        assert "from resumate" not in source, path
        assert "from functions" not in source, path
        assert "from devstack" not in source, path
