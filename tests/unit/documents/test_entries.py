"""Who, as what, from when: entries are right however their heads are written."""

import pytest

from resumate.documents.model import Entry, ParsedDocument, SectionKind
from resumate.documents.paragraphs import mark_continuations
from resumate.documents.read import read_document
from resumate.documents.reading import SourceLine
from tests.documents.docx_layouts import document_of
from tests.documents.entry_layouts import ROLES, STYLES, STYLES_OF_PLACES, UNKNOWN_TITLE, Role, as_pdf, as_text
from tests.documents.pdf_canvas import Sheet


def entries(document: ParsedDocument, kind: SectionKind = SectionKind.EXPERIENCE) -> list[Entry]:
    return [entry for section in document.sections if section.kind is kind for entry in section.entries]


def said(document: ParsedDocument) -> list[tuple[str | None, str | None, tuple[int, int | None] | None]]:
    found = entries(document)
    return [(e.organisation, e.title, (e.start.year, e.start.month) if e.start else None) for e in found]


def expected(roles: tuple[Role, ...], style: object) -> list[tuple[str, str, tuple[int, int | None]]]:
    def employer(role: Role) -> str:
        return role.employer.upper() if getattr(style, "__name__", "") == "in_capitals" else role.employer

    def title(role: Role) -> str:
        return (
            f"{role.title}, Platform Engineering" if getattr(style, "__name__", "") == "with_department" else role.title
        )

    return [(employer(role), title(role), role.start) for role in roles]


def name(style: object) -> str:
    return str(getattr(style, "__name__", style))


@pytest.mark.parametrize("style", STYLES, ids=name)
def test_employer_title_and_dates_are_told_in_every_style(style):
    """Given employers that no list knows, each stands in its entry: above the title, below it, or on its line."""
    assert said(read_document(as_pdf(ROLES, style), "resume.pdf")) == expected(ROLES, style)


@pytest.mark.parametrize("style", STYLES, ids=name)
def test_plain_text_tells_the_same(style):
    assert said(read_document(as_text(ROLES, style), "resume.txt")) == expected(ROLES, style)


@pytest.mark.parametrize("style", STYLES_OF_PLACES, ids=name)
def test_a_title_that_nobody_knows_is_told_by_its_place(style):
    """Given one title in words of its own among usual ones, it is the title, for it stands where the others stand."""
    roles = (*ROLES, UNKNOWN_TITLE)
    assert said(read_document(as_pdf(roles, style), "resume.pdf")) == expected(roles, style)


@pytest.mark.parametrize("style", STYLES, ids=name)
def test_items_without_marks_are_units_of_their_own(style):
    """Given the items of a job as plain lines, as LaTeX templates set them, each is a chunk of its own."""
    document = read_document(as_pdf(ROLES, style, marks=False), "resume.pdf")
    texts = [chunk.text for chunk in document.chunks]
    assert [item for role in ROLES for item in role.bullets if item not in texts] == []


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("Distributed Systems and kept it alive", True),
        ("Led the move to the new warehouse", True),
        ("kept it alive for three winters", True),
    ],
)
def test_after_a_word_that_ends_no_sentence_the_next_line_goes_on(text, goes_on):
    """Given a full line that ends in "in", what follows is its rest, even where it begins like an item."""
    lines = [
        SourceLine("Designed the nightly load of the warehouse with the team in", box=(55, 100, 535, 110), gap=9),
        SourceLine(text, box=(55, 112, 535, 122), gap=1.2),
    ]
    assert mark_continuations(lines) == [False, goes_on]


def test_after_a_full_line_that_could_end_an_item_begins_anew():
    """Given a full line and below it one that begins with a verb as the first does, they are two items."""
    lines = [
        SourceLine("Designed the nightly load of the warehouse with the team", box=(55, 100, 535, 110), gap=9),
        SourceLine("Led the move to the new warehouse of the company", box=(55, 112, 535, 122), gap=1.2),
        SourceLine("Warehouse systems of the company were moved by a team of", box=(55, 124, 535, 134), gap=2.2),
        SourceLine("Engineers from four towns", box=(55, 136, 300, 146), gap=1.2),
    ]
    assert mark_continuations(lines) == [False, False, False, True]


