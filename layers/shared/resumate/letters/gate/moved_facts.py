"""A fact that is true of one employer may not move to another.

When a clause names an employer of the person, or goes on about the one named before it in the sentence, at
least one of the sources it cites must belong to that employer; the other checks then look only there.
"""

from collections.abc import Iterator

from resumate.letters.gate.claim import Claim
from resumate.letters.model import Finding


def check_moved_facts(claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each clause that tells of one employer and cites another."""
    for clause in claim.clauses:
        if clause.moved:
            name = ", ".join(sorted(clause.organisations))
            others = (
                ", ".join(sorted({source.evidence.organisation or "" for source in clause.cited} - {""}))
                or "no employer"
            )
            yield Finding(
                "moved", f"The sentence speaks of {name.title()}, but the cited lines belong to {others}.", name
            )
