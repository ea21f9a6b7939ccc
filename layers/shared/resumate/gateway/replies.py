"""One table from exception to reply: which sentence a failure says to the client, and how loud it is in the log.

`gateway.entrypoint` asks for the `error` event of whatever a handler raised; looked up by class, the nearest
ancestor wins. What is not in the table is a defect: the client gets the general sentence and its request id.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from resumate.errors import (
    MESSAGES,
    Code,
    ConfigurationError,
    DocumentError,
    IdentityError,
    ModelAsleepError,
    ModelError,
    RequestError,
    ResumateError,
    StorageError,
)
from resumate.gateway.messages import ErrorEvent
from resumate.observability import Level, count, log, where


class Reply(NamedTuple):
    """How a class of exceptions is answered: its words to the client and its level in the log."""

    words: Callable[[ResumateError], str]
    level: Level


def _own(error: ResumateError) -> str:
    return error.message


def _general(error: ResumateError) -> str:
    return MESSAGES[error.code]


REPLIES: Final[dict[type[ResumateError], Reply]] = {
    RequestError: Reply(_own, "info"),
    IdentityError: Reply(_general, "info"),
    DocumentError: Reply(_own, "info"),
    ModelError: Reply(_general, "error"),
    ModelAsleepError: Reply(_general, "warning"),
    StorageError: Reply(_general, "error"),
    ConfigurationError: Reply(_general, "error"),  # its own words name a variable, for operators
    ResumateError: Reply(_general, "error"),
}


def error_event(error: Exception, request_id: str | None) -> ErrorEvent:
    """Return the reply to a failed request, and log and count the failure."""
    known = error if isinstance(error, ResumateError) else ResumateError(Code.INTERNAL)
    reply = next(REPLIES[ancestor] for ancestor in type(known).__mro__ if ancestor in REPLIES)
    log(
        "request failed",
        level=reply.level,
        code=known.code.value,
        error_class=type(error).__name__,
        where=where(error),
        request_id=request_id,
    )
    count("requests_failed", code=known.code.value)
    return ErrorEvent(code=known.code.value, message=reply.words(known), request_id=request_id)
