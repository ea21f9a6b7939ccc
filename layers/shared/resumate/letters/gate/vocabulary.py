"""The words of a text in the forms that another text may repeat them in: roots, related words, names, numbers.

What every check of the gate reads, of a sentence (`gate.claim`) and of its evidence (`gate.source`) alike.
"""

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Final, Self, TypeVar, cast

from resumate.letters.gate.degree_levels import degrees_in
from resumate.letters.gate.frequencies import Frequency, frequencies_of
from resumate.letters.gate.quantities import quantities_of
from resumate.letters.gate.quantity import Quantity
from resumate.letters.gate.relations import aliases_in, groups_of
from resumate.letters.gate.stem import same_root, stem
from resumate.letters.gate.tokens import Token, tokens_of
from resumate.letters.gate.words.abbreviations import expansions
from resumate.letters.gate.words.places import words_of_places

_ACRONYM: Final = re.compile(r"[A-Z][A-Z&]{1,5}s?")
_WINDOW_MOST: Final = 6
_GAP: Final = re.compile(r"[,;:()\n]|[.!?]\s|\s[–—→|•]\s")
_INITIALS_OF_NAMES: Final = 2
_COMPOUND_PART_LEAST: Final = 5
_COMPOUND_REST_LEAST: Final = 3
_MOVING: Final = r"\b(?:br(?:ought|ing\w*)|w(?:ent|as|ere)|go(?:es|ing)?|took|taken?|taking|came|come|coming|got|get\w*|drove|driven|push\w*|is|are)\b[^.;]{0,50}\b"
# What says "reduced", "increased" or "exceeded" without the word, each with the sign without which it does not.
_WITHOUT_THE_WORD: Final = (
    ("down", re.compile(_MOVING + r"down\b", re.IGNORECASE), stem("reduce")),
    ("up", re.compile(_MOVING + r"up\b", re.IGNORECASE), stem("increase")),
    (" up", re.compile(r"\bset(?:ting)? up\b", re.IGNORECASE), stem("establish")),
    # "Inventory –31%", "staff +12 %".
    ("%", re.compile(r"(?<![\w)])[−–-]\s?\d+(?:[.,]\d+)?\s?%"), stem("reduce")),
    ("%", re.compile(r"(?<!\w)\+\s?\d+(?:[.,]\d+)?\s?%"), stem("increase")),
    # 118% of a target has exceeded it.
    (
        "%",
        re.compile(
            r"\b1(?!00)\d\d(?:[.,]\d+)?\s?%\s+(?:of|to)\s+(?:\w+\s+)?(?:quota|target|plan|goal|budget)", re.IGNORECASE
        ),
        stem("exceed"),
    ),
)


_Reading = TypeVar("_Reading")


