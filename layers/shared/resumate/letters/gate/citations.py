"""Every citation must name evidence that exists, and that evidence must stand, word for word, in its lines."""

from collections.abc import Iterator

from resumate.letters.gate.claim import Claim
from resumate.letters.gate.source import Source
from resumate.letters.instructions import is_no_evidence
from resumate.letters.model import Finding, Origin


def check_citations(claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each number that names nothing, and each piece of evidence that cannot be shown."""
    for identifier in claim.unknown_ids:
        yield Finding("citation", f"There is no evidence [{identifier}].", identifier)
    for source in claim.sources:
        evidence = source.evidence
        if not source.is_carried:
            yield Finding("citation", f"[{evidence.id}] does not stand in the lines of the file.", evidence.id)
        elif evidence.origin is Origin.RESUME and source.once(_speaks_to_a_model):
            yield Finding(
                "citation", f"[{evidence.id}] is not about you: it speaks to whoever reads the file.", evidence.id
            )


def _speaks_to_a_model(source: Source) -> bool:
    return is_no_evidence(source.evidence.text)
