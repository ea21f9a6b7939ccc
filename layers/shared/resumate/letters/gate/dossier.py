"""The evidence and the job of one letter, read once for all its sentences.

`letters.review` judges a draft with it, `letters.prove_sentences` the sentences that somebody wrote by hand. What needs
no evidence is told here (`Dossier.plain_verdict`); what does goes through the checks of `gate.registry`.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from resumate.letters.gate.claim import Claim
from resumate.letters.gate.employers import Employers
from resumate.letters.gate.job_facts import JobFacts
from resumate.letters.gate.plain import is_carried_by_the_job, is_plain
from resumate.letters.gate.source import Source
from resumate.letters.model import Evidence, Finding, SentenceState

_NOT_THE_JOB: Final = Finding("job", "The job's text does not say this of the company or the role.")


class Verdict(NamedTuple):
    """What the gate says of one sentence, and why."""

    state: SentenceState
    findings: list[Finding]


class Dossier:
    """Everything a sentence may be proven by; `today` is the day durations are counted to."""

    def __init__(self, evidence: Sequence[Evidence], job: JobFacts, today: date) -> None:
        self.job = job
        self.today = today
        self.sources = {item.id.lower(): Source(item, today, job.language) for item in evidence}
        self._employers = Employers(list(self.sources.values()))

    def claim(self, raw: str) -> Claim:
        """Return a sentence, with its citation marks, beside what it cites."""
        return Claim(raw, self.sources, self._employers, self.job, self.today)

    def plain_verdict(self, claim: Claim) -> Verdict | None:
        """Return the verdict on a sentence that claims nothing about the person, None when it claims something.

        A sentence about the company or the role stays as far as the job's own text carries it; it proves nothing.
        """
        if is_plain(claim.text, self.job, self.job.language):
            return Verdict(SentenceState.PLAIN, [])
        if claim.told:
            return None
        if is_carried_by_the_job(claim.text, self.job, self.job.language):
            return Verdict(SentenceState.PLAIN, [])
        if claim.sources:
            # "A semester in Cardiff would help me build your press work": it cites what it is about.
            claim.tell_all()
            return None
        return Verdict(SentenceState.REMOVED, [_NOT_THE_JOB])
