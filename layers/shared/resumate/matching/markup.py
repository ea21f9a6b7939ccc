"""Takes HTML and Markdown off pasted text and keeps what they say about its layout.

Between `characters` and `layout`: tags become line breaks, headings and bullets become the Markdown marks that
`layout` reads, and `without_markdown` removes the marks inside one line.
"""

import re
from typing import Final

from resumate.matching.pattern import Pattern

_COMMENT: Final = re.compile(r"<!--.{0,4000}?-->", re.DOTALL)
_UNREADABLE: Final = re.compile(
    r"<(script|style|template|noscript|head)\b[^<>]*>.{0,9000}?</\1\s*>", re.DOTALL | re.IGNORECASE
)
_HEADING: Final = re.compile(r"<h([1-6])\b[^<>]*>(.{0,400}?)</h\1\s*>", re.DOTALL | re.IGNORECASE)
_STRONG: Final = re.compile(r"</?(?:b|strong)\b[^<>]*>", re.IGNORECASE)
_ITEM: Final = re.compile(r"<li\b[^<>]*>\s*", re.IGNORECASE)
_TERM_END: Final = re.compile(r"\s{0,40}</dt\s*>\s*(<dd\b[^<>]*>)?\s*", re.IGNORECASE)
_BREAK: Final = Pattern(
    r"""
    </?(?:p|div|br|hr|ul|ol|li|dl|dt|dd|tr|table|section|article|header|footer|blockquote|h[1-6])\b[^<>]*>
    """
)
_CELL: Final = re.compile(r"</t[dh]\s*>", re.IGNORECASE)
# Any other tag, and includes such as << common.md >>.
_TAG: Final = re.compile(r"<[a-zA-Z/!?][^<>\n]*>|<<\s*\S+\s*>>")
# The role markers of chat templates; what stands behind one on its line was not written for a reader.
_ROLE_MARKER: Final = re.compile(r"(?:<\|[^>\n]*\|?>|\[/?INST\]|<</?SYS>>|<(?:start|end)_of_turn>).*")

_LINK_DEFINITION: Final = re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t]*\S+.*$", re.MULTILINE)
_FENCE: Final = re.compile(r"^[ \t]*(```|~~~).*$", re.MULTILINE)
_IMAGE: Final = re.compile(r"!\[[^\]]*\](\([^)]*\)|\[[^\]]*\])")
_LINK: Final = re.compile(r"\[([^\]\[]+)\](\([^)]*\)|\[[^\]]*\])")
_EMPHASIS: Final = re.compile(r"(?<![\w*_])(\*{1,3}|_{1,3}|~~)(?=\S)(.{1,400}?)(?<=\S)\1(?![\w*_])")
_CODE: Final = re.compile(r"`+([^`]+)`+")
_ESCAPE: Final = re.compile(r"\\([\\`*_{}\[\]()#+\-.!~|<>$&])")
_GAPS: Final = re.compile(r" (?=[,;)\]](?:\s|$))|(?<=[(\[]) ")
_SPACES: Final = re.compile(r"[^\S\n]+")


def without_tags(text: str) -> str:
    """Return `text` with HTML turned into lines, Markdown headings and bullets; link definitions are dropped."""
    text = _UNREADABLE.sub("\n", _COMMENT.sub(" ", _ROLE_MARKER.sub("", text)))
    text = _HEADING.sub(lambda match: f"\n\n{'#' * int(match[1])} {_one_line(match[2])}\n\n", text)
    text = _ITEM.sub("\n• ", _TERM_END.sub(": ", text))
    text = _CELL.sub(" ", _BREAK.sub("\n", _STRONG.sub("**", text)))
    return _FENCE.sub("", _LINK_DEFINITION.sub("", _TAG.sub("", text)))


def without_markdown(line: str) -> str:
    """Return one line without emphasis, links, code marks and escapes, with single spaces."""
    line = _LINK.sub(r"\1", _IMAGE.sub("", line))
    for _ in range(3):  # emphasis nests: ***bold** and italic*
        line = _EMPHASIS.sub(r"\2", line)
    line = _ESCAPE.sub(r"\1", _CODE.sub(r"\1", line))
    line = _SPACES.sub(" ", line.replace("**", "")).strip()
    return _GAPS.sub("", line)


def _one_line(text: str) -> str:
    return _SPACES.sub(" ", _TAG.sub(" ", _BREAK.sub(" ", _STRONG.sub("", text))).replace("\n", " ")).strip()