def projects(*lines: str) -> list[str | None]:
    text = "\n".join(["Maya Lindqvist", "", "PROJECTS", "", *lines, "", "SKILLS", "", "Python"])
    return [entry.title for entry in entries(read_document(text.encode(), "resume.txt"), SectionKind.PROJECTS)]


def test_a_name_before_a_colon_is_the_project():
    """Given projects told in a paragraph each, the name in front of the colon is the project's."""
    assert projects("Atlas: a map of the wells of the county", "Lantern: finds words in letters") == [
        "Atlas",
        "Lantern",
    ]
    assert projects("- Atlas: a map of the wells", "- Lantern: finds words in letters") == ["Atlas", "Lantern"]


def test_a_label_is_no_project():
    assert projects("Atlas", "- Drew the wells of the county", "Technologies: Python, PostGIS", "- Printed it") == [
        "Atlas"
    ]


def test_a_bold_name_before_a_colon_is_the_project_in_every_format():
    """Given names in bold at the start of a paragraph, PDF, DOCX and Markdown tell the same projects and keep them whole."""
    told = (("Atlas", "a map of the wells of the county that farmers print"), ("Lantern", "finds words in letters"))
    sheet = Sheet()
    y = sheet.text(55, 60, "Maya Lindqvist", size=20, style="B")
    y = sheet.text(55, y + 12, "Projects", size=14, style="B")
    for who, what in told:
        sheet.text(55, y, f"{who}:", style="B")
        y = sheet.text(55 + sheet.pdf.get_string_width(f"{who}: "), y, what)
    sheet.text(55, y + 12, "Skills", size=14, style="B")
    markdown = "# Maya Lindqvist\n\n## Projects\n\n" + "\n\n".join(f"**{who}**: {what}" for who, what in told)
    docx = document_of(("Maya Lindqvist", ""), ("Projects", ""), *((f"{who}: ", what) for who, what in told))
    for data, file_name in ((sheet.bytes(), "a.pdf"), (markdown.encode(), "a.md"), (docx, "a.docx")):
        document = read_document(data, file_name)
        assert [e.title for e in entries(document, SectionKind.PROJECTS)] == ["Atlas", "Lantern"], file_name
        assert any(chunk.text == f"{told[0][0]}: {told[0][1]}" for chunk in document.chunks), file_name


def test_a_role_in_a_project_is_the_title_at_it():
    text = "Maya Lindqvist\n\nPROJECTS\n\nMaintainer, Hyperschedule    2019 - 2021\n- Kept it alive\n\nSKILLS\n\nPython"
    (entry,) = entries(read_document(text.encode(), "resume.txt"), SectionKind.PROJECTS)
    assert (entry.title, entry.organisation) == ("Maintainer", "Hyperschedule")


def education(*lines: str) -> list[tuple[str | None, str | None]]:
    text = "\n".join(["Maya Lindqvist", "", "EDUCATION", "", *lines, "", "SKILLS", "", "Python"])
    found = entries(read_document(text.encode(), "resume.txt"), SectionKind.EDUCATION)
    return [(entry.organisation, entry.title) for entry in found]


def test_schools_that_stand_below_each_other_do_not_share_lines():
    assert education("Degree in Law, University of Umber", "Degree in Botany, University of Vale") == [
        ("University of Umber", "Degree in Law"), ("University of Vale", "Degree in Botany"),
    ]  # fmt: skip