class Vocabulary:
    """The words of a text in the forms that a sentence may repeat them in."""

    def __init__(self, text: str, language: str = "en") -> None:
        self.text = text
        self.lower = text.lower()
        self.language = language
        # Every check asks for the same few words.
        self._has: dict[str, bool] = {}
        self._says: dict[tuple[str, str], bool] = {}
        self._readings: dict[object, object] = {}

    def once(self, read: Callable[[Self], _Reading]) -> _Reading:
        """Return what `read` finds in this text; it is read once for all checks and sentences."""
        if read not in self._readings:
            self._readings[read] = read(self)
        return cast("_Reading", self._readings[read])

    @cached_property
    def tokens(self) -> list[Token]:
        """All words in order."""
        return tokens_of(self.text, self.language)

    @cached_property
    def words(self) -> frozenset[str]:
        """The lower-case words, those that short forms stand for, and where the places of the text lie."""
        written = frozenset(token.lower for token in self.tokens)
        full = {full for word in written if (full := expansions().get(word.rstrip(".")))}
        return written | full | words_of_places(self.tokens, self.text)

    @cached_property
    def roots(self) -> frozenset[str]:
        """The roots of all words but function words; "brought … down" also counts as "reduced"."""
        phrasal = {
            root for sign, pattern, root in _WITHOUT_THE_WORD if sign in self.lower and pattern.search(self.text)
        }
        written = frozenset(token.root for token in self.tokens if not token.function)
        return written | phrasal | {stem(full) for full in self.words - {token.lower for token in self.tokens}}

    @cached_property
    def _by_beginning(self) -> dict[str, list[str]]:
        index: dict[str, list[str]] = {}
        for root in self.roots:
            index.setdefault(root[:5], []).append(root)
        return index

    @cached_property
    def _by_end(self) -> dict[str, list[str]]:
        index: dict[str, list[str]] = {}
        for word in self.words:
            index.setdefault(word[-_COMPOUND_PART_LEAST:], []).append(word)
        return index

    @cached_property
    def groups(self) -> frozenset[int]:
        """The groups of related words that are touched."""
        return frozenset(number for root in self.roots for number in groups_of(root))

    @cached_property
    def aliases(self) -> dict[str, tuple[int, int]]:
        """The canonical names of technologies, methods and certificates, each with the range of words it covers."""
        return aliases_in([(token.lower, token.capital or token.odd) for token in self.tokens])

    @cached_property
    def quantities(self) -> list[Quantity]:
        """The numbers."""
        return quantities_of(self.text)

    @cached_property
    def degrees(self) -> set[str]:
        """The levels of degree."""
        return degrees_in(self.text)

    @cached_property
    def frequencies(self) -> list[Frequency]:
        """How often things happen."""
        return frequencies_of(self.text)

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """Words such as SLA, in lower case and without a plural s."""
        return frozenset(token.lower.rstrip("s") for token in self.tokens if _ACRONYM.fullmatch(token.text))

    @cached_property
    def initials(self) -> frozenset[str]:
        """The initials of runs of three to six words, or of two that are written as names, small words left out or not.

        Two ordinary words would spell almost any pair of letters.
        """
        full = [token for token in self.tokens if not token.numeric]
        dense = [token for token in full if not token.function]
        return frozenset(
            "".join(token.lower[0] for token in run)
            for tokens in (full, dense)
            for size in range(2, _WINDOW_MOST + 1)
            for run in (tokens[start : start + size] for start in range(len(tokens) - size + 1))
            if (size > _INITIALS_OF_NAMES or all(token.capital for token in run)) and not self._is_broken(run)
        )

    def _is_broken(self, run: Sequence[Token]) -> bool:
        """Tell whether a comma, a bracket or the like stands inside a run of words: those are no one name."""
        return _GAP.search(self.text, run[0].start, run[-1].start) is not None

    def has_root(self, root: str) -> bool:
        """Tell whether a word with this root, or one that hardly differs, stands in the text."""
        if root not in self._has:
            self._has[root] = root in self.roots or any(
                same_root(root, other) for other in self._by_beginning.get(root[:5], ())
            )
        return self._has[root]

    def says(self, token: Token) -> bool:
        """Tell whether the text has this word or a related one."""
        key = (token.text, token.root)
        if key not in self._says:
            self._says[key] = self._is_said(token)
        return self._says[key]

    def _is_said(self, token: Token) -> bool:
        if token.lower in self.words or self.has_root(token.root):
            return True
        if not groups_of(token.root).isdisjoint(self.groups):
            return True
        if self._has_compound_of(token.lower):
            return True
        return bool(token.text.isupper() and len(token.text) > 1 and token.lower.rstrip("s") in self.initials)

    def _has_compound_of(self, word: str) -> bool:
        """Tell whether a word is the end of another or the reverse: "hives" and "beehives", "Berichte" and "Schadenberichte"."""
        for start in range(_COMPOUND_REST_LEAST, len(word) - _COMPOUND_PART_LEAST + 1):
            if word[start:] in self.words:
                return True
        longer = self._by_end.get(word[-_COMPOUND_PART_LEAST:], ()) if len(word) >= _COMPOUND_PART_LEAST else ()
        return any(len(other) - len(word) >= _COMPOUND_REST_LEAST and other.endswith(word) for other in longer)
