"""Somebody on call: a queue that is subscribed to the topic of the alarms, and what has come through it."""

import json
import time
from typing import Any, Final

from devstack.environments import aws_client
from devstack.state import RunningStack

QUEUE: Final = "alarm-listener"


class AlarmListener:
    """Receives what the alarms' topic sends.

    Args:
        stack: the stack whose topic it is.
    """

    def __init__(self, stack: RunningStack) -> None:
        url = stack.addresses["aws"]
        self._sqs: Any = aws_client("sqs", url)
        self._queue = self._sqs.create_queue(QueueName=QUEUE)["QueueUrl"]
        wanted = {"QueueUrl": self._queue, "AttributeNames": ["QueueArn"]}
        arn = self._sqs.get_queue_attributes(**wanted)["Attributes"]["QueueArn"]
        aws_client("sns", url).subscribe(TopicArn=stack.outputs["AlarmTopicArn"], Protocol="sqs", Endpoint=arn)
        self.heard: list[dict[str, Any]] = []

    def wait_for(self, state: str, names: set[str], seconds: float) -> set[str]:
        """Wait until all these alarms have told of a state; return those that have not."""
        deadline = time.monotonic() + seconds
        while True:
            missing = names - {message["AlarmName"] for message in self.heard if message["NewStateValue"] == state}
            if not missing or time.monotonic() > deadline:
                return missing
            self._receive()

    def rang(self) -> set[str]:
        """The alarms that have told of ALARM."""
        self._receive()
        return {message["AlarmName"] for message in self.heard if message["NewStateValue"] == "ALARM"}

    def forget(self) -> None:
        """Begin anew."""
        self._receive()
        self.heard.clear()

    def _receive(self) -> None:
        wanted = {"QueueUrl": self._queue, "MaxNumberOfMessages": 10, "WaitTimeSeconds": 1}
        while found := self._sqs.receive_message(**wanted).get("Messages"):
            for message in found:
                self.heard.append(json.loads(json.loads(message["Body"])["Message"]))
                self._sqs.delete_message(QueueUrl=self._queue, ReceiptHandle=message["ReceiptHandle"])
            wanted["WaitTimeSeconds"] = 0
