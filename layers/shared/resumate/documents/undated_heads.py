"""Finds entry heads that have no date: by their looks, by schools, by names before a colon, by the bullets below them.

Used by `head_lines`; `head_signs` tells what a line can be.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from resumate.documents.head_signs import (
    LONGEST_PLAIN_HEAD,
    MOST_LINES_ABOVE,
    REMARK,
    USUAL_SHARE,
    Heads,
    is_headlike,
    is_prose,
    runs_of_heads,
)
from resumate.documents.head_words import states_degree, states_school
from resumate.documents.heading_looks import look_of
from resumate.documents.reading import SourceLine

_LABEL: Final = re.compile(r"^(?:•\s*)?([^\W\d_a-z][^:：]{1,48})[:：]\s+\S")


def undated_twins(lines: Sequence[SourceLine], carried: Sequence[bool], span: range, heads: Heads) -> Heads:
    """Heads without a date among dated ones: they look as the others do, and as nothing else in the section."""
    taken = {i for head in heads for i in head}
    firsts = Counter(look_of(lines[head[0]]) for head in heads)
    look, count = firsts.most_common(1)[0]
    others = [i for i in span if i not in taken and not lines[i].bullet and not carried[i]]
    if count < max(2, USUAL_SHARE * len(heads)) or not _is_loud(lines, span, look):
        return []
    found = []
    for i in others:
        over_text = i + 1 in span and i + 1 not in taken and look_of(lines[i + 1]) != look
        if look_of(lines[i]) == look and over_text and is_headlike(lines[i]) and not REMARK.match(lines[i].text):
            found.append([i])
    return found


def _is_loud(lines: Sequence[SourceLine], span: range, look: tuple[float, bool, bool, int]) -> bool:
    """Whether a look is that of few lines of a section, and larger, bolder or louder than that of most."""
    usual, count = Counter(look_of(lines[i]) for i in span).most_common(1)[0]
    bolder = (look[0] > usual[0], look[1] and not usual[1], look[2] and not usual[2])
    return look != usual and any(bolder) and count > 1


def school_heads(lines: Sequence[SourceLine], carried: Sequence[bool], span: range) -> Heads:
    """Degrees without dates: a school, with the degree above or below it."""
    heads: Heads = []
    for i in span:
        line = lines[i]
        taken = bool(heads) and i <= heads[-1][-1]
        if taken or carried[i] or len(line.text) > LONGEST_PLAIN_HEAD or is_prose(line.text):
            continue
        if not states_school(line.text):
            continue
        above = i - 1 in span and states_degree(lines[i - 1].text) and not (heads and heads[-1][-1] >= i - 1)
        below = i + 1 in span and not lines[i + 1].bullet and states_degree(lines[i + 1].text)
        whole = states_degree(line.text) and not (below and not states_school(lines[i + 1].text))
        first = i - 1 if above and not whole and not lines[i - 1].bullet else i
        heads.append(list(range(first, i + 1 + (below and first == i and not whole))))
    return heads


def labelled_heads(lines: Sequence[SourceLine], carried: Sequence[bool], span: range) -> Heads:
    """Projects told in a paragraph each, with the name in bold or before a colon at its start."""
    starts = [i for i in span if not carried[i]]
    named = [i for i in starts if _states_name(lines[i])]
    return [[i] for i in named] if named and len(named) >= USUAL_SHARE * len(starts) else []


def _states_name(line: SourceLine) -> bool:
    if REMARK.match(line.text):
        return False
    label = _LABEL.match(line.text)
    return bool(line.lead) or (label is not None and len(label[1].split()) <= 6)


def bare_heads(lines: Sequence[SourceLine], carried: Sequence[bool], span: range) -> Heads:
    """Heads without dates: lines in bold, or lines over bullets."""
    heads: Heads = []
    bold_tells = 0 < sum(lines[i].bold for i in span) < USUAL_SHARE * len(span)
    for run in runs_of_heads(lines, carried, span):
        following = run[-1] + 1
        over_bullets = following in span and lines[following].bullet
        bold = [i for i in run if lines[i].bold and not lines[i].text.endswith(":")] if bold_tells else []
        if bold:
            heads += [[i] for i in bold if i - 1 not in bold]
        elif over_bullets and len(run) <= MOST_LINES_ABOVE and not lines[run[0]].text.endswith(":"):
            heads.append(run)
    return heads
