"""Every alarm rings, tells the topic, and returns: by its metric, and where it can be had at home by the real condition.

The stack is one of its own, because what is broken here would disturb other tests, and its metrics go by a clock that
runs thirty times as fast (`devstack.aws_host.metric_clock`): a quarter of an hour takes half a minute. The alarms of
`stacks/monitoring.yaml`, which the laptop does not deploy, are deployed beside it from the file itself.
"""

import json
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from botocore.exceptions import ClientError

from devstack.client import SocketClient, post_upload
from devstack.embedded_aws import METRIC_SPEED, save_now
from devstack.environments import aws_client
from devstack.problems import Problem, ProblemCode
from devstack.progress import Progress
from devstack.settings import Settings, read_settings
from devstack.stack import Stack
from devstack.state import RunningStack
from resumate.gateway.messages import LetterFailed, UploadCreated
from tests.e2e import journey
from tests.e2e.conftest import CHECKOUT, Person, new_person
from tests.e2e.paced_models import ModelHost
from tests.e2e.resilience.alarm_listener import AlarmListener
from tests.e2e.test_faults import found_messages, wait_for

pytestmark = pytest.mark.timeout(900)  # a stack of its own is started first

SPEED: Final = 30
LONGEST_SECONDS: Final = 900 / SPEED
"""The most that an alarm looks back, in real seconds."""
SLACK_SECONDS: Final = 30.0
RESUMES: Final = 22
REFUSED: Final = 120
LETTERS: Final = 8
NO_PDF: Final = b"%PDF-1.7\nthis is none"
SETTINGS_OF_MONITORING: Final = {
    "SocketApiId": "api",
    "Stage": "live",
    "EmbedderEndpoint": "resumate-embedder",
    "LanguageModelEndpoint": "resumate-llm",
    "DatabaseIdentifier": "resumate",
    "MostConnections": "350",
    "MonthlyBudget": "200",
}


@pytest.fixture(scope="module")
def alarm_settings() -> Iterator[Settings]:
    home = Path(tempfile.mkdtemp(prefix="resumate-alarms-"))
    yield read_settings({"RESUMATE_HOME": str(home), "RESUMATE_PORT": "0"})
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="module")
def watched(alarm_settings: Settings) -> Iterator[RunningStack]:
    """A stack with the alarms of both homes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(METRIC_SPEED, str(SPEED))
        stack = Stack(alarm_settings, Progress())
        running = stack.start()
    try:
        # The two databases and the two providers of models have alarms of their own.
        for number, (provider, kind) in enumerate((("sagemaker", "instance"), ("bedrock", "serverless"))):
            deploy_monitoring(running, f"watched-{number}", provider, kind)
        yield running
    finally:
        stack.stop()


def deploy_monitoring(running: RunningStack, name: str, provider: str, kind: str) -> None:
    """Deploy the alarms of the AWS home."""
    text = (CHECKOUT / "stacks" / "monitoring.yaml").read_text(encoding="utf-8")
    # The embedded AWS knows no budgets. What is left out is this one resource, from its name to the next heading.
    without_budget = re.sub(r"\n  MonthlyCost:\n.*?(?=\n  # ---)", "\n", text, flags=re.DOTALL)
    assert without_budget != text
    assert yaml.compose(without_budget)
    chosen = {
        "LanguageModelProvider": provider,
        "DatabaseKind": kind,
        "AlarmTopicArn": running.outputs["AlarmTopicArn"],
    }
    # The first has the names of the deployed functions; they are what some real conditions below drive.
    chosen |= SETTINGS_OF_MONITORING | {"ApplicationName": "resumate" if kind == "instance" else "second"}
    parameters = [{"ParameterKey": key, "ParameterValue": value} for key, value in chosen.items()]
    cloudformation = aws_client("cloudformation", running.addresses["aws"])
    cloudformation.create_stack(StackName=name, TemplateBody=without_budget, Parameters=parameters)
    described = lambda: cloudformation.describe_stacks(StackName=name)["Stacks"][0]["StackStatus"]  # noqa: E731
    assert wait_for(lambda: described() == "CREATE_COMPLETE"), described()


@pytest.fixture(scope="module")
def on_call(watched: RunningStack) -> AlarmListener:
    return AlarmListener(watched)


@pytest.fixture
def listener(on_call: AlarmListener, watched: RunningStack) -> AlarmListener:
    """Somebody on call who hears of nothing: every alarm is OK."""
    wait_until_calm(watched)
    on_call.forget()
    return on_call


@pytest.fixture
def caller(watched: RunningStack) -> Iterator[Person]:
    person = new_person(watched)
    yield person
    person.close()


@pytest.fixture
def other(watched: RunningStack) -> Iterator[Person]:
    person = new_person(watched)
    yield person
    person.close()


def alarms_of(running: RunningStack) -> list[dict[str, Any]]:
    pages = aws_client("cloudwatch", running.addresses["aws"]).get_paginator("describe_alarms").paginate()
    return [alarm for page in pages for alarm in page["MetricAlarms"]]


def wait_until_calm(running: RunningStack) -> None:
    states = lambda: {alarm["AlarmName"]: alarm["StateValue"] for alarm in alarms_of(running)}  # noqa: E731
    calm = wait_for(lambda: set(states().values()) == {"OK"}, LONGEST_SECONDS + SLACK_SECONDS)
    assert calm, {name: state for name, state in states().items() if state != "OK"}


# ---------------------------------------------------------------- by the metric


def test_every_alarm_rings_by_its_metric_tells_the_topic_and_returns(watched: RunningStack, listener: AlarmListener):
    alarms = alarms_of(watched)
    names = {alarm["AlarmName"] for alarm in alarms}
    assert len(names) > 40
    with putting(watched, alarms, beyond):
        assert listener.wait_for("ALARM", names, LONGEST_SECONDS + SLACK_SECONDS) == set()
    with putting(watched, alarms, within):
        assert listener.wait_for("OK", names, LONGEST_SECONDS + SLACK_SECONDS) == set()
    told = {message["AlarmName"]: message for message in listener.heard if message["NewStateValue"] == "ALARM"}
    for alarm in alarms:
        message = told[alarm["AlarmName"]]
        assert message["AlarmDescription"] == alarm["AlarmDescription"]
        assert message["Trigger"]["MetricName"] == alarm["MetricName"]
        assert message["AlarmArn"] == alarm["AlarmArn"]


def beyond(alarm: dict[str, Any]) -> float:
    """A value that breaches."""
    step = 1 + abs(alarm["Threshold"])
    return alarm["Threshold"] + (step if alarm["ComparisonOperator"].startswith("Greater") else -step)


def within(alarm: dict[str, Any]) -> float:
    """A value that does not."""
    return 0 if alarm["ComparisonOperator"].startswith("Greater") else alarm["Threshold"] * 2


@contextmanager
def putting(
    running: RunningStack, alarms: list[dict[str, Any]], value_for: Callable[[dict[str, Any]], float]
) -> Iterator[None]:
    """Put each alarm's own metric, every real second."""
    client = aws_client("cloudwatch", running.addresses["aws"])
    over: list[bool] = []

    def put() -> None:
        while not over:
            for alarm in alarms:
                metric = {"MetricName": alarm["MetricName"], "Dimensions": alarm["Dimensions"]}
                client.put_metric_data(Namespace=alarm["Namespace"], MetricData=[{**metric, "Value": value_for(alarm)}])
            time.sleep(1)

    with ThreadPoolExecutor(1) as pool:
        done = pool.submit(put)
        try:
            yield
        finally:
            over.append(True)
        done.result()


