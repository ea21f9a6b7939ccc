"""Tables, margins of dates and links, labels and running heads: what stands beside text without being a column of its own."""

import pytest

from resumate.documents.model import ParsedDocument, YearMonth
from resumate.documents.read import read_document
from tests.documents.pdf_canvas import Sheet


def read(sheet: Sheet) -> ParsedDocument:
    return read_document(sheet.bytes(), "resume.pdf")


def texts(document: ParsedDocument, heading: str) -> list[str]:
    """The lines of the section under a heading, without the heading."""
    section = next(section for section in document.sections if section.heading == heading)
    lines = document.lines[section.first_line - 1 : section.last_line]
    return [line.text for line in lines if line.number not in section.heading_lines]


def test_a_table_of_levels_in_a_sidebar_is_read_row_by_row():
    """Given skills with their levels at the right edge of a sidebar, each level stays with its skill and its section."""
    sheet = Sheet(size=9)
    sheet.text(44, 40, "Maya Lindqvist", size=22, style="B")
    y = sheet.text(44, 110, "SKILLS", style="B", size=10)
    for skill, level in (
        ("Skill", "Level"),
        ("Kotlin", "Expert"),
        ("Swift", "Advanced"),
        ("SQL", "Advanced"),
        ("Go", "Proficient"),
    ):
        style = "B" if skill == "Skill" else ""
        sheet.text(52, y + 8, level, width=140, align="R", style=style)
        y = sheet.text(52, y + 8, skill, style=style)
    y = sheet.text(44, y + 14, "EDUCATION", style="B", size=10)
    y = sheet.text(44, y, "BSc in Computer Science", style="B")
    sheet.text(44, y, "Lund University, 2014 \x96 2018")
    y = sheet.text(230, 110, "EXPERIENCE", style="B", size=12)
    for year, shop in ((2021, "Tallow"), (2018, "Umber"), (2016, "Vale")):
        y = sheet.text(230, y + 8, f"Engineer, {shop}, {year} \x96 {year + 2}", style="B")
        for _ in range(3):
            y = sheet.text(230, y, "\x95 Wrote a loader that reads all the orders of a day within the hour", width=320)
    document = read(sheet)
    assert texts(document, "SKILLS") == [
        "Skill Level",
        "Kotlin Expert",
        "Swift Advanced",
        "SQL Advanced",
        "Go Proficient",
    ]
    assert texts(document, "EDUCATION") == ["BSc in Computer Science", "Lund University, 2014 – 2018"]
    assert document.report.columns == [2]


def test_a_centred_head_is_no_column_beside_the_first_heading():
    """Given contact details in the middle above a heading at the left with dates at the right, they are read first."""
    sheet = Sheet(size=9)
    y = sheet.text(0, 20, "Maya Lindqvist", size=15, style="B", width=595, align="C")
    sheet.text(0, y + 4, "+46 18 471 00 19 | maya@example.org", width=595, align="C")
    y = sheet.text(26, y + 16, "Education", style="B", size=10)
    for left, right in (("Lund University", "2010 \x96 2013"), ("BSc in Mathematics", "Lund, Sweden")):
        sheet.text(26, y + 4, right, width=540, align="R")
        y = sheet.text(26, y + 4, left)
    for _ in range(2):
        y = sheet.text(
            26,
            y + 4,
            "\x95 Wrote a thesis on the numbers of trees in the parks of three towns, and what becomes of them in winter, year by year",
        )
    y = sheet.text(26, y + 10, "Skills", style="B", size=10)
    sheet.text(26, y, "Python, SQL")
    document = read(sheet)
    assert [line.text for line in document.lines][1:3] == ["+46 18 471 00 19 | maya@example.org", "Education"]
    assert document.sections[1].entries[0].start == YearMonth(2010)


def test_a_margin_of_dates_and_links_does_not_reach_over_headings():
    """Given links, a school and dates at the right edge, on lines of their own, each stays in the section it stands in."""
    sheet = Sheet(size=11)
    for y, text in (
        (60, "https://example.org"),
        (75, "github.com/mayalind"),
        (118, "Uppsala, Sweden"),
        (132, "Expected 2025"),
    ):
        sheet.text(48, y, text, width=500, align="R")
    sheet.text(48, 55, "Maya Lindqvist", size=16, style="B")
    sheet.text(48, 78, "maya@example.org")
    sheet.text(48, 97, "EDUCATION", style="B", size=12)
    sheet.text(48, 123, "BSc in Computer Science, Lund University")
    sheet.text(48, 137, "Courses taken: 1, 2, 3")
    sheet.text(48, 160, "EMPLOYMENT", style="B", size=12)
    sheet.text(48, 185, "Engineer, Tallow", style="B")
    sheet.text(48, 185, "Feb 2018 \x96 Present", width=500, align="R", style="B")
    y = 205.0
    for _ in range(3):
        y = sheet.text(
            48, y, "\x95 Worked on a rich and lively card for groups that is used in most of the loads of a day's work"
        )
    document = read(sheet)
    assert "Expected 2025" in texts(document, "EDUCATION")
    assert not any("github" in text or "Expected" in text for text in texts(document, "EMPLOYMENT"))
    assert document.sections[-1].entries[0].current


