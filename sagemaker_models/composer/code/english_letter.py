"""Writes a letter in English: opening, what the person did by role, what they learnt and know, closing.

`letter.py` calls `write` with the statements to use. Sentences about the person end with the evidence they rest on;
the frames around them come from `english_frames.py`.
"""

from __future__ import annotations

import re

import english_frames
import topics
from letter_plan import by_role, is_about_studies, role_of
from letter_prompt import Prompt
from lexicon import is_common_noun
from names import name_of
from phrases import also, as_title, series
from role_paragraphs import alone, paragraph
from statements import Kind, Statement
from variation import Choices, Sentence

_MOST_IN_A_LIST = 9
_POSTS_TOLD = 3
# A job told in one sentence joins the paragraph before it, unless that is long.
_ROOM_FOR_ANOTHER = 3
_NO_THEME = re.compile(r"skill|other|key|core|technical|competenc|expertise|strength", re.IGNORECASE)


def write(prompt: Prompt, chosen: list[Statement], fillers: int) -> list[list[Sentence]]:
    """Return the paragraphs of the body, each a list of sentences.

    Args:
        prompt: names job and company, and which wordings to avoid.
        chosen: what the letter says; see `letter_plan.rank`.
        fillers: how many sentences to add that ask or offer something and claim nothing.
    """
    choices = Choices(f"{prompt.job.title}|{prompt.job.company}|{[evidence.text for evidence in prompt.evidence]}")
    opening = _opening(prompt, chosen, choices)
    if fillers and opening[1].ids:  # who the person is, then what the letter is going to say
        opening.append(Sentence(choices.pick("bridge", english_frames.BRIDGES)))
        fillers -= 1
    paragraphs = [
        opening,
        *_roles(prompt, chosen, choices),
        *_knowledge(chosen, choices),
        _closing(prompt, choices, fillers),
    ]
    return [sentences for sentences in paragraphs if sentences]


def greeting(prompt: Prompt) -> str:
    """Return the salutation."""
    return english_frames.GREETINGS.get(prompt.options.tone, english_frames.GREETINGS["plain"])


def _opening(prompt: Prompt, chosen: list[Statement], choices: Choices) -> list[Sentence]:
    """Return the sentence that names the job, then who the person is, as the summary of the resume says it."""
    told = [
        s
        for s in chosen
        if s.evidence.section == "summary" and s.kind in {Kind.ACTION, Kind.WHOLE} and not role_of(s.evidence)
    ]
    told.sort(key=lambda s: (not s.words.startswith("am "), not re.search(r"\b(?:years|experience)\b", s.words)))
    person = _run([statement for statement in told if statement.quality > 1][:3] or told[:1])
    person = person or [Sentence(choices.pick("bridge", english_frames.BRIDGES))]
    forms = english_frames.OPENINGS.get(prompt.options.tone, english_frames.OPENINGS["plain"])
    opening = choices.unlike("opening", forms, person[0].words)
    return [Sentence(opening.format(job=_position(prompt))), *person]


def _position(prompt: Prompt) -> str:
    """Return "the position of X at Y" with what the job says of the two."""
    title, company = name_of(prompt.job.title, 10), name_of(prompt.job.company, 8)
    if title:
        return f"the position of {as_title(title)}" + (f" at {company}" if company else "")
    return f"the advertised position at {company}" if company else "the position you have advertised"


def _roles(prompt: Prompt, chosen: list[Statement], choices: Choices) -> list[list[Sentence]]:
    """Return a paragraph for each role with something to tell; neighbours with one sentence each share theirs."""
    paragraphs: list[list[Sentence]] = []
    asked = topics.Topics(prompt)
    placed = False  # whether the paragraph before names an employer, so that another employer's sentence may follow
    opened = section = ""  # how the last role was opened, and where it stands in the resume
    groups = by_role(chosen)
    bare = [statements[0] for _, statements in groups if statements[0].label == "head" and len(statements) == 1]
    for role, statements in groups:
        if statements[0] in bare[1:]:
            continue
        if len(bare) > 1 and statements[0] is bare[0]:
            paragraphs.append(_posts(bare[:_POSTS_TOLD]))
            placed = False
            continue
        sentences = paragraph(role, statements, choices, frozenset(prompt.refusals.times), opened)
        opened = sentences[0].words
        single = len(sentences) == 1 and role.organisation is not None
        another_project = role.section == section == "projects" and len(sentences) == 1
        section = role.section
        if ((single and placed) or another_project) and len(paragraphs[-1]) <= _ROOM_FOR_ANOTHER:
            paragraphs[-1] += sentences
            continue
        about = None if single else asked.shown_by([statement.evidence for statement in statements])
        paragraphs.append([Sentence(about), *sentences] if about else sentences)
        placed = role.organisation is not None
    return paragraphs


