"""People who ask for letters, each a thread: they misbehave at times, and ask again when they get no answer."""

import dataclasses
import random
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from devstack.client import SocketClient, new_request_id, post_upload
from devstack.problems import Problem, ProblemCode
from resumate.gateway.messages import (
    CancelLetter,
    CreateLetter,
    CreateUpload,
    DeleteLetter,
    Event,
    GetLetter,
    GetResume,
    LetterCompleted,
    LetterEvent,
    LetterQueued,
    ResumeEvent,
    RetryResume,
    UploadCreated,
)
from tests.documents.people import ENGINEER
from tests.e2e import journey
from tests.e2e.conftest import Person

PATIENCE_SECONDS: Final = 300.0
ANSWER_SECONDS: Final = 10.0
UPLOAD_SECONDS: Final = 90.0
"""An embedded AWS that is killed forgets that a file has come; after so long, in which an event that failed has come again
after a minute, its owner uploads it again."""
OVER: Final = frozenset({"completed", "failed", "cancelled", "needs_input"})
MISDEEDS: Final = ("drop", "twice", "cancel", "delete", "nonsense", "pry")

Answer = TypeVar("Answer")


@dataclass
class Diary:
    """What one person saw.

    Attributes:
        asked: the letters by the number of the request.
        ended: how each letter ended that was not deleted.
        deleted: the letters that were asked to be deleted.
        texts: every text that the sockets brought as a completed letter's, by letter.
        pried: what came of asking for a letter of somebody else; only "not_found" is right.
    """

    asked: dict[int, str] = field(default_factory=dict)
    ended: dict[str, str] = field(default_factory=dict)
    deleted: set[str] = field(default_factory=set)
    texts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    pried: list[str] = field(default_factory=list)


