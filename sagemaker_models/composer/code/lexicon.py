"""The word lists in ``words/``, read once when the first letter is written, and questions that one list answers.

The lists name common words of resumes in many professions. Every rule that uses them has a fallback for a word that
is not there, so a missing word costs a plainer sentence, not a wrong one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache, cached_property
from pathlib import Path

_FOLDER = Path(__file__).parent / "words"
_NOUN_ENDINGS = ("tion", "tions", "ment", "ness", "ity", "ance", "ence", "ship", "ing")


@dataclass(frozen=True)
class Lexicon:
    """The lists; each field is the file of the same name, whose first line says what it is for."""

    after_person: frozenset[str]
    ambiguous_verbs: frozenset[str]
    common_nouns: frozenset[str]
    countable_nouns: frozenset[str]
    determiners: frozenset[str]
    doubling_verbs: frozenset[str]
    empty_words: frozenset[str]
    had_nouns: frozenset[str]
    hanging_words: frozenset[str]
    head_nouns: frozenset[str]
    irregular_verbs: frozenset[str]
    joining_words: frozenset[str]
    left_open: frozenset[str]
    making_verbs: frozenset[str]
    names: frozenset[str]
    not_roles: frozenset[str]
    participles: frozenset[str]
    person_adjectives: frozenset[str]
    regular_verbs: frozenset[str]
    roles: frozenset[str]
    small_in_names: frozenset[str]
    small_in_titles: frozenset[str]

    @cached_property
    def pasts(self) -> dict[str, str]:
        """The past of each irregular base."""
        return dict(pair.split("=") for pair in self.irregular_verbs)

    @cached_property
    def bases(self) -> dict[str, str]:
        """The base of each irregular past."""
        return {past: base for base, past in self.pasts.items()} | {"learnt": "learn"}

    @cached_property
    def verbs(self) -> frozenset[str]:
        """All known bases."""
        return self.regular_verbs | self.pasts.keys()

    @cached_property
    def clear_verbs(self) -> frozenset[str]:
        """The bases that are hardly ever a noun or an adjective."""
        return self.verbs - self.ambiguous_verbs


@cache
def lexicon() -> Lexicon:
    """Return the word lists."""
    return Lexicon(**{field.name: _list(field.name) for field in fields(Lexicon)})


def word(token: str) -> str:
    """Return a token in small letters without the punctuation around it."""
    return token.strip(".,;:()\"'“”!?").lower()


def is_role(token: str) -> bool:
    """Tell whether a word names what a person is ("nurse", "developer")."""
    lowered = word(token)
    if lowered in lexicon().not_roles:
        return False
    return lowered in lexicon().roles or (
        len(lowered) > 5 and lowered.endswith(("ologist", "ician", "eer", "grapher", "yst"))
    )


def is_common_noun(token: str) -> bool:
    """Tell whether a word is an ordinary noun or adjective of skills ("Leadership", "Customer"), not a name."""
    lowered = word(token)
    known = lexicon().common_nouns | lexicon().head_nouns | {"of", "and", "to", "in", "for", "with"}
    singular = lowered.removesuffix("s") if lowered.endswith("s") else lowered
    return lowered in known or singular in known or (len(lowered) > 6 and lowered.endswith(_NOUN_ENDINGS))


def is_common(token: str) -> bool:
    """Tell whether a word is an ordinary word of any kind, which only stands large at the start of a line."""
    lowered = word(token)
    lists = lexicon()
    if is_common_noun(lowered) or is_role(lowered) or is_role(lowered.removesuffix("s")):
        return True
    known = lists.person_adjectives | lists.participles | lists.verbs | lists.determiners | lists.joining_words
    return lowered in known or (len(lowered) > 6 and lowered.endswith("ed"))


def _list(name: str) -> frozenset[str]:
    text = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(re.sub(r"^#.*$", "", text, flags=re.MULTILINE).split())
