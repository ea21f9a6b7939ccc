"""Ids as the outside writes them and as the database keeps them."""

from uuid import UUID

from resumate.errors import Code, RequestError


def as_uuid(identifier: str) -> UUID:
    """Return the UUID; what is none cannot be anybody's, so `RequestError` (NOT_FOUND) as for an unknown one."""
    try:
        return UUID(identifier)
    except ValueError as error:
        raise RequestError(Code.NOT_FOUND) from error
