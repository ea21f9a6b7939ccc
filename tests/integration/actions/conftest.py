"""The use cases on the real database, with small stateful stand-ins for S3, SQS, the sockets and the models."""

import hashlib
import math
import re
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import quote

import pytest

from resumate.actions.create_letter import LetterDesk
from resumate.actions.edited_letter import EditingDesk
from resumate.actions.export_letter import ExportDesk
from resumate.actions.write_queued_letter import WritingDesk
from resumate.documents.model import ParsedDocument
from resumate.documents.read import read_document
from resumate.errors import Code, DocumentError, ModelError, StorageError
from resumate.exports.render import render
from resumate.gateway.caller import Caller
from resumate.gateway.messages import Event
from resumate.letters.model import ChatMessage, Delta, LanguageModel, LetterJob, Usage
from resumate.storage.chunk_search import ChunkSearch
from resumate.storage.database import Database
from resumate.storage.letter_versions import VersionStore
from resumate.storage.letters import LetterStore
from resumate.storage.objects import Removal, resume_key
from resumate.storage.resumes import ResumeStore

RESUME = b"""Ada Example
ada@example.com

Experience

Data Engineer, Northwind Traders, March 2019 - June 2024
- Built data pipelines in Python and SQL that load 40 million rows a day
- Introduced automated tests and continuous integration for all pipelines
- Mentored three junior engineers

Analyst, Contoso Bank, January 2016 - February 2019
- Prepared weekly reports in SQL for the risk department
- Automated the monthly closing, which saved 12 hours each month

Education

BSc in Mathematics, University of Example, 2012 - 2015

Skills

Python, SQL, Airflow, Git
"""

JOB = """Data Engineer at Fabrikam

Fabrikam is looking for a data engineer.

Requirements
- Experience building data pipelines in Python
- Strong SQL
- Experience with automated tests and continuous integration
- Mentoring of junior engineers
"""


class WordEmbedder:
    """Hashed bags of words of length 1: texts that share words are near each other."""

    def __init__(self) -> None:
        self.calls = 0
        self.fails: ModelError | None = None

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        self.calls += 1
        if self.fails:
            raise self.fails
        return [self._vector(text) for text in texts]

    @staticmethod
    def _vector(text: str) -> list[float]:
        vector = [0.0] * 384
        for word in re.findall(r"[a-z]{3,}", text.lower()):
            vector[int(hashlib.sha256(word[:6].encode()).hexdigest(), 16) % 384] += 1.0
        length = math.sqrt(sum(value * value for value in vector)) or 1.0
        return [value / length for value in vector] if any(vector) else [1.0] + [0.0] * 383


@dataclass
class Files:
    """A bucket: keys and bytes."""

    content: dict[str, bytes] = field(default_factory=dict)
    fails: bool = False

    def read(self, key: str) -> bytes:
        if key not in self.content:
            raise DocumentError(Code.GONE)
        return self.content[key]

    def put(self, key: str, content: bytes, content_type: str) -> None:
        assert content_type
        self.content[key] = content

    def presigned_get(self, key: str, disposition: str) -> str:
        assert key in self.content
        return f"https://files.example/{key}?response-content-disposition={quote(disposition)}"

    def delete(self, key: str) -> Removal:
        return Removal(int(self.content.pop(key, None) is not None), 0)

    def delete_prefix(self, prefix: str) -> Removal:
        keys = [key for key in self.content if key.startswith(prefix)]
        return Removal(sum(self.delete(key).removed for key in keys), 0)


@dataclass
class Queue:
    """A queue that keeps what was sent, or refuses."""

    jobs: list[LetterJob] = field(default_factory=list)
    fails: bool = False

    def send(self, job: LetterJob) -> None:
        if self.fails:
            raise StorageError(Code.QUEUE_UNAVAILABLE, retryable=True)
        self.jobs.append(job)


