"""What operators do by command, on a deployed stack: redrive dead letters, erase a person, replay erasures, smoke-test.

The commands run as programs, once on this machine's stack and once as on AWS: with a stack's name, credentials and a
region, and ``AWS_ENDPOINT_URL`` in the place of the real services.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from devstack.client import SocketClient, new_request_id
from devstack.environments import aws_client
from devstack.postgres import PostgresHost
from devstack.settings import Settings
from devstack.state import RunningStack
from resumate.gateway.messages import DeleteLetter, ListLetters, Receipt
from tests.e2e import journey
from tests.e2e.conftest import CHECKOUT, Person
from tests.e2e.test_faults import wait_for

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def local(settings: Settings, stack: RunningStack) -> Run:
    """Run `resumate` on this machine's stack."""
    return runner({"RESUMATE_HOME": str(settings.home), "RESUMATE_PORT": "0"})


@pytest.fixture
def as_on_aws(stack: RunningStack, tmp_path: Path) -> Run:
    """Run `resumate` as on AWS: nothing of this machine's stack is known but an address."""
    return runner(
        {
            "RESUMATE_HOME": str(tmp_path),
            "AWS_ENDPOINT_URL": stack.addresses["aws"],
            "AWS_ACCESS_KEY_ID": "000000000000",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_REGION": "us-east-1",
        },
        "--stack-name",
        "resumate",
    )


def runner(environment: dict[str, str], *choice: str) -> Run:
    def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "devstack", *arguments, *choice],
            cwd=CHECKOUT,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    return run


# ---------------------------------------------------------------- dead letters


@pytest.fixture
def consumer_off(stack: RunningStack) -> Iterator[Callable[[], None]]:
    """Nobody takes letters from the queue until this is called."""
    functions = aws_client("lambda", stack.addresses["aws"])
    mappings = functions.list_event_source_mappings(FunctionName="resumate-process-and-respond")
    uuid = mappings["EventSourceMappings"][0]["UUID"]
    functions.update_event_source_mapping(UUID=uuid, Enabled=False)

    def on() -> None:
        functions.update_event_source_mapping(UUID=uuid, Enabled=True)

    yield on
    on()


def dead_letter(stack: RunningStack, settings: Settings, client: SocketClient) -> str:
    """Ask for a letter that fails five times; return its id."""
    letter_id = journey.ask_for_letter(client)
    queue = aws_client("sqs", stack.addresses["aws"])
    taken: list[dict[str, Any]] = []

    def take() -> bool:
        answer = queue.receive_message(QueueUrl=stack.outputs["PromptQueueUrl"], WaitTimeSeconds=1)
        taken.extend(answer.get("Messages", []))
        return bool(taken)

    assert wait_for(take)
    queue.delete_message(QueueUrl=stack.outputs["PromptQueueUrl"], ReceiptHandle=taken[0]["ReceiptHandle"])
    assert letter_id in taken[0]["Body"]
    put_dead(stack, taken[0]["Body"])
    with psycopg.connect(PostgresHost(settings.layout.postgres).admin_dsn) as connection:
        connection.execute(
            "update letters set status = 'failed', error_code = 'dead_letter' where id = %s", [letter_id]
        )
    return letter_id


def put_dead(stack: RunningStack, body: str) -> None:
    aws_client("sqs", stack.addresses["aws"]).send_message(
        QueueUrl=stack.outputs["DeadLetterQueueUrl"], MessageBody=body
    )


def dead(stack: RunningStack) -> int:
    names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
    found = aws_client("sqs", stack.addresses["aws"]).get_queue_attributes(
        QueueUrl=stack.outputs["DeadLetterQueueUrl"], AttributeNames=names
    )["Attributes"]
    return sum(int(found[name]) for name in names)