class Somebody(threading.Thread):
    """One person with a resume that names an employer nobody else has.

    Args:
        person: the account.
        letters: how many to ask for.
        seed: decides what this person does.
        misdeeds: how likely each letter meets each of `MISDEEDS`, 0 to 1.
        others: gives the letters of somebody else, to pry.
    """

    def __init__(
        self, person: Person, letters: int, seed: str, misdeeds: float, others: Callable[["Somebody"], list[str]]
    ) -> None:
        super().__init__(name=person.email, daemon=True)
        self.person = person
        self.diary = Diary()
        self.employer = f"Kestrel{seed.encode().hex()[-8:]} Freight"
        self.failure: BaseException | None = None
        self._letters = letters
        self._random = random.Random(seed)  # noqa: S311 - what a run does must be repeatable
        self._misdeeds = misdeeds
        self._others = others
        self._client: SocketClient | None = None

    def run(self) -> None:
        """Upload the resume and ask for the letters, one after the other."""
        try:
            self._upload()
            for number in range(self._letters):
                self._one_letter(number)
        except BaseException as error:  # noqa: BLE001 - told to the test's thread
            self.failure = error
        finally:
            self._drop()

    def _upload(self) -> None:
        job = dataclasses.replace(ENGINEER.jobs[0], organisation=self.employer)
        content = journey.markdown_of(dataclasses.replace(ENGINEER, jobs=(job, *ENGINEER.jobs[1:])))

        def create(client: SocketClient) -> str:
            slot = CreateUpload(new_request_id(), file_name="cv.md", content_type="text/markdown", size=len(content))
            created = client.ask_for(slot, UploadCreated, ANSWER_SECONDS)
            post_upload(created, "cv.md", content)
            return created.resume_id

        resume_id, uploaded = self._patiently(create), time.monotonic()

        def ready(client: SocketClient) -> bool:
            nonlocal resume_id, uploaded
            if time.monotonic() - uploaded > UPLOAD_SECONDS:
                resume_id, uploaded = create(client), time.monotonic()
            wanted = GetResume(new_request_id(), resume_id=resume_id)
            resume = client.ask_for(wanted, ResumeEvent, ANSWER_SECONDS)
            if resume.status == "failed":
                client.ask(RetryResume(new_request_id(), resume_id=resume_id), ANSWER_SECONDS)
            return resume.status == "ready"

        self._patiently(ready)

    def _one_letter(self, number: int) -> None:
        request = CreateLetter(new_request_id(), job_description=f"{journey.JOB}\nReference {number}\n")
        misdeeds = {name for name in MISDEEDS if self._random.random() < self._misdeeds}
        letter_id = self._patiently(lambda client: client.ask_for(request, LetterQueued, ANSWER_SECONDS).letter_id)
        self.diary.asked[number] = letter_id
        if "twice" in misdeeds:
            again = self._patiently(lambda client: client.ask_for(request, LetterQueued, ANSWER_SECONDS).letter_id)
            assert again == letter_id, "one request made two letters"
        self._misbehave(letter_id, misdeeds)
        if letter_id not in self.diary.deleted:
            self.diary.ended[letter_id] = self._patiently(lambda client: self._status(client, letter_id))

    def _misbehave(self, letter_id: str, misdeeds: set[str]) -> None:
        if "drop" in misdeeds:
            time.sleep(self._random.uniform(0, 1))
            self._drop()
        if "nonsense" in misdeeds:
            self._patiently(lambda client: client.send_text('{"action": 7, "request_id": []}') or True)
        if "pry" in misdeeds and (foreign := self._others(self)):
            wanted = GetLetter(new_request_id(), letter_id=self._random.choice(foreign))
            answer = self._patiently(lambda client: self._settled(client.ask(wanted, ANSWER_SECONDS)))
            self.diary.pried.append(getattr(answer, "code", type(answer).__name__))
        if "cancel" in misdeeds:
            self._patiently(lambda client: client.ask(CancelLetter(new_request_id(), letter_id=letter_id)))
        if "delete" in misdeeds:
            self.diary.deleted.add(letter_id)
            erase = DeleteLetter(new_request_id(), letter_id=letter_id)
            self._patiently(lambda client: self._settled(client.ask(erase, ANSWER_SECONDS)))

    def _status(self, client: SocketClient, letter_id: str) -> str | None:
        """Return how a letter ended, or nothing when it has not."""
        for event in journey.drained(client, 0.7):
            if isinstance(event, LetterCompleted):
                self.diary.texts[event.letter_id].add(event.text)
        wanted = GetLetter(new_request_id(), letter_id=letter_id)
        letter = client.ask_for(wanted, LetterEvent, ANSWER_SECONDS)
        if letter.status == "completed":
            self.diary.texts[letter_id].add(letter.text)
        return letter.status if letter.status in OVER else None

    @staticmethod
    def _settled(answer: Event) -> Event | None:
        """Return an answer, or nothing for one that says to try again."""
        passing = {"internal", "storage_unavailable", "retrieval_unavailable", "queue_unavailable"}
        return None if getattr(answer, "code", None) in passing else answer

    def _patiently(self, do: Callable[[SocketClient], Answer | None]) -> Answer:
        """Do something until it gives an answer, with a new socket when the old one broke."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        last: Any = None
        while time.monotonic() < deadline:
            try:
                if self._client is None:
                    self._client = SocketClient.open(self.person.running.addresses["socket"], self.person.token())
                answer = do(self._client)
                if answer is not None and answer is not False:
                    return answer
            except Problem as problem:
                last = problem
                if problem.code is not ProblemCode.REFUSED:
                    self._drop()
            except OSError as error:
                last = error
                self._drop()
            except Exception as error:  # noqa: BLE001 - boto3 and httpx raise their own for an AWS that is away
                last = error
                self._drop()
            time.sleep(0.3)
        raise AssertionError(f"no answer within {PATIENCE_SECONDS:.0f} s; the last was {last!r}")

    def _drop(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            client.close()
