"""Little stand-ins for the embedding endpoint and the search, with a person's passages to search in."""

import hashlib
import math
from collections.abc import Sequence

from resumate import limits
from resumate.documents.model import SectionKind, YearMonth
from resumate.matching.model import JobPosting, Passage, Requirement, ScoredPassage
from resumate.matching.words import root, tokens


class WordEmbedder:
    """Embeds a text as the bag of its words, each hashed to a place: alike words, alike vectors, length 1."""

    def __init__(self) -> None:
        self.calls: list[list[str]] = []

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        self.calls.append(list(texts))
        return [self._vector(text) for text in texts]

    def _vector(self, text: str) -> list[float]:
        vector = [0.0] * limits.EMBEDDING_DIMENSION
        for word in map(root, tokens(text) or ["nothing"]):
            place = int.from_bytes(hashlib.sha256(word.encode()).digest()[:4], "big") % len(vector)
            vector[place] += 1.0
        length = math.sqrt(sum(value * value for value in vector))
        return [value / length for value in vector]


class MemorySearch:
    """Searches a list of passages, as the database does: by score, then by chunk id."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = list(passages)
        texts = [f"{passage.context}: {passage.text}" if passage.context else passage.text for passage in passages]
        self._vectors = WordEmbedder().embed(texts)
        self.limits: list[int] = []

    def nearest(self, vectors: Sequence[Sequence[float]], limit: int) -> list[list[ScoredPassage]]:
        self.limits.append(limit)
        return [self._best([_dot(vector, own) for own in self._vectors], limit) for vector in vectors]

    def with_words(self, queries: Sequence[str], limit: int) -> list[list[ScoredPassage]]:
        found = []
        for query in queries:
            asked = set(map(root, tokens(query)))
            shared = [float(len(asked & set(map(root, tokens(f"{p.context} {p.text}"))))) for p in self._passages]
            found.append([hit for hit in self._best(shared, limit) if hit.score > 0])
        return found

    def _best(self, scores: Sequence[float], limit: int) -> list[ScoredPassage]:
        hits = [ScoredPassage(passage, score) for passage, score in zip(self._passages, scores, strict=True)]
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage.chunk_id))[:limit]


def _dot(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def passage(chunk_id: str, section: SectionKind, text: str, context: str = "", **fields: object) -> Passage:
    """Return a passage; what does not matter to a test has a harmless value."""
    return Passage(chunk_id, section, section.value.title(), 1, 1, text, context, **fields)  # type: ignore[arg-type]


def job(*texts: str, title: str | None = "Staff Nurse", company: str | None = "Northfield Hospital") -> JobPosting:
    """Return a job that asks `texts`; one that begins with "(wish)" is a wish."""
    requirements = [
        Requirement(number, text.removeprefix("(wish) "), must=not text.startswith("(wish)"))
        for number, text in enumerate(texts, 1)
    ]
    return JobPosting(title, company, "en", requirements)


def nurse() -> list[Passage]:
    """Return the passages of a fictional nurse: contact, summary, two jobs, studies, certificates, languages."""
    emergency = "Staff Nurse, Emergency Department, St Brannock Hospital, Mar 2020 – present"
    ward = "Staff Nurse, Acute Medicine, Millbrook Infirmary, Sep 2017 – Feb 2020"
    now = {"organisation": "St Brannock Hospital", "title": "Staff Nurse", "start": YearMonth(2020, 3), "current": True}
    then = {
        "organisation": "Millbrook Infirmary",
        "title": "Staff Nurse",
        "start": YearMonth(2017, 9),
        "end": YearMonth(2020, 2),
    }
    study = {"organisation": "University of Calder", "title": "BSc Adult Nursing", "end": YearMonth(2017)}
    return [
        passage("c00", SectionKind.CONTACT, "⟦name⟧, registered nurse with triage experience, ⟦email⟧, ⟦phone⟧"),
        passage("c01", SectionKind.SUMMARY, "Registered adult nurse with six years on acute and emergency wards."),
        passage("c02", SectionKind.EXPERIENCE, "Triage 40 patients a shift and escalate with NEWS2.", emergency, **now),
        passage("c03", SectionKind.EXPERIENCE, "Mentor four student nurses a year.", emergency, **now),
        passage("c04", SectionKind.EXPERIENCE, "Document assessments and care plans in Cerner.", emergency, **now),
        passage("c05", SectionKind.EXPERIENCE, "Planned discharges with social workers and families.", ward, **then),
        passage(
            "c06",
            SectionKind.EDUCATION,
            "First-class honours.",
            "BSc Adult Nursing, University of Calder, 2017",
            **study,
        ),
        passage("c07", SectionKind.CERTIFICATIONS, "NMC registration; Immediate Life Support, 2023"),
        passage("c08", SectionKind.LANGUAGES, "English (native), Igbo (fluent)"),
        passage("c09", SectionKind.INTERESTS, "Choir singing and baking bread"),
        passage("c10", SectionKind.REFERENCES, "Ward sister ⟦name2⟧, triage nurse, on request"),
    ]
