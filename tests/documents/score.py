"""Compares what a reader made of a document with the document's truth.

Used by the tests and by `benchmarks/documents.py`. Texts are compared as letters and figures only, so that a reader
is not punished for spaces at line ends; glued or lost words still cost, because phrases are compared word by word.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from tests.documents.truth import Truth


def squash(text: str) -> str:
    """Return letters and figures alone, folded."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if c.isalnum())


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded; words broken at a line end are whole."""
    return re.findall(r"\w+", unicodedata.normalize("NFKC", re.sub(r"(\w)-\n(\w)", r"\1\2", text)).casefold())


@dataclass(frozen=True)
class Score:
    """Shares from 0 to 1; `words`: of the truth's words found, `order`: of its strings whole and one after the other."""

    words: float
    order: float
    headings: float


def score_text(text: str, truth: Truth) -> Score:
    """Score plain text: which words are there, which strings are whole and in order, which headings stand alone on a line."""
    wanted = Counter(word for string in truth.contiguous for word in words_of(string))
    have = Counter(words_of(text))
    found = sum(min(count, have[word]) for word, count in wanted.items())
    squashed = squash(text)
    whole = [squashed.find(squash(string)) for string in truth.contiguous]
    in_order = [squashed.find(squash(string)) for string in truth.order]
    pairs = list(pairwise(in_order))
    good = sum(position >= 0 for position in whole) + sum(0 <= a < b for a, b in pairs)
    lines = {squash(line) for line in text.splitlines()}
    return Score(
        found / max(sum(wanted.values()), 1),
        good / max(len(whole) + len(pairs), 1),
        sum(squash(heading) in lines for heading in truth.headings) / max(len(truth.headings), 1),
    )
