"""Evaluates alarms as CloudWatch does, and tells their topic in CloudWatch's words.

MiniStack looks at an alarm only when somebody puts a metric, takes the points of every dimension together, has one
period however many are to be evaluated, and no opinion on missing data: the errors of one function would ring for
all. Here an alarm sees the points of its own dimensions in windows of its period, the newest ending now, and is
looked at every minute as well. Not covered, and not used by the template: metric math, anomaly detection, composite
alarms, and data older than the evaluated periods.
"""

import json
import logging
import operator
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from devstack.aws_host.metric_clock import MetricClock

logger = logging.getLogger(__name__)

Alarm = dict[str, Any]
Point = Mapping[str, Any]  # Timestamp, Value, Unit, Dimensions
Percentile = Callable[[list[float], float], float]

_COMPARE: Final[dict[str, Callable[[float, float], bool]]] = {
    "GreaterThanOrEqualToThreshold": operator.ge,
    "GreaterThanThreshold": operator.gt,
    "LessThanThreshold": operator.lt,
    "LessThanOrEqualToThreshold": operator.le,
}
_STATISTICS: Final[dict[str, Callable[[list[float]], float]]] = {
    "SampleCount": len,
    "Sum": sum,
    "Average": lambda values: sum(values) / len(values),
    "Minimum": min,
    "Maximum": max,
}
_FILLED: Final = {"breaching": True, "notBreaching": False}
_REGION_NAMES: Final = {"us-east-1": "US East (N. Virginia)"}


class Verdict(NamedTuple):
    """What an evaluation found: the state, and the reason in CloudWatch's words."""

    state: str
    reason: str


def datapoints(alarm: Alarm, points: Sequence[Point], now: float, percentile: Percentile) -> list[float | None]:
    """Return the statistic of each evaluated period, newest first; None where there is no data."""
    period = float(alarm["Period"])
    values: list[list[float]] = [[] for _ in range(int(alarm["EvaluationPeriods"]))]
    for point in points:
        age = int((now - point["Timestamp"]) // period)
        if 0 <= age < len(values):
            values[age].append(float(point["Value"]))
    name = alarm.get("ExtendedStatistic") or alarm.get("Statistic") or "Average"
    if name in _STATISTICS:
        return [_STATISTICS[name](found) if found else None for found in values]
    return [percentile(found, float(name[1:])) if found else None for found in values]


def judge(alarm: Alarm, found: Sequence[float | None]) -> Verdict:
    """Return the state that the datapoints make; the present state where missing data is to be ignored."""
    compare, threshold = _COMPARE[alarm["ComparisonOperator"]], float(alarm["Threshold"])
    treatment = alarm.get("TreatMissingData") or "missing"
    present = [value for value in found if value is not None]
    if not present and treatment == "ignore":
        return Verdict(alarm["StateValue"], alarm["StateReason"])
    if not present and treatment == "missing":
        return Verdict("INSUFFICIENT_DATA", f"Insufficient Data: {len(found)} datapoints were unknown.")
    fill = _FILLED.get(treatment, False)
    breaching = sum(fill if value is None else compare(value, threshold) for value in found)
    needed = int(alarm.get("DatapointsToAlarm") or alarm["EvaluationPeriods"])
    state = "ALARM" if breaching >= needed else "OK"
    shown = ", ".join("missing" if value is None else str(value) for value in found)
    return Verdict(
        state,
        f"Threshold Crossed: {breaching} out of the last {len(found)} datapoints [{shown}] breached the threshold "
        f"({threshold}, {alarm['ComparisonOperator']}; {needed} needed; missing data is {treatment}).",
    )


def alarm_message(alarm: Alarm, verdict: Verdict, old_state: str, now: float, place: tuple[str, str]) -> dict[str, Any]:
    """Return what CloudWatch publishes when an alarm changes its state; `place` is account and region."""
    account, region = place
    # Of the two kinds of statistic it names the one that is set, in upper case where it is a plain one.
    extended = alarm.get("ExtendedStatistic")
    statistic = {"StatisticType": "ExtendedStatistic", "ExtendedStatistic": extended}
    if not extended:
        statistic = {"StatisticType": "Statistic", "Statistic": str(alarm.get("Statistic")).upper()}
    dimensions = [{"value": item["Value"], "name": item["Name"]} for item in alarm["Dimensions"]]
    trigger = {"MetricName": alarm["MetricName"], "Namespace": alarm["Namespace"], **statistic}
    trigger |= {"Unit": alarm.get("Unit"), "Dimensions": dimensions}
    trigger |= {name: alarm[name] for name in ("Period", "EvaluationPeriods", "DatapointsToAlarm")}
    trigger |= {name: alarm[name] for name in ("ComparisonOperator", "Threshold", "TreatMissingData")}
    return {
        "AlarmName": alarm["AlarmName"],
        "AlarmDescription": alarm["AlarmDescription"],
        "AWSAccountId": account,
        "AlarmConfigurationUpdatedTimestamp": _moment(alarm["AlarmConfigurationUpdatedTimestamp"]),
        "NewStateValue": verdict.state,
        "NewStateReason": verdict.reason,
        "StateChangeTime": _moment(now),
        "Region": _REGION_NAMES.get(region, region),
        "AlarmArn": alarm["AlarmArn"],
        "OldStateValue": old_state,
        **{name: alarm[name] for name in ("OKActions", "AlarmActions", "InsufficientDataActions")},
        "Trigger": trigger,
    }


def _moment(seconds: float) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds)) + f".{int(seconds * 1000) % 1000:03}+0000"


