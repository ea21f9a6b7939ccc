"""Logs, metrics and the correlation id: what operators see, and nothing that a user wrote.

Every module that has something to tell calls `log` (one JSON line) or `count`/`measure` (one metric, CloudWatch
Embedded Metric Format, in the stack's own namespace). A field is written only if its name is on `FIELDS` and its value is
a number or looks like an id, so no resume, letter, token or exception text gets through by mistake. The library
behind it costs 0.1 s to import, which is why it is imported by the first line that is written.
"""

import functools
import os
import re
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Final, Literal

from resumate.errors import ResumateError

if TYPE_CHECKING:
    from aws_lambda_powertools import Logger

Level = Literal["info", "warning", "error"]

NAMESPACE: Final = "ResuMate"
"""Where metrics go that no stack's template gives a namespace of its own."""
FIELDS: Final = frozenset(
    {
        "action", "attempt", "attempts", "bytes", "characters", "chunks", "code", "connection_id", "connections",
        "count", "cost", "completion_tokens", "depth", "draft", "drafts", "endpoint", "engine", "error_class", "frames",
        "function", "job_id", "kind", "letter_id", "lines", "message_id", "milliseconds", "model", "pages",
        "prompt_tokens", "queue", "reason", "receives", "removed", "request_id", "requirements", "resume_id",
        "retryable", "seconds", "sections", "seq", "stage", "status", "step", "tokens", "user_id", "version", "where",
        "words",
    }
)  # fmt: skip

_IDENTIFIER: Final = re.compile(
    r"[\w.:/$<>=-]{1,200}", re.ASCII
)  # no "@", "+" or space: no address, number or sentence
_PLACES: Final = 2
_NAMESPACE_VARIABLE: Final = "POWERTOOLS_METRICS_NAMESPACE"
_OWN: Final = frozenset({"resumate", "functions"})

_correlation: ContextVar[str | None] = ContextVar("correlation_id", default=None)


def correlation_id() -> str | None:
    """Return the id that follows the current request through frame, queue and letter."""
    return _correlation.get()


@contextmanager
def correlated(identifier: str) -> Iterator[None]:
    """Give every line logged inside the block this correlation id (one that does not look like an id is dropped)."""
    token = _correlation.set(identifier if _IDENTIFIER.fullmatch(identifier) else None)
    try:
        yield
    finally:
        _correlation.reset(token)


def log(message: str, *, level: Level = "info", **fields: object) -> None:
    """Write one JSON line.

    Args:
        message: what happened, a constant of the calling code ("push refused"), never built from data.
        level: info, warning or error.
        fields: ids, sizes, durations and codes; see `safe_log_fields` for what becomes of others.
    """
    known = safe_log_fields(fields)
    if identifier := _correlation.get():
        known["correlation_id"] = identifier
    getattr(_logger(), level)(message, extra=known)


def log_error(message: str, error: BaseException, **fields: object) -> None:
    """Write one error line that names the exception's class, code and place, and leaves out its text."""
    code = error.code.value if isinstance(error, ResumateError) else None
    log(message, level="error", error_class=type(error).__name__, code=code, where=where(error), **fields)


def safe_log_fields(fields: Mapping[str, object]) -> dict[str, object]:
    """Return what may be logged of these: names on `FIELDS`; numbers, and strings that look like an id or a code.

    None is left out; a string with anything else in it (a space is enough) becomes "withheld", so that the
    line still tells that there was one.
    """
    return {name: _safe(value) for name, value in fields.items() if name in FIELDS and value is not None}


def where(error: BaseException) -> str:
    """Return where it was raised and the innermost places of ours that led there, as module:line joined by "<"."""
    places = [(frame.f_globals.get("__name__", "?"), line) for frame, line in traceback.walk_tb(error.__traceback__)]
    own = [place for place in places[:-1] if place[0].partition(".")[0] in _OWN]
    return "<".join(f"{module}:{line}" for module, line in [*places[-1:], *reversed(own[-_PLACES:])])


def count(name: str, value: int = 1, **dimensions: str) -> None:
    """Add to a counter, once over all and once under these dimensions (few values each: a code, a status)."""
    _emit(name, "Count", value, dimensions)


def measure(name: str, value: float, unit: Literal["Milliseconds", "None"], **dimensions: str) -> None:
    """Add one measured value, once over all and once under these dimensions; "None" for what CloudWatch has no unit."""
    _emit(name, unit, value, dimensions)


def observed(handler: Callable[[dict[str, Any], Any], Any]) -> Callable[[dict[str, Any], Any], Any]:
    """Wrap a Lambda handler that no socket calls (S3, SQS, Cognito, a deploy).

    Its lines carry the invocation's id until `correlated` gives a better one, and what it raises is logged by
    class and place and raised again without its text: Lambda prints whatever leaves a handler, and the vendor's
    exception below it may quote a document.
    """

    @functools.wraps(handler)
    def lambda_handler(event: dict[str, Any], context: Any) -> Any:  # noqa: ANN401 - Lambda's own signature
        with correlated(str(getattr(context, "aws_request_id", ""))):
            try:
                return handler(event, context)
            except ResumateError as error:
                log_error("handler failed", error)
                raise type(error)(error.code, retryable=error.retryable) from None
            except Exception as error:  # noqa: BLE001 - raised again below, without what it quotes
                log_error("handler failed", error)
                raise ResumateError from None

    return lambda_handler


def _safe(value: object) -> object:
    if isinstance(value, (bool, int, float)):
        return value
    return value if isinstance(value, str) and _IDENTIFIER.fullmatch(value) else "withheld"


def _emit(name: str, unit: str, value: float, dimensions: Mapping[str, str]) -> None:
    from aws_lambda_powertools.metrics.provider.cloudwatch_emf.cloudwatch import (  # noqa: PLC0415 - costs 0.1 s
        AmazonCloudWatchEMFProvider,
    )

    # service="" keeps the library from adding a dimension of its own, which every alarm would have to repeat.
    metric = AmazonCloudWatchEMFProvider(namespace=os.environ.get(_NAMESPACE_VARIABLE, NAMESPACE), service="")
    metric.add_metric(name, unit, value)
    if dimensions:
        metric.add_dimensions(**{name: str(_safe(value)) for name, value in dimensions.items()})
    if identifier := _correlation.get():
        metric.add_metadata("correlation_id", identifier)
    metric.flush_metrics()


@functools.cache
def _logger() -> "Logger":
    from aws_lambda_powertools import Logger  # noqa: PLC0415 - costs 0.1 s, which a cold authorizer need not pay

    return Logger(use_rfc3339=True, utc=True, location=None)  # the location would always be `log` above
