"""SQS batches: each message on its own, and only those that failed come again."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from resumate.errors import ModelAsleepError
from resumate.observability import correlated, count, log_error

FIRST_WAIT_SECONDS: Final = 10
MOST_WAIT_SECONDS: Final = 160


def process_batch(
    event: Mapping[str, Any], process: Callable[[str, int], None], return_to_queue: Callable[[str, int], None]
) -> dict[str, list[dict[str, str]]]:
    """Process every message and return Lambda's partial batch response.

    Args:
        event: an SQS event.
        process: takes a message's body and how often it was received; raises to have it come again.
        return_to_queue: takes a receipt handle and the seconds after which the message is visible again. Without it a
            failed message would wait for the whole visibility timeout, which is sized for a consumer that is killed.
    """
    failed = []
    for record in event["Records"]:
        receives = int(record["attributes"]["ApproximateReceiveCount"])
        with correlated(record["messageId"]):
            try:
                process(record["body"], receives)
            except Exception as error:  # noqa: BLE001 - one message's failure must not fail its neighbours
                log_error("message_failed", error, message_id=record["messageId"], receives=receives)
                count("messages_failed")
                failed.append({"itemIdentifier": record["messageId"]})
                _wait_less(record["receiptHandle"], _seconds_until_next(error, receives), return_to_queue)
    return {"batchItemFailures": failed}


def _seconds_until_next(error: Exception, receives: int) -> int:
    seconds: int = min(FIRST_WAIT_SECONDS * 2 ** (receives - 1), MOST_WAIT_SECONDS)
    if isinstance(error, ModelAsleepError):
        # Trying sooner would use up the receives, and the letter would be given up before the model is awake.
        return max(seconds, error.wait_seconds)
    return seconds


def _wait_less(receipt_handle: str, seconds: int, return_to_queue: Callable[[str, int], None]) -> None:
    try:
        return_to_queue(receipt_handle, seconds)
    except Exception as error:  # noqa: BLE001 - the message comes again all the same, only later
        log_error("visibility_not_changed", error)
