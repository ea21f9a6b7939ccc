"""Puts right what pdfium takes for a space between two letters, and what it does not, by the letters' own places.

Used by `pdf_words`. pdfium thinks of a space where a gap is wide for its font. Two ways of setting text deceive it: letters
set so close that the gap between words is narrow too (browsers, tight headings), and spaced small capitals, where the
first letter of a name stands in a larger size than the rest of it.
"""

import statistics
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final, Protocol

Edges = Callable[[int], tuple[float, float]]
_NARROW: Final = 0.24  # font sizes; where most words stand further apart than this, pdfium finds all of them
_FEWEST_GAPS: Final = 12
_SHORTEST: Final = 4  # letters of a run that can hold two words
_PARTING: Final = 0.12  # font sizes by which a gap is wider than the others of its run, for it to part words
_SHARE_OF_USUAL: Final = 0.45  # of the usual gap between words, which is what a gap inside a run is measured by too
_SPACED: Final = 0.08  # font sizes between the letters of a spaced word
_SAME_SPACING: Final = 1.3
_WIDEST_JOIN: Final = 0.5
_WORDS_OF_ONE_LETTER: Final = frozenset("aeiouyàèéów")


class Placed(Protocol):
    """A word at its place: size of its font, baseline and edges in points."""

    size: float
    base: float
    x0: float
    x1: float


def usual_gap(words: Sequence[Placed]) -> float | None:
    """Return the usual gap between words in font sizes, None where it is wide enough for pdfium to see every one."""
    gaps = [
        (after.x0 - word.x1) / word.size
        for word, after in pairwise(words)
        if after.size == word.size
        and 0 < after.x0 - word.x1 < word.size
        and abs(after.base - word.base) < 0.1 * word.size
    ]
    if len(gaps) < _FEWEST_GAPS:
        return None
    usual = statistics.median(gaps)
    return usual if usual < _NARROW else None


def word_starts(first: int, codes: Sequence[int], size: float, usual: float, edges: Edges) -> list[int]:
    """Return the characters at which words begin inside a run of `codes`, of which `first` is the first, without that one.

    `edges` gives (left, right) of a character in points, `size` is that of the font, `usual` what `usual_gap` says.
    """
    if len(codes) < _SHORTEST:
        return []
    places = [edges(index) for index in range(first, first + len(codes))]
    gaps = [(after[0] - before[1]) / size for before, after in pairwise(places)]
    inside = statistics.median_low(gaps)
    least = inside + max(_PARTING, _SHARE_OF_USUAL * (usual - inside))
    wide = [at for at, gap in enumerate(gaps, start=1) if gap > least]
    stops = {0, *wide, len(codes)}
    lone = {at for at in range(len(codes)) if {at, at + 1} <= stops and _is_no_word(codes[at])}
    return [first + at for at in wide if not {at - 1, at} & lone]


def _is_no_word(code: int) -> bool:
    """Whether a character is a small letter that is no word in any language: the s of a plural, badly kerned."""
    return chr(code).islower() and chr(code) not in _WORDS_OF_ONE_LETTER


def is_one_word(word: Placed, after: Placed, first: int, edges: Edges) -> bool:
    """Whether two runs are one word of spaced letters in two sizes: the gap between them is that between its letters.

    `first` is the first character of the second run, which has more than one.
    """
    gap = after.x0 - word.x1
    if not 0 < gap < _WIDEST_JOIN * word.size or abs(after.base - word.base) > 0.1 * word.size:
        return False
    spacing = edges(first + 1)[0] - edges(first)[1]
    return spacing > _SPACED * after.size and gap <= _SAME_SPACING * spacing
