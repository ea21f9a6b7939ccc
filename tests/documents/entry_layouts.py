"""Writes the experience of a fictional person in every way that heads of entries are written, as PDF and as plain text.

The employers have names that no word list knows, and some of the titles too; what tells them apart is where they stand.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tests.documents.pdf_canvas import Sheet

WIDTH: Final = 480.0
LEFT: Final = 55.0


@dataclass(frozen=True)
class Role:
    """One job of the made-up person; `dates` as printed, `start` as (year, month)."""

    title: str
    employer: str
    place: str
    dates: str
    start: tuple[int, int | None]
    bullets: tuple[str, str]


ROLES: Final = (
    Role("Senior Software Engineer", "Contoso", "Leeds, UK", "Mar 2019 – Present", (2019, 3),
         ("Rebuilt the billing service and moved 40 customers to it without a minute of downtime", "Mentored three engineers")),
    Role("Software Engineer", "Umber & Vale", "York, UK", "Jun 2016 – Feb 2019", (2016, 6),
         ("Wrote the loader that reads 2 million orders a night", "Cut the cost of storage by a third")),
    Role("Junior Developer", "Tallow", "Hull, UK", "Sep 2013 – May 2016", (2013, 9),
         ("Kept the shop running through two winters", "Answered the pager every third week")),
)  # fmt: skip
UNKNOWN_TITLE: Final = Role("Story Wrangler", "Blue Heron", "Bath, UK", "Jan 2011 – Aug 2013", (2011, 1),
                            ("Gathered tales from four towns", "Printed them in a book that sold out"))  # fmt: skip

Line = tuple[str, str, bool]  # left text, right text, bold
Style = Callable[[Role], list[Line]]


def employer_above(role: Role) -> list[Line]:
    return [(role.employer, "", True), (role.title, role.dates, False)]


def employer_above_with_place(role: Role) -> list[Line]:
    return [(role.employer, role.place, True), (role.title, role.dates, False)]


def title_above(role: Role) -> list[Line]:
    return [(role.title, role.dates, True), (role.employer, role.place, False)]


def title_above_dates_below(role: Role) -> list[Line]:
    return [(role.title, "", True), (role.employer, "", False), (f"{role.dates} | {role.place}", "", False)]


def by_pipe(role: Role) -> list[Line]:
    return [(f"{role.title} | {role.employer} | {role.place}", role.dates, True)]


def by_comma(role: Role) -> list[Line]:
    return [(f"{role.title}, {role.employer}", role.dates, True)]


def by_dash(role: Role) -> list[Line]:
    return [(f"{role.title} – {role.employer}", role.dates, False)]


def by_dash_turned_round(role: Role) -> list[Line]:
    return [(f"{role.employer} — {role.title}", "", True), (f"{role.dates}, {role.place}", "", False)]


def by_wide_gap(role: Role) -> list[Line]:
    return [(role.title, role.employer, True), (role.dates, "", False)]


def by_at(role: Role) -> list[Line]:
    return [(f"{role.title} at {role.employer}", "", True), (f"{role.dates} (2 years 9 months)", "", False)]


def dates_first(role: Role) -> list[Line]:
    return [(role.dates, "", False), (f"{role.title}, {role.employer}", "", True)]


def with_terms(role: Role) -> list[Line]:
    return [(f"{role.title} (IC4), {role.employer}", role.dates, True), (f"Full-time, {role.place}", "", False)]


def with_department(role: Role) -> list[Line]:
    return [(role.employer, role.dates, True), (f"{role.title}, Platform Engineering", role.place, False)]


def in_capitals(role: Role) -> list[Line]:
    return [(role.employer.upper(), role.place.upper(), False), (role.title, role.dates, False)]


STYLES: Final[tuple[Style, ...]] = (
    employer_above, employer_above_with_place, title_above, title_above_dates_below, by_pipe, by_comma, by_dash,
    by_dash_turned_round, by_wide_gap, by_at, dates_first, with_terms, with_department, in_capitals,
)  # fmt: skip
# In these the place of a piece tells what it is, also where its words tell nothing.
STYLES_OF_PLACES: Final[tuple[Style, ...]] = (
    employer_above, employer_above_with_place, title_above, title_above_dates_below, by_pipe, by_comma, by_dash,
    by_dash_turned_round, by_at, dates_first, in_capitals,
)  # fmt: skip


def as_pdf(roles: tuple[Role, ...], style: Style, *, marks: bool = True) -> bytes:
    """Draw a page with the roles in one style; without `marks` the items of a job are plain lines under each other."""
    sheet = Sheet()
    y = sheet.text(LEFT, 40, "Maya Lindqvist", size=20, style="B")
    y = sheet.text(LEFT, y, "maya@example.org | +46 18 471 00 19")
    y = sheet.text(LEFT, y + 12, "Experience", size=14, style="B")
    for role in roles:
        y += 6
        for left, right, bold in style(role):
            if right:
                sheet.text(LEFT, y, _encoded(right), width=WIDTH, align="R")
            y = sheet.text(LEFT, y, _encoded(left), style="B" if bold else "", width=WIDTH)
        y = sheet.bullets(LEFT, y, role.bullets, WIDTH) if marks else _unmarked(sheet, y, role)
    y = sheet.text(LEFT, y + 12, "Education", size=14, style="B")
    y = sheet.text(LEFT, y + 4, "BSc in Mathematics, Lund University, 2010 - 2013", width=WIDTH)
    y = sheet.text(LEFT, y + 12, "Skills", size=14, style="B")
    sheet.text(LEFT, y + 4, "Python, SQL", width=WIDTH)
    return sheet.bytes()


def _encoded(text: str) -> str:
    """Return dashes as the built-in fonts have them."""
    return text.replace("–", "\x96").replace("—", "\x97")


def _unmarked(sheet: Sheet, y: float, role: Role) -> float:
    for item in role.bullets:
        y = sheet.text(LEFT + 10, y + 2, item, width=WIDTH - 10)
    return y


def as_text(roles: tuple[Role, ...], style: Style) -> bytes:
    """Write the same as plain text, the right side behind a tab."""
    parts = ["Maya Lindqvist", "maya@example.org | +46 18 471 00 19", "", "EXPERIENCE"]
    for role in roles:
        parts += ["", *(f"{left}\t{right}" if right else left for left, right, _ in style(role))]
        parts += [f"- {bullet}" for bullet in role.bullets]
    return "\n".join([*parts, "", "SKILLS", "", "Python, SQL"]).encode()
