"""What matching yields: the job as a list of requirements, and for each what the resume offers.

`Embedder` and `ResumeSearch` are what this package needs from outside; `inference` and `storage` provide them.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

from msgspec import Struct

from resumate.documents.model import SectionKind, YearMonth


class Status(StrEnum):
    """How far the resume covers a requirement."""

    MET = "met"
    ADJACENT = "adjacent"
    GAP = "gap"


class Requirement(Struct, frozen=True):
    """One thing the job asks; `must` is False for wishes ("nice to have"). `text` is the job's own words."""

    number: int
    text: str
    must: bool = True


class JobPosting(Struct, frozen=True):
    """A job description as read: title and company are None where the text does not say them."""

    title: str | None
    company: str | None
    language: str
    requirements: list[Requirement]


class Passage(Struct, frozen=True):
    """A stored chunk of one resume, as the search returns it; fields as in `documents.model.Chunk`."""

    chunk_id: str
    section: SectionKind
    heading: str
    first_line: int
    last_line: int
    text: str
    context: str = ""
    context_lines: list[int] = []
    organisation: str | None = None
    title: str | None = None
    start: YearMonth | None = None
    end: YearMonth | None = None
    current: bool = False


class ScoredPassage(Struct, frozen=True):
    """A passage with its score: cosine similarity (-1 to 1) for vectors, `ts_rank_cd` for words."""

    passage: Passage
    score: float


class Match(Struct, frozen=True):
    """A requirement with its status and the passages that show it, best first (none for a gap)."""

    requirement: Requirement
    status: Status
    passages: list[Passage]


class Embedder(Protocol):
    """Turns texts into vectors of `limits.EMBEDDING_DIMENSION` floats of length 1, in the same order."""

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        """Return one vector per text; raises `ModelError`."""
        ...


class ResumeSearch(Protocol):
    """Search inside one resume of one user, exact, ordered by score then chunk id."""

    def nearest(self, vectors: Sequence[Sequence[float]], limit: int) -> list[list[ScoredPassage]]:
        """Return for each vector the `limit` nearest passages by cosine similarity."""
        ...

    def with_words(self, queries: Sequence[str], limit: int) -> list[list[ScoredPassage]]:
        """Return for each query the passages that share words with it (full text)."""
        ...
