"""Reads how often something happens: "weekly", "every three months", "twice a year", as times a year.

`gate.frequency` compares what a sentence says with what its evidence says.
"""

import re
from typing import Final, NamedTuple

from resumate.letters.gate.words.number_words import UNITS

_A_YEAR: Final = {
    "day": 365.0,
    "week": 52.0,
    "fortnight": 26.0,
    "month": 12.0,
    "quarter": 4.0,
    "season": 4.0,
    "term": 3.0,
    "year": 1.0,
    **dict.fromkeys(("spring", "summer", "autumn", "winter", "christmas", "easter"), 1.0),
    **dict.fromkeys(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "weekend"), 52.0),
}
_ADVERBS: Final = {
    "daily": 365.0, "nightly": 365.0, "weekly": 52.0, "fortnightly": 26.0, "biweekly": 26.0, "monthly": 12.0, "quarterly": 4.0, "annual": 1.0, "annually": 1.0, "yearly": 1.0,
    "half-yearly": 2.0, "täglich": 365.0, "wöchentlich": 52.0, "monatlich": 12.0, "jährlich": 1.0, "quotidien": 365.0, "hebdomadaire": 52.0, "mensuel": 12.0, "annuel": 1.0,
    "diario": 365.0, "semanal": 52.0, "mensual": 12.0, "anual": 1.0,
}  # fmt: skip
_NUMBER: Final = rf"\d+|{'|'.join(word for word in UNITS if word.isalpha())}"
_PERIOD: Final = "spring|summer|autumn|winter|christmas|easter|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|day|night|evening|morning|week|fortnight|month|quarter|season|term|year"
_FREQUENCY: Final = re.compile(
    rf"(?P<count>once|twice|(?:{_NUMBER})\s+times)\s+(?:a|per|each|every|in\s+the)\s+(?P<of>{_PERIOD})\b"
    rf"|\bevery\s+(?P<every>{_NUMBER})\s+(?P<periods>day|week|month|year)s\b"
    rf"|\bevery\s+(?P<second>second|other|third|sixth)\s+(?P<single>day|week|month|year)\b"
    rf"|\b(?:each|every|per)\s+(?P<period>{_PERIOD})\b"
    r"|(?<!half )(?<!within )(?<!after )(?<!for )(?<!than )(?<!over )(?<!nearly )(?<!almost )(?<!under )(?<!such )\ban?\s+(?P<rate>day|night|week|month|quarter|year)\b(?!\s+(?:of|later|ago|before|after|as|in|at|and\s+a\s+half)\b)"
    r"|\b(?P<annum>p\.\s?a\.|per\s+annum\b)"
    rf"|\b(?P<adverb>{'|'.join(_ADVERBS)})(?:er|e|en|es)?\b",
    re.IGNORECASE,
)
# Without one of these words nothing is said of how often.
_SIGNS: Final = (*_PERIOD.split("|"), *_ADVERBS)
_ORDINALS: Final = {"second": 2.0, "other": 2.0, "third": 3.0, "sixth": 6.0}
# "15 enquiries a month" is a rate, "a month at sea" is none.
_COUNTED: Final = re.compile(rf".*\b({_NUMBER})\b(?:\W+\w+){{0,4}}\W*$", re.IGNORECASE | re.DOTALL)
# A number and four words.
_REACH: Final = 64
_DAYS: Final = 365.0


class Frequency(NamedTuple):
    """How many times a year, and where it stands; `times_counted` reads "two days a week" as twice a week."""

    times: float
    times_counted: float
    text: str
    start: int
    end: int


def frequencies_of(text: str) -> list[Frequency]:
    """Return the frequencies of a text in order."""
    lower = text.lower()
    if not any(sign in lower for sign in _SIGNS):
        return []
    return [
        Frequency(times, times * count, match.group(), match.start(), match.end())
        for match in _FREQUENCY.finditer(text)
        if (count := _count_before(text, match))
        for times in (_times(match),)
    ]


def _count_before(text: str, match: re.Match[str]) -> float:
    """Return the number that "… a week" or "… per week" follows, 1 for any other form, 0 where "a week" is no rate."""
    if not match.group("rate") and not match.group().lower().startswith("per "):
        return 1.0
    counted = _COUNTED.search(text, max(0, match.start() - _REACH), match.start())
    return _number(counted.group(1).lower()) if counted else float(not match.group("rate"))


def _times(match: re.Match[str]) -> float:
    found = match.groupdict()
    if found["count"]:
        return _number(found["count"].lower()) * _per_year(found["of"])
    if found["every"]:
        return _per_year(found["periods"]) / max(1.0, _number(found["every"].lower()))
    if found["second"]:
        return _per_year(found["single"]) / _ORDINALS[found["second"].lower()]
    if found["annum"]:
        return 1.0
    period = found["period"] or found["rate"]
    return _per_year(period) if period else _ADVERBS[found["adverb"].lower()]


def _per_year(period: str) -> float:
    return _A_YEAR.get(period.lower(), _DAYS)


def _number(words: str) -> float:
    first = words.split(maxsplit=1)[0]
    return {"once": 1.0, "twice": 2.0}.get(first) or (float(first) if first.isdigit() else UNITS.get(first, 1))
