"""What becomes of an event that no call could take."""

import json
from typing import Any

from devstack.aws_host.unread_events import as_it_came, attributes_of, keep_dead_letter_queue, keep_redrive_policy


def test_a_deployed_function_keeps_the_dead_letter_queue_of_its_template():
    functions: dict[str, dict[str, Any]] = {}

    def create(logical_id: str, _: Any, __: str) -> tuple[str, dict[str, str]]:
        functions[logical_id] = {"config": {}}
        return logical_id, {"Arn": "arn"}

    provision = keep_dead_letter_queue(create, functions)
    assert provision("reader", {"DeadLetterConfig": {"TargetArn": "queue"}}, "stack") == ("reader", {"Arn": "arn"})
    provision("writer", {}, "stack")
    assert functions == {"reader": {"config": {"DeadLetterConfig": {"TargetArn": "queue"}}}, "writer": {"config": {}}}


def test_a_deployed_queue_keeps_the_redrive_policy_of_its_template():
    queues: dict[str, dict[str, Any]] = {}

    def create(logical_id: str, _: Any, __: str) -> tuple[str, dict[str, str]]:
        queues[logical_id] = {"attributes": {}}
        return logical_id, {"Arn": "arn"}

    provision = keep_redrive_policy(create, queues)
    provision("prompts", {"RedrivePolicy": {"deadLetterTargetArn": "dead", "maxReceiveCount": 5}}, "stack")
    provision("dead", {}, "stack")
    assert json.loads(queues["prompts"]["attributes"]["RedrivePolicy"]) == {
        "deadLetterTargetArn": "dead",
        "maxReceiveCount": 5,
    }
    assert queues["dead"] == {"attributes": {}}


def test_a_dead_event_is_as_it_came_and_its_message_says_why():
    assert as_it_came({"Records": [1], "_request_id": "r"}) == {"Records": [1]}
    attributes = attributes_of({"body": {"errorMessage": "x" * 5000}}, "r-1")
    assert attributes["RequestID"]["StringValue"] == "r-1"
    assert len(attributes["ErrorMessage"]["StringValue"]) == 1024
    assert attributes_of({}, "r")["ErrorMessage"]["StringValue"] == "Unhandled"
