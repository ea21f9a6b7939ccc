"""Tells in German, French or Spanish what a resume in that very language says; what it cannot tell stays a quote.

`quoting_letter.py` writes the letter and asks here for the statements of a piece of evidence (`statements_of`), for the
paragraph of a role (`role_sentences`) and for what belongs to no role (`list_sentence`, `summary_sentences`).
"""

from __future__ import annotations

import re
from collections.abc import Callable

import evidence_text
import french_lines
import german_lines
import spanish_lines
from heads import head_of
from labelled_lines import LABEL, items_of
from languages import language_of
from letter_plan import Role
from letter_prompt import Evidence
from names import employer_of, name_of, without_trailing_date
from native_frames import NATIVE, NativeFrame
from phrases import capital
from statements import Kind, Statement
from variation import Choices, Sentence

TELLERS: dict[str, Callable[[Evidence, str], Statement | None]] = {
    "de": german_lines.tell,
    "fr": french_lines.tell,
    "es": spanish_lines.tell,
}
_LISTED = frozenset(("skills", "languages", "certifications", "awards"))
_MOST_ITEMS = 8
_FURTHER_WITHOUT_A_POST = 2
_MOST_WORDS = 40
# A shorter line does not tell its language by its small words.
_WORDS_THAT_TELL = 12
_DATES = re.compile(r"\b(?:19|20)\d\d\s*[–—-]")
_ALONE = {
    "gehörten": "gehörte",
    "gehören": "gehört",
    "estaban": "estaba",
    "están": "está",
    "kamen": "kam",
    "kommen": "kommt",
}
_PLURAL = re.compile(r"(?:die \w+(?:ungen|ionen|ysen)\b|\S+ und |\S+ y )")


def statements_of(evidence: Evidence, language: str, own: str) -> list[Statement] | None:
    """Return what the evidence says in the letter's language; None when it is in another one and has to be quoted.

    Args:
        evidence: one piece.
        language: the letter's.
        own: the language that most of the resume is in, for lines too short to tell.
    """
    found_in = language_of(evidence.text)
    short = len(evidence.text.split()) < _WORDS_THAT_TELL
    if not (found_in == language or (own == language and (found_in is None or short))):
        return None
    if head_of(evidence) or (_DATES.search(evidence.text) and evidence.section != "education"):
        return []
    if evidence.section == "education":
        return _degree(evidence)
    lines = evidence_text.lines(evidence.text)
    if evidence.section in _LISTED:
        return [statement for line in lines if (statement := _items(evidence, line))]
    tell = TELLERS[language]
    found = (tell(evidence, line) for line in lines if 2 <= len(line.split()) <= _MOST_WORDS)
    return [statement for statement in found if statement and "⟦" not in statement.words]


def _items(evidence: Evidence, line: str) -> Statement | None:
    label = LABEL.match(line)
    items = [item for item in items_of(label.group(2) if label else line) if len(item.split()) <= 6 and "⟦" not in item]
    kept = tuple(items[:_MOST_ITEMS])
    return Statement(evidence, Kind.ITEM, ", ".join(kept), 2, label=evidence.section, items=kept) if kept else None


def _degree(evidence: Evidence) -> list[Statement]:
    first, _, rest = without_trailing_date(evidence.text).partition(", ")
    degree = name_of(evidence.title, 12) or name_of(first, 12)
    school = employer_of(evidence.organisation) or (employer_of(rest) if not evidence.title else None)
    if evidence.context and evidence.text != evidence.context:
        return []  # a line below the degree: a grade, a subject
    if degree is None or "⟦" in f"{degree}{school}":
        return []
    return [Statement(evidence, Kind.WHOLE, degree, 2, label="degree", items=(school,) if school else ())]


