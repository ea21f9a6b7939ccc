"""What becomes a metric: lines of logs, the messages of a queue, invocations."""

import json

import pytest

from devstack.aws_host.metric_clock import MetricClock
from devstack.aws_host.metrics import embedded_metrics, invocation_metrics, queue_metrics


def line(**changed: object) -> str:
    described = {
        "Namespace": "ResuMate",
        "Dimensions": [[], ["code"]],
        "Metrics": [{"Name": "letters_failed", "Unit": "Count"}],
    }
    entry = {
        "_aws": {"Timestamp": 5000, "CloudWatchMetrics": [described]},
        "code": "dead_letter",
        "letters_failed": [1.0],
    }
    return json.dumps(entry | changed)


def test_an_embedded_metric_counts_once_for_each_set_of_dimensions():
    over_all, by_code = embedded_metrics(line())
    assert (over_all.namespace, over_all.name, over_all.value, over_all.unit, over_all.moment) == (
        "ResuMate",
        "letters_failed",
        1.0,
        "Count",
        5.0,
    )
    assert (over_all.dimensions, by_code.dimensions) == ({}, {"code": "dead_letter"})


def test_several_values_are_several_points():
    assert [metric.value for metric in embedded_metrics(line(letters_failed=[1, 2]))] == [1, 2, 1, 2]


@pytest.mark.parametrize("text", ["plain", '{"message": "x"}', '{"_aws": 1}', '"_aws" {', line(letters_failed="many")])
def test_any_other_line_gives_no_metric_and_no_error(text: str):
    assert list(embedded_metrics(text)) == []


def test_a_queue_tells_what_waits_what_is_worked_on_and_for_how_long():
    messages = [{"visible_at": 0.0, "sent_at": 40.0}, {"visible_at": 500.0, "sent_at": 70.0}]
    moment = [50.0]
    clock = MetricClock(real=lambda: moment[0])
    clock.put_forward(60)  # while the oldest waited
    moment[0] = 100.0
    found = {metric.name: metric.value for metric in queue_metrics("prompts", messages, 100.0, clock)}
    assert found == {
        "ApproximateNumberOfMessagesVisible": 1,
        "ApproximateNumberOfMessagesNotVisible": 1,
        "ApproximateAgeOfOldestMessage": 120.0,
    }
    assert [metric.value for metric in queue_metrics("prompts", [], 100.0, clock)] == [0, 0, 0]


def test_an_invocation_counts_itself_its_failure_and_its_time():
    found = {metric.name: metric.value for metric in invocation_metrics("f", 0.25, failed=True)}
    assert found == {"Invocations": 1, "Errors": 1, "Throttles": 0, "Duration": 250.0}
