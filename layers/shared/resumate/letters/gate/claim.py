"""A sentence of a letter beside the evidence it cites, cut into clauses: what every check is given.

`letters.review` makes a `Claim` of each sentence. A clause knows which of the cited sources may prove it: when
it names an employer of the person, only what belongs to that employer counts, and the employer named
before stays the one that is meant.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Final

from resumate.letters.citation_marks import MARK, split_marks
from resumate.letters.gate.about_job import is_about_the_job
from resumate.letters.gate.clauses import split_clauses
from resumate.letters.gate.employers import Employers
from resumate.letters.gate.job_facts import JobFacts
from resumate.letters.gate.job_turns import cut_where_it_turns
from resumate.letters.gate.source import Source
from resumate.letters.gate.vocabulary import Vocabulary
from resumate.letters.gate.years import Year, years_of

_COMPANY_FOLLOWS: Final = re.compile(
    r"^(?:having (?:co-|helped|assisted|supported|worked)|guided|supervised|supported|helped|assisted|instructed|mentored|under|with|alongside|together|as part|as a member)\b",
    re.IGNORECASE,
)

# "By introducing assessments, the lead and I shortened the list": who did it follows.
_MEANS: Final = re.compile(r"^(?:by|through|in)\s+\w+ing\b", re.IGNORECASE)


class Clause(Vocabulary):
    """A part of a sentence with the sources that may prove it.

    `cited` are all sources the part cites, `sources` those of them that may prove something of the employer in question;
    `moved` is set when the clause speaks of one employer and cites only others. `following` is the text of the next
    clause, and `text_with_company` goes on to it when it says who else was there ("…, guided by a conservator").
    """

    def __init__(
        self,
        text: str,
        cited: Sequence[Source],
        proving: Sequence[Source],
        organisations: frozenset[str],
        language: str,
    ) -> None:
        super().__init__(text, language)
        self.cited = list(cited)
        self.organisations = organisations
        self.moved = bool(organisations) and not proving and bool(cited)
        self.sources = list(proving) or self.cited
        self.text_with_company = text
        self.following = ""

    @cached_property
    def years(self) -> list[Year]:
        """The calendar years of the clause."""
        return years_of(self.text)

    @cached_property
    def aligned(self) -> list[Vocabulary]:
        """The clauses of the evidence that tell what this clause tells, best first."""
        scored = [(_overlap(self, clause), clause) for source in self.sources for clause in source.clauses]
        best = max((score for score, _ in scored), default=0)
        if best == 0:
            return []
        kept = sorted((pair for pair in scored if pair[0] >= 0.7 * best), key=lambda pair: -pair[0])
        return [clause for _, clause in kept]


class Claim:
    """One sentence (without marks in `text`) and what it cites."""

    def __init__(self, raw: str, sources: dict[str, Source], employers: Employers, job: JobFacts, today: date) -> None:
        self.text, self.ids = split_marks(raw)
        self.job = job
        self.today = today
        self.language = job.language
        self._employers = employers
        self.known = list(sources.values())
        self.unknown_ids = [identifier for identifier in self.ids if identifier not in sources]
        self.sources = [sources[identifier] for identifier in self.ids if identifier in sources]
        self._segments = _segments(raw, sources)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of the whole sentence."""
        return Vocabulary(self.text, self.language)

    @cached_property
    def clauses(self) -> list[Clause]:
        """The clauses in order, each with its sources."""
        clauses: list[Clause] = []
        current: frozenset[str] = frozenset()
        for text, cited in self._segments:
            for piece in split_clauses(text):
                for part, goes_on in self._employers.cut_around(piece):
                    left = not goes_on or (clauses and self._employers.leaves(clauses[-1].text, part))
                    current = self._employers.named_in(part) or (frozenset() if left else current)
                    clauses += self._cut_for_the_job(part, cited or self.sources, current)
        for clause, following in pairwise(clauses):
            clause.following = following.text
            if _COMPANY_FOLLOWS.match(following.text) or _MEANS.match(clause.text):
                clause.text_with_company = f"{clause.text}, {following.text}"
        return clauses

    def _cut_for_the_job(self, text: str, cited: list[Source], organisations: frozenset[str]) -> list[Clause]:
        proving = self._employers.proving(cited, organisations, text)

        def clause(part: str) -> Clause:
            return Clause(part, cited, proving, organisations, self.language)

        return [
            clause(part) for part in cut_where_it_turns(text, lambda part: is_about_the_job(clause(part), self.job))
        ]

    @cached_property
    def told(self) -> list[Clause]:
        """The clauses that say something of the person, and not of the job alone."""
        return [clause for clause in self.clauses if not is_about_the_job(clause, self.job)]

    def tell_all(self) -> None:
        """Let every clause be held against the resume, also those that speak of the job."""
        self.told = self.clauses

    @cached_property
    def organisations(self) -> frozenset[str]:
        """The employers this sentence names or, when it names none, those of the evidence it cites."""
        named = self._employers.named_in(self.text)
        return named or frozenset(source.organisation for source in self.sources if source.organisation)


def _overlap(clause: Vocabulary, evidence: Vocabulary) -> float:
    words = [token for token in clause.tokens if not token.function]
    exact = sum(token.lower in evidence.words or evidence.has_root(token.root) for token in words)
    related = sum(evidence.says(token) for token in words)
    return exact + 0.5 * (related - exact)


def _segments(raw: str, sources: dict[str, Source]) -> list[tuple[str, list[Source]]]:
    """Cut a sentence at its citation marks: each part with what it cites; a part that cites nothing cites all."""
    segments: list[tuple[str, list[Source]]] = []
    start = 0
    for mark in MARK.finditer(raw):
        part = raw[start : mark.start()].strip(" ,.;")
        _, ids = split_marks(mark.group())
        cited = [sources[identifier] for identifier in ids if identifier in sources]
        if part:
            segments.append((part, cited))
        elif segments:
            text, before = segments[-1]
            segments[-1] = (text, [*before, *(source for source in cited if source not in before)])
        start = mark.end()
    if rest := raw[start:].strip(" ,.;!?"):
        segments.append((rest, []))
    return segments
