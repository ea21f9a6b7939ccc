"""Says what one resume offers for every requirement of a job: met, adjacent or a gap, with the passages that show it.

Second step of a letter, between `read_job` and the prompt. `questions` and `background` work on its result.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from msgspec import Struct

from resumate.documents.model import SectionKind
from resumate.matching.calibration import MET_LEAST, RELEVANT_LEAST, RELEVANT_LEAST_OF_BEST
from resumate.matching.candidates import Candidate, find_candidates
from resumate.matching.model import Embedder, JobPosting, Match, Requirement, ResumeSearch, Status
from resumate.matching.words import tokens
from resumate.matching.years import asked_years, too_few_years

# What a hobby shows is never the whole of a requirement.
_NEVER_MET: Final = frozenset({SectionKind.INTERESTS})
# Below this a passage of another section is not worth showing even for variety.
_SPREAD_LEAST: Final = 0.15


class _Choice(Struct):
    """A requirement with its candidates and those that are chosen so far."""

    requirement: Requirement
    candidates: list[Candidate]
    chosen: list[Candidate]
    status: Status


def match_resume(
    job: JobPosting,
    embedder: Embedder,
    search: ResumeSearch,
    passages_per_requirement: int = 3,
    *,
    today: date | None = None,
) -> list[Match]:
    """Return one match per requirement, in the order of the job; passages best first, ties by chunk id.

    Args:
        job: the requirements to look for.
        embedder: called once for all of them.
        search: the resume; contact details and references are never taken from it.
        passages_per_requirement: the most passages a match carries.
        today: lets "five years" be compared with an entry that is current.

    Raises:
        ModelError, RequestError, StorageError: as the embedder and the search do.
    """
    if not job.requirements:
        return []
    company = frozenset(tokens(job.company or ""))
    found = find_candidates(job.requirements, embedder, search, company)
    choices = [
        _choice(requirement, candidates, passages_per_requirement, today)
        for requirement, candidates in zip(job.requirements, found, strict=True)
    ]
    _spread_over_sections(choices, passages_per_requirement)
    return [
        Match(choice.requirement, choice.status, [candidate.passage for candidate in choice.chosen])
        for choice in choices
    ]


def _choice(requirement: Requirement, candidates: list[Candidate], most: int, today: date | None) -> _Choice:
    best = max((candidate.relevance for candidate in candidates), default=0.0)
    least = max(RELEVANT_LEAST, RELEVANT_LEAST_OF_BEST * best)
    relevant = [candidate for candidate in candidates if candidate.relevance >= least]
    status = _status(requirement, relevant, today)
    return _Choice(requirement, candidates, relevant[:most], status)


def _status(requirement: Requirement, relevant: Sequence[Candidate], today: date | None) -> Status:
    if not relevant:
        return Status.GAP
    showing = [
        candidate.passage
        for candidate in relevant
        if candidate.fulfilment >= MET_LEAST and candidate.passage.section not in _NEVER_MET
    ]
    if not showing:
        return Status.ADJACENT
    years = asked_years(requirement.text)
    if years is not None and too_few_years(years, [candidate.passage for candidate in relevant], today):
        return Status.ADJACENT
    return Status.MET


def _spread_over_sections(choices: list[_Choice], most: int) -> None:
    """Where all evidence is of one section, let the best passage of another one in, for the requirement it fits best."""
    sections = {candidate.passage.section for choice in choices for candidate in choice.chosen}
    if len(sections) != 1 or most < 2:
        return
    others = [
        (candidate.order, number, candidate)
        for number, choice in enumerate(choices)
        if choice.chosen
        for candidate in choice.candidates
        if candidate.passage.section not in sections and candidate.relevance >= _SPREAD_LEAST
    ]
    if others:
        _, number, candidate = min(others, key=lambda other: other[:2])
        choices[number].chosen = [*choices[number].chosen[: most - 1], candidate]
