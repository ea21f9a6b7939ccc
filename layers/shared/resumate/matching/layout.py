"""Tells the headings, items and paragraphs of an advertisement apart, whatever it was pasted from.

Reads what `wrapping` yields; `requirements`, `title`, `company` and `clean_description` work on its blocks.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from resumate.matching.headings import is_known_heading, labelled
from resumate.matching.markup import without_markdown
from resumate.matching.wrapping import Line, read_lines


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    ITEM = "item"
    PARAGRAPH = "paragraph"


class Block(Struct, frozen=True):
    """A piece of the advertisement as plain text.

    `level` of a heading: 1 (highest) to 8; of an item: its indentation in characters; of a paragraph: 0.
    """

    kind: Kind
    text: str
    level: int = 0


_MARKDOWN_HEADING: Final = re.compile(r"(#{1,6})\s*(.*?)\s*#*")
_NUMBERED: Final = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]|[IVX]{1,4}[.)]|[A-Za-z][.)])\s+")
_BOLD: Final = re.compile(r"(?:\*\*|__)(.+?)(?:\*\*|__)\s*:?")
_RULE: Final = re.compile(r"(?:[-*_=~—–]\s*){3,}")
_BRACKETED: Final = re.compile(r"[【\[《〈<＜〔■◆]\s*[^】\]》〉>]{2,20}[】\]》〉>＞〕]?")
_TABLE_ROW: Final = re.compile(r"\|(.+)\|?")
_INLINE_BULLET: Final = re.compile(r"\s?[•▪●■◦‣➤✓✔►]\s+|\s[·∙]\s+(?=[A-Z])")
BOLD_LEVEL: Final = 5
CAPITALS_LEVEL: Final = 6
PLAIN_LEVEL: Final = 6
COLON_LEVEL: Final = 7
LABEL_LEVEL: Final = 8
_HEADING_WORDS: Final = 9
_LABEL_AND_VALUE: Final = 2


def read_blocks(text: str) -> list[Block]:
    """Return the blocks of an advertisement in its order.

    Args:
        text: the output of `markup.without_tags`.
    """
    lines = read_lines(text)
    blocks: list[Block] = []
    for position, line in enumerate(lines):
        after = lines[position + 1] if position + 1 < len(lines) else None
        blocks.extend(_blocks_of(line, after))
    return [block for block in blocks if any(character.isalnum() for character in block.text)]


def _blocks_of(line: Line, after: Line | None) -> Iterator[Block]:
    if line.ornamented and _stands_above(line, after):
        line = replace(line, marker="")
    if match := _MARKDOWN_HEADING.fullmatch(line.text):
        yield Block(Kind.HEADING, _NUMBERED.sub("", without_markdown(match[2])), len(match[1]))
        return
    if _RULE.fullmatch(line.text):
        return
    text = without_markdown(_table_cells(line.text))
    if level := _heading_level(line, text, after):
        yield Block(Kind.HEADING, _NUMBERED.sub("", text.rstrip(": ")), level)
        return
    if not line.marked and (parts := labelled(text)):
        yield Block(Kind.HEADING, parts[0], LABEL_LEVEL)
        text = parts[1]
    pieces = [piece.strip() for piece in _INLINE_BULLET.split(text)]
    kind = Kind.ITEM if line.marked else Kind.PARAGRAPH
    if len(pieces) < 3:
        yield Block(kind, text, line.indent if line.marked else 0)
        return
    for position, piece in enumerate(pieces):
        words, heading = _heading_at_end(piece)
        if words:
            yield Block(Kind.ITEM if position else kind, words, line.indent if position else 0)
        if heading:
            yield Block(Kind.HEADING, heading, COLON_LEVEL)


def _stands_above(line: Line, after: Line | None) -> bool:
    """Tell whether a line with a picture before it stands alone, or above items with another mark."""
    return after is None or after.after_blank or (line.after_blank and after.marked and after.marker != line.marker)


def _heading_at_end(piece: str) -> tuple[str, str]:
    """Split "Answer phone calls Benefits:", as it stands where an advertisement lost its line breaks."""
    if not piece.endswith((":", "：")):
        return piece, ""
    words = piece.rstrip(":： ").split()
    for count in range(min(5, len(words)), 0, -1):
        heading = " ".join(words[-count:])
        if is_known_heading(heading):
            return " ".join(words[:-count]), heading
    return piece, ""


def _table_cells(text: str) -> str:
    match = _TABLE_ROW.fullmatch(text)
    if match is None:
        return text
    cells = [cell.strip() for cell in match[1].strip("|").split("|") if cell.strip(" -:")]
    return (": " if len(cells) == _LABEL_AND_VALUE else " ").join(cells)


def _heading_level(line: Line, text: str, after: Line | None) -> int:
    """Return the level of a line that is a heading, or 0."""
    if after and not line.marked and re.fullmatch(r"=+|-{3,}", after.text) and not after.after_blank:
        return 1 if after.text[0] == "=" else 2
    words = text.split()
    if not words or len(text) > 90 or (line.marked and not _BOLD.fullmatch(line.text)):
        return COLON_LEVEL if line.marked and _introduces_items(line, text, after) else 0
    if _BOLD.fullmatch(line.text) and len(words) <= 14 and not text.endswith("."):
        return BOLD_LEVEL
    if text.endswith((":", "：")):
        return COLON_LEVEL if len(words) <= 14 else 0
    if is_known_heading(text) or _BRACKETED.fullmatch(text):
        return PLAIN_LEVEL
    if after is not None and after.marked and not line.marked and is_known_heading(text[0].upper() + text[1:]):
        return PLAIN_LEVEL  # "what you'd do", above bullets, by somebody who writes everything small
    return _plain_heading_level(line, text, after)


def _introduces_items(line: Line, text: str, after: Line | None) -> bool:
    """Tell whether a bullet is the title of the deeper bullets below it, or of plain lines."""
    return is_known_heading(text) and after is not None and after.indent > line.indent


def _plain_heading_level(line: Line, text: str, after: Line | None) -> int:
    """Judge a short line without marks: capitals, or alone above a list or a longer text."""
    words = text.split()
    if len(words) > _HEADING_WORDS or text[-1] in ".,;!" or not line.after_blank or after is None:
        return 0
    if text.isupper() and "," not in text and max(map(len, words)) >= 4:
        return CAPITALS_LEVEL
    if not (text[0].isupper() or text[0].isdigit()) or re.search(r"[.;:]\s", text):
        return 0
    opens_list = after.marked
    opens_text = len(after.text.split()) >= 12 and len(words) <= 6
    return PLAIN_LEVEL if opens_list or opens_text else 0
