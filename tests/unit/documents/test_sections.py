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


def test_a_heading_behind_an_icon_that_is_read_as_a_bullet_is_one():
    """Given headings of which one has a dot before it, it heads its section; a bold item in a list does not."""
    document = draw(
        row("Maya Lindqvist", size=24), heading("Profile"), row("I build things that last."), heading("\x95 Employment History"),
        row("Engineer at Tallow, 2019 - 2021"), row("\x95 Education", space=0), heading("Skills"), row("Python"),
    )  # fmt: skip
    assert [s.heading for s in document.sections] == ["", "Profile", "Employment History", "Skills"]


def test_the_middle_of_a_sentence_is_no_heading_by_its_looks():
    """Given headings in the size and weight of the text, lines that go on in small letters are text."""
    grey = {"colour": (90, 90, 90)}
    document = draw(
        row("Maya Lindqvist", size=24),
        row("Objective", space=14, **grey), row("I", **grey), row("build things that last and", space=14, **grey), row("outlive me", space=14, **grey),
        row("Skills", space=14, **grey), row("Python, SQL and other languages of the trade"), row("Education", space=14, **grey),
        row("Lund University, 2010 - 2013, with a thesis on numbers"), row("Experience", space=14, **grey), row("Tallow, Engineer, 2019 - 2021, in the town of Hull"),
    )  # fmt: skip
    assert [s.heading for s in document.sections if s.heading] == ["Objective", "Skills", "Education", "Experience"]


def test_a_label_that_is_said_of_every_project_heads_no_section():
    """Given "STACK: ..." or "技术栈: ..." under every project, the projects stay one section."""
    text = "Maya Lindqvist\n\nPROJECTS\n\nLoader, 2021\n\nTECH STACK: Go, SQL\n\nReads orders.\n\nPrinter, 2019\n\nTECH STACK: C\n\nPrints them.\n"
    assert [s.heading for s in read_document(text.encode(), "resume.txt").sections] == ["", "PROJECTS"]
    alone = "Maya Lindqvist\n\nTECH STACK: Go, SQL\n\nEXPERIENCE\n\nEngineer, Tallow, 2021\n"
    assert [s.heading for s in read_document(alone.encode(), "resume.txt").sections] == ["", "TECH STACK", "EXPERIENCE"]


def test_a_heading_close_under_the_address_is_one():
    """Given the first heading so close under the contact line that it could go on with it, its words and looks tell it."""
    document = draw(
        row("Maya Lindqvist", size=24), row("maya@example.org and some more words that reach to the other end of the line they stand on here", size=10),
        row("education", size=11), row("Lund University, 2010 - 2013", size=8), row("experience", size=11, space=10),
        row("Engineer at Tallow, 2019 - 2021", size=8), row("skills", size=11, space=10), row("Python, SQL and other languages of the trade", size=8),
    )  # fmt: skip
    assert [s.heading for s in document.sections if s.heading] == ["education", "experience", "skills"]