def test_a_school_without_a_word_for_it_is_told_beside_its_degree():
    assert education("Master of Science    2011 - 2013", "KITE", "", "Bachelor of Science    2008 - 2011", "Faculty of Umber") == [
        ("KITE", "Master of Science"), ("Faculty of Umber", "Bachelor of Science"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line", ["Research Intern, MD Anderson, 2011 - 2012", "Research Intern at MD Anderson, 2011 - 2012 (1 year)"]
)
def test_two_capitals_are_a_state_only_at_the_end_of_a_place(line):
    document = read_document(f"Maya Lindqvist\n\nEXPERIENCE\n\n{line}\n- Read scans\n".encode(), "resume.txt")
    assert said(document) == [("MD Anderson", "Research Intern", (2011, None))]


def test_a_place_with_its_date_is_no_entry_of_its_own():
    """Given a second line with a place and the date again, the entry stays one and its organisation is no town."""
    text = "Maya Lindqvist\n\nEXPERIENCE\n\nMentor at Summer of Code    2019\nPUNE, MAHARASHTRA, INDIA    2019\n- Mentored teams\n"
    assert said(read_document(text.encode(), "resume.txt")) == [("Summer of Code", "Mentor", None)]


def test_years_in_a_list_of_tools_begin_no_entry():
    text = "Maya Lindqvist\n\nEXPERIENCE\n\nEngineer, Contoso    2016 - 2019\n- Wrote it\nTechnologies: C#, Visual Studio 2019\n"
    assert len(said(read_document(text.encode(), "resume.txt"))) == 1


@pytest.mark.parametrize(
    ("head", "employer"),
    [
        ("Junior Developer, Fabrikam, Inc., 2016 - 2018", "Fabrikam, Inc."),
        ("Fabrikam, LLC\nJunior Developer, 2016 - 2018", "Fabrikam, LLC"),
        ("Junior Developer, 2016 - 2018\nPlay Now, Ltd.", "Play Now, Ltd."),
        ("Tallow, Junior Developer, 2016 - 2018", "Tallow"),
    ],
)
def test_the_form_of_a_company_is_part_of_its_name(head, employer):
    text = f"Maya Lindqvist\n\nEXPERIENCE\n\n{head}\n- Kept the shop running through two winters\n"
    (entry,) = entries(read_document(text.encode(), "resume.txt"))
    assert (entry.organisation, entry.title) == (employer, "Junior Developer")


@pytest.mark.parametrize("place", ["", "New York"])
def test_an_employer_that_nobody_knows_stands_under_the_title(place):
    """Given a title with its dates, and under it a name in other looks or with a place beside it, that is the employer."""
    sheet = Sheet()
    y = sheet.text(55, 40, "Maya Lindqvist", size=20, style="B")
    y = sheet.text(55, y + 12, "Experience", size=14, style="B")
    for title, employer, dates in (
        ("Coordinator", "Kruger Smoothing", "1999 - 2001"),
        ("Assistant", "The Yankees", "1995 - 1998"),
    ):
        sheet.text(55, y + 6, dates, width=480, align="R")
        y = sheet.text(55, y + 6, title, style="B")
        sheet.text(55, y, place, width=480, align="R")
        y = sheet.text(55, y, employer)
        y = sheet.text(
            55,
            y,
            "Handled requests of all departments and followed them up until they were done.",
            colour=(120, 120, 120),
        )
        y = sheet.bullets(55, y, ("Made trackers for projects", "Wrote the minutes"), 480)
    found = entries(read_document(sheet.bytes(), "resume.pdf"))
    assert [(e.title, e.organisation) for e in found] == [
        ("Coordinator", "Kruger Smoothing"),
        ("Assistant", "The Yankees"),
    ]


def test_a_first_task_under_a_title_is_no_employer():
    """Given tasks straight under a title with its dates, none of them is taken for the employer."""
    text = "Maya Lindqvist\n\nEXPERIENCE\n\nForeman\t2016 - 2018\nLed a team of six\n- Built stairs\n- Kept the tools\n"
    (entry,) = entries(read_document(text.encode(), "resume.txt"))
    assert (entry.title, entry.organisation) == ("Foreman", None)


def test_first_aid_at_work_is_one_certificate():
    text = "Maya Lindqvist\n\nCERTIFICATES\n\nFirst Aid at Work, 2018\n"
    (entry,) = entries(read_document(text.encode(), "resume.txt"), SectionKind.CERTIFICATIONS)
    assert entry.title == "First Aid at Work"


def test_a_co_founder_is_no_form_of_a_company():
    text = "Maya Lindqvist\n\nEXPERIENCE\n\nNexus AI, Co-Founder & CTO, 2016 - 2018\n- Raised money\n"
    (entry,) = entries(read_document(text.encode(), "resume.txt"))
    assert (entry.organisation, entry.title) == ("Nexus AI", "Co-Founder & CTO")
