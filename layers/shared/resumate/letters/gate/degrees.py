"""A degree, its field, its honours and every certificate or licence must stand in the cited lines.

Levels are compared, not spellings: "BSc", "B.S." and "Bachelor of Science" are one, "Master" and "PhD" are not.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from resumate.documents.model import SectionKind
from resumate.letters.gate.claim import Claim, Clause
from resumate.letters.gate.degree_levels import degrees_in
from resumate.letters.gate.source import Source, Vocabulary
from resumate.letters.gate.words.titles import CERTIFICATES
from resumate.letters.model import Finding

_NAMES: Final = {
    "phd": "doctorate", "master": "master's degree", "bachelor": "bachelor's degree", "mba": "MBA", "associate": "associate degree", "diploma": "diploma",
    "school": "school leaving certificate", "md": "medical degree", "jd": "law degree", "postdoc": "postdoctoral position", "honours": "honours",
}  # fmt: skip
_FIELD: Final = re.compile(
    r"\b(?:degree|bachelor['’]?s?|master['’]?s?|doctorate|ph\.?d\.?|diploma|b\.?sc\.?|m\.?sc\.?|mba|majored|major|minor|graduated|studied)\s+(?:degree\s+)?(?:in|of)\s+((?:[\w&-]+\s*){1,4})",
    re.IGNORECASE,
)
_FIELD_ENDS: Final = frozenset("from at in with and which where while i my to the on by during after".split())
_CERTIFIED: Final = re.compile(
    r"\b(?:certified|chartered|licensed|accredited|registered)\s+((?:(?!(?:and|in|by|for|with|at|to|who|since|as|of|from)\b)[\w+&/-]+\s*){1,3})",
    re.IGNORECASE,
)
_PLACES_OF_STUDY: Final = re.compile(r"\b(university|college)\b")
_LICENCE: Final = re.compile(
    r"\b((?:[\w+&/'’-]+\s+){1,2})(?:licen[cs]es?|certificates?|certifications?|permits?)\b(?! (?:fee|cost|management|agreement|server)s?)",
    re.IGNORECASE,
)
_ANY_LICENCE: Final = frozenset(
    "clean full valid current hold held have own renewed renew got obtained earned my professional formal required relevant two three several such with certified".split()
)
_SOME_DEGREE: Final = re.compile(
    r"\b(?:degree|universit\w+|hochschule|college|institute of technology|école|escuela|b\.?sc|m\.?sc|abschluss|studium|licence|título)\b",
    re.IGNORECASE,
)
_UNIVERSITY_DEGREES: Final = frozenset({"phd", "master", "mba", "bachelor", "associate", "md", "jd", "postdoc"})
_ONLY_A_COURSE: Final = re.compile(
    r"\b(?:seminar|course|workshop|training|attended|booked|scheduled|in progress)\b", re.IGNORECASE
)


@cache
def _certificates() -> re.Pattern[str]:
    return re.compile(CERTIFICATES, re.IGNORECASE)


def check_degrees(claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each degree, field, honour, certificate or licence without proof."""
    for clause in claim.told:
        given = set().union(*(source.degrees for source in clause.sources)) if clause.sources else set()
        for level in sorted(clause.degrees - given):
            if level == "master" and "mba" in given:
                continue
            yield Finding(
                "degree", f"The cited lines do not show the {_NAMES[level]} that the sentence speaks of.", _NAMES[level]
            )
        yield from _fields(clause)
        yield from _certificate_findings(clause)


def credential_items(text: str) -> list[str]:
    """Cut "A+ (2018), ITIL scheduled for 2027" where the next thing with a name of its own begins."""
    items: list[str] = []
    for part in re.split(r";\s*|\s•\s|\n", text):
        first = len(items)
        for piece in re.split(r",\s+", part):
            names_something = bool(degrees_in(piece)) or any(
                len(token.text) > 1 and token.odd for token in Vocabulary(piece).tokens
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
            if token.lower in _FIELD_ENDS and token.lower != "and":
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


def _certificate_findings(clause: Clause) -> Iterator[Finding]:
    for certified in _CERTIFIED.finditer(clause.text):
        words = [
            token
            for token in Vocabulary(certified.group(1), clause.language).tokens
            if not token.function and token.lower not in _ANY_LICENCE
        ]
        if any(not any(source.says(token) for source in clause.sources) for token in words):
            yield Finding(
                "certificate", f"The cited lines do not show “{certified.group().strip()}”.", certified.group().strip()
            )
    match = _certificates().search(clause.text)
    if match and not any(_shows_certificate(source) for source in clause.sources):
        yield Finding("certificate", f"The cited lines show nothing that is “{match.group()}”.", match.group())
    if re.search(r"\bdegree\b", clause.text, re.IGNORECASE) and not _shows_degree(clause.sources):
        yield Finding("degree", "The cited lines do not show a degree.", "degree")
    for place in _PLACES_OF_STUDY.findall(clause.text.lower()):
        if clause.sources and not any(_shows_place(source, place) for source in clause.sources):
            yield Finding("degree", f"The cited lines do not show a {place}.", place)
    yield from _licences(clause)


def _licences(clause: Clause) -> Iterator[Finding]:
    """Yield a finding for a licence or certificate of another kind than the cited ones."""
    for match in _LICENCE.finditer(clause.text):
        words = [
            token
            for token in Vocabulary(match.group(1), clause.language).tokens
            if not token.function and token.lower not in _ANY_LICENCE
        ]
        missing = [token.text for token in words if not any(source.says(token) for source in clause.sources)]
        if missing:
            yield Finding(
                "certificate", f"The cited lines do not show a {match.group().strip()}.", match.group().strip()
            )


def _shows_place(source: Source, place: str) -> bool:
    return place in source.lower or bool(source.degrees & _UNIVERSITY_DEGREES)


def _shows_certificate(source: Source) -> bool:
    """Tell whether a source shows a certificate; a seminar or a course under "Certificates" is none."""
    if _certificates().search(source.text):
        return True
    return source.evidence.section is SectionKind.CERTIFICATIONS and not all(
        _ONLY_A_COURSE.search(item) for item in credential_items(source.own)
    )


def _shows_degree(sources: Sequence[Source]) -> bool:
    return any(source.degrees & _UNIVERSITY_DEGREES or _SOME_DEGREE.search(source.text) for source in sources)
