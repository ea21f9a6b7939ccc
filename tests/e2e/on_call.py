"""Somebody on call: the alarms of both homes, their metrics, the time they go by, and a queue that hears their topic."""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from devstack.embedded_aws import pass_minutes
from devstack.environments import aws_client
from devstack.state import RunningStack
from tests.e2e.conftest import CHECKOUT
from tests.e2e.test_faults import wait_for

QUEUE: Final = "alarm-listener"
NAMESPACE: Final = "ResuMate/resumate"
LONGEST_MINUTES: Final = 15
"""The most that an alarm looks back."""
_MONITORING: Final = {
    "SocketApiId": "api",
    "Stage": "live",
    "EmbedderEndpoint": "resumate-embedder",
    "LanguageModelEndpoint": "resumate-llm",
    "DatabaseIdentifier": "resumate",
    "MostConnections": "350",
    "MonthlyBudget": "200",
}


class OnCall:
    """Watches the alarms of a stack and hears what their topic sends.

    Args:
        stack: the stack; no other test may use it, for its metrics' time is put forward.
    """

    def __init__(self, stack: RunningStack) -> None:
        self._url = stack.addresses["aws"]
        self._cloudwatch: Any = aws_client("cloudwatch", self._url)
        self._sqs: Any = aws_client("sqs", self._url)
        self._queue = self._sqs.create_queue(QueueName=QUEUE)["QueueUrl"]
        wanted = {"QueueUrl": self._queue, "AttributeNames": ["QueueArn"]}
        arn = self._sqs.get_queue_attributes(**wanted)["Attributes"]["QueueArn"]
        aws_client("sns", self._url).subscribe(TopicArn=stack.outputs["AlarmTopicArn"], Protocol="sqs", Endpoint=arn)
        self._heard: list[dict[str, Any]] = []

    def alarms(self) -> list[dict[str, Any]]:
        """Every alarm."""
        pages = self._cloudwatch.get_paginator("describe_alarms").paginate()
        return [alarm for page in pages for alarm in page["MetricAlarms"]]

    def told(self, state: str) -> dict[str, dict[str, Any]]:
        """The alarms that have told of a state, each with its first message of it."""
        wanted = {"QueueUrl": self._queue, "MaxNumberOfMessages": 10}
        while found := self._sqs.receive_message(**wanted).get("Messages"):
            for message in found:
                self._heard.append(json.loads(json.loads(message["Body"])["Message"]))
                self._sqs.delete_message(QueueUrl=self._queue, ReceiptHandle=message["ReceiptHandle"])
        return {message["AlarmName"]: message for message in self._heard[::-1] if message["NewStateValue"] == state}

    def pass_minutes(self, count: int) -> None:
        """Let minutes pass for metrics and alarms; the alarms have been evaluated after each."""
        pass_minutes(int(self._url.rpartition(":")[2]), count)

    def pass_minutes_until(
        self, happened: Callable[[], bool], most: int = LONGEST_MINUTES + 2, each: Callable[[], object] = bool
    ) -> bool:
        """Let minutes pass, with something done in each, until something has happened; False when it has not."""
        for _ in range(most):
            each()
            self.pass_minutes(1)
            if happened():
                return True
        return False

    def calm_down(self) -> None:
        """Let minutes pass until every alarm is OK, and forget what was heard."""
        loud = lambda: {alarm["AlarmName"] for alarm in self.alarms() if alarm["StateValue"] != "OK"}  # noqa: E731
        assert self.pass_minutes_until(lambda: not loud()), loud()
        self.told("OK")
        self._heard.clear()

    def put(self, value_for: Callable[[dict[str, Any]], float]) -> None:
        """Put one value of each alarm's own metric."""
        for alarm in self.alarms():
            metric = {"MetricName": alarm["MetricName"], "Dimensions": alarm["Dimensions"], "Value": value_for(alarm)}
            self._cloudwatch.put_metric_data(Namespace=alarm["Namespace"], MetricData=[metric])

    def counted(self, name: str, **dimension: str) -> float:
        """Return how much of a counter of the functions has arrived, ever since the stack began."""
        dimensions = [{"Name": key, "Value": value} for key, value in dimension.items()]
        # Its time may be put forward by hours, and is never behind.
        span = {"StartTime": datetime.now(UTC) - timedelta(days=1), "EndTime": datetime.now(UTC) + timedelta(days=9)}
        wanted = {"Namespace": NAMESPACE, "MetricName": name, "Dimensions": dimensions, "Statistics": ["Sum"], **span}
        found = self._cloudwatch.get_metric_statistics(Period=60, **wanted)["Datapoints"]
        return float(sum(point["Sum"] for point in found))

    def wait_for_count(self, name: str, count: int, **dimension: str) -> None:
        """Wait until so much of a counter has arrived; more than that is wrong, too."""
        assert wait_for(lambda: self.counted(name, **dimension) >= count, 90), self.counted(name, **dimension)
        assert self.counted(name, **dimension) == count


def deploy_monitoring(running: RunningStack, name: str, application: str, provider: str, kind: str) -> None:
    """Deploy the alarms that are on AWS alone, for a provider of models and a kind of database."""
    text = (CHECKOUT / "stacks" / "monitoring.yaml").read_text(encoding="utf-8")
    # The embedded AWS knows no budgets. What is left out is this one resource, from its name to the next heading.
    without_budget = re.sub(r"\n  MonthlyCost:\n.*?(?=\n  # ---)", "\n", text, flags=re.DOTALL)
    assert without_budget != text
    chosen = {"LanguageModelProvider": provider, "DatabaseKind": kind, "ApplicationName": application}
    chosen |= _MONITORING | {"AlarmTopicArn": running.outputs["AlarmTopicArn"]}
    parameters = [{"ParameterKey": key, "ParameterValue": value} for key, value in chosen.items()]
    cloudformation = aws_client("cloudformation", running.addresses["aws"])
    cloudformation.create_stack(StackName=name, TemplateBody=without_budget, Parameters=parameters)
    described = lambda: cloudformation.describe_stacks(StackName=name)["Stacks"][0]["StackStatus"]  # noqa: E731
    assert wait_for(lambda: described() == "CREATE_COMPLETE"), described()
