"""Tells what a line inside a section can be: part of a head, the text of an entry, a remark, prose.

Used by `dated_heads` and `undated_heads`. A head is a list of line indices (0-based).
"""

import re
from collections.abc import Sequence
from typing import Final

from resumate.documents.dates import DateSpan, find_dates, is_open_date
from resumate.documents.reading import SourceLine

_LONGEST_HEAD_LINE: Final = 130
LONGEST_PLAIN_HEAD: Final = 90
MOST_LINES_ABOVE: Final = 3
USUAL_SHARE: Final = 0.6
_PROSE_WORDS: Final = 9
_SENTENCE: Final = re.compile(r"[^\W\d_)]\.$")
# Labels of lists and remarks inside an entry; the years in them ("Visual Studio 2019") date nothing.
REMARK: Final = re.compile(
    r"^(?:•\s*)?(?:mots[- ]cl[ée]s|key ?words?|technolog\w+|technical (?:stack|environment)|tech(?:nologies)? ?(?:stack|used)?|stack|tools?"
    r"(?: used)?|environn?e?ment|umgebung|skills?(?: used)?|stichworte|herramientas|tecnolog[ií]as|outils|clients?|team(?: size)?|role|"
    r"duration|description|links?|url|source|(?:relevant )?course ?work|awards?|gpa|grade|thesis)\s?[:：]",
    re.IGNORECASE,
)
Heads = list[list[int]]


def date_of_head(lines: Sequence[SourceLine], i: int) -> DateSpan | None:
    """Return the date that makes a line part of a head: a range, or a date at the edge of a short line."""
    line = lines[i]
    if (i and is_open_date(lines[i - 1].text)) or REMARK.match(line.text):
        return None  # the rest of the date above, or a list
    goes_on = is_open_date(line.text) and i + 1 < len(lines)
    spans = find_dates(f"{line.text} {lines[i + 1].text}" if goes_on else line.text)
    if not spans or len(line.text) > _LONGEST_HEAD_LINE:
        return None
    span = spans[-1]
    if span.is_range or span.current:
        return span
    at_edge = span.last >= len(line.text.rstrip(" )")) - 1 or span.first <= 1
    return span if at_edge and not line.text.endswith(".") else None


def runs_of_heads(lines: Sequence[SourceLine], carried: Sequence[bool], span: range) -> list[list[int]]:
    """Return the runs of consecutive lines that could be heads: no bullets, no wrapped lines, no prose."""
    runs: list[list[int]] = []
    open_run = False
    for i in span:
        if is_body(lines, carried, i):
            open_run = False
        elif open_run:
            runs[-1].append(i)
        else:
            runs.append([i])
            open_run = True
    return runs


def is_body(lines: Sequence[SourceLine], carried: Sequence[bool], i: int) -> bool:
    """Whether line `i` is the text of an entry rather than part of a head."""
    line = lines[i]
    if line.bullet:
        return not (line.pieces and find_dates(line.pieces[-1]))  # "• Ph.D. in Physics      2009 – 2014" is a head
    if line.furniture or REMARK.match(line.text) or (carried[i] and not is_open_date(lines[i - 1].text)):
        return True
    if len(line.text) > _LONGEST_HEAD_LINE:
        return True
    if date_of_head(lines, i) is not None:
        return bool(_SENTENCE.search(line.text) and not line.pieces and is_prose(line.text))
    if i + 1 < len(carried) and carried[i + 1] and len(line.text) > 60:
        return True  # the first line of a paragraph
    return bool(_SENTENCE.search(line.text) and len(line.text.split()) > 6)


def is_prose(text: str) -> bool:
    """Whether a line reads like running text rather than a name or a title: many words, most of them in small letters."""
    words = text.split()
    small = sum(word.lstrip("(\"'“‘")[:1].islower() for word in words)
    return len(words) >= _PROSE_WORDS and small > 0.5 * len(words)


def opens_block(lines: Sequence[SourceLine], i: int) -> bool:
    """Whether line `i` starts a block: more space above it than above the line after it."""
    line = lines[i]
    if line.box is None:
        return line.gap > 1.5
    following = lines[i + 1] if i + 1 < len(lines) and lines[i + 1].region == line.region else None
    usual = min(following.gap, 2.0) if following is not None and following.gap > 0.5 else 1.4
    return not line.aside and line.gap < 9 and line.gap > 1.3 * usual and line.gap > 1.5


def is_headlike(line: SourceLine) -> bool:
    """Whether a line is short enough for a head, and neither a bullet nor a sentence."""
    sentence = re.search(r"[a-z]{2}\.$", line.text) and len(line.text.split()) > 4
    return len(line.text) <= LONGEST_PLAIN_HEAD and not line.bullet and not sentence and not is_prose(line.text)
