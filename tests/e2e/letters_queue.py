"""Hands on the queue of letters: take its consumer away, see what waits, hand out again what failed."""

import json
from contextlib import suppress
from typing import Final

from botocore.exceptions import ClientError

from devstack.embedded_aws import save_now
from devstack.environments import aws_client
from devstack.settings import Settings
from devstack.state import RunningStack
from tests.e2e.test_faults import found_messages, wait_for

CONSUMER: Final = "resumate-process-and-respond"
_VISIBLE: Final = "ApproximateNumberOfMessages"


def turn_consumer(running: RunningStack, *, on: bool) -> None:
    """Take the consumer off the queue, or put it back."""
    functions = aws_client("lambda", running.addresses["aws"])
    (source,) = functions.list_event_source_mappings(FunctionName=CONSUMER)["EventSourceMappings"]
    functions.update_event_source_mapping(UUID=source["UUID"], Enabled=on)


def wait_until_queued(running: RunningStack, letters: int) -> None:
    """Wait until so many letters are in the queue: their prompts are written a moment after they were accepted."""
    queue = running.outputs["PromptQueueUrl"]
    assert wait_for(lambda: visible_in(running, queue) == letters, 90), visible_in(running, queue)


def visible_in(running: RunningStack, queue: str) -> int:
    """How many messages wait in a queue."""
    client = aws_client("sqs", running.addresses["aws"])
    found = client.get_queue_attributes(QueueUrl=queue, AttributeNames=[_VISIBLE])
    return int(found["Attributes"][_VISIBLE])


def hand_out_again(running: RunningStack, settings: Settings) -> None:
    """Let the time pass after which the queue hands out again what failed."""
    save_now(int(running.addresses["aws"].rpartition(":")[2]))
    saved = json.loads((settings.layout.aws_state / "sqs.json").read_text())
    queue = aws_client("sqs", running.addresses["aws"])
    receipts = {receipt for _, receipt in found_messages(saved, "letter_id")} - {None}  # a dead letter has none yet
    for receipt in receipts:
        with suppress(ClientError):  # done meanwhile
            queue.change_message_visibility(
                QueueUrl=running.outputs["PromptQueueUrl"], ReceiptHandle=receipt, VisibilityTimeout=0
            )
