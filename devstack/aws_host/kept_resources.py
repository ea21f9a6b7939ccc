"""Keeps what a template says outlives its stack, and what an update that fails found there.

MiniStack reads no `DeletionPolicy`: with the stack it would delete the bucket of the uploads and the user pool. And when an
update fails it deletes every resource that the update has touched, among them the same two, where AWS puts the resources
back to what they were. Here they stay, as the update left them; the next deploy changes them again.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

_UNDOING_A_CREATE: Final = "ROLLBACK_IN_PROGRESS"
_UNDOING_AN_UPDATE: Final = "UPDATE_ROLLBACK_IN_PROGRESS"
_RETAIN: Final = "Retain"
_RETAIN_EXCEPT_ON_CREATE: Final = "RetainExceptOnCreate"

Delete = Callable[..., None]


def is_kept(stack: Mapping[str, Any], logical_id: str) -> bool:
    """Tell whether a resource is to stay that MiniStack is about to delete.

    Args:
        stack: MiniStack's record of the stack; until an update is through, `_template` is the one before it.
        logical_id: the resource's name in the template.
    """
    before = stack["_template"].get("Resources", {})
    if stack["StackStatus"] == _UNDOING_AN_UPDATE:
        return logical_id in before
    kept = {_RETAIN} if stack["StackStatus"] == _UNDOING_A_CREATE else {_RETAIN, _RETAIN_EXCEPT_ON_CREATE}
    return before.get(logical_id, {}).get("DeletionPolicy") in kept


def keep_from(delete: Delete, stacks: Mapping[str, Mapping[str, Any]]) -> Delete:
    """Return `delete` for what is not kept."""

    def delete_others(
        kind: str, physical_id: str, properties: Mapping[str, Any], stack_name: str, logical_id: str
    ) -> None:
        if not is_kept(stacks[stack_name], logical_id):
            delete(kind, physical_id, properties, stack_name, logical_id)

    return delete_others


def keep_what_outlives_its_stack() -> None:
    """Apply to MiniStack's CloudFormation; call once, before it serves."""
    from ministack.services import cloudformation
    from ministack.services.cloudformation import stacks

    stacks._delete_resource = keep_from(stacks._delete_resource, cloudformation._stacks)
