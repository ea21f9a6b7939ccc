"""Ten letters of the composer with the lines that prove them: the whole path of a letter, without network or queue.

``python benchmarks/letters.py --resumes DIR --jobs DIR`` reads every resume and writes one letter for each, the jobs
taken in turn, through the real parser, matching, embedder, composer and gate. The letters that keep the wanted length
go to ``docs/letters.md`` (``--out``), at most ten; what all of them took is printed, the worst first.
"""

import argparse
import json
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from devstack.model_endpoints import ScriptEndpoint, make_composer, make_embedder
from resumate import limits
from resumate.documents.model import ParsedDocument
from resumate.documents.read import read_document
from resumate.errors import ResumateError
from resumate.inference.chat_stream import chat_deltas
from resumate.letters.build_prompt import build_prompt
from resumate.letters.model import ChatMessage, Delta, FinishedLetter, LetterJob, Options, Origin, Review, SentenceState
from resumate.letters.number_evidence import number_evidence
from resumate.letters.render import render_text, sentence_evidence
from resumate.letters.write_letter import write_letter
from resumate.matching.background import background_passages
from resumate.matching.clean_description import clean_description
from resumate.matching.match_resume import match_resume
from resumate.matching.model import Passage, ScoredPassage
from resumate.matching.read_job import read_job

TODAY = date(2026, 11, 21)
LETTERS = 10
BACKGROUND = 8
RESUME_KINDS = {".pdf", ".docx", ".txt", ".md"}


class LocalEmbedder:
    """The embedding endpoint's script, called directly."""

    def __init__(self, endpoint: ScriptEndpoint) -> None:
        self._endpoint = endpoint

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        """Return one vector per text."""
        vectors: list[list[float]] = []
        for start in range(0, len(texts), limits.EMBEDDING_BATCH):
            body = json.dumps({"inputs": list(texts[start : start + limits.EMBEDDING_BATCH])}).encode()
            answer = b"".join(self._endpoint.invoke(body, "application/json", "application/json"))
            vectors += json.loads(answer)["embeddings"]
        return vectors


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


class Silence:
    """Hears what a letter tells while it is written, and does nothing."""

    def delta(self, draft: int, text: str) -> None:
        """Take text."""

    def reviewed(self, draft: int, review: Review) -> None:
        """Take a verdict."""


@dataclass
class Outcome:
    """What became of one resume and one job; `letter` is None where there was none, and `reason` says why."""

    resume: Path
    job: Path
    document: ParsedDocument | None = None
    queued: LetterJob | None = None
    letter: FinishedLetter | None = None
    reason: str = ""
    seconds: float = 0.0

    @property
    def words(self) -> int:
        """The words of the letter's sentences."""
        kept = [s for s in self.letter.sentences if s.state is not SentenceState.REMOVED] if self.letter else []
        return sum(len(sentence.text.split()) for sentence in kept)

    @property
    def proven(self) -> int:
        """How many sentences of the letter rest on evidence."""
        return sum(s.state is SentenceState.SUPPORTED for s in self.letter.sentences) if self.letter else 0

    @property
    def removed(self) -> int:
        """How many sentences the gate took out of the letter that was kept."""
        return sum(s.state is SentenceState.REMOVED for s in self.letter.sentences) if self.letter else 0


def write_for(resume: Path, job: Path, embedder: LocalEmbedder, model: LocalModel) -> Outcome:
    """Return the letter for one resume and one job."""
    outcome = Outcome(resume, job)
    try:
        outcome.document = read_document(resume.read_bytes(), resume.name)
        outcome.queued = queued_job(outcome.document, job.read_text(encoding="utf-8"), embedder)
        started = time.perf_counter()
        outcome.letter = write_letter(outcome.queued, model, Silence())
        outcome.seconds = time.perf_counter() - started
    except ResumateError as error:
        outcome.reason = str(error.code)
    return outcome


def queued_job(document: ParsedDocument, description: str, embedder: LocalEmbedder) -> LetterJob:
    """Return what the queue would hold."""
    posting, search, options = read_job(description), MemorySearch(document, embedder), Options()
    matches = match_resume(posting, embedder, search, today=TODAY)
    background = background_passages(search, embedder, posting, matches, BACKGROUND)
    evidence = number_evidence(matches, background, document.lines, [])
    return LetterJob(
        version=1,
        letter_id="letter",
        user_id="user",
        resume_id="resume",
        correlation_id="",
        messages=build_prompt(posting, clean_description(description), matches, evidence, options, TODAY),
        evidence=evidence,
        matches=matches,
        options=options,
        language=posting.language,
        job_title=posting.title,
        company=posting.company,
        today=TODAY.isoformat(),
    )


