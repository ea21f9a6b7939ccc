"""Finds who of a restored database was erased since its backup: user ids by the hashes in the erasure log.

The one read that is not one user's own. Row level security lets a transaction that names hashes in `app.erased_users`
see the rows of just these users (migration 0003), so it can find those who must not be there and nobody else.
"""

from collections.abc import Collection
from typing import Final

from resumate.storage.database import Database

_SETTING: Final = "app.erased_users"
FIND_SECONDS: Final = 20
"""It is a pass over three tables; people are not served meanwhile."""

_NOBODY: Final = "-"
"""A transaction needs a user; this is nobody's id, whose rows there are none of."""

_FIND: Final = """
    select user_id from resumes union select user_id from letters union select user_id from connections
"""


def erased_users(database: Database, hashes: Collection[str]) -> list[str]:
    """Return the ids of users with these hashes that still have rows."""
    if not hashes:
        return []
    settings = {_SETTING: ",".join(sorted(hashes)), "statement_timeout": f"{FIND_SECONDS}s"}
    with database.transaction(_NOBODY, settings) as cursor:
        return sorted(row["user_id"] for row in cursor.execute(_FIND).fetchall())
