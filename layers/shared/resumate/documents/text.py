"""Reads plain text: lines, bullets, paragraphs that were wrapped by hand, pages at form feeds.

Called by `read` through its registry; `encodings` turns the bytes into characters, `markdown` builds on the same
lines. Long paragraphs are cut into lines one can quote.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from resumate import limits
from resumate.documents.encodings import decode
from resumate.documents.headings import kind_of
from resumate.documents.normalise import clean
from resumate.documents.reading import Reading, SourceLine
from resumate.errors import Code, DocumentError

BULLET: Final = re.compile(r"^\s*(?:[•●▪■◦○‣∙·►▶➢➤✓✔❖◆◇⁃\u2013\u2014]\s*|[*+\-o]\s+|\d{1,2}[.)]\s+(?=\S{3}))(?=\S)")
RULE: Final = re.compile(r"^\s*([-=_*~#+.•])(?:\s*\1){2,}\s*$")
_WIDE_GAP: Final = re.compile(r"\t+|\s{3,}")
_SENTENCE: Final = re.compile(r".+?(?:[.!?;]['\")\]”’]?\s+|[。！？；]|$)", re.DOTALL)
LONGEST_LINE: Final = 220
_NARROWEST_WRAP: Final = 50
_WIDEST_WRAP: Final = 130
_MOST_BYTES: Final = 4 * limits.DOCUMENT_CHARACTERS


def read_text(data: bytes) -> Reading:
    """Return the lines of a text file; raises `DocumentError` (encoding, unsupported_type, empty, too_much_text)."""
    text = load(data)
    lines = plain_lines(text.split("\f"))
    pages = max((line.page for line in lines), default=1)
    return Reading(lines, pages, [1] * pages, "text")


def load(data: bytes) -> str:
    """Return the characters of a text file, at most as many as a document may have."""
    if len(data) > _MOST_BYTES:
        decode(data[: _MOST_BYTES // 4])  # what is no text is refused as that
        raise DocumentError(Code.TOO_MUCH_TEXT)
    text = decode(data)
    if len(text) > limits.DOCUMENT_CHARACTERS:
        raise DocumentError(Code.TOO_MUCH_TEXT)
    return text


def plain_lines(pages: Sequence[str]) -> list[SourceLine]:
    """Return the lines of pages of text."""
    width = _wrap_width(line for page in pages for line in page.splitlines())
    lines: list[SourceLine] = []
    for number, page in enumerate(pages, start=1):
        empty, before = 1, ""
        for raw in page.splitlines():
            plain = clean(raw)
            if not plain or RULE.match(raw):
                if plain and lines and not empty and _may_head(lines[-1]):
                    lines[-1].level = 1  # underlined
                empty += 1
                continue
            bullet = BULLET.match(raw)
            continues = (
                bool(before) and not empty and not bullet and (_is_wrapped(before, raw, width) or _hangs(before, raw))
            )
            add_paragraph(lines, raw, number, bullet=bullet, gap=1.0 + empty, continues=continues)
            empty, before = 0, raw
    return lines


def add_paragraph(
    lines: list[SourceLine], raw: str, page: int, *, bullet: re.Match[str] | None, gap: float, continues: bool = False
) -> None:
    """Append the lines of one paragraph."""
    body = raw[bullet.end() :] if bullet and not raw.lstrip()[0].isdigit() else raw
    pieces = [piece for part in _WIDE_GAP.split(body.strip()) if (piece := clean(part))]
    mark = "• " if bullet and body is not raw else ""
    for index, text in enumerate(wrap(mark + clean(" ".join(pieces)))):
        lines.append(
            SourceLine(
                text,
                page,
                bullet=bool(bullet) and not index,
                gap=1.0 if index else gap,
                continues=continues or index > 0,
                pieces=tuple(pieces) if len(pieces) > 1 and not index else (),
            )
        )


def _may_head(line: SourceLine) -> bool:
    return len(line.text) < 60 and not line.bullet


def _wrap_width(lines: Iterable[str]) -> int:
    """The width at which the author's program broke lines; 0 where it did not."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    if not lengths:
        return 0
    widest = lengths[int(0.97 * (len(lengths) - 1))]
    return widest if _NARROWEST_WRAP <= widest <= _WIDEST_WRAP else 0


def _is_wrapped(before: str, line: str, width: int) -> bool:
    """Whether the first word of `line` would not have fitted on the line before."""
    if not width or len(before) < _NARROWEST_WRAP or kind_of(line) is not None or _WIDE_GAP.search(line.strip()):
        return False
    first = line.split(maxsplit=1)[0]
    return len(before.rstrip()) + 1 + len(first) > 0.93 * width


def _hangs(before: str, line: str) -> bool:
    """Whether `line` is indented to stand under the text of a bullet."""
    indent, bullet = len(line) - len(line.lstrip()), BULLET.match(before)
    if bullet:
        return indent >= bullet.end() > 0
    return indent >= 2 and len(before) - len(before.lstrip()) == indent and not before.lstrip()[0].isupper()


def wrap(text: str) -> list[str]:
    """Cut a long paragraph into lines at sentence ends, else at spaces: what is quoted later should be short."""
    if len(text) <= LONGEST_LINE:
        return [text] if text else []
    lines: list[str] = []
    held = ""
    for sentence in _SENTENCE.findall(text):
        for part in _cut(sentence):
            if held and len(held) + len(part) > LONGEST_LINE:
                lines.append(held.strip())
                held = ""
            held += part
    if held.strip():
        lines.append(held.strip())
    return [line for line in lines if line]


def _cut(sentence: str) -> list[str]:
    """Cut one sentence that is longer than a line, at spaces where there are any."""
    parts = []
    while len(sentence) > LONGEST_LINE:
        space = sentence.rfind(" ", LONGEST_LINE // 3, LONGEST_LINE)
        cut = space + 1 if space > 0 else LONGEST_LINE
        parts.append(sentence[:cut])
        sentence = sentence[cut:]
    return [*parts, sentence] if sentence else parts
