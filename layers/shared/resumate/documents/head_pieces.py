"""Cuts the lines of an entry's head into pieces: what separators, wide gaps and a leading bold run part.

Used by `heads`. Dates, places, lengths of time and the terms of a job are no pieces; every piece keeps its place in
the head, so that heads of one section can be compared.
"""

import re
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from resumate.documents.dates import DateSpan, find_dates, is_open_date
from resumate.documents.head_words import (
    is_place,
    is_terms,
    states_company,
    states_degree,
    states_school,
    states_title,
    without_places,
)
from resumate.documents.patterns import EMAIL, LINK
from resumate.documents.reading import SourceLine

_SPLIT: Final = re.compile(
    r"\s+[|–—•·●◦‣⋅/]\s+|\s*\|\s*|\s+-\s+|\t|\s{2,}|\s+@\s+|\s+(?:at|bei|chez)\s+(?=[A-Z])|:\s+|;\s+|\s*·\s*|,\s+(?!(?:Inc|LLC|L\.L\.C|LLP|Ltd|Limited|GmbH|PLC|Corp|S\.?A|S\.?L|B\.?V|AG|KG|Co|Pty|N\.?A)\.?(?:$|[\s,;|)]))"
    r"|(?<=[^\W\d_a-z])[–—](?=[^\W\d_a-z])|(?<=[a-zß-ÿ])[–—](?=[A-Z])"
    r"|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])"
)
# Around "at" commas and dashes belong to the names: "PHP Consultant at PHPSP - PHP User Group".
_SPLIT_BESIDE_AT: Final = re.compile(r"\s*\|\s*|\t|\s{2,}|,\s+|;\s+|\s[·•]\s")
_AT: Final = re.compile(r"^(.*[^\W_]\)?)\s+(?:at|@|bei|chez)\s+((?:[^\W\d_a-z]|[a-z]+[A-Z\d]).*)$")
_IN_BRACKETS: Final = re.compile(r"\s*\(([^()]*)\)$")
_DANGLING: Final = re.compile(r"\s*\([^()]*$|\s+(?:at|in|of|for|with|and|&)$")
_BULLET: Final = re.compile(r"^•\s*")
_NOISE: Final = re.compile(r"^[\W\d_]*$")
_EDGES: Final = " ,;:[]|–—-•·"


class Piece(Struct, frozen=True):
    """A piece of a head: its words, the line it stands on (0 is the head's first) and its place on that line.

    `after_at` marks what follows "at": the employer, whatever it is called.
    """

    text: str
    line: int
    place: int
    after_at: bool = False


def head_dates(lines: Sequence[SourceLine]) -> DateSpan | None:
    """Return the dates of a head: its first range, else its last date; a range may go on in the next line."""
    texts: list[str] = []
    for line in lines:
        if texts and is_open_date(texts[-1]):
            texts[-1] += " " + line.text
        else:
            texts.append(line.text)
    spans = [span for text in texts for span in find_dates(text)]
    ranges = [span for span in spans if span.is_range]
    return ranges[0] if ranges else spans[-1] if spans else None


def head_pieces(lines: Sequence[SourceLine]) -> list[Piece]:
    """Return the pieces of a head in order."""
    found: list[Piece] = []
    for number, line in enumerate(lines):
        texts = [(text, at) for part in line.pieces or (line.text,) for text, at in _parts(part)]
        kept = [(text, at) for text, at in texts if len(text) > 1 and not _NOISE.match(text) and not is_terms(text)]
        found += [Piece(text, number, place, at) for place, (text, at) in enumerate(kept)]
    return found


def _parts(text: str) -> list[tuple[str, bool]]:
    """Return (words, whether they follow "at") of a part of a line."""
    text = _BULLET.sub("", text)
    for span in reversed(find_dates(text)):
        text = text[: span.first] + " | " + text[span.last :]
    if is_place(text.strip(_EDGES + "()")):
        return []
    text = without_places(EMAIL.sub(" | ", LINK.sub(" | ", text)))
    if (inner := _IN_BRACKETS.search(text)) and _names_organisation(text[: inner.start()], inner[1]):
        text = f"{text[: inner.start()]} | {inner[1]}"
    at = _AT.match(text)
    if at is None:
        return [(_bare(piece), False) for piece in _SPLIT.split(text)]
    return [(_bare(piece), after) for after in (False, True) for piece in _SPLIT_BESIDE_AT.split(at[1 + after])]


def _names_organisation(before: str, inner: str) -> bool:
    """Whether brackets behind a title or degree hold who gave it: "Web Developer (University of Bremen)"."""
    told = states_title(before) or states_degree(before)
    return told and (states_company(inner) or states_school(inner)) and not states_degree(inner)


def _bare(piece: str) -> str:
    """Return a piece without signs around it and without half a pair of brackets."""
    piece = piece.strip(_EDGES)
    if piece.count("(") > piece.count(")"):
        piece = piece.removeprefix("(") if piece.startswith("(") else piece
    elif piece.count(")") > piece.count("("):
        piece = piece.removesuffix(")")
    piece = _DANGLING.sub("", piece)
    if (inner := _IN_BRACKETS.search(piece)) and is_terms(inner[1]):
        piece = piece[: inner.start()]
    return piece[1:-1] if piece.startswith("(") and piece.endswith(")") and piece.count("(") == 1 else piece
