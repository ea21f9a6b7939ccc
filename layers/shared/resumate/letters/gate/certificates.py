"""Every certificate and licence that a sentence gives the person must stand in the cited lines, and be finished there."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from resumate.documents.model import SectionKind
from resumate.letters.gate.claim import Claim, Clause
from resumate.letters.gate.degrees import credentials
from resumate.letters.gate.source import Source
from resumate.letters.gate.vocabulary import Vocabulary
from resumate.letters.gate.words.titles import CERTIFICATES, CREDENTIALS
from resumate.letters.model import Finding

_CERTIFIED: Final = re.compile(
    r"\b(?:certified|chartered|licensed|accredited|registered)\s+((?:(?!(?:and|in|by|for|with|at|to|who|since|as|of|from)\b)[\w+&/-]+\s*){1,3})",
    re.IGNORECASE,
)
_LICENCE: Final = re.compile(
    r"\b((?:[\w+&/'’-]+\s+){1,2})(?:licen[cs]es?|certificates?|certifications?|permits?)\b(?! (?:fee|cost|management|agreement|server)s?)",
    re.IGNORECASE,
)
_ANY_LICENCE: Final = frozenset(
    "clean full valid current hold held have own renewed renew got obtained earned my professional formal required relevant two three several such with certified".split()
)
_ONLY_A_COURSE: Final = re.compile(
    r"\b(?:seminar|course|workshop|training|attended|booked|scheduled|in progress)\b", re.IGNORECASE
)
# "Received my journeyman": what stands before the licence's own name.
_DETERMINED: Final = re.compile(r"^.*\b(?:an?|the|my|our|both|two|three|several|this|that|its)\s+", re.IGNORECASE)
# "I hold the Certificate in Nursing".
_NAMED_AFTER: Final = re.compile(
    r"(?<=hold |have )(?:an?|the|my)\s+(?:\w+\s+){0,2}(?:certificate|diploma|licen[cs]e)\s+(?:in|of|for)\s+((?:[\w-]+\s*){1,4})",
    re.IGNORECASE,
)
# "Hold the Level 7 diploma".
_LEVEL: Final = re.compile(
    r"\b(?:hold|have|completed|obtained|passed|earned|received)\b[^,;]*\b((?:level|grade|stage|part)\s+(?:\d+|[IVX]+))\b",
    re.IGNORECASE,
)
_HELD: Final = re.compile(r"\b([A-Z][\w+#.&-]*)[- ](certified|charterholder)\b")
_NOT_YET: Final = re.compile(
    r"\b(?:pending|planned|expected|candidate|associate of|booked|scheduled|enrolled|begun|started|in (?:progress|preparation)|prepar\w+|prep\.|working towards?|due|part[- ]qualified|\d+ (?:of|/) \d+ \w+|"
    r"exam(?:ination)?\s+(?:on\s+|in\s+)?(?:\d|(?-i:[A-Z][a-z]{2})))",
    re.IGNORECASE,
)
_PASSED: Final = re.compile(r"\b(?:passed|completed|obtained|awarded)\b", re.IGNORECASE)


@cache
def _certificates() -> re.Pattern[str]:
    return re.compile(CERTIFICATES, re.IGNORECASE)


def check_certificates(claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each certificate, licence or membership of a profession without proof."""
    for clause in claim.told:
        yield from _findings(clause)


def _findings(clause: Clause) -> Iterator[Finding]:
    for certified in _CERTIFIED.finditer(clause.text):
        name = certified.group().strip()
        if _missing(certified.group(1), clause) or _is_only_begun(certified.group(1), clause):
            yield Finding("certificate", f"The cited lines do not show “{name}”.", name)
    match = _certificates().search(clause.text)
    if match and not any(_shows_certificate(source) for source in clause.sources):
        yield Finding("certificate", f"The cited lines show nothing that is “{match.group()}”.", match.group())
    # A licence or certificate of another kind than the cited ones.
    for licence in _LICENCE.finditer(clause.text):
        if _missing(_DETERMINED.sub("", licence.group(1)), clause):
            name = _DETERMINED.sub("", licence.group()).strip()
            yield Finding("certificate", f"The cited lines do not show the {name}.", name)
    named = _NAMED_AFTER.search(clause.text)
    if named and _is_only_begun(named.group(1), clause):
        yield Finding(
            "certificate", f"The cited lines do not say that you have the {named.group().strip()} yet.", named.group()
        )
    level = _LEVEL.search(clause.text)
    if level and not any(
        re.search(rf"\b{re.escape(level.group(1))}\b", source.text, re.IGNORECASE) for source in clause.sources
    ):
        yield Finding("certificate", f"The cited lines do not show “{level.group(1)}”.", level.group(1))
    for held in _HELD.finditer(clause.text):
        items = [
            item
            for source in clause.sources
            for item in source.once(credentials)
            if held.group(1).lower() in item.words
        ]
        if items and all(_is_unfinished(item, held.group(2)) for item in items):
            yield Finding("certificate", f"The cited lines do not say that you are {held.group()} yet.", held.group())


def _missing(text: str, clause: Clause) -> list[str]:
    """Return the words of a certificate's name that none of the sources has."""
    return [
        token.text
        for token in Vocabulary(text, clause.language).tokens
        if not token.function
        and token.lower not in _ANY_LICENCE
        and not any(source.says(token) or follows_from_letters(token.lower, source) for source in clause.sources)
    ]


def follows_from_letters(word: str, source: Source) -> bool:
    """Tell whether finished letters of a source make somebody what a lower-case word says: ACA, a chartered accountant."""
    return word in source.once(_said_by_letters)


def _said_by_letters(source: Source) -> frozenset[str]:
    letters = frozenset[str]().union(*(item.acronyms for item in source.once(finished)))
    return frozenset(word for acronym in letters for word in CREDENTIALS.get(acronym, ()))


def finished(source: Source) -> list[Vocabulary]:
    """Return the degrees and certificates of a source but those that are under way."""
    return [item for item in source.once(credentials) if not _is_under_way(item)]


def _is_under_way(item: Vocabulary) -> bool:
    return _NOT_YET.search(item.text) is not None and _PASSED.search(item.text) is None


def _is_only_begun(text: str, clause: Clause) -> bool:
    """Tell whether all that the lines say of a certificate is that it is under way."""
    if _NOT_YET.search(clause.text):
        return False
    words = [token for token in Vocabulary(text, clause.language).tokens if not token.function]
    items = [item for source in clause.sources for item in source.once(credentials)]
    scores = [sum(item.has_root(word.root) for word in words) for item in items]
    best = max(scores, default=0)
    return best > 0 and all(_is_under_way(item) for item, score in zip(items, scores, strict=True) if score == best)


def _is_unfinished(item: Vocabulary, word: str) -> bool:
    """Tell whether an item is under way: an associate's level, or one of the exams, is not the whole."""
    return "charter" not in item.lower if word.lower().startswith("charter") else _is_under_way(item)


def _shows_certificate(source: Source) -> bool:
    """Tell whether a source shows a certificate; a seminar or a course under "Certificates" is none."""
    if _certificates().search(source.text) or source.once(_said_by_letters):
        return True
    return source.evidence.section is SectionKind.CERTIFICATIONS and not all(
        _ONLY_A_COURSE.search(item.text) for item in source.once(credentials)
    )
