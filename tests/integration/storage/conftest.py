"""Made-up resumes, vectors and letters for the tests of the storage."""

import math
import random
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest

from resumate import limits
from resumate.documents.model import Chunk, Contact, Line, ParsedDocument, ParseReport, Section, SectionKind, YearMonth
from resumate.letters.model import Options
from resumate.matching.model import JobPosting
from resumate.storage.database import Database
from resumate.storage.letters import Lease, LetterStore
from resumate.storage.model import LetterRow
from resumate.storage.resumes import ResumeStore

MODEL = "all-MiniLM-L6-v2"
POSTING = JobPosting("Baker", "Crumb & Co", "en", [])
SENTENCES = (
    "Baked four hundred sourdough loaves a night",
    "Trained six apprentices in lamination",
    "Planned the purchasing of flour and butter",
)


def random_vector(seed: object) -> list[float]:
    """A direction without any relation to another seed's."""
    generator = random.Random(str(seed))  # noqa: S311 - the same at every run
    values = [generator.gauss(0, 1) for _ in range(limits.EMBEDDING_DIMENSION)]
    length = math.sqrt(sum(value * value for value in values))
    return [value / length for value in values]


def make_document(texts: Sequence[str] = SENTENCES, *, language: str = "en", sha256: str = "ab" * 32) -> ParsedDocument:
    """A resume of one entry with one chunk a line."""
    lines = [Line(number, 1, text, text) for number, text in enumerate(texts, 2)]
    chunks = [
        Chunk(
            index=index,
            section=SectionKind.EXPERIENCE,
            heading="Experience",
            first_line=index + 2,
            last_line=index + 2,
            text=text,
            context="Head baker, Crumb & Co, 2019 – today",
            context_lines=[1],
            organisation="Crumb & Co",
            title="Head baker",
            start=YearMonth(2019, 4),
            current=True,
        )
        for index, text in enumerate(texts)
    ]
    return ParsedDocument(
        content_type="application/pdf",
        sha256=sha256,
        language=language,
        contact=Contact(name="Mira Falk", email="mira@example.org", links=["https://example.org/mira"]),
        lines=[Line(1, 1, "Head baker, Crumb & Co, 2019 – today", "Head baker, Crumb & Co, 2019 – today"), *lines],
        sections=[Section(SectionKind.EXPERIENCE, "Experience", 1, len(texts) + 1)],
        chunks=chunks,
        report=ParseReport(1, [1], 300, len(texts) + 1, [], "pdfium", 0.98),
    )


@dataclass(frozen=True)
class Desk:
    """The stores of one user, with shortcuts to the states that tests begin in."""

    database: Database
    user_id: str

    @property
    def resumes(self) -> ResumeStore:
        return ResumeStore(self.database)

    @property
    def letters(self) -> LetterStore:
        return LetterStore(self.database)

    def slot(self, size: int = 1000) -> str:
        resume_id = str(uuid.uuid4())
        key = f"resumes/{self.user_id}/{resume_id}"
        self.resumes.create_slot(self.user_id, resume_id, "baker.pdf", "application/pdf", size, key)
        return resume_id

    def parsing(self, version: str = "v1", sequencer: str = "01") -> str:
        resume_id = self.slot()
        assert self.resumes.begin_parsing(self.user_id, resume_id, version, sequencer=sequencer)
        return resume_id

    def ready(
        self, document: ParsedDocument | None = None, vectors: list[list[float]] | None = None, model: str = MODEL
    ) -> str:
        resume_id = self.parsing()
        self.save(resume_id, document or make_document(), vectors=vectors, model=model)
        return resume_id

    def save(
        self,
        resume_id: str,
        document: ParsedDocument,
        *,
        version: str = "v1",
        vectors: list[list[float]] | None = None,
        model: str = MODEL,
    ) -> bool:
        vectors = vectors or [random_vector(chunk.text) for chunk in document.chunks]
        return self.resumes.save_parsed(self.user_id, resume_id, version, document, vectors, model)

    def letter(self, resume_id: str | None = None, request_id: str | None = None) -> LetterRow:
        row, _ = self.letters.create(
            self.user_id,
            request_id or uuid.uuid4().hex,
            resume_id or self.ready(),
            "We look for a baker who can lead a night shift.",
            POSTING,
            Options(answers=["I hold a driving licence"]),
        )
        return row

    def leased(self, letter: LetterRow, seconds: float = 60) -> Lease:
        lease = self.letters.acquire_lease(self.user_id, letter.letter_id, seconds)
        assert isinstance(lease, Lease)
        return lease


@pytest.fixture
def desk(database: Database, user_id: str) -> Desk:
    return Desk(database, user_id)


@pytest.fixture
def other_desk(make_database: Callable[..., Database], other_user_id: str) -> Desk:
    return Desk(make_database(), other_user_id)
