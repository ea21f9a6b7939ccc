"""The list of all checks that a claim about the person must pass; a new check is one file and one line here."""

from collections.abc import Callable, Iterator
from typing import Final

from resumate.letters.gate.certainty import check_certainty
from resumate.letters.gate.certificates import check_certificates
from resumate.letters.gate.citations import check_citations
from resumate.letters.gate.claim import Claim
from resumate.letters.gate.dates import check_dates
from resumate.letters.gate.deeds import check_deeds
from resumate.letters.gate.degrees import check_degrees
from resumate.letters.gate.durations import check_durations
from resumate.letters.gate.frequency import check_frequency
from resumate.letters.gate.levels import check_levels
from resumate.letters.gate.meaning import SURELY, Similarity, check_meaning
from resumate.letters.gate.mixed import check_mixed
from resumate.letters.gate.moved_facts import check_moved_facts
from resumate.letters.gate.names import check_names
from resumate.letters.gate.negation import check_negation
from resumate.letters.gate.numbers import check_numbers
from resumate.letters.gate.opposites import check_opposites
from resumate.letters.gate.ordinals import check_places
from resumate.letters.gate.promotions import check_promotions
from resumate.letters.gate.requirements import check_requirements
from resumate.letters.gate.roles import check_roles
from resumate.letters.gate.scope import check_scope
from resumate.letters.gate.substitution import check_substitution
from resumate.letters.gate.titles import check_titles
from resumate.letters.gate.transitions import check_transitions
from resumate.letters.gate.year_places import check_year_places
from resumate.letters.model import Finding

Check = Callable[[Claim], Iterator[Finding]]

# In the order in which a reader wants to hear of problems: the first finding is the reason shown.
CHECKS: Final[tuple[Check, ...]] = (
    check_citations,
    check_moved_facts,
    check_numbers,
    check_places,
    check_durations,
    check_dates,
    check_year_places,
    check_names,
    check_titles,
    check_degrees,
    check_certificates,
    check_promotions,
    check_levels,
    check_certainty,
    check_scope,
    check_opposites,
    check_frequency,
    check_negation,
    check_substitution,
    check_deeds,
    check_requirements,
    check_mixed,
    check_transitions,
    check_roles,
)


def findings_for(claim: Claim, similarity: Similarity | None = None, surely: float = SURELY) -> list[Finding]:
    """Return everything that is wrong with a claim; closeness of meaning is only asked when nothing else is."""
    found = [finding for check in CHECKS for finding in check(claim)]
    found = found or list(check_meaning(claim, similarity, surely))
    return list({(finding.code, finding.words): finding for finding in found}.values())


def is_proven(claim: Claim, surely: float = SURELY) -> bool:
    """Tell whether no check finds anything wrong; stops at the first that does."""
    return not any(True for check in CHECKS for _ in check(claim)) and not any(check_meaning(claim, None, surely))
