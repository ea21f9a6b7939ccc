"""Who is on the other end: read from what the authorizer of `$connect` left in the event, never from a frame.

API Gateway repeats the authorizer's context (`gateway.authorizer` writes it, all values as strings) in every
event of the connection. `gateway.entrypoint` asks `caller_of` for each message, so a token that has run out
meanwhile is refused although the socket is still open; `connection_of` serves `$connect` and `$disconnect`.
"""

from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from resumate.errors import Code, IdentityError, RequestError

UserId = Annotated[str, Meta(pattern=r"^[0-9A-Za-z-]{1,64}$")]


class Caller(Struct, frozen=True):
    """The verified sender of one message; `correlation_id` follows the request into queue and logs."""

    user_id: str
    connection_id: str
    correlation_id: str
    expires_at: int
    domain: str


class Connection(Struct, frozen=True):
    """A socket that opens or closes; `expires_at` is the end of its token in seconds since 1970."""

    connection_id: str
    user_id: str
    expires_at: int


class _Authorizer(Struct, frozen=True):
    user_id: UserId
    exp: int


class _RequestContext(Struct, frozen=True, rename="camel"):
    connection_id: Annotated[str, Meta(min_length=1, max_length=128)]
    event_type: str
    authorizer: _Authorizer
    request_id: str = ""
    domain_name: str = ""


class _Event(Struct, frozen=True, rename="camel"):
    request_context: _RequestContext


def caller_of(event: Mapping[str, Any], now: float) -> Caller:
    """Return who sent this message.

    Raises:
        IdentityError: there is no authorizer context, or the token has ended.
    """
    context = _context(event)
    if context.event_type != "MESSAGE" or context.authorizer.exp <= now:
        raise IdentityError
    return Caller(
        user_id=context.authorizer.user_id,
        connection_id=context.connection_id,
        correlation_id=context.request_id,
        expires_at=context.authorizer.exp,
        domain=context.domain_name,
    )


def connection_of(event: Mapping[str, Any]) -> Connection:
    """Return the socket that a `$connect` or `$disconnect` event is about.

    Raises:
        IdentityError: there is no authorizer context.
        RequestError: it is a message: a client wrote "$connect" or "$disconnect" as its action.
    """
    context = _context(event)
    if context.event_type not in {"CONNECT", "DISCONNECT"}:
        raise RequestError(Code.UNKNOWN_ACTION)
    return Connection(context.connection_id, context.authorizer.user_id, context.authorizer.exp)


def connection_id_of(event: Mapping[str, Any]) -> str | None:
    """Return where a reply to this event can go, even when the caller could not be told."""
    context = event.get("requestContext")
    found = context.get("connectionId") if isinstance(context, Mapping) else None
    return found if isinstance(found, str) and found else None


def _context(event: Mapping[str, Any]) -> _RequestContext:
    try:
        return msgspec.convert(event, _Event, strict=False).request_context  # strict=False: "exp" comes as a string
    except msgspec.ValidationError:
        raise IdentityError from None
