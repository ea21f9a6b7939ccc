"""A calendar year or month of a sentence must be one of the cited lines', and mean the same.

"Since 2019" needs an entry that began then and has not ended, "until 2019" one that ended then, and "currently"
an entry that is still going on.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from resumate.letters.gate.claim import Claim, Clause
from resumate.letters.gate.source import Source
from resumate.letters.gate.vocabulary import Vocabulary
from resumate.letters.gate.words.number_words import MONTH_NAMES
from resumate.letters.gate.years import Year, years_of
from resumate.letters.model import Finding

_SINCE: Final = re.compile(r"\b(?:since|seit|depuis|desde)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
_UNTIL: Final = re.compile(r"\b(?:until|till|up to|bis|jusqu'en|hasta)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
_STARTED: Final = re.compile(r"\b(?:joined|started|began|from)\b[^,;.\d]{0,40}\Z", re.IGNORECASE)
# What follows on an end.
_NEXT: Final = re.compile(
    r"\b(?:mov(?:ed|ing)|chang(?:ed|ing)|left|leaving|switch(?:ed|ing)|went|turned|from|since|after)\b[^,;.\d]{0,40}\Z",
    re.IGNORECASE,
)
_LEAVES: Final = re.compile(
    r"\b(?:moved|moving|changed|changing|left|leaving|switched|switching|went)\b[^,;.\d]{0,40}\Z", re.IGNORECASE
)
_UNTIL_A_MONTH: Final = re.compile(r"\b(?:until|till|up to)\s+(?:[a-z]{3,9}\.?\s+)?\Z", re.IGNORECASE)
_ENDED: Final = re.compile(r"\b(?:left|graduated|finished|completed)\b[^,;.\d]{0,40}\Z", re.IGNORECASE)
_NUMBER_IN_YEAR: Final = re.compile(
    r"(\d[\d.,]*)\s?(?:%|percent|per cent|[a-z]{1,12})?\s+in\s+((?:19|20)\d\d)\b", re.IGNORECASE
)
_IN: Final = re.compile(r"(?:^|[\s,])in\s+(?:\w+\s+)?\Z", re.IGNORECASE)
# Where an entry begins or ends something happened in that year, too.
_TURN: Final = re.compile(
    r"\b(?:join|start|beg[ai]n|left|leav|bec(?:ame|om)|promot|hired|appoint|mov(?:ed|ing)|came|graduat|finish|complet|qualif|earned|receiv|obtain|took over|since|until)\w*",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(
    r"\b(?:between|from)\s+((?:19|20)\d\d)\s+(?:and|to|until)\s+((?:19|20)\d\d)\b", re.IGNORECASE
)
_CURRENTLY: Final = re.compile(
    r"\b(?:currently|at present|presently|to this day|(?<!up )to date|right now|at the moment|my current (?:role|job|position|employer|work)|i now|derzeit|aktuell|zurzeit|actuellement|actualmente)\b",
    re.IGNORECASE,
)
_GOES_ON: Final = re.compile(
    r"\b(?:present|current(?:ly)?|now|to date|today|ongoing|since|heute|seit|derzeit|aktuell|actuel|aujourd'hui|depuis|actualidad|desde|presente)\b",
    re.IGNORECASE,
)


def check_dates(claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each year or month that the cited lines do not give, or give for another moment."""
    for clause in claim.told:
        for year in clause.years:
            known = any(_agrees(year, other) for source in clause.sources for other in source.years)
            if not known and _comes_next(clause, year):
                continue
            if not known:
                yield Finding("date", f"The cited lines do not say “{_written(year)}”.", year.text)
            elif problem := _wrong_end(clause, year):
                yield Finding("date", problem, year.text)
        yield from _bare_months(clause)
        yield from _empty_spans(clause)
        yield from _moved_years(clause)
        yield from _years_of_the_entry(clause)
        if (word := _CURRENTLY.search(clause.text)) and clause.cited and not _goes_on(clause.sources):
            yield Finding("date", f"The sentence says “{word.group()}”, but the cited entry has ended.", word.group())


def _empty_spans(clause: Clause) -> Iterator[Finding]:
    """Yield a finding for "between 2024 and 2024", which is no time at all."""
    for match in _BETWEEN.finditer(clause.text):
        if match.group(1) == match.group(2):
            yield Finding("date", f"From {match.group(1)} to {match.group(2)} is no time.", match.group(1))


