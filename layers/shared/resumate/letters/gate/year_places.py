"""A year keeps its place in the lines: the end of a span is not its start, and of two certificates each has its own year.

"2014 – 2016" is no degree finished in 2014 and none held since 2014, "CKA, 2023; AWS, 2021" no CKA of 2021, and "2014/15"
not the academic year 2015/16. Whether a year stands in the lines at all is `gate.dates`.
"""

import re
from collections.abc import Iterator
from typing import Final

from resumate.documents.model import SectionKind
from resumate.letters.gate.claim import Claim, Clause
from resumate.letters.gate.source import Source
from resumate.letters.gate.stem import same_root, stem
from resumate.letters.gate.telling import telling_words
from resumate.letters.gate.vocabulary import Vocabulary
from resumate.letters.gate.years import years_of
from resumate.letters.model import Finding

_SPAN: Final = re.compile(
    r"\b((?:19|20)\d\d)\s*(?:[–—-]|to|until)\s*(?:[A-Z][a-z]{2,8}\.?\s+)?((?:19|20)\d\d)\b(?!\s*/)"
)
_ACADEMIC_YEAR: Final = re.compile(r"\b((?:19|20)\d\d)\s?/\s?(?:19|20)?(\d\d)\b(?!\s?/)")
_ITEM_ENDS: Final = re.compile(r"\s*[;\n]\s*")
_FINISHED: Final = re.compile(
    r"\b(?:finished|completed|graduated|passed|obtained|earned|received|gained|was awarded)\b[^,;.\d]{0,60}\Z",
    re.IGNORECASE,
)
_HELD_SINCE: Final = re.compile(r"\b(?:have|['’]ve)\s+(?:been|held|had)\b.*\bsince\s+\Z|\bsince\s+\Z", re.IGNORECASE)
_STUDIES: Final = re.compile(
    r"\b(?:stud(?:y|ied|ying)|enrol\w*|train(?:ed|ing)|attend\w*|began|started|working)\b", re.IGNORECASE
)
# "The year after".
_RELATIVE: Final = re.compile(r"\b(?:after|before|later|earlier|following|next|previous)\b", re.IGNORECASE)
# "Coordinator (since Sept 2022)", "Senior Engineer (promoted Jan 2021)".
_NOTED: Final = re.compile(
    r"([\w-]+)\s*\((?:since|from|promoted(?:\s+in)?)\s+(?:[A-Z][a-z]{2,8}\.?\s+)?((?:19|20)\d\d)\)"
)
_TAKEN_ON: Final = re.compile(r"\b(?:since|became|promoted|appointed)\b[^,;.\d]{0,48}\Z", re.IGNORECASE)
_LAST_YEAR: Final = re.compile(r"\blast year\b(?!['’]s)", re.IGNORECASE)
_ITEMS_LEAST: Final = 2
_LEARNT: Final = frozenset({SectionKind.EDUCATION, SectionKind.CERTIFICATIONS})


def check_year_places(claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each year that the cited lines give for something else than the sentence."""
    for clause in claim.told:
        years = [year for year in clause.years if year.start >= 0]
        yield from _other_academic_years(clause)
        yield from _other_starts(clause)
        yield from _relative_years(clause, claim.today.year)
        for year in years:
            if len(years) == 1 and any(
                _is_only_a_start(clause, source, year.year, year.start) for source in clause.sources
            ):
                yield Finding("date", f"The cited lines give {year.year} as the beginning, not as the end.", year.text)
        if len(years) == 1 and not _RELATIVE.search(claim.text) and (item := _item_of(clause, years[0].year)):
            yield Finding("date", f"The cited lines say “{item}”.", years[0].text)


def _noted(clause: Clause) -> Iterator[tuple[str, int]]:
    """Yield each role that a head dates by itself, "Key Stage 4 Coordinator (since Sept 2022)", with that year."""
    for source in clause.sources:
        for role, year in _NOTED.findall(source.head):
            yield role, int(year)


def _other_starts(clause: Clause) -> Iterator[Finding]:
    """Yield a finding where the year in which the entry began is told of a role that was taken on later."""
    for role, noted in _noted(clause):
        root = stem(role.lower(), clause.language)
        for year in clause.years:
            before = clause.text[: year.start] if _TAKEN_ON.search(clause.text, 0, max(year.start, 0)) else ""
            told = re.split(r"\band\b|[,;]", before)[-1]
            if year.year != noted and any(same_root(token.root, root) for token in Vocabulary(told).tokens):
                yield Finding("date", f"The cited lines say “{role}” since {noted}.", year.text)


def _relative_years(clause: Clause, this_year: int) -> Iterator[Finding]:
    """Yield a finding for "last year" where the passage tells of another."""
    match = _LAST_YEAR.search(clause.text)
    told = [{year.year for year in years_of(source.own)} for source in clause.sources]
    if match and told and all(told) and not any(this_year - 1 in years or this_year in years for years in told):
        yield Finding("date", f"The cited lines tell of {max(told[0])}, not of {match.group()}.", match.group())


def _is_only_a_start(clause: Clause, source: Source, year: int, start: int) -> bool:
    """Tell whether a degree or course was finished, or is held since, the year in which it only began."""
    if source.evidence.section not in _LEARNT or _STUDIES.search(clause.text, 0, start):
        return False
    if not (_FINISHED.search(clause.text, 0, start) or _HELD_SINCE.search(clause.text, 0, start)):
        return False
    spans = [(int(first), int(last)) for first, last in _SPAN.findall(f"{source.head} {source.own}")]
    begins = any(first == year < last for first, last in spans)
    others = _SPAN.sub(" ", f"{source.head} {source.own}")
    return begins and not any(last == year for _, last in spans) and str(year) not in others


def _other_academic_years(clause: Clause) -> Iterator[Finding]:
    given = {match.groups() for source in clause.sources for match in _ACADEMIC_YEAR.finditer(source.text)}
    for match in _ACADEMIC_YEAR.finditer(clause.text):
        if given and match.groups() not in given:
            yield Finding("date", f"The cited lines do not say “{match.group()}”.", match.group())


def _item_of(clause: Clause, year: int) -> str:
    """Return the part of a line that tells what the clause tells and gives it another year, "" when there is none."""
    for source in clause.sources:
        items = source.pieces(_ITEM_ENDS)
        if len(items) < _ITEMS_LEAST:
            continue
        words = {item.text: {word.root for word in telling_words(clause) if item.says(word)} for item in items}
        best = max(words, key=lambda text: len(words[text]))
        known = {found.year for found in years_of(best)}
        others = [text for text in words if any(found.year == year for found in years_of(text))]
        # A clause that tells of both items has a year of either.
        if known and year not in known and others and all(words[text] < words[best] for text in others):
            return best
    return ""
