"""Finds, for every requirement at once, the passages that may show it, each with a score.

The half of `match_resume` that asks the search: one embedding call, one vector search and one full-text search for
all requirements together; the two are fused by the calibrated features of `likeness`, not by their ranks.
"""

from collections.abc import Container, Iterable, Sequence
from typing import Final

from msgspec import Struct

from resumate.documents.model import SectionKind
from resumate.matching.asked import Asked, asked_of
from resumate.matching.calibration import fulfilment, relevance
from resumate.matching.likeness import Likeness, likeness
from resumate.matching.model import Embedder, Passage, Requirement, ResumeSearch, ScoredPassage
from resumate.matching.names import spellings
from resumate.matching.orders import gives_orders
from resumate.matching.pattern import Pattern
from resumate.matching.placeholders import is_placeholder
from resumate.matching.search_text import search_text
from resumate.matching.shown import Shown, rarity, shown_by

# Nearly all resumes have fewer chunks: the mean over them is what a similarity is compared with.
NEAREST: Final = 40
WITH_WORDS: Final = 12
# Who a person is says nothing of what they can do.
NO_EVIDENCE: Final = frozenset({SectionKind.HEADER, SectionKind.CONTACT, SectionKind.REFERENCES})
# So many passages, and such a part of all, are blanks only where nobody has written a resume yet.
BLANKS_OF_A_TEMPLATE: Final = 5
BLANK_SHARE_OF_A_TEMPLATE: Final = 0.2
_PLACEHOLDER: Final = Pattern(r"⟦\w+⟧")
_WORD: Final = Pattern(r"[^\W\d_]{2,}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


class Candidate(Struct, frozen=True):
    """A passage and how likely it is, 0 to 1, that it shows something of the requirement, and all of it."""

    passage: Passage
    relevance: float
    fulfilment: float

    @property
    def order(self) -> tuple[float, str]:
        """The sort key: best first, ties by chunk id."""
        return (-round(self.relevance + self.fulfilment, 6), self.passage.chunk_id)


def is_usable(passage: Passage) -> bool:
    """Tell whether a passage may be evidence at all: no contact details, orders to the writer or blanks; some words."""
    if passage.section in NO_EVIDENCE or gives_orders(passage.text) or is_placeholder(passage.text):
        return False
    return _WORD.search(_PLACEHOLDER.sub(" ", passage.text)) is not None


def find_candidates(
    requirements: Sequence[Requirement], embedder: Embedder, search: ResumeSearch, ignore: frozenset[str]
) -> list[list[Candidate]]:
    """Return for each requirement its candidates, best first; arguments and errors as those of `compare`."""
    return [
        sorted(
            (Candidate(passage, relevance(pair), fulfilment(pair)) for passage, pair in pairs),
            key=lambda candidate: candidate.order,
        )
        for pairs in compare(requirements, embedder, search, ignore)
    ]


def compare(
    requirements: Sequence[Requirement], embedder: Embedder, search: ResumeSearch, ignore: frozenset[str]
) -> list[list[tuple[Passage, Likeness]]]:
    """Return for each requirement the passages that either search found, with their likeness, by chunk id.

    Args:
        requirements: what the job asks.
        embedder: called once, with one text per requirement.
        search: the resume.
        ignore: folded words that are no names of things (the company's).

    Raises:
        ModelError, RequestError, StorageError: as the embedder and the search do.
    """
    asked = [asked_of(requirement.text, ignore=ignore) for requirement in requirements]
    texts = [search_text(requirement.text) for requirement in requirements]
    near = search.nearest(embedder.embed(texts), NEAREST)
    worded = search.with_words([_query(text, one) for text, one in zip(texts, asked, strict=True)], WITH_WORDS)
    shown = _usable_passages(hit.passage for hits in (*near, *worded) for hit in hits)
    rare = rarity(list(shown.values()))
    similar = [_with_cosines(close, shared, shown) for close, shared in zip(near, worded, strict=True)]
    return [_likenesses(one, found, shown, rare) for one, found in zip(asked, similar, strict=True)]


def _usable_passages(passages: Iterable[Passage]) -> dict[str, Shown]:
    """Read every passage once, in the order of their ids; those that are no evidence are left out."""
    distinct = {passage.chunk_id: passage for passage in passages}
    if _is_template(list(distinct.values())):
        return {}
    return {chunk_id: shown_by(distinct[chunk_id]) for chunk_id in sorted(distinct) if is_usable(distinct[chunk_id])}


def _is_template(passages: Sequence[Passage]) -> bool:
    """Tell whether so much was never filled in that what looks filled in is the template's example too."""
    blanks = sum(is_placeholder(passage.text) for passage in passages if passage.section not in NO_EVIDENCE)
    return blanks >= BLANKS_OF_A_TEMPLATE and blanks >= BLANK_SHARE_OF_A_TEMPLATE * len(passages)


def _query(text: str, asked: Asked) -> str:
    return " ".join([text, *spellings(frozenset(asked.names))])


def _with_cosines(
    near: Sequence[ScoredPassage], worded: Sequence[ScoredPassage], usable: Container[str]
) -> list[tuple[Passage, float]]:
    """Join both searches; a passage that only its words found is no nearer than the farthest of the others."""
    farthest = min((hit.score for hit in near), default=0.0)
    cosines = {hit.passage.chunk_id: (hit.passage, hit.score) for hit in near if hit.passage.chunk_id in usable}
    for hit in worded:
        if hit.passage.chunk_id in usable and hit.passage.chunk_id not in cosines:
            cosines[hit.passage.chunk_id] = (hit.passage, farthest)
    return [cosines[chunk_id] for chunk_id in sorted(cosines)]


def _likenesses(
    asked: Asked, found: list[tuple[Passage, float]], shown: dict[str, Shown], rare: dict[str, float]
) -> list[tuple[Passage, Likeness]]:
    mean = sum(cosine for _, cosine in found) / len(found) if found else 0.0
    return [(passage, likeness(asked, shown[passage.chunk_id], cosine, mean, rare)) for passage, cosine in found]
