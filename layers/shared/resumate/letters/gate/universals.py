"""Nobody may say "every", "all" or "whole" of a thing where no line is so general; a part of `gate.scope`.

What counts ("all twelve pages") is left to `gate.numbers`, and credit given to others ("the work of the whole team") is no
claim.
"""

import re
from collections.abc import Iterator
from typing import Final

from resumate.letters.gate.claim import Clause
from resumate.letters.gate.quantities import quantities_of
from resumate.letters.gate.source import Source
from resumate.letters.model import Finding

_ALL: Final = re.compile(
    r"\ball (?:of )?(?:my|the|our|its|their|two|three|four|five|six|seven|eight|nine|ten|\d+)\b|\bevery one of\b|\beach of (?:my|the|our)\b",
    re.IGNORECASE,
)
_SOME: Final = re.compile(
    r"\b\d+ (?:of|out of) (?:the |its |our )?\d+\b|\b(?:of whom|of which|of them|most of|some of|half of|part of the|several of|many of)\b",
    re.IGNORECASE,
)
_TIMES: Final = r"(?:fortnights?|days?|nights?|weeks?|months?|quarters?|years?|mornings?|evenings?|afternoons?|shifts?|hours?|seasons?|terms?|semesters?|summers?|winters?|weekends?|times?|minutes?|mon\w+|tues\w+|wed\w+|thu\w+|fri\w+|satur\w+|sun\w+|spring|autumn|christmas|birthday)"
_EVERY: Final = re.compile(
    rf"\bevery\s+(?!(?:of\s+)?(?:\w+\s+)?{_TIMES}\b)\w+|\ball\s+(?:of\s+)?(?:(?:the|my|our|its|their|these|those)\s+)?(?!{_TIMES}\b)\w+|"
    rf"\b(?:whole|entire)\s+(?!{_TIMES}\b|of\s+(?:the\s+)?(?:(?:19|20)\d\d|{_TIMES})\b)\w+|\bthroughout\s+(?:the|our|its)\s+(?!{_TIMES}\b)\w+|\beveryone\b|\beverybody\b",
    re.IGNORECASE,
)
_EVERY_SAID: Final = re.compile(
    r"\b(?:full|fully|both|any|total|complete|completely|overall|100%?)(?!\w)", re.IGNORECASE
)
_IDIOMS: Final = re.compile(
    r"\b(?:are|were|have) all\b|\ball\s+(?:goes|in all|along|the (?:more|better|same|way|time|while)|day|night|year|too|of (?:which|whom|them|this|that|it)|this|that|these|those|round|kinds?|sorts?|about|I|told|ages|alone)\b|\b(?:above|first of|after|not|of) all\b|\bat all\b(?=\s*(?:[.,;:!?)]|$|(?:in|to|for|by|with|from)\b))|\bnot (?:every|all)\b|\beach (?:other|with|of them)\b|\bas a whole\b",
    re.IGNORECASE,
)
# "That was the work of the whole team": modesty is no boast.
CREDIT: Final = re.compile(
    r"\b(?:work|effort|achievement|success|merit|credit|result|doing|thanks|due|belong\w*)\s+(?:of|to|for)\s+(?:the|our|my|a)\s+(?:whole|entire)\s+\w+|\b(?:whole|entire|joint|common)\s+(?:team|group|crew|department|staff|ward|shift)(?:['’]s)?\s+(?:effort|work|achievement|success|merit|doing)\b|\bthe (?:whole|entire) (?:team|group|crew|staff) (?:did|worked|helped|shared|contributed|deserves?)\b",
    re.IGNORECASE,
)


def universal_findings(clause: Clause) -> Iterator[Finding]:
    """Yield a finding for "every", "all" or "whole" of a thing where the lines say it of some or of nothing so general."""
    if (
        _ALL.search(clause.text)
        and any(source.once(_gives_a_part) for source in clause.sources)
        and not any(_ALL.search(source.own) for source in clause.sources)
    ):
        yield Finding("scope", "The cited lines say this of some, the sentence of all.", "all")
    match = _EVERY.search(_IDIOMS.sub(" ", clause.text))
    if match is None or CREDIT.search(clause.text) or (match.start() and _counts(match.group(), clause)):
        return
    each = re.sub(r"^every\b", "each", match.group(), flags=re.IGNORECASE).lower()
    if not any(source.once(is_general) or each in source.lower for source in clause.sources):
        yield Finding("scope", f"The cited lines do not say this of “{match.group()}”.", match.group())


def _gives_a_part(source: Source) -> bool:
    return _SOME.search(source.own) is not None


def _counts(phrase: str, clause: Clause) -> bool:
    """Tell whether "all twelve" counts what the lines count and give no part of ("5 of its 12 pages")."""
    if any(source.once(_gives_a_part) for source in clause.sources):
        return False
    counted = {number for quantity in quantities_of(phrase) for number in quantity.numbers}
    given = {number for source in clause.sources for quantity in source.quantities for number in quantity.numbers}
    return bool(counted) and counted <= given


def is_general(source: Source) -> bool:
    """Tell whether a line speaks of all of something."""
    return _EVERY_SAID.search(source.text) is not None or _EVERY.search(_IDIOMS.sub(" ", source.text)) is not None
