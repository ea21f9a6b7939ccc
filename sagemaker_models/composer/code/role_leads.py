"""The first sentence about a role, which names it: "As a nurse at X, I …", "From May 2019 to July 2020, I …".

`role_paragraphs.py` asks for it once a role. Which wordings are possible follows from what the resume gives: a title,
an employer, months; among those, `Choices` decides.
"""

from __future__ import annotations

import re

from letter_plan import Role
from phrases import article, as_role, capital, with_the
from statements import Kind, Statement
from variation import Choices

_NOW = (
    "In my current role as {role} at {place}, I {words}",
    "As {role} at {place}, I {words}",
    "Since {start}, I have worked as {role} at {place}, where I {words}",
)
_THEN = (
    "As {role} at {place}, I {words}",
    "From {start} to {end}, I worked as {role} at {place}, where I {words}",
    "At {place}, where I worked as {role}, I {words}",
    "While working as {role} at {place}, I {words}",
)
_PLACE = ("At {place}, I {words}", "During my time at {place}, I {words}", "While at {place}, I {words}")
_TITLE_NOW = ("In my current role as {role}, I {words}",)
_TITLE_THEN = ("As {role}, I {words}", "While working as {role}, I {words}")
_STUDY = ("During my studies at {place}, I {words}", "As a student at {place}, I {words}")
_PROJECT = ("For the project {place}, I {words}", "In the project {place}, I {words}")
_UNNAMED = {
    "experience": ("In my work, I {words}", "As part of my work, I {words}"),
    "projects": ("In my project work, I {words}", "For one project, I {words}"),
    "volunteering": ("As a volunteer, I {words}", "In my voluntary work, I {words}"),
    "education": ("During my studies, I {words}",),
}
# A thing that can be made, with what stands before it and at least a word that says more.
_THING = re.compile(
    r"(?:[\w+#./-]+ ){0,5}(?:app|application|website|site|tool|library|sdk|framework|service|platform|system|game|bot|plugin"
    r"|extension|dashboard|compiler|parser|engine|prototype|package|client|server|api|website|portal|shop|editor|generator"
    r"|simulator|pipeline|model|device|robot|sensor|database|programme|program|campaign|exhibition|magazine|podcast|course"
    r"|study|survey)(?= (?:for|that|which|with|to|in|of|using|built|written|based)\b)",
    re.IGNORECASE,
)
_DETERMINED = re.compile(r"(?:an?|the|my|our|one|two|three)\b", re.IGNORECASE)
_NOT_AFTER_WHERE = re.compile(r"^(?:am|was|have|had|can|hold|work(?:ed)?)\b")
_OWN_MASTER = re.compile(r"(?:self-employed|freelance|independent)\b", re.IGNORECASE)
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def lead(role: Role, statement: Statement, choices: Choices, before: str = "") -> str:
    """Return the sentence, without stop, that names the role and tells the statement.

    `before` is the first sentence of the paragraph before: where another wording fits, the two do not open alike.
    """
    # "Self-employed electrician, Leeds": what stands beside it is a place, no employer.
    employer = None if _OWN_MASTER.match(role.title or "") else role.organisation
    place = with_the(employer) if employer else None
    known = {
        "role": as_role(role.title),
        "place": place or (role.title if role.section == "projects" else None),
        "start": _as_written(month(role.start), statement),
        "end": _as_written(month(role.end), statement),
    }
    if statement.kind is not Kind.ACTION:
        return capital(_of_work(role, statement, known))
    alike: str | None = None
    for form in choices.order("lead", _forms(role, known)):
        needed = set(re.findall(r"{(\w+)}", form)) - {"words"}
        fits = not ("where I" in form and _NOT_AFTER_WHERE.match(statement.words))
        fits = fits and not (form in _STUDY and statement.words.startswith("graduated"))
        if all(known[name] for name in needed) and fits:
            told = form.format(words=statement.words, **{key: value or "" for key, value in known.items()})
            if _opening(told) != _opening(before):
                return told
            alike = alike or told
    if alike:
        return alike
    unnamed = choices.pick("unnamed", _UNNAMED.get(role.section, ("I {words}",)))
    return unnamed.format(words=statement.words)


def _opening(sentence: str) -> str:
    """Return the first two words, "a" and "an" being one."""
    return re.sub(r"\ban\b", "a", " ".join(sentence.split()[:2]))


def month(date: str | None) -> str | None:
    """Return "June 2005" for "2005-06", None for a year alone: "from 2005 to 2006" says more than two years do."""
    found = re.fullmatch(r"(\d{4})-(\d\d)", date or "")
    return f"{_MONTHS[int(found.group(2)) - 1]} {found.group(1)}" if found and 1 <= int(found.group(2)) <= 12 else None


def _as_written(date: str | None, statement: Statement) -> str | None:
    """Return the month if the resume writes it in full: what the letter says should be found there word for word."""
    written = f"{statement.evidence.context} {statement.evidence.text}"
    return date if date and date in written else None


def _forms(role: Role, known: dict[str, str | None]) -> tuple[str, ...]:
    if role.section == "projects":
        return _PROJECT
    if role.section == "education":
        return (*_STUDY, _PLACE[0])
    if known["role"] and known["place"]:
        return _NOW if role.current else _THEN
    if known["place"]:
        return _PLACE
    return _TITLE_NOW if role.current else _TITLE_THEN


def _what_it_is(words: str) -> str | None:
    """Return "a tracing library for Go services" for a phrase that says what a project is, None for any other phrase."""
    named = _THING.match(words)
    if named is None or re.search(r"\w[^s]s$", named.group()) or re.match(r"\w+ing\b", words):
        return None
    return words if _DETERMINED.match(words) else f"{article(words)} {words}"


def _of_work(role: Role, statement: Statement, known: dict[str, str | None]) -> str:
    """Return the first sentence of a role that tells of work without a verb of its own."""
    project = role.section == "projects"
    at = f" at {known['place']}" if known["place"] and not project else ""
    as_ = f" as {known['role']}" if known["role"] and not project else ""
    noun = "studies" if role.section == "education" else "work"
    words = statement.words
    if statement.kind is Kind.QUOTE:
        return f"of my {noun}{as_}{at}, my resume says: “{words}”"
    if statement.kind is Kind.WHOLE:
        return f"{at.strip()}, {words}" if at else words
    if statement.kind is Kind.TASK:
        return f"{(as_ + at).strip()}, my task was to {words}" if as_ or at else f"my task was to {words}"
    if project:
        what = _what_it_is(words)
        return (
            f"my projects include {known['place']}, {what}"
            if what
            else f"the project {known['place']} included {words}"
        )
    form = "included" if not role.current else "include" if noun == "studies" else "includes"
    return f"my {noun}{as_}{at} {form} {words}"
