"""What operators see of all that the tests before did: lines that can be followed, and nothing that a user wrote.

Last by its name, so that the logs of a whole run are there to be searched; alone, it makes a run of its own.
"""

import json
from pathlib import Path

from devstack.client import SocketClient, new_request_id
from devstack.settings import Settings
from devstack.state import RunningStack
from tests.documents.people import EVERYBODY, NURSE
from tests.e2e import journey
from tests.e2e.conftest import Person

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


def test_a_letter_can_be_followed_from_the_request_to_the_writing_by_one_id(client: SocketClient, settings: Settings):
    journey.ready_resume(client)
    letter_id = journey.ask_for_letter(client)
    assert journey.follow(client, letter_id).completed
    writing = lines_of(settings, "process-and-respond")
    asking = lines_of(settings, "user-inference")
    ids = {line["correlation_id"] for line in asking[-4:] if "correlation_id" in line}
    assert any(line.get("correlation_id") in ids for line in writing), "no id of the request is in the writing's log"


def lines_of(settings: Settings, function: str) -> list[dict[str, object]]:
    """The lines of a function's log that are JSON."""
    path = settings.layout.function_logs / f"resumate-{function}.log"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("{")]
