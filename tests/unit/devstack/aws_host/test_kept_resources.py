"""What outlives a stack that is deleted, and an update that fails."""

from typing import Any

import pytest

from devstack.aws_host.kept_resources import is_kept, keep_from

TEMPLATE = {
    "Resources": {
        "Uploads": {"DeletionPolicy": "RetainExceptOnCreate"},
        "Role": {"DeletionPolicy": "Retain"},
        "Log": {"DeletionPolicy": "Delete"},
        "Queue": {},
    }
}


@pytest.mark.parametrize(
    ("status", "kept"),
    [
        ("DELETE_IN_PROGRESS", {"Uploads", "Role"}),
        ("UPDATE_IN_PROGRESS", {"Uploads", "Role"}),  # a template from which they are gone
        ("ROLLBACK_IN_PROGRESS", {"Role"}),
        ("UPDATE_ROLLBACK_IN_PROGRESS", {"Uploads", "Role", "Log", "Queue"}),
    ],
)
def test_what_is_kept_follows_from_the_policy_and_from_what_the_stack_is_doing(status: str, kept: set[str]):
    stack = {"StackStatus": status, "_template": TEMPLATE}
    assert {name for name in (*TEMPLATE["Resources"], "New") if is_kept(stack, name)} == kept


def test_nothing_of_a_stack_that_never_came_to_be_is_kept():
    assert not is_kept({"StackStatus": "ROLLBACK_IN_PROGRESS", "_template": {}}, "Uploads")


def test_what_is_not_kept_is_deleted_as_before():
    deleted: list[Any] = []
    stacks = {"resumate": {"StackStatus": "DELETE_IN_PROGRESS", "_template": TEMPLATE}}
    delete = keep_from(lambda *given: deleted.append(given), stacks)
    delete("AWS::S3::Bucket", "b-1", {}, "resumate", "Uploads")
    delete("AWS::SQS::Queue", "q-1", {"QueueName": "q"}, "resumate", "Queue")
    assert deleted == [("AWS::SQS::Queue", "q-1", {"QueueName": "q"}, "resumate", "Queue")]