# ---------------------------------------------------------------- by the real condition


def test_a_function_that_cannot_start_rings_for_itself_and_for_no_other(watched: RunningStack, listener: AlarmListener):
    functions = aws_client("lambda", watched.addresses["aws"])
    with broken(functions, "resumate-fetch-user-data"):
        answer = functions.invoke(FunctionName="resumate-fetch-user-data", Payload=b"{}")
        assert answer.get("FunctionError")
        assert listener.wait_for("ALARM", {"resumate-errors-fetch-user-data"}, SLACK_SECONDS) == set()
    assert listener.wait_for("OK", {"resumate-errors-fetch-user-data"}, SLACK_SECONDS) == set()
    assert listener.rang() == {"resumate-errors-fetch-user-data"}


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
    watched: RunningStack, listener: AlarmListener, caller: Person
):
    client = caller.connect()
    journey.ready_resume(client)
    turn_consumer(watched, on=False)
    letter_id = journey.ask_for_letter(client)
    assert listener.wait_for("ALARM", {"resumate-queue-age"}, 780 / SPEED + SLACK_SECONDS) == set()
    turn_consumer(watched, on=True)
    assert journey.follow(client, letter_id).completed
    assert listener.wait_for("OK", {"resumate-queue-age"}, SLACK_SECONDS) == set()


def test_letters_that_no_model_writes_ring_as_failed_and_as_dead(
    watched: RunningStack, alarm_settings: Settings, listener: AlarmListener, caller: Person
):
    client = caller.connect()
    journey.ready_resume(client)
    turn_consumer(watched, on=False)
    letters = {journey.ask_for_letter(client, f"{journey.JOB}\nNumber {number}") for number in range(LETTERS)}
    # They wait when their prompts are written, for which the models are needed once.
    assert wait_for(lambda: visible_in(watched, watched.outputs["PromptQueueUrl"]) == LETTERS)
    names = {"resumate-letters-failed", "resumate-dead-letters"}
    with ExitStack() as at_the_end, ModelHost(alarm_settings, watched, at_the_end).stopped():
        turn_consumer(watched, on=True)
        failed = set()
        while failed != letters:
            hand_out_again(watched, alarm_settings)
            ends = [event for event in journey.drained(client, 1.0) if isinstance(event, LetterFailed)]
            assert {event.code for event in ends} <= {"dead_letter"}
            failed |= {event.letter_id for event in ends}
        hand_out_again(watched, alarm_settings)
        assert listener.wait_for("ALARM", names, SLACK_SECONDS) == set()
        dead = watched.outputs["DeadLetterQueueUrl"]
        aws_client("sqs", watched.addresses["aws"]).purge_queue(QueueUrl=dead)
        assert listener.wait_for("OK", names, LONGEST_SECONDS + SLACK_SECONDS) == set()


