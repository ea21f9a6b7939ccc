"""The operators' door of a function: a direct invocation that IAM allows, beside the frames of the socket.

An operator's event is an object with ``operator``, the name of what to do, and its fields; API Gateway's events always
have a ``requestContext``, and nothing that a client sends becomes a top-level field, so no frame gets in here.
Who may invoke the function decides IAM. What is done is logged by name, without the fields.
"""

from collections.abc import Callable, Mapping
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from resumate.errors import Code, RequestError
from resumate.gateway.caller import UserId
from resumate.gateway.entrypoint import Entrypoint
from resumate.observability import log, observed


class EraseAccount(Struct, frozen=True, forbid_unknown_fields=True):
    """Erase one person, given by the id that the user pool calls `sub`; answers the receipt."""

    user_id: UserId


class ReplayErasures(Struct, frozen=True, forbid_unknown_fields=True):
    """Erase once more what the erasure log names after this key; answers what was done and where to go on."""

    after: str | None = None


class LetterStates(Struct, frozen=True, forbid_unknown_fields=True):
    """Tell of each letter, given by user id and letter id, whether it would still be written."""

    letters: Annotated[list[tuple[UserId, str]], Meta(max_length=100)]


class OperatorDoor:
    """A Lambda handler: operators' events to their tasks, everything else to the socket's entrypoint.

    Args:
        socket: answers frames.
        tasks: what operators may ask for, by name: the struct of its fields and the callable, which returns
            something that msgspec can encode.
    """

    def __init__(self, socket: Entrypoint, tasks: Mapping[str, tuple[type[Any], Callable[[Any], Any]]]) -> None:
        self.socket = socket
        self._tasks = dict(tasks)

    def __call__(self, event: dict[str, Any], context: object) -> Any:  # noqa: ANN401 - JSON
        """Answer an operator with the task's result, or a frame as ever; an operator's failure is raised."""
        if "operator" in event and "requestContext" not in event:
            return observed(self._serve)(event, context)
        return self.socket(event, context)

    def _serve(self, event: dict[str, Any], context: object) -> Any:  # noqa: ANN401, ARG002 - JSON; Lambda's signature
        known = self._tasks.get(str(event["operator"]))
        if known is None:
            raise RequestError(Code.UNKNOWN_ACTION)
        kind, task = known
        fields = {name: value for name, value in event.items() if name != "operator"}
        try:
            wanted = msgspec.convert(fields, kind)
        except msgspec.ValidationError as error:
            raise RequestError(Code.INVALID_FIELD) from error
        log("operator served", action=str(event["operator"]))
        return msgspec.to_builtins(task(wanted))
