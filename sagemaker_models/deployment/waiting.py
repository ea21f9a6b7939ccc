"""Waits for an endpoint or a component and says on the way what it is doing.

The SDK's own `wait_for_status` is not used: an endpoint that was turned back is "InService" again, with the old
configuration, and the SDK takes that for success; and its live panel says nothing in the log of a pipeline.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from sagemaker_models.deployment.problems import DeploymentError, failure, translated

SETTLED: Final = frozenset({"InService", "Failed", "OutOfService", "UpdateRollbackFailed"})
POLL_SECONDS: Final = 10.0
HEARTBEAT_SECONDS: Final = 60.0


class Say(Protocol):
    """Prints one line of progress."""

    def __call__(self, text: str) -> None:
        """Print it."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Time, so that tests need none.

    Attributes:
        now: seconds that only grow.
        sleep: wait so many seconds.
    """

    now: Callable[[], float] = field(default=time.monotonic)
    sleep: Callable[[float], None] = field(default=time.sleep)


def wait_until_settled(
    describe: Callable[[], dict[str, Any]], what: str, status_field: str, limit: float, say: Say, clock: Clock
) -> dict[str, Any]:
    """Poll until the status is one that stays; return the last description. Raises `DeploymentError` after `limit`."""
    begun = clock.now()
    told, told_at = "", begun
    while True:
        with translated(f"looking at {what}"):
            found = describe()
        status, seconds = str(found[status_field]), clock.now() - begun
        if status != told or clock.now() - told_at >= HEARTBEAT_SECONDS:
            say(f"  {what}: {status} ({seconds:.0f} s)")
            told, told_at = status, clock.now()
        if status in SETTLED:
            return found
        if seconds >= limit:
            raise DeploymentError(
                f"{what} is still {status} after {seconds / 60:.0f} minutes.",
                "It goes on by itself: run the same command again to go on waiting, or look at it in the console.",
            )
        clock.sleep(POLL_SECONDS)


def check_outcome(found: dict[str, Any], wanted: str, before: str | None) -> None:
    """Raise `DeploymentError` unless an endpoint serves the wanted configuration.

    Args:
        found: what DescribeEndpoint says, settled.
        wanted: the configuration it was told to take.
        before: the one that served before; None when the endpoint is new.
    """
    name, status = str(found["EndpointName"]), found["EndpointStatus"]
    reason = str(found.get("FailureReason", ""))
    if status == "InService" and found["EndpointConfigName"] == wanted:
        return
    if status == "InService":
        raise failure(name, reason or "the new version was turned back", "The version before it serves.")
    if before is None:
        raise failure(name, reason, "Nothing serves yet; the next run removes what failed and creates it anew.")
    raise failure(name, reason, "Requests fail: `rollback` makes the endpoint anew with the version before.")
