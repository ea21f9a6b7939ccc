"""Finds the named things in a text: technologies, products, certificates, licences, languages, standards.

A requirement that names a thing is not met by a line that does not: "Databricks" is not shown by "data". Used by
`likeness`; the lists of other names are in `aliases`.
"""

import re
from functools import cache
from typing import Final

from resumate.matching.aliases import CERTIFICATES, FIELDS, KINDS, LANGUAGES, NEVER_ORDINARY_IN_JOBS, TOOLS
from resumate.matching.pattern import Pattern
from resumate.matching.technologies import ALIASES, ORDINARY_WHEN_SMALL
from resumate.matching.words import fold, root, tokens

_WRITTEN: Final = re.compile(r"[^\W_]+(?:[.+&/'’-][^\W_]+)*(?:\+\+|#)?|\.NET\b|[.,:;!?()\[\]]|[–—]")
_INNER: Final = Pattern(
    r"^(?=.*[A-Z])(?:[a-z]+[A-Z]\w*|[A-Z][\w&/+-]*[A-Z0-9+#][\w+#]*|[A-Z0-9]+[&/][A-Z0-9]+|.*[a-z][A-Z].*)$|^[A-Z]{2,}s?$|^\d+[A-Za-z]{1,3}\d*$|^[A-Z]\d+$",
    0,
)
_QUANTITY: Final = re.compile(r"^\d+(?:[.,]\d+)?(?:k|m|bn|st|nd|rd|th|s|x|h|kg|lb|lbs|cm|mm|am|pm)?$", re.IGNORECASE)
_NUMBERED: Final = Pattern(
    r"^(?:level|stage|class|type|band|tier|category|grade|part|iso|frs|bs|en|din|ifrs|cat|nvq|key stage)$",
)
_ORDINARY: Final = frozenset(
    """
    i a an the senior junior lead head manager director officer team department office division company group board client customer staff january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday north south east west europe global international key stage level class degree bachelor bachelor's bachelors master master's masters phd bsc msc ba ma mba ged
    other or and we you our us uk usa eu nhs must strong good excellent experience knowledge ability skills proven ideally desirable essential please
    """.split()
)
_TITLE_CASE_SHARE: Final = 0.6
_TITLE_CASE_WORDS: Final = 7
_CAPITAL_SMALL_WORDS: Final = frozenset({"Of", "In", "And", "With", "To", "For", "Or", "A", "The"})