def markdown(outcomes: Sequence[Outcome]) -> str:
    """Return the page with the letters, each followed by its evidence."""
    head = (
        "# Ten letters\n\nWritten by the composer, the deterministic writer that is the default on a laptop, and proven by the "
        "gate. The resumes are public samples of fictional people, the jobs are real advertisements. Made by "
        "`python benchmarks/letters.py --resumes DIR --jobs DIR` from one letter a resume, those with the most proven sentences "
        "first; nothing was edited.\n"
    )
    return "\n".join([head, *(_section(number, outcome) for number, outcome in enumerate(outcomes, 1))])


def _section(number: int, outcome: Outcome) -> str:
    letter, queued, document = outcome.letter, outcome.queued, outcome.document
    if letter is None or queued is None or document is None:
        return ""
    text = render_text(letter.text, document.contact)
    quoted = "\n".join(f"> {line}".rstrip() for line in text.replace("\n\n", "\n \n").split("\n"))
    title = f"## {number}. {queued.job_title or 'The advertised position'}, from `{outcome.resume.name}`"
    facts = f"Job: `{outcome.job.name}`. Words: {outcome.words}. Drafts: {letter.drafts}. Model: {letter.model}."
    rows = ["| Sentence | Proven by |", "|---|---|"]
    for sentence in letter.sentences:
        lines = [
            "what the user typed" if origin is Origin.USER else f"p. {quote.page}, l. {quote.line}: {quote.text}"
            for quote, origin in sentence_evidence(sentence, queued.evidence)
        ]
        if lines:
            cells = (sentence.text, "<br>".join(lines))
            rows.append(
                "| " + " | ".join(render_text(cell, document.contact).replace("|", "\\|") for cell in cells) + " |"
            )
    return "\n".join([title, "", facts, "", quoted, "", *rows, ""])


def _passage(document: ParsedDocument, place: int) -> Passage:
    chunk = document.chunks[place]
    return Passage(
        chunk_id=f"{chunk.index:04d}",
        section=chunk.section,
        heading=chunk.heading,
        first_line=chunk.first_line,
        last_line=chunk.last_line,
        text=chunk.text,
        context=chunk.context,
        context_lines=chunk.context_lines,
        organisation=chunk.organisation,
        title=chunk.title,
        start=chunk.start,
        end=chunk.end,
        current=chunk.current,
    )


def _dot(left: Sequence[float], right: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(left, right, strict=True))


def main() -> None:
    """Write the letters and print what they took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--resumes", type=Path, required=True)
    parser.add_argument("--jobs", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "docs" / "letters.md")
    parser.add_argument("--every-job", action="store_true", help="write for every pair instead of the jobs in turn")
    chosen = parser.parse_args()
    resumes = sorted(path for path in chosen.resumes.iterdir() if path.suffix in RESUME_KINDS)
    jobs = sorted(chosen.jobs.glob("*.txt"))
    pairs = [
        (resume, job)
        for place, resume in enumerate(resumes)
        for job in (jobs if chosen.every_job else [jobs[place % len(jobs)]])
    ]
    with tempfile.TemporaryDirectory() as cache:
        embedder, model = LocalEmbedder(make_embedder(Path(cache))), LocalModel(make_composer(Path(cache)))
        outcomes = [write_for(resume, job, embedder, model) for resume, job in pairs]
    for outcome in sorted(outcomes, key=lambda outcome: outcome.words):
        drafts = outcome.letter.drafts if outcome.letter else 0
        print(
            f"{outcome.words:4} words {drafts} drafts {outcome.removed} removed {outcome.seconds:5.2f} s  "
            f"{outcome.resume.name} × {outcome.job.name} {outcome.reason or (outcome.letter and outcome.letter.note) or ''}"
        )
    good = [outcome for outcome in outcomes if outcome.letter and not outcome.letter.note and not outcome.removed]
    shown = sorted(good, key=lambda outcome: -outcome.proven)[:LETTERS]
    chosen.out.write_text(markdown(shown), encoding="utf-8")
    print(f"{len(good)} of {len(outcomes)} complete; {min(len(good), LETTERS)} in {chosen.out}")


if __name__ == "__main__":
    main()
