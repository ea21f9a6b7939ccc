"""When something breaks on the way, the letter is not lost, not doubled, and nobody is left without a word."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import psutil
import psycopg
import pytest

from devstack.client import SocketClient, new_request_id
from devstack.embedded_aws import save_now
from devstack.environments import aws_client
from devstack.postgres import PostgresHost
from devstack.settings import Settings
from devstack.state import RunningStack
from resumate.gateway.messages import (
    CancelLetter,
    DeleteLetter,
    DeleteResume,
    LetterCancelled,
    LetterCompleted,
    LetterDelta,
    LetterFailed,
    Letters,
    ListLetters,
    Receipt,
    ResumeParsing,
    RetryResume,
)
from tests.e2e import journey
from tests.e2e.conftest import Person
from tests.e2e.paced_models import ModelHost, PausedModels

CONSUMER = "ministack-lambda-resumate-process-and-respond-"
VISIBILITY_SECONDS = 1800


@pytest.fixture(scope="session")
def model_host(settings: Settings, stack: RunningStack) -> Iterator[ModelHost]:
    with ExitStack() as at_the_end:
        yield ModelHost(settings, stack, at_the_end)


@pytest.fixture
def model(model_host: ModelHost) -> Iterator[PausedModels]:
    """A language model that stops in the middle of each draft until it is told to go on."""
    with model_host.pausing() as pausing:
        yield pausing


def third_delta(followed: journey.Followed) -> bool:
    return len(followed.deltas) >= 3


def has_written_words(followed: journey.Followed) -> bool:
    return bool(followed.deltas)


# ---------------------------------------------------------------- the socket


def test_a_socket_lost_at_the_third_delta_and_opened_again_gets_the_same_text(person: Person, model: PausedModels):
    witness, lost = person.connect(), person.connect()
    journey.ready_resume(witness)
    letter_id = journey.ask_for_letter(lost)
    journey.follow(lost, letter_id, until=third_delta)
    lost.close()
    back = person.connect()
    snapshot = journey.get_letter(back, letter_id)
    assert (snapshot.status, snapshot.draft, snapshot.seq >= 3) == ("writing", 1, True)
    model.go_on()
    later = [delta for delta in journey.follow(back, letter_id).deltas if delta.seq > snapshot.seq]
    whole = journey.follow(witness, letter_id)
    assert [delta.seq for delta in later][:1] == [snapshot.seq + 1]
    first_draft = [delta.text for delta in whole.deltas if delta.draft == 1]
    assert snapshot.text + "".join(delta.text for delta in later if delta.draft == 1) == "".join(first_draft)
    assert journey.get_letter(back, letter_id).text == whole.completed.text


def test_a_letter_whose_asker_has_gone_is_stored_for_when_they_come_back(person: Person, model: PausedModels):
    client = person.connect()
    journey.ready_resume(client)
    letter_id = journey.ask_for_letter(client)
    journey.follow(client, letter_id, until=has_written_words)
    client.close()
    model.go_on()
    back = person.connect()
    assert wait_for(lambda: journey.get_letter(back, letter_id).status == "completed")
    assert model.calls == journey.get_letter(back, letter_id).drafts


# ---------------------------------------------------------------- the person


def test_a_cancelled_letter_ends_as_cancelled_and_nothing_follows(client: SocketClient, model: PausedModels):
    journey.ready_resume(client)
    letter_id = journey.ask_for_letter(client)
    journey.follow(client, letter_id, until=has_written_words)
    time.sleep(0.5)  # the model pauses; words that were on their way when it did have arrived by now
    late_events(client)
    cancelled = client.ask_for(CancelLetter(request_id=new_request_id(), letter_id=letter_id), LetterCancelled)
    assert cancelled.letter_id == letter_id
    model.go_on()
    time.sleep(1.5)
    assert late_events(client) == []
    assert journey.get_letter(client, letter_id).status == "cancelled"
    again = CancelLetter(request_id=new_request_id(), letter_id=letter_id)
    assert journey.error_of(client, again) == "letter_finished"


def test_a_letter_or_a_resume_deleted_while_it_is_written_leaves_no_letter(client: SocketClient, model: PausedModels):
    resume_id = journey.ready_resume(client)
    first = journey.ask_for_letter(client)
    journey.follow(client, first, until=has_written_words)
    client.ask_for(DeleteLetter(request_id=new_request_id(), letter_id=first), Receipt)
    second = journey.ask_for_letter(client)
    journey.follow(client, second, until=has_written_words)
    client.ask_for(DeleteResume(request_id=new_request_id(), resume_id=resume_id), Receipt)
    model.go_on()
    time.sleep(1.5)
    assert not [event for event in late_events(client) if isinstance(event, LetterCompleted)]
    assert client.ask_for(ListLetters(request_id=new_request_id()), Letters).items == []


def late_events(client: SocketClient) -> list[object]:
    """What still comes: deltas and ends of letters."""
    journey.assert_usable(client)
    return [event for event in journey.drained(client) if isinstance(event, (LetterDelta, *journey.OVER))]


# ---------------------------------------------------------------- the models


def test_an_upload_without_the_models_fails_with_a_code_and_is_read_again_without_uploading(
    client: SocketClient, model_host: ModelHost
):
    with model_host.stopped():
        failed = journey.upload(client, "resume.pdf", journey.pdf_of())
        assert failed.code == "embedding_unavailable"
        assert "Your file is kept" in failed.verdict.message
    client.ask_for(RetryResume(request_id=new_request_id(), resume_id=failed.resume_id), ResumeParsing)
    assert journey.verdict_of(client, failed.resume_id).code is None
    retry = RetryResume(request_id=new_request_id(), resume_id=failed.resume_id)
    assert journey.error_of(client, retry) == "invalid_field"
    assert journey.write(client).completed


def test_asking_for_a_letter_without_the_models_ends_in_a_code(client: SocketClient, model_host: ModelHost):
    journey.ready_resume(client)
    with model_host.stopped():
        end = journey.write(client).end
        assert isinstance(end, LetterFailed)
        assert end.code == "retrieval_unavailable"
    assert journey.write(client).completed


def test_a_letter_outlives_a_model_host_that_is_gone_for_a_moment(client: SocketClient, model_host: ModelHost):
    journey.ready_resume(client)
    with model_host.pausing() as model:
        letter_id = journey.ask_for_letter(client)
        before = journey.follow(client, letter_id, until=has_written_words)
        model.break_off()
    after = journey.follow(client, letter_id, seconds=90)
    assert after.completed.text == journey.get_letter(client, letter_id).text
    seqs = [delta.seq for delta in [*before.deltas, *after.deltas]]
    assert seqs == list(range(1, len(seqs) + 1))
    assert late_events(client) == []


# ---------------------------------------------------------------- the consumer


def test_a_consumer_killed_in_mid_letter_loses_and_doubles_nothing(
    client: SocketClient, model: PausedModels, stack: RunningStack, settings: Settings
):
    journey.ready_resume(client)
    letter_id = journey.ask_for_letter(client)
    before = journey.follow(client, letter_id, until=third_delta)
    kill_consumer(stack)
    assert journey.get_letter(client, letter_id).status == "writing"
    assert 0 < seconds_of_lease(settings, letter_id) < VISIBILITY_SECONDS
    end_lease(settings, letter_id)
    model.go_on()
    redeliver(stack, settings, letter_id)
    after = journey.follow(client, letter_id)
    assert min(delta.draft for delta in after.deltas[-1:]) > before.deltas[-1].draft
    seqs = [delta.seq for delta in [*before.deltas, *after.deltas]]
    assert seqs == sorted(set(seqs))
    assert after.completed.text == journey.get_letter(client, letter_id).text
    assert late_events(client) == []
    assert len(client.ask_for(ListLetters(request_id=new_request_id()), Letters).items) == 1


def test_a_second_delivery_while_a_letter_is_written_does_not_write_it_twice(
    client: SocketClient, model: PausedModels, stack: RunningStack, settings: Settings
):
    journey.ready_resume(client)
    letter_id = journey.ask_for_letter(client)
    journey.follow(client, letter_id, until=has_written_words)
    body, _ = message_of(stack, settings, letter_id)
    queue = aws_client("sqs", stack.addresses["aws"])
    queue.send_message(QueueUrl=stack.outputs["PromptQueueUrl"], MessageBody=body)
    model.go_on()
    drafts = journey.follow(client, letter_id).completed.drafts
    assert wait_for(lambda: message_of(stack, settings, letter_id) is None)
    assert model.calls == drafts
    assert late_events(client) == []


def test_a_message_that_is_no_job_blocks_nobody(client: SocketClient, stack: RunningStack):
    queue = aws_client("sqs", stack.addresses["aws"])
    for body in ("not JSON", "{}", '{"version":99}'):
        queue.send_message(QueueUrl=stack.outputs["PromptQueueUrl"], MessageBody=body)
    journey.ready_resume(client)
    assert journey.write(client).completed


def kill_consumer(stack: RunningStack) -> None:
    """Kill the process that writes letters."""
    aws = next(item for item in stack.processes if item.name == "embedded AWS").find()
    assert aws is not None
    consumers = [child for child in aws.children(recursive=True) if CONSUMER in " ".join(command_of(child))]
    assert consumers
    for process in consumers:
        process.kill()


def command_of(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return []


def seconds_of_lease(settings: Settings, letter_id: str) -> float:
    return float(
        ask_database(settings, "select extract(epoch from lease_until - now()) from letters where id = %s", letter_id)
    )


def end_lease(settings: Settings, letter_id: str) -> None:
    """Let the time pass that a lease lasts."""
    statement = "update letters set lease_until = now() - interval '1 second' where id = %s returning 1"
    assert ask_database(settings, statement, letter_id) == 1


def ask_database(settings: Settings, statement: str, letter_id: str) -> object:
    with psycopg.connect(PostgresHost(settings.layout.postgres).admin_dsn) as connection:
        row = connection.execute(statement.encode(), [letter_id]).fetchone()
    return row and row[0]


def redeliver(stack: RunningStack, settings: Settings, letter_id: str) -> None:
    """Let the time pass after which the queue hands a message out again."""
    found = message_of(stack, settings, letter_id)
    assert found is not None, "the message is gone"
    aws_client("sqs", stack.addresses["aws"]).change_message_visibility(
        QueueUrl=stack.outputs["PromptQueueUrl"], ReceiptHandle=found[1], VisibilityTimeout=0
    )


def message_of(stack: RunningStack, settings: Settings, letter_id: str) -> tuple[str, str] | None:
    """The body and the receipt handle of a letter's message, as the queue saves them."""
    save_now(int(stack.addresses["aws"].rpartition(":")[2]))
    saved = json.loads((settings.layout.aws_state / "sqs.json").read_text())
    return next(found_messages(saved, letter_id), None)


def found_messages(saved: object, letter_id: str) -> Iterator[tuple[str, str]]:
    if isinstance(saved, dict) and "receipt_handle" in saved and letter_id in str(saved.get("body")):
        yield saved["body"], saved["receipt_handle"]
    for value in saved.values() if isinstance(saved, dict) else saved if isinstance(saved, list) else ():
        yield from found_messages(value, letter_id)


def wait_for(happened: Callable[[], bool], seconds: float = 40.0) -> bool:
    deadline = time.monotonic() + seconds
    while not happened():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.2)
    return True
