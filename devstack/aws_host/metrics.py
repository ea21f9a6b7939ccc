"""Keeps the metrics that AWS itself would: of functions, of queues, and those that functions write to their logs.

MiniStack counts only the calls that come through its Lambda API, which are not those of a socket or a queue; it has no
metrics of queues, and takes no embedded metrics (EMF) out of logs. Without them no alarm would ring at home.
"""

import json
import logging
import threading
import time
import types
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from devstack.aws_host.metric_clock import MetricClock

logger = logging.getLogger(__name__)

MINUTE: Final = 60.0
LOOK_SECONDS: Final = 55.0
"""A little less than the shortest period of an alarm: no point may fall between two looks."""
KEPT_SECONDS: Final = 3 * 3600.0
"""AWS keeps single points this long; the longest alarm looks back a quarter of an hour."""


class Metric(NamedTuple):
    """One value of a metric; `moment` is on the real clock, None for now."""

    namespace: str
    name: str
    value: float
    unit: str
    dimensions: dict[str, str]
    moment: float | None = None


def embedded_metrics(line: str) -> Iterator[Metric]:
    """Yield the metrics of a log line in CloudWatch's Embedded Metric Format; none for any other line."""
    if '"_aws"' not in line:
        return
    try:
        entry = json.loads(line)
        described = entry["_aws"]
        moment = described["Timestamp"] / 1000
        for group in described["CloudWatchMetrics"]:
            for names in group["Dimensions"]:
                dimensions = {name: str(entry[name]) for name in names}
                for metric in group["Metrics"]:
                    values = entry[metric["Name"]]
                    for value in values if isinstance(values, list) else [values]:
                        unit = metric.get("Unit", "None")
                        yield Metric(group["Namespace"], metric["Name"], float(value), unit, dimensions, moment)
    except (ValueError, KeyError, TypeError):
        # CloudWatch, too, takes such a line for an ordinary one.
        logger.warning("a line that looks like embedded metrics is none")


def queue_metrics(name: str, messages: Sequence[Mapping[str, Any]], now: float, clock: MetricClock) -> Iterator[Metric]:
    """Yield what SQS reports of a queue every minute; `now` is on the real clock."""
    dimensions = {"QueueName": name}
    visible = sum(message["visible_at"] <= now for message in messages)
    oldest = min((message["sent_at"] for message in messages), default=now)
    yield Metric("AWS/SQS", "ApproximateNumberOfMessagesVisible", visible, "Count", dimensions)
    yield Metric("AWS/SQS", "ApproximateNumberOfMessagesNotVisible", len(messages) - visible, "Count", dimensions)
    age = clock.at(now) - clock.at(oldest)
    yield Metric("AWS/SQS", "ApproximateAgeOfOldestMessage", age, "Seconds", dimensions)


def invocation_metrics(name: str, seconds: float, *, failed: bool) -> Iterator[Metric]:
    """Yield what Lambda reports of one invocation; here none is ever throttled."""
    dimensions = {"FunctionName": name}
    yield Metric("AWS/Lambda", "Invocations", 1, "Count", dimensions)
    yield Metric("AWS/Lambda", "Errors", failed, "Count", dimensions)
    yield Metric("AWS/Lambda", "Throttles", 0, "Count", dimensions)
    yield Metric("AWS/Lambda", "Duration", seconds * 1000, "Milliseconds", dimensions)


class MetricStore:
    """MiniStack's metrics, written from outside a request.

    Args:
        clock: stamps the points.
    """

    def __init__(self, clock: MetricClock) -> None:
        self.clock = clock

    def record(self, place: tuple[str, str], metrics: Iterable[Metric]) -> None:
        """Add points; `place` is account and region."""
        from ministack.core.responses import request_scope
        from ministack.services import cloudwatch

        with request_scope(*place):
            for metric in metrics:
                key = (metric.namespace, metric.name, cloudwatch._dims_key(metric.dimensions))
                moment = self.clock.now() if metric.moment is None else self.clock.at(metric.moment)
                point = {"Timestamp": moment, "Value": float(metric.value), "Unit": metric.unit}
                cloudwatch._metric_bucket(key).append({**point, "Dimensions": metric.dimensions})

    def take_line(self, worker: Any, line: str) -> None:
        """Record the metrics that a line of a function's log holds."""
        self.record(_place(worker), embedded_metrics(line))

    def forget_before(self, moment: float) -> None:
        """Drop the points before a moment of the clock."""
        from ministack.services import cloudwatch

        for points in list(cloudwatch._metrics._data.values()):
            # In place: a point may be added meanwhile. They are in order, but for those put with a moment of their own.
            while points and points[0]["Timestamp"] < moment:
                del points[0]


def keep_metrics(store: MetricStore, evaluate_alarms: Callable[[], None]) -> Callable[[], None]:
    """Apply to MiniStack; call once, before it serves. Returns what lets the next minute pass at once.

    Every minute the queues are measured, and then the alarms evaluated.
    """
    from ministack.services import cloudwatch, lambda_svc

    cloudwatch.time = types.SimpleNamespace(time=store.clock.now)
    lambda_svc._emit_lambda_metrics = lambda *_, **__: None  # counted below, whoever calls
    _count_invocations(store)
    one_at_a_time = threading.Lock()

    def take_stock() -> None:
        with one_at_a_time:
            _measure_queues(store)
            store.forget_before(store.clock.now() - KEPT_SECONDS)
            evaluate_alarms()

    def every_minute() -> None:
        while True:
            time.sleep(LOOK_SECONDS)
            try:
                take_stock()
            except Exception:
                logger.exception("metrics could not be taken; the next minute tries again")

    def pass_minute() -> None:
        take_stock()  # of what has happened since the last look, which is more than a minute old afterwards
        store.clock.put_forward(MINUTE)
        take_stock()

    threading.Thread(target=every_minute, name="metrics", daemon=True).start()
    return pass_minute


def _count_invocations(store: MetricStore) -> None:
    from ministack.core import lambda_runtime

    original = lambda_runtime.Worker.invoke

    def invoke(worker: Any, event: Any, request_id: str) -> Any:
        started, failed = time.perf_counter(), True
        try:
            answer = original(worker, event, request_id)
            failed = answer.get("status") == "error"
            return answer
        finally:
            # A function has one process here, so the time includes the wait for its turn.
            seconds = time.perf_counter() - started
            store.record(_place(worker), invocation_metrics(worker.func_name, seconds, failed=failed))

    lambda_runtime.Worker.invoke = invoke


def _measure_queues(store: MetricStore) -> None:
    from ministack.services import sqs

    for (account, region, _), queue in list(sqs._queues._data.items()):
        messages = list(queue.get("messages", ()))
        store.record((account, region), queue_metrics(queue["name"], messages, time.time(), store.clock))


def _place(worker: Any) -> tuple[str, str]:
    from ministack.core import lambda_runtime

    account, region = lambda_runtime._account_region_from_function_config(worker.config)
    return account, region
