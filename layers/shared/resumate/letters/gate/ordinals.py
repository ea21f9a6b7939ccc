"""Reads ordinals and places: "3rd", "third", "twenty-fifth"; who came third may not have come second.

`gate.number_idioms` reads ordinals of the evidence with it; `check_places` compares the places in a competition or a table.
"""

import re
from collections.abc import Iterator
from typing import Final

from resumate.letters.gate.claim import Claim
from resumate.letters.gate.vocabulary import Vocabulary
from resumate.letters.gate.words.number_words import TENS
from resumate.letters.model import Finding

_UNITS: Final = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth "
        "eighteenth nineteenth twentieth".split(),
        1,
    )
}
_ENGLISH_TENS: Final = "|".join(word for word in TENS if word.endswith("ty"))
_ORDINAL: Final = rf"(?:\d{{1,3}}(?:st|nd|rd|th)|(?:(?:{_ENGLISH_TENS})-)?(?:{'|'.join(_UNITS)})|runner-up)"
_ORDINALS: Final = re.compile(rf"\b{_ORDINAL}\b", re.IGNORECASE)
_PLACES: Final = re.compile(
    rf"\b(?:came|finish(?:ed|ing)?|placed|ranked|coming|ranking)\s+(?:in\s+)?(?:joint\s+)?({_ORDINAL})\b|\b({_ORDINAL})[\s-](?:place|prize|position)\b|\b(\d{{1,3}}(?:st|nd|rd|th)) (?:out )?of (?=\d)",
    re.IGNORECASE,
)


def ordinals_of(vocabulary: Vocabulary) -> frozenset[float]:
    """Return the ordinals of a text as numbers."""
    return frozenset(_number(match.group().lower()) for match in _ORDINALS.finditer(vocabulary.text))


def places_of(vocabulary: Vocabulary) -> frozenset[float]:
    """Return the places that a text tells of: "came third", "7th of 120"; "first aid" and "third-party" are none."""
    found = [match.group(1) or match.group(2) or match.group(3) for match in _PLACES.finditer(vocabulary.text)]
    return frozenset(_number(place.lower()) for place in found)


def check_places(claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each place of a competition where the cited lines give another ordinal, and not this one."""
    for clause in claim.told:
        given = frozenset[float]().union(*(source.once(ordinals_of) for source in clause.sources))
        for match in _PLACES.finditer(clause.text):
            place = match.group(1) or match.group(2) or match.group(3)
            if given and _number(place.lower()) not in given:
                yield Finding("number", f"The cited lines do not say “{place}”.", place)


def _number(ordinal: str) -> float:
    if ordinal[0].isdigit():
        return float(re.sub(r"\D", "", ordinal))
    if ordinal == "runner-up":
        return 2.0
    tens, _, unit = ordinal.rpartition("-")
    return TENS.get(tens, 0.0) + _UNITS[unit]
