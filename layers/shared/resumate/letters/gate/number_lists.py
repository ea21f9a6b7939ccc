"""Counts of things that are listed: "two countries" where the lines name Austria and Slovenia, "both years" for Years 10 and 11.

Used by `gate.numbers`; only small numbers in words, because a list in figures is no count.
"""

import re
from typing import Final

from resumate.documents.model import SectionKind
from resumate.letters.gate import quantity as kinds
from resumate.letters.gate.claim import Clause
from resumate.letters.gate.quantity import Quantity
from resumate.letters.gate.source import Source
from resumate.letters.gate.stem import stem

_MOST: Final = 7
# "Austria and Slovenia", "a writer, a designer and a printer".
_LIST: Final = re.compile(
    r"\b[A-Z]\w+(?:, [A-Z]\w+)*,? (?:and|&) [A-Z]\w+|\ban? (?:\w+ ){1,2}?\w+(?:, an? (?:\w+ ){0,2}?\w+)*,? and an? (?:\w+ ){0,2}?\w+"
)
_BETWEEN_ITEMS: Final = re.compile(r",\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+")
# "Years 10 and 11", "Key Stages 3, 4 and 5", "Years 7-9".
_NUMBERED: Final = re.compile(r"\b([A-Za-z]{3,}s) (\d{1,2}(?:, \d{1,2})*(?:,? (?:and|&) |\s?[-–]\s?)\d{1,2})\b")
# "Three languages: …", "three languages, namely …".
_ENUMERATION: Final = re.compile(r"[^:]{1,60}(?::|,? namely)\s+([^:;.]+)")
_ITEMS_OF_A_SECTION: Final = re.compile(r"\s*[,;/|•\n]\s*|\s+(?:and|&)\s+")
_LISTED: Final = frozenset({SectionKind.LANGUAGES})


def counts_a_list(clause: Clause, quantity: Quantity, sentence: str) -> bool:
    """Tell whether a number in words counts what the lines, or the lines and the sentence, list."""
    count = quantity.values[0]
    if quantity.kind != kinds.COUNT or quantity.text.isdigit() or not 2 <= count <= _MOST:
        return False
    if count == 2 and _names_both(clause, quantity):
        return True
    return _enumerates(clause, quantity, sentence) or any(
        _lists(source, count) or _numbers(source, clause, count) for source in clause.sources
    )


def _lists(source: Source, count: float) -> bool:
    if any(len(_BETWEEN_ITEMS.split(match.group())) == count for match in _LIST.finditer(source.own)):
        return True
    return (
        source.evidence.section in _LISTED
        and len([item for item in _ITEMS_OF_A_SECTION.split(source.own) if item]) == count
    )


def _numbers(source: Source, clause: Clause, count: float) -> bool:
    """Tell whether a source numbers so many of what the clause speaks of: "Years 10 and 11" are two years."""
    for match in _NUMBERED.finditer(source.own):
        numbers = [int(number) for number in re.findall(r"\d+", match.group(2))]
        spanned = re.search(r"[-–]", match.group(2)) is not None
        listed = numbers[-1] - numbers[0] + 1 if spanned else len(numbers)
        if listed == count and stem(match.group(1).lower()) in clause.roots:
            return True
    return False


def _enumerates(clause: Clause, quantity: Quantity, sentence: str) -> bool:
    """Tell whether the sentence lists so many things behind the number, each of which the lines have."""
    place = sentence.find(clause.text)
    match = _ENUMERATION.match(sentence, place + quantity.end) if place >= 0 else None
    items = [item.strip() for item in _BETWEEN_ITEMS.split(match.group(1))] if match else []
    return len(items) == quantity.values[0] and all(
        any(item.lower() in source.lower for source in clause.sources) for item in items
    )


def _names_both(clause: Clause, quantity: Quantity) -> bool:
    """Tell whether the sentence names the two things before it counts them, and the lines have both."""
    tokens = [token for token in clause.tokens if token.start < quantity.start]
    for left, link, right in zip(tokens, tokens[1:], tokens[2:], strict=False):
        pair = (left, right) if link.lower == "and" and not (left.function or right.function) else ()
        if pair and all(any(source.own_words.says(token) for source in clause.sources) for token in pair):
            return True
    return False
