"""Writes the whole letter of a prompt: reads the evidence, plans, and keeps the length between least and most.

The one function other modules call is `write`. A review that refused sentences comes back with the same prompt: what
was refused once is told alone and word for word, what was refused twice is left out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import english_frames
import english_letter
import quoting_letter
from languages import language_of
from letter_plan import rank
from letter_prompt import Evidence, Prompt, plain
from listed_lines import statements_of
from quoting_frames import FRAMES
from statements import Statement
from variation import Sentence

Body = list[list[Sentence]]
# Of the room between the least and the most words, the part that a letter takes when there is enough to say.
_SHARE_OF_ROOM = 0.4
# A letter that stays short all the same is not padded with all of them.
_FILLERS_IN_VAIN = 2
_SECTIONS_IN_PROSE = frozenset(("summary", "experience", "projects", "volunteering", "other"))


@dataclass(frozen=True)
class _Writer:
    """How letters of one language are made; `fillers` is how many sentences without a claim there are."""

    greeting: str
    sign_off: str
    statements: Callable[[Prompt, list[Evidence]], list[Statement]]
    body: Callable[[Prompt, list[Statement], int], Body]
    fillers: int


def write(prompt: Prompt) -> str:
    """Return the letter: salutation, paragraphs separated by a blank line, sign-off and the placeholder of the name."""
    writer = _writer(prompt)
    evidence = [piece for piece in prompt.evidence if prompt.refusals.times.get(piece.id, 0) < 2]
    body = _fitted(prompt, writer, writer.statements(prompt, evidence))
    paragraphs = [" ".join(sentence.text for sentence in paragraph) for paragraph in body]
    return "\n\n".join([writer.greeting, *paragraphs, f"{writer.sign_off}\n⟦name⟧"])


def _writer(prompt: Prompt) -> _Writer:
    """Return the writer of the language; a language the composer does not write gets an English letter."""
    frame = FRAMES.get(prompt.options.language)
    if frame:
        fillers = len(frame.fillers)
        return _Writer(frame.greeting, frame.sign_off, quoting_letter.statements, quoting_letter.write, fillers)
    fillers = len(english_frames.FILLERS) + 1
    greeting = english_letter.greeting(prompt)
    return _Writer(greeting, english_frames.SIGN_OFF, _english_statements, english_letter.write, fillers)


def _english_statements(prompt: Prompt, evidence: list[Evidence]) -> list[Statement]:
    """Return what English evidence says, and quotes of the rest, the most needed first."""
    found: list[Statement] = []
    own = language_of("\n".join(piece.text for piece in evidence)) or "en"
    for piece in evidence:
        language = language_of(piece.text) or (own if piece.section in _SECTIONS_IN_PROSE else "en")
        if language == "en":
            found += statements_of(piece, prompt.options.today)
        else:
            found += quoting_letter.quotes_of(piece)
    return rank(prompt, found)


def _fitted(prompt: Prompt, writer: _Writer, ranked: list[Statement]) -> Body:
    """Return the body with as many statements as the length allows, weak ones only where it would be too short."""
    least, most = prompt.options.words_least, prompt.options.words_most
    wanted = least + int((most - least) * _SHARE_OF_ROOM)
    good = sum(statement.quality > 1 for statement in ranked)
    kept: list[Statement] = []
    body = _body(prompt, writer, kept, 0)
    for count in range(1, len(ranked) + 1):
        longer = _body(prompt, writer, ranked[:count], 0)
        if _size(longer) > most or _size(body) >= (wanted if count <= good else least):
            break
        kept, body = ranked[:count], longer
    return _filled(prompt, writer, kept, body) if kept else body


def _filled(prompt: Prompt, writer: _Writer, kept: list[Statement], body: Body) -> Body:
    """Return the body with as many sentences without a claim as reach the least; with few where none would."""
    least = prompt.options.words_least
    for added in range(writer.fillers + 1):
        longer = _body(prompt, writer, kept, added) if added else body
        if _size(longer) >= least:
            return longer
    return _body(prompt, writer, kept, _FILLERS_IN_VAIN)


def _body(prompt: Prompt, writer: _Writer, chosen: list[Statement], fillers: int) -> Body:
    """Return the paragraphs without the sentences that a review has refused word for word."""
    refused = prompt.refusals.sentences
    paragraphs = writer.body(prompt, chosen, fillers)
    kept = [[sentence for sentence in paragraph if plain(sentence.text) not in refused] for paragraph in paragraphs]
    return [paragraph for paragraph in kept if paragraph]


def _size(body: Body) -> int:
    return sum(sentence.size for paragraph in body for sentence in paragraph)
