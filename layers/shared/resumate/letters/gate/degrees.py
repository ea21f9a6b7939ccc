"""A degree, its field and its honours must stand in the cited lines; certificates have `gate.certificates`.

Levels are compared, not spellings: "BSc", "B.S." and "Bachelor of Science" are one, "Master" and "PhD" are not.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from resumate.documents.model import SectionKind
from resumate.letters.gate.claim import Claim, Clause
from resumate.letters.gate.degree_levels import degrees_in, place_of
from resumate.letters.gate.source import Source
from resumate.letters.gate.stem import is_irregular_past
from resumate.letters.gate.telling import telling_words
from resumate.letters.gate.vocabulary import Vocabulary
from resumate.letters.model import Finding

_NAMES: Final = {
    "phd": "doctorate", "master": "master's degree", "bachelor": "bachelor's degree", "mba": "MBA", "associate": "associate degree", "diploma": "diploma",
    "school": "school leaving certificate", "md": "medical degree", "jd": "law degree", "postdoc": "postdoctoral position", "honours": "honours", "first": "first-class degree", "laude": "honours", "distinction": "distinction", "profession": "professional doctorate",
}  # fmt: skip
_FIELD: Final = re.compile(
    r"\b(?:degree|bachelor['’]?s?|master['’]?s?|doctorate|ph\.?d\.?|diploma|b\.?sc\.?|m\.?sc\.?|mba|majored|major|minor|graduated|studied)\s+(?:degree\s+)?(?:in|of)\s+((?:[\w&-]+\s*){1,4})",
    re.IGNORECASE,
)
_FIELD_ENDS: Final = frozenset("from at in with and which where while i my to the on by during after".split())
_PLACES_OF_STUDY: Final = re.compile(r"\b(university|college)\b")
_SOME_DEGREE: Final = re.compile(
    r"\b(?:degree|universit\w+|hochschule|college|institute of technology|école|escuela|b\.?sc|m\.?sc|abschluss|studium|licence|título)\b",
    re.IGNORECASE,
)
_A_DEGREE: Final = re.compile(r"\bdegree\b(?!\s+(?:of|days?|programme|level))", re.IGNORECASE)
_LESS_THAN_A_DEGREE: Final = re.compile(
    r"\b(?:nvq|btec|hnd|hnc|city (?:&|and) guilds|a-levels?|gcse|apprentice\w*|certificate|diploma)\b", re.IGNORECASE
)
# "I hold two", and not "during my": what was studied for may not have been finished.
_HELD: Final = re.compile(
    r"\b(?:hold|have|earned|obtained|received|possess|gained)\s+(?:(?:an?|my|the|two|three|both|also|already|[\w-]+ing|first-class|good)\s+){0,3}\Z",
    re.IGNORECASE,
)
_AT_WORK: Final = frozenset({SectionKind.EXPERIENCE, SectionKind.VOLUNTEERING, SectionKind.PROJECTS})
_DOCTORAL: Final = re.compile(r"\b(?:doctoral|doctorand\w*|ph\.?\s?d)\b", re.IGNORECASE)
_PHD: Final = re.compile(r"\bph\.?\s?d|philosophy", re.IGNORECASE)
# What may stand in the lines for what the sentence says.
_HONOURS: Final = {
    "honours": frozenset({"honours", "first", "laude", "distinction"}),
    "first": frozenset({"first"}),
    "laude": frozenset({"laude"}),
    "distinction": frozenset({"distinction"}),
}
_UNIVERSITY_DEGREES: Final = frozenset(
    {"phd", "profession", "master", "mba", "bachelor", "associate", "md", "jd", "postdoc"}
)


def check_degrees(claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each degree, field or honour without proof."""
    for clause in claim.told:
        for level in sorted(clause.degrees):
            if not _is_shown(level, clause):
                name = _NAMES[level]
                yield Finding("degree", f"The cited lines do not show the {name} that the sentence speaks of.", name)
        yield from _fields(clause)
        yield from _places(clause)
        if _A_DEGREE.search(clause.text) and not _shows_degree(clause.sources):
            yield Finding("degree", "The cited lines do not show a degree.", "degree")