def test_dead_letters_are_written_after_a_redrive_and_those_that_are_gone_are_dropped(
    client: SocketClient, stack: RunningStack, settings: Settings, local: Run, consumer_off: Callable[[], None]
) -> None:
    """Given one that can be written, one deleted, one cancelled and one that is no letter, then each gets its due."""
    journey.ready_resume(client)
    wanted = dead_letter(stack, settings, client)
    deleted = dead_letter(stack, settings, client)
    assert isinstance(client.ask(DeleteLetter(request_id=new_request_id(), letter_id=deleted)), Receipt)
    finished = dead_letter(stack, settings, client)
    with psycopg.connect(PostgresHost(settings.layout.postgres).admin_dsn) as connection:
        connection.execute("update letters set status = 'cancelled', error_code = null where id = %s", [finished])
    put_dead(stack, "not JSON")

    dry = local("redrive", "--dry-run", "--json")
    expected = {"moved": 1, "gone": 1, "finished": 1, "unreadable": 1}
    assert json.loads(dry.stdout) == {**expected, "dry_run": True}, dry.stderr
    assert dead(stack) == 4

    done = local("redrive", "--json")
    assert json.loads(done.stdout) == {**expected, "dry_run": False}, done.stderr
    assert done.returncode == 4, "what is no letter stays, and is told"
    assert dead(stack) == 1
    consumer_off()
    assert journey.follow(client, wanted).completed.text
    aws_client("sqs", stack.addresses["aws"]).purge_queue(QueueUrl=stack.outputs["DeadLetterQueueUrl"])


# ---------------------------------------------------------------- erasure


def test_a_person_is_erased_by_e_mail_with_a_receipt_and_a_second_time_nothing_is_left(
    person: Person, client: SocketClient, stack: RunningStack, as_on_aws: Run
) -> None:
    journey.ready_resume(client)
    assert journey.write(client).completed
    sub = user_id_of(stack, person)
    erased = as_on_aws("erase", "--user", person.email, "--yes", "--json")
    receipt = json.loads(erased.stdout)
    assert erased.returncode == 0, erased.stderr
    assert receipt["id"] == sub
    assert {kind: receipt["removed"][kind] for kind in ("resumes", "letters", "files", "sign_ins")} == dict.fromkeys(
        ("resumes", "letters", "files", "sign_ins"), 1
    )
    assert not any(receipt["remaining"].values())
    again = json.loads(as_on_aws("erase", "--user", sub, "--yes", "--json").stdout)
    assert not any(again["removed"].values())
    unknown = as_on_aws("erase", "--user", person.email, "--yes")
    assert (unknown.returncode, "Nobody signs in" in unknown.stderr) == (2, True)


def test_nobody_is_erased_without_a_yes(person: Person, local: Run) -> None:
    asked = local("erase", "--user", person.email)
    assert asked.returncode == 2
    assert "--yes" in asked.stderr
    assert person.token()


def test_what_a_restored_backup_brings_back_is_erased_again(
    person: Person, client: SocketClient, stack: RunningStack, settings: Settings, local: Run
) -> None:
    """Given rows of before an erasure, when the log is replayed, then they are gone and nobody else's are."""
    journey.ready_resume(client)
    letter_id = journey.write(client).letter_id
    sub = user_id_of(stack, person)
    with psycopg.connect(PostgresHost(settings.layout.postgres).admin_dsn) as connection:
        others = connection.execute("select count(*) from letters where user_id <> %s", [sub]).fetchone()
    assert local("erase", "--user", person.email, "--yes").returncode == 0
    with psycopg.connect(PostgresHost(settings.layout.postgres).admin_dsn) as connection:
        connection.execute(
            "insert into letters (id, user_id, request_id, job_description, status)"
            " values (%s, %s, 'restored', 'restored', 'queued')",
            [letter_id, sub],
        )
    done = json.loads(local("erase", "--replay", "--yes", "--json").stdout)
    assert done["people"] >= 1
    assert done["removed"]["letters"] == 1
    assert not any(done["remaining"].values())
    with psycopg.connect(PostgresHost(settings.layout.postgres).admin_dsn) as connection:
        assert connection.execute("select count(*) from letters where user_id = %s", [sub]).fetchone() == (0,)
        assert connection.execute("select count(*) from letters where user_id <> %s", [sub]).fetchone() == others


