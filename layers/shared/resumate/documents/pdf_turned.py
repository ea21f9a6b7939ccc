"""Turns words that run up, down or upside down into upright ones, so that the same code puts them into lines.

Used by `pdf` for text along an edge of the page; the lines it gives have no box.
"""

from collections.abc import Sequence
from dataclasses import replace

from resumate.documents.pdf_words import SLANTED, Word


def turn_upright(words: Sequence[Word], angle: int) -> list[Word]:
    """Return copies of `words`, which run at `angle` quarter turns, as if they ran from left to right."""
    return [_turned(word, angle) for word in words]


def _turned(word: Word, angle: int) -> Word:
    style = replace(word.style, angle=0)
    if angle == 1:  # upwards: along is up, down the page of lines is to the right
        return replace(word, x0=-word.bottom, x1=-word.top, top=word.x0, bottom=word.x1, style=style)
    if angle == 3:  # downwards
        return replace(word, x0=word.top, x1=word.bottom, base=-word.base, top=-word.x1, bottom=-word.x0, style=style)
    if angle == SLANTED:
        return replace(word, base=word.bottom, style=style)
    return replace(word, x0=-word.x1, x1=-word.x0, base=-word.bottom, top=-word.bottom, bottom=-word.top, style=style)
