"""CloudFormation's custom resource protocol: do the work, then PUT the outcome to the address in the event.

Without that answer a deploy hangs for an hour, so every outcome is answered, with a reason that CloudFormation shows.
"""

import json
import urllib.request
from collections.abc import Callable
from typing import Any, Final

from resumate.errors import ResumateError
from resumate.observability import log_error

ANSWER_SECONDS: Final = 10


def custom_resource(event: dict[str, Any], work: Callable[[], dict[str, str]]) -> dict[str, str]:
    """Run `work` for create and update, not for delete, and tell CloudFormation; by hand (no ResponseURL) just run.

    The data that `work` returns become the resource's attributes. A failure by hand is raised; in a deploy it
    becomes FAILED with the class of the error, since its text may hold an address or a statement.
    """
    if "ResponseURL" not in event:
        return work()
    data: dict[str, str] = {}
    reason = ""
    try:
        if event.get("RequestType") != "Delete":
            data = work()
    except ResumateError as error:
        reason = error.message
    except Exception as error:  # noqa: BLE001 - an unanswered deploy hangs; the class says enough, the log has the rest
        reason = f"{type(error).__name__}; see the log of this function"
        log_error("custom_resource_failed", error)
    _answer(event, "FAILED" if reason else "SUCCESS", reason, data)
    return data


def _answer(event: dict[str, Any], status: str, reason: str, data: dict[str, str]) -> None:
    body = json.dumps(
        {
            "Status": status,
            "Reason": reason,
            "PhysicalResourceId": event.get("PhysicalResourceId") or event["LogicalResourceId"],
            "StackId": event["StackId"],
            "RequestId": event["RequestId"],
            "LogicalResourceId": event["LogicalResourceId"],
            "Data": data,
        }
    ).encode()
    request = urllib.request.Request(event["ResponseURL"], data=body, method="PUT", headers={"Content-Type": ""})  # noqa: S310 - CloudFormation's own address
    with urllib.request.urlopen(request, timeout=ANSWER_SECONDS):  # noqa: S310 - the same
        pass