@pytest.mark.parametrize("first", ["Languages", "Tools", "Databases"])
def test_the_first_label_of_a_table_of_skills_is_no_heading(first):
    """Given skills behind bold labels, the first of which is also a wording of headings, they are one section."""
    sheet = Sheet(size=10)
    y = sheet.text(44, 40, "Maya Lindqvist", size=20, style="B")
    y = sheet.text(44, y + 10, "SKILLS", style="B", size=11)
    y += 8
    for label, skills in (
        (first, "Python, Go, C"),
        ("Backend", "Django, SQL"),
        ("Frontend", "React, CSS"),
        ("Cloud", "AWS, Docker"),
    ):
        sheet.text(55, y, label, style="B")
        y = sheet.text(154, y, skills)
    y = sheet.text(44, y + 12, "EDUCATION", style="B", size=11)
    sheet.text(44, y, "BSc in Mathematics, Lund University, 2010 \x96 2013")
    document = read(sheet)
    assert [section.heading for section in document.sections if section.heading] == ["SKILLS", "EDUCATION"]
    assert texts(document, "SKILLS")[0] == f"{first} Python, Go, C"


def test_the_letterhead_of_later_pages_is_set_aside():
    """Given a second page that opens with the name and address in another form, neither stands in the middle of a job."""
    sheet = Sheet()
    y = sheet.text(55, 60, "Maya Lindqvist", size=20, style="B")
    y = sheet.text(55, y, "Storgatan 1, Uppsala \x95 maya@example.org")
    y = sheet.text(55, y + 12, "Experience", size=14, style="B")
    y = sheet.text(55, y, "Engineer, Tallow, 2019 \x96 2021", style="B")
    for number in range(34):
        y = sheet.text(55, y, f"\x95 Wrote the loader number {number} of the orders of a day")
    sheet.page()
    sheet.text(55, 34, "Maya Lindqvist \x95 (555) 987-1234 \x95 maya@example.org", width=480, align="R")
    y = sheet.text(55, 80, "\x95 Wrote the last loader of all")
    sheet.text(55, y, "\x95 Kept it running")
    document = read(sheet)
    assert document.lines[-1].text.startswith("Maya Lindqvist • (555)")
    assert texts(document, "Experience")[-2:] == ["• Wrote the last loader of all", "• Kept it running"]


@pytest.mark.parametrize("dash", ["|", None])
def test_dates_that_stand_above_each_other_are_one_range(dash):
    """Given a rail of years in which the end stands under the start, each entry has both and there are no others."""
    sheet = Sheet(size=9)
    y = sheet.text(40, 40, "Maya Lindqvist", size=20, style="B")
    y = sheet.text(55, y + 10, "Experience", size=13, style="B") + 6
    jobs = (
        ("2020", "2022", "Engineer", "Tallow"),
        ("2017", "2020", "Developer", "Umber & Vale"),
        ("2014", "2017", "Intern", "Contoso"),
    )
    for start, end, title, employer in jobs:
        rows = [start, dash, end] if dash else [start, end]
        for number, text in enumerate(rows):
            sheet.text(26, y + 12 * number, text, width=30, align="C")
        sheet.text(72, y, title, style="B")
        sheet.text(72, y + 12, employer)
        sheet.text(72, y + 24, "\x95 Wrote the loader that reads two million orders a night")
        y = sheet.text(72, y + 36, "\x95 Cut the cost of storing them by a third of what it was") + 14
    (experience,) = [section for section in read(sheet).sections if section.heading == "Experience"]
    found = [(entry.title, entry.organisation, entry.start, entry.end) for entry in experience.entries]
    assert found == [
        (title, employer, YearMonth(int(start)), YearMonth(int(end))) for start, end, title, employer in jobs
    ]


def test_a_rail_of_dates_may_have_bold_labels_with_nothing_beside_them():
    """Given a heading and "Full Time" at the left of the years, each job still stands beside its years."""
    sheet = Sheet(size=9)
    y = sheet.text(40, 40, "Maya Lindqvist", size=20, style="B")
    y = sheet.text(40, y + 10, "Experience", size=13, style="B")
    jobs = (
        ("Full Time", "2019 \x96 2021", "Tallow"),
        ("Part Time", "2016 \x96 2019", "Umber & Vale"),
        ("", "2013 \x96 2016", "Contoso"),
    )
    for label, dates, employer in jobs:
        y = sheet.text(40, y + 6, label, size=11, style="B") if label else y + 6
        sheet.text(40, y, dates, width=62, align="R")
        y = sheet.text(112, y, f"Engineer, {employer}", style="B")
        for _ in range(3):
            y = sheet.text(
                112,
                y,
                "Wrote the loader that reads two million orders a night and the checks of what it reads",
                width=400,
            )
    y = sheet.text(40, y + 10, "Awards", size=13, style="B")
    sheet.text(40, y + 6, "2011", width=62, align="R")
    sheet.text(112, y + 6, "Prize of the town for the best of all loaders")
    (experience,) = [section for section in read(sheet).sections if section.heading == "Experience"]
    found = [(entry.organisation, entry.start) for entry in experience.entries]
    assert found == [("Tallow", YearMonth(2019)), ("Umber & Vale", YearMonth(2016)), ("Contoso", YearMonth(2013))]


def test_a_margin_of_words_nobody_knows_is_read_with_its_lines():
    """Given towns and dates in the author's own words at the right edge, above a page number, they end the lines they stand on."""
    sheet = Sheet(size=10)
    y = sheet.text(55, 40, "Maya Lindqvist", size=20, style="B")
    y = sheet.text(55, y + 12, "Experience", size=14, style="B")
    for employer, town in (("Tallow", "Hull"), ("Umber & Vale", "York")):
        sheet.text(55, y + 8, town, width=460, align="R")
        y = sheet.text(55, y + 8, employer, style="B")
        sheet.text(55, y, "two years or so", width=460, align="R")
        y = sheet.text(55, y, "Engineer")
        for _ in range(4):
            y = sheet.text(55, y, "Wrote the loader that reads two million orders a night")
    sheet.text(55, 800, "1/4", width=460, align="R")
    lines = [line.text for line in read(sheet).lines]
    assert lines[2:4] == ["Tallow Hull", "Engineer two years or so"]
    assert "Umber & Vale York" in lines
