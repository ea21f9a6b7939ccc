"""Lets an operator find, in a restored backup, the rows of people who were erased since.

Revision: 0003, after 0002. Expands alone: a setting that nobody sets shows nothing more than before.

The erasure log knows people by the hash of their id. A transaction that puts such hashes into `app.erased_users` sees
the rows of these people and of no others; it can read them only, and what it finds is then erased as that person.
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TABLES = ("resumes", "letters", "connections")
# The first half is false in every ordinary transaction, and cheap.
ERASED_ROWS = """
    coalesce(current_setting('app.erased_users', true), '') <> ''
    and encode(sha256(convert_to(user_id, 'UTF8')), 'hex')
        = any (string_to_array(current_setting('app.erased_users', true), ','))
"""


def upgrade() -> None:
    """Add the policies."""
    for table in TABLES:
        op.execute(f"create policy erased_rows on {table} for select using ({ERASED_ROWS})")


def downgrade() -> None:
    """Drop them."""
    for table in TABLES:
        op.execute(f"drop policy erased_rows on {table}")
