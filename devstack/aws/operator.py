"""Asks the deployed application for what only it can do: its database is in a private network, ours is outside.

The function `delete_user_data` has an operators' door (`resumate.gateway.operators`), opened by
``lambda:InvokeFunction`` alone.
"""

import json
from typing import Any

from devstack.aws.target import Target, aws_problems
from devstack.problems import Problem, ProblemCode

_FUNCTION = "delete-user-data"


def ask(target: Target, task: str, **fields: Any) -> Any:  # noqa: ANN401 - JSON
    """Return what the application answers; raises `Problem` when it fails or refuses."""
    name = f"{target.stack}-{_FUNCTION}"
    payload = json.dumps({"operator": task, **fields}).encode()
    with aws_problems(f"asking {name}"):
        answer = target.client("lambda").invoke(FunctionName=name, Payload=payload)
        content = answer["Payload"].read()
    if answer.get("FunctionError"):
        raise Problem(
            ProblemCode.AWS,
            f"{name} failed: {_message(content)}",
            f"Its log says where: {'`resumate logs delete_user_data`' if target.is_local else f'/aws/lambda/{name}'}.",
        )
    try:
        return json.loads(content)
    except ValueError as error:
        raise Problem(ProblemCode.AWS, f"{name} answered no JSON.", "Is this version deployed?") from error


def _message(content: bytes) -> str:
    try:
        return str(json.loads(content).get("errorMessage") or "no reason was given")[:200]
    except (ValueError, AttributeError):
        return "no reason was given"
