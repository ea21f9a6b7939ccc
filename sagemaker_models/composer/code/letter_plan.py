"""Chooses which statements a letter makes and in which order, by what the job asks and how well they read.

`letter.py` calls `rank` once and then takes as many statements from the front as the length of the letter allows;
`by_role` puts those into paragraphs' order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial

from letter_prompt import Evidence, Prompt
from names import employer_of, name_of
from statements import Kind, Statement

_WORTH_OF_SECTION = {
    "experience": 1.0,
    "skills": 1.0,
    "summary": 0.8,
    "projects": 0.6,
    "volunteering": 0.4,
    "education": 0.3,
    "certifications": 0.3,
}
_SECTIONS_OF_ROLES = ("experience", "projects", "volunteering", "education")


@dataclass(frozen=True)
class Role:
    """The job, study or project a statement belongs to; names are None where the resume gives none that read well."""

    section: str
    organisation: str | None = None
    title: str | None = None
    start: str | None = None
    end: str | None = None
    current: bool = False


def role_of(evidence: Evidence) -> Role | None:
    """Return the role a piece of evidence belongs to, or None for a summary, a skill or a fact the user typed."""
    dated = evidence.start and (evidence.organisation or evidence.title) and evidence.section != "certifications"
    if evidence.origin == "user" or not (dated or evidence.section in _SECTIONS_OF_ROLES):
        return None
    title_of = employer_of if evidence.section == "projects" else partial(name_of, most_words=8)
    organisation, title = employer_of(evidence.organisation), title_of(evidence.title)
    return Role(evidence.section, organisation, title, evidence.start, evidence.end, evidence.current)


def rank(prompt: Prompt, statements: list[Statement]) -> list[Statement]:
    """Return the statements without repetitions, those the letter needs most first.

    Weak ones (quality 1) come after all others. Each further statement from one role counts a little less, so that
    a letter shows more than one side of a person when there is one.
    """
    left = _distinct(statements)
    worth = {id(statement): _worth(prompt, statement, place) for place, statement in enumerate(left)}
    taken: dict[object, int] = {}
    ranked: list[Statement] = []
    while left:
        best = max(left, key=lambda s: (s.quality > 1, worth[id(s)] - 0.7 * taken.get(_group(s), 0)))
        left.remove(best)
        taken[_group(best)] = taken.get(_group(best), 0) + 1
        ranked.append(best)
    return ranked


def by_role(chosen: list[Statement]) -> list[tuple[Role, list[Statement]]]:
    """Return the chosen statements of each role: jobs first, the present one before earlier ones, then the rest.

    Degrees, lists and what is said about studies are not among them. A line that only opens a job counts when nothing
    else is told of that job.
    """
    groups: dict[Role, list[Statement]] = {}
    for statement in chosen:
        role = role_of(statement.evidence)
        told = statement.label not in {"degree", "head"} and statement.kind is not Kind.ITEM
        if role and told and not is_about_studies(statement):
            groups.setdefault(role, []).append(statement)
    for statement in chosen:
        role = role_of(statement.evidence)
        if role and statement.label == "head" and role not in groups:
            groups[role] = [statement]
    return sorted(groups.items(), key=lambda group: _place_in_time(group[0]))


def _place_in_time(role: Role) -> tuple[int, bool, int]:
    """Order roles as a reader expects them; what has no date comes after what has."""
    sections = ("experience", "volunteering", "projects", "education")
    section = sections.index(role.section) if role.section in sections else 0
    digits = re.sub(r"\D", "", role.start or "").ljust(6, "0")
    return section, not role.current, -int(digits[:6])


def is_about_studies(statement: Statement) -> bool:
    """Tell whether a statement gives a grade, a thesis or courses, which stand beside the degree."""
    return statement.evidence.section == "education" and statement.kind is Kind.WHOLE


def _worth(prompt: Prompt, statement: Statement, place: int) -> float:
    evidence = statement.evidence
    asked = {requirement.number: requirement for requirement in prompt.requirements}
    relevance = 0.0
    for number in evidence.requirements:
        requirement = asked.get(number)
        if requirement and requirement.status in {"met", "adjacent"}:
            relevance += (2.0 if requirement.status == "met" else 1.0) * (1.3 if requirement.must else 1.0)
    extra = _WORTH_OF_SECTION.get(evidence.section, 0.0) + (4.0 if evidence.origin == "user" else 0.0)
    extra += {"degree": 2.0, "head": -1.5}.get(statement.label, 0.0) + (0.5 if evidence.current else 0.0)
    return min(relevance, 5.0) + extra + 0.8 * statement.quality - 0.02 * place


def _distinct(statements: list[Statement]) -> list[Statement]:
    seen: set[tuple[bool, str]] = set()
    kept = []
    for statement in statements:
        key = (statement.kind is Kind.ITEM, statement.words.casefold())
        if key not in seen:
            seen.add(key)
            kept.append(statement)
    return kept


def _group(statement: Statement) -> object:
    return role_of(statement.evidence) or (statement.evidence.section, statement.label)
