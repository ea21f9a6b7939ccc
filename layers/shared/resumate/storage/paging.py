"""Opaque cursors for lists that are read newest first, page by page.

A page begins after the last row of the one before (its time and id), not after a number of rows, so that rows
that come or go meanwhile are neither skipped nor shown twice.
"""

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import UTC, datetime
from typing import TypedDict
from uuid import UUID

from resumate.errors import Code, RequestError


class Position(TypedDict):
    """The last row of a page as the statements name it; None for the beginning."""

    created_at: datetime | None
    id: UUID | None


def encode_cursor(created_at: datetime, row_id: str) -> str:
    """Return the cursor that continues after this row."""
    return urlsafe_b64encode(f"{created_at.isoformat()} {row_id}".encode()).decode().rstrip("=")


def decode_cursor(cursor: str | None) -> Position:
    """Return the row to continue after; raises `RequestError` for a cursor that we never gave out."""
    if cursor is None:
        return Position(created_at=None, id=None)
    try:
        text = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
        created_at, row_id = text.split(" ")
        moment = datetime.fromisoformat(created_at)
        return Position(created_at=moment if moment.tzinfo else moment.replace(tzinfo=UTC), id=UUID(row_id))
    except (ValueError, binascii.Error) as error:
        raise RequestError(
            Code.INVALID_FIELD, "The cursor is not one of ours. Ask for the first page again."
        ) from error
