"""Moves dead letters back to the queue of letters, and drops the messages of letters that nobody waits for.

SQS can move messages by itself, but knows nothing of letters: it would also move those of people who were erased.
So each batch is received, the application is asked which letters would still be written, and these are sent before
they are deleted from the dead ones: a crash between the two leaves a message twice, which gives one letter.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from devstack.aws.operator import ask
from devstack.aws.target import Target, aws_problems

BATCH: Final = 10
HIDDEN_SECONDS: Final = 120
"""How long a received message is not handed out again; a batch takes seconds."""

_EMPTY_LOOKS: Final = 2
"""SQS asks a part of its servers; only a second empty answer is believed."""

_GROUP: Final = "MessageGroupId"


@dataclass(slots=True)
class Redrive:
    """What was done, or would be.

    Attributes:
        moved: put back to be written.
        dropped: their letters are gone or finished, by state.
        unreadable: no letters at all; they stay.
    """

    moved: int = 0
    dropped: dict[str, int] = field(default_factory=lambda: {"gone": 0, "finished": 0})
    unreadable: int = 0

    @property
    def seen(self) -> int:
        """How many messages were looked at."""
        return self.moved + sum(self.dropped.values()) + self.unreadable


@dataclass(frozen=True, slots=True)
class DeadLetters:
    """The dead letters of one stack.

    Attributes:
        target: the stack.
        tell: called with what was done so far after each batch.
    """

    target: Target
    tell: Callable[[Redrive], None]

    def waiting(self) -> int:
        """Return about how many there are; messages in somebody's hands count too."""
        names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
        with aws_problems("counting the dead letters"):
            found = self._sqs.get_queue_attributes(QueueUrl=self._dead, AttributeNames=names)["Attributes"]
        return sum(int(found.get(name, 0)) for name in names)

    def redrive(self, *, dry_run: bool) -> Redrive:
        """Look at every dead letter, and move or drop it unless it is a dry run; raises `Problem`."""
        done = Redrive()
        seen: list[dict[str, Any]] = []
        with aws_problems("moving dead letters"):
            for messages in self._batches():
                seen += messages
                for message, state in zip(messages, self._states(messages), strict=True):
                    self._settle(message, state, done, dry_run=dry_run)
                self.tell(done)
            kept = seen if dry_run else [message for message in seen if _letter_of(message) is None]
            for message in kept:
                self._show_again(message)
        return done

    @property
    def _sqs(self) -> Any:  # noqa: ANN401 - boto3 makes its classes at run time
        return self.target.client("sqs")

    @property
    def _dead(self) -> str:
        return self.target.output("DeadLetterQueueUrl")

    def _batches(self) -> Iterator[list[dict[str, Any]]]:
        """Yield messages, each once: what was received stays hidden until it is deleted or shown again."""
        sqs, known, empty = self._sqs, set[str](), 0
        while empty < _EMPTY_LOOKS:
            answer = sqs.receive_message(
                QueueUrl=self._dead,
                MaxNumberOfMessages=BATCH,
                VisibilityTimeout=HIDDEN_SECONDS,
                WaitTimeSeconds=1,
                MessageSystemAttributeNames=[_GROUP],
            )
            messages = [message for message in answer.get("Messages", []) if message["MessageId"] not in known]
            known |= {message["MessageId"] for message in messages}
            empty = 0 if messages else empty + 1
            if messages:
                yield messages

    def _states(self, messages: list[dict[str, Any]]) -> list[str | None]:
        """Return what the application says of each letter; None for what is no letter."""
        letters = [_letter_of(message) for message in messages]
        asked = [letter for letter in letters if letter is not None]
        answers = iter(ask(self.target, "letter_states", letters=asked) if asked else [])
        return [None if letter is None else str(next(answers)) for letter in letters]

    def _settle(self, message: dict[str, Any], state: str | None, done: Redrive, *, dry_run: bool) -> None:
        if state is None:
            done.unreadable += 1
            return
        if state == "open":
            if not dry_run:
                self._send(message)
            done.moved += 1
        else:
            done.dropped[state] += 1
        if not dry_run:
            self._sqs.delete_message(QueueUrl=self._dead, ReceiptHandle=message["ReceiptHandle"])

    def _send(self, message: dict[str, Any]) -> None:
        group = message.get("Attributes", {}).get(_GROUP)
        fair = {_GROUP: group} if group else {}
        self._sqs.send_message(QueueUrl=self.target.output("PromptQueueUrl"), MessageBody=message["Body"], **fair)

    def _show_again(self, message: dict[str, Any]) -> None:
        self._sqs.change_message_visibility(
            QueueUrl=self._dead, ReceiptHandle=message["ReceiptHandle"], VisibilityTimeout=0
        )


def _letter_of(message: dict[str, Any]) -> tuple[str, str] | None:
    """Return user id and letter id of a message, or nothing when it is none of ours."""
    try:
        body = json.loads(message["Body"])
        user_id, letter_id = body["user_id"], body["letter_id"]
    except (ValueError, KeyError, TypeError):
        return None
    return (user_id, letter_id) if isinstance(user_id, str) and isinstance(letter_id, str) else None
