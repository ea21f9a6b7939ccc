"""The employers and schools of a resume, and which of them a text names, in full or by a telling first word.

Read once by `gate.dossier`; `gate.claim` asks it for every clause.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from resumate.letters.gate.source import Source
from resumate.letters.model import Origin

_COMMON_FIRST_WORDS: Final = frozenset(
    "the university college school royal national city state saint st new first general united american british international bank hospital institute department".split()
)
# "Before I came to Brookfield", "before Tidewater": where the person was not when it happened.
_ASIDE: Final = re.compile(
    r"\b(?:[Bb]efore|[Pp]rior to|[Aa]fter|[Uu]ntil)\s+(?:I\s+)?(?:(?:came|coming|joined|joining|moved|moving|started|starting|left|leaving|went|going|my\s+time)\s+)?(?:(?:to|at|with|from)\s+)?(?:the\s+)?(?!I\b)[A-Z][\w&'’.-]*(?:\s+(?:(?!I\b)[A-Z][\w&'’.-]*|of|&))*"
)
_FIRST_WORD_LEAST: Final = 4


class Employers:
    """The names of all organisations of a resume."""

    def __init__(self, sources: Sequence[Source]) -> None:
        keys = sorted({source.organisation for source in sources if source.organisation})
        self._names = {key: _word(key, re.IGNORECASE) for key in keys}
        self._nicknames = {key: _word(_first(key).title()) for key in keys if _is_telling(key, keys, sources)}

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
    if " " not in key or len(first) < _FIRST_WORD_LEAST or first in _COMMON_FIRST_WORDS:
        return False
    if Counter(_first(other) for other in keys)[first] > 1:
        return False
    return not any(first in source.words for source in sources if source.organisation and source.organisation != key)


def _first(key: str) -> str:
    return key.split(" ", maxsplit=1)[0]


def _word(name: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", flags)