def role_sentences(role: Role, told: list[Statement], language: str, choices: Choices) -> list[Sentence]:
    """Return the sentences of one role: its clauses one by one, the first with the role's name, then its tasks.

    One line a sentence: the gate proves a sentence by the lines it cites, and two tasks in one are proven by neither.
    """
    frame = NATIVE[language]
    clauses = [statement for statement in told if statement.kind is Kind.ACTION]
    tasks = [statement for statement in told if statement.kind is Kind.WORK]
    names = {"role": _title(role, language), "place": role.organisation or ""}
    sentences: list[Sentence] = []
    for statement in clauses:
        further = frame.further if role.title or role.organisation else frame.further[:_FURTHER_WITHOUT_A_POST]
        form = choices.pick("further", further) if sentences else choices.pick("lead", _leads(role, frame))
        sentences.append(_filled(form, names | {"words": statement.words}, [statement]))
    listed: list[Statement] = []
    for known in (True, False):
        group = [statement for statement in tasks if (statement.quality > 1) is known]
        for task in group:
            form = _task_form(role, frame, known=known, place=len(listed), further=bool(sentences))
            if not _PLURAL.match(task.words):
                form = re.sub(r"\w+", lambda found: _ALONE.get(found.group(), found.group()), form)
            listed.append(task)
            sentences.append(_filled(form, names | {"tasks": task.words}, [task]))
    return sentences


def _title(role: Role, language: str) -> str:
    """Return the title as it stands in running text: small in French and Spanish, but for abbreviations."""
    title = role.title or ""
    if language == "de" or not title[1:2].islower():
        return title
    return title[:1].lower() + title[1:]


def _leads(role: Role, frame: NativeFrame) -> tuple[str, ...]:
    if role.section == "education":
        return frame.lead_study
    if role.section == "projects":
        return frame.lead_project if role.organisation else frame.lead_bare
    if role.title and role.organisation:
        return frame.lead_now if role.current else frame.lead
    if role.organisation:
        return frame.lead_place
    return frame.lead_role if role.title else frame.lead_bare


def _task_form(role: Role, frame: NativeFrame, *, known: bool, place: int, further: bool) -> str:
    if not known:
        named = bool(role.title and role.organisation) and not further
        return frame.listed if named else frame.listed_further
    if further or not (role.title or role.organisation):
        return frame.tasks_further[place % len(frame.tasks_further)][role.current]
    if role.title and role.organisation:
        forms = frame.tasks
    else:
        forms = frame.tasks_place if role.organisation else frame.tasks_role
    return forms[role.current]


def summary_sentences(told: list[Statement], language: str) -> list[Sentence]:
    """Return who the person is, as the summary says it."""
    first, further = NATIVE[language].summary
    sentences = []
    for statement in [s for s in told if s.kind is Kind.ACTION]:
        form = further if sentences else first
        verb, _, rest = statement.words.partition(" ich " if " ich " in statement.words else " ")
        sentences.append(_filled(form, {"words": statement.words, "verb": verb, "rest": rest}, [statement]))
    return sentences


def list_sentence(section: str, told: list[Statement], language: str) -> Sentence:
    """Return one sentence for all items of a section."""
    frame = NATIVE[language]
    items = list(dict.fromkeys(item for statement in told for item in statement.items))[:_MOST_ITEMS]
    form = frame.lists[section][len(items) == 1]
    return _filled(form, {"items": _series(items, frame.link)}, told)


def degree_sentence(statement: Statement, language: str) -> Sentence:
    """Return the sentence that names a degree and its school."""
    with_school, alone = NATIVE[language].studies
    values = {"degree": statement.words, "school": next(iter(statement.items), "")}
    return _filled(with_school if statement.items else alone, values, [statement])


def _filled(form: str, values: dict[str, str], told: list[Statement]) -> Sentence:
    text = re.sub(r"{(\w+)}", lambda found: values[found.group(1)], form)
    return Sentence(capital(re.sub(r"\s*\(\)", "", text)), tuple(statement.evidence.id for statement in told))


def _series(items: list[str], link: str) -> str:
    if len(items) < 2:
        return "".join(items)
    if link == " y " and re.match(r"h?i(?!e)", items[-1], re.IGNORECASE):
        link = " e "
    return ", ".join(items[:-1]) + link + items[-1]
