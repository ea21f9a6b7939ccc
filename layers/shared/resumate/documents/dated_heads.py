"""Finds entry heads by their dates: what stands above a date, its line, and what still belongs to it below.

Used by `head_lines`; `head_signs` tells what a line can be.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from resumate.documents.dates import find_dates, is_open_date
from resumate.documents.head_signs import (
    MOST_LINES_ABOVE,
    Heads,
    date_of_head,
    is_headlike,
    is_prose,
    opens_block,
    runs_of_heads,
)
from resumate.documents.head_words import (
    is_department,
    is_name,
    is_place,
    states_company,
    states_degree,
    states_role,
    states_school,
    states_title,
)
from resumate.documents.heading_looks import look_of
from resumate.documents.model import SectionKind
from resumate.documents.reading import SourceLine

_MOST_LINES_BELOW: Final = 3
_INDENT: Final = 5.0
_JOBS: Final = frozenset({SectionKind.EXPERIENCE, SectionKind.VOLUNTEERING})


def dated_heads(lines: Sequence[SourceLine], carried: Sequence[bool], span: range, kind: SectionKind) -> Heads:
    """Return the heads that have a date; the first one shows how many lines the author puts above the date."""
    heads: Heads = []
    most_above = MOST_LINES_ABOVE
    for run in runs_of_heads(lines, carried, span):
        anchors = [i for i in run if date_of_head(lines, i) is not None]
        if anchors:
            heads += _split_run(lines, run, anchors, most_above, kind)
            if heads[0][0] == span.start:  # the first head begins the section, so it shows the author's habit
                most_above = (
                    min(most_above, anchors[0] - run[0]) if len(heads) == 1 or run[0] == span.start else most_above
                )
    return heads


def _split_run(
    lines: Sequence[SourceLine], run: Sequence[int], anchors: Sequence[int], most_above: int, kind: SectionKind
) -> Heads:
    """Share the lines of a run out among its anchors: each entry has as many lines above its date as the first."""
    above = _lines_above(lines, run, anchors[0], most_above)
    starts = [anchors[0] - above]
    for before, anchor in pairwise(anchors):
        if _same_entry(lines, before, anchor):
            continue
        start = anchor
        while start - 1 > before and anchor - (start - 1) <= above and not opens_block(lines, start):
            if is_prose(lines[start - 1].text):
                break
            start -= 1
        starts.append(start)
    heads = []
    for number, start in enumerate(starts):
        until = starts[number + 1] if number + 1 < len(starts) else run[-1] + 1
        anchor = max((a for a in anchors if start <= a < until), default=start)
        followed = number + 1 < len(starts)
        heads.append(list(range(start, _last_below(lines, anchor, until, kind, followed=followed) + 1)))
    return heads


def _lines_above(lines: Sequence[SourceLine], run: Sequence[int], anchor: int, most: int) -> int:
    above = 0
    while above < most and anchor - above - 1 >= run[0]:
        if opens_block(lines, anchor - above) or not is_headlike(lines[anchor - above - 1]):
            break
        above += 1
    return above


def _last_below(lines: Sequence[SourceLine], anchor: int, until: int, kind: SectionKind, *, followed: bool) -> int:
    """Return the last line of a head: below its date a title, an employer or a place may follow, then the text begins.

    `followed`: another head begins at `until`.
    """
    last = anchor
    over_bullet = until < len(lines) and lines[until].bullet
    while last + 1 < until and last - anchor < _MOST_LINES_BELOW:
        line = lines[last + 1]
        if opens_block(lines, last + 1) or not is_headlike(line):
            break
        studied = kind is SectionKind.EDUCATION and (states_degree(line.text) or states_school(line.text))
        if _is_indented(line, lines[anchor]) and not studied:
            break
        alone = until - anchor == 2 and (over_bullet or followed) and len(line.text) < 60
        told = states_role(line.text) or (line.bold and not lines[anchor].bold)
        told = told or (last - anchor <= 1 and kind in _JOBS and _names_employer(lines, last, last + 1))
        if not (line.aside or is_open_date(lines[last].text) or alone or told):
            break
        last += 1
    return last


def _names_employer(lines: Sequence[SourceLine], above: int, index: int) -> bool:
    """Whether the line under a title is a name, before text that looks different: the employer, whoever it is."""
    line, title = lines[index], lines[above]
    following = lines[index + 1] if index + 1 < len(lines) else None
    name = line.pieces[0] if line.pieces else line.text
    if not is_name(name) or is_department(name) or states_company(title.text) or len(line.pieces) > 2:
        return False
    if len(line.pieces) == 2:
        return is_name(line.pieces[1])
    ends = following is None or following.bullet or look_of(following) != look_of(line)
    return states_title(title.text) and ends


def _is_indented(line: SourceLine, anchor: SourceLine) -> bool:
    if line.box is None or anchor.box is None or line.region != anchor.region:
        return False
    return line.box[0] > anchor.box[0] + _INDENT


def _same_entry(lines: Sequence[SourceLine], before: int, anchor: int) -> bool:
    """Two dates of one cell of dates, or a line under a dated one that says nothing but a place and the date again."""
    if anchor != before + 1:
        return False
    if lines[anchor].aside and lines[before].aside:
        return True
    text = lines[anchor].text
    for span in reversed(find_dates(text)):
        text = text[: span.first] + text[span.last :]
    return is_place(text.strip(" ,|–—-()"))
