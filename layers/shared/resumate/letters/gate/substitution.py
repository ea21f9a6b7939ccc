"""A thing may not be swapped for its neighbour: "a cardiac ward" for "a renal ward", "criminal cases" for "employment disputes".

Where sentence and evidence speak of the same noun, and each puts another telling word before it, the sentence's
word must stand somewhere in the evidence.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from resumate.letters.gate.about_job import is_of_the_job
from resumate.letters.gate.claim import Claim
from resumate.letters.gate.source import Source
from resumate.letters.gate.stem import form
from resumate.letters.gate.telling import telling_words
from resumate.letters.gate.tokens import Token
from resumate.letters.gate.words.soft_words import soft_forms
from resumate.letters.gate.words.units import UNITS_OF_MEASURE
from resumate.letters.model import Finding

_ADVERB: Final = "ly"


def check_substitution(claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each word that stands where the evidence has another one."""
    if claim.language != "en":
        return
    for clause in claim.told:
        telling = {token.start for token in telling_words(clause)}
        for modifier, noun in _pairs(clause.tokens, clause.text):
            if (
                not {modifier.start, noun.start} <= telling
                or not _is_plain_description(modifier)
                or is_of_the_job(clause.text, modifier.start)
            ):
                continue
            if any(source.carries(modifier) for source in clause.sources):
                continue
            for other in _modifiers_of(noun, clause.sources):
                if not claim.vocabulary.says(other):
                    yield Finding(
                        "contradiction",
                        f"The sentence says “{modifier.text} {noun.text}” where the cited lines say “{other.text} {noun.text}”.",
                        modifier.text,
                    )
                    break


def _pairs(tokens: Sequence[Token], text: str) -> Iterator[tuple[Token, Token]]:
    """Yield neighbouring words with nothing but a space or a hyphen between them."""
    for left, right in pairwise(tokens):
        if right.start - (left.start + len(left.text)) == 1 and text[right.start - 1] in " -":
            yield left, right


def _modifiers_of(noun: Token, sources: Sequence[Source]) -> list[Token]:
    """Return the telling words that stand right before this noun in the evidence."""
    found = []
    for source in sources:
        own = source.own_words
        for left, right in _pairs(own.tokens, own.text):
            if (
                own.text[left.start - 1 : left.start] != "-"
                and right.root == noun.root
                and not (left.function or left.numeric)
                and _is_plain_description(left)
            ):
                found.append(left)
    return found


def _is_plain_description(token: Token) -> bool:
    """Leave names to `gate.names`, numbers to `gate.numbers`, and what only colours to nobody."""
    return (
        not (token.capital or token.odd or token.numeric or token.function)
        and not token.lower.endswith((_ADVERB, "ing", "ed"))
        and form(token.lower) not in soft_forms()
        and token.lower not in UNITS_OF_MEASURE
    )
