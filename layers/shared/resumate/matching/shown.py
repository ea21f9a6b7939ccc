"""Reads a passage as it is compared with requirements, and tells which words are rare in its resume.

Used by `candidates`; `likeness` compares the result with what `asked` reads from a requirement.
"""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from resumate.documents.model import SectionKind
from resumate.matching.degrees import highest_degree
from resumate.matching.model import Passage
from resumate.matching.names import field_names, shown_names
from resumate.matching.words import root, tokens

_PROOF_SECTIONS: Final = frozenset({SectionKind.CERTIFICATIONS, SectionKind.EDUCATION})


class Shown(Struct, frozen=True):
    """A passage as it is compared: roots of its own words and of its context, the names, the level of a degree."""

    own: frozenset[str]
    context: frozenset[str]
    names: frozenset[str]
    fields: frozenset[str]
    degree: int
    section: SectionKind


def shown_by(passage: Passage) -> Shown:
    """Return a passage as it is compared."""
    whole = f"{passage.context} {passage.text}"
    words = frozenset(map(root, tokens(passage.text)))
    # The head of an entry, stored as a passage of its own: all of it is context.
    is_head = not passage.context and bool(passage.organisation or passage.title)
    own = frozenset[str]() if is_head else words
    context = words if is_head else frozenset(map(root, tokens(passage.context))) - own
    return Shown(
        own=own,
        context=context,
        names=frozenset(shown_names(whole)),
        fields=frozenset(field_names(whole)),
        degree=highest_degree(whole) if passage.section in _PROOF_SECTIONS or not passage.context else 0,
        section=passage.section,
    )


def rarity(passages: Sequence[Shown]) -> dict[str, float]:
    """Return for each root how telling it is inside this resume: 1 when one line has it, towards 0.2 when all have."""
    counts: dict[str, int] = {}
    for passage in passages:
        for word in passage.own | passage.context:
            counts[word] = counts.get(word, 0) + 1
    most = max(len(passages), 2)
    return {word: 1.0 - 0.8 * (count - 1) / (most - 1) for word, count in counts.items()}
