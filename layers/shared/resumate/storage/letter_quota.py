"""How many letters a user may ask for in a day: what keeps one account from spending the operator's money.

Letters that were erased count as well, by their tombstones, so that deleting makes no room for more.
"""

from typing import Any, Final

from resumate import limits
from resumate.errors import Code, RequestError
from resumate.storage.database import Cursor

_HOURS: Final = 24
# Both sides are found through an index: letters_user_created and erasures_made.
MADE_LATELY: Final = """
    select count(*) as letters, min(made_at) + make_interval(hours => %(hours)s) as next from (
        select created_at as made_at from letters
        where user_id = %(user)s and created_at > now() - make_interval(hours => %(hours)s)
        union all
        select made_at from erasures
        where user_hash = encode(sha256(convert_to(%(user)s, 'UTF8')), 'hex')
            and made_at > now() - make_interval(hours => %(hours)s)
    ) made
"""


def check_day(cursor: Cursor, user_id: str) -> None:
    """Raise `RequestError` (QUOTA_LETTERS_DAY) that says when the next letter can be asked for."""
    row: dict[str, Any] = cursor.execute(MADE_LATELY, {"user": user_id, "hours": _HOURS}).fetchone() or {}
    if row["letters"] >= limits.LETTERS_PER_DAY:
        raise RequestError(
            Code.QUOTA_LETTERS_DAY,
            f"You have asked for {limits.LETTERS_PER_DAY} letters within {_HOURS} hours, which is the most there can "
            f"be. The next one can be asked for on {row['next']:%d %B at %H:%M} UTC.",
        )