def visible_in(running: RunningStack, queue: str) -> int:
    """How many messages wait in a queue."""
    wanted = ["ApproximateNumberOfMessages"]
    found = aws_client("sqs", running.addresses["aws"]).get_queue_attributes(QueueUrl=queue, AttributeNames=wanted)
    return int(found["Attributes"][wanted[0]])


def turn_consumer(running: RunningStack, *, on: bool) -> None:
    """Take the consumer off the queue, or put it back."""
    functions = aws_client("lambda", running.addresses["aws"])
    sources = functions.list_event_source_mappings(FunctionName="resumate-process-and-respond")
    functions.update_event_source_mapping(UUID=sources["EventSourceMappings"][0]["UUID"], Enabled=on)


def hand_out_again(running: RunningStack, settings: Settings) -> None:
    """Let the time pass after which the queue hands out again what failed."""
    save_now(int(running.addresses["aws"].rpartition(":")[2]))
    saved = json.loads((settings.layout.aws_state / "sqs.json").read_text())
    queue = aws_client("sqs", running.addresses["aws"])
    receipts = {receipt for _, receipt in found_messages(saved, "letter_id")} - {None}  # a dead letter has none yet
    for receipt in receipts:
        with suppress(ClientError):  # done meanwhile
            queue.change_message_visibility(
                QueueUrl=running.outputs["PromptQueueUrl"], ReceiptHandle=receipt, VisibilityTimeout=0
            )


def test_files_that_cannot_be_read_ring(watched: RunningStack, listener: AlarmListener, caller: Person, other: Person):
    # Two people, because one may keep twenty files.
    clients = [caller.connect(), other.connect()]
    slots = [journey.ask_for_slot(clients[number % 2], "a.pdf", len(NO_PDF)) for number in range(RESUMES)]
    assert {type(slot) for slot in slots} == {UploadCreated}
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda slot: post_upload(slot, "resume.pdf", NO_PDF), slots))
    assert listener.wait_for("ALARM", {"resumate-resumes-failed"}, LONGEST_SECONDS + SLACK_SECONDS) == set()
    assert listener.wait_for("OK", {"resumate-resumes-failed"}, LONGEST_SECONDS + SLACK_SECONDS) == set()
    assert listener.rang() == {"resumate-resumes-failed"}


def test_uploads_that_nobody_could_read_ring_and_wait_for_the_fix(
    watched: RunningStack, listener: AlarmListener, caller: Person
):
    client = caller.connect()
    functions = aws_client("lambda", watched.addresses["aws"])
    with broken(functions, "resumate-user-init"):
        slot = journey.ask_for_slot(client, "resume.pdf", len(NO_PDF))
        assert isinstance(slot, UploadCreated)
        post_upload(slot, "resume.pdf", NO_PDF)
        names = {"resumate-unread-uploads", "resumate-errors-user-init"}
        assert listener.wait_for("ALARM", names, 4 * SLACK_SECONDS) == set()
    queues = aws_client("sqs", watched.addresses["aws"])
    queue = queues.get_queue_url(QueueName="resumate-unread-uploads")["QueueUrl"]
    (unread,) = queues.receive_message(QueueUrl=queue, MessageAttributeNames=["All"])["Messages"]
    assert json.loads(unread["Body"])["Records"][0]["s3"]["object"]["key"].endswith(slot.resume_id)
    queues.delete_message(QueueUrl=queue, ReceiptHandle=unread["ReceiptHandle"])
    assert listener.wait_for("OK", names, SLACK_SECONDS) == set()


def test_sockets_that_are_refused_ring(watched: RunningStack, listener: AlarmListener):
    def knock(_: int) -> str:
        with pytest.raises(Problem) as refused:
            SocketClient.open(watched.addresses["socket"], "no-token")
        return refused.value.code

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(knock, range(REFUSED))) == {ProblemCode.SIGN_IN}
    assert listener.wait_for("ALARM", {"resumate-refused-connections"}, SLACK_SECONDS) == set()
    assert listener.wait_for("OK", {"resumate-refused-connections"}, LONGEST_SECONDS + SLACK_SECONDS) == set()
    # The second set of alarms watches the same socket API.
    assert listener.rang() == {"resumate-refused-connections", "second-refused-connections"}
