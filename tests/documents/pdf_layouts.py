"""Draws the resumes of fictional people in every class of layout that the reader knows, each with its truth."""

from collections.abc import Callable
from typing import Final

from tests.documents.pdf_canvas import Sheet, Writer
from tests.documents.people import EVERYBODY, Degree, Job, Person
from tests.documents.truth import Phrase, Sample, Truth

Heading = Callable[[Sheet, float, float, float, str], float]
MARGIN: Final = 50.0


def plain_heading(sheet: Sheet, x: float, y: float, width: float, text: str) -> float:
    """A bold heading over a rule."""
    y = sheet.text(x, y + 10, text, size=13, style="B")
    sheet.rule(x, y + 3, width)
    return y + 4


def loud_heading(sheet: Sheet, x: float, y: float, width: float, text: str) -> float:
    """A heading in capitals and colour."""
    del width
    return sheet.text(x, y + 8, text.upper(), size=11, style="B", colour=(0, 80, 140)) + 2


def spaced_heading(sheet: Sheet, x: float, y: float, width: float, text: str) -> float:
    """A heading with wide letter-spacing."""
    del width
    return sheet.text(x, y + 10, text.upper(), size=11, style="B", spacing=4) + 2


def _job(sheet: Sheet, x: float, y: float, width: float, job: Job) -> float:
    y = sheet.text(x, y + 4, f"{job.title}, {job.organisation}", style="B", width=width)
    y = sheet.text(x, y, f"{job.place} | {job.dates}", width=width)
    return sheet.bullets(x, y, job.bullets, width)


def _degree(sheet: Sheet, x: float, y: float, width: float, degree: Degree) -> float:
    y = sheet.text(x, y + 3, degree.title, style="B", width=width)
    return sheet.text(x, y, f"{degree.school}, {degree.dates}", width=width)


def _truth(layout: str, person: Person, headings: list[str], phrases: list[tuple[str, str]]) -> Truth:
    bullets = [bullet for job in person.jobs for bullet in job.bullets]
    return Truth(
        layout, person.name, person.email, person.phone, headings,
        [Phrase(text, section) for text, section in phrases], [*bullets, person.summary], bullets,
    )  # fmt: skip


def _usual_phrases(person: Person, experience: str = "Experience") -> list[tuple[str, str]]:
    first, last = person.jobs[0], person.jobs[-1]
    return [
        (first.bullets[0], experience),
        (last.bullets[-1], experience),
        (last.organisation, experience),
        (person.degrees[0].title, "Education"),
        (person.degrees[-1].school, "Education"),
        (person.skills[0], "Skills"),
    ]


def single_column(person: Person, writer: Writer = Writer.AS_WRITTEN) -> Sample:
    """One column, bold headings over rules."""
    sheet, width = Sheet(writer), 595 - 2 * MARGIN
    y = sheet.text(MARGIN, 40, person.name, size=22, style="B")
    y = sheet.text(MARGIN, y, f"{person.place} | {person.phone} | {person.email}")
    y = plain_heading(sheet, MARGIN, y, width, "Summary")
    y = sheet.text(MARGIN, y, person.summary, width=width)
    y = plain_heading(sheet, MARGIN, y, width, "Experience")
    for job in person.jobs:
        y = _job(sheet, MARGIN, y, width, job)
    y = plain_heading(sheet, MARGIN, y, width, "Education")
    for degree in person.degrees:
        y = _degree(sheet, MARGIN, y, width, degree)
    y = plain_heading(sheet, MARGIN, y, width, "Skills")
    y = sheet.bullets(MARGIN, y, person.skills, width)
    truth = _truth("single column", person, ["Summary", "Experience", "Education", "Skills"], _usual_phrases(person))
    return Sample("single.pdf", sheet.bytes(), truth)


