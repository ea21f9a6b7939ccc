"""A sheet to draw resumes on: wrapped text at a place, bullets, headings, with fpdf2's built-in fonts."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum

from fpdf import FPDF


class Writer(Enum):
    """How a program puts text into a PDF; the page looks the same each time.

    Word processors write as the author wrote, browsers and tables often from the top of the page to the bottom, TeX
    word by word without a single space.
    """

    AS_WRITTEN = "as written"
    TOP_TO_BOTTOM = "top to bottom"
    WORD_BY_WORD = "word by word"


@dataclass
class _Stroke:
    """One line of text and how it looks."""

    x: float
    y: float
    text: str
    style: str
    size: float
    colour: tuple[int, int, int]
    spacing: float


class Sheet:
    """A4 in points. `y` runs down; every drawing method returns the y below what it drew."""

    def __init__(self, writer: Writer = Writer.AS_WRITTEN, size: float = 10, font: str = "Helvetica") -> None:
        self.pdf = FPDF(unit="pt", format="A4")
        self.pdf.set_auto_page_break(auto=False)
        self.pdf.set_margin(0)
        self.pdf.c_margin = 0
        self.pdf.set_creation_date(datetime(2024, 5, 1, tzinfo=UTC))
        self.writer = writer
        self.font = font
        self.size = size
        self.strokes: list[_Stroke] = []
        self.pdf.add_page()
        self.width, self.height = self.pdf.w, self.pdf.h

    def page(self) -> None:
        """Begin another page."""
        self._flush()
        self.pdf.add_page()

    def bytes(self) -> bytes:
        """Return the finished PDF."""
        self._flush()
        return bytes(self.pdf.output())

    def text(
        self, x: float, y: float, text: str, *, width: float = 1000, size: float | None = None, style: str = "",
        colour: tuple[int, int, int] = (0, 0, 0), align: str = "L", leading: float = 1.3, spacing: float = 0,
    ) -> float:  # fmt: skip
        """Draw wrapped text with its first baseline one line below `y`."""
        size = size or self.size
        self.pdf.set_font(self.font, style, size)
        for line in self.wrap(text, width):
            y += leading * size
            shift = {
                "L": 0.0,
                "R": width - self.pdf.get_string_width(line),
                "C": (width - self.pdf.get_string_width(line)) / 2,
            }
            self.strokes.append(_Stroke(x + shift[align], y, line, style, size, colour, spacing))
        if self.writer is not Writer.TOP_TO_BOTTOM:
            self._flush()
        return y

    def _flush(self) -> None:
        """Put what was drawn into the file, in the writer's order."""
        if self.writer is Writer.TOP_TO_BOTTOM:
            self.strokes.sort(key=lambda stroke: (round(stroke.y), stroke.x))
        for stroke in self.strokes:
            self.pdf.set_font(self.font, stroke.style, stroke.size)
            self.pdf.set_text_color(*stroke.colour)
            self.pdf.set_char_spacing(stroke.spacing)
            if self.writer is Writer.WORD_BY_WORD:
                self._words(stroke)
            else:
                self.pdf.text(stroke.x, stroke.y, stroke.text)
        self.pdf.set_char_spacing(0)
        self.pdf.set_text_color(0, 0, 0)
        self.strokes = []

    def _words(self, stroke: _Stroke) -> None:
        x = stroke.x
        for word in stroke.text.split(" "):
            self.pdf.text(x, stroke.y, word)
            x += self.pdf.get_string_width(f"{word} ")

    def wrap(self, text: str, width: float) -> list[str]:
        """Break a text into lines that fit."""
        lines, held = [], ""
        for word in text.split(" "):
            longer = f"{held} {word}" if held else word
            if held and self.pdf.get_string_width(longer) > width:
                lines.append(held)
                held = word
            else:
                held = longer
        return [*lines, held]

    def bullets(self, x: float, y: float, items: tuple[str, ...], width: float, **looks: object) -> float:
        """Draw a list."""
        for item in items:
            self.text(x, y, "\x95", **looks)  # type: ignore[arg-type]  # the looks of `text`
            y = self.text(x + 10, y, item, width=width - 10, **looks) + 1  # type: ignore[arg-type]  # as above
        return y

    def rule(self, x: float, y: float, width: float) -> None:
        """Draw a thin line."""
        self.pdf.line(x, y, x + width, y)

    def area(self, x: float, y: float, width: float, height: float, colour: tuple[int, int, int]) -> None:
        """Fill an area."""
        self.pdf.set_fill_color(*colour)
        self.pdf.rect(x, y, width, height, style="F")
