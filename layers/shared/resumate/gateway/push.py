"""Sending events to sockets: to one connection, or to all the live ones of a user. Sending never fails a caller.

A letter is stored before it is shown, so a socket that is gone, slow or refused costs a log line and a metric,
never the letter. `gateway.client` makes the client; `storage` keeps the connections; the entrypoint and the
actions hold a `Push` or a `UserPush`.
"""

import random
import time
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any, Final, Protocol

from botocore.exceptions import BotoCoreError, ClientError, ConnectionClosedError

from resumate.errors import ResumateError
from resumate.gateway.messages import Event
from resumate.gateway.parts import encode_frames
from resumate.observability import count, log, log_error

_ATTEMPTS: Final = 5
_FIRST_WAIT_SECONDS: Final = 0.05
_REST_SECONDS: Final = 5.0

_GONE: Final = 410
_THROTTLED: Final = 429


class ManagementClient(Protocol):
    """What is needed of boto3's apigatewaymanagementapi client."""

    def post_to_connection(self, *, ConnectionId: str, Data: bytes) -> Any:  # noqa: ANN401, N803 - boto3's signature
        """Send one frame; raises botocore's exceptions."""
        ...

    def delete_connection(self, *, ConnectionId: str) -> Any:  # noqa: ANN401, N803 - boto3's signature
        """Close a socket; raises botocore's exceptions."""
        ...


class Connections(Protocol):
    """Which sockets a user has open; raises `StorageError`."""

    def of_user(self, user_id: str) -> list[str]:
        """Return the ids of the user's connections."""
        ...

    def forget_gone(self, user_id: str, connection_id: str) -> None:
        """Drop a connection if it is this user's and did not open just now."""
        ...


class Outcome(StrEnum):
    """What became of a frame."""

    SENT = "sent"
    GONE = "gone"
    FAILED = "failed"


class Push:
    """Sends events to single connections over one reused client.

    Args:
        client: boto3's apigatewaymanagementapi client, retries switched off (`gateway.client`).
        sleep: waits so many seconds between tries after "too many requests".
        clock: seconds that only grow.
    """

    def __init__(
        self,
        client: ManagementClient,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._client = client
        self._sleep = sleep
        self._clock = clock
        self._resting_until = float("-inf")

    def to_connection(self, connection_id: str, event: Event) -> bool:
        """Send the event and tell whether it was taken; False as well when the socket is gone."""
        return self.deliver(connection_id, frames_of(event)) is Outcome.SENT

    def deliver(self, connection_id: str, frames: Sequence[bytes]) -> Outcome:
        """Send frames in order, up to the first that is not taken."""
        if self._clock() < self._resting_until:
            return Outcome.FAILED  # the outage itself has been logged and counted
        for frame in frames:
            outcome = self._post(connection_id, frame)
            if outcome is not Outcome.SENT:
                count("push_gone" if outcome is Outcome.GONE else "push_failed")
                return outcome
        return Outcome.SENT if frames else Outcome.FAILED

    def close(self, connection_id: str) -> bool:
        """Close a socket and tell whether it is closed now; one that is gone already is."""
        try:
            self._client.delete_connection(ConnectionId=connection_id)
        except ClientError as error:
            closed = _refusal(error, connection_id) is Outcome.GONE
        except BotoCoreError as error:
            log_error("connection not closed", error, connection_id=connection_id)
            closed = False
        else:
            closed = True
        count("sockets_closed" if closed else "sockets_not_closed")
        return closed

    def _post(self, connection_id: str, frame: bytes) -> Outcome:
        for attempt in range(_ATTEMPTS):
            outcome = self._try(connection_id, frame, first=attempt == 0)
            if outcome is not None:
                return outcome
            self._sleep(_FIRST_WAIT_SECONDS * 2**attempt * random.uniform(0.5, 1))  # noqa: S311 - jitter
        log("push throttled", level="warning", attempts=_ATTEMPTS, connection_id=connection_id)
        return Outcome.FAILED

    def _try(self, connection_id: str, frame: bytes, *, first: bool) -> Outcome | None:
        """Post once; None means that another try is worth its while."""
        try:
            self._client.post_to_connection(ConnectionId=connection_id, Data=frame)
        except ClientError as error:
            return _refusal(error, connection_id)
        except ConnectionClosedError as error:
            # A pooled connection that died while the function was frozen; once more on a new one. The client may
            # then see a frame twice, which it can tell by seq; a frame that is lost it could not.
            return None if first else self._rest(error)
        except BotoCoreError as error:
            return self._rest(error)
        return Outcome.SENT

    def _rest(self, error: BotoCoreError) -> Outcome:
        """Stop trying for a moment: an endpoint out of reach would cost every delta of a letter its time-out."""
        self._resting_until = self._clock() + _REST_SECONDS
        log_error("push endpoint out of reach", error, seconds=_REST_SECONDS)
        return Outcome.FAILED


class UserPush:
    """Sends events to every live socket of a user, whoever asked.

    The sockets are looked up by the owner for every event and never remembered: one that was opened a moment ago
    is served, and one whose id now belongs to somebody else is not.
    """

    def __init__(self, push: Push, connections: Connections) -> None:
        self._push = push
        self._connections = connections

    def to_user(self, user_id: str, event: Event) -> int:
        """Send the event and return how many sockets took it; those that are gone are forgotten."""
        frames = frames_of(event)
        sent = 0
        for connection_id in self.sockets_of(user_id):
            outcome = self._push.deliver(connection_id, frames)
            sent += outcome is Outcome.SENT
            if outcome is Outcome.GONE:
                self._forget(user_id, connection_id)
        return sent

    def close(self, connection_ids: Sequence[str]) -> int:
        """Close sockets, as the last that is done for their user; returns how many are closed now."""
        return sum(self._push.close(connection_id) for connection_id in connection_ids)

    def sockets_of(self, user_id: str) -> list[str]:
        """Return the ids of the user's open sockets; none when they cannot be read."""
        try:
            return self._connections.of_user(user_id)
        except ResumateError as error:
            log_error("connections out of reach", error)
            return []

    def _forget(self, user_id: str, connection_id: str) -> None:
        try:
            self._connections.forget_gone(user_id, connection_id)
        except ResumateError as error:
            log_error("connection not forgotten", error)  # purged by its age later


def frames_of(event: Event) -> list[bytes]:
    """Return the frames of the event, or none (and say so in the log) if it cannot be written as JSON."""
    try:
        return encode_frames(event)
    except (UnicodeEncodeError, TypeError) as error:
        log_error("event cannot be written", error, kind=type(event).__name__)
        return []


def _refusal(error: ClientError, connection_id: str) -> Outcome | None:
    code = error.response.get("Error", {}).get("Code", "unknown")
    status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
    if status == _GONE or code == "GoneException":
        return Outcome.GONE
    if status == _THROTTLED or code == "LimitExceededException":
        return None
    log("push refused", level="error", code=code, status=status, connection_id=connection_id)
    return Outcome.FAILED
