"""Remembers which sockets a user has open, so that pushes find their way by the user and never by a message.

API Gateway keeps a socket for two hours at most and gives ids of closed ones to others. A new socket therefore
removes whatever row its id had before, whoever's it was, and every row past its time.
"""

from typing import Final

from resumate.storage.database import Database
from resumate.storage.erasure import refuse_erased

# API Gateway's own two hours, and some minutes for clocks and a late $disconnect.
CONNECTION_SECONDS: Final = 2 * 3600 + 600
# `$connect` stores the row before API Gateway opens the socket; what is pushed in between is answered "gone".
OPENING_SECONDS: Final = 10

_REMOVE_EARLIER: Final = """
    delete from connections where connection_id = %(connection)s
        or connection_id in (
            select connection_id from connections where expires_at < now() limit 100 for update skip locked
        )
"""
_INSERT: Final = """
    insert into connections (connection_id, user_id, expires_at)
    values (%(connection)s, %(user)s, now() + make_interval(secs => %(lifetime)s))
"""


class ConnectionStore:
    """The open sockets of a user.

    Args:
        database: where they are kept; each method runs one transaction.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def remember(self, user_id: str, connection_id: str) -> None:
        """Keep a socket that has just opened; `connection_id` must come from API Gateway itself.

        Raises `RequestError` (UNAUTHORIZED) when the account was erased while the token still lives.
        """
        values = {"user": user_id, "connection": connection_id, "lifetime": CONNECTION_SECONDS}
        settings = {"app.connection_id": connection_id, "app.expired_connections": "remove"}
        with self._database.transaction(user_id, settings) as cursor:
            refuse_erased(cursor)
            cursor.execute(_REMOVE_EARLIER, values)
            cursor.execute(_INSERT, values)

    def forget(self, user_id: str, connection_id: str) -> None:
        """Drop a socket that closed; one that is not there is no error."""
        with self._database.transaction(user_id) as cursor:
            cursor.execute(
                "delete from connections where user_id = %s and connection_id = %s", [user_id, connection_id]
            )

    def forget_gone(self, user_id: str, connection_id: str) -> None:
        """Drop a socket that a push found gone, unless it opened just now: until it is open, pushes find it gone too."""
        with self._database.transaction(user_id) as cursor:
            cursor.execute(
                """delete from connections where user_id = %s and connection_id = %s
                and connected_at < now() - make_interval(secs => %s)""",
                [user_id, connection_id, OPENING_SECONDS],
            )

    def of_user(self, user_id: str) -> list[str]:
        """Return the ids of the user's open sockets, oldest first."""
        with self._database.transaction(user_id) as cursor:
            rows = cursor.execute(
                """select connection_id from connections where user_id = %s and expires_at > now()
                order by connected_at, connection_id""",
                [user_id],
            ).fetchall()
        return [row["connection_id"] for row in rows]
