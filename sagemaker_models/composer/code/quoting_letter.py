"""Writes letters in the languages of `quoting_frames.py`: plain sentences around quoted evidence.

The composer turns only English evidence into sentences of its own. In the other languages it says where the person
worked and quotes what the resume says, as it stands, in that language's quotation marks; so a resume in another
language than the letter is quoted too, and nothing is translated wrongly. `letter.py` also takes single quotes from
here for an English letter over foreign evidence.
"""

from __future__ import annotations

import re

import evidence_text
import native_letter
from heads import head_of
from languages import language_of
from letter_plan import Role, by_role, rank, role_of
from letter_prompt import Evidence, Prompt
from names import name_of, without_trailing_date
from phrases import capital
from quoting_frames import FRAMES, Frame
from statements import Kind, Statement
from variation import Choices, Sentence

_NOT_QUOTED = frozenset(("interests", "references", "contact", "header"))
_MOST_WORDS = 45
_DATES = re.compile(r"\b(?:19|20)\d\d\s*(?:[–—-]|to\b|bis\b|à\b)\s*\w")


def quotes_of(evidence: Evidence) -> list[Statement]:
    """Return the sentences of a piece of evidence as quotes, word for word."""
    if evidence.section in _NOT_QUOTED or head_of(evidence):
        return []
    if evidence.section in {"experience", "volunteering"} and _DATES.search(evidence.text):
        return []  # the head of a job that was not read as one
    least = 1 if evidence.section in {"skills", "languages"} else 2
    parts = [part for part in evidence_text.sentences(evidence.text) if least <= len(part.split()) <= _MOST_WORDS]
    if evidence.section == "education":
        parts = [without_trailing_date(part) for part in parts]
    return [Statement(evidence, Kind.QUOTE, part, 2) for part in parts if part and "⟦" not in part]


def statements(prompt: Prompt, evidence: list[Evidence]) -> list[Statement]:
    """Return all that the letter may say, the most needed first: told where the languages agree, else quoted."""
    language = prompt.options.language
    own = language_of("\n".join(piece.text for piece in evidence)) or "en"
    found: list[Statement] = []
    for piece in evidence:
        told = None if piece.origin == "user" else native_letter.statements_of(piece, language, own)
        found += quotes_of(piece) if told is None else told
    return rank(prompt, found)


def write(prompt: Prompt, chosen: list[Statement], fillers: int) -> list[list[Sentence]]:
    """Return the paragraphs of the body; arguments as for `english_letter.write`."""
    language = prompt.options.language
    frame = FRAMES[language]
    choices = Choices(f"{prompt.job.title}|{prompt.job.company}|{[evidence.text for evidence in prompt.evidence]}")
    opening = choices.pick("opening", frame.openings).format(job=_position(prompt, frame))
    turn = int(choices.pick("closing", [str(place) for place in range(len(frame.closings))]))
    person = [s for s in chosen if s.evidence.section == "summary" and s.kind is Kind.ACTION]
    paragraphs = [
        [
            Sentence(opening),
            *(native_letter.summary_sentences(person, language) or [Sentence(frame.bridge)]),
        ],
        *(_role(role, told, prompt, choices) for role, told in by_role(chosen)),
        _rest([statement for statement in chosen if statement not in person], frame, language),
        [Sentence(words) for words in (*frame.fillers[:fillers], *frame.closings[turn])],
    ]
    return [sentences for sentences in paragraphs if sentences]


def _role(role: Role, told: list[Statement], prompt: Prompt, choices: Choices) -> list[Sentence]:
    """Return the paragraph of a role: what can be told, then what has to be quoted."""
    quotes = [statement for statement in told if statement.kind is Kind.QUOTE]
    sentences = native_letter.role_sentences(
        role, [statement for statement in told if statement not in quotes], prompt.options.language, choices
    )
    return sentences + (_quoted_role(role, quotes, FRAMES[prompt.options.language], choices) if quotes else [])


def _quoted_role(role: Role, quotes: list[Statement], frame: Frame, choices: Choices) -> list[Sentence]:
    """Return one sentence that names the role and quotes, and one more for every two further quotes."""
    first = (
        _first_form(role, frame, choices)
        .replace("{place}", role.organisation or "")
        .replace("{role}", role.title or "")
    )
    forms = [first, *(choices.pick("further", frame.further) for _ in quotes[2::2])]
    return [_quoted(form, quotes[2 * place : 2 * place + 2], frame) for place, form in enumerate(forms)]


def _first_form(role: Role, frame: Frame, choices: Choices) -> str:
    if role.section == "education":
        return frame.sections["education"]
    if role.section == "projects" and role.title:
        forms: tuple[str, ...] = (frame.project,)
    elif role.organisation:
        forms = frame.place_and_role if role.title else frame.place
    else:
        forms = frame.role if role.title else (frame.alone,)
    return choices.pick(forms[0], forms)


def _rest(chosen: list[Statement], frame: Frame, language: str) -> list[Sentence]:
    """Return a sentence for each section that is not about a role, then what the user typed."""
    groups: dict[str, list[Statement]] = {}
    lists: dict[str, list[Statement]] = {}
    sentences: list[Sentence] = []
    degrees: list[Sentence] = []
    for statement in chosen:
        if statement.label == "degree":
            degrees.append(native_letter.degree_sentence(statement, language))
            continue
        if statement.kind is Kind.ITEM:
            lists.setdefault(statement.label, []).append(statement)
            continue
        if statement.kind is not Kind.QUOTE:
            continue
        typed = statement.evidence.origin == "user"
        if typed and language_of(statement.words) == language:
            sentences.append(Sentence(capital(statement.words), (statement.evidence.id,)))
        elif role_of(statement.evidence) is None:
            groups.setdefault("fact" if typed else statement.evidence.section, []).append(statement)
    forms = {"fact": frame.fact, **frame.sections}
    listed = [native_letter.list_sentence(name, told, language) for name, told in lists.items()]
    return (
        degrees
        + listed
        + [_quoted(forms.get(name, frame.alone), quotes[:3], frame) for name, quotes in groups.items()]
        + sentences
    )


def _quoted(form: str, quotes: list[Statement], frame: Frame) -> Sentence:
    left, right = frame.quotes
    marked = [f"{left}{statement.words}{right}" for statement in quotes]
    text = "; ".join(marked)  # each quote a clause of its own, proven by its own line
    return Sentence(form.replace("{quotes}", text), tuple(statement.evidence.id for statement in quotes))


def _position(prompt: Prompt, frame: Frame) -> str:
    title, company = name_of(prompt.job.title, 10), name_of(prompt.job.company, 8)
    known = (bool(title), bool(company))
    place = [(True, True), (True, False), (False, True), (False, False)].index(known)
    if prompt.options.language == "fr" and company:
        company = re.sub(r"^(La|Le|Les) ", lambda found: found.group().lower(), company)
    return frame.jobs[place].format(title=title, company=company)
