"""Alembic's environment: all pending revisions in one transaction, under a lock, with timeouts.

`runner` puts the connection and the application's password into the configuration's attributes. A second run
waits at the advisory lock until the first has committed, so no half schema is ever seen. DDL that waits for a
busy table gives up soon instead of queueing every query of the application behind it.
"""

from alembic import context
from psycopg import sql
from sqlalchemy import Connection, text

# One arbitrary number for this application: whoever migrates takes this lock first.
MIGRATION_LOCK = 7_238_112_004
LOCK_WAIT = "120s"
DDL_LOCK_WAIT = "10s"
STATEMENT_LIMIT = "240s"
APP_ROLE = "resumate_app"


def run() -> None:
    """Run what `runner` asked for on its connection."""
    connection: Connection = context.config.attributes["connection"]
    with connection.begin():
        _set_local(connection, "statement_timeout", STATEMENT_LIMIT)
        _set_local(connection, "lock_timeout", LOCK_WAIT)
        connection.execute(text("select pg_advisory_xact_lock(:number)"), {"number": MIGRATION_LOCK})
        _set_local(connection, "lock_timeout", DDL_LOCK_WAIT)
        context.configure(connection=connection, transactional_ddl=True)
        with context.begin_transaction():
            context.run_migrations()
        password: str | None = context.config.attributes.get("app_password")
        if password is not None:
            _set_password(connection, password)


def _set_local(connection: Connection, setting: str, value: str) -> None:
    connection.execute(text("select set_config(:setting, :value, true)"), {"setting": setting, "value": value})


def _set_password(connection: Connection, password: str) -> None:
    """Store the verifier computed here: the password itself would stand in the server's statement log."""
    driver = connection.connection.driver_connection
    if driver is None:
        raise RuntimeError("The connection was closed under the migration.")
    verifier = driver.pgconn.encrypt_password(password.encode(), APP_ROLE.encode(), b"scram-sha-256").decode()
    driver.execute(sql.SQL("alter role {} login password {}").format(sql.Identifier(APP_ROLE), sql.Literal(verifier)))


run()
