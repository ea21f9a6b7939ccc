"""Finds what else of the resume is worth telling, so that a letter is long enough where few requirements are met.

Called after `match_resume`: who the person is, what they did last, what they studied, then whatever is nearest to
the job. Contact details are never among it.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from resumate.documents.model import SectionKind, YearMonth
from resumate.matching.candidates import is_usable
from resumate.matching.model import Embedder, JobPosting, Match, Passage, ResumeSearch
from resumate.matching.pattern import Pattern
from resumate.matching.search_text import search_text

_LOOKED_AT: Final = 80
_REQUIREMENTS_READ: Final = 6
_WORDS_LEAST: Final = 4
_WORD: Final = Pattern(r"[^\W_]+")
_PLACEHOLDER: Final = Pattern(r"⟦\w+⟧")
# Said last: what a person likes, and whatever a heading leaves open.
_LAST: Final = frozenset({SectionKind.INTERESTS, SectionKind.OTHER, SectionKind.LANGUAGES})
_WORK: Final = frozenset({SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.VOLUNTEERING})
_OF_LAST_JOB: Final = 2
_BEGINNING: Final = YearMonth(0, 0)


def background_passages(
    search: ResumeSearch, embedder: Embedder, job: JobPosting, already: list[Match], limit: int
) -> list[Passage]:
    """Return at most `limit` further passages, strongest first, none that a match carries already.

    The first are the best of the summary, two of the latest job and one of education; then the nearest to the job.

    Raises:
        ModelError, RequestError, StorageError: as the embedder and the search do.
    """
    known = {passage.chunk_id for match in already for passage in match.passages}
    ranked = [
        passage for passage in _nearest(search, embedder, job) if passage.chunk_id not in known and _tells(passage)
    ]
    chosen: dict[str, Passage] = {}
    for passage in (*_first_of_each(ranked), *_by_section(ranked)):
        chosen.setdefault(passage.chunk_id, passage)
    return list(chosen.values())[: max(limit, 0)]


def _nearest(search: ResumeSearch, embedder: Embedder, job: JobPosting) -> list[Passage]:
    """Return all passages by their greatest similarity to the job's title or to what it asks first."""
    asked = "; ".join(search_text(requirement.text) for requirement in job.requirements[:_REQUIREMENTS_READ])
    texts = [text for text in (job.title, asked) if text] or ["work experience"]
    best: dict[str, tuple[float, Passage]] = {}
    for hits in search.nearest(embedder.embed(texts), _LOOKED_AT):
        for hit in hits:
            score = round(hit.score, 6)
            if hit.passage.chunk_id not in best or score > best[hit.passage.chunk_id][0]:
                best[hit.passage.chunk_id] = (score, hit.passage)
    order = sorted(best.values(), key=lambda pair: (-pair[0], pair[1].chunk_id))
    return [passage for _, passage in order]


def _tells(passage: Passage) -> bool:
    """Tell whether a passage says something by itself: a lone word or a date is no background."""
    if not is_usable(passage):
        return False
    words = len(_WORD.findall(_PLACEHOLDER.sub(" ", passage.text)))
    return words >= _WORDS_LEAST or (words > 0 and bool(passage.organisation or passage.title))


def _first_of_each(ranked: list[Passage]) -> Iterator[Passage]:
    yield from _of(ranked, SectionKind.SUMMARY)[:1]
    work = _of(ranked, SectionKind.EXPERIENCE)
    latest = max(map(_recency, work), default=None)
    yield from [passage for passage in work if _recency(passage) == latest][:_OF_LAST_JOB]
    yield from _of(ranked, SectionKind.EDUCATION)[:1]


def _of(ranked: Iterable[Passage], section: SectionKind) -> list[Passage]:
    return [passage for passage in ranked if passage.section is section]


def _recency(passage: Passage) -> tuple[bool, YearMonth]:
    return (passage.current, _without_gap(passage.end or passage.start))


def _without_gap(month: YearMonth | None) -> YearMonth:
    """Make a month comparable: a year alone counts as its last month."""
    if month is None:
        return _BEGINNING
    return YearMonth(month.year, month.month or 12)


def _by_section(ranked: list[Passage]) -> Iterator[Passage]:
    yield from (passage for passage in ranked if passage.section in _WORK)
    yield from (passage for passage in ranked if passage.section not in _WORK | _LAST)
    yield from (passage for passage in ranked if passage.section in _LAST)
