"""Finds the lines of a resume that prove sentences somebody wrote by hand, and says of the rest why nothing does.

The counterpart of `letters.review` for an edited letter: its sentences name no evidence, so all of it is searched
(`gate.likeness`), and the same checks decide. Nothing is left out of what the user wrote: a sentence that no line proves
is `asserted`, with the reason.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

import msgspec

from resumate.documents.model import SectionKind
from resumate.letters.citation_marks import MARK
from resumate.letters.gate import quantity as kinds
from resumate.letters.gate.claim import Claim, Clause
from resumate.letters.gate.dossier import Dossier
from resumate.letters.gate.flow import settle
from resumate.letters.gate.job_facts import JobFacts
from resumate.letters.gate.likeness import Likeness
from resumate.letters.gate.registry import findings_for, is_proven
from resumate.letters.gate.source import Source
from resumate.letters.gate.telling import telling_words
from resumate.letters.model import Evidence, Finding, Sentence, SentenceState
from resumate.letters.sentences import is_sign_off

# How many pieces of evidence are tried alone; the right one is hardly ever further down.
_CANDIDATES: Final = 4
_CANDIDATES_OF_A_CLAUSE: Final = 2
_SHARE_OF_THE_BEST: Final = 0.6
# A second piece is worth trying when it has so many words that the first lacks.
_WORDS_OF_A_SECOND: Final = 2
# Years of experience add up over so many entries of a resume.
_ENTRIES_MOST: Final = 6
_WORKED: Final = frozenset({SectionKind.EXPERIENCE, SectionKind.VOLUNTEERING})
_UNPROVEN: Final = Finding("uncited", "This says something about you that no line of your resume says.")
_OF_CITED_LINES: Final = re.compile(r"\b(t)he cited (lines|entry)", re.IGNORECASE)


def prove_sentences(
    sentences: Sequence[tuple[str, int]], evidence: Sequence[Evidence], job: JobFacts, today: date
) -> list[Sentence]:
    """Return a verdict on each sentence, in order: `supported` with what proves it, `plain`, or `asserted` with a reason.

    `sentences` are texts with the number of their paragraph; a text comes back as it was written. `evidence` is all there
    is to prove them (every passage of the resume and the facts the user typed), each with an id of its own of the
    form e1 or f1; `today` is the day durations are counted to. Pure: a page of sentences takes a fraction of a second.
    """
    search = _Search(Dossier(evidence, job, today))
    judged = [search.judge(text, paragraph) for text, paragraph in sentences]
    settled = settle([sentence for sentence, _ in judged], [claim for _, claim in judged])
    return [_as_written(sentence, text) for sentence, (text, _) in zip(settled, sentences, strict=True)]


class _Search:
    """Looks for the evidence of one sentence after the other."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._likeness = Likeness(list(dossier.sources.values()))

    def judge(self, text: str, paragraph: int) -> tuple[Sentence, Claim]:
        bare = MARK.sub("", text).strip()
        claim = self._dossier.claim(bare)
        if is_sign_off(bare):
            return Sentence(text=text, paragraph=paragraph, state=SentenceState.PLAIN), claim
        if plain := self._dossier.plain_verdict(claim):
            return _sentence(text, paragraph, plain.state, [], plain.findings), claim
        nearest: Claim | None = None
        for cited in self._attempts(claim):
            nearest = nearest or cited
            if is_proven(cited):
                return _sentence(text, paragraph, SentenceState.SUPPORTED, cited.ids, []), cited
        found = [_UNPROVEN] if nearest is None else [_of_the_nearest(one) for one in findings_for(nearest)]
        return _sentence(text, paragraph, SentenceState.ASSERTED, [], found), claim

    def _attempts(self, claim: Claim) -> Iterator[Claim]:
        """Yield the claim with what may prove it: one piece, one for each clause, two together, entries whose time adds up.

        Two pieces are tried last: between them they have the words of things that never happened, and only the checks of
        mixed and moved facts stand against that.
        """
        ranked = self._ranked(claim.clauses)
        for source in _alike(ranked):
            yield self._citing(claim, [source])
        if len(claim.clauses) > 1:
            yield self._by_clause(claim, [self._best_of(clause) for clause in claim.clauses])
        if (pair := self._pair(claim, ranked)) is not None:
            yield pair
        if any(quantity.kind == kinds.MONTHS for clause in claim.clauses for quantity in clause.quantities):
            yield from self._of_entries(claim, [source for _, source in ranked])

    def _pair(self, claim: Claim, ranked: Sequence[tuple[float, Source]]) -> Claim | None:
        """Return the claim with the likeliest piece and the one that carries most of the words that it lacks."""
        if not ranked[1:]:
            return None
        first = ranked[0][1]
        lacking = [word for word in telling_words(claim.vocabulary) if not first.carries(word)]
        carried = {source.evidence.id: sum(source.own_words.says(word) for word in lacking) for _, source in ranked[1:]}
        second = max((source for _, source in ranked[1:]), key=lambda source: carried[source.evidence.id])
        return self._citing(claim, [first, second]) if carried[second.evidence.id] >= _WORDS_OF_A_SECOND else None

    def _of_entries(self, claim: Claim, ranked: Sequence[Source]) -> Iterator[Claim]:
        """Yield the claim with one piece of each dated entry, for durations that add up."""
        entries: dict[str, Source] = {}
        for source in [*ranked, *self._dossier.sources.values()]:
            if source.months_at_most and source.evidence.section in _WORKED:
                entries.setdefault(source.head, source)
        chosen = list(entries.values())[:_ENTRIES_MOST]
        for count in range(2, len(chosen) + 1):
            yield self._citing(claim, chosen[:count])

    def _best_of(self, clause: Clause) -> list[Source]:
        """Return the piece that proves a clause by itself, or else the one most like it."""
        ranked = _alike(self._ranked([clause]))[:_CANDIDATES_OF_A_CLAUSE]
        proving = (source for source in ranked if is_proven(self._citing(self._dossier.claim(clause.text), [source])))
        return [next(proving, ranked[0])] if ranked else []

    def _ranked(self, clauses: Iterable[Clause]) -> list[tuple[float, Source]]:
        clauses = list(clauses)
        numbers = [number for clause in clauses for one in clause.quantities for number in one.numbers]
        numbers += [float(year.year) for clause in clauses for year in clause.years]
        whole = self._dossier.claim(" ".join(clause.text for clause in clauses))
        return self._likeness.ranked(whole.vocabulary, numbers)

    def _citing(self, claim: Claim, sources: Sequence[Source]) -> Claim:
        return self._dossier.claim(f"{claim.text} {_mark(sources)}")

    def _by_clause(self, claim: Claim, parts: Sequence[Sequence[Source]]) -> Claim:
        """Return the sentence with the evidence of each clause right behind it."""
        raw, rest = "", claim.text
        for clause, sources in zip(claim.clauses, parts, strict=True):
            before, found, rest = rest.partition(clause.text)
            if not found:
                break
            raw += f"{before}{found} {_mark(sources)}" if sources else f"{before}{found}"
        return self._dossier.claim(raw + rest)


