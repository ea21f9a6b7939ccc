"""Splits a section into entries (a job, a degree, a project) and finds the lines of each head.

`sections` gives the parts, `paragraphs` says which lines are wrapped, `dates` where dates stand, `heads` what the
pieces of a head mean. A section in which no entry can be told has none; nothing is guessed from prose.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from resumate.documents.dates import DateSpan, find_dates, is_open_date
from resumate.documents.heads import read_head, states_degree, states_role, states_school
from resumate.documents.model import Entry, SectionKind
from resumate.documents.reading import SourceLine
from resumate.documents.sections import Part

_WITHOUT_ENTRIES: Final = frozenset(
    {SectionKind.HEADER, SectionKind.CONTACT, SectionKind.SUMMARY, SectionKind.SKILLS, SectionKind.LANGUAGES,
     SectionKind.INTERESTS, SectionKind.REFERENCES}
)  # fmt: skip
_WITH_BARE_HEADS: Final = frozenset({SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.VOLUNTEERING})
_LONGEST_HEAD_LINE: Final = 130
_LONGEST_PLAIN_HEAD: Final = 90
_MOST_LINES_ABOVE: Final = 3
_MOST_LINES_BELOW: Final = 3
_INDENT: Final = 5.0
_SENTENCE: Final = re.compile(r"[^\W\d_)]\.$")


def find_entries(lines: Sequence[SourceLine], carried: Sequence[bool], part: Part) -> list[Entry]:
    """Return the entries of a part, line numbers 1-based; lines before the first entry belong to none."""
    span = range(part.body, part.last + 1)
    if part.kind in _WITHOUT_ENTRIES or (lines[part.first].furniture or lines[part.first].hidden):
        return []
    heads = _dated_heads(lines, carried, span)
    if not heads and part.kind is SectionKind.EDUCATION:
        heads = _school_heads(lines, carried, span)
    if not heads and part.kind in _WITH_BARE_HEADS:
        heads = _bare_heads(lines, carried, span)
    entries: list[Entry] = []
    for number, head in enumerate(heads):
        last = heads[number + 1][0] - 1 if number + 1 < len(heads) else part.last
        read = read_head([lines[i] for i in head], part.kind)
        organisation = read.organisation
        if organisation is None and entries and read.title and not read.independent and len(head) == 1:
            organisation = _organisation_above(lines, entries[-1])
        entries.append(
            Entry(
                head[0] + 1, last + 1, [i + 1 for i in head], organisation, read.title,
                read.start, read.end, read.current,
            )
        )  # fmt: skip
    return entries


def _organisation_above(lines: Sequence[SourceLine], before: Entry) -> str | None:
    """A second role under one employer: the entry before states the employer on a line of its own without a date."""
    if before.organisation is None:
        return None
    first = lines[before.head_lines[0] - 1]
    if len(before.head_lines) < 2:
        return before.organisation if before.organisation not in first.text else None  # itself a second role
    return before.organisation if before.organisation in first.text and not find_dates(first.text) else None


def _dated_heads(lines: Sequence[SourceLine], carried: Sequence[bool], span: range) -> list[list[int]]:
    heads: list[list[int]] = []
    most_above = _MOST_LINES_ABOVE
    for run in _runs(lines, carried, span):
        anchors = [i for i in run if _anchor(lines, i) is not None]
        if anchors:
            heads += _split_run(lines, run, anchors, most_above)
            if heads[0][0] == span.start:  # the first head begins the section, so it shows the author's habit
                most_above = (
                    min(most_above, anchors[0] - run[0]) if len(heads) == 1 or run[0] == span.start else most_above
                )
    return heads


def _anchor(lines: Sequence[SourceLine], i: int) -> DateSpan | None:
    """Return the date that makes a line part of a head: a range, or a date at the edge of a short line."""
    line = lines[i]
    if i and is_open_date(lines[i - 1].text):
        return None  # the rest of the date above
    goes_on = is_open_date(line.text) and i + 1 < len(lines)
    spans = find_dates(f"{line.text} {lines[i + 1].text}" if goes_on else line.text)
    if not spans or len(line.text) > _LONGEST_HEAD_LINE:
        return None
    span = spans[-1]
    if span.is_range or span.current:
        return span
    at_edge = span.last >= len(line.text.rstrip(" )")) - 1 or span.first <= 1
    return span if at_edge and not line.text.endswith(".") else None


def _runs(lines: Sequence[SourceLine], carried: Sequence[bool], span: range) -> list[list[int]]:
    """Return the runs of consecutive lines that could be heads: no bullets, no wrapped lines, no prose."""
    runs: list[list[int]] = []
    open_run = False
    for i in span:
        if _is_body(lines, carried, i):
            open_run = False
        elif open_run:
            runs[-1].append(i)
        else:
            runs.append([i])
            open_run = True
    return runs


def _is_body(lines: Sequence[SourceLine], carried: Sequence[bool], i: int) -> bool:
    line = lines[i]
    if line.bullet:
        return not (line.pieces and find_dates(line.pieces[-1]))  # "• Ph.D. in Physics      2009 – 2014" is a head
    if line.furniture or (carried[i] and not is_open_date(lines[i - 1].text)):
        return True
    if i + 1 < len(carried) and carried[i + 1] and _anchor(lines, i) is None and len(line.text) > 60:
        return True  # the first line of a paragraph
    return len(line.text) > _LONGEST_HEAD_LINE or bool(_SENTENCE.search(line.text) and len(line.text.split()) > 6)


def _split_run(
    lines: Sequence[SourceLine], run: Sequence[int], anchors: Sequence[int], most_above: int
) -> list[list[int]]:
    """Share the lines of a run out among its anchors: each entry has as many lines above its date as the first."""
    above = _lines_above(lines, run, anchors[0], most_above)
    starts = [anchors[0] - above]
    for before, anchor in pairwise(anchors):
        if _same_entry(lines, before, anchor):
            continue
        start = anchor
        while start - 1 > before and anchor - (start - 1) <= above and not _opens(lines, start):
            start -= 1
        starts.append(start)
    heads = []
    for number, start in enumerate(starts):
        until = starts[number + 1] if number + 1 < len(starts) else run[-1] + 1
        anchor = max((a for a in anchors if start <= a < until), default=start)
        heads.append(list(range(start, _last_below(lines, anchor, until) + 1)))
    return heads


def _lines_above(lines: Sequence[SourceLine], run: Sequence[int], anchor: int, most: int) -> int:
    above = 0
    while above < most and anchor - above - 1 >= run[0]:
        if _opens(lines, anchor - above) or not _headlike(lines[anchor - above - 1]):
            break
        above += 1
    return above


def _last_below(lines: Sequence[SourceLine], anchor: int, until: int) -> int:
    """Return the last line of a head: below its date a title, an employer or a place may follow, then the text begins."""
    last = anchor
    over_bullet = until < len(lines) and lines[until].bullet
    while last + 1 < until and last - anchor < _MOST_LINES_BELOW:
        line = lines[last + 1]
        if _opens(lines, last + 1) or not _headlike(line) or _is_indented(line, lines[anchor]):
            break
        alone = until - anchor == 2 and over_bullet and len(line.text) < 60
        if not (
            line.aside
            or is_open_date(lines[last].text)
            or alone
            or states_role(line.text)
            or (line.bold and not lines[anchor].bold)
        ):
            break
        last += 1
    return last


def _is_indented(line: SourceLine, anchor: SourceLine) -> bool:
    if line.box is None or anchor.box is None or line.region != anchor.region:
        return False
    return line.box[0] > anchor.box[0] + _INDENT


def _same_entry(lines: Sequence[SourceLine], before: int, anchor: int) -> bool:
    """Two dates of one cell of dates."""
    return lines[anchor].aside and anchor == before + 1 and lines[before].aside


def _opens(lines: Sequence[SourceLine], i: int) -> bool:
    """Whether line `i` starts a block: more space above it than above the line after it."""
    line = lines[i]
    if line.box is None:
        return line.gap > 1.5
    following = lines[i + 1] if i + 1 < len(lines) and lines[i + 1].region == line.region else None
    usual = min(following.gap, 2.0) if following is not None and following.gap > 0.5 else 1.4
    return not line.aside and line.gap < 9 and line.gap > 1.3 * usual and line.gap > 1.5


def _headlike(line: SourceLine) -> bool:
    sentence = re.search(r"[a-z]{2}\.$", line.text) and len(line.text.split()) > 4
    return len(line.text) <= _LONGEST_PLAIN_HEAD and not line.bullet and not sentence


def _school_heads(lines: Sequence[SourceLine], carried: Sequence[bool], span: range) -> list[list[int]]:
    """Degrees without dates: a school, with the degree above or below it."""
    heads: list[list[int]] = []
    for i in span:
        line = lines[i]
        if carried[i] or not _headlike(line) or not states_school(line.text):
            continue
        first = i - 1 if i - 1 in span and states_degree(lines[i - 1].text) and not _taken(heads, i - 1) else i
        after = i + 1 in span and first == i and not lines[i + 1].bullet and states_degree(lines[i + 1].text)
        heads.append(list(range(first, i + 1 + after)))
    return heads


def _taken(heads: Sequence[Sequence[int]], i: int) -> bool:
    return bool(heads) and i in heads[-1]


def _bare_heads(lines: Sequence[SourceLine], carried: Sequence[bool], span: range) -> list[list[int]]:
    """Heads without dates: lines in bold, or lines over bullets."""
    heads: list[list[int]] = []
    bold_tells = 0 < sum(lines[i].bold for i in span) < 0.6 * len(span)
    for run in _runs(lines, carried, span):
        following = run[-1] + 1
        over_bullets = following in span and lines[following].bullet
        bold = [i for i in run if lines[i].bold] if bold_tells else []
        if bold:
            heads += [[i] for i in bold if i - 1 not in bold]
        elif over_bullets and len(run) <= _MOST_LINES_ABOVE:
            heads.append(run)
    return heads
