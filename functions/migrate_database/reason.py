"""Says why the database refused, in a sentence for the stack's events: operators read it, and nobody's text is in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import psycopg
from sqlalchemy.exc import DBAPIError

from resumate.errors import ResumateError
from resumate.observability import log_error

_QUOTES_VALUES: Final = frozenset({"22", "23"})
"""Classes of SQLSTATE whose messages may quote what is stored: wrong values, broken constraints."""

_LONGEST: Final = 500


@contextmanager
def explained() -> Iterator[None]:
    """Turn what the database says inside the block into a `ResumateError` with a reason."""
    try:
        yield
    except (psycopg.Error, DBAPIError) as error:
        log_error("database refused", error)
        raise ResumateError(message=reason_of(error)) from error


def reason_of(error: psycopg.Error | DBAPIError) -> str:
    """Return the class, the SQLSTATE and what PostgreSQL says about it; a transaction that failed changed nothing."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if not isinstance(cause, psycopg.Error):
        return f"{type(cause).__name__}; see the log of this function"
    state = cause.sqlstate
    if state is None:
        # The client's own words: no route, no such host, refused, a wrong password. They never hold the password.
        said = " ".join(str(cause).split())
    elif state[:2] in _QUOTES_VALUES:
        said = " ".join(filter(None, [cause.diag.schema_name, cause.diag.table_name, cause.diag.constraint_name]))
    else:
        said = cause.diag.message_primary or ""
    label = type(cause).__name__ + (f" (SQLSTATE {state})" if state else "")
    return f"{label}: {said[:_LONGEST] or 'no more is known'}. Nothing was changed."
