"""The first schema: resumes, chunks, letters, connections, erasures, each fenced by row level security.

Revision: 0001, the first.

Tenancy: a transaction sees and writes only rows of the user in `app.user_id`, which is set for that transaction
alone. FORCE makes it hold for the owner too. Unset, the setting is NULL or "", and matches nothing.

There is no vector index on `chunks`, on purpose: a search stays inside one resume, finds its rows through
`chunks_resume_position`, and is exact. HNSW under the same filter is slower and loses most rows.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, TSVECTOR
from sqlalchemy.types import UserDefinedType

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# Literals, not the application's limits: a migration that was run must not change its meaning later.
DIMENSION = 384
ROLE = "resumate_app"
TABLES = ("resumes", "chunks", "letters", "connections", "erasures")

OWN_ROWS = "user_id = current_setting('app.user_id', true)"
# A connection id is used again by other users, and nobody comes back to tidy up after a lost one. So the row of a
# given connection, and on request every row past its time, can be seen and removed by whoever opens a socket.
OWN_CONNECTIONS = f"""
    {OWN_ROWS}
    or connection_id = current_setting('app.connection_id', true)
    or (expires_at < now() and current_setting('app.expired_connections', true) = 'remove')
"""
OWN_ERASURES = "user_hash = encode(sha256(convert_to(current_setting('app.user_id', true), 'UTF8')), 'hex')"

# The words of a text are stemmed by its own language; where PostgreSQL knows none, they are taken as they stand.
TEXT_CONFIGURATION = """
create function text_configuration(language text) returns regconfig
language sql immutable parallel safe
return case language
    when 'da' then 'pg_catalog.danish'::regconfig
    when 'de' then 'pg_catalog.german'::regconfig
    when 'en' then 'pg_catalog.english'::regconfig
    when 'es' then 'pg_catalog.spanish'::regconfig
    when 'fi' then 'pg_catalog.finnish'::regconfig
    when 'fr' then 'pg_catalog.french'::regconfig
    when 'it' then 'pg_catalog.italian'::regconfig
    when 'nl' then 'pg_catalog.dutch'::regconfig
    when 'no' then 'pg_catalog.norwegian'::regconfig
    when 'pt' then 'pg_catalog.portuguese'::regconfig
    when 'sv' then 'pg_catalog.swedish'::regconfig
    else 'pg_catalog.simple'::regconfig
end
"""
# The chunk's own words weigh more than the head of the entry it belongs to.
WORDS = """
setweight(to_tsvector(text_configuration(language), text), 'A')
|| setweight(to_tsvector(text_configuration(language), context), 'C')
"""


class Vector(UserDefinedType[str]):
    """pgvector's column type of a fixed dimension."""

    cache_ok = True

    def get_col_spec(self, **_: object) -> str:
        """Return the type as DDL."""
        return f"vector({DIMENSION})"


def upgrade() -> None:
    """Create everything."""
    op.execute("create extension if not exists vector")
    op.execute(TEXT_CONFIGURATION)
    _create_role()
    _create_resumes()
    _create_chunks()
    _create_letters()
    _create_connections()
    _create_erasures()
    _fence()
    _grant()


def downgrade() -> None:
    """Drop everything but the role and the extension, which other databases of the server may use."""
    for table in reversed(TABLES):
        op.drop_table(table)
    op.execute("drop function text_configuration(text)")
    op.execute(f"revoke usage on schema public from {ROLE}")


def _create_role() -> None:
    # Roles belong to the whole server: another database may be migrated at the same moment.
    op.execute(
        f"""
        do $$ begin
            create role {ROLE};
        exception when duplicate_object or unique_violation then null;
        end $$
        """
    )


def _now(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.TIMESTAMP(timezone=True), nullable=False, server_default=sa.text("now()"))


def _user() -> sa.Column[str]:
    return sa.Column("user_id", sa.Text, sa.CheckConstraint("length(user_id) between 1 and 128"), nullable=False)


def _at_most(column: str, characters: int) -> sa.CheckConstraint:
    return sa.CheckConstraint(f"length({column}) <= {characters}", name=f"{column}_length")


def _create_resumes() -> None:
    op.create_table(
        "resumes",
        sa.Column("id", sa.Uuid, primary_key=True),
        _user(),
        sa.Column("file_name", sa.Text, nullable=False),
        sa.Column("s3_key", sa.Text, nullable=False, unique=True),
        sa.Column("content_type", sa.Text, nullable=False),
        sa.Column("bytes", sa.BigInteger, sa.CheckConstraint("bytes >= 0"), nullable=False),
        sa.Column("sha256", sa.Text, sa.CheckConstraint("sha256 ~ '^[0-9a-f]{64}$'")),
        sa.Column(
            "status",
            sa.Text,
            sa.CheckConstraint("status in ('awaiting_upload', 'parsing', 'ready', 'failed')"),
            nullable=False,
        ),
        sa.Column("error_code", sa.Text),
        sa.Column("language", sa.Text),
        sa.Column("contact", JSONB),
        sa.Column("lines", JSONB, nullable=False, server_default="[]"),
        sa.Column("sections", JSONB, nullable=False, server_default="[]"),
        sa.Column("report", JSONB),
        # Which version of the object the row tells of, S3's order of versions, and until when a reader is at it.
        sa.Column("object_version", sa.Text),
        sa.Column("sequencer", sa.Text),
        sa.Column("parsing_until", sa.TIMESTAMP(timezone=True)),
        _now("created_at"),
        _now("updated_at"),
        sa.UniqueConstraint("id", "user_id", name="resumes_id_user"),
        _at_most("file_name", 500),
        _at_most("s3_key", 1024),
    )
    op.create_index("resumes_user_created", "resumes", ["user_id", "created_at", "id"])


