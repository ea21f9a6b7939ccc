"""What every reader of a format hands on: lines with their looks, before anybody asks what they mean.

The readers (`pdf`, `docx`, `text`) fill these; `sections`, `entries`, `contact` and `chunks` turn them into
the structs of `model`. Nothing here leaves the package.
"""

from dataclasses import dataclass, field

from resumate.documents.model import Warning  # noqa: A004 - the report's own word


@dataclass(slots=True)
class SourceLine:
    """One line in reading order, with what its looks say.

    Attributes:
        text: normalised text, never empty.
        page: 1-based.
        box: (left, top, right, bottom) in points from the page's top left; None where the format has no boxes.
        size: font size in points (0 where unknown).
        bold: whether most of the line is bold.
        colour: RGB as one integer.
        hidden: not visible to a reader of the page.
        level: heading level the author declared (DOCX style, Markdown), else None.
        bullet: the line starts with a bullet mark.
        region: which column, cell or block of the page the line stands in; wraps never cross regions.
        gap: white space above, in line heights; large for the first line of a region.
        furniture: a running head, a running foot or a page number.
        continues: the line is the rest of the paragraph that the line before began (known for certain).
        aside: a cell of dates or places beside other text.
        label: a cell of a rail of labels at the left.
        soft_end: the line ends with a soft hyphen.
        pieces: the parts of the line between wide gaps, where there are several.
        lead: the bold words at the start of a line whose rest is not bold; "" where there are none.
        opens: the first line of a sidebar or of the column beside it.
        stream: "main" and "sidebar" where a page has both, else "whole".
    """

    text: str
    page: int = 1
    box: tuple[float, float, float, float] | None = None
    size: float = 0.0
    bold: bool = False
    colour: int = 0
    hidden: bool = False
    level: int | None = None
    bullet: bool = False
    region: int = 0
    gap: float = 0.0
    furniture: bool = False
    continues: bool = False
    aside: bool = False
    label: bool = False
    soft_end: bool = False
    pieces: tuple[str, ...] = ()
    lead: str = ""
    opens: bool = False
    stream: str = "whole"


@dataclass(slots=True)
class Reading:
    """What a reader found in one file; `page_sizes` are (width, height) in points, empty where nothing says.

    `links` are the addresses that words of the file point at, in order; they may be nowhere in its text.
    """

    lines: list[SourceLine]
    pages: int
    columns: list[int]
    engine: str
    warnings: list[Warning] = field(default_factory=list)
    doubt: float = 0.0
    page_sizes: list[tuple[float, float]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
