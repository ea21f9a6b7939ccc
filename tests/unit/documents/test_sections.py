"""Sections by words and by looks; entries by dates and heads."""

from resumate.documents.model import ParsedDocument, SectionKind, YearMonth
from resumate.documents.read import read_document
from tests.documents.pdf_canvas import Sheet


def draw(*rows: tuple[str, dict[str, object]]) -> ParsedDocument:
    """Read a page with these rows one below the other."""
    sheet, y = Sheet(), 40.0
    for text, looks in rows:
        below = looks.pop("space", 0)
        y = sheet.text(60, y + float(below), text, width=470, **looks)  # type: ignore[arg-type]  # the looks of `text`
    return read_document(sheet.bytes(), "resume.pdf")


def heading(text: str) -> tuple[str, dict[str, object]]:
    return text, {"size": 14, "style": "B", "colour": (0, 60, 120), "space": 12}


def row(text: str, **looks: object) -> tuple[str, dict[str, object]]:
    return text, dict(looks)


def test_headings_in_unknown_words_are_told_by_their_looks():
    """Given headings that look alike, those with unknown words are sections too."""
    document = draw(
        row("Maya Lindqvist", size=24), heading("Welcome, reader!"), row("I build things that last."),
        heading("Experience"), row("Northwind, Engineer, 2019 - 2021"), heading("Education"), row("Uppsala University, 2015"),
        heading("Skills"), row("Python"),
    )  # fmt: skip
    assert [s.heading for s in document.sections] == ["", "Welcome, reader!", "Experience", "Education", "Skills"]
    assert document.sections[1].kind is SectionKind.OTHER


def test_a_bold_item_that_sounds_like_a_heading_is_none():
    """Given bold items under "Strengths", "Leadership" among them stays an item."""
    document = draw(
        row("Maya Lindqvist", size=24), heading("Strengths"),
        row("Ownership", style="B"), row("Sees things through."), row("Leadership", style="B"), row("Leads by example."),
        row("Curiosity", style="B"), row("Asks."), row("Precision", style="B"), row("Counts."),
        heading("Education"), row("Uppsala University, 2015"), heading("Languages"), row("Swedish"),
    )  # fmt: skip
    assert [s.heading for s in document.sections] == ["", "Strengths", "Education", "Languages"]


def test_lower_case_headings_in_two_colours_are_whole():
    sheet = Sheet()
    sheet.text(60, 30, "Etta", size=20)
    for n, word in enumerate(("experience", "education", "interests")):
        sheet.text(60, 80 + 90 * n, word[:3], size=16, colour=(200, 0, 0))
        sheet.text(60 + sheet.pdf.get_string_width(word[:3]), 80 + 90 * n, word[3:], size=16)
        sheet.text(60, 110 + 90 * n, "Some words about this, written plainly.")
    document = read_document(sheet.bytes(), "resume.pdf")
    assert [s.heading for s in document.sections] == ["", "experience", "education", "interests"]


def test_a_document_without_headings_is_one_section():
    document = draw(row("Maya Lindqvist", size=24), row("I build things that last and write about them."))
    assert [s.kind for s in document.sections] == [SectionKind.HEADER]
    assert "no_headings" in [w.code for w in document.report.warnings]


def experience(*rows: tuple[str, dict[str, object]]) -> list[tuple[str | None, str | None, YearMonth | None, bool]]:
    document = draw(
        row("Maya Lindqvist", size=24),
        heading("Experience"),
        *rows,
        heading("Skills"),
        row("Python"),
        heading("Education"),
        row("Lund University, 2010"),
    )
    return [
        (e.organisation, e.title, e.start, e.current)
        for s in document.sections
        if s.kind is SectionKind.EXPERIENCE
        for e in s.entries
    ]


def test_two_roles_under_one_employer():
    """Given a second role that names no employer of its own, it is at the employer above."""
    found = experience(
        row("Northwind Analytics"), row("Senior Engineer, 2019 - Present"), row("\x95 Led the platform team"),
        row("Engineer, 2016 - 2019"), row("\x95 Wrote the loader"),
    )  # fmt: skip
    assert found == [
        ("Northwind Analytics", "Senior Engineer", YearMonth(2019), True),
        ("Northwind Analytics", "Engineer", YearMonth(2016), False),
    ]


def test_a_freelance_role_is_nobodys():
    found = experience(
        row("Northwind Analytics"), row("Engineer, 2016 - 2019"), row("\x95 Wrote the loader"),
        row("Freelance Developer, 2014 - 2016"), row("\x95 Made sites"),
    )  # fmt: skip
    assert found[1][0] is None


def test_employer_before_or_after_the_title():
    assert experience(
        row("Gilmore Financial, New Orleans, LA, Certified Public Accountant"),
        row("Oct. 2021 - Current"),
        row("\x95 Did tax"),
    ) == [("Gilmore Financial", "Certified Public Accountant", YearMonth(2021, 10), True)]
    assert experience(row("Software Engineer at Contoso, 2015 - 2018"), row("\x95 Wrote code")) == [
        ("Contoso", "Software Engineer", YearMonth(2015), False)
    ]


def test_jobs_without_bullets():
    """Given prose instead of bullets, the next job begins at its own head."""
    found = experience(
        row("Senior Engineer, Northwind Analytics", style="B"), row("2019 - Present"),
        row("Leads the platform team and answers for the nightly load of the warehouse."),
        row("Engineer, Contoso Ltd", style="B", space=10), row("2015 - 2018"),
        row("Wrote the loader and kept it running for three years without a loss."),
    )  # fmt: skip
    assert [(o, t) for o, t, _, _ in found] == [("Northwind Analytics", "Senior Engineer"), ("Contoso Ltd", "Engineer")]


def test_a_section_of_prose_has_no_entries():
    assert experience(row("I have worked on many things since my youth and enjoyed most of them a great deal.")) == []