@dataclass
class Sockets:
    """All that a user's sockets and the asking connection were sent, in order; which are open, which were closed."""

    events: list[Event] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)

    def sockets_of(self, user_id: str) -> list[str]:
        assert user_id
        return [*self.open]

    def close(self, connection_ids: Sequence[str]) -> int:
        self.closed += connection_ids
        return len(connection_ids)

    def to_user(self, user_id: str, event: Event) -> int:
        assert user_id
        self.events.append(event)
        return 1

    def reply(self, event: Event) -> None:
        self.events.append(event)

    def of(self, kind: type[Event]) -> list[Event]:
        return [event for event in self.events if isinstance(event, kind)]


class ScriptedModel:
    """Says each of the given drafts in turn, word by word; an exception in the script is raised there."""

    def __init__(self, *script: str | ModelError) -> None:
        self._script = list(script)
        self.calls = 0

    def stream(self, messages: Sequence[ChatMessage], *, max_tokens: int) -> Iterator[Delta]:
        assert messages
        assert max_tokens > 0
        self.calls += 1
        said = self._script[min(self.calls, len(self._script)) - 1]
        if isinstance(said, ModelError):
            raise said
        for word in re.findall(r"\S+\s*", said):
            yield Delta(text=word, model="scripted")
        yield Delta(finish_reason="stop", usage=Usage(prompt_tokens=100, completion_tokens=50))


class Office:
    """One user's desk: everything the use cases need, made of real stores and the stand-ins above."""

    def __init__(self, database: Database, user_id: str) -> None:
        self.database = database
        self.user_id = user_id
        self.resumes = ResumeStore(database)
        self.letters = LetterStore(database)
        self.versions = VersionStore(database)
        self.files = Files()
        self.queue = Queue()
        self.sockets = Sockets()
        self.embedder = WordEmbedder()
        self.caller = Caller(user_id, "connection-1", "correlation-1", 2**31, "example")

    def add_resume(self, content: bytes = RESUME) -> str:
        """Store a resume as an upload would have; return its id."""
        resume_id = str(uuid.uuid4())
        key = resume_key(self.user_id, resume_id)
        self.resumes.create_slot(self.user_id, resume_id, "cv.txt", "text/plain", len(content), key)
        self.files.content[key] = content
        assert self.resumes.begin_parsing(self.user_id, resume_id, "v1")
        document = read_document(content, "cv.txt")
        vectors = self.embedder.embed([chunk.embedded_text for chunk in document.chunks])
        assert self.resumes.save_parsed(self.user_id, resume_id, "v1", document, vectors, "words")
        return resume_id

    @property
    def letter_desk(self) -> LetterDesk:
        return LetterDesk(
            resumes=self.resumes,
            letters=self.letters,
            search=lambda user_id, resume: ChunkSearch(self.database, user_id, resume.resume_id, "words"),
            embedder=self.embedder,
            queue=self.queue,
            push=self.sockets,
            reply=self.sockets.reply,
            today=lambda: date(2026, 11, 21),
        )

    @property
    def editing_desk(self) -> EditingDesk:
        return EditingDesk(
            letters=self.letters,
            versions=self.versions,
            resumes=self.resumes,
            passages=lambda user_id, resume: ChunkSearch(self.database, user_id, resume.resume_id).passages(),
            today=lambda: date(2026, 11, 21),
        )

    @property
    def export_desk(self) -> ExportDesk:
        return ExportDesk(
            letters=self.letters,
            versions=self.versions,
            resumes=self.resumes,
            objects=self.files,
            render=render,
            today=lambda: date(2026, 11, 21),
        )

    def writing_desk(self, model: LanguageModel) -> WritingDesk:
        return WritingDesk(
            letters=self.letters,
            resumes=self.resumes,
            model=model,
            embedder=self.embedder,
            push=self.sockets,
            prices=(1.0, 2.0),
        )


@pytest.fixture
def office(database: Database, user_id: str) -> Office:
    return Office(database, user_id)


@pytest.fixture
def read() -> Callable[[bytes, str], ParsedDocument]:
    """Reading without the child, which has tests of its own."""
    return read_document