@cache
def _aliases() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return one pattern for all listed names, and for each name the first name of its thing."""
    things: dict[str, str] = {}
    # Fields of work are no things: they can be shown without being named (`field_names`).
    ordinary = (ORDINARY_WHEN_SMALL - NEVER_ORDINARY_IN_JOBS) | _fields()[1].keys()
    for table in (TOOLS, CERTIFICATES, LANGUAGES, ALIASES):
        for line in table.strip().splitlines():
            names = [name for part in line.split(",") if (name := part.strip()) not in ordinary or table is not ALIASES]
            known = next((things[name] for name in names if name in things), names[0] if names else "")
            things.update((name, known) for name in names if name not in things)
    for kind, members in _kind_lines():
        for name in (kind, *members):
            things.setdefault(name, name)
    longest_first = sorted(things, key=len, reverse=True)
    return re.compile(r"(?<![\w.+#-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w+#])"), things


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """Return for each member the kinds of things that it is one of."""
    _, things = _aliases()
    kinds: dict[str, set[str]] = {}
    for kind, members in _kind_lines():
        for member in members:
            kinds.setdefault(things[member], set()).add(things[kind])
    return {member: frozenset(found) for member, found in kinds.items()}


@cache
def _fields() -> tuple[re.Pattern[str], dict[str, str]]:
    fields: dict[str, str] = {}
    for line in FIELDS.strip().splitlines():
        names = [name.strip() for name in line.split(",")]
        fields.update(dict.fromkeys(names, names[0]))
    longest_first = sorted(fields, key=len, reverse=True)
    return re.compile(r"(?<![\w.+#-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w+#])"), fields


def field_names(text: str) -> set[str]:
    """Return the fields of work that `text` names; unlike a tool, a field can be shown without being named."""
    pattern, fields = _fields()
    return {fields[match[0]] for match in pattern.finditer(fold(text))}


def _kind_lines() -> list[tuple[str, list[str]]]:
    lines = (line.split(">") for line in KINDS.strip().splitlines())
    return [(kind.strip(), [member.strip() for member in members.split(",")]) for kind, members in lines]


def known_names(text: str) -> dict[str, frozenset[str]]:
    """Return the listed things that `text` names, under their first name, each with the roots of the words it uses."""
    pattern, things = _aliases()
    found: dict[str, frozenset[str]] = {}
    for match in pattern.finditer(fold(text)):
        thing = things[match[0]]
        found[thing] = found.get(thing, frozenset()) | _roots(match[0])
    return found


def shown_names(text: str) -> set[str]:
    """Return the listed things that a line shows: those it names, and the kinds that these are of."""
    shown = set(known_names(text))
    while more := {kind for name in shown for kind in _kinds().get(name, ())} - shown:
        shown |= more
    return shown


def spellings(names: frozenset[str]) -> list[str]:
    """Return every way in which the listed ones of `names` are written, for the full-text search."""
    _, things = _aliases()
    return sorted(name for name, thing in things.items() if thing in names and name not in names)


def asked_names(text: str, *, ignore: frozenset[str] = frozenset()) -> dict[str, frozenset[str]]:
    """Return what a requirement names, each with the roots of the words it uses for it.

    That is the listed things, and whatever the requirement writes like a name.

    Args:
        text: the requirement, in the job's own words.
        ignore: folded words that are no names here, such as those of the company.
    """
    names = {name: words for name, words in known_names(text).items() if not set(tokens(name)) <= ignore}
    covered = {word for name in (*_named_as(text), *_named_fields(text)) for word in tokens(name)}
    for name in _written_names(text):
        if not set(tokens(name)) <= covered | ignore | _ORDINARY:
            names[name] = _roots(name)
    return names


def shows_name(name: str, roots: frozenset[str], listed: frozenset[str]) -> bool:
    """Tell whether a line with these word roots and listed things names `name`."""
    return name in listed or _roots(name) <= roots


def _roots(name: str) -> frozenset[str]:
    return frozenset(map(root, tokens(name)))


def _named_as(text: str) -> list[str]:
    pattern, _ = _aliases()
    return [match[0] for match in pattern.finditer(fold(text))]


def _named_fields(text: str) -> list[str]:
    return [match[0] for match in _fields()[0].finditer(fold(text))]


def _written_names(text: str) -> list[str]:
    """Return runs of words that are written like names: "Unity Catalog", "ISO 13485", "NetX"."""
    words = [match[0] for match in _WRITTEN.finditer(text)]
    plain = [word for word in words if word[0].isalnum() or word[0] == "."]
    title_case = _is_title_case(plain)
    names: list[str] = []
    run: list[str] = []
    starts_sentence = True
    for word in [*words, "."]:
        if _is_name_word(word, run, starts_sentence=starts_sentence, title_case=title_case):
            run.append(word)
        else:
            names.extend(_closed(run))
            run = []
        starts_sentence = word in ".:;!?–—"
    return names


def _is_title_case(words: list[str]) -> bool:
    """Tell whether capitals say nothing: "Knowledge Of Payroll Systems"."""
    capitals = sum(word[0].isupper() for word in words)
    small = any(word in _CAPITAL_SMALL_WORDS for word in words[1:])
    return capitals >= _TITLE_CASE_SHARE * max(len(words), 1) and (small or len(words) >= _TITLE_CASE_WORDS)


def _is_name_word(word: str, run: list[str], *, starts_sentence: bool, title_case: bool) -> bool:
    if not (word[0].isalnum() or word.startswith(".")):
        return False
    if word[0].isdigit():
        return bool(run and (_NUMBERED.match(run[-1]) or run[-1].isupper())) or (
            not _QUANTITY.match(word) and len(word) > 2
        )
    if _INNER.match(word):
        return True
    if not word[0].isupper() or title_case:
        return word[0].isupper() and _NUMBERED.match(word) is not None
    return not starts_sentence or _NUMBERED.match(word) is not None


def _closed(run: list[str]) -> list[str]:
    """Return a finished run as a name, without ordinary words at its ends."""
    while run and fold(run[0]) in _ORDINARY and not (len(run) > 1 and run[-1][0].isdigit()):
        run = run[1:]
    while run and fold(run[-1]) in _ORDINARY:
        run = run[:-1]
    name = " ".join(run)
    return [name] if name and not _QUANTITY.match(name) and not _NUMBERED.match(name) else []