def _is_shown(level: str, clause: Clause) -> bool:
    before = clause.text[: place_of(level, clause.text)]
    held = level in _UNIVERSITY_DEGREES and _HELD.search(before) is not None
    # Whoever supervises master's theses at work holds no master's degree by that.
    sources = [source for source in clause.sources if not (held and source.evidence.section in _AT_WORK)]
    given = set[str]().union(*(source.degrees for source in sources))
    if level in _HONOURS:
        return any(
            not given.isdisjoint(_HONOURS[level]) and _is_of_the_degree(level, clause, source) for source in sources
        )
    if level == "phd" and not held and any(_DOCTORAL.search(source.text) for source in sources):
        return True
    if level == "phd" and "profession" in given:
        return _PHD.search(clause.text) is None
    return level in given or (level == "master" and "mba" in given)


def _is_of_the_degree(level: str, clause: Clause, source: Source) -> bool:
    """Tell whether honours stand with the degree that the sentence tells of, where a line lists several."""
    words = telling_words(clause)
    items = source.once(credentials)
    scores = [
        sum(item.has_root(word.root) for word in words) + len(item.degrees & clause.degrees - {level}) for item in items
    ]
    best = max(scores, default=0)
    return any(score == best and item.degrees & _HONOURS[level] for score, item in zip(scores, items, strict=True))


def credentials(source: Source) -> list[Vocabulary]:
    """Return the degrees and certificates that a source lists, each with what follows it."""
    return [Vocabulary(item, source.language) for item in credential_items(source.own)]


def credential_items(text: str) -> list[str]:
    """Cut "A+ (2018), ITIL scheduled for 2027" where the next thing with a name of its own begins."""
    items: list[str] = []
    for part in re.split(r";\s*|\s•\s|\n", text):
        first = len(items)
        for piece in re.split(r",\s+", part):
            names_something = bool(degrees_in(piece) - _HONOURS.keys()) or any(
                len(token.text) > 1 and token.odd and not degrees_in(token.text) for token in Vocabulary(piece).tokens
            )
            if len(items) > first and not names_something:
                items[-1] += f", {piece}"
            else:
                items.append(piece)
    return items


def _fields(clause: Clause) -> Iterator[Finding]:
    for match in _FIELD.finditer(clause.text):
        words = []
        for token in Vocabulary(match.group(1), clause.language).tokens:
            if (
                (token.lower in _FIELD_ENDS and token.lower != "and")
                or is_irregular_past(token.lower)
                or token.lower.endswith("ed")
            ):
                break
            words.append(token)
        missing = [
            token.text
            for token in words
            if not token.function
            and not token.numeric
            and not any(source.says(token) or _is_initial(token.text, source) for source in clause.sources)
        ]
        if missing:
            yield Finding(
                "degree", f"The cited lines do not name “{' '.join(missing)}” as a field of study.", " ".join(missing)
            )


def _is_initial(word: str, source: Vocabulary) -> bool:
    return word.lower() in source.initials or any(
        acronym.startswith(word.lower()[:1]) and len(acronym) == 2
        for acronym in source.acronyms & {"cs", "ee", "me", "ce"}
    )


def _places(clause: Clause) -> Iterator[Finding]:
    for place in _PLACES_OF_STUDY.findall(clause.lower):
        if clause.sources and not any(_shows_place(source, place) for source in clause.sources):
            yield Finding("degree", f"The cited lines do not show a {place}.", place)


def _shows_place(source: Source, place: str) -> bool:
    return place in source.lower or bool(source.degrees & _UNIVERSITY_DEGREES)


def _shows_degree(sources: Sequence[Source]) -> bool:
    return any(
        bool(source.degrees & _UNIVERSITY_DEGREES)
        or (_SOME_DEGREE.search(source.text) is not None and not _LESS_THAN_A_DEGREE.search(source.own))
        for source in sources
    )
