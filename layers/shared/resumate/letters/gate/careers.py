"""How long somebody has been in one line of work: from the first cited entry to the last, when the resume fills what lies between.

"I have worked in software for more than eleven years" may cite the first job and the present one. The years between count
only where other entries of the resume, of a cited employer or with a word of a cited title, leave no gap. Used by `gate.durations`.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from resumate.documents.model import SectionKind
from resumate.letters.gate.source import Source
from resumate.letters.gate.telling import telling_words
from resumate.letters.gate.vocabulary import Vocabulary
from resumate.letters.gate.words.titles import RANKS

_GAP_MOST: Final = 6
_LEAST: Final = 2


def career_of(cited: Sequence[Source], known: Sequence[Source]) -> tuple[int, int] | None:
    """Return the least and the most months from the first to the last cited entry, None when the resume leaves a gap."""
    held = [source for source in cited if source.evidence.section is SectionKind.EXPERIENCE and source.months_at_most]
    if len({source.head for source in held}) < _LEAST:
        return None
    covered = sorted(
        month for source in known if source in held or _is_of_one_kind(source, held) for month in source.months_at_most
    )
    first = min(min(source.months_at_most) for source in held)
    last = max(max(source.months_at_most) for source in held)
    between = [month for month in covered if first <= month <= last]
    if any(right - left > _GAP_MOST for left, right in pairwise(between)):
        return None
    least = max(max(source.months, default=0) for source in held) - min(
        min(source.months, default=first) for source in held
    )
    return least + 1, last - first + 1


def _is_of_one_kind(source: Source, held: Sequence[Source]) -> bool:
    if source.evidence.section is not SectionKind.EXPERIENCE:
        return False
    if source.organisation and any(source.organisation == other.organisation for other in held):
        return True
    words = _words_of_the_title(source)
    return any(not words.isdisjoint(_words_of_the_title(other)) for other in held)


def _words_of_the_title(source: Source) -> frozenset[str]:
    """Return the roots of a title without its rank, which people of all trades have."""
    title = Vocabulary(source.evidence.title or "", source.language)
    return frozenset(token.root for token in telling_words(title) if token.lower not in RANKS)
