"""The employers and schools of a resume, and which of them a text names, in full or by a telling first word.

Read once by `gate.dossier`; `gate.claim` asks it for every clause.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from resumate.documents.model import SectionKind
from resumate.letters.gate.degree_levels import degrees_in
from resumate.letters.gate.source import Source
from resumate.letters.gate.stem import is_irregular_past
from resumate.letters.model import Origin

# Words that many names begin with: alone they mean nobody.
COMMON_FIRST_WORDS: Final = frozenset(
    "the university college school royal national city state saint st new first general united american british international bank hospital institute department".split()
)
# "Before I came to Brookfield", "before Tidewater": where the person was not when it happened.
_ASIDE: Final = re.compile(
    r"\b(?:[Bb]efore|[Pp]rior to|[Aa]fter|[Uu]ntil)\s+(?:I\s+)?(?:(?:came|coming|joined|joining|moved|moving|started|starting|left|leaving|went|going|my\s+time)\s+)?(?:(?:to|at|with|from)\s+)?(?:the\s+)?(?!I\b)[A-Z][\w&'’.-]*(?:\s+(?:(?!I\b)[A-Z][\w&'’.-]*|of|&))*"
)
FIRST_WORD_LEAST: Final = 4
# What was learned somewhere else: "After my degree I joined Apple", and not "At Apple I wrote the thesis's model".
_LEARNED: Final = frozenset({SectionKind.EDUCATION, SectionKind.CERTIFICATIONS, SectionKind.AWARDS})
_OF_LEARNING: Final = re.compile(
    r"\b(?:stud(?:y|ied|ies|ying|ent)|graduat\w+|degree|bachelor\w*|master['’]?s|doctora\w+|ph\.?d|[bm]\.?sc|[bm]a|mba|diploma|apprentice\w*|universit\w+|college|school|course|exam\w*|train(?:ed|ing)|thesis|certif\w+|licen[cs]\w+|qualif\w+|regist\w+|accredit\w+|charter\w*|passed|award\w*|prize)\b",
    re.IGNORECASE,
)
_GOES_ON: Final = re.compile(r"and\s+(?!I\b|my\b|we\b|our\b|there\b)")
_AND: Final = re.compile(r",?\s+and\s+(?:then\s+|later\s+)?")
# "At Harrow Finch I …" holds to the end of the clause, "I … at Harrow Finch" up to there.
_SUBJECT: Final = re.compile(r"\b(?:I|we|my|our)\b", re.IGNORECASE)


class Employers:
    """The names of all organisations of a resume."""

    def __init__(self, sources: Sequence[Source]) -> None:
        keys = sorted({source.organisation for source in sources if source.organisation})
        self._names = {key: _word(key, re.IGNORECASE) for key in keys}
        self._nicknames = {key: _nickname(key) for key in keys if _is_telling(key, keys, sources)}
        self._behind_a_name = _behind_a_name([*keys, *(_first(key) for key in self._nicknames)])
        self._schools = {
            key
            for key in keys
            if all(one.evidence.section is SectionKind.EDUCATION for one in sources if one.organisation == key)
        }

    def proving(self, cited: Sequence[Source], organisations: frozenset[str], text: str) -> list[Source]:
        """Return those of the cited sources that may prove a clause about these employers; [] when none may.

        What belongs to no employer proves what is said beside one: languages always, what was learned where the clause
        speaks of learning, all else (tools) only in a clause that does not name the employer itself.
        """
        named_here = bool(self.named_in(text))
        own = [source for source in cited if belongs(source, organisations)]
        if not organisations or (named_here and not own):
            return own
        return [source for source in cited if source in own or self._is_held(source, organisations, text, named_here)]

    def _is_held(self, source: Source, organisations: frozenset[str], text: str, named_here: bool) -> bool:  # noqa: FBT001 - told by the caller once
        if source.evidence.section in _LEARNED and (source.organisation or named_here):
            elsewhere = not source.organisation or organisations.isdisjoint(self._schools)
            return elsewhere and (_OF_LEARNING.search(text) is not None or bool(degrees_in(text)))
        spoken = source.evidence.section is SectionKind.LANGUAGES
        return not source.organisation and (spoken or not named_here)

    def cut_around(self, text: str) -> list[tuple[str, bool]]:
        """Cut a clause that tells of more than one place, each part with whether the place before it still holds.

        "I use CaseWare at Harrow Finch and know Excel well" is cut behind the employer, "I have an MChem and a PhD from
        Basel" before the degree that is from there.
        """
        parts: list[tuple[str, bool]] = []
        for link in _AND.finditer(text):
            before, rest = text[: link.start()], text[link.end() :]
            if _SUBJECT.search(before) and not self.named_in(before) and self.named_in(rest) and _begins_anew(rest):
                parts, text = [(before, True)], rest
                break
        match = self._behind_a_name.search(text) if self._behind_a_name else None
        if not match or not (parts or _SUBJECT.search(text[: match.start()])):
            return [*parts, (text, True)]
        return [*parts, (text[: match.end()].strip(), True), (text[match.end() :].strip(), False)]

    def leaves(self, before: str, text: str) -> bool:
        """Tell whether "and used to teach" no longer speaks of the employer that the clause before it ends with."""
        return (
            _GOES_ON.match(text) is not None
            and _SUBJECT.search(before) is not None
            and any(pattern.search(before) and before.lower().endswith(key) for key, pattern in self._names.items())
        )

    def named_in(self, text: str) -> frozenset[str]:
        """Return the keys of the organisations that a text names."""
        text = _ASIDE.sub(" ", text)
        plain = text.replace("’", "'")
        named = {key for key, pattern in self._names.items() if pattern.search(plain)}
        named |= {key for key, pattern in self._nicknames.items() if pattern.search(text)}
        return frozenset(named)


def places_of_asides(text: str) -> list[range]:
    """Return where a text tells what came before or after ("before I came to Brookfield Lodge")."""
    return [range(match.start(), match.end()) for match in _ASIDE.finditer(text)]


def belongs(source: Source, organisations: frozenset[str]) -> bool:
    """Tell whether a source may prove something about one of these employers."""
    if not organisations or source.evidence.origin is Origin.USER:
        return True
    return source.organisation in organisations or any(
        _word(name, re.IGNORECASE).search(source.own) for name in organisations
    )


def _is_telling(key: str, keys: Sequence[str], sources: Sequence[Source]) -> bool:
    """Tell whether the first word of a name means this organisation and nothing else in the resume."""
    first = _first(key)
    if " " not in key or len(first) < FIRST_WORD_LEAST or first in COMMON_FIRST_WORDS:
        return False
    if Counter(_first(other) for other in keys)[first] > 1:
        return False
    return not any(first in source.words for source in sources if source.organisation and source.organisation != key)


def _nickname(key: str) -> re.Pattern[str]:
    """Match the first word of a name where no other name goes on: "Elektro", and not "Elektro Hausl"."""
    first, second = key.split(" ", maxsplit=2)[:2]
    return re.compile(rf"(?<!\w){re.escape(first.title())}(?!\w)(?!\s+(?!(?i:{re.escape(second)}))[A-Z][a-z])")


def _begins_anew(text: str) -> bool:
    """Tell whether a deed or a degree of its own begins here: "went on to a master's", "a PhD in Chemistry"."""
    first, _, rest = text.partition(" ")
    if first.lower() in {"a", "an", "my"}:
        return bool(degrees_in(rest.split(" from ")[0].split(" at ")[0]))
    return is_irregular_past(first.lower())


def _behind_a_name(names: Sequence[str]) -> re.Pattern[str] | None:
    """Match an employer's name where "and" with something other than a name goes on."""
    if not names:
        return None
    alternatives = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?:{alternatives})(?:\s+\([^)]*\)|,?\s+in\s+(?-i:[A-Z])\w+)?\s+(?=and\s+(?!(?:at|in|on|for|with|of|to|from|by|its|their|the|an?)\b)(?-i:[a-z]))",
        re.IGNORECASE,
    )


def _first(key: str) -> str:
    return key.split(" ", maxsplit=1)[0]


def _word(name: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", flags)