def dates_at_right(person: Person, writer: Writer = Writer.AS_WRITTEN) -> Sample:
    """One column, dates and places flush right on the line of employer and title."""
    sheet, width = Sheet(writer), 595 - 2 * MARGIN
    y = sheet.text(MARGIN, 40, person.name, size=20, style="B", width=width, align="C")
    y = sheet.text(MARGIN, y, f"{person.email} - {person.phone} - {person.link}", width=width, align="C")
    y = loud_heading(sheet, MARGIN, y, width, "Experience")
    for job in person.jobs:
        sheet.text(MARGIN, y + 4, job.dates, width=width, align="R")
        y = sheet.text(MARGIN, y + 4, job.organisation, style="B")
        sheet.text(MARGIN, y, job.place, width=width, align="R", style="I")
        y = sheet.text(MARGIN, y, job.title, style="I")
        y = sheet.bullets(MARGIN, y, job.bullets, width)
    y = loud_heading(sheet, MARGIN, y, width, "Education")
    for degree in person.degrees:
        sheet.text(MARGIN, y + 3, degree.dates, width=width, align="R")
        y = sheet.text(MARGIN, y + 3, degree.school, style="B")
        y = sheet.text(MARGIN, y, degree.title, style="I")
    y = loud_heading(sheet, MARGIN, y, width, "Skills")
    y = sheet.text(MARGIN, y, ", ".join(person.skills), width=width)
    truth = _truth("dates at right", person, ["EXPERIENCE", "EDUCATION", "SKILLS"], _usual_phrases(person))
    truth.contiguous.remove(person.summary)
    return Sample("dates.pdf", sheet.bytes(), truth)


def dates_beside_bullets(person: Person, writer: Writer = Writer.AS_WRITTEN) -> Sample:
    """A narrow column of places and dates at the right, beside the bullets, which never reach it."""
    sheet, width, body = Sheet(writer), 595 - 2 * MARGIN, 595 - 2 * MARGIN - 120
    sheet.text(MARGIN, 20, "Last updated in May 2024", size=8, width=width, align="R", colour=(128, 128, 128))
    y = sheet.text(MARGIN, 40, person.name, size=24, width=width, align="C")
    y = sheet.text(MARGIN, y, f"{person.email} | {person.phone}", width=width, align="C")
    y = plain_heading(sheet, MARGIN, y, width, "Experience")
    for job in person.jobs:
        start = y + 4
        below = sheet.text(MARGIN + body, start, job.place, width=120, align="R")
        below = sheet.text(MARGIN + body, below, job.dates, width=120, align="R", size=9)
        y = sheet.text(MARGIN, start, f"{job.organisation}, {job.title}", style="B", width=body)
        y = max(sheet.bullets(MARGIN, y, job.bullets, body - 15), below)
    y = plain_heading(sheet, MARGIN, y, width, "Education")
    for degree in person.degrees:
        sheet.text(MARGIN + body, y + 3, degree.dates, width=120, align="R")
        y = sheet.text(MARGIN, y + 3, degree.school, style="B", width=body)
        y = sheet.text(MARGIN, y, degree.title, width=body)
    y = plain_heading(sheet, MARGIN, y, width, "Skills")
    sheet.text(MARGIN, y, ", ".join(person.skills), width=width)
    truth = _truth("dates beside bullets", person, ["Experience", "Education", "Skills"], _usual_phrases(person))
    truth.contiguous.remove(person.summary)
    return Sample("beside.pdf", sheet.bytes(), truth)


def _side(sheet: Sheet, person: Person, x: float, y: float, width: float, colour: tuple[int, int, int]) -> float:
    """The usual contents of a sidebar."""

    def heading(text: str) -> float:
        return sheet.text(x, y + 12, text, size=13, style="B", colour=colour)

    y = heading("Contact")
    for item in (person.place, person.phone, person.email):
        y = sheet.text(x, y, item, width=width, colour=colour, size=9)
    y = heading("Skills")
    for item in person.skills:
        y = sheet.text(x, y, item, width=width, colour=colour, size=9, leading=1.5)
    y = heading("Languages")
    for item in person.languages:
        y = sheet.text(x, y, item, width=width, colour=colour, size=9)
    y = heading("Certifications")
    for item in person.certifications:
        y = sheet.text(x, y + 2, item, width=width, colour=colour, size=9)
    return y


