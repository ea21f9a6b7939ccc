"""Which words may stand for one another: the groups of `words.related_*`, by root.

Read by `gate.source` and `gate.meaning`. Built once, on first use.
"""

from functools import cache
from typing import Final

from resumate.letters.gate.stem import stem
from resumate.letters.gate.words import plain_words, related_actions, related_fields, related_things, technologies
from resumate.letters.gate.words.function_words import FUNCTION_WORDS

# These would relate all that stands beside them anywhere.
_TOO_GENERAL: Final = frozenset(
    "work use make do get take give have go put set keep bring let part way thing time day job role number group line side place hand end".split()
)
_ALIAS_WORDS_MOST: Final = 5


@cache
def _groups() -> dict[str, frozenset[int]]:
    """Map a root to the numbers of the lines it stands on."""
    groups: dict[str, set[int]] = {}
    lines = f"{related_actions.GROUPS}\n{related_things.GROUPS}\n{related_fields.GROUPS}".strip().splitlines()
    for number, line in enumerate(lines):
        for word in line.split():
            if word not in _TOO_GENERAL and (root := _root(word)):
                groups.setdefault(root, set()).add(number)
    return {root: frozenset(numbers) for root, numbers in groups.items()}


def _root(word: str) -> str:
    """Root a word of a group; of a phrase such as "roll-out" the first word that says something."""
    if "-" not in word:
        return stem(word)
    plain = plain_words.PLAIN_WORDS["en"] | FUNCTION_WORDS["en"]
    return next((stem(part) for part in word.split("-") if part not in plain), "")


def groups_of(root: str) -> frozenset[int]:
    """Return the groups of a root; two roots are related when they share one."""
    return _groups().get(root, frozenset())


@cache
def _aliases() -> dict[str, str]:
    names: dict[str, str] = {}
    for line in technologies.ALIASES.strip().splitlines():
        forms = [form.strip() for form in line.split(",")]
        names.update((form, forms[0]) for form in forms if form)
    return names


@cache
def _beginnings() -> frozenset[str]:
    """Return the words that a name may begin with, in the singular and the plural."""
    first = {name.split(" ", maxsplit=1)[0] for name in _aliases()}
    return frozenset(first | {f"{word}s" for word in first})


def aliases_in(words: list[tuple[str, bool]]) -> dict[str, tuple[int, int]]:
    """Return the canonical names found in `words`, each with the range of words it covers.

    `words` pairs the lower-case word with whether it is written as a name (capital or odd); an ordinary word
    such as "spark" counts as a name only when it is.
    """
    known, beginnings = _aliases(), _beginnings()
    found: dict[str, tuple[int, int]] = {}
    starts = [start for start, (word, _) in enumerate(words) if word in beginnings]
    for size in range(_ALIAS_WORDS_MOST, 0, -1):
        for start in starts:
            run = words[start : start + size]
            phrase = " ".join(word for word, _ in run)
            name = known.get(phrase) or (known.get(phrase.removesuffix("s")) if size == 1 else None)
            if name and (size > 1 or run[0][1] or phrase not in technologies.ORDINARY_WHEN_SMALL):
                found.setdefault(name, (start, start + size))
    return found


def is_known_technology(word: str) -> bool:
    """Tell whether a lower-case word is always the name of a technology."""
    return word in _aliases() and word not in technologies.ORDINARY_WHEN_SMALL
