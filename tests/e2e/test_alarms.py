"""Every alarm rings, tells the topic, and returns: by its metric, and where it can be had at home by the real condition.

The stack is one of its own: what is broken here would disturb other tests, and they would ring here. The time of its
metrics is put forward by the tests, so none of them depends on how fast the machine is. The alarms of
`stacks/monitoring.yaml`, which the laptop does not deploy, are deployed beside it from the file itself, twice: for this
stack, and as if for a second one of the account, of which nothing here may be taken.
"""

import json
import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Final

import pytest

from devstack.client import SocketClient, post_upload
from devstack.embedded_aws import EVENT_RETRY_VARIABLE
from devstack.environments import aws_client
from devstack.problems import Problem, ProblemCode
from devstack.progress import Progress
from devstack.settings import Settings, read_settings
from devstack.stack import Stack
from devstack.state import RunningStack
from resumate.gateway.messages import LetterFailed, UploadCreated
from resumate.limits import QUEUE_RECEIVES
from tests.e2e import journey
from tests.e2e.conftest import Person, new_person
from tests.e2e.letters_queue import hand_out_again, turn_consumer, visible_in, wait_until_queued
from tests.e2e.on_call import LONGEST_MINUTES, OnCall, deploy_monitoring
from tests.e2e.paced_models import ModelHost
from tests.e2e.test_faults import wait_for

pytestmark = pytest.mark.timeout(900)  # a stack of its own is started first

RESUMES: Final = 22
REFUSED: Final = 120
LETTERS: Final = 6
BACKLOG: Final = 3
NO_PDF: Final = b"%PDF-1.7\nthis is none"