def test_the_erasure_log_names_nobody(person: Person, client: SocketClient, stack: RunningStack, local: Run) -> None:
    journey.ready_resume(client)
    sub = user_id_of(stack, person)
    local("erase", "--user", person.email, "--yes")
    buckets = aws_client("s3", stack.addresses["aws"])
    found = buckets.list_objects_v2(Bucket=stack.outputs["ResumeBucket"], Prefix="erasures/")["Contents"]
    assert found
    assert all(item["Size"] == 0 for item in found)
    assert not any(sub in item["Key"] or person.email in item["Key"] for item in found)


def user_id_of(stack: RunningStack, person: Person) -> str:
    found = aws_client("cognito-idp", stack.addresses["aws"]).admin_get_user(
        UserPoolId=stack.outputs["UserPoolId"], Username=person.email
    )
    return next(str(item["Value"]) for item in found["UserAttributes"] if item["Name"] == "sub")


# ---------------------------------------------------------------- a deploy's smoke test


def test_a_letter_is_written_on_a_stack_by_name_and_its_writer_is_gone_afterwards(
    stack: RunningStack, as_on_aws: Run, tmp_path: Path
) -> None:
    (tmp_path / "cv.pdf").write_bytes(journey.pdf_of())
    (tmp_path / "job.txt").write_text(journey.JOB)
    cognito = aws_client("cognito-idp", stack.addresses["aws"])

    def people() -> set[str]:
        return {user["Username"] for user in cognito.list_users(UserPoolId=stack.outputs["UserPoolId"])["Users"]}

    before = people()
    done = as_on_aws("letter", "--resume", str(tmp_path / "cv.pdf"), "--job", str(tmp_path / "job.txt"), "--json")
    assert done.returncode == 0, done.stderr
    letter = json.loads(done.stdout)["letter"]
    assert any(sentence["evidence"] for sentence in letter["sentences"])
    assert "a second look found nothing" in done.stderr
    assert people() == before


def test_somebody_writes_on_a_stack_by_name_with_an_account_of_their_own(
    person: Person, stack: RunningStack, as_on_aws: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cv.pdf").write_bytes(journey.pdf_of())
    (tmp_path / "job.txt").write_text(journey.JOB)
    letter = (
        "letter",
        "--resume",
        str(tmp_path / "cv.pdf"),
        "--job",
        str(tmp_path / "job.txt"),
        "--email",
        person.email,
    )
    without = as_on_aws(*letter)
    assert (without.returncode, "RESUMATE_PASSWORD" in without.stderr) == (2, True)
    monkeypatch.setenv("RESUMATE_PASSWORD", person.password)
    assert as_on_aws(*letter).returncode == 0
    assert len(person.connect().ask(ListLetters(request_id=new_request_id())).items) == 1


def test_a_stack_that_does_not_exist_and_an_address_that_does_not_answer_are_told(
    stack: RunningStack, as_on_aws: Run
) -> None:
    environment = {"AWS_ACCESS_KEY_ID": "1", "AWS_SECRET_ACCESS_KEY": "2", "AWS_REGION": "us-east-1"}
    unknown = runner({**environment, "AWS_ENDPOINT_URL": stack.addresses["aws"]}, "--stack-name", "nonesuch")("redrive")
    assert (unknown.returncode, "nonesuch" in unknown.stderr) == (4, True)
    silent = runner({**environment, "AWS_ENDPOINT_URL": "http://127.0.0.1:9"}, "--stack-name", "x")("redrive")
    assert (silent.returncode, "resumate: While reading the stack x" in silent.stderr) == (4, True)
