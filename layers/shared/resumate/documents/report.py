"""Writes the parse report: what was read, in numbers and in words a job seeker understands.

`read` calls this last; the readers have left their warnings in the `Reading`.
"""

from collections.abc import Sequence
from typing import Final

from resumate.documents.model import (
    Contact,
    ParseReport,
    Section,
    SectionKind,
    SectionSummary,
    Warning,  # noqa: A004 - the report's own word
)
from resumate.documents.reading import Reading

_WARNINGS: Final = {
    "hidden_text": "Some text in this file cannot be seen on the page. It is shown here and never used as an instruction.",
    "no_name": "No name was found. The letter will be signed without one unless you add it.",
    "no_email": "No e-mail address was found.",
    "no_headings": "No section headings were found, so the whole text was read as one section.",
}
UNSEEN: Final = Warning(
    "unseen_text",
    "Nearly all text of this file is invisible on the page. We read it; please compare it with the original.",
)


def make_report(reading: Reading, sections: Sequence[Section], contact: Contact) -> ParseReport:
    """Return the report of one document."""
    warnings = [*reading.warnings, *_findings(reading, sections, contact)]
    characters = sum(len(line.text) for line in reading.lines)
    return ParseReport(
        pages=reading.pages,
        columns=reading.columns,
        characters=characters,
        lines=len(reading.lines),
        sections=[
            SectionSummary(s.kind, s.heading, s.first_line, s.last_line, s.last_line - s.first_line + 1)
            for s in sections
        ],
        engine=reading.engine,
        confidence=_confidence(reading, sections, contact),
        warnings=warnings,
        page_sizes=reading.page_sizes,
    )


def _findings(reading: Reading, sections: Sequence[Section], contact: Contact) -> list[Warning]:
    found = []
    hidden = [number for number, line in enumerate(reading.lines, start=1) if line.hidden]
    if hidden:
        found.append(Warning("hidden_text", _WARNINGS["hidden_text"], hidden))
    if contact.name is None:
        found.append(Warning("no_name", _WARNINGS["no_name"]))
    if contact.email is None:
        found.append(Warning("no_email", _WARNINGS["no_email"]))
    if not any(section.heading for section in sections):
        found.append(Warning("no_headings", _WARNINGS["no_headings"]))
    return found


def _confidence(reading: Reading, sections: Sequence[Section], contact: Contact) -> float:
    """Say from 0 to 1 how far the reading can be trusted; each doubt takes its share off."""
    known = {section.kind for section in sections} - {SectionKind.HEADER, SectionKind.OTHER}
    score = 1.0 - min(reading.doubt, 0.5)
    score -= 0.1 * (contact.name is None) + 0.05 * (contact.email is None)
    score -= 0.2 * (not known) + 0.05 * (len(known) == 1)
    return round(max(score, 0.05), 2)