def evaluate_as_cloudwatch(clock: MetricClock) -> Callable[[], None]:
    """Apply to MiniStack; call once, before it serves. Returns what evaluates all alarms of all accounts."""
    from ministack.core.responses import get_account_id, get_region, request_scope
    from ministack.services import cloudwatch, sns

    def evaluate(alarm: Alarm) -> None:
        dimensions = {item["Name"]: item["Value"] for item in alarm["Dimensions"]}
        key = (alarm["Namespace"], alarm["MetricName"], cloudwatch._dims_key(dimensions))
        now, old = clock.now(), alarm["StateValue"]
        found = datapoints(alarm, list(cloudwatch._metrics.get(key) or ()), now, cloudwatch._percentile)
        verdict = judge(alarm, found)
        if verdict.state == old:
            return
        alarm.update(StateValue=verdict.state, StateReason=verdict.reason, StateUpdatedTimestamp=int(now))
        cloudwatch._record_history(alarm["AlarmName"], old, *verdict)
        cloudwatch._dispatch_alarm_actions(alarm, old, *verdict)

    def publish(alarm: Alarm, old: str, new: str, reason: str) -> None:
        actions = {"ALARM": "AlarmActions", "OK": "OKActions", "INSUFFICIENT_DATA": "InsufficientDataActions"}
        if not alarm.get("ActionsEnabled", True):
            return
        place = (get_account_id(), get_region())
        message = json.dumps(alarm_message(alarm, Verdict(new, reason), old, clock.now(), place))
        subject = f'{new}: "{alarm["AlarmName"]}" in {_REGION_NAMES.get(place[1], place[1])}'[:100]
        for topic in filter(cloudwatch._is_sns_action_arn, alarm.get(actions[new]) or ()):
            sns._fanout(topic, cloudwatch.new_uuid(), message, subject)

    def evaluate_all() -> None:
        for (account, region, name), alarm in list(cloudwatch._alarms._data.items()):
            with request_scope(account, region):
                try:
                    evaluate(alarm)
                except Exception:
                    logger.exception("alarm %s could not be evaluated", name)

    cloudwatch._evaluate_alarm = evaluate
    cloudwatch._dispatch_alarm_actions = publish
    cloudwatch._evaluate_all_alarms = evaluate_all
    return evaluate_all
