"""The gate: judges a draft sentence by sentence, in code, and says why.

A sentence stays when it claims nothing about the person (`gate.plain`), or when every check of `gate.registry`
finds its words in the evidence it cites. Everything else is removed, with the reason in a user's words. The gate
never calls a model and fails closed: what it cannot read, prove or place is refused. `write_letter` asks it
after every draft; `assemble` makes the letter of what stays.
"""

from datetime import date
from typing import Final

from resumate.letters.clean_draft import clean_draft
from resumate.letters.gate.claim import Claim
from resumate.letters.gate.dossier import Dossier, Verdict
from resumate.letters.gate.flow import settle
from resumate.letters.gate.job_facts import JobFacts
from resumate.letters.gate.letter import count_words, letter_problems
from resumate.letters.gate.meaning import UNMISTAKABLY, Similarity
from resumate.letters.gate.phrases import phrase_findings
from resumate.letters.gate.registry import findings_for, is_proven
from resumate.letters.gate.telling import telling_words
from resumate.letters.model import Finding, LetterJob, Review, Sentence, SentenceState
from resumate.letters.sentences import is_sign_off, paragraphs_of

# How many pieces of evidence are tried for a claim without a citation.
_CANDIDATES: Final = 3
_WORDS_OF_ITS_OWN: Final = 2
_UNCITED: Final = Finding(
    "uncited", "This says something about you, and nothing in the resume was named that proves it."
)


def review(draft: str, job: LetterJob, similarity: Similarity | None = None) -> Review:
    """Judge `draft`; `similarity` gives the cosine of each pair of texts (left with right), and may be left out."""
    gate = _Gate(job, similarity)
    judged = [
        gate.judge(raw, number)
        for number, paragraph in enumerate(paragraphs_of(clean_draft(draft)))
        for raw in paragraph
    ]
    sentences = settle([sentence for sentence, _ in judged], [claim for _, claim in judged])
    kept = [sentence for sentence in sentences if sentence.state is not SentenceState.REMOVED]
    return Review(
        sentences=sentences,
        words=sum(count_words(sentence.text) for sentence in kept),
        removed=len(sentences) - len(kept),
        problems=letter_problems(sentences, job),
    )


class _Gate:
    """A draft's judge: every sentence that cites is held against what it cites."""

    def __init__(self, job: LetterJob, similarity: Similarity | None) -> None:
        self._job = job
        self._similarity = similarity
        self._dossier = Dossier(job.evidence, JobFacts.of(job), date.fromisoformat(job.today))

    def judge(self, raw: str, paragraph: int) -> tuple[Sentence, Claim]:
        claim = self._dossier.claim(raw)
        if is_sign_off(claim.text):
            return self._sign_off(claim, paragraph), claim
        if found := phrase_findings(claim.text, self._job):
            return _sentence(claim, paragraph, Verdict(SentenceState.REMOVED, found)), claim
        if plain := self._dossier.plain_verdict(claim):
            text = Sentence(text=claim.text, paragraph=paragraph, state=plain.state, findings=plain.findings)
            return text, claim
        if not claim.ids:
            claim = self._attributed(claim)
        found = findings_for(claim, self._similarity) if claim.ids else [_UNCITED]
        state = SentenceState.REMOVED if found else SentenceState.SUPPORTED
        return _sentence(claim, paragraph, Verdict(state, found)), claim

    def _attributed(self, claim: Claim) -> Claim:
        """Return the claim with the one piece of evidence that proves all of it, or unchanged."""
        words = telling_words(claim.vocabulary)
        sources = self._dossier.sources.values()
        ranked = sorted(sources, key=lambda source: -sum(source.says(word) for word in words))
        for source in ranked[:_CANDIDATES]:
            if sum(source.own_words.says(word) for word in words) < _WORDS_OF_ITS_OWN:
                break
            cited = self._dossier.claim(f"{claim.text} [{source.evidence.id}]")
            if is_proven(cited, surely=UNMISTAKABLY):
                return cited
        return claim

    def _sign_off(self, claim: Claim, paragraph: int) -> Sentence:
        """Keep the formula; the name below it is always the placeholder, whatever the model wrote."""
        formula = claim.text.split("\n", 1)[0].rstrip()
        return Sentence(text=f"{formula}\n⟦name⟧", paragraph=paragraph, state=SentenceState.PLAIN)


def _sentence(claim: Claim, paragraph: int, verdict: Verdict) -> Sentence:
    return Sentence(
        text=claim.text, paragraph=paragraph, state=verdict.state, citations=claim.ids, findings=verdict.findings
    )
