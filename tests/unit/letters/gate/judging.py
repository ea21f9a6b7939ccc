"""One sentence beside lines of a resume, and what a single check of the gate finds wrong with it."""

from collections.abc import Sequence

from resumate.documents.model import SectionKind
from resumate.letters.gate.claim import Claim
from resumate.letters.gate.dossier import Dossier
from resumate.letters.gate.job_facts import JobFacts
from resumate.letters.gate.registry import Check
from resumate.letters.gate.source import Source
from resumate.letters.model import Evidence, Origin, Quote, SentenceState
from resumate.letters.review import review
from tests.unit.letters.builders import TODAY, letter_job


def evidence(number, text, **fields):
    """Return a line of a resume as evidence: of a baker at Mill Lane, unless `fields` say otherwise."""
    fields = {"section": SectionKind.EXPERIENCE, "organisation": "Mill Lane", "title": "Baker", **fields}
    quotes = [Quote(page=1, line=number, text=text)]
    return Evidence(id=f"e{number}", origin=Origin.RESUME, text=text, quotes=quotes, **fields)


def claim(sentence, *items: Evidence, uncited: Sequence[Evidence] = ()) -> Claim:
    """Return a sentence that cites all the evidence but the uncited, which the resume has as well."""
    marks = "".join(f"[{item.id}]" for item in items)
    everything = [*items, *uncited]
    dossier = Dossier(everything, JobFacts.of(letter_job(evidence=everything)), TODAY)
    return dossier.claim(f"{sentence.rstrip('.')} {marks}.")


def source(text, **fields) -> Source:
    """Return a line of a resume as the checks read it."""
    return Source(evidence(1, text, **fields), TODAY)


def codes(check: Check, sentence, *lines, **fields):
    """Return the codes of what one check finds wrong with a sentence that cites all the lines."""
    items = [evidence(number, line, **fields) for number, line in enumerate(lines, 1)]
    return {finding.code for finding in check(claim(sentence, *items))}


def verdict(sentence, *lines, **fields):
    """Return whether a sentence that cites all the lines stays, and the codes of what all checks find wrong with it."""
    cited = [evidence(number, line, **fields) for number, line in enumerate(lines, 1)]
    marks = "".join(f"[{item.id}]" for item in cited)
    judged = review(f"{sentence.rstrip('.')} {marks}.", letter_job(evidence=cited)).sentences[0]
    return judged.state is not SentenceState.REMOVED, {finding.code for finding in judged.findings}
