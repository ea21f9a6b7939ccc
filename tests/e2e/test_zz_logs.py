"""What operators see of all that the tests before did: lines that can be followed, and nothing that a user wrote.

Last by its name, so that the logs of a whole run are there to be searched; alone, it makes a run of its own.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from devstack.client import SocketClient, new_request_id
from devstack.environments import aws_client
from devstack.settings import Settings
from devstack.state import RunningStack
from resumate.gateway.messages import CreateLetter, LetterQueued
from tests.documents.people import EVERYBODY, NURSE
from tests.e2e import journey
from tests.e2e.conftest import Person
from tests.e2e.test_faults import wait_for

USED = ("user-auth", "user-connect", "user-doc-upload", "user-init", "user-inference", "process-and-respond")


def canaries() -> list[str]:
    """What the tests' people and job say, and no program would say by itself."""
    own = [word for person in EVERYBODY for word in (person.name, person.email, person.phone, person.link)]
    bullets = [bullet for person in EVERYBODY for job in person.jobs for bullet in job.bullets]
    return [*own, *bullets, journey.JOB_CANARY, "four hundred farms", "@example.com", "eyJ"]


def test_no_log_of_a_function_or_a_host_holds_what_a_user_wrote(
    person: Person, stack: RunningStack, settings: Settings
):
    token = person.token()
    with SocketClient.open(stack.addresses["socket"], token) as client:
        journey.ready_resume(client, content=journey.pdf_of(NURSE))
        journey.ready_resume(client)
        letter = journey.write(client).completed
        client.send_text(f'{{"action":"{journey.JOB_CANARY}","request_id":"{journey.JOB_CANARY}"}}')
        journey.error_of(client, journey.GetLetter(request_id=new_request_id(), letter_id=NURSE.phone))
    supported = [sentence.text for sentence in letter.sentences if sentence.state == "supported"]
    logs = [path for path in settings.layout.logs.rglob("*") if path.is_file()]
    assert {f"resumate-{name}.log" for name in USED} <= {path.name for path in logs}
    searched = [*canaries(), person.email, person.password, token, *supported]
    assert found_in(logs, searched) == []


def found_in(logs: list[Path], texts: list[str]) -> list[tuple[str, str]]:
    """Which log holds which text, as it is or written as JSON."""
    found = []
    for log in logs:
        content = log.read_text(encoding="utf-8", errors="replace")
        found += [(log.name, text) for text in texts if text in content or json.dumps(text)[1:-1] in content]
    return found


@pytest.fixture
def followed(client: SocketClient, settings: Settings) -> str:
    """The request id of a letter that was written, once its function has ended: its last lines come after the letter."""
    journey.ready_resume(client)
    request = CreateLetter(new_request_id(), job_description=journey.JOB)
    letter_id = client.ask_for(request, LetterQueued).letter_id
    assert journey.follow(client, letter_id).completed
    correlation = correlation_of(settings, request.request_id)
    assert wait_for(lambda: any("letters_completed" in line for line in lines_of_letter(settings, correlation)))
    return request.request_id


def lines_of_letter(settings: Settings, correlation: str) -> list[dict[str, Any]]:
    """What the function that writes logged of one letter."""
    return [line for line in lines_of(settings, "process-and-respond") if line.get("correlation_id") == correlation]


def correlation_of(settings: Settings, request_id: str) -> str:
    """The correlation id of a request, as its function logged it."""
    (handled,) = [line for line in lines_of(settings, "user-inference") if line.get("request_id") == request_id]
    return str(handled["correlation_id"])


def test_a_letter_can_be_followed_from_the_request_to_the_writing_by_one_id(followed: str, settings: Settings):
    correlation = correlation_of(settings, followed)
    writing = lines_of_letter(settings, correlation)
    assert any("letters_completed" in line for line in writing), "no line of the writing has the request's id"


def test_every_line_of_a_function_has_a_correlation_id(followed: str, settings: Settings):
    without = [(name, line) for name in USED for line in lines_of(settings, name) if not line.get("correlation_id")]
    assert without == []


def test_a_letter_leaves_its_metrics_with_their_units(followed: str, settings: Settings, stack: RunningStack):
    correlation = correlation_of(settings, followed)
    written = {metric for line in lines_of(settings, "process-and-respond") for metric in metrics_of(line, correlation)}
    counted = ("letters_completed", "letter_drafts", "sentences_removed", "prompt_tokens", "completion_tokens")
    measured = {("letter_cost", "None"), ("time_to_first_delta", "Milliseconds")}
    assert written == {(name, "Count") for name in counted} | measured
    requested = {metric for line in lines_of(settings, "user-inference") for metric in metrics_of(line, correlation)}
    assert requested == {("letters_requested", "Count")}
    found = aws_client("cloudwatch", stack.addresses["aws"]).list_metrics(Namespace="ResuMate/resumate")["Metrics"]
    assert {metric["MetricName"] for metric in found} >= {name for name, _ in written | requested}


def metrics_of(line: dict[str, Any], correlation: str) -> set[tuple[str, str]]:
    """Name and unit of the metrics of a line, if it is one of this letter."""
    if line.get("correlation_id") != correlation or "_aws" not in line:
        return set()
    return {
        (metric["Name"], metric["Unit"]) for group in line["_aws"]["CloudWatchMetrics"] for metric in group["Metrics"]
    }


def lines_of(settings: Settings, function: str) -> list[dict[str, Any]]:
    """The whole lines of a function's log that are JSON; one that is just being written is left for the next look."""
    path = settings.layout.function_logs / f"resumate-{function}.log"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n")[:-1] if line.startswith("{")]
