"""Dead letters go back one by one, sent before they are deleted, and what nobody waits for is dropped."""

# ruff: noqa: N803 - the parameters of the fakes are named as boto3 names them

import io
import json
from typing import Any

import pytest

from devstack.aws.redriving import DeadLetters, Redrive
from devstack.aws.target import Target
from devstack.problems import Problem
from tests.unit.deployment.fake_sagemaker import Checked, refused

DEAD, PROMPTS = "https://sqs/dead", "https://sqs/prompts"


class Queues(Checked):
    """Two queues; a message that was received is hidden until it is deleted or shown again."""

    def __init__(self) -> None:
        super().__init__("sqs")
        self.dead: dict[str, str] = {}
        self.hidden: set[str] = set()
        self.sent: list[dict[str, Any]] = []
        self.fails_at: int | None = None

    def on_get_queue_attributes(self, QueueUrl: str, AttributeNames: list[str]) -> dict[str, Any]:
        assert QueueUrl == DEAD
        shown, hidden = len(self.dead) - len(self.hidden), len(self.hidden)
        return {"Attributes": dict(zip(AttributeNames, (str(shown), str(hidden)), strict=True))}

    def on_receive_message(self, QueueUrl: str, MaxNumberOfMessages: int, **_: Any) -> dict[str, Any]:
        ids = [name for name in self.dead if name not in self.hidden][:MaxNumberOfMessages]
        self.hidden |= set(ids)
        found = [
            {"MessageId": name, "ReceiptHandle": name, "Body": self.dead[name], "Attributes": {"MessageGroupId": "u1"}}
            for name in ids
        ]
        return {"Messages": found} if found else {}

    def on_send_message(self, QueueUrl: str, MessageBody: str, **rest: Any) -> dict[str, Any]:
        if len(self.sent) == self.fails_at:
            raise refused("SendMessage", "ServiceUnavailable", "busy")
        assert QueueUrl == PROMPTS
        self.sent.append({"body": MessageBody, **rest})
        return {"MessageId": "new"}

    def on_delete_message(self, QueueUrl: str, ReceiptHandle: str) -> None:
        assert QueueUrl == DEAD
        del self.dead[ReceiptHandle]
        self.hidden.discard(ReceiptHandle)

    def on_change_message_visibility(self, QueueUrl: str, ReceiptHandle: str, VisibilityTimeout: int) -> None:
        assert VisibilityTimeout == 0
        self.hidden.discard(ReceiptHandle)


class Application(Checked):
    """Says what the letter's own id says: open-1, gone-2, finished-3."""

    def __init__(self) -> None:
        super().__init__("lambda")
        self.asked: list[int] = []

    def on_invoke(self, FunctionName: str, Payload: bytes) -> dict[str, Any]:
        assert FunctionName == "resumate-delete-user-data"
        event = json.loads(Payload)
        assert event["operator"] == "letter_states"
        self.asked.append(len(event["letters"]))
        states = [letter_id.partition("-")[0] for _, letter_id in event["letters"]]
        return {"Payload": io.BytesIO(json.dumps(states).encode())}


@pytest.fixture
def queues() -> Queues:
    return Queues()


@pytest.fixture
def application() -> Application:
    return Application()


@pytest.fixture
def letters(queues: Queues, application: Application) -> DeadLetters:
    services: dict[str, Any] = {"sqs": queues, "lambda": application}
    outputs = {"DeadLetterQueueUrl": DEAD, "PromptQueueUrl": PROMPTS}
    return DeadLetters(Target("resumate", "r", outputs, services.__getitem__, is_local=False), lambda _: None)


def put(queues: Queues, *letter_ids: str) -> None:
    for letter_id in letter_ids:
        queues.dead[letter_id] = json.dumps({"user_id": "u1", "letter_id": letter_id, "version": 1})


def test_each_letter_gets_what_its_state_asks_for(letters: DeadLetters, queues: Queues) -> None:
    put(queues, "open-1", "gone-2", "finished-3")
    queues.dead["x"] = "not JSON"
    queues.dead["y"] = '{"user_id": 7, "letter_id": "z"}'
    done = letters.redrive(dry_run=False)
    assert (done.moved, done.dropped, done.unreadable, done.seen) == (1, {"gone": 1, "finished": 1}, 2, 5)
    assert [json.loads(item["body"])["letter_id"] for item in queues.sent] == ["open-1"]
    assert queues.sent[0]["MessageGroupId"] == "u1"
    assert (set(queues.dead), queues.hidden) == ({"x", "y"}, set())


def test_a_dry_run_changes_nothing_and_hides_nothing(letters: DeadLetters, queues: Queues) -> None:
    put(queues, "open-1", "gone-2")
    done = letters.redrive(dry_run=True)
    assert (done.moved, done.dropped["gone"]) == (1, 1)
    assert (len(queues.dead), queues.hidden, queues.sent) == (2, set(), [])


def test_many_are_asked_about_ten_at_a_time(letters: DeadLetters, queues: Queues, application: Application) -> None:
    put(queues, *(f"open-{number}" for number in range(25)))
    assert letters.waiting() == 25
    assert letters.redrive(dry_run=False).moved == 25
    assert application.asked == [10, 10, 5]
    assert letters.waiting() == 0


def test_nothing_is_lost_when_it_breaks_in_the_middle(letters: DeadLetters, queues: Queues) -> None:
    """Given a queue that refuses the second letter, when it is run again, then each letter was sent once."""
    put(queues, "open-1", "open-2", "open-3")
    queues.fails_at = 1
    with pytest.raises(Problem, match="moving dead letters"):
        letters.redrive(dry_run=False)
    assert (len(queues.sent), set(queues.dead)) == (1, {"open-2", "open-3"})
    queues.fails_at, queues.hidden = None, set()
    letters.redrive(dry_run=False)
    assert sorted(json.loads(item["body"])["letter_id"] for item in queues.sent) == ["open-1", "open-2", "open-3"]


def test_an_empty_queue_is_no_error(letters: DeadLetters) -> None:
    assert letters.redrive(dry_run=False).seen == Redrive().seen == 0
