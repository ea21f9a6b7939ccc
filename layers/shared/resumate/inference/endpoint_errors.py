"""What went wrong at a model endpoint, told from the vendor's exception: one table for every client here.

`embedder`, `language_model` and `bedrock` catch `VENDOR_ERRORS`, ask `fault_of`, and raise the one exception of
ours; `back_off` decides by the fault whether to try again.
"""

import re
from enum import Enum
from typing import Final

from botocore.eventstream import ParserError
from botocore.exceptions import BotoCoreError, ClientError
from urllib3.exceptions import HTTPError

_SERVICE_UNAVAILABLE: Final = 503
VENDOR_ERRORS: Final = (BotoCoreError, ClientError, ParserError, HTTPError, OSError)
"""All that a call, its answer or its stream can raise: the API's, the frames', the connection's."""


class Fault(Enum):
    """What a failure says about trying again."""

    THROTTLED = "throttled"
    """Too many calls, or no capacity yet: later, after a wait that grows."""
    BROKEN = "broken"
    """The endpoint failed on its own: once more, soon."""
    REFUSED = "refused"
    """The model refused this very request: never again."""
    ASLEEP = "asleep"
    """Scaled to zero: this very call wakes it, which takes minutes; too long to wait inside a call."""
    UNREACHABLE = "unreachable"
    """No answer, no such endpoint, no permission: not in this call."""


_BY_CODE: Final[dict[str, Fault]] = {
    "ThrottlingException": Fault.THROTTLED,
    "Throttling": Fault.THROTTLED,
    "TooManyRequestsException": Fault.THROTTLED,
    "ServiceQuotaExceededException": Fault.THROTTLED,
    "ModelNotReadyException": Fault.THROTTLED,
    "ServiceUnavailable": Fault.THROTTLED,
    "ServiceUnavailableException": Fault.THROTTLED,
    "InternalFailure": Fault.BROKEN,
    "InternalServerException": Fault.BROKEN,
    "InternalDependencyException": Fault.BROKEN,
    "InternalStreamFailure": Fault.BROKEN,
    "ModelTimeoutException": Fault.BROKEN,
}
_MODEL_ERRORS: Final = frozenset({"ModelError", "ModelErrorException"})
# What an inference component without a running copy answers, as a ValidationError of the API (400).
_NO_COPY: Final = re.compile(
    r"\b(?:no|without|zero|insufficient) (?:\w+ )?(?:capacity|cop(?:y|ies)|instances?)\b", re.IGNORECASE
)
_NOT_READY: Final = frozenset({"ModelNotReadyException", "ServiceUnavailable", "ServiceUnavailableException"})

WAKING_SECONDS: Final = 300
"""From the first call to the first answer of an endpoint at zero: the alarm, an instance, the weights. Measured by AWS in
minutes (docs.aws.amazon.com, "Scale an endpoint to zero instances"); an estimate for the person who waits, no promise."""
LOADING_SECONDS: Final = 60
"""An endpoint whose copy exists and still loads its model, or answers 503."""


def fault_of(error: Exception) -> Fault:
    """Return the fault behind one of `VENDOR_ERRORS`.

    A ``ValidationError`` of the API itself is UNREACHABLE, not REFUSED: it is what an endpoint answers that is being
    deployed. One that speaks of missing capacity is ASLEEP.
    """
    if not isinstance(error, ClientError):
        return Fault.UNREACHABLE
    code = error.response.get("Error", {}).get("Code", "")
    status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
    if code in _MODEL_ERRORS:
        return _fault_of_model(_original_status(error))
    if _NO_COPY.search(error.response.get("Error", {}).get("Message", "")):
        return Fault.ASLEEP
    return _BY_CODE.get(code) or _fault_of_status(status)


def seconds_to_wake(error: Exception) -> int | None:
    """Return about how long until an endpoint that sleeps or loads answers; None when that is not what is wrong."""
    if not isinstance(error, ClientError):
        return None
    if fault_of(error) is Fault.ASLEEP:
        return WAKING_SECONDS
    code = error.response.get("Error", {}).get("Code", "")
    loading = code in _NOT_READY or (code in _MODEL_ERRORS and _original_status(error) == _SERVICE_UNAVAILABLE)
    return LOADING_SECONDS if loading else None


def _fault_of_model(status: int) -> Fault:
    """Tell by the status that the model's own server answered."""
    if status in (408, 429):
        return Fault.THROTTLED
    return Fault.REFUSED if 400 <= status < 500 else Fault.BROKEN


def _fault_of_status(status: int) -> Fault:
    if status in (429, 503):
        return Fault.THROTTLED
    return Fault.BROKEN if status >= 500 else Fault.UNREACHABLE


def _original_status(error: ClientError) -> int:
    """Return what the model answered; 0 when the vendor does not say."""
    value = error.response.get("OriginalStatusCode") or error.response.get("originalStatusCode") or 0
    return value if isinstance(value, int) else 0
