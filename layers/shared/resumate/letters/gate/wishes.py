"""Tells a sentence that only wishes, asks or holds an opinion: it claims nothing, whatever words it is made of.

"I would love to learn how a chain of supermarkets decides what to put on its shelves" needs no proof. A wish may not
carry a claim along: no past, no possession, nothing it presupposes ("continue", "again"), no name and no number that
the job does not have. Used by `gate.plain`.
"""

import re
from typing import Final

from resumate.letters.gate.about_job import SELF
from resumate.letters.gate.clauses import split_clauses
from resumate.letters.gate.stem import is_irregular_past
from resumate.letters.gate.vocabulary import Vocabulary

_WISH: Final = re.compile(
    r"""
      \bI(?:['’]d|\s+(?:would|should))\s+(?:also\s+|very\s+much\s+|really\s+|gladly\s+)?
        (?:(?:like|love|prefer|want)\b|welcome\b|enjoy\b|value\b|appreciate\b|rather\b|(?:come|travel|visit|call|meet)\b|be\s+(?:very\s+|more\s+than\s+)?(?:glad|happy|delighted|pleased|keen|curious|grateful)\b)
    | \bI\s+(?:look|am\s+looking)\s+forward\s+to\b
    | \bI\s+(?:hope|want|wish)\s+to\b
    | ^please\b
    | \bI\s+am\s+(?:applying|looking\s+for|(?:keen|eager|curious)\s+to)\b
    | \bI\s+(?:think|believe|find)\b(?!\s+(?:my|I|in|of)\b)
    | \bI\s+like\s+(?!\w+ing\b)
    | \bstrikes\s+me\s+as(?:\s+an?)?\b
    | \bI\s+am\s+taking\s+deliberately\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What only somebody can wish who has done it before.
_PRESUPPOSES: Final = re.compile(
    r"\b(?:continu\w+|keep|again|once\s+more|resum\w+|return\w*|still|deepen|further|another|build\s+on|carry\s+on|go\s+on|as\s+before|extend|bring|offer|contribute|share\s+my|use|apply\b(?!ing)|transfer|repeat)\b",
    re.IGNORECASE,
)
_REGULAR_PAST: Final = re.compile(r"\w\w(?<!e)ed$")
# "I would love to keep leading large teams": nobody keeps what they never did.
_GOES_ON: Final = re.compile(r"\b(?:keep|continue|go\s+on)\s+(?:to\s+\w+|\w+ing)\b", re.IGNORECASE)
_PERSON: Final = re.compile(r"\b(?:I|me|my|mine|myself|we|us|our|ours)\b", re.IGNORECASE)
# A general truth speaks of no particular thing: "A city whose streets …", "Banks buy …".
_PARTICULAR: Final = re.compile(r"^(?:the|this|that|these|those|it|they|there|his|her|its|their)\b", re.IGNORECASE)


def is_only_a_wish(text: str, language: str) -> bool:
    """Tell whether a sentence wishes, asks or opines and says nothing of what the person was, has or did."""
    if language != "en" or not _WISH.search(text) or _PRESUPPOSES.search(text):
        return False
    return all(_is_wish(clause) or _is_general(clause, language) for clause in split_clauses(text))


def presupposes_a_past(text: str) -> bool:
    """Tell whether a wish is to go on with what the person would have to have done."""
    return _WISH.search(text) is not None and _GOES_ON.search(text) is not None


def _is_wish(clause: str) -> bool:
    return _WISH.search(clause) is not None and SELF.search(_WISH.sub("this ", clause)) is None


def _is_general(clause: str, language: str) -> bool:
    """Tell whether a clause speaks of no person and no particular thing, and not of the past."""
    if _PERSON.search(clause) or _PARTICULAR.match(clause) or SELF.search(clause):
        return False
    words = Vocabulary(clause, language).tokens
    return not any(is_irregular_past(token.lower) or _REGULAR_PAST.search(token.lower) for token in words)
