"""Writes what a person did in one role as a run of varied English sentences.

The first sentence names the role (`role_leads.py`); those after it change their beginning every time, so that no two
neighbours open with the same words. `english_letter.py` decides which statements come here.
"""

from __future__ import annotations

import re

from letter_plan import Role
from phrases import also, capital
from role_leads import lead
from statements import Kind, Statement
from variation import Choices, Sentence
from verb_forms import is_past

_MEANS = re.compile(r"^([^,;:()]{12,}?) by ((?:\w+ly )?\w+ing\b[^;:]{6,90})$")
_USING = re.compile(r"^([^,;:()]{12,}?) (using [^;:,]{3,60}(?:, [^;:,]{2,30})*(?: and [^;:,]{2,30})?)$")
_AUXILIARY = re.compile(r"^(?:am|was|have|had|can|hold)\b")
_NOT_JOINED = re.compile(r",|;|:|\bby \w+ing\b|\busing\b")
_ACTION_THEN = (
    "I also {words}",
    "In that role, I {words}",
    "I {words}",
    "In addition, I {words}",
    "In the same role, I {words}",
)
_ACTION_NOW = (
    "I also {words}",
    "In this role, I {words}",
    "I {words}",
    "In addition, I {words}",
    "In the same role, I {words}",
)
_SECTIONS_OF_POSTS = frozenset(("experience", "volunteering"))
_STATE = ("In the same role, I {words}", "In addition, I {words}")
_WORK_THEN = (
    "My work there also included {words}",
    "The role also involved {words}",
    "Another part of that work was {words}",
)
_WORK_NOW = (
    "My work there also includes {words}",
    "The role also involves {words}",
    "Another part of that work is {words}",
)
_WORK_OF_PROJECT = ("The project also included {words}",)
_WORK_UNNAMED = ("My work also included {words}", "Another part of it was {words}")
_ALONE = {
    Kind.ACTION: "I {}",
    Kind.WORK: "My work included {}",
    Kind.TASK: "My task was to {}",
    Kind.QUOTE: "My resume says: “{}”",
}


def paragraph(
    role: Role, statements: list[Statement], choices: Choices, literal: frozenset[str], before: str = ""
) -> list[Sentence]:
    """Return the sentences of one role.

    Args:
        role: names what the first sentence says.
        statements: the chosen ones of that role, in the order they are told.
        choices: whose turn each wording is.
        literal: evidence ids that a review refused once: told alone, with nothing added.
        before: how the paragraph before begins.
    """
    told: list[Sentence] = []
    waiting = list(statements)
    named = False
    while waiting:
        statement = waiting.pop(0)
        ids: tuple[str, ...] = (statement.evidence.id,)
        if statement.evidence.id in literal:
            told.append(Sentence(alone(statement), ids))
            continue
        if statement.label == "head":
            told.append(Sentence(_opened(role, statement), ids))
            continue
        if not named:
            told.append(Sentence(lead(role, statement, choices, before), ids))
            named = True
            continue
        if role.section == "projects" and statement.kind is Kind.WORK and statement.quality == 1:
            continue  # "open source, 2200+ stars" says too little after what the project is
        partner = _partner(statement, waiting, literal)
        if partner:
            waiting.remove(partner)
            statement, ids = _joined(statement, partner), (*ids, partner.evidence.id)
        told.append(Sentence(_follow(role, statement, told, choices), ids))
    return told


def _opened(role: Role, statement: Statement) -> str:
    """Tell of a role nothing but that the person has or had it."""
    return f"I currently {statement.words}" if role.current else f"I have also {statement.words}"


def alone(statement: Statement) -> str:
    """Tell a statement with the fewest words of our own."""
    return capital(_ALONE.get(statement.kind, "{}").format(statement.words))


def _follow(role: Role, statement: Statement, before: list[Sentence], choices: Choices) -> str:
    """Return a further sentence of the role that opens unlike the ones just before it."""
    recent = {" ".join(sentence.words.split()[:2]) for sentence in before[-3:]}
    after_i = before[-1].words.startswith("I ")
    forms = _forms(role, statement, choices)
    fresh = (form for form in forms if " ".join(form.split()[:2]) not in recent)
    last = " ".join(before[-1].words.split()[:2])
    other = next((form for form in forms if " ".join(form.split()[:2]) != last), forms[0])
    return next((form for form in fresh if not (after_i and form.startswith("I "))), other)


def _forms(role: Role, statement: Statement, choices: Choices) -> list[str]:
    """Return the ways to tell a statement, the preferred first."""
    words = statement.words
    if statement.kind is Kind.WHOLE:
        return [capital(words)]
    if statement.kind is Kind.QUOTE:
        return [f"It adds: “{words}”", f"It also says: “{words}”"]
    if statement.kind is Kind.TASK:
        return [f"It was also my task to {words}", f"My task there was also to {words}"]
    named = role.organisation or role.title
    work: tuple[str, ...] = (_WORK_NOW if role.current else _WORK_THEN) if named else _WORK_UNNAMED
    work = _WORK_OF_PROJECT if role.section == "projects" and named else work
    if statement.kind is Kind.WORK:
        return [form.format(words=words) for form in choices.order("work", work)]
    if _AUXILIARY.match(words):
        return [also(words), *(form.format(words=words) for form in _STATE if named or "same role" not in form)]
    ordered = choices.order("action", _ACTION_NOW if role.current else _ACTION_THEN)
    actions = [form for form in ordered if (named and role.section in _SECTIONS_OF_POSTS) or " role, " not in form]
    told = [form.format(words=words) for form in actions]
    if statement.gerund and not re.match(r"\w+ly ", statement.gerund):
        told.insert(1, choices.pick("work", work).format(words=statement.gerund))
    return _turned(words) + told


def _turned(words: str) -> list[str]:
    """Return the sentence with its means in front: "By caching layers, I reduced …"."""
    if re.search(r"\b(?:its?|their|them|this|these)\b", words):
        return []  # the word would come before what it stands for
    if found := _MEANS.match(words):
        return [f"By {found.group(2)}, I {found.group(1)}"]
    if (found := _USING.match(words)) and " and " not in found.group(1):
        return [f"{capital(found.group(2))}, I {found.group(1)}"]
    return []


def _partner(statement: Statement, waiting: list[Statement], literal: frozenset[str]) -> Statement | None:
    """Return a statement that can share a sentence with this one: both plain, both in one tense, together not long."""

    def simple(candidate: Statement) -> bool:
        plain = candidate.kind is Kind.ACTION and candidate.size <= 16 and not _AUXILIARY.match(candidate.words)
        return plain and candidate.evidence.id not in literal and not _NOT_JOINED.search(candidate.words)

    if not simple(statement):
        return None
    fitting = (other for other in waiting[:3] if simple(other) and other.size + statement.size <= 24)
    return next((other for other in fitting if _told_in_past(other) == _told_in_past(statement)), None)


def _told_in_past(statement: Statement) -> bool:
    return is_past(statement.words.split()[0])


def _joined(first: Statement, second: Statement) -> Statement:
    link = ", and I " if " and " in f"{first.words} {second.words}" else " and "
    return Statement(first.evidence, Kind.ACTION, f"{first.words}{link}{second.words}")
