"""Counts of what a line names without counting it: "seven GCSEs" of "Maths, English and five other subjects", "a team of three" with two colleagues.

Each count is read off the line itself, and the line must name what the sentence counts. Lists of names alone are
`gate.number_lists`. Used by `gate.numbers`.
"""

import re
from collections.abc import Iterator
from typing import Final

from resumate.letters.gate import quantity as kinds
from resumate.letters.gate.claim import Clause
from resumate.letters.gate.number_places import counted_word
from resumate.letters.gate.quantity import Quantity
from resumate.letters.gate.source import Source
from resumate.letters.gate.tokens import Token
from resumate.letters.gate.vocabulary import Vocabulary
from resumate.letters.gate.words.people import is_person

_MOST: Final = 20
_WORD_MOST: Final = 12
_BETWEEN: Final = re.compile(r",\s*(?:(?:and|&|plus)\s+)?|\s+(?:and|&|plus)\s+")
# "Maths, English and (five other subjects)": what stands before the number in its list.
_LIST_BEFORE: Final = re.compile(
    r"((?:(?:(?:the|an?|one|my)\s+)?[\w'’-]+(?:\s[\w'’-]+){0,2},\s*)*(?:(?:the|an?|one|my)\s+)?[\w'’-]+(?:\s[\w'’-]+){0,2}),?\s+(?:and|&|plus|\+)\s+\Z"
)
_PREPOSITION: Final = re.compile(r"^.*\b(?:in|for|of|with|from|to|including|at|by)\s+", re.IGNORECASE)
_OTHER: Final = re.compile(r"\s+(?:other|further|more|additional)\b", re.IGNORECASE)
_AND_ONE: Final = re.compile(
    r"[^.;:]{1,48}?\b(?:and|plus|,)\s+one\s+(?:in|at|for|with|on|of|as|from|more|[a-z]+)\b", re.IGNORECASE
)
_WITH: Final = re.compile(r"\b(?:with|alongside|beside|besides|together with)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
_A_TEAM_OF: Final = re.compile(
    r"\b(?:team|group|crew|trio|squad|band|party|unit|ensemble)\s+of\s+(?:just\s+|only\s+)?\Z", re.IGNORECASE
)
_OF_US: Final = re.compile(r"\s+of\s+us\b", re.IGNORECASE)
# "The contact and booking forms".
_PAIRED: Final = re.compile(r"((?:[\w-]+,\s+)*[\w-]+,?\s+(?:and|&)\s+[\w-]+)\s+([a-z]{3,}s)\b", re.IGNORECASE)
# "Transport, insurance and retail".
_LIST: Final = re.compile(r"((?:[\w'’-]+(?:\s[\w'’-]+){0,2},\s*)+(?:and|or|&)\s+[\w'’-]+(?:\s[\w'’-]+){0,2})")
_ONE_AND_ONE: Final = re.compile(
    r"\b(?:one|an?|the)\s+(?:[\w-]+\s+){1,3}?(?:and|&|plus)\s+(?:one|an?|the)\s+[\w-]+", re.IGNORECASE
)
# Headings of one's own argument: "from two sides", "two tasks", "for three reasons".
_OF_THE_ARGUMENT: Final = frozenset(
    "sides ways angles directions reasons things points steps tasks strands areas respects fronts levels parts halves aspects ends threads roles duties terms skills subjects topics habits lessons examples".split()
)
_ITEMS: Final = re.compile(r"[:–—]\s*|\bnamely\s+|\bfrom\s+|\blike\s+|\bsuch as\s+|\(|,\s+", re.IGNORECASE)
_BETWEEN_ITEMS: Final = re.compile(r",\s*(?:(?:and|&|to|then)\s+)?|\s+(?:and|&|to|as well as)\s+", re.IGNORECASE)


def counts_things(clause: Clause, quantity: Quantity, sentence: str) -> bool:
    """Tell whether a count follows from what a line, or a line and the sentence, name."""
    if quantity.kind != kinds.COUNT or not 2 <= quantity.values[0] <= _MOST or quantity.values[0] % 1:
        return False
    count = quantity.values[0]
    if any(count == number for source in clause.sources for number in _named(clause, quantity, source)):
        return True
    return not quantity.text[0].isdigit() and _is_told_one_by_one(clause, quantity, sentence)


def _named(clause: Clause, quantity: Quantity, source: Source) -> Iterator[float]:
    """Yield what the names and numbers of a source come to."""
    thing = counted_word(clause, quantity)
    yield from _with_its_numbers(clause, quantity, source, thing)
    if thing is not None:
        yield from _without_numbers(source, thing)


def _with_its_numbers(clause: Clause, quantity: Quantity, source: Source, thing: Token | None) -> Iterator[float]:
    for other in source.quantities:
        if other.kind == kinds.COUNT and other.start >= len(source.head):
            yield from _with_those_before(clause, thing, other, source)
            if _AND_ONE.match(source.text, other.end):
                yield other.values[0] + 1
            if _WITH.search(source.text, 0, other.start) and _is_with_oneself(clause, quantity, source, other):
                yield other.values[0] + 1


def _without_numbers(source: Source, thing: Token) -> Iterator[float]:
    """Yield two for "the contact and booking forms" and for "one executive and a copywriter"."""
    for match in _PAIRED.finditer(source.own):
        if Vocabulary(match.group(2)).has_root(thing.root):
            yield len(_BETWEEN.split(match.group(1)))
    if is_person(thing.lower):
        for match in _ONE_AND_ONE.finditer(source.own):
            if any(is_person(word) for word in re.findall(r"\w+", match.group().lower())):
                yield 2


def _with_those_before(clause: Clause, thing: Token | None, other: Quantity, source: Source) -> Iterator[float]:
    """Yield seven for "Maths, English and five other subjects" and for "the managing director and six managers"."""
    before = source.text[len(source.head) : other.start]
    match = _LIST_BEFORE.search(re.split(r"[.;:()]", before)[-1])
    if match is None:
        return
    items = [item for item in _BETWEEN.split(_PREPOSITION.sub("", match.group(1))) if item]
    is_rest = _OTHER.match(source.text, other.end) is not None
    told = any(token.root in clause.roots for item in items for token in Vocabulary(item).tokens if not token.function)
    same_words = thing is not None and _word_after(source, other) == thing.lower
    if is_rest or (told and not same_words):
        yield other.values[0] + len(items)


def _word_after(source: Source, other: Quantity) -> str:
    following = next((token for token in source.tokens if token.start >= other.end), None)
    return following.lower if following else ""


def _is_with_oneself(clause: Clause, quantity: Quantity, source: Source, other: Quantity) -> bool:
    others = counted_word(source, other)
    group = _A_TEAM_OF.search(clause.text, 0, quantity.start) or _OF_US.match(clause.text, quantity.end)
    return group is not None and others is not None and is_person(others.lower)


def _is_told_one_by_one(clause: Clause, quantity: Quantity, sentence: str) -> bool:
    """Tell whether the sentence goes on to name so many things, each of which the lines have."""
    place = sentence.find(clause.text)
    if place < 0:
        return False
    thing = counted_word(clause, quantity)
    rest = sentence[place + quantity.end :]
    if thing and thing.lower in _OF_THE_ARGUMENT and (":" in rest or len(clause.cited) >= quantity.values[0]):
        return True
    opening = _ITEMS.search(rest)
    if opening is None or opening.start() > _WORD_MOST * 4:
        return False
    items = [item for item in _BETWEEN_ITEMS.split(rest[opening.end() :].rstrip(" .)")) if item]
    if items and items[0].lower().startswith(("from ", "namely ")):
        items[0] = items[0].split(" ", 1)[1]
    return len(items) == quantity.values[0] and all(_is_in_the_lines(item, clause) for item in items)


def _is_in_the_lines(item: str, clause: Clause) -> bool:
    words = [token for token in Vocabulary(item, clause.language).tokens if not (token.function or token.numeric)]
    return bool(words) and any(all(source.carries(word) for word in words) for source in clause.cited)
