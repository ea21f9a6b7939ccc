"""Reads the evidence of each kind of section as statements: degrees, certificates, skills, languages, prose.

`statements_of` is the one entry; the registry at the end names the reader of each section. Prose goes on to
`labelled_lines.py` and `prose_lines.py`. What a section cannot be read as is left out: the letter can do without it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import evidence_text
from degrees import DEGREE, degree_of
from heads import head_of
from labelled_lines import LABEL, items_of, read_line
from letter_prompt import Evidence
from lexicon import lexicon
from names import name_of
from phrases import article, opened, series, small_phrase
from prose_lines import read
from statements import Kind, Statement
from verb_forms import is_past

_LANGUAGE_LEVEL = re.compile(r"\b(?:[ABC][12]|native|mother tongue|fluent)\b", re.IGNORECASE)
# Languages that lost the commas between them.
_NAMES_OF_LANGUAGES = re.compile(r"(?:[A-Z][a-z]+(?:ish|sh|ch|ese|an|ic|ek|ew|in|di|li|du|il|ai|e) ?){2,}")
_NO_SKILL = re.compile(r" (?:advanced|intermediate|beginner|expert)$|copyright|licensed under|©", re.IGNORECASE)
# "My skills include accounting software", not "proficiency in accounting software".
_SKILL_IN = re.compile(
    r"^(?:proficien(?:cy|t)|skill(?:s|ed)|ability|experience(?:d)?|expertise|competen(?:ce|t)) (?:in|with) (?=\w)",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:over|more than|\d)", re.IGNORECASE)
_CERTIFICATE = re.compile(
    r"\b(?:cards?|certificates?|certifications?|certified|accredited|1[78]th edition|city (?:&|and) guilds|c&g|nebosh|iosh"
    r"|first aid|cscs|haccp|driving licen[cs]e)\b",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"^[A-Z][A-Z\d&-]+\b")
_CAMEL_CASE = re.compile(r"[a-z][A-Z]|[A-Z]{2}")
_ANOTHER_LABEL = re.compile(
    r"\s+(?=(?:(?:Programming|Soft|Technical|Operating|Web|Cloud|Version|Other|Dev|Build|Human|Spoken|Computer|Office"
    r"|Design) )?[A-Z][\w/&]{2,20}: )"
)
_PRAISE = frozenset(("working", "player", "learner", "starter", "self", "team", "hard", "and"))
_DEGREE_AGAIN = ("have ", "am ", "was ", "graduated ")
_TOLD = re.compile(r"(?:was(?! an? )|have) |[\w-]+ed |won |received ")


def statements_of(evidence: Evidence, today: str) -> list[Statement]:
    """Return what a piece of evidence says, in its order; `today` (ISO 8601) tells an expected degree from one held."""
    head = head_of(evidence)
    found = [head] if head else SECTIONS.get(evidence.section, _prose)(evidence, today)
    return [statement for statement in found if statement.words and "⟦" not in statement.words]


def _prose(evidence: Evidence, today: str) -> list[Statement]:
    del today
    found = [read_line(evidence, sentence) for sentence in evidence_text.sentences(evidence.text)]
    return [statement for statement in found if statement]


def _education(evidence: Evidence, today: str) -> list[Statement]:
    degree = degree_of(evidence, today)
    known = f"{evidence.title} {evidence.organisation} {evidence.context}".lower()
    told = [s for s in _prose(evidence, today) if s.kind is not Kind.WORK and s.words.lower() not in known]
    if not degree and _CERTIFICATE.search(evidence.text):  # "Qualifications" may hold both
        names = filter(None, map(_with_issuer, evidence_text.sentences(evidence.text)))
        held = [f"hold {article(name)} {opened(name)}" for name in names][:1]
        return [Statement(evidence, Kind.ACTION, words, 2, label="degree") for words in held]
    if degree:
        told = [s for s in told if not (DEGREE.search(s.words) and s.words.startswith(_DEGREE_AGAIN))]
        return [degree, *told]
    return told


def _listed(label: str) -> Callable[[Evidence, str], list[Statement]]:
    """Return the reader of a section in which every line is one thing: a certificate, an award."""

    def read_list(evidence: Evidence, today: str) -> list[Statement]:
        told = [s for s in _prose(evidence, today) if s.kind is Kind.ACTION]
        if told and _TOLD.match(told[0].words):
            return told
        lines = [*evidence_text.sentences(evidence.text), evidence.title or ""]
        named = [name for line in lines for part in _side_by_side(line) if (name := _with_issuer(part))]
        several = bool(lines) and len(_side_by_side(lines[0])) > 1
        return [_listing(evidence, label, named if several else named[:1])]

    return read_list


def _side_by_side(line: str) -> list[str]:
    """Return "RN", "ACLS", "BLS" for "RN | ACLS | BLS"; "AWS Developer | Amazon | 2019" is one, with its issuer."""
    parts = [part.strip() for part in line.split(" | ")]
    return parts if len(parts) > 1 and all(_ABBREVIATED.search(part) for part in parts[1:]) else [line]


def _with_issuer(line: str) -> str | None:
    """Return "X (Issuer, 2019)" for "X - Issuer - 2019" or "X, Issuer, 2019"."""
    line = re.sub(r"^(?:19|20)\d\d[:,.]? (?=\D)", "", line)
    first, *rest = re.split(r"\s+[–—-]\s+|,\s+(?![^()]*\))", line.split(" | ", 1)[0].strip('“”"'))
    name = name_of(first, 12)
    if not name or not 0 < len(rest) <= 2 or any(len(part.split()) > 4 for part in rest) or name.endswith(")"):
        return name_of(line.split(" | ", 1)[0], 14)
    issued = ", ".join(part.strip() for part in rest)
    return f"{name} ({issued.replace(' (', ', ').replace(')', '')})"


def _languages(evidence: Evidence, today: str) -> list[Statement]:
    del today
    told = [part for sentence in evidence_text.sentences(evidence.text) for part in items_of(sentence)]
    parts = [
        language for part in told for language in (part.split() if _NAMES_OF_LANGUAGES.fullmatch(part) else [part])
    ]
    return [
        _listing(
            evidence, "language", [_leveled(part) for part in parts if len(part.split()) <= 5 and part[0].isupper()]
        )
    ]


def _leveled(part: str) -> str:
    """Return "English (native)" for "English: Native" or "English - native"."""
    part = re.sub(r"\s*(?::|\s[–—-])\s*([^,;(]+)$", lambda found: f" ({found.group(1).strip().lower()})", part)
    # And "Latin (good, reading)" for a level that has a bracket of its own.
    return re.sub(r"(?::|\s[–—-])\s*([^,;()]+) \(([^()]+)\)$", lambda found: f" ({found[1].lower()}, {found[2]})", part)


def _skills(evidence: Evidence, today: str) -> list[Statement]:
    del today
    lines = [line for sentence in evidence_text.sentences(evidence.text) for line in _ANOTHER_LABEL.split(sentence)]
    found = (_skill_line(evidence, line) for line in lines if not _is_praise(line))
    return [statement for statement in found if statement]


def _skill_line(evidence: Evidence, line: str) -> Statement | None:
    if _COUNTED.match(line):
        return None
    label = LABEL.match(line)
    items = items_of(label.group(2) if label else line)
    if label is None and (len(items) == 1 or is_past(line.split(" ", 1)[0])):
        told = read(evidence, line)
        if told and told.kind is Kind.ACTION and (is_past(told.words.split(" ", 1)[0]) or told.words.startswith("am ")):
            return told
    lost_commas = (
        len(items) == 1 and len(items[0].split()) > 2 and not re.search(r" (?:of|in|for|to|with|and|on|at) ", items[0])
    )
    short = [] if lost_commas else [item for item in items if not (_is_praise(item) or _is_no_skill(item))]
    if any(_LANGUAGE_LEVEL.search(item) for item in items):
        return _listing(evidence, "language", short)
    parts = re.split(r"\s*/\s*", label.group(1)) if label else []
    named = " and ".join(
        part if part.isupper() else small_phrase(part.lower() if len(parts) > 1 else part) for part in parts
    )
    return _listing(evidence, f"skill:{named}", [_SKILL_IN.sub("", item) for item in short])


def _is_praise(item: str) -> bool:
    """Tell whether an item only praises: "reliable", "team player"; a letter should rather show it."""
    words = re.findall(r"[\w-]+", item.lower())
    return all(word in lexicon().person_adjectives | _PRAISE for word in words)


def _is_no_skill(item: str) -> bool:
    """Tell whether an item is too long for a list, ends in a level, or is several names that lost their commas."""
    words = item.split()
    glued = len(words) > 3 and all(word[0].isupper() for word in words) and _CAMEL_CASE.search(item)
    return len(words) > 6 or bool(glued or _NO_SKILL.search(item))


def _listing(evidence: Evidence, label: str, items: list[str]) -> Statement:
    """Return the items as one statement; without items it has no words, and `statements_of` leaves it out."""
    kept = tuple(items[:8])
    return Statement(evidence, Kind.ITEM, series(kept), 2, label=label, items=kept)


def _nothing(evidence: Evidence, today: str) -> list[Statement]:
    del evidence, today
    return []


SECTIONS: dict[str, Callable[[Evidence, str], list[Statement]]] = {
    "education": _education,
    "skills": _skills,
    "certifications": _listed("certification"),
    "awards": _listed("award"),
    "publications": _listed("publication"),
    "languages": _languages,
    "interests": _nothing,
    "references": _nothing,
    "contact": _nothing,
    "header": _nothing,
}
