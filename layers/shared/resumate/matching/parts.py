"""Gives every item and paragraph of an advertisement the role of the heading it stands under.

Between `layout` and `requirements`.
"""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from resumate.matching.headings import Role, role_of
from resumate.matching.layout import LABEL_LEVEL, Block, Kind

# A list of single words belongs to the line that opens it: "Experience with:" "Python" "SQL".
_SHORT_ITEM_WORDS: Final = 3
_TRIM: Final = " \t•·,;."


class Part(Struct, frozen=True):
    """A block and what its heading says of it; `trusted` when the heading vouches that it asks something."""

    role: Role
    trusted: bool
    block: Block


def read_parts(blocks: list[Block]) -> Iterator[Part]:
    """Yield the items and paragraphs in order; an unknown sub-heading keeps the role of the heading above it."""
    open_headings: list[tuple[int, Role, bool]] = []
    role, trusted = Role.MIXED, True
    asked = False
    after_label = False
    for block in _with_short_lists(blocks):
        if block.kind is Kind.HEADING:
            while open_headings and open_headings[-1][0] >= block.level:
                open_headings.pop()
            role, trusted = _heading_role(block, open_headings, asked=asked, before=role)
            open_headings.append((block.level, role, trusted))
            after_label = block.level == LABEL_LEVEL
            continue
        yield Part(role, trusted, block)
        asked = asked or role in (Role.MUST, Role.DUTY, Role.WISH)
        if after_label and role in (Role.DROP, Role.MIXED):  # "Location: Ulm" says nothing of the lines after it
            open_headings.pop()
            role, trusted = open_headings[-1][1:] if open_headings else (Role.MIXED, True)
        after_label = False


def _heading_role(block: Block, above: list[tuple[int, Role, bool]], *, asked: bool, before: Role) -> tuple[Role, bool]:
    if (known := role_of(block.text)) is not None:
        if above and above[-1][1] in (Role.WISH, Role.DROP) and known in (Role.MUST, Role.MIXED, Role.DUTY):
            return above[-1][1], True  # "Nice to have" / "Technical skills"
        return known, True
    if above:
        return above[-1][1:]
    # An unknown heading behind the requirements and a dropped part is more likely praise than demand.
    return Role.MIXED, not (asked and before is Role.DROP)


def _with_short_lists(blocks: list[Block]) -> Iterator[Block]:
    """Join the items of a list of single words to the line that opens it."""
    position = 0
    while position < len(blocks):
        block = blocks[position]
        position += 1
        if not (block.text.endswith(":") and block.kind is not Kind.HEADING):
            yield block
            continue
        short: list[str] = []
        while position < len(blocks) and _is_short_item(blocks[position]):
            short.append(blocks[position].text.strip(_TRIM))
            position += 1
        yield Block(block.kind, f"{block.text} {', '.join(short)}" if short else block.text, block.level)


def _is_short_item(block: Block) -> bool:
    return block.kind is Kind.ITEM and len(block.text.split()) <= _SHORT_ITEM_WORDS