def _posts(heads: list[Statement]) -> list[Sentence]:
    """Return the sentences for posts of which nothing more is told: "I have worked as X at Y. At W, I worked as Z"."""
    sentences = []
    for form, statement in zip(english_frames.POSTS, heads, strict=False):
        post = re.sub(r"^work(?:ed)? ", "", statement.words)
        role, _, place = post.partition(" at ")
        sentences.append(Sentence(form.format(post=post, role=role, place=place), (statement.evidence.id,)))
    return sentences


def _knowledge(chosen: list[Statement], choices: Choices) -> list[list[Sentence]]:
    """Return what belongs to no role: a paragraph of deeds if there are several, then studies, lists, the user's facts."""
    loose = [s for s in chosen if role_of(s.evidence) is None and s.evidence.section not in {"summary", "education"}]
    loose = [statement for statement in loose if statement.kind is not Kind.ITEM]
    facts = [statement for statement in loose if statement.evidence.origin == "user"]
    deeds = [statement for statement in loose if statement not in facts]
    apart = len(deeds) > 1
    studies = _studies(chosen)
    deed = [] if apart else _run(deeds, further=bool(studies))
    return [_run(deeds) if apart else [], [*studies, *deed, *_lists(chosen, choices), *_run(facts)]]


def _studies(chosen: list[Statement]) -> list[Sentence]:
    """Return degrees with the grades, theses and courses that belong to them."""
    studies = [s for s in chosen if s.label == "degree" or is_about_studies(s)]
    schools = list(dict.fromkeys(role_of(statement.evidence) for statement in studies))
    studies.sort(key=lambda s: (schools.index(role_of(s.evidence)), s.label != "degree"))
    sentences = _degrees([statement for statement in studies if statement.words.startswith("hold ")])
    others = [statement for statement in studies if not statement.words.startswith("hold ")]
    # With several degrees a grade alone does not say whose it is.
    told = [statement for statement in others if len(schools) == 1 or " GPA was " not in statement.words]
    return sentences + _run(told, further=bool(sentences))


def _degrees(held: list[Statement]) -> list[Sentence]:
    """Return one sentence for all degrees, those of one school together."""
    schools: dict[str, list[str]] = {}
    for statement in held:
        degree, _, school = statement.words.removeprefix("hold ").partition(" from ")
        schools.setdefault(school, []).append(degree)
    parts = [series(degrees) + (f" from {school}" if school else "") for school, degrees in schools.items()]
    listed = series(parts) if all(len(degrees) == 1 for degrees in schools.values()) else ", and ".join(parts)
    return [Sentence(f"I hold {listed}", tuple(statement.evidence.id for statement in held))] if held else []


def _run(statements: list[Statement], *, further: bool = False) -> list[Sentence]:
    """Return one sentence a statement, where those that begin with "I" take turns in how they go on."""
    sentences: list[Sentence] = []
    for place, statement in enumerate(statements, int(further)):
        words = alone(statement)
        if place and words.startswith("I "):
            words = _going_on(statement, sentences[-1].words if sentences else "")
        sentences.append(Sentence(words, (statement.evidence.id,)))
    return sentences


def _going_on(statement: Statement, before: str) -> str:
    """Return "I also …", or "Beyond that, I …" where the sentence before begins as that would."""
    words = also(statement.words)
    return words if words.split()[:2] != before.split()[:2] else f"Beyond that, I {statement.words}"


def _lists(chosen: list[Statement], choices: Choices) -> list[Sentence]:
    """Return one sentence for each list: certificates, skills by their heading, languages, awards."""
    items = [statement for statement in chosen if statement.kind is Kind.ITEM]
    sentences = []
    for label in dict.fromkeys(statement.label for statement in items):
        group = [statement for statement in items if statement.label == label][: 1 if label == "publication" else 5]
        items_told = list(dict.fromkeys(item for statement in group for item in statement.items))[:_MOST_IN_A_LIST]
        if label == "skill:" and len(items_told) == 1 and is_common_noun(items_told[0]):
            continue
        form = choices.pick(label, _list_forms(label)[: 1 if len(items_told) == 1 else None])
        words = form.format(name=label.removeprefix("skill:"), items=series(items_told))
        sentences.append(Sentence(words, tuple(statement.evidence.id for statement in group)))
    return sentences


def _list_forms(label: str) -> tuple[str, ...]:
    """Return the wordings for a list; the first of them also suits a single item."""
    if not label.startswith("skill:"):
        return english_frames.LISTS[label]
    name = label.removeprefix("skill:")
    if not name or _NO_THEME.search(name):
        return english_frames.SKILLS
    return english_frames.SEVERAL_SKILLS if re.search(r"[^s]s$", name) else english_frames.ONE_SKILL


def _closing(prompt: Prompt, choices: Choices, fillers: int) -> list[Sentence]:
    forms = english_frames.CLOSINGS.get(prompt.options.tone, english_frames.CLOSINGS["plain"])
    turn = int(choices.pick("closing", [str(place) for place in range(len(forms))]))
    return [Sentence(words) for words in (*english_frames.FILLERS[:fillers], *forms[turn])]