def _main(sheet: Sheet, person: Person, x: float, y: float, width: float) -> float:
    """The usual contents of a main column."""
    y = plain_heading(sheet, x, y, width, "Summary")
    y = sheet.text(x, y, person.summary, width=width)
    y = plain_heading(sheet, x, y, width, "Experience")
    for job in person.jobs:
        y = _job(sheet, x, y, width, job)
    y = plain_heading(sheet, x, y, width, "Education")
    for degree in person.degrees:
        y = _degree(sheet, x, y, width, degree)
    return y


_SIDE_HEADINGS: Final = ["Contact", "Skills", "Languages", "Certifications"]
_MAIN_HEADINGS: Final = ["Summary", "Experience", "Education"]


def sidebar_left(person: Person, writer: Writer = Writer.AS_WRITTEN) -> Sample:
    """White text on a coloured sidebar at the left, with the name in it."""
    sheet = Sheet(writer)
    sheet.area(0, 0, 190, sheet.height, (30, 60, 90))
    white = (255, 255, 255)
    y = sheet.text(20, 40, person.name, size=18, style="B", width=160, colour=white)
    _side(sheet, person, 20, y, 155, white)
    _main(sheet, person, 210, 30, 345)
    phrases = [
        *_usual_phrases(person),
        (person.languages[0], "Languages"),
        (person.certifications[0], "Certifications"),
    ]
    truth = _truth("sidebar left", person, [*_SIDE_HEADINGS, *_MAIN_HEADINGS], phrases)
    return Sample("sidebar_left.pdf", sheet.bytes(), truth)


def sidebar_right(person: Person, writer: Writer = Writer.AS_WRITTEN) -> Sample:
    """A head over everything, the main column, and a sidebar at the right that ends early."""
    sheet = Sheet(writer)
    y = sheet.text(40, 30, person.name, size=24, style="B")
    y = sheet.text(40, y, person.headline, size=12, colour=(90, 90, 90))
    _side(sheet, person, 420, y + 6, 140, (0, 0, 0))
    _main(sheet, person, 40, y + 6, 355)
    phrases = [*_usual_phrases(person), (person.headline, "(header)"), (person.languages[-1], "Languages")]
    truth = _truth("sidebar right", person, [*_MAIN_HEADINGS, *_SIDE_HEADINGS], phrases)
    return Sample("sidebar_right.pdf", sheet.bytes(), truth)


def two_columns(person: Person, writer: Writer = Writer.AS_WRITTEN) -> Sample:
    """Two columns of equal width under a centred head."""
    sheet, width = Sheet(writer, size=9.5), 240.0
    y = sheet.text(40, 30, person.name.upper(), size=22, style="B", width=515, align="C")
    y = sheet.text(40, y, f"{person.place} / {person.email} / {person.phone}", width=515, align="C") + 6
    left = loud_heading(sheet, 40, y, width, "Experience")
    for job in person.jobs:
        left = _job(sheet, 40, left, width, job)
    right = loud_heading(sheet, 310, y, width, "Profile")
    right = sheet.text(310, right, person.summary, width=width)
    right = loud_heading(sheet, 310, right, width, "Education")
    for degree in person.degrees:
        right = _degree(sheet, 310, right, width, degree)
    right = loud_heading(sheet, 310, right, width, "Skills")
    right = sheet.bullets(310, right, person.skills, width)
    truth = _truth("two columns", person, ["EXPERIENCE", "PROFILE", "EDUCATION", "SKILLS"], _usual_phrases(person))
    return Sample("two_columns.pdf", sheet.bytes(), truth)


