"""Writes one letter through a running stack, the way the page does: sign in, upload, wait, ask, watch.

`uploading` brings the resume; this module asks for the letter and watches it being written.
"""

import hashlib
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from devstack.accounts import sign_in, sign_up
from devstack.client import SocketClient, new_request_id
from devstack.environments import aws_client
from devstack.letter_view import LetterView
from devstack.problems import Problem, ProblemCode
from devstack.state import DemoAccount, RunningStack
from devstack.uploading import Uploads
from resumate.gateway.messages import (
    CreateLetter,
    ErrorEvent,
    Event,
    LetterCancelled,
    LetterCompleted,
    LetterDelta,
    LetterFailed,
    LetterNeedsInput,
    LetterOptions,
    LetterQueued,
)

LETTER_SILENCE_SECONDS: Final = 300.0
"""Longer than the server lets a letter take, so that the server's own word is heard first."""


@dataclass(slots=True)
class Times:
    """Seconds that a user waits, each from the moment before the step."""

    upload_to_ready: float | None = None
    job_to_first_delta: float | None = None
    job_to_completed: float | None = None


@dataclass(slots=True)
class WrittenLetter:
    """A finished letter with what it was made from."""

    letter: LetterCompleted
    resume_id: str
    sha256: str
    times: Times = field(default_factory=Times)


def open_as_demo(running: RunningStack, account: DemoAccount) -> SocketClient:
    """Sign the demo account up if need be, sign it in, open a socket."""
    cognito = aws_client("cognito-idp", running.addresses["aws"])
    client_id = running.outputs["UserPoolClientId"]
    sign_up(cognito, client_id, account.email, account.password)
    token = sign_in(cognito, client_id, account.email, account.password)
    return SocketClient.open(running.addresses["socket"], token)


def write_letter(  # what to write and where to show it
    client: SocketClient, resume: Path, job: str, options: LetterOptions, uploads: Uploads, view: LetterView
) -> WrittenLetter:
    """Upload a resume unless it is there, ask for a letter, show it as it is written; raises `Problem`."""
    content = resume.read_bytes()
    sha256 = hashlib.sha256(content).hexdigest()
    begun = time.monotonic()
    resume_id, is_new = uploads.ensure(client, resume.name, content)
    times = Times(upload_to_ready=time.monotonic() - begun if is_new else None)
    request = CreateLetter(request_id=new_request_id(), job_description=job, resume_id=resume_id, options=options)
    letter = _watch_letter(client, request, times, view)
    return WrittenLetter(letter, resume_id, sha256, times)


def _watch_letter(client: SocketClient, request: CreateLetter, times: Times, view: LetterView) -> LetterCompleted:
    begun = time.monotonic()
    letter_id = client.ask_for(request, LetterQueued).letter_id
    while True:
        event = client.receive(LETTER_SILENCE_SECONDS)
        if isinstance(event, ErrorEvent) and event.request_id == request.request_id:
            raise Problem(ProblemCode.REFUSED, event.message, "See `resumate logs user_inference`.", detail=event.code)
        if getattr(event, "letter_id", letter_id) != letter_id:
            continue
        if isinstance(event, LetterDelta) and times.job_to_first_delta is None:
            times.job_to_first_delta = time.monotonic() - begun
        view.show(event)
        if isinstance(event, LetterCompleted):
            view.end()
            times.job_to_completed = time.monotonic() - begun
            return event
        _raise_if_over(event)


def _raise_if_over(event: Event) -> None:
    if isinstance(event, LetterFailed):
        raise Problem(ProblemCode.REFUSED, event.message, detail=event.code)
    if isinstance(event, LetterCancelled):
        raise Problem(ProblemCode.REFUSED, "The letter was cancelled.", "Ask for it again.")
    if isinstance(event, LetterNeedsInput):
        questions = "\n".join(f"  • {question}" for question in event.questions)
        raise Problem(
            ProblemCode.NEEDS_INPUT,
            f"The resume shows too little for this job. To write a true letter, these answers are needed:\n{questions}",
            'Answer with --answer "…", once for each; an answer is shown in the letter as stated by you.',
        )
