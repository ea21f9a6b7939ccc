"""Numbers of a sentence that are the job's: "the 110 rooms of Hotel Calvenza", "leading twelve people would be a step".

They are held against the job's text and not against the resume. A number that the person claims to have had, in whatever
mood, is none of them. Used by `gate.numbers`.
"""

import re
from typing import Final

from resumate.letters.gate import quantity as kinds
from resumate.letters.gate.claim import Claim, Clause
from resumate.letters.gate.number_labels import is_named_alike
from resumate.letters.gate.number_match import same
from resumate.letters.gate.quantity import Quantity

# "A crew of four would be a small step for me".
_WOULD_BE: Final = re.compile(
    r"[^,;]*?\b(?:(?:is|are)\s+(?=the\s+(?:next\s+|natural\s+)?(?:step|challenge)\s+I\b)|(?:would|will|might|could|may)\s+(?:then\s+|certainly\s+|surely\s+|only\s+|just\s+)?(?:be|mean|make|feel|come as|suit|interest|appeal|please|excite|tempt|challenge)\b)(?P<what>.*)",
    re.IGNORECASE,
)
_KNOWN_ALREADY: Final = re.compile(
    r"\b(?:nothing (?:new|unusual)|not (?:be )?new|no (?:novelty|surprise)|familiar|routine|known|as (?:before|now|usual)|again|second nature|what I|the same|old)\b",
    re.IGNORECASE,
)
# "The three tools you name", "two of the three subjects at the heart of The Calder Post".
_OF_YOURS: Final = r"(?:you|your|yours|the (?:advert\w*|posting|role|position|job))\b"
_THE: Final = re.compile(r"\b(?:the|all|of your|your|those|these)\s+\Z", re.IGNORECASE)
_LISTED_MOST: Final = 7
_REACH: Final = 64


def is_of_the_jobs_own(claim: Claim, clause: Clause, quantity: Quantity) -> bool:
    """Tell whether a number is the job's own, which the resume need not have."""
    if is_named_alike(clause.text, quantity, claim.job.vocabulary.lower):
        return True
    if _counts_what_you_list(claim, clause, quantity):
        return True
    if not any(same(quantity, other, complement=False) for other in claim.job.quantities):
        return False
    following = _WOULD_BE.match(clause.text, quantity.end)
    if following and not _KNOWN_ALREADY.search(following.group("what")):
        return True
    return _is_behind(claim, clause, quantity)


def _counts_what_you_list(claim: Claim, clause: Clause, quantity: Quantity) -> bool:
    """Tell whether a small number counts what the job's text lists."""
    if quantity.kind != kinds.COUNT or quantity.values[0] > _LISTED_MOST or quantity.text.isdigit():
        return False
    return _THE.search(clause.text, 0, quantity.start) is not None and _is_yours(claim, clause.text, quantity.end)


def _is_yours(claim: Claim, text: str, end: int) -> bool:
    """Tell whether a noun phrase that begins at `end` goes on to the reader, the advertisement or the company."""
    names = f"|(?:{claim.job.company_pattern})" if claim.job.company_pattern else ""
    return (
        re.match(
            rf"(?:\s+(?!(?:I|my|me|we|our|that I|and|but)\b)[\w'’-]+){{1,6}}?\s+(?:{_OF_YOURS}{names})",
            text[end : end + _REACH],
            re.IGNORECASE,
        )
        is not None
    )


def _is_behind(claim: Claim, clause: Clause, quantity: Quantity) -> bool:
    """Tell whether a number is told of the company: "the 110 rooms of Hotel Calvenza", "your 35 employees"."""
    if re.search(r"\byour\s+(?:\w+\s+)?\Z", clause.text[: quantity.start], re.IGNORECASE):
        return True
    if not claim.job.company_pattern:
        return False
    return (
        re.match(
            rf"\s+[\w'’-]+(?:\s+[\w'’-]+)?\s+(?:of|at|in)\s+(?:the\s+)?(?:{claim.job.company_pattern})(?!\w)",
            clause.text[quantity.end :],
            re.IGNORECASE,
        )
        is not None
        and re.search(r"\b(?:the|to|for|of)\s+\Z", clause.text[: quantity.start], re.IGNORECASE) is not None
    )
