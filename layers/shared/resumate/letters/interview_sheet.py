"""Writes what an interviewer is likely to ask about each claim of a letter, and about what the resume does not show.

Deterministic and without a model: the questions follow from what the sentence names, a figure, a technology, people,
time, a degree, and say that very thing back. No question and no advice comes twice while there is another one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import Final

from msgspec import Struct

from resumate.letters.gate import quantity as kinds
from resumate.letters.gate.quantities import quantities_of
from resumate.letters.gate.quantity import Quantity
from resumate.letters.gate.relations import is_known_technology
from resumate.letters.gate.tokens import tokens_of
from resumate.letters.gate.words.function_words import FUNCTION_WORDS
from resumate.letters.gate.years import years_of
from resumate.letters.interview_phrases import (
    AWARD,
    CERTIFICATE,
    CHANGE,
    DEED,
    NUMBER,
    PEOPLE,
    STUDY,
    TECHNOLOGY,
    TIME,
    Phrases,
    language_of,
)

QUESTIONS_MOST: Final = 3
GAPS_MOST: Final = 12
_TECHNOLOGIES_MOST: Final = 2
_REQUIREMENT_CHARACTERS: Final = 160
_NOUN_WORDS: Final = 3

_FROM: Final = re.compile(r"\b(?:from|von|de|desde)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
_TO: Final = re.compile(r"\s*(?:\w+\s+)?(?:to|auf|à|a|hasta)\s+(?:\w+\s+)?", re.IGNORECASE)
_SINCE: Final = re.compile(r"\b(?:since|seit|depuis|desde)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
_LEADING: Final = re.compile(
    r"\b(?:led|lead|leading|manag\w+|supervis\w+|mentor\w*|coach\w*|train(?:ed|ing)|taught|teach\w*|head(?:ed|ing)|coordinat\w+|hir(?:ed|ing)|recruit\w*|onboard\w*"
    r"|leite\w*|geleitet|führ(?:te|ten)|geführt|betreu\w+|schul(?:te|ten)|geschult|ausgebildet|eingearbeitet|angeleitet"
    r"|dirig\w+|encadr\w+|form(?:é|ais|é|er)|manag\w+|supervis\w+|lider\w+|formé|coordin\w+)\b",
    re.IGNORECASE,
)
_PEOPLE: Final = re.compile(
    r"\b(?:teams?|people|staff|colleagues?|engineers?|developers?|analysts?|nurses?|students?|pupils?|apprentices?|trainees?|interns?|employees?|juniors?|volunteers?|teachers?|cooks?|drivers?|technicians?|members?|workers?|assistants?|designers?|reports"
    r"|mitarbeite\w+|kolleg\w+|personen|auszubildende\w*|entwickler\w*|lehrling\w*|studierende\w*|praktikant\w*"
    r"|équipes?|personnes|collègues|collaborateurs|apprentis?|stagiaires?|équipos?|equipos?|personas|compañeros|aprendices|becarios|empleados)\b",
    re.IGNORECASE,
)
_STUDY: Final = re.compile(
    r"\b(?:degree|bachelor\w*|master['’]?s?\b(?! (?:data|plan|file))|b\.?sc|m\.?sc|ph\.?d|doctorate|mba|diploma|graduated|stud(?:ied|ium)|abschluss|diplom\w*|licence|grado|máster|carrera de|titul\w+)\b",
    re.IGNORECASE,
)
_CERTIFICATE: Final = re.compile(
    r"\b(?:certifi\w+|licen[cs]ed?|zertifi\w+|führerschein|certificad\w+|permis)\b", re.IGNORECASE
)
_AWARD: Final = re.compile(
    r"\b(?:awards?|awarded|prizes?|medal|scholarship|auszeichnung\w*|ausgezeichnet|preisträger\w*|stipendium|récompens\w+|bourse|premios?|premiad\w+|beca)\b",
    re.IGNORECASE,
)
_NAMED: Final = {AWARD: _AWARD, STUDY: _STUDY, CERTIFICATE: _CERTIFICATE}
_WORD: Final = re.compile(r"(?:\s+|-)([^\W\d_][\w'’-]*)")


class Preparation(Struct, frozen=True):
    """What to expect about one claim, and what to have ready."""

    questions: list[str]
    advice: str


class InterviewSheet:
    """Prepares the claims and gaps of one letter in turn; remembers what it has asked.

    Args:
        language: ISO 639-1, the letter's own.
    """

    def __init__(self, language: str) -> None:
        self._code = language
        self._words = language_of(language)
        self._used: dict[str, int] = {}

    def about(self, sentence: str) -> Preparation:
        """Return one to `QUESTIONS_MOST` questions about what a sentence claims."""
        found = list(_subjects(sentence, self._code))
        subjects = (found or [(DEED, "")])[:QUESTIONS_MOST]
        topic, it = subjects[0]
        asked = [self._next(self._words.topics[of].questions, words) for of, words in subjects]
        while len(asked) < QUESTIONS_MOST:
            more = self._words.topics[topic if self._has_more(topic) else DEED].questions
            asked.append(self._next(more, it))
        return Preparation(list(dict.fromkeys(asked)), self._next(self._words.topics[topic].advice, it))

    def gap(self, requirement: str, *, must: bool) -> Preparation:
        """Return the question about something the job asks and the resume does not show; the advice never invents."""
        phrases: Phrases = self._words.gap if must else self._words.wish
        named = _shortened(requirement)
        return Preparation([self._next(phrases.questions, named)], self._next(phrases.advice, named))

    def _has_more(self, topic: str) -> bool:
        """Tell whether a topic has a question that was not asked yet."""
        return any(form not in self._used for form in self._words.topics[topic].questions)

    def _next(self, forms: Sequence[str], it: str) -> str:
        """Return the form that was used least so far, the earliest of them, with what it is about."""
        form = min(forms, key=lambda candidate: self._used.get(candidate, 0))
        self._used[form] = self._used.get(form, 0) + 1
        return form.format(it=it)


def _subjects(sentence: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield what a sentence can be asked about, most telling first: the topic, and the very words."""
    quantities = [quantity for quantity in quantities_of(sentence) if quantity.kind != kinds.VAGUE]
    change = _change(sentence, quantities)
    leads = _LEADING.search(sentence) is not None and _PEOPLE.search(sentence) is not None
    figures = [
        _with_noun(sentence, quantity, language)
        for quantity in quantities
        if quantity.kind != kinds.MONTHS and quantity not in change and sentence[quantity.end : quantity.end + 1] != "-"
    ]
    yield from chain(
        [(CHANGE, _from_to(sentence, change))] if change else [],
        [(PEOPLE, "")] if leads else [],
        [(NUMBER, figure) for figure in figures if not (leads and _PEOPLE.search(figure))][:1],
        ((topic, "") for topic, pattern in _NAMED.items() if pattern.search(sentence)),
        [(TECHNOLOGY, name) for name in _technologies(sentence, language)][:_TECHNOLOGIES_MOST],
        [(TIME, "")] if _tells_of_time(sentence, quantities) else [],
    )