@pytest.fixture(scope="module")
def alarm_settings() -> Iterator[Settings]:
    home = Path(tempfile.mkdtemp(prefix="resumate-alarms-"))
    yield read_settings({"RESUMATE_HOME": str(home), "RESUMATE_PORT": "0"})
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="module")
def watched(alarm_settings: Settings) -> Iterator[RunningStack]:
    """A stack with the alarms of both homes, on which an event that failed comes again in seconds, not minutes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(EVENT_RETRY_VARIABLE, "1")
        stack = Stack(alarm_settings, Progress())
        running = stack.start()
    try:
        # The two providers of models and the two databases have alarms of their own.
        deploy_monitoring(running, "watched-first", "resumate", "sagemaker", "instance")
        deploy_monitoring(running, "watched-second", "second", "bedrock", "serverless")
        yield running
    finally:
        stack.stop()


@pytest.fixture(scope="module")
def hearing(watched: RunningStack) -> OnCall:
    return OnCall(watched)


@pytest.fixture
def on_call(hearing: OnCall) -> OnCall:
    """Somebody on call who hears of nothing: every alarm is OK."""
    hearing.calm_down()
    return hearing


@pytest.fixture
def people(watched: RunningStack) -> Iterator[tuple[Person, Person]]:
    pair = (new_person(watched), new_person(watched))
    yield pair
    for person in pair:
        person.close()


@pytest.fixture
def client(people: tuple[Person, Person]) -> SocketClient:
    return people[0].connect()


def rings(on_call: OnCall, *names: str, most: int) -> None:
    """All these alarms ring within some minutes, and no other does."""
    assert on_call.pass_minutes_until(lambda: on_call.told("ALARM").keys() >= {*names}, most), on_call.told("ALARM")
    assert on_call.told("ALARM").keys() == {*names}


def returns(on_call: OnCall, *names: str) -> None:
    """All these alarms say that they are over, when time passes and nothing else happens."""
    assert on_call.pass_minutes_until(lambda: on_call.told("OK").keys() >= {*names}), on_call.told("OK")


# ---------------------------------------------------------------- by the metric


def test_every_alarm_rings_by_its_metric_tells_the_topic_and_returns(on_call: OnCall):
    alarms = {alarm["AlarmName"]: alarm for alarm in on_call.alarms()}
    assert len(alarms) > 40
    rang = on_call.pass_minutes_until(
        lambda: on_call.told("ALARM").keys() == alarms.keys(), each=lambda: on_call.put(beyond)
    )
    assert rang, alarms.keys() - on_call.told("ALARM").keys()
    returned = on_call.pass_minutes_until(
        lambda: on_call.told("OK").keys() == alarms.keys(), each=lambda: on_call.put(within)
    )
    assert returned, alarms.keys() - on_call.told("OK").keys()
    for name, message in on_call.told("ALARM").items():
        assert message["AlarmDescription"] == alarms[name]["AlarmDescription"]
        assert message["Trigger"]["MetricName"] == alarms[name]["MetricName"]
        assert message["AlarmArn"] == alarms[name]["AlarmArn"]


def beyond(alarm: dict[str, Any]) -> float:
    """A value that breaches."""
    step = 1 + abs(alarm["Threshold"])
    return float(alarm["Threshold"] + (step if alarm["ComparisonOperator"].startswith("Greater") else -step))


def within(alarm: dict[str, Any]) -> float:
    """A value that does not."""
    return 0.0 if alarm["ComparisonOperator"].startswith("Greater") else float(alarm["Threshold"] * 2)


# ---------------------------------------------------------------- by the real condition


def test_a_function_that_cannot_start_rings_for_itself_and_for_no_other(watched: RunningStack, on_call: OnCall):
    functions = aws_client("lambda", watched.addresses["aws"])
    with broken(functions, "resumate-fetch-user-data"):
        answer = functions.invoke(FunctionName="resumate-fetch-user-data", Payload=b"{}")
        assert answer.get("FunctionError")
        rings(on_call, "resumate-errors-fetch-user-data", most=1)
    returns(on_call, "resumate-errors-fetch-user-data")


@contextmanager
def broken(functions: Any, name: str) -> Iterator[None]:
    """Let a function be one that cannot be imported."""
    handler = functions.get_function_configuration(FunctionName=name)["Handler"]
    functions.update_function_configuration(FunctionName=name, Handler="functions.gone.app.lambda_handler")
    try:
        yield
    finally:
        functions.update_function_configuration(FunctionName=name, Handler=handler)


def test_letters_that_wait_too_long_ring_and_are_written_when_the_consumer_is_back(
    watched: RunningStack, on_call: OnCall, client: SocketClient
):
    journey.ready_resume(client)
    turn_consumer(watched, on=False)
    letters = [journey.ask_for_letter(client, f"{journey.JOB}\nNumber {number}") for number in range(BACKLOG)]
    wait_until_queued(watched, BACKLOG)
    on_call.pass_minutes(10)
    assert on_call.told("ALARM") == {}
    rings(on_call, "resumate-queue-age", most=4)
    turn_consumer(watched, on=True)
    assert wait_for(lambda: {journey.get_letter(client, letter).status for letter in letters} == {"completed"}, 120)
    returns(on_call, "resumate-queue-age")


def test_letters_that_no_model_writes_ring_as_failed_and_as_dead(
    watched: RunningStack, alarm_settings: Settings, on_call: OnCall, client: SocketClient
):
    journey.ready_resume(client)
    turn_consumer(watched, on=False)
    letters = {journey.ask_for_letter(client, f"{journey.JOB}\nNumber {number}") for number in range(LETTERS)}
    # Their prompts are written first, for which the models are needed.
    wait_until_queued(watched, LETTERS)
    failed: list[LetterFailed] = []
    dead = watched.outputs["DeadLetterQueueUrl"]

    def all_are_dead() -> bool:
        hand_out_again(watched, alarm_settings)
        failed.extend(event for event in journey.drained(client, 0.5) if isinstance(event, LetterFailed))
        return visible_in(watched, dead) == LETTERS

    with ExitStack() as at_the_end, ModelHost(alarm_settings, watched, at_the_end).stopped():
        turn_consumer(watched, on=True)
        assert wait_for(all_are_dead, 240), failed
    assert {event.code for event in failed} == {"dead_letter"}
    assert sorted(event.letter_id for event in failed) == sorted(letters)
    on_call.wait_for_count("letters_failed", LETTERS, code="dead_letter")
    rings(on_call, "resumate-letters-failed", "resumate-dead-letters", most=1)
    aws_client("sqs", watched.addresses["aws"]).purge_queue(QueueUrl=dead)
    returns(on_call, "resumate-letters-failed", "resumate-dead-letters")
    # Once a letter, and once an attempt.
    assert on_call.counted("letters_failed", code="dead_letter") == LETTERS
    assert on_call.counted("letter_attempts_failed", code="generation_unavailable") == LETTERS * QUEUE_RECEIVES


def test_files_that_cannot_be_read_ring(people: tuple[Person, Person], on_call: OnCall):
    # Two people, because one may keep twenty files.
    clients = [person.connect() for person in people]
    slots = [journey.ask_for_slot(clients[number % 2], "a.pdf", len(NO_PDF)) for number in range(RESUMES)]
    assert {type(slot) for slot in slots} == {UploadCreated}
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda slot: post_upload(slot, "resume.pdf", NO_PDF) < 300, slots)) == {True}
    on_call.wait_for_count("resumes_failed", RESUMES, code="corrupt")
    rings(on_call, "resumate-resumes-failed", most=1)
    returns(on_call, "resumate-resumes-failed")
    for client in clients:  # a socket whose events nobody takes is slow to close
        journey.drained(client)


def test_uploads_that_nobody_could_read_ring_and_wait_for_the_fix(
    watched: RunningStack, on_call: OnCall, client: SocketClient
):
    functions, queues = (aws_client(name, watched.addresses["aws"]) for name in ("lambda", "sqs"))
    queue = queues.get_queue_url(QueueName="resumate-unread-uploads")["QueueUrl"]
    received: list[dict[str, Any]] = []

    def has_arrived() -> bool:
        wanted = {"QueueUrl": queue, "MessageAttributeNames": ["All"], "VisibilityTimeout": 0}
        received.extend(queues.receive_message(**wanted).get("Messages", []))
        return bool(received)

    with broken(functions, "resumate-user-init"):
        slot = journey.ask_for_slot(client, "resume.pdf", len(NO_PDF))
        assert isinstance(slot, UploadCreated)
        post_upload(slot, "resume.pdf", NO_PDF)
        # Lambda calls it three times before it gives up.
        assert wait_for(has_arrived, 240)
    rings(on_call, "resumate-unread-uploads", "resumate-errors-user-init", most=1)
    assert json.loads(received[0]["Body"])["Records"][0]["s3"]["object"]["key"].endswith(slot.resume_id)
    queues.purge_queue(QueueUrl=queue)
    returns(on_call, "resumate-unread-uploads", "resumate-errors-user-init")


def test_sockets_that_are_refused_ring(watched: RunningStack, on_call: OnCall):
    def knock(_: int) -> str:
        with pytest.raises(Problem) as refused:
            SocketClient.open(watched.addresses["socket"], "no-token")
        return refused.value.code

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(knock, range(REFUSED))) == {ProblemCode.SIGN_IN}
    on_call.wait_for_count("connections_refused", REFUSED, reason="shape")
    rings(on_call, "resumate-refused-connections", most=1)
    returns(on_call, "resumate-refused-connections")


def test_the_longest_that_an_alarm_looks_back_is_what_these_tests_let_pass(hearing: OnCall):
    assert max(alarm["Period"] * alarm["EvaluationPeriods"] for alarm in hearing.alarms()) == LONGEST_MINUTES * 60
