"""Whether a clause gives the person a deed at all, and whether it tells what its lines tell.

"I know Node.js from building it" and "our rate dropped" take nothing from those who did it with the person; used by
`gate.promotions`.
"""

import re
from functools import cache
from typing import Final

from resumate.letters.gate.claim import Clause
from resumate.letters.gate.stem import form
from resumate.letters.gate.telling import telling_words
from resumate.letters.gate.weights import is_deed

# "… which was settled": no deed of the person.
_OF_A_THING: Final = re.compile(r"(?:which|that|and it|it|these|they|this)\b(?! I\b| we\b)", re.IGNORECASE)
_PERSON: Final = frozenset(
    "i i'm i've i'd me my mine we us our ich mich mir mein meine je j'ai moi mon ma mes yo mi mis".split()
)
# "The booking form was my work", "rebuilding it was up to me".
_MINE: Final = re.compile(
    r"\b(?:by|thanks to|up to|asked|chose|named|appointed|picked|selected|invited|promoted|trusted|entrusted|made|wanted|kept) me\b|\bmine\b|\bmyself\b|\bmy\s+(?:own\s+)?(?:work|idea|doing|design|creation|project|achievement|responsibility|task|job|initiative|plan|merit|success)\b|"
    r"^(?:\w+ly\s+)?(?:re)?\w+ing\b|\b(?:I|we)\s+(?:was|were|am|have been|had been)\s+(?:also\s+|solely\s+|directly\s+)?(?:responsible|in charge|accountable|the\s+(?:author|architect|founder|creator|one))\b|\bmy\s+\w+(?:\s+\w+)?\s+(?:cut|saved|reduced|raised|increased|improved|led|brought|made|won|convinced|changed)\b",
    re.IGNORECASE,
)
# "I know Node.js from building it", "I use it": what somebody has seen or learned takes nothing from others.
_NO_DEEDS: Final = frozenset(
    "know use enjoy learn learned learnt see saw seen understand like love value want feel think believe work worked study studied join joined gain gained find found come came go went get got spend spent belong experience witness watch meet met hear heard read remember volunteer act served serve hope wish".split()
)


def is_personal(clause: Clause) -> bool:
    """Tell a deed of the person from "… which was settled", "… and neither led to a finding"."""
    if _OF_A_THING.match(clause.text):
        return False
    if clause.language != "en":
        return any(token.lower in _PERSON for token in clause.tokens)
    tokens = clause.tokens
    deeds = [token for index, token in enumerate(tokens) if is_deed(tokens, index) and not token.function]
    if any(form(token.lower) not in _no_deeds() for token in deeds):
        return True
    return _MINE.search(clause.text) is not None


@cache
def _no_deeds() -> frozenset[str]:
    return frozenset(form(word) for word in _NO_DEEDS)


def tells_the_same(clause: Clause) -> bool:
    """Tell whether a clause is about what its evidence tells, and not only about the employer or the title."""
    heads = [source.head_words for source in clause.sources]
    words = [word for word in telling_words(clause) if not any(head.has_root(word.root) for head in heads)]
    return any(other.says(word) for other in clause.aligned for word in words)
