"""Numbers that are part of a name: "Key Stage 3", "Level 2", "Microsoft 365", "TOGAF 9".

They count nothing: `gate.arithmetic` adds none of them, `gate.number_places` does not take one for a rival, and
`gate.numbers` leaves the name of something that the job asks for to the checks of names.
"""

import re
from typing import Final

from resumate.letters.gate.quantity import Quantity

_NAME_BEFORE: Final = re.compile(
    r"(?-i:(?<=[a-z,;(]\s)(?:[A-Z][\w+&-]*\s){1,3}\Z)|\b(?:levels?|grades?|years?|key stages?|phases?|types?|class|bands?|modules?|parts?|stages?|steps?|versions?|room|units?|tiers?|scope|iso|en|din)\s\Z",
    re.IGNORECASE,
)
# "Level 2" of the job is another than "Level 3" of the resume: these words number a row.
_NUMBERS_A_ROW: Final = re.compile(
    r"(?:level|grade|year|stage|phase|type|class|band|module|part|step|tier|scope|unit|room|version)s?", re.IGNORECASE
)
_REACH: Final = 48


def numbers_a_row(word: str) -> bool:
    """Tell whether a word is one of those that number a row: "Level", "scope"."""
    return _NUMBERS_A_ROW.fullmatch(word) is not None


def is_label(text: str, quantity: Quantity) -> bool:
    """Tell whether a number belongs to a name."""
    return _NAME_BEFORE.search(text[max(0, quantity.start - _REACH) : quantity.start]) is not None


def is_named_alike(text: str, quantity: Quantity, other: str) -> bool:
    """Tell whether another text, in lower case, has the same name with the same number: "Microsoft 365"."""
    before = text[: quantity.start].split()
    if not before or not before[-1][:1].isupper() or numbers_a_row(before[-1]):
        return False
    return (
        re.search(rf"(?<!\w){re.escape(before[-1].lower())}\s{re.escape(quantity.text.lower())}(?!\w)", other)
        is not None
    )
