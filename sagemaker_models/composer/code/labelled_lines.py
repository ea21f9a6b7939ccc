"""Reads lines that begin with a label ("Tools used: C++, MFC", "Thesis: …") and lists of items; the rest is prose.

`read_line` is what `listed_lines.py` calls for every sentence; `items_of` takes any list apart.
"""

from __future__ import annotations

import re

from degrees import DEGREE
from evidence_text import balanced
from letter_prompt import Evidence
from lexicon import is_common_noun, lexicon
from phrases import opened, series
from prose_lines import read
from statements import Kind, Statement
from verb_forms import base_of_gerund, is_base, is_past

LABEL = re.compile(r"^([A-Z][\w&/' +-]{1,38}?):(?: +|(?=[A-Z(]))(\S.*)$", re.DOTALL)
_THEME = re.compile(r"^[A-Z][\w&/' +]{1,48}? [–—-] (\w\S* \S.*)$", re.DOTALL)
_LEVELS = re.compile(
    r"^(?:advanced|intermediate|beginner|basic|expert|proficient|fluent|native|[\d./%★*]+)$", re.IGNORECASE
)
_STUDIES = re.compile(
    r"^(?:relevant |selected |key )?(?:coursework|courses|course work|modules|subjects)$", re.IGNORECASE
)
_THESIS = re.compile(r"\b(thesis|dissertation)\b", re.IGNORECASE)
_WORKED_WITH = re.compile(r"^(?:tech|stack|environment)\b|\b(?:technologies|stack)\b", re.IGNORECASE)
_USED = re.compile(r"^tools\b|\btools$", re.IGNORECASE)
_DUTIES = re.compile(r"\b(?:tasks|duties|responsibilities)$", re.IGNORECASE)
_ANOTHER_FACT = re.compile(r"\s*[·|•;]\s*|,\s+(?=[A-Za-z])")
_LEFT_OUT = re.compile(
    r"^(?:adviser|advisor|supervisors?|referees?|references?|e-?mail|phone|mobile|tel|address|location|website|url|dates?"
    r"|link|page|doi|place)\b",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*[,;|•·]\s*(?![^()]*\))|\s+/\s+")
_LIKE_A_NAME = re.compile(r"[a-z][A-Z]|[A-Z]{2}|\d|[+#]|\.\w")


def read_line(evidence: Evidence, line: str) -> Statement | None:
    """Return what a line says, with or without a label, or None."""
    label = LABEL.match(line)
    if label is None:
        theme = _THEME.match(line)
        told = _of_other_label(evidence, theme[1]) if theme and _is_told(theme[1]) else None
        return told or read(evidence, line)
    name, rest = label.groups()
    words = name.lower().split()
    if _LEFT_OUT.match(name):
        return None
    if len(words) > 4 or is_past(words[0]) or words[0] in lexicon().clear_verbs:
        return read(evidence, line)
    if evidence.section == "education" and DEGREE.search(name):
        return Statement(evidence, Kind.ACTION, f"have {name} in {series(items_of(rest))}", 2, label="degree")
    return _of_known_label(evidence, name, rest) or _of_other_label(evidence, rest)


def _is_told(rest: str) -> bool:
    """Tell whether what stands behind a theme and a dash begins with a verb: "Culture – serve as …"."""
    tokens = rest.split()
    return is_past(tokens[0]) or is_base(tokens) or base_of_gerund(tokens[0]) is not None


def _of_known_label(evidence: Evidence, name: str, rest: str) -> Statement | None:
    """Read what stands behind a label that says how to read it."""
    small = name.lower().replace("gpa", "GPA")
    if told := _verb_of_tools(name):
        named = evidence.section != "projects" or evidence.title or evidence.organisation
        return Statement(evidence, Kind.ACTION, f"{told} {series(items_of(rest))}", 2 if named else 1)
    if _STUDIES.match(name):
        return Statement(evidence, Kind.WHOLE, f"my {small} included {series(re.split(r', *', rest))}", 2)
    if thesis := _THESIS.search(small):
        return Statement(evidence, Kind.WHOLE, f"my {thesis.group(1)} was “{rest.strip('“”').strip(chr(34))}”", 2)
    if small.endswith(("GPA", "grade")):
        return Statement(evidence, Kind.WHOLE, f"my {small} was {_ANOTHER_FACT.split(rest)[0]}", 1)
    if _DUTIES.search(name) and not is_past(rest.split(maxsplit=1)[0]) and not is_base(rest.split()):
        return Statement(evidence, Kind.WHOLE, f"my {small} included {series(items_of(rest))}", 2)
    return None


def _verb_of_tools(name: str) -> str | None:
    if _USED.search(name):
        return "used"
    return "worked with" if _WORKED_WITH.search(name) else None


def _of_other_label(evidence: Evidence, rest: str) -> Statement | None:
    """Read what stands behind a label that names only a theme: "Leadership: Led …"; a bare noun says too little."""
    found = read(evidence, rest[0].upper() + rest[1:])
    return found if found and (found.kind is not Kind.WORK or found.quality > 1) else None


def items_of(text: str) -> list[str]:
    """Return the items of a list without proficiency levels, written small where they are common words."""
    *parts, last = _SEPARATOR.split(text)
    parts += last.split(" and ") if parts else [last]
    parts = [re.sub(r"^(?:and|or) ", "", part.strip(" :–—-").rstrip(".")) for part in parts]
    kept = [part for part in parts if re.match(r"[\w.#]", part) and part == balanced(part) and not _LEVELS.match(part)]
    named = any(_LIKE_A_NAME.search(part) for part in kept)
    return [_item(part, named=named) for part in kept]


def _item(part: str, *, named: bool) -> str:
    """Return an item small unless it is a name; among names ("Go, PostgreSQL") a large letter says name."""
    words = part.split(" ")
    if len(words) > 1 and all(word.islower() or not word.isalpha() for word in words[1:]):
        return opened(part)
    return part if named or not all(is_common_noun(word) for word in words) else part.lower()
