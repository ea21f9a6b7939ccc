"""The steps that end-to-end tests share: upload a file of a fictional person, ask for a letter, follow it to its end."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from devstack.client import SocketClient, new_request_id, post_upload
from devstack.problems import Problem, ProblemCode
from resumate.gateway.messages import (
    Action,
    CreateLetter,
    CreateUpload,
    ErrorEvent,
    Event,
    GetLetter,
    GetResume,
    LetterCancelled,
    LetterCompleted,
    LetterDelta,
    LetterEvent,
    LetterFailed,
    LetterNeedsInput,
    LetterQueued,
    Ping,
    Pong,
    ResumeEvent,
    ResumeFailed,
    ResumeParsing,
    ResumeReady,
    UploadCreated,
)
from tests.documents.docx_layouts import plain
from tests.documents.pdf_layouts import dates_at_right
from tests.documents.people import ENGINEER, Person

JOB: Final = """\
Senior Data Engineer
Tallowmere Grain Cooperative, Leiden

About us
We buy, store and ship grain for four hundred farms, and we do it with numbers.

What you will do
- Build and run the pipelines that feed our reporting
- Move what is left of our Oracle tables to PostgreSQL
- Look after the quality of the data between the teams that produce and the teams that use it

What you bring
- At least five years of experience as a data engineer
- Strong skills in Python and SQL
- Experience with dbt, Airflow or Kafka
- Experience in leading a small team
- A degree in computer science, mathematics or a related field
- Good English

