"""Versions of letters, which letter was made anew from which, and how many a user asked for lately.

Revision: 0002, after 0001. Expands alone: code of 0001 goes on working while this is rolled out.

A finished letter is version 1; an edit or a return to an earlier text is a further row, never a change of one, which
is why the application may not update them. `letters.text` and `letters.sentences` are those of the newest version.
`erasures.made_at` is when an erased letter was asked for: deleting letters must not make room for more in a day.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ROLE = "resumate_app"
OWN_ROWS = "user_id = current_setting('app.user_id', true)"
FIRST_VERSIONS = """
insert into letter_versions (letter_id, user_id, version, origin, text, sentences, created_at)
select id, user_id, 1, 'written', text, sentences, coalesce(finished_at, updated_at)
from letters where status = 'completed'
"""


def upgrade() -> None:
    """Add the table and the columns; every finished letter gets its first version."""
    _widen_letters()
    _create_versions()
    _fill()
    _fence()
    op.add_column("erasures", sa.Column("made_at", sa.TIMESTAMP(timezone=True)))
    op.create_index(
        "erasures_made", "erasures", ["user_hash", "made_at"], postgresql_where=sa.text("made_at is not null")
    )


def downgrade() -> None:
    """Drop them; `letters` keeps the newest text of each letter."""
    op.drop_index("erasures_made", "erasures")
    op.drop_column("erasures", "made_at")
    op.drop_table("letter_versions")
    op.drop_constraint("letters_regenerated_from", "letters")
    op.drop_column("letters", "regenerated_from")
    op.drop_column("letters", "version")
    op.drop_constraint("letters_id_user", "letters")


def _widen_letters() -> None:
    op.add_column(
        "letters",
        sa.Column("version", sa.Integer, sa.CheckConstraint("version >= 0"), nullable=False, server_default="0"),
    )
    op.add_column("letters", sa.Column("regenerated_from", sa.Uuid))
    op.create_unique_constraint("letters_id_user", "letters", ["id", "user_id"])
    # With the user in the key, a letter can only be made anew from a letter of its own user.
    op.create_foreign_key(
        "letters_regenerated_from",
        "letters",
        "letters",
        ["regenerated_from", "user_id"],
        ["id", "user_id"],
        ondelete="SET NULL (regenerated_from)",
    )
    op.create_index(
        "letters_regenerated",
        "letters",
        ["regenerated_from"],
        postgresql_where=sa.text("regenerated_from is not null"),
    )


def _create_versions() -> None:
    op.create_table(
        "letter_versions",
        sa.Column("letter_id", sa.Uuid, nullable=False),
        sa.Column("user_id", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, sa.CheckConstraint("version >= 1"), nullable=False),
        sa.Column("origin", sa.Text, sa.CheckConstraint("origin in ('written', 'edited', 'restored')"), nullable=False),
        sa.Column("text", sa.Text, sa.CheckConstraint("length(text) <= 100000"), nullable=False),
        sa.Column("sentences", JSONB, nullable=False, server_default="[]"),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), nullable=False, server_default=sa.text("now()")),
        sa.PrimaryKeyConstraint("letter_id", "version", name="letter_versions_pkey"),
        sa.ForeignKeyConstraint(
            ["letter_id", "user_id"],
            ["letters.id", "letters.user_id"],
            name="letter_versions_letter",
            ondelete="CASCADE",
        ),
    )
    op.create_index("letter_versions_user", "letter_versions", ["user_id"])


def _fill() -> None:
    # Row level security that is forced hides every row from the owner, too, who need not be a superuser.
    op.execute("alter table letters no force row level security")
    op.execute(FIRST_VERSIONS)
    op.execute("update letters set version = 1 where status = 'completed'")
    op.execute("alter table letters force row level security")


def _fence() -> None:
    op.execute("alter table letter_versions enable row level security")
    op.execute("alter table letter_versions force row level security")
    op.execute(f"create policy own_rows on letter_versions using ({OWN_ROWS}) with check ({OWN_ROWS})")
    # Deleting goes through the letter: a version can be neither changed nor removed alone.
    op.execute(f"grant select, insert on letter_versions to {ROLE}")
