"""Brings a database to the newest revision: called by the migration function on every deploy and by the laptop home.

Imports nothing of the application, so that a migration runs the same whatever the application has become. Alembic
is configured here in code; `env.py` holds the lock, the timeouts and the one transaction.
"""

from pathlib import Path
from typing import Any

import psycopg
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

CONNECT_SECONDS = 10


def upgrade(dsn: str, app_password: str) -> str:
    """Upgrade to the newest revision and give the application's role its password, in one transaction.

    Safe to run twice and from several places at once: the others wait for the first, then find nothing to do.

    Args:
        dsn: libpq URI or keyword string of the role that owns the schema and may create roles and extensions.
        app_password: the password `resumate_app` signs in with from now on; only its SCRAM verifier is sent.

    Returns:
        The revision the database is at, for example "0001".

    Raises:
        psycopg.Error, sqlalchemy.exc.DBAPIError: nothing was changed.
    """
    return _at_revision(dsn, "head", app_password)


def downgrade(dsn: str, revision: str) -> str:
    """Go back to a revision ("base" is the empty database; its data is gone); returns it, "" for base."""
    return _at_revision(dsn, revision, None)


def _at_revision(dsn: str, revision: str, app_password: str | None) -> str:
    def connect() -> psycopg.Connection[Any]:
        return psycopg.connect(dsn, connect_timeout=CONNECT_SECONDS, prepare_threshold=None)

    engine = create_engine("postgresql+psycopg://", creator=connect, poolclass=NullPool)
    with engine.connect() as connection:
        config = configuration()
        config.attributes.update(connection=connection, app_password=app_password)
        if app_password is None:
            command.downgrade(config, revision)
        else:
            command.upgrade(config, revision)
        return MigrationContext.configure(connection).get_current_revision() or ""


def configuration() -> Config:
    """Return Alembic's configuration; the same file serves the command line when a revision is written."""
    return Config(str(Path(__file__).parent / "alembic.ini"))