def _technologies(sentence: str, language: str) -> list[str]:
    tokens = tokens_of(sentence, language)
    return list(dict.fromkeys(token.text for token in tokens if is_known_technology(token.lower)))


def _tells_of_time(sentence: str, quantities: Sequence[Quantity]) -> bool:
    """Tell whether a sentence says how long something went on; a year alone only says when."""
    years = years_of(sentence)
    since = any(_SINCE.search(sentence[: year.start]) for year in years)
    return since or len(years) > 1 or any(quantity.kind == kinds.MONTHS for quantity in quantities)


def _change(sentence: str, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Return the two figures of "from 3 hours to 20 minutes", or nothing."""
    for left, right in pairwise(quantities):
        if _FROM.search(sentence[: left.start]) and _TO.fullmatch(sentence[left.end : right.start]):
            return [left, right]
    return []


def _from_to(sentence: str, change: Sequence[Quantity]) -> str:
    """Return the words "from 3 hours to 20 minutes"."""
    begun = _FROM.search(sentence[: change[0].start])
    return sentence[begun.start() if begun else change[0].start : change[1].end].strip()


def _with_noun(sentence: str, quantity: Quantity, language: str) -> str:
    """Return a figure with what it counts: "40 million rows", "24-bed ward", "14 Schnittstellen"."""
    end = quantity.end
    if quantity.kind == kinds.COUNT:
        function_words = FUNCTION_WORDS.get(language, FUNCTION_WORDS["en"])
        for _ in range(_NOUN_WORDS):
            word = _WORD.match(sentence, end)
            if word is None or word[1].lower() in function_words:
                break
            end = word.end()
            if language == "de" and word[1][0].isupper():
                break  # a noun: what follows it is the verb
    return sentence[quantity.start : end].strip()


def _shortened(requirement: str) -> str:
    """Return a requirement as it can be quoted: one line, without its full stop, cut between words."""
    text = " ".join(requirement.split()).rstrip(".;, ")
    if len(text) <= _REQUIREMENT_CHARACTERS:
        return text
    return text[:_REQUIREMENT_CHARACTERS].rsplit(" ", 1)[0].rstrip(",;: ") + " …"
