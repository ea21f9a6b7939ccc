"""One clause is proven by one piece of evidence: two lines together have the words of things that never happened.

"The £9.2 million library was handed over early" takes its subject from one line and its deed from another. A clause
that counts years may stand on several, and so may a list of what somebody knows.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from resumate.documents.model import SectionKind
from resumate.letters.gate import quantity as kinds
from resumate.letters.gate.claim import Claim, Clause
from resumate.letters.gate.meaning import unproven_words
from resumate.letters.gate.number_match import same
from resumate.letters.gate.source import Source
from resumate.letters.gate.telling import telling_words
from resumate.letters.gate.vocabulary import Vocabulary
from resumate.letters.model import Finding

_LISTS: Final = frozenset(
    {SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.EDUCATION, SectionKind.CERTIFICATIONS}
)
_WORDS_OF_ANOTHER_LINE: Final = 1
# "Standing in for the chef and teaching apprentices", "clients include A as well as B": each part may have a line of its own.
_PARTS: Final = re.compile(
    r"\s+(?:and|or|but|as well as|alongside|besides|in addition to|plus|includ(?:e|es|ed|ing)|such as|whether|while|when)\s+|[,:;]\s+|\s+[–—]\s+|\s+(?=(?:in|during|within|for|from) my\b)",
    re.IGNORECASE,
)
# "Tasks from advising managers to recruiting drivers", "I combine dashboards with automation".
_FROM_TO: Final = re.compile(r"(?:^|.*\s)from\s+(?P<one>[^\d].*?)(?<!used)\s+to\s+(?P<other>[^\d].*)", re.IGNORECASE)
_PLACE: Final = re.compile(r"(?:at|in|for|during)\s+(?!my\b)(?:(?!\bI\b)[^,]){2,60},", re.IGNORECASE)
# "Next to a caseload of 14 I supervise students".
_BESIDE: Final = re.compile(
    r"(?:next to|besides|alongside|in addition to|apart from|beyond|along with|as well as|on top of|after|before)\s+(.{2,80}?)\s*,?\s+((?:I|we)\s.*)",
    re.IGNORECASE | re.DOTALL,
)
_COMBINED: Final = re.compile(r".*\bcombin\w+\s+(?P<one>.+?)\s+with\s+(?P<other>.+)", re.IGNORECASE)


def check_mixed(claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each clause whose words no single cited line carries although all of them together do."""
    for clause in claim.told:
        if len(clause.sources) < 2 or _may_stand_on_several(clause):
            continue
        alone = _borrowed(clause, clause.sources)
        if len(alone) <= _WORDS_OF_ANOTHER_LINE:
            continue
        parts = [Vocabulary(part, clause.language) for part in _parts_of(clause.text)]
        if any(len(_borrowed(part, clause.sources)) > _WORDS_OF_ANOTHER_LINE for part in parts):
            phrase = ", ".join(alone[:4])
            yield Finding("moved", f"No single one of the cited lines says this: {phrase} belong to another.", phrase)


def _parts_of(text: str) -> list[str]:
    """Cut a clause into what one line each may prove."""
    pair = _FROM_TO.fullmatch(text) or _COMBINED.fullmatch(text)
    if pair:
        return [part for piece in pair.groups() for part in _PARTS.split(piece)]
    if beside := _BESIDE.fullmatch(text):
        return [part for piece in beside.groups() for part in _PARTS.split(piece)]
    parts = _PARTS.split(text)
    # "In the army, I …": the place goes with what was done there.
    return [f"{parts[0]}, {parts[1]}", *parts[2:]] if len(parts) > 1 and _PLACE.match(text) else parts


def _borrowed(text: Vocabulary, sources: Sequence[Source]) -> list[str]:
    """Return what the line that carries most of a text lacks and another has."""
    together = _lacking(text, sources)
    alone = min((_lacking(text, [source]) for source in sources), key=len)
    return [word for word in alone if word not in together]


def _lacking(text: Vocabulary, sources: Sequence[Source]) -> list[str]:
    """Return the words and the numbers of a text that none of the sources has."""
    given = [other for source in sources for other in source.quantities]
    numbers = [one.text for one in text.quantities if not any(same(one, other) for other in given)]
    return [*unproven_words(text, telling_words(text), sources), *numbers]


def _may_stand_on_several(clause: Clause) -> bool:
    return any(quantity.kind == kinds.MONTHS for quantity in clause.quantities) or any(
        source.evidence.section in _LISTS for source in clause.sources
    )