We welcome applications from everybody.
"""
JOB_CANARY: Final = "Tallowmere Grain Cooperative"

CONTENT_TYPES: Final = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".txt": "text/plain",
    ".md": "text/markdown",
}
OVER: Final = (LetterCompleted, LetterFailed, LetterCancelled, LetterNeedsInput)
RESUME_SECONDS: Final = 60.0
LETTER_SECONDS: Final = 60.0


def pdf_of(person: Person = ENGINEER) -> bytes:
    """A resume as a PDF."""
    return dates_at_right(person).data


def docx_of(person: Person = ENGINEER) -> bytes:
    """A resume as a Word document."""
    return plain(person).data


def markdown_of(person: Person = ENGINEER) -> bytes:
    """A resume as Markdown, which is readable as plain text, too."""
    lines = [f"# {person.name}", f"{person.place} | {person.phone} | {person.email}", "", "## Summary", person.summary]
    lines += ["", "## Experience"]
    for job in person.jobs:
        lines += ["", f"### {job.title}, {job.organisation}", job.dates, *(f"- {bullet}" for bullet in job.bullets)]
    lines += ["", "## Education", *(f"- {item.title}, {item.school}, {item.dates}" for item in person.degrees)]
    lines += ["", "## Skills", ", ".join(person.skills), ""]
    return "\n".join(lines).encode()


def text_of(person: Person = ENGINEER) -> bytes:
    """A resume as plain text."""
    return markdown_of(person).replace(b"#", b"").replace(b"\n ", b"\n")


@dataclass
class Upload:
    """One uploaded file and what the socket said of it until it was ready or had failed."""

    resume_id: str
    steps: list[str]
    verdict: ResumeReady | ResumeFailed

    @property
    def code(self) -> str | None:
        """The code it failed with, or None."""
        return self.verdict.code if isinstance(self.verdict, ResumeFailed) else None


def ask_for_slot(client: SocketClient, name: str, size: int, content_type: str | None = None) -> Event:
    """Ask for a place to upload a file; return whatever the answer is."""
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    chosen = CONTENT_TYPES.get(suffix, "") if content_type is None else content_type
    return client.ask(CreateUpload(request_id=new_request_id(), file_name=name, content_type=chosen, size=size))


def upload(client: SocketClient, name: str, content: bytes, *, size: int | None = None) -> Upload:
    """Upload a file and wait for the verdict; `size` is what the client claims where that differs."""
    created = ask_for_slot(client, name, len(content) if size is None else size)
    assert isinstance(created, UploadCreated), created
    assert post_upload(created, name, content) < 300
    return verdict_of(client, created.resume_id)


def verdict_of(client: SocketClient, resume_id: str, seconds: float = RESUME_SECONDS) -> Upload:
    """Wait until a resume is ready or has failed; return the steps before."""
    steps: list[str] = []
    kinds = (ResumeParsing, ResumeReady, ResumeFailed)
    while True:
        event: Any = client.wait_for(*kinds, seconds=seconds, matching=lambda found: found.resume_id == resume_id)
        if not isinstance(event, ResumeParsing):
            return Upload(resume_id, steps, event)
        steps.append(event.step)


def ready_resume(client: SocketClient, name: str = "resume.pdf", content: bytes | None = None) -> str:
    """Upload a file that must become ready; return its id."""
    done = upload(client, name, pdf_of() if content is None else content)
    assert done.code is None, done
    return done.resume_id


@dataclass
class Followed:
    """One letter as one socket saw it, in the order in which events came."""

    letter_id: str
    events: list[Event] = field(default_factory=list)

    @property
    def end(self) -> Event:
        """The event that ended the letter."""
        return self.events[-1]

    @property
    def completed(self) -> LetterCompleted:
        """The finished letter."""
        assert isinstance(self.end, LetterCompleted), self.end
        return self.end

    @property
    def deltas(self) -> list[LetterDelta]:
        """The pieces of text."""
        return self.of(LetterDelta)

    def of(self, kind: type[Any]) -> list[Any]:
        """The events of one kind."""
        return [event for event in self.events if isinstance(event, kind)]


def ask_for_letter(client: SocketClient, job: str = JOB, **choices: Any) -> str:
    """Ask for a letter that must be queued; return its id."""
    action = CreateLetter(**{"request_id": new_request_id(), "job_description": job, **choices})
    return client.ask_for(action, LetterQueued).letter_id


def follow(
    client: SocketClient,
    letter_id: str,
    seconds: float = LETTER_SECONDS,
    until: Callable[[Followed], bool] = lambda _: False,
) -> Followed:
    """Collect a letter's events until it is over, or `until` says so."""
    followed = Followed(letter_id)
    deadline = time.monotonic() + seconds
    while not until(followed):
        event = client.receive(max(deadline - time.monotonic(), 0.0))
        if getattr(event, "letter_id", None) != letter_id:
            continue
        followed.events.append(event)
        if isinstance(event, OVER):
            break
    return followed


def write(client: SocketClient, job: str = JOB, **choices: Any) -> Followed:
    """Ask for a letter and follow it to its end."""
    return follow(client, ask_for_letter(client, job, **choices))


def get_letter(client: SocketClient, letter_id: str) -> LetterEvent:
    """Read one letter."""
    return client.ask_for(GetLetter(request_id=new_request_id(), letter_id=letter_id), LetterEvent)


def get_resume(client: SocketClient, resume_id: str) -> ResumeEvent:
    """Read one resume."""
    return client.ask_for(GetResume(request_id=new_request_id(), resume_id=resume_id), ResumeEvent)


def error_of(client: SocketClient, action: Action) -> str:
    """Send a message that must be refused; return the code, having seen that the socket is still open."""
    reply = client.ask(action)
    assert isinstance(reply, ErrorEvent), reply
    assert reply.message
    assert_usable(client)
    return reply.code


def assert_usable(client: SocketClient) -> None:
    """The socket answers."""
    assert isinstance(client.ask(Ping(request_id=new_request_id()), seconds=20), Pong)


def drained(client: SocketClient, seconds: float = 0.3) -> list[Event]:
    """Return what comes until nothing comes for some seconds."""
    found: list[Event] = []
    while True:
        try:
            found.append(client.receive(seconds))
        except Problem as problem:
            if problem.code != ProblemCode.TIMEOUT:
                raise
            return found
