"""Finds the lines of entry heads inside a section.

Called by `entries`. Dates tell most heads (`dated_heads`); where there are none, schools, names and looks do
(`undated_heads`).
"""

from collections.abc import Sequence
from typing import Final

from resumate.documents.dated_heads import dated_heads
from resumate.documents.head_signs import Heads
from resumate.documents.model import SectionKind
from resumate.documents.reading import SourceLine
from resumate.documents.sections import Part
from resumate.documents.undated_heads import bare_heads, labelled_heads, school_heads, undated_twins

_WITHOUT_ENTRIES: Final = frozenset(
    {SectionKind.HEADER, SectionKind.CONTACT, SectionKind.SUMMARY, SectionKind.SKILLS, SectionKind.LANGUAGES,
     SectionKind.INTERESTS, SectionKind.REFERENCES}
)  # fmt: skip
_WITH_BARE_HEADS: Final = frozenset({SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.VOLUNTEERING})


def find_heads(lines: Sequence[SourceLine], carried: Sequence[bool], part: Part) -> Heads:
    """Return the heads of a part in order; they do not overlap."""
    span = range(part.body, part.last + 1)
    if part.kind in _WITHOUT_ENTRIES or lines[part.first].furniture or lines[part.first].hidden:
        return []
    heads = dated_heads(lines, carried, span, part.kind)
    if heads:
        return sorted(heads + undated_twins(lines, carried, span, heads))
    if part.kind is SectionKind.EDUCATION:
        heads = school_heads(lines, carried, span)
    if not heads and part.kind is SectionKind.PROJECTS:
        heads = labelled_heads(lines, carried, span)
    if not heads and part.kind in _WITH_BARE_HEADS:
        heads = bare_heads(lines, carried, span)
    return heads
