"""The queue: one message a letter, never one that SQS would refuse."""

import msgspec
import pytest
from botocore.exceptions import ClientError, EndpointConnectionError

from resumate import limits
from resumate.errors import Code, RequestError, StorageError
from resumate.letters.model import ChatMessage, LetterJob, Options
from resumate.storage.queue import LetterQueue

URL = "https://sqs.eu-central-1.amazonaws.com/123456789012/prompts"


class FakeSqs:
    """Keeps what was sent, or fails."""

    def __init__(self, error=None):
        self.sent = []
        self.error = error

    def send_message(self, **message):
        if self.error:
            raise self.error
        self.sent.append(message)


def job(content="Write the letter now."):
    return LetterJob(
        version=1,
        letter_id="l1",
        user_id="u1",
        resume_id="r1",
        correlation_id="c1",
        messages=[ChatMessage("user", content)],
        evidence=[],
        matches=[],
        options=Options(),
        language="en",
        job_title=None,
        company=None,
        today="2026-11-21",
    )


def test_the_job_arrives_as_it_was():
    sqs = FakeSqs()
    LetterQueue(sqs, URL).send(job())
    assert sqs.sent[0]["QueueUrl"] == URL
    assert msgspec.json.decode(sqs.sent[0]["MessageBody"], type=LetterJob) == job()


def test_characters_that_sqs_refuses_are_taken_out():
    sqs = FakeSqs()
    LetterQueue(sqs, URL).send(job("a\x00b\x0bc\ufffed\uffffe\ud800f\n"))
    assert msgspec.json.decode(sqs.sent[0]["MessageBody"], type=LetterJob).messages[0].content == "abcdef\n"


def test_a_prompt_of_300_kb_is_refused_before_it_is_sent():
    sqs = FakeSqs()
    with pytest.raises(RequestError) as refusal:
        LetterQueue(sqs, URL).send(job("x" * 300_000))
    assert refusal.value.code == Code.JOB_DESCRIPTION_TOO_LONG
    assert str(limits.QUEUE_MESSAGE_BYTES // limits.KIB) in refusal.value.message
    assert sqs.sent == []


def test_the_size_is_counted_in_bytes():
    """Given fewer characters than the limit but more bytes, when it is sent, then it is refused."""
    with pytest.raises(RequestError):
        LetterQueue(FakeSqs(), URL).send(job("日" * (limits.QUEUE_MESSAGE_BYTES // 2)))


@pytest.mark.parametrize(
    "error",
    [ClientError({"Error": {"Code": "ServiceUnavailable"}}, "SendMessage"), EndpointConnectionError(endpoint_url=URL)],
)
def test_a_queue_out_of_reach_is_an_error_that_may_pass(error):
    with pytest.raises(StorageError) as failure:
        LetterQueue(FakeSqs(error), URL).send(job())
    assert (failure.value.code, failure.value.retryable) == (Code.QUEUE_UNAVAILABLE, True)


@pytest.mark.parametrize(
    ("url", "fair", "grouping"),
    [
        (URL, False, {}),
        (URL, True, {"MessageGroupId": "u1"}),
        (URL + ".fifo", False, {"MessageGroupId": "u1", "MessageDeduplicationId": "l1"}),
    ],
)
def test_messages_are_grouped_by_user_where_the_queue_knows_groups(url, fair, grouping):
    sqs = FakeSqs()
    LetterQueue(sqs, url, fair=fair).send(job())
    assert {
        name: value for name, value in sqs.sent[0].items() if name.startswith("Message") and name != "MessageBody"
    } == grouping
