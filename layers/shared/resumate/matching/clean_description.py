"""Turns a pasted job description into the plain text that a prompt may hold.

Characters, markup and page furniture go, wrapped lines are joined, and sentences that give orders to the writer
are left out. `read_job` works on the same blocks.
"""

import re
from typing import Final

from resumate.matching.characters import readable
from resumate.matching.layout import Block, Kind, read_blocks
from resumate.matching.markup import without_tags
from resumate.matching.orders import without_orders

# A row of a table that was copied as text: "Employer", a tab, its name.
_LABELLED_CELL: Final = re.compile(r"^([^\W\d][^\t\n:]{1,30}[^\s:])[ ]*\t[ \t]*(?=\S)([^\t\n]+)$", re.MULTILINE)


def clean_description(text: str) -> str:
    """Return `text` as plain lines: headings, "- " items and paragraphs; "" when nothing readable is in it."""
    return "\n".join(_line(block) for block in description_blocks(text)).strip()


def description_blocks(text: str) -> list[Block]:
    """Return the blocks of a pasted job description, without orders to the writer."""
    blocks = read_blocks(without_tags(_LABELLED_CELL.sub(r"\1: \2", readable(text))))
    cleaned = (Block(block.kind, without_orders(block.text), block.level) for block in blocks)
    return [block for block in cleaned if block.text]


def _line(block: Block) -> str:
    if block.kind is Kind.HEADING:
        return f"\n{block.text}"
    return f"- {block.text}" if block.kind is Kind.ITEM else block.text
