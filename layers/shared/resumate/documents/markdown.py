"""Reads Markdown: headings declared by the author, bullets, tables; the marks themselves are left out.

Called by `read` through its registry; encodings and long paragraphs are `text`'s.
"""

import re
from typing import Final

from resumate.documents.normalise import clean
from resumate.documents.reading import Reading, SourceLine
from resumate.documents.text import BULLET, RULE, add_paragraph, load

_HEADING: Final = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_UNDERLINE: Final = re.compile(r"^ {0,3}(=+|-{2,})\s*$")
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_IMAGE: Final = re.compile(r"!\[([^\]]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)")
_LINK: Final = re.compile(r"\[([^\]]+)\]\((?:mailto:|tel:)?<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)")
_AUTO_LINK: Final = re.compile(r"<((?:https?://|mailto:)?[^\s<>]+[.@][^\s<>]+)>")
_EMPHASIS: Final = re.compile(r"(?<![\w\\])(\*\*\*|\*\*|\*|___|__|_|~~|`+)(?=\S)(.+?)(?<=\S)\1(?!\w)")
_BOLD_LINE: Final = re.compile(r"^\s*(?:\*\*|__)[^*_]+(?:\*\*|__):?\s*$")
_LEAD: Final = re.compile(r"^\s*(?:\*\*|__)([^*_]{2,60})(?:\*\*|__):?\s*\S")
_ESCAPE: Final = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_TABLE_RULE: Final = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")


def read_markdown(data: bytes) -> Reading:
    """Return the lines of a Markdown file; raises `DocumentError` (encoding, unsupported_type, empty, too_much_text)."""
    lines: list[SourceLine] = []
    empty = 1
    for raw in _COMMENT.sub("", load(data)).splitlines():
        underline = _UNDERLINE.match(raw)
        if underline and lines and not empty and len(lines[-1].text) < 80 and not lines[-1].bullet:
            lines[-1].level = 1 if underline[1][0] == "=" else 2
            continue
        if not clean(raw) or RULE.match(raw) or (_TABLE_RULE.match(raw) and "|" in raw):
            empty += 1
            continue
        if _add(lines, raw, empty):
            empty = 0
    return Reading(lines, 1, [1], "markdown")


def _add(lines: list[SourceLine], raw: str, empty: int) -> bool:
    """Append what one source line says; return whether it said anything."""
    heading = _HEADING.match(raw)
    body = heading[2] if heading else raw.lstrip("> ") if raw.lstrip().startswith(">") else raw
    bullet = None if heading else BULLET.match(body)
    before = lines[-1] if lines else None
    text = _plain(body[bullet.end() :] if bullet else body)
    if not clean(text):
        return False
    cells = (
        [cell for cell in text.strip().strip("|").split("|") if cell.strip()] if text.lstrip().startswith("|") else []
    )
    marked = body[: bullet.end()] + text if bullet else "\t".join(cells) if cells else text
    count = len(lines)
    soft = not empty and bullet is None and heading is None and not cells
    joined = (
        soft and before is not None and before.level is None and not raw.startswith("  \t") and len(before.text) > 60
    )
    add_paragraph(
        lines, marked, 1, bullet=BULLET.match(marked) if bullet else None, gap=1.0 + empty, continues=bool(joined)
    )
    for line in lines[count:]:
        line.level = len(heading[1]) if heading else None
        line.bold = bool(_BOLD_LINE.match(body))
    lead = _LEAD.match(body[bullet.end() :] if bullet else body)
    if lead is not None and count < len(lines):
        lines[count].lead = clean(lead[1])
    return len(lines) > count


def _plain(text: str) -> str:
    """Return a line without Markdown's marks; a link keeps its address beside its words."""
    text = _AUTO_LINK.sub(lambda match: match[1].removeprefix("mailto:"), _IMAGE.sub(r"\1", text))
    text = _TAG.sub(" ", _LINK.sub(lambda m: m[1] if m[1] in m[2] or m[2] in m[1] else f"{m[1]} {m[2]}", text))
    for _ in range(3):
        text = _EMPHASIS.sub(r"\2", text)
    return _ESCAPE.sub(r"\1", text)
