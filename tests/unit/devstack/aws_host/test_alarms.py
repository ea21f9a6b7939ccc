"""How alarms are judged, on datapoints that are written out; the end-to-end tests drive the deployed ones."""

from typing import Any

import pytest

from devstack.aws_host.alarms import Verdict, alarm_message, datapoints, judge
from devstack.aws_host.metric_clock import MetricClock

NOW = 10_000.0


def alarm(**changed: Any) -> dict[str, Any]:
    return {
        "AlarmName": "resumate-dead-letters",
        "AlarmArn": "arn:aws:cloudwatch:us-east-1:000000000000:alarm:resumate-dead-letters",
        "AlarmDescription": "A letter failed.",
        "Namespace": "AWS/SQS",
        "MetricName": "ApproximateNumberOfMessagesVisible",
        "Dimensions": [{"Name": "QueueName", "Value": "dead"}],
        "Statistic": "Maximum",
        "Period": 60,
        "EvaluationPeriods": 3,
        "DatapointsToAlarm": 2,
        "Threshold": 5.0,
        "ComparisonOperator": "GreaterThanOrEqualToThreshold",
        "TreatMissingData": "notBreaching",
        "StateValue": "OK",
        "StateReason": "as before",
        "OKActions": ["topic"],
        "AlarmActions": ["topic"],
        "InsufficientDataActions": [],
        "AlarmConfigurationUpdatedTimestamp": 1_700_000_000,
        **changed,
    }


def median(values: list[float], _: float) -> float:
    return sorted(values)[len(values) // 2]


def at(*ages_and_values: tuple[float, float]) -> list[dict[str, Any]]:
    return [{"Timestamp": NOW - age, "Value": value} for age, value in ages_and_values]


def test_each_period_has_a_datapoint_of_its_own_newest_first():
    points = at((10, 1), (50, 7), (70, 2), (400, 99), (-5, 99))
    assert datapoints(alarm(), points, NOW, median) == [7, 2, None]


@pytest.mark.parametrize(
    ("statistic", "value"), [("Sum", 9), ("Average", 3), ("Minimum", 1), ("Maximum", 5), ("SampleCount", 3)]
)
def test_the_statistic_is_the_one_the_alarm_names(statistic: str, value: float):
    points = at((1, 1), (2, 3), (3, 5))
    assert datapoints(alarm(Statistic=statistic), points, NOW, median)[0] == value


def test_an_extended_statistic_goes_before_the_plain_one():
    assert datapoints(alarm(ExtendedStatistic="p95"), at((1, 1), (2, 3), (3, 50)), NOW, median)[0] == 3


@pytest.mark.parametrize(
    ("found", "state"),
    [([5, 5, None], "ALARM"), ([5, 4, 4], "OK"), ([None, 6, 6], "ALARM"), ([None, None, None], "OK")],
)
def test_as_many_datapoints_as_needed_make_an_alarm(found: list[float | None], state: str):
    assert judge(alarm(), found).state == state


@pytest.mark.parametrize(
    ("treatment", "state"),
    [("breaching", "ALARM"), ("notBreaching", "OK"), ("missing", "INSUFFICIENT_DATA"), ("ignore", "OK")],
)
def test_missing_data_is_treated_as_the_alarm_says(treatment: str, state: str):
    assert judge(alarm(TreatMissingData=treatment), [None, None, None]).state == state


@pytest.mark.parametrize(
    ("comparison", "breaching"),
    [
        ("GreaterThanOrEqualToThreshold", True),
        ("GreaterThanThreshold", False),
        ("LessThanOrEqualToThreshold", True),
        ("LessThanThreshold", False),
    ],
)
def test_the_threshold_itself_counts_where_the_comparison_says_so(comparison: str, *, breaching: bool):
    verdict = judge(alarm(ComparisonOperator=comparison, EvaluationPeriods=1, DatapointsToAlarm=1), [5.0])
    assert (verdict.state == "ALARM") is breaching


def test_the_message_has_what_programs_that_read_cloudwatchs_rely_on():
    message = alarm_message(alarm(), Verdict("ALARM", "why"), "OK", 1_700_000_060.25, ("000000000000", "us-east-1"))
    assert message["Region"] == "US East (N. Virginia)"
    assert (message["OldStateValue"], message["NewStateValue"], message["NewStateReason"]) == ("OK", "ALARM", "why")
    assert message["StateChangeTime"] == "2023-11-14T22:14:20.250+0000"
    trigger = message["Trigger"]
    assert (trigger["StatisticType"], trigger["Statistic"]) == ("Statistic", "MAXIMUM")
    assert trigger["Dimensions"] == [{"value": "dead", "name": "QueueName"}]
    percentile = alarm_message(alarm(ExtendedStatistic="p95"), Verdict("OK", ""), "ALARM", 0, ("0", "eu-west-1"))
    assert percentile["Trigger"]["ExtendedStatistic"] == "p95"
    assert "Statistic" not in percentile["Trigger"]


def test_what_the_clock_was_put_forward_has_passed_since_then_and_not_before():
    moment = [1000.0]
    clock = MetricClock(real=lambda: moment[0])
    assert clock.now() == 1000
    clock.put_forward(60)
    moment[0] += 2
    clock.put_forward(60)
    assert clock.now() == 1122
    assert [clock.at(earlier) for earlier in (999, 1000, 1001, 1002)] == [999, 1060, 1061, 1122]