def _alike(ranked: Sequence[tuple[float, Source]]) -> list[Source]:
    """Return the best few: what carries much less of the sentence proves it only by saying nothing against it."""
    best = ranked[0][0] if ranked else 0.0
    return [source for score, source in ranked[:_CANDIDATES] if score >= _SHARE_OF_THE_BEST * best]


def _mark(sources: Iterable[Source]) -> str:
    return "".join(f"[{identifier}]" for identifier in dict.fromkeys(source.evidence.id for source in sources))


def _sentence(
    text: str, paragraph: int, state: SentenceState, citations: list[str], findings: list[Finding]
) -> Sentence:
    return Sentence(text=text, paragraph=paragraph, state=state, citations=citations, findings=findings)


def _of_the_nearest(finding: Finding) -> Finding:
    """Say "the nearest lines" where the checks speak of cited ones: the user has cited nothing."""
    explanation = _OF_CITED_LINES.sub(r"\1he nearest \2 of your resume", finding.explanation)
    return msgspec.structs.replace(finding, explanation=explanation)


def _as_written(sentence: Sentence, text: str) -> Sentence:
    """Return the verdict on the text as its writer left it; what a model's letter would lose is asserted."""
    if sentence.state is not SentenceState.REMOVED:
        return msgspec.structs.replace(sentence, text=text)
    findings = [_of_the_nearest(finding) for finding in sentence.findings]
    return msgspec.structs.replace(sentence, text=text, state=SentenceState.ASSERTED, citations=[], findings=findings)
