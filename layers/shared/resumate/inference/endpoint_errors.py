"""What went wrong at a model endpoint, told from the vendor's exception: one table for every client here.

`embedder`, `language_model` and `bedrock` catch `VENDOR_ERRORS`, ask `fault_of`, and raise the one exception of
ours; `back_off` decides by the fault whether to try again.
"""

from enum import Enum
from typing import Final

from botocore.eventstream import ParserError
from botocore.exceptions import BotoCoreError, ClientError
from urllib3.exceptions import HTTPError

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


def fault_of(error: Exception) -> Fault:
    """Return the fault behind one of `VENDOR_ERRORS`.

    A ``ValidationError`` of the API itself is UNREACHABLE, not REFUSED: it is what an endpoint answers that is being
    deployed, or whose last copy was scaled away.
    """
    if not isinstance(error, ClientError):
        return Fault.UNREACHABLE
    code = error.response.get("Error", {}).get("Code", "")
    status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
    if code in _MODEL_ERRORS:
        return _fault_of_model(_original_status(error))
    return _BY_CODE.get(code) or _fault_of_status(status)


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
