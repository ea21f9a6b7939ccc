"""A letter with answers that hold contact details: none reaches the embedder, the prompt, the queue or a log."""

import io
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec
import pytest
from aws_lambda_powertools import Logger

from resumate import observability
from resumate.actions.create_letter import LetterDesk, create_letter
from resumate.actions.edited_letter import EditingDesk, judged_sentences
from resumate.actions.write_queued_letter import WritingDesk, write_queued_letter
from resumate.gateway.messages import CreateLetter, EditedSentence, Event, LetterCompleted, LetterDelta, LetterOptions
from resumate.letters.model import ChatMessage, Delta, LetterJob, Options, SentenceState
from resumate.matching.model import JobPosting, ScoredPassage
from resumate.storage.model import Lease, LetterRow, LetterStatus, ResumeRow

from .fakes import LETTER, RESUME, Shelf, caller, letter_row, passages, today

DETAILS = ("0170 9876543", "ada.private@mail.example", "ada@letters.example", "Ada Example")
ANSWERS = [
    "I am Ada Example and I train colleagues in Python; call me on 0170 9876543.",
    "Write to ada.private@mail.example or to ada@letters.example about the driving licence I hold.",
]
JOB = "Analyst\n\nExample Toys is looking for an analyst.\n\nRequirements\n- Strong SQL\n- A driving licence\n"


@dataclass
class Desk:
    """One user's letter from the question to its end; keeps all that leaves the house."""

    shelf: Shelf = field(default_factory=Shelf)
    embedded: list[str] = field(default_factory=list)
    prompts: list[ChatMessage] = field(default_factory=list)
    jobs: list[LetterJob] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    row: LetterRow = field(default_factory=letter_row)

    # what the letters' store does

    def create(
        self,
        user_id: str,
        request_id: str,
        resume_id: str,
        text: str,
        posting: JobPosting,
        options: Options,
        **_: object,
    ) -> tuple[LetterRow, bool]:
        assert user_id
        assert posting.requirements
        self.row = letter_row(
            request_id=request_id,
            resume_id=resume_id,
            job_description=text,
            options=options,
            status=LetterStatus.QUEUED,
        )
        return self.row, True

    def get(self, user_id: str, letter_id: str) -> LetterRow | None:
        assert user_id
        return self.row if letter_id == LETTER else None

    def set_requirements(self, *_: object) -> bool:
        return True

    def acquire_lease(self, *_: object) -> Lease:
        return Lease(str(uuid.uuid4()), 1, 0, 0, 0.0)

    def append_draft(self, *_: object) -> bool:
        return True

    holds_lease = append_draft
    complete = append_draft
    release = append_draft

    # what the other collaborators do

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        self.embedded += texts
        return [[1.0, 0.0] for _ in texts]

    def nearest(self, vectors: Sequence[Sequence[float]], limit: int) -> list[list[ScoredPassage]]:
        assert self.shelf.resume
        found = [ScoredPassage(passage, 0.9) for passage in passages("ada", self.shelf.resume)][:limit]
        return [found for _ in vectors]

    def with_words(self, queries: Sequence[str], limit: int) -> list[list[ScoredPassage]]:
        return self.nearest([[1.0] for _ in queries], limit)

    def search(self, user_id: str, resume: ResumeRow) -> "Desk":
        assert user_id
        assert resume.resume_id == RESUME
        return self

    def send(self, job: LetterJob) -> None:
        self.jobs.append(job)

    def to_user(self, user_id: str, event: Event) -> int:
        assert user_id
        self.events.append(event)
        return 1

    def stream(self, messages: Sequence[ChatMessage], *, max_tokens: int) -> Iterator[Delta]:
        assert max_tokens
        self.prompts += messages
        facts = {item.id: item.text for item in self.jobs[0].evidence if item.id.startswith("f")}
        told = " ".join(f"{text.rstrip('.')} [{name}]." for name, text in facts.items())
        yield Delta(text=f"Dear Hiring Team,\n\nI trained nine new colleagues in SQL [e1]. {told}\n\n", model="script")
        yield Delta(text="Kind regards,\n⟦name⟧", finish_reason="stop")


def ask_and_write(desk: Desk) -> None:
    """Let a letter be asked for with answers, queued and written."""
    asked: Any = LetterDesk(desk.shelf.resumes, desk, desk.search, desk, desk, desk, desk.events.append, today)  # type: ignore[arg-type]
    create_letter(CreateLetter("r", JOB, RESUME, LetterOptions(answers=ANSWERS)), caller(), asked)
    writing: Any = WritingDesk(desk, desk.shelf.resumes, desk, desk, desk)  # type: ignore[arg-type]
    write_queued_letter(msgspec.json.encode(desk.jobs[0]).decode(), 1, writing)


@pytest.fixture
def desk() -> Desk:
    """A letter that is finished."""
    desk = Desk()
    ask_and_write(desk)
    return desk


def seen_in(texts: Sequence[str]) -> list[str]:
    return [detail for detail in DETAILS if any(detail in text for text in texts)]


def test_no_detail_is_embedded(desk):
    assert any("driving licence" in text for text in desk.embedded), "the facts were never embedded"
    assert seen_in(desk.embedded) == []


def test_no_detail_is_in_the_prompt(desk):
    asked = [message.content for message in desk.prompts]
    assert any("driving licence I hold" in text for text in asked)
    assert seen_in(asked) == []


def test_no_detail_waits_in_the_queue(desk):
    assert seen_in([msgspec.json.encode(desk.jobs[0]).decode()]) == []


def test_no_detail_is_logged_when_the_letter_is_written_or_fails(monkeypatch):
    """Not even when an error quotes what the user typed."""
    written = io.StringIO()
    logger = Logger(service="test_typed_details", location=None, stream=written)
    monkeypatch.setattr(logger.handlers[0], "stream", written)
    monkeypatch.setattr(observability, "_logger", lambda: logger)
    ask_and_write(Desk())

    class Broken(Desk):
        def stream(self, messages: Sequence[ChatMessage], *, max_tokens: int) -> Iterator[Delta]:
            raise ValueError(" ".join(ANSWERS))

    with pytest.raises(ValueError, match="0170"):
        ask_and_write(Broken())
    assert "letter_not_written" in written.getvalue()
    assert seen_in([written.getvalue()]) == []


def test_the_user_gets_them_back_in_the_letter_its_stream_and_its_evidence(desk):
    (letter,) = [event for event in desk.events if isinstance(event, LetterCompleted)]
    facts = [line.quote for sentence in letter.sentences for line in sentence.evidence if line.origin == "user"]
    streamed = "".join(event.text for event in desk.events if isinstance(event, LetterDelta))
    for told in (letter.text, streamed, "\n".join(facts)):
        assert seen_in([told]) == list(DETAILS)
        assert "⟦" not in told


def test_an_edit_that_repeats_an_answer_is_proven_by_it_and_quotes_it_as_it_was_typed():
    shelf = Shelf(options=Options(answers=ANSWERS))
    desk = EditingDesk(shelf.letters, shelf.versions, shelf.resumes, passages, today)  # type: ignore[arg-type]
    edited = [EditedSentence("I train colleagues in Python; call me on 0170 9876543.", 0)]
    (item,) = judged_sentences("ada", LETTER, edited, desk)
    assert (item.text, item.state) == (edited[0].text, SentenceState.SUPPORTED)
    assert [line.quote for line in item.evidence] == ANSWERS[:1]
