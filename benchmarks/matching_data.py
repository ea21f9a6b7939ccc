"""The labelled pairs of ``tests/matching_pairs``, the embedding endpoint in this process, and a search over one resume.

Shared by ``benchmarks/matching.py``, which measures, and ``benchmarks/matching_fit.py``, which fits.
"""

import importlib.util
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import msgspec

from resumate.documents.model import SectionKind, YearMonth
from resumate.matching.model import JobPosting, Passage, Requirement, ScoredPassage, Status
from resumate.matching.words import root, tokens

ROOT = Path(__file__).resolve().parent.parent
PAIRS = ROOT / "tests" / "matching_pairs"
EMBEDDING = ROOT / "sagemaker_models" / "embedding"
BATCH = 32


class LabelledPassage(msgspec.Struct):
    """A passage as the pair files write it; months are [year] or [year, month]."""

    id: str
    section: SectionKind
    text: str
    heading: str = ""
    context: str = ""
    organisation: str | None = None
    title: str | None = None
    start: list[int] | None = None
    end: list[int] | None = None
    current: bool = False

    def passage(self) -> Passage:
        """Return it as the search would."""
        return Passage(
            self.id, self.section, self.heading, 1, 1, self.text, self.context, [], self.organisation, self.title,
            YearMonth(*self.start) if self.start else None, YearMonth(*self.end) if self.end else None, self.current,
        )  # fmt: skip

    def embedded_text(self) -> str:
        """Return what is embedded, as `documents.model.Chunk` does."""
        return f"{self.context}: {self.text}" if self.context else self.text


class LabelledRequirement(msgspec.Struct):
    """A requirement and the ids of the passages that show it; all others are gaps."""

    text: str
    must: bool
    met: list[str]
    adjacent: list[str]

    @property
    def relevant(self) -> set[str]:
        """The passages that show it, in full or in part."""
        return {*self.met, *self.adjacent}

    @property
    def status(self) -> Status:
        """What a reader would say."""
        return Status.MET if self.met else Status.ADJACENT if self.adjacent else Status.GAP


class LabelledResume(msgspec.Struct):
    """One file: a person, a job, and every pair of the two judged."""

    profession: str
    split: str
    job: dict[str, str]
    passages: list[LabelledPassage]
    requirements: list[LabelledRequirement]

    def posting(self) -> JobPosting:
        """Return the job as `read_job` would."""
        asked = [Requirement(number, item.text, item.must) for number, item in enumerate(self.requirements, 1)]
        return JobPosting(self.job["title"], self.job["company"], "en", asked)


class Endpoint:
    """The product's embedding endpoint, called in this process; implements `matching.model.Embedder`."""

    def __init__(self, folder: Path) -> None:
        self._inference = load_script(EMBEDDING / "code" / "inference.py")
        self._model = self._inference.model_fn(str(folder))
        self._known: dict[str, list[float]] = {}

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        """Return one vector per text; a text is embedded once."""
        missing = [text for text in dict.fromkeys(texts) if text not in self._known]
        for start in range(0, len(missing), BATCH):
            part = missing[start : start + BATCH]
            request = self._inference.input_fn(msgspec.json.encode({"inputs": part}), "application/json")
            answer = self._inference.output_fn(self._inference.predict_fn(request, self._model), "application/json")
            body = answer[0] if isinstance(answer, tuple) else answer
            self._known.update(zip(part, msgspec.json.decode(body)["embeddings"], strict=True))
        return [self._known[text] for text in texts]


class MemorySearch:
    """Search inside one labelled resume; implements `matching.model.ResumeSearch`."""

    def __init__(self, resume: LabelledResume, endpoint: Endpoint) -> None:
        self._passages = [passage.passage() for passage in resume.passages]
        self._vectors = endpoint.embed([passage.embedded_text() for passage in resume.passages])

    def nearest(self, vectors: Sequence[Sequence[float]], limit: int) -> list[list[ScoredPassage]]:
        """Return the nearest passages of each vector."""
        return [self._best([dot(vector, own) for own in self._vectors], limit) for vector in vectors]

    def with_words(self, queries: Sequence[str], limit: int) -> list[list[ScoredPassage]]:
        """Return the passages that share most words with each query."""
        found = []
        for query in queries:
            asked = set(map(root, tokens(query)))
            shared = [len(asked & set(map(root, tokens(f"{p.context} {p.text}")))) for p in self._passages]
            found.append([hit for hit in self._best([float(count) for count in shared], limit) if hit.score > 0])
        return found

    def _best(self, scores: list[float], limit: int) -> list[ScoredPassage]:
        hits = [ScoredPassage(passage, score) for passage, score in zip(self._passages, scores, strict=True)]
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage.chunk_id))[:limit]


def build_model(folder: Path) -> Path:
    """Build the embedding model into `folder`."""
    subprocess.run(
        [sys.executable, str(EMBEDDING / "build_model.py"), str(folder)], check=True, stdout=subprocess.DEVNULL
    )
    return folder


def load_script(path: Path) -> ModuleType:
    """Import a script of `sagemaker_models`, which is no package."""
    spec = importlib.util.spec_from_file_location("embedding_inference", path)
    assert spec is not None and spec.loader is not None  # noqa: S101, PT018 - a file that exists has both
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def load_resumes(split: str | None = None) -> list[LabelledResume]:
    """Return the labelled resumes of one part, or all."""
    decode = msgspec.json.Decoder(LabelledResume).decode
    resumes = [decode(path.read_bytes()) for path in sorted(PAIRS.glob("*.json"))]
    return [resume for resume in resumes if split in (None, resume.split)]


def dot(one: Sequence[float], other: Sequence[float]) -> float:
    """Return the cosine of two vectors of length 1."""
    return sum(a * b for a, b in zip(one, other, strict=True))
