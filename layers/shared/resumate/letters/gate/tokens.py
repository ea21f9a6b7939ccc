"""Words with their place: what every check of the gate reads instead of raw text.

`tokens_of` keeps "Node.js", "C++", "CI/CD", "K8s" and "T-SQL" whole and notes how a word is written, because
capitals and digits are how names of employers and technologies are told from ordinary words.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from resumate.letters.gate.stem import stem
from resumate.letters.gate.words import number_words
from resumate.letters.gate.words.function_words import FUNCTION_WORDS

_TOKEN: Final = re.compile(
    r"⟦\w+⟧|\.NET\b|[^\W_](?:[\w]|[.'’&/+@-](?=[^\W_]))*(?:\+\+|\#|\+(?!\w))?|[぀-ヿ㐀-䶿一-鿿豈-﫿가-힣]", re.UNICODE
)
_CJK: Final = re.compile(r"[぀-ヿ㐀-䶿一-鿿豈-﫿]+")
_INNER_CAPITAL: Final = re.compile(r".[A-Z]|[A-Z].*[0-9]|[a-z].*[0-9]|[+#]$|^\.NET$")
# "R/Snakemake" is two names, "A/B" is one.
_PART_LEAST: Final = 3
_NUMBER: Final = re.compile(r"^[\d][\d.,/:+-]*(?:k|m|bn|b|x|th|st|nd|rd|s)?$", re.IGNORECASE)


_WORDED_NUMBERS: Final = (
    number_words.UNITS.keys()
    | number_words.TENS.keys()
    | number_words.FRACTIONS.keys()
    | number_words.MULTIPLES.keys()
    | {word for form in number_words.VAGUE for word in form.split() if word not in {"of", "several", "few", "couple"}}
    | {
        "hundred",
        "thousand",
        "million",
        "billion",
        "percent",
        "half",
        "dozen",
        "decade",
        "cent",
        "per",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
    }
) - {"both", "couple", "score", "scores", "miles", "tiers"}


class Token(NamedTuple):
    """One word: as written, in lower case, its root, where it starts, and how it is written.

    `capital`: begins with a capital; `odd`: has a capital, digit or sign inside, as names of things have;
    `numeric`: a number; `function`: an article, pronoun, preposition, conjunction or auxiliary.
    """

    text: str
    lower: str
    root: str
    start: int
    capital: bool
    odd: bool
    numeric: bool
    function: bool


def tokens_of(text: str, language: str = "en") -> list[Token]:
    """Return the words of `text` in order; a compound such as "data-driven" gives its parts."""
    return [
        Token(word, lower, root, match.start() + offset, capital, odd, numeric, function)
        for match in _TOKEN.finditer(text)
        for word, lower, root, offset, capital, odd, numeric, function in _read(match.group(), language)
    ]


@lru_cache(maxsize=20_000)
def _read(word: str, language: str) -> tuple[Token, ...]:
    """Return the parts of a written word with where they start in it; the words of all letters are much the same."""
    return () if word.startswith("⟦") else tuple(_token(part, offset, language) for part, offset in _parts(word))


def _parts(word: str) -> list[tuple[str, int]]:
    if word.isascii() and word.isalpha():
        return [(word, 0)]
    if _CJK.fullmatch(word):
        # No spaces to go by: pairs of characters are the usual stand-in for words.
        return [(word[index : index + 2], index) for index in range(max(1, len(word) - 1))]
    word = re.sub(r"['’]s$", "", word)
    parts: list[tuple[str, int]] = [(word, 0)]
    if re.search(r"[/&@]", word) or ("-" in word and not re.fullmatch(r"[A-Za-z]-[A-Za-z]+|\w+-\d+s?", word)):
        pieces = [(piece.group(), piece.start()) for piece in re.finditer(r"[^/&@-]+", word)]
        listed = "/" in word and (word.islower() or any(len(piece) > _PART_LEAST for piece, _ in pieces))
        if (listed or all(len(piece) > 1 for piece, _ in pieces)) and not (
            len(pieces) == 2 and all(len(p) == 2 and p.isupper() for p, _ in pieces)
        ):
            return pieces
    return parts


def _token(word: str, start: int, language: str) -> Token:
    lower = word.lower().replace("’", "'")
    return Token(
        text=word,
        lower=lower,
        root=stem(lower, language),
        start=start,
        capital=word[0].isupper(),
        odd=not (word.isalpha() and word.islower()) and _INNER_CAPITAL.search(word) is not None,
        numeric=(word[0].isdecimal() and _NUMBER.match(word) is not None) or lower in _WORDED_NUMBERS,
        function=lower in FUNCTION_WORDS.get(language, FUNCTION_WORDS["en"]),
    )