def head_over_columns(person: Person, writer: Writer = Writer.AS_WRITTEN) -> Sample:
    """A summary over the full width, two columns below it, experience over the full width at the end."""
    sheet, width = Sheet(writer), 595 - 2 * MARGIN
    y = sheet.text(MARGIN, 30, person.name, size=22, style="B")
    y = sheet.text(MARGIN, y, f"{person.email} | {person.phone}")
    y = plain_heading(sheet, MARGIN, y, width, "Summary")
    y = sheet.text(MARGIN, y, person.summary, width=width) + 6
    left = plain_heading(sheet, MARGIN, y, 220, "Skills")
    left = sheet.bullets(MARGIN, left, person.skills, 220)
    right = plain_heading(sheet, MARGIN + 260, y, 230, "Education")
    for degree in person.degrees:
        right = _degree(sheet, MARGIN + 260, right, 230, degree)
    right = plain_heading(sheet, MARGIN + 260, right, 230, "Languages")
    for item in person.languages:
        right = sheet.text(MARGIN + 260, right, item)
    y = plain_heading(sheet, MARGIN, max(left, right) + 10, width, "Experience")
    for job in person.jobs:
        y = _job(sheet, MARGIN, y, width, job)
    truth = _truth(
        "head over columns",
        person,
        ["Summary", "Skills", "Education", "Languages", "Experience"],
        _usual_phrases(person),
    )
    return Sample("head.pdf", sheet.bytes(), truth)


def label_rail(person: Person, writer: Writer = Writer.AS_WRITTEN) -> Sample:
    """Headings in a narrow rail at the left, over two lines where they are long; the text beside them; a referee."""
    sheet, x, width = Sheet(writer), 150.0, 595 - 150 - MARGIN
    y = sheet.text(MARGIN, 30, person.name, size=20, style="B", width=495, align="C")
    y = sheet.text(MARGIN, y, f"{person.place} | {person.email} | {person.phone}", width=495, align="C") + 10

    def label(text: str) -> float:
        return sheet.text(MARGIN, y + 6, text, width=85, style="B", size=9)

    label("SUMMARY")
    y = sheet.text(x, y + 6, person.summary, width=width)
    label("WORK EXPERIENCE")
    y += 6
    for job in person.jobs:
        y = _job(sheet, x, y - 4, width, job) + 4
    label("EDUCATION")
    y += 3
    for degree in person.degrees:
        y = _degree(sheet, x, y, width, degree)
    label("CERTIFICATIONS & AWARDS")
    y = max(sheet.bullets(x, y + 6, person.certifications, width), y + 34)
    label("SKILLS")
    y = sheet.text(x, y + 6, ", ".join(person.skills), width=width)
    label("REFERENCES")
    y = sheet.text(x, y + 6, person.referee[0], width=width)
    sheet.text(x, y, person.referee[1], width=width)
    headings = ["SUMMARY", "WORK EXPERIENCE", "EDUCATION", "CERTIFICATIONS & AWARDS", "SKILLS", "REFERENCES"]
    phrases = [*_usual_phrases(person, "WORK EXPERIENCE"), (person.referee[1], "REFERENCES")]
    return Sample("rail.pdf", sheet.bytes(), _truth("label rail", person, headings, phrases))


def years_rail(person: Person, writer: Writer = Writer.AS_WRITTEN) -> Sample:
    """Dates in a column at the left, entries beside them."""
    sheet, x, width = Sheet(writer), 150.0, 595 - 150 - MARGIN
    y = sheet.text(MARGIN, 30, person.name, size=24, colour=(60, 60, 60))
    y = sheet.text(MARGIN, y, f"{person.phone} - {person.email}") + 8
    y = sheet.text(MARGIN, y + 6, "Experience", size=14, colour=(0, 90, 160))
    for job in person.jobs:
        start = y + 4
        sheet.text(MARGIN, start, job.dates, width=90, size=9)
        y = sheet.text(x, start, f"{job.title}, {job.organisation}", style="B", width=width)
        y = max(sheet.bullets(x, y, job.bullets, width), start + 26)
    y = sheet.text(MARGIN, y + 10, "Education", size=14, colour=(0, 90, 160))
    for degree in person.degrees:
        sheet.text(MARGIN, y + 4, degree.dates, width=90, size=9)
        y = sheet.text(x, y + 4, f"{degree.title}, {degree.school}", width=width)
    y = sheet.text(MARGIN, y + 10, "Skills", size=14, colour=(0, 90, 160))
    sheet.text(x, y, ", ".join(person.skills), width=width)
    truth = _truth("years rail", person, ["Experience", "Education", "Skills"], _usual_phrases(person))
    truth.contiguous.remove(person.summary)
    return Sample("years.pdf", sheet.bytes(), truth)


