"""A piece of evidence, read once for all checks: its words, names, numbers, dates, clauses and employer.

Made from `letters.model.Evidence` by `letters.review`; `gate.claim` holds the sentence against it.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Final

from resumate.documents.model import SectionKind, YearMonth
from resumate.letters.gate.clauses import split_clauses
from resumate.letters.gate.moments import Moment, moment, moments_of
from resumate.letters.gate.tokens import Token
from resumate.letters.gate.vocabulary import Vocabulary
from resumate.letters.gate.words.section_words import QUANTITY_WORDS, SECTION_WORDS
from resumate.letters.gate.words.technologies import KINDS
from resumate.letters.gate.years import Year, years_of
from resumate.letters.model import Evidence, Origin

_LEGAL_FORMS: Final = frozenset(
    "inc ltd llc llp plc gmbh ag corp corporation co company limited sa sas srl bv nv the group holdings kg se pty".split()
)
# "2016 to present" presents nothing.
_WITHOUT_PRESENT: Final = re.compile(
    r"(?:\bto|\buntil|\btill|[-–—])\s*(?:present|date|now|today|current|heute|actualidad)\b", re.IGNORECASE
)
_HELD: Final = frozenset(
    {SectionKind.EDUCATION, SectionKind.CERTIFICATIONS, SectionKind.AWARDS, SectionKind.PUBLICATIONS}
)
_SINCE: Final = re.compile(r"\b(?:since|seit|depuis|desde)\b|[-–—]\s*(?:present|now|today|heute)\b", re.IGNORECASE)


class Source(Vocabulary):
    """One piece of evidence; `text` is the passage with its context, so that "at Apple" is found."""

    def __init__(self, evidence: Evidence, today: date, language: str = "en") -> None:
        carried = _quotes_carry(evidence)
        verbatim = carried or evidence.origin is Origin.USER
        own = evidence.text if verbatim else "\n".join(quote.text for quote in evidence.quotes)
        head = ", ".join(part for part in (evidence.context, *_missing(evidence)) if part)
        super().__init__(f"{_WITHOUT_PRESENT.sub(' ', head)}. {own}" if head else own, language)
        self.evidence = evidence
        # Nothing that is not in the lines can prove anything.
        self.is_carried = bool(evidence.quotes) and carried
        self.own = own
        self.head = head
        self.today = today
        self._pieces: dict[re.Pattern[str], list[Vocabulary]] = {}

    def pieces(self, ends: re.Pattern[str]) -> list[Vocabulary]:
        """Return the passage cut at `ends`, each part read once for all sentences."""
        if ends not in self._pieces:
            self._pieces[ends] = [Vocabulary(part, self.language) for part in ends.split(self.own) if part]
        return self._pieces[ends]

    @cached_property
    def aliases(self) -> dict[str, tuple[int, int]]:
        """The names, and what they are a kind of: a cluster on EKS is one of Kubernetes, never the other way round."""
        named = super().aliases
        return named | {name: (0, 0) for word in self.words for name in KINDS.get(word, ())}

    @cached_property
    def own_words(self) -> Vocabulary:
        """The vocabulary of the passage alone, without its entry's head."""
        return Vocabulary(self.own, self.language)

    @cached_property
    def head_words(self) -> Vocabulary:
        """The vocabulary of the entry's head alone."""
        return Vocabulary(self.head, self.language)

    @cached_property
    def section_words(self) -> Vocabulary:
        """What the section and the kinds of numbers say of the passage without the passage saying it."""
        kinds = {quantity.kind for quantity in self.quantities}
        return Vocabulary(
            " ".join([SECTION_WORDS.get(self.evidence.section, ""), *(QUANTITY_WORDS.get(kind, "") for kind in kinds)])
        )

    def carries(self, token: Token) -> bool:
        """Tell whether the passage, its head or its section stands for this word."""
        return self.says(token) or self.section_words.has_root(token.root)

    @cached_property
    def clauses(self) -> list[Vocabulary]:
        """The passage cut where a new action begins."""
        return [Vocabulary(clause, self.language) for clause in split_clauses(self.own)] or [self.own_words]

    @cached_property
    def years(self) -> list[Year]:
        """The calendar years of the passage and its head, and those of the entry's dates."""
        dates = [moment for moment in (self.evidence.start, self.evidence.end) if moment]
        return years_of(self.text) + [Year(moment.year, moment.month, str(moment.year), -1) for moment in dates]

    @cached_property
    def months(self) -> frozenset[int]:
        """The calendar months the entry covers, counted from year 0, as narrowly as its dates allow."""
        return _months(self.evidence.start, self.end, narrow=True)

    @cached_property
    def months_at_most(self) -> frozenset[int]:
        """The calendar months the entry may cover: a bare year is taken whole."""
        return _months(self.evidence.start, self.end, narrow=False)

    @cached_property
    def moments(self) -> list[Moment]:
        """The points in time that the passage and its head name, and today where one of them goes on."""
        named = moments_of(f"{self.head}. {self.own}")
        goes_on = self.evidence.current or _SINCE.search(f"{self.head} {self.own}")
        # A certificate of 2021 has been held ever since.
        held = len(named) == 1 and self.evidence.section in _HELD
        return [*named, moment(self.today.year, self.today.month)] if goes_on or held else named

    @property
    def end(self) -> YearMonth | None:
        """The last month of the entry; today for a current one."""
        return YearMonth(self.today.year, self.today.month) if self.evidence.current else self.evidence.end

    @cached_property
    def organisation(self) -> str:
        """The employer's name in lower case without article and legal form; "" when there is none."""
        return organisation_key(self.evidence.organisation or "")


def organisation_key(name: str) -> str:
    """Return the part of an organisation's name that people use, in lower case."""
    words = [
        word
        for word in re.findall(r"[\w&'’.-]+", name.lower().replace("’", "'"))
        if word.strip(".") not in _LEGAL_FORMS
    ]
    return " ".join(word.strip(".") for word in words)


def _quotes_carry(evidence: Evidence) -> bool:
    """Tell whether every letter and digit of the passage stands in its quotes (line ends and bullets aside)."""
    lines = [quote.text for quote in evidence.quotes]
    if _squashed([evidence.text]) in _squashed(lines):
        return True
    return set(re.findall(r"\w+", evidence.text.casefold())) <= set(re.findall(r"\w+", " ".join(lines).casefold()))


def _squashed(texts: Iterable[str]) -> str:
    return re.sub(r"[\W_]+", "", "".join(texts)).casefold()


def _missing(evidence: Evidence) -> list[str]:
    """Return title and organisation where the context does not spell them."""
    lower = evidence.context.lower()
    return [part for part in (evidence.title, evidence.organisation) if part and part.lower() not in lower]


def _months(start: YearMonth | None, end: YearMonth | None, *, narrow: bool) -> frozenset[int]:
    if start is None or end is None:
        return frozenset()
    first = start.year * 12 + (start.month or (12 if narrow else 1)) - 1
    last = end.year * 12 + (end.month or (1 if narrow else 12)) - 1
    return frozenset(range(first, max(first, last) + 1))
