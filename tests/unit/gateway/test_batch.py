"""SQS batches: only what failed comes again, and soon."""

from typing import Any

from resumate.errors import ModelAsleepError
from resumate.gateway.batch import MOST_WAIT_SECONDS, process_batch


def event(*bodies: str, receives: int = 1) -> dict[str, Any]:
    return {
        "Records": [
            {
                "messageId": f"m{number}",
                "receiptHandle": f"r{number}",
                "body": body,
                "attributes": {"ApproximateReceiveCount": str(receives)},
            }
            for number, body in enumerate(bodies)
        ]
    }


def fail_on_bad(body: str, receives: int) -> None:
    if body == "bad":
        raise ValueError(body)


def test_only_the_failed_messages_of_a_batch_come_again() -> None:
    waits: list[tuple[str, int]] = []
    answer = process_batch(event("ok", "bad", "ok", "bad"), fail_on_bad, lambda *wait: waits.append(wait))
    assert answer == {"batchItemFailures": [{"itemIdentifier": "m1"}, {"itemIdentifier": "m3"}]}
    assert waits == [("r1", 10), ("r3", 10)]


def test_the_wait_doubles_with_every_attempt_up_to_a_limit() -> None:
    waits: list[int] = []
    for receives in (1, 2, 3, 9):
        process_batch(event("bad", receives=receives), fail_on_bad, lambda _handle, seconds: waits.append(seconds))
    assert waits == [10, 20, 40, MOST_WAIT_SECONDS]


def test_a_letter_waits_until_a_sleeping_model_is_awake_instead_of_using_up_its_attempts() -> None:
    def find_it_asleep(_body: str, _receives: int) -> None:
        raise ModelAsleepError(300)

    waits: list[int] = []
    process_batch(event("letter"), find_it_asleep, lambda _handle, seconds: waits.append(seconds))
    assert waits == [300]


def test_a_message_still_fails_when_its_wait_cannot_be_changed() -> None:
    def refuse(handle: str, seconds: int) -> None:
        raise OSError

    assert process_batch(event("bad"), fail_on_bad, refuse)["batchItemFailures"] == [{"itemIdentifier": "m0"}]


def test_the_attempt_number_reaches_the_use_case() -> None:
    seen: list[int] = []
    process_batch(event("ok", receives=4), lambda _body, receives: seen.append(receives), lambda *_: None)
    assert seen == [4]