def letter_spaced(person: Person, writer: Writer = Writer.AS_WRITTEN) -> Sample:
    """Name and headings with wide letter-spacing."""
    sheet, width = Sheet(writer, font="Times"), 595 - 2 * MARGIN
    y = sheet.text(MARGIN, 30, person.name.upper(), size=20, spacing=6)
    y = sheet.text(MARGIN, y, f"{person.email} | {person.phone}")
    y = spaced_heading(sheet, MARGIN, y, width, "Summary")
    y = sheet.text(MARGIN, y, person.summary, width=width)
    y = spaced_heading(sheet, MARGIN, y, width, "Work Experience")
    for job in person.jobs:
        y = _job(sheet, MARGIN, y, width, job)
    y = spaced_heading(sheet, MARGIN, y, width, "Education")
    for degree in person.degrees:
        y = _degree(sheet, MARGIN, y, width, degree)
    y = spaced_heading(sheet, MARGIN, y, width, "Skills")
    sheet.text(MARGIN, y, ", ".join(person.skills), width=width)
    headings = ["SUMMARY", "WORK EXPERIENCE", "EDUCATION", "SKILLS"]
    return Sample(
        "spaced.pdf",
        sheet.bytes(),
        _truth("letter-spaced", person, headings, _usual_phrases(person, "WORK EXPERIENCE")),
    )


def two_pages(person: Person, writer: Writer = Writer.AS_WRITTEN) -> Sample:
    """Two pages with a running head, page numbers, and a sentence that goes over the page's end."""
    sheet, width = Sheet(writer), 595 - 2 * MARGIN
    y = sheet.text(MARGIN, 40, person.name, size=22, style="B")
    y = sheet.text(MARGIN, y, f"{person.email} | {person.phone}")
    y = plain_heading(sheet, MARGIN, y, width, "Experience")
    y = _job(sheet, MARGIN, y, width, person.jobs[0])
    sheet.text(MARGIN, 770, "\x95")
    first, rest = (
        "Kept the operations handbook of the whole department in order and up to date, and",
        "handed it over without a gap",
    )
    sheet.text(MARGIN + 10, 770, first)
    sheet.text(MARGIN, 805, f"{person.name} - Page 1 of 2", size=8, width=width, align="C")
    sheet.page()
    y = sheet.text(MARGIN + 10, 40, rest)
    y = _job(sheet, MARGIN, y + 6, width, person.jobs[1])
    y = plain_heading(sheet, MARGIN, y, width, "Education")
    for degree in person.degrees:
        y = _degree(sheet, MARGIN, y, width, degree)
    y = plain_heading(sheet, MARGIN, y, width, "Skills")
    sheet.text(MARGIN, y, ", ".join(person.skills), width=width)
    sheet.text(MARGIN, 805, f"{person.name} - Page 2 of 2", size=8, width=width, align="C")
    truth = _truth("two pages", person, ["Experience", "Education", "Skills"], _usual_phrases(person))
    truth.contiguous = [*truth.order, f"{first} {rest}"]
    return Sample("pages.pdf", sheet.bytes(), truth)


LAYOUTS: Final[tuple[Callable[..., Sample], ...]] = (
    single_column, dates_at_right, dates_beside_bullets, sidebar_left, sidebar_right, two_columns, head_over_columns,
    label_rail, years_rail, letter_spaced, two_pages,
)  # fmt: skip


def all_samples() -> list[Sample]:
    """Return every layout of every person by every writer."""
    return [layout(person, writer) for layout in LAYOUTS for person in EVERYBODY for writer in Writer]