def _moved_years(clause: Clause) -> Iterator[Finding]:
    """Yield a finding where "81% in 2023" became "81% in 2018"."""
    said: dict[str, set[str]] = {}
    for source in clause.sources:
        for number, year in _NUMBER_IN_YEAR.findall(source.own):
            said.setdefault(number, set()).add(year)
    for number, year in _NUMBER_IN_YEAR.findall(clause.text):
        if number in said and year not in said[number]:
            yield Finding("date", f"The cited lines do not give “{number}” for {year}.", year)


def _years_of_the_entry(clause: Clause) -> Iterator[Finding]:
    """Yield a finding for "in 2023" where the passage says 2020 and only its entry has to do with 2023."""
    if _TURN.search(clause.text) or not clause.sources:
        return
    told = [source.own_words.once(_years) for source in clause.sources]
    for year in clause.years:
        if all(told) and _IN.search(clause.text, 0, year.start) and not any(year.year in years for years in told):
            yield Finding("date", f"The cited lines tell of {max(told[0])}, not of {year.year}.", year.text)


def _years(vocabulary: Vocabulary) -> set[int]:
    return {year.year for year in years_of(vocabulary.text)}


def _bare_months(clause: Clause) -> Iterator[Finding]:
    """Yield a finding for a month without a year ("in March") that the cited lines do not name."""
    dated = {year.month for year in clause.years}
    for token in clause.tokens[1:]:
        month = MONTH_NAMES.get(token.lower.strip(".")) if token.capital else None
        if month is None or month in dated:
            continue
        known = any(year.month == month for source in clause.sources for year in source.years)
        if not known and not any(
            token.lower[:3] in word for source in clause.sources for word in source.words if MONTH_NAMES.get(word)
        ):
            yield Finding("date", f"The cited lines do not say “{token.text}”.", token.text)


def _comes_next(clause: Clause, year: Year) -> bool:
    """Accept "I moved on in October 2019" and "from 2020 as a designer" where something ended the month before."""
    if _NEXT.search(clause.text, 0, year.start) is None:
        return False
    left = _LEAVES.search(clause.text, 0, year.start) is not None
    ends = [
        (source.end.year, source.end.month)
        for source in clause.sources
        if left and not source.evidence.current and source.end
    ]
    ends += [
        (other.year, other.month)
        for source in clause.sources
        for other in source.years
        if other.month and other.start >= 0 and _UNTIL_A_MONTH.search(source.text, 0, other.start)
    ]
    following = {(ended + month // 12, month % 12 + 1) for ended, month in ends if month}
    return any(then == year.year and month == (year.month or 1) for then, month in following)


def _agrees(claimed: Year, given: Year) -> bool:
    return claimed.year == given.year and (claimed.month is None or given.month is None or claimed.month == given.month)


def _wrong_end(clause: Clause, year: Year) -> str | None:
    before = clause.text[: year.start]
    dated = [source for source in clause.sources if source.evidence.start or source.evidence.end]
    if not dated or any(
        re.search(rf"\b{year.year}\b", f"{source.own} {_inside(source.head)}") for source in clause.sources
    ):
        return None
    starts = {source.evidence.start.year for source in dated if source.evidence.start}
    ends = {source.end.year for source in dated if source.end}
    if _SINCE.search(before):
        if any(
            re.search(rf"\b(?:since|seit|depuis|desde)\s+(?:\w+\s+)?{year.year}\b", source.head)
            for source in clause.sources
        ):
            return None
        if year.year not in starts:
            return f"Nothing in the cited entry began in {year.year}."
        written = rf"\b(?:since|seit|depuis|desde)\s+(?:[^\W\d]+\.?\s+)?{year.year}\b"
        return (
            None
            if any(source.evidence.current or re.search(written, source.head, re.IGNORECASE) for source in clause.cited)
            else f"The cited entry is not going on since {year.year}."
        )
    if _UNTIL.search(before) and ends and year.year not in ends:
        return f"The cited entry did not end in {year.year}."
    if _STARTED.search(before) and starts and year.year not in starts:
        return f"The cited entry did not begin in {year.year}."
    if _ENDED.search(before) and ends and year.year not in ends:
        return f"The cited entry did not end in {year.year}."
    return None


def _inside(head: str) -> str:
    """Return what stands in brackets in a head: "Key Stage 4 Coordinator (since Sept 2022)"."""
    return " ".join(re.findall(r"\(([^)]*)\)", head))


def _goes_on(sources: Sequence[Source]) -> bool:
    return any(
        source.evidence.current or _GOES_ON.search(f"{source.head} {source.own}") or source.end is None
        for source in sources
    )


def _written(year: Year) -> str:
    return f"{year.year}" if year.month is None else f"{year.year}-{year.month:02d}"
