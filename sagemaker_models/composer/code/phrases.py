"""How English words stand inside a sentence: articles, small letters, series, and "also" in its place.

Used by every module that puts words of the evidence into a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from lexicon import is_common, is_role, lexicon, word

_OF_NAMES = re.compile(
    r"(?:University|Institute|College|School|Department|Ministry|Bank|Museum|Office|Faculty|Academy) (?:of|for)\b"
)
_BARE_ROLES = re.compile(
    r"(?:head|director|chief|vice|owner|co-owner|president|ceo|cto|cfo|coo|vp) (?:of|executive|president|and)\b"
    r"|^(?:owner|ceo|cto|cfo|coo|vp)$",
    re.IGNORECASE,
)
_ALSO_AFTER = re.compile(
    r"(am|was|can|could|will|would|may|have(?= \w+(?:ed|en|wn)\b| (?:been|run|led|built|taught)\b)) "
)


def also(words: str) -> str:
    """Return "I also built …" or "I am also …" for a phrase that follows "I"."""
    found = _ALSO_AFTER.match(words)
    return f"I {found.group(1)} also {words[found.end() :]}" if found else f"I also {words}"


def with_the(name: str) -> str:
    """Return "the University of X" for a name that running text gives an article."""
    return f"the {name}" if _OF_NAMES.match(name) else name


def as_title(name: str) -> str:
    """Return "Data Engineer" for "Data engineer": a title written like a sentence, as titles stand in a letter."""
    first, *rest = name.split(" ")
    if not rest or not first[:1].isupper() or any(re.search(r"[^a-z-]", token) for token in rest):
        return name
    small_words = lexicon().small_in_titles
    return " ".join([first, *(token if token in small_words else token[:1].upper() + token[1:] for token in rest)])


def as_role(title: str | None) -> str | None:
    """Return a title with its article ("an Accountant"), or None when it does not name what a person is."""
    if not title or not any(is_role(token) for token in re.split(r"[\s,/()-]+", title) if token):
        return None
    title = re.sub(r"\s*\([^)]*\)$", "", title)
    if len(title.split()) > 6 or re.search(r"[,/&()]|\band\b", title):
        return None
    if " " in title and title.split(" ", 1)[1].islower():
        title = opened(title)  # written like a sentence: "Self-employed electrician"
    return title if _BARE_ROLES.search(title) else f"{article(title)} {title}"


def article(phrase: str) -> str:
    """Return "a" or "an" for a phrase, by how its first word sounds."""
    first = re.split(r"[\s/-]", phrase.strip("\"“'("), maxsplit=1)[0]
    if re.fullmatch(r"[A-Z]{1,5}[0-9]*s?|(?:[A-Z]\.)+[A-Z]?\S*|M(?:Sc|Phil|Eng|Ed|Res|Tech)\.?", first):
        return "an" if first[0] in "AEFHILMNORSX" else "a"
    lowered = first.lower()
    if lowered.startswith(("hour", "honest", "heir", "honor", "honour")) or re.match(r"8|11$|18", lowered):
        return "an"
    if re.match(r"uni(?!n|m)|use|usa|uk|eu|one|once|ubiq|util", lowered):
        return "a"
    return "an" if lowered[:1] in set("aeiou") else "a"


def opened(sentence: str) -> str:
    """Return a sentence as it goes on inside another: the large first letter becomes small unless it begins a name."""
    first, space, rest = sentence.partition(" ")
    goes_on_small = rest[:1].islower() or rest[:1].isdigit()
    if first.istitle() and first.isalpha() and goes_on_small and first.lower() not in lexicon().names:
        return first.lower() + space + rest
    return small(first) + space + rest


def small(token: str) -> str:
    """Return a capitalised common word in small letters; names, abbreviations and unknown words stay."""
    parts = re.split(r"[-/]", token.strip(".,;:()\"'“”!?"))
    plain = all(part.istitle() or part.islower() for part in parts if part)
    return token.lower() if plain and any(is_common(part) for part in (token, *parts)) else token


def small_phrase(phrase: str) -> str:
    """Return a phrase as it is written inside a sentence: common words small, names as they are."""
    return " ".join(small(token) for token in phrase.split(" "))


def small_first_of_title(phrase: str) -> str:
    """Return "compassionate Registered Nurse": the adjective before a protected title small, the title as it is."""
    first, space, rest = phrase.partition(" ")
    return phrase if first in {"Certified", "Registered", "Chartered", "Licensed"} else small(first) + space + rest


def capital(words: str) -> str:
    """Return the words with the first letter large."""
    return words[0].upper() + words[1:]


def series(items: Sequence[str]) -> str:
    """Return "A, B and C", or "A and B, C, and D" where an item has its own "and"; nothing for no items."""
    link = ", and " if len(items) > 2 and any(" and " in item for item in items) else " and "
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + link + items[-1] if items else ""


def after_and(tokens: list[str]) -> list[str]:
    """Return the small tokens that stand after "and", "or" or a comma: where a second verb would be."""
    pairs = pairwise(tokens)
    after = [later for token, later in pairs if word(token) in {"and", "or", "&", "then"} or token.endswith(",")]
    return [token for token in after if not token[0].isupper()]
