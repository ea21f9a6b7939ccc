"""A piece of evidence, read once for all checks: its words, names, numbers, dates, clauses and employer.

Made from `letters.model.Evidence` by `letters.review`; `gate.claim` holds the sentence against it.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import Final

from resumate.documents.model import SectionKind, YearMonth
from resumate.letters.gate.clauses import split_clauses
from resumate.letters.gate.degree_levels import degrees_in
from resumate.letters.gate.frequencies import Frequency, frequencies_of
from resumate.letters.gate.moments import Moment, moment, moments_of
from resumate.letters.gate.quantities import Quantity, Year, quantities_of, years_of
from resumate.letters.gate.relations import aliases_in, groups_of
from resumate.letters.gate.stem import same_root, stem
from resumate.letters.gate.tokens import Token, tokens_of
from resumate.letters.gate.words.abbreviations import expansions
from resumate.letters.gate.words.section_words import QUANTITY_WORDS, SECTION_WORDS
from resumate.letters.gate.words.technologies import KINDS
from resumate.letters.model import Evidence, Origin

_LEGAL_FORMS: Final = frozenset(
    "inc ltd llc llp plc gmbh ag corp corporation co company limited sa sas srl bv nv the group holdings kg se pty".split()
)
_ACRONYM: Final = re.compile(r"[A-Z][A-Z&]{1,5}s?")
# "2016 to present" presents nothing.
_WITHOUT_PRESENT: Final = re.compile(
    r"(?:\bto|\buntil|\btill|[-–—])\s*(?:present|date|now|today|current|heute|actualidad)\b", re.IGNORECASE
)
_HELD: Final = frozenset(
    {SectionKind.EDUCATION, SectionKind.CERTIFICATIONS, SectionKind.AWARDS, SectionKind.PUBLICATIONS}
)
_SINCE: Final = re.compile(r"\b(?:since|seit|depuis|desde)\b|[-–—]\s*(?:present|now|today|heute)\b", re.IGNORECASE)
_WINDOW_MOST: Final = 6
_GAP: Final = re.compile(r"[,;:()\n]|[.!?]\s|\s[–—→|•]\s")
_INITIALS_OF_NAMES: Final = 2
_COMPOUND_LEAST: Final = 5
_COMPOUND_PART_LEAST: Final = 5
_COMPOUND_REST_LEAST: Final = 3
_MOVING: Final = r"\b(?:br(?:ought|ing\w*)|w(?:ent|as|ere)|go(?:es|ing)?|took|taken?|taking|came|come|coming|got|get\w*|drove|driven|push\w*|is|are)\b[^.;]{0,50}\b"
_PHRASAL: Final = (
    (re.compile(_MOVING + r"down\b", re.IGNORECASE), stem("reduce")),
    (re.compile(_MOVING + r"up\b", re.IGNORECASE), stem("increase")),
    (re.compile(r"\bset(?:ting)? up\b", re.IGNORECASE), stem("establish")),
)
# "Inventory –31%", "staff +12 %".
_SIGNS: Final = (
    (re.compile(r"(?<![\w)])[−–-]\s?\d+(?:[.,]\d+)?\s?%"), stem("reduce")),
    (re.compile(r"(?<!\w)\+\s?\d+(?:[.,]\d+)?\s?%"), stem("increase")),
    # 118% of a target has exceeded it.
    (
        re.compile(
            r"\b1(?!00)\d\d(?:[.,]\d+)?\s?%\s+(?:of|to)\s+(?:\w+\s+)?(?:quota|target|plan|goal|budget)", re.IGNORECASE
        ),
        stem("exceed"),
    ),
)


class Vocabulary:
    """The words of a text in the forms that a sentence may repeat them in."""

    def __init__(self, text: str, language: str = "en") -> None:
        self.text = text
        self.lower = text.lower()
        self.language = language
        # Every check asks for the same few words.
        self._has: dict[str, bool] = {}
        self._says: dict[tuple[str, str], bool] = {}

    @cached_property
    def tokens(self) -> list[Token]:
        """All words in order."""
        return tokens_of(self.text, self.language)

    @cached_property
    def words(self) -> frozenset[str]:
        """The lower-case words, and those that short forms stand for."""
        written = frozenset(token.lower for token in self.tokens)
        return written | {full for word in written if (full := expansions().get(word.rstrip(".")))}

    @cached_property
    def roots(self) -> frozenset[str]:
        """The roots of all words but function words; "brought … down" also counts as "reduced"."""
        phrasal = {root for pattern, root in (*_PHRASAL, *_SIGNS) if pattern.search(self.text)}
        written = frozenset(token.root for token in self.tokens if not token.function)
        return written | phrasal | {stem(full) for full in self.words - {token.lower for token in self.tokens}}

    @cached_property
    def _by_beginning(self) -> dict[str, list[str]]:
        index: dict[str, list[str]] = {}
        for root in self.roots:
            index.setdefault(root[:5], []).append(root)
        return index

    @cached_property
    def groups(self) -> frozenset[int]:
        """The groups of related words that are touched."""
        return frozenset(number for root in self.roots for number in groups_of(root))

    @cached_property
    def aliases(self) -> dict[str, tuple[int, int]]:
        """The canonical names of technologies, methods and certificates, each with the range of words it covers."""
        return aliases_in([(token.lower, token.capital or token.odd) for token in self.tokens])

    @cached_property
    def quantities(self) -> list[Quantity]:
        """The numbers."""
        return quantities_of(self.text)

    @cached_property
    def degrees(self) -> set[str]:
        """The levels of degree."""
        return degrees_in(self.text)

    @cached_property
    def frequencies(self) -> list[Frequency]:
        """How often things happen."""
        return frequencies_of(self.text)

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """Words such as SLA, in lower case and without a plural s."""
        return frozenset(token.lower.rstrip("s") for token in self.tokens if _ACRONYM.fullmatch(token.text))

    @cached_property
    def initials(self) -> frozenset[str]:
        """The initials of runs of three to six words, or of two that are written as names, small words left out or not.

        Two ordinary words would spell almost any pair of letters.
        """
        full = [token for token in self.tokens if not token.numeric]
        dense = [token for token in full if not token.function]
        return frozenset(
            "".join(token.lower[0] for token in run)
            for tokens in (full, dense)
            for size in range(2, _WINDOW_MOST + 1)
            for run in (tokens[start : start + size] for start in range(len(tokens) - size + 1))
            if (size > _INITIALS_OF_NAMES or all(token.capital for token in run)) and not self._is_broken(run)
        )

    def _is_broken(self, run: Sequence[Token]) -> bool:
        """Tell whether a comma, a bracket or the like stands inside a run of words: those are no one name."""
        return _GAP.search(self.text, run[0].start, run[-1].start) is not None

    def has_root(self, root: str) -> bool:
        """Tell whether a word with this root, or one that hardly differs, stands in the text."""
        if root not in self._has:
            self._has[root] = root in self.roots or any(
                same_root(root, other) for other in self._by_beginning.get(root[:5], ())
            )
        return self._has[root]

    def says(self, token: Token) -> bool:
        """Tell whether the text has this word or a related one."""
        key = (token.text, token.root)
        if key not in self._says:
            self._says[key] = self._is_said(token)
        return self._says[key]

    def _is_said(self, token: Token) -> bool:
        if token.lower in self.words or self.has_root(token.root):
            return True
        if not groups_of(token.root).isdisjoint(self.groups):
            return True
        if len(token.lower) >= _COMPOUND_LEAST and any(_compounds(token.lower, word) for word in self.words):
            return True
        return bool(token.text.isupper() and len(token.text) > 1 and token.lower.rstrip("s") in self.initials)


def _compounds(word: str, other: str) -> bool:
    """Tell whether one word is the end of the other: "beehives" and "hives", "Schadenberichte" and "Berichte"."""
    short, long = sorted((word, other), key=len)
    return (
        len(short) >= _COMPOUND_PART_LEAST and len(long) - len(short) >= _COMPOUND_REST_LEAST and long.endswith(short)
    )


class Source(Vocabulary):
    """One piece of evidence; `text` is the passage with its context, so that "at Apple" is found."""

    def __init__(self, evidence: Evidence, today: date, language: str = "en") -> None:
        own = evidence.text if evidence.origin is Origin.USER else _verbatim(evidence)
        head = ", ".join(part for part in (evidence.context, *_missing(evidence)) if part)
        super().__init__(f"{_WITHOUT_PRESENT.sub(' ', head)}. {own}" if head else own, language)
        self.evidence = evidence
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


def _verbatim(evidence: Evidence) -> str:
    """Return the passage as far as its quotes carry it: nothing that is not in the lines can prove anything."""
    return evidence.text if quotes_carry(evidence) else "\n".join(quote.text for quote in evidence.quotes)


def quotes_carry(evidence: Evidence) -> bool:
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
