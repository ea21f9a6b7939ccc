"""The whole path of a letter without network, queue or database: read, match, ask or write, judge, finish.

`letters.py` writes every pair through `write_for`. Each step is the production's own function, in the order of
`actions.create_letter` and `actions.write_queued_letter`; only the search is in memory, and the endpoints of the two
models are their scripts called directly.
"""

import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

import msgspec

from devstack.model_endpoints import ScriptEndpoint
from resumate import limits
from resumate.actions.write_queued_letter import closeness, decode_job
from resumate.documents.model import ParsedDocument
from resumate.documents.read import read_document
from resumate.errors import ResumateError
from resumate.inference.chat_stream import chat_deltas
from resumate.letters.model import (
    ChatMessage,
    Delta,
    FinishedLetter,
    LetterJob,
    Options,
    Review,
    Sentence,
    SentenceState,
)
from resumate.letters.prepare_letter import LetterIds, LetterRequest, find_ground, letter_job
from resumate.letters.render import render_text
from resumate.letters.write_letter import write_letter
from resumate.matching.model import Passage, ScoredPassage
from resumate.matching.read_job import read_job

TODAY = date(2026, 11, 21)


class LocalEmbedder:
    """The embedding endpoint's script, called directly; each text is embedded once."""

    def __init__(self, endpoint: ScriptEndpoint) -> None:
        self._endpoint = endpoint
        self._known: dict[str, list[float]] = {}

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        """Return one vector per text."""
        missing = [text for text in dict.fromkeys(texts) if text not in self._known]
        for start in range(0, len(missing), limits.EMBEDDING_BATCH):
            batch = missing[start : start + limits.EMBEDDING_BATCH]
            body = json.dumps({"inputs": batch}).encode()
            answer = b"".join(self._endpoint.invoke(body, "application/json", "application/json"))
            self._known.update(zip(batch, json.loads(answer)["embeddings"], strict=True))
        return [self._known[text] for text in texts]


class MemorySearch:
    """One resume in memory, searched as the database would."""

    def __init__(self, document: ParsedDocument, embedder: LocalEmbedder) -> None:
        self._passages = [_passage(document, place) for place in range(len(document.chunks))]
        self._vectors = embedder.embed([chunk.embedded_text for chunk in document.chunks])

    def nearest(self, vectors: Sequence[Sequence[float]], limit: int) -> list[list[ScoredPassage]]:
        """Return for each vector the passages of greatest cosine."""
        return [self._best([_dot(vector, own) for own in self._vectors], limit) for vector in vectors]

    def with_words(self, queries: Sequence[str], limit: int) -> list[list[ScoredPassage]]:
        """Return for each query the passages that share most of its words."""
        texts = [set(f"{passage.context} {passage.text}".lower().split()) for passage in self._passages]
        shares = [[len(set(query.lower().split()) & words) / 10 for words in texts] for query in queries]
        return [[hit for hit in self._best(share, limit) if hit.score] for share in shares]

    def _best(self, scores: list[float], limit: int) -> list[ScoredPassage]:
        ranked = sorted(zip(scores, self._passages, strict=True), key=lambda pair: (-pair[0], pair[1].chunk_id))
        return [ScoredPassage(passage, score) for score, passage in ranked[:limit]]


class LocalModel:
    """The composer's script as the chat model."""

    def __init__(self, endpoint: ScriptEndpoint) -> None:
        self._endpoint = endpoint

    def stream(self, messages: Sequence[ChatMessage], *, max_tokens: int) -> Iterator[Delta]:
        """Yield the answer piece by piece."""
        turns = [{"role": message.role, "content": message.content} for message in messages]
        request = {
            "messages": turns,
            "max_tokens": max_tokens,
            "stream": True,
            "stream_options": {"include_usage": True},
        }
        return chat_deltas(self._endpoint.invoke(json.dumps(request).encode(), "application/json", "application/json"))


class Verdicts:
    """Hears what a letter tells while it is written, and keeps every refused sentence of every draft."""

    def __init__(self) -> None:
        self.refused: list[Sentence] = []

    def delta(self, draft: int, text: str) -> None:
        """Take text."""

    def reviewed(self, draft: int, review: Review) -> None:
        """Take a verdict."""
        del draft
        self.refused += [sentence for sentence in review.sentences if sentence.state is SentenceState.REMOVED]


@dataclass(frozen=True)
class Source:
    """A resume's file or a job's text, by its name."""

    name: str
    data: bytes


@dataclass
class Outcome:
    """What became of one resume and one job: a letter, questions, or `error` with its code."""

    resume: str
    job: str
    document: ParsedDocument | None = None
    queued: LetterJob | None = None
    letter: FinishedLetter | None = None
    questions: list[str] = field(default_factory=list)
    refused: list[Sentence] = field(default_factory=list)
    error: str = ""
    seconds: float = 0.0

    @property
    def status(self) -> str:
        """The letter's status as its owner would see it, or the code that the file or the letter failed with."""
        return self.error or ("needs_input" if self.questions else "completed")

    @property
    def kept(self) -> list[Sentence]:
        """The sentences that stand in the letter."""
        return [s for s in self.letter.sentences if s.state is not SentenceState.REMOVED] if self.letter else []

    @property
    def words(self) -> int:
        """The words of the letter."""
        return sum(len(sentence.text.split()) for sentence in self.kept)

    @property
    def proven(self) -> int:
        """How many sentences of the letter rest on evidence."""
        return sum(sentence.state is SentenceState.SUPPORTED for sentence in self.kept)

    @property
    def removed(self) -> int:
        """How many sentences the gate took out of the letter that was kept."""
        return len(self.letter.sentences) - len(self.kept) if self.letter else 0

    @property
    def text(self) -> str:
        """The letter as its owner reads it."""
        return render_text(self.letter.text, self.document.contact) if self.letter and self.document else ""


def write_for(
    resume: Source, job: Source, embedder: LocalEmbedder, model: LocalModel, options: Options | None = None
) -> Outcome:
    """Return what becomes of one resume and one job."""
    outcome, verdicts = Outcome(resume.name, job.name), Verdicts()
    try:
        outcome.document = read_document(resume.data, resume.name)
        outcome.queued, outcome.questions = queued_job(
            outcome.document, job.data.decode(), embedder, options or Options()
        )
        if not outcome.questions:
            started = time.perf_counter()
            outcome.letter = write_letter(outcome.queued, model, verdicts, closeness(embedder))
            outcome.seconds = time.perf_counter() - started
    except ResumateError as error:
        outcome.error = str(error.code)
    outcome.refused = verdicts.refused
    return outcome


def queued_job(
    document: ParsedDocument, description: str, embedder: LocalEmbedder, options: Options
) -> tuple[LetterJob, list[str]]:
    """Return what the queue would hold, and the questions that would be asked instead of queueing it."""
    request = LetterRequest(read_job(description), description, options, TODAY)
    ground = find_ground(request, document.lines, document.contact, MemorySearch(document, embedder), embedder)
    job = letter_job(request, ground, LetterIds("letter", "user", "resume", ""))
    return decode_job(msgspec.json.encode(job).decode()), ground.questions


def _passage(document: ParsedDocument, place: int) -> Passage:
    chunk = document.chunks[place]
    told = {name: getattr(chunk, name) for name in Passage.__struct_fields__ if name != "chunk_id"}
    return Passage(chunk_id=f"{chunk.index:04d}", **told)


def _dot(left: Sequence[float], right: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(left, right, strict=True))
