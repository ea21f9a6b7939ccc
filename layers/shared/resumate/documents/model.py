"""What reading a document yields: lines, sections, entries, chunks, the contact block and the report.

Everything later stages know about a file is here; nothing points back into a PDF. All structs encode to
JSON and MessagePack (`msgspec`), which is how they cross from the parsing child and into PostgreSQL.
Line numbers are 1-based over the whole document in reading order; pages are 1-based.
"""

from enum import StrEnum

from msgspec import Struct


class SectionKind(StrEnum):
    """What a section is about, whatever its heading says."""

    HEADER = "header"
    CONTACT = "contact"
    SUMMARY = "summary"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    SKILLS = "skills"
    PROJECTS = "projects"
    CERTIFICATIONS = "certifications"
    PUBLICATIONS = "publications"
    AWARDS = "awards"
    LANGUAGES = "languages"
    VOLUNTEERING = "volunteering"
    INTERESTS = "interests"
    REFERENCES = "references"
    OTHER = "other"


class Line(Struct, frozen=True, omit_defaults=True):
    """One line as a reader sees it.

    `text` is normalised (NFKC, no control characters) and shown to its owner only; `masked` is the same
    with contact details replaced by placeholders (see `documents.masking`), and the only form that may
    reach an embedding, a prompt or a log. `box` is (left, top, right, bottom) in points from the page's top left.
    """

    number: int
    page: int
    text: str
    masked: str
    box: tuple[float, float, float, float] | None = None
    hidden: bool = False


class YearMonth(Struct, frozen=True, order=True):
    """A calendar month; `month` is None where the file gives a year alone."""

    year: int
    month: int | None = None


class Entry(Struct, frozen=True):
    """One job, degree or project inside a section: what a bullet needs to be understood.

    `head_lines` are the numbers of the lines that state organisation, title and dates. `end` is None with
    `current` True for "to present".
    """

    first_line: int
    last_line: int
    head_lines: list[int]
    organisation: str | None = None
    title: str | None = None
    start: YearMonth | None = None
    end: YearMonth | None = None
    current: bool = False


class Section(Struct, frozen=True):
    """A run of lines under one heading; the header before the first heading has `heading` ""."""

    kind: SectionKind
    heading: str
    first_line: int
    last_line: int
    entries: list[Entry] = []
    heading_lines: list[int] = []


class Contact(Struct, frozen=True):
    """The person's own details; what is not in the file is None or empty, never guessed."""

    name: str | None = None
    email: str | None = None
    phone: str | None = None
    links: list[str] = []
    place: str | None = None


class Chunk(Struct, frozen=True):
    """A bullet, sentence group or list of one entry: the unit that is embedded, searched and quoted.

    `text` is the masked text of lines `first_line`..`last_line` joined as prose (no bullet mark). `context`
    (for example "Software Engineer, Apple, June 2005 – Aug 2007") is embedded in front of it, and stands on
    the lines `context_lines`; only the chunk's own lines and those are ever quoted.
    """

    index: int
    section: SectionKind
    heading: str
    first_line: int
    last_line: int
    text: str
    context: str = ""
    context_lines: list[int] = []
    organisation: str | None = None
    title: str | None = None
    start: YearMonth | None = None
    end: YearMonth | None = None
    current: bool = False

    @property
    def embedded_text(self) -> str:
        """What the embedder sees: the context, then the chunk's own words."""
        return f"{self.context}: {self.text}" if self.context else self.text


class Warning(Struct, frozen=True):  # noqa: A001 - the report's own word; the builtin is never used in this package
    """Something the user should look at; `lines` names where, `message` is in a job seeker's words."""

    code: str
    message: str
    lines: list[int] = []


class SectionSummary(Struct, frozen=True):
    """One row of the report: a section and how many lines were read in it."""

    kind: SectionKind
    heading: str
    first_line: int
    last_line: int
    lines: int


class ParseReport(Struct, frozen=True):
    """What was read, in words and numbers that a job seeker understands.

    `columns` has one number per page; `confidence` is 0 to 1; `engine` names the library whose text was taken.
    `page_sizes` has (width, height) of every page in points, the frame in which the lines' boxes stand; it is empty
    for formats that have no pages of their own.
    """

    pages: int
    columns: list[int]
    characters: int
    lines: int
    sections: list[SectionSummary]
    engine: str
    confidence: float
    warnings: list[Warning] = []
    page_sizes: list[tuple[float, float]] = []


class ParsedDocument(Struct, frozen=True):
    """Everything that is known about one uploaded file; `sha256` is of the uploaded bytes, in hex."""

    content_type: str
    sha256: str
    language: str
    contact: Contact
    lines: list[Line]
    sections: list[Section]
    chunks: list[Chunk]
    report: ParseReport