def _create_chunks() -> None:
    op.create_table(
        "chunks",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("resume_id", sa.Uuid, nullable=False),
        _user(),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("section", sa.Text, nullable=False),
        sa.Column("heading", sa.Text, nullable=False),
        sa.Column("first_line", sa.Integer, nullable=False),
        sa.Column("last_line", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("context", sa.Text, nullable=False),
        sa.Column("context_lines", ARRAY(sa.Integer), nullable=False),
        sa.Column("organisation", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("start", sa.Text),
        sa.Column("end", sa.Text),
        sa.Column("current", sa.Boolean, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("embedding", Vector(), nullable=False),
        sa.Column("tsv", TSVECTOR, sa.Computed(WORDS, persisted=True)),
        # With the user in the key, a chunk can only hang on a resume of its own user.
        sa.ForeignKeyConstraint(
            ["resume_id", "user_id"], ["resumes.id", "resumes.user_id"], name="chunks_resume", ondelete="CASCADE"
        ),
        sa.CheckConstraint("first_line >= 1 and last_line >= first_line", name="chunks_lines"),
        sa.CheckConstraint("length(text) between 1 and 20000", name="chunks_text_length"),
        _at_most("context", 5000),
    )
    op.create_index("chunks_resume_position", "chunks", ["resume_id", "position"], unique=True)
    # A row would pass 2 KB and its vector be moved out of line, at a second read for every row that is compared.
    op.execute("alter table chunks alter column embedding set storage plain")


def _create_letters() -> None:
    op.create_table(
        "letters",
        sa.Column("id", sa.Uuid, primary_key=True),
        _user(),
        sa.Column("resume_id", sa.Uuid),
        sa.Column("request_id", sa.Text, sa.CheckConstraint("length(request_id) between 1 and 64"), nullable=False),
        sa.Column("job_description", sa.Text, nullable=False),
        sa.Column("job_title", sa.Text),
        sa.Column("company", sa.Text),
        sa.Column("language", sa.Text),
        sa.Column("options", JSONB, nullable=False, server_default="{}"),
        sa.Column(
            "status",
            sa.Text,
            sa.CheckConstraint("status in ('queued', 'writing', 'completed', 'needs_input', 'failed', 'cancelled')"),
            nullable=False,
        ),
        sa.Column("draft_text", sa.Text, nullable=False, server_default=""),
        sa.Column("draft", sa.Integer, nullable=False, server_default="0"),
        sa.Column("seq", sa.Integer, nullable=False, server_default="0"),
        sa.Column("text", sa.Text, nullable=False, server_default=""),
        sa.Column("sentences", JSONB, nullable=False, server_default="[]"),
        sa.Column("requirements", JSONB, nullable=False, server_default="[]"),
        sa.Column("questions", JSONB, nullable=False, server_default="[]"),
        sa.Column("drafts", sa.Integer, nullable=False, server_default="0"),
        sa.Column("model", sa.Text),
        sa.Column("usage", JSONB),
        sa.Column("note", sa.Text),
        sa.Column("error_code", sa.Text),
        sa.Column("lease_until", sa.TIMESTAMP(timezone=True)),
        sa.Column("lease_token", sa.Uuid),
        sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
        _now("created_at"),
        _now("updated_at"),
        sa.Column("finished_at", sa.TIMESTAMP(timezone=True)),
        sa.UniqueConstraint("user_id", "request_id", name="letters_user_request"),
        sa.ForeignKeyConstraint(
            ["resume_id", "user_id"],
            ["resumes.id", "resumes.user_id"],
            name="letters_resume",
            ondelete="SET NULL (resume_id)",
        ),
        *(_at_most(column, 100_000) for column in ("job_description", "draft_text", "text")),
    )
    op.create_index("letters_user_created", "letters", ["user_id", "created_at", "id"])
    op.create_index("letters_resume", "letters", ["resume_id"], postgresql_where=sa.text("resume_id is not null"))


def _create_connections() -> None:
    op.create_table(
        "connections",
        sa.Column("connection_id", sa.Text, primary_key=True),
        _user(),
        _now("connected_at"),
        sa.Column("expires_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.CheckConstraint("length(connection_id) between 1 and 128", name="connection_id_length"),
    )
    op.create_index("connections_user", "connections", ["user_id"])
    op.create_index("connections_expiry", "connections", ["expires_at"])


def _create_erasures() -> None:
    op.create_table(
        "erasures",
        sa.Column("id", sa.Uuid, primary_key=True, server_default=sa.text("gen_random_uuid()")),
        sa.Column("user_hash", sa.Text, sa.CheckConstraint("user_hash ~ '^[0-9a-f]{64}$'"), nullable=False),
        # "account", "resume:<id>" or "letter:<id>": enough to erase the same again in a restored backup.
        sa.Column("what", sa.Text, sa.CheckConstraint("length(what) <= 64"), nullable=False),
        _now("at"),
        sa.UniqueConstraint("user_hash", "what", name="erasures_user_what"),
    )


def _fence() -> None:
    conditions = {"connections": OWN_CONNECTIONS, "erasures": OWN_ERASURES}
    for table in TABLES:
        condition = conditions.get(table, OWN_ROWS)
        # Whatever may be seen, only rows of one's own may be written.
        written = OWN_ROWS if table == "connections" else condition
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"alter table {table} force row level security")
        op.execute(f"create policy own_rows on {table} using ({condition}) with check ({written})")


def _grant() -> None:
    op.execute(f"grant usage on schema public to {ROLE}")
    op.execute(f"grant select, insert, update, delete on resumes, chunks, letters, connections to {ROLE}")
    # A tombstone can be set and renewed, never removed.
    op.execute(f"grant select, insert, update on erasures to {ROLE}")
