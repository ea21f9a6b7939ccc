"""Reads the raw lines of an advertisement and joins those that a page's width broke.

Between `markup` and `layout`. A line is joined to the one before only when the page's width explains the break:
an advertisement with one requirement a line and no bullets must not become one long sentence.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from resumate.matching.furniture import is_furniture
from resumate.matching.pattern import Pattern


class Line(Struct, frozen=True):
    """A line of the advertisement.

    `marker` is its bullet or number, or ""; `after_blank` says that a blank line stands before it; `width` counts the
    characters of the raw line.
    """

    text: str
    indent: int
    marker: str
    after_blank: bool
    width: int

    @property
    def marked(self) -> bool:
        """Whether the line has a bullet or a number."""
        return bool(self.marker)

    @property
    def ornamented(self) -> bool:
        """Whether the mark is a picture, which may stand before a heading as well as before an item."""
        return EMOJI.match(self.marker) is not None


_NUMBER: Final = r"\(?\d{1,2}(?:\.\d{1,2})*[.)]\s+|\d{1,2}、\s*|\(?[a-zA-Z][.)]\s+|\(?(?:i{1,3}|iv|vi{0,3}|ix)[.)]\s+"
_SYMBOL: Final = "[•·・▪◦‣●○■□►▶▸➤➢➔✓✔✅★☆❖◆◇⁃∙▫→»›¤¶※*+\u2010-\u2015\u2212-]"
_EMOJI: Final = "[\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
EMOJI: Final = re.compile(_EMOJI)
MARKER: Final = re.compile(
    rf"(?:{_SYMBOL}{{1,2}}\s+|[•·・▪◦●■►➤➢✓✔✅★◆※]\s*(?=\w)|{_EMOJI}{{1,3}}\s*|{_NUMBER}|\[[ xX]?\]\s+|>\s+(?=\w))+"
)
_GARBAGE: Final = re.compile(
    r"(?![#(\[\"'“‘„«¿¡$€£@&*<{/【〔《〈「『])[^\w\s]{1,3}[\"'”]?(?=[^\W\d_])|![\"']?(?=\w)|o\s+(?=[A-Z])|[-–]\s?(?=\w)"
)
_GARBAGE_LEAST: Final = 2
_HANGING_WORD: Final = Pattern(
    r"""
    (?:,|\b(?:and|or|of|the|to|with|in|for|a|an|as|by|on|from|at|our|your|und|oder|der|die|das|mit|für|von|et|ou|de|la
    |le|les|des|du|y|o|con|el|en|para))$
    """
)
_SENTENCE_END: Final = re.compile(r"[.!?:;。！？：；]['\"”’)]?$")
# Narrower text is never taken for wrapped: short lines are lists.
_WIDTH_LEAST: Final = 45
_SUPPORT_LEAST: Final = 3
_HANGING_WIDTH_LEAST: Final = 30


def read_lines(text: str) -> list[Line]:
    """Return the lines of the advertisement without page furniture, wrapped ones joined.

    Args:
        text: the output of `markup.without_tags`.
    """
    runs: list[list[Line]] = []
    for line in _lines(text):
        if not runs or line.after_blank or line.marked or line.text.startswith("#"):
            runs.append([line])
        else:
            runs[-1].append(line)
    width = _page_width(runs)
    return [line for run in runs for line in _joined(run, width)]


def _lines(text: str) -> Iterator[Line]:
    raw = [line.expandtabs(4).rstrip() for line in text.split("\n")]
    prefixes = _garbage_prefixes(raw)
    after_blank = True
    for line in raw:
        words = line.strip()
        if is_furniture(line):
            continue
        if words:
            text = _without_marker(words, prefixes)
            marker = words[: len(words) - len(text)].strip()
            yield Line(text.strip(), len(line) - len(words), marker, after_blank, len(line))
        after_blank = not words


def _without_marker(words: str, prefixes: frozenset[str]) -> str:
    if match := MARKER.match(words):
        return words[match.end() :]
    if (match := _GARBAGE.match(words)) and match[0].strip() in prefixes:
        return words[match.end() :]
    return words


def _garbage_prefixes(lines: list[str]) -> frozenset[str]:
    """Find what stands for a bullet when a print-out lost it: the same odd start on several lines."""
    starts = (_GARBAGE.match(line.strip()) for line in lines)
    counts = Counter(match[0].strip() for match in starts if match)
    return frozenset(prefix for prefix, count in counts.items() if count >= _GARBAGE_LEAST)


def _page_width(runs: list[list[Line]]) -> int:
    """Estimate where the page broke its lines: the width that most followed lines come close to, or 0."""
    widths = sorted(line.width for run in runs for line in run[:-1] if line.width >= _WIDTH_LEAST)
    if len(widths) < _SUPPORT_LEAST:
        return 0
    width = widths[3 * len(widths) // 4]
    close = sum(0.8 * width <= other <= 1.25 * width for other in widths)
    return width if close >= max(_SUPPORT_LEAST, 0.6 * len(widths)) else 0


def _joined(run: list[Line], page_width: int) -> Iterator[Line]:
    wrapped = _is_wrapped(run, page_width)
    lower_list = len(run) > 2 and all(line.text[:1].islower() for line in run)
    current = run[0]
    for previous, line in pairwise(run):
        hanging = run[0].marked and (line.indent > run[0].indent or _is_full(previous, line, page_width))
        if _continues(previous, line, wrapped=wrapped, lower_list=lower_list, hanging=hanging):
            current = replace(current, text=f"{current.text} {line.text}")
        else:
            yield current
            current = line
    yield current


def _is_full(line: Line, after: Line, page_width: int) -> bool:
    """Tell whether the next word would not have fitted on `line`; a little slack, as links are cut after wrapping."""
    return page_width > 0 and line.width + len(after.text.split()[0]) + 2 > page_width


def _is_wrapped(run: list[Line], page_width: int) -> bool:
    """Tell whether most breaks of a run are where the next word would not have fitted."""
    pairs = list(pairwise(run))
    width = page_width
    if not width and len(pairs) > 2:
        width = max(line.width for line in run[:-1])
    if not pairs or width < _WIDTH_LEAST:
        return False
    return sum(_is_full(line, after, width) for line, after in pairs) >= 0.6 * len(pairs)


def _continues(previous: Line, line: Line, *, wrapped: bool, lower_list: bool, hanging: bool) -> bool:
    if line.text.startswith("#") or re.fullmatch(r"[=\-_]{3,}", line.text) or previous.text.endswith(":"):
        return False
    if hanging:
        return True
    if lower_list:
        return wrapped and not _SENTENCE_END.search(previous.text)
    if _HANGING_WORD.search(previous.text) and previous.width >= _HANGING_WIDTH_LEAST:
        return True
    if line.text.lstrip("([\"'")[:1].islower() and not _SENTENCE_END.search(previous.text):
        return wrapped or previous.width >= _WIDTH_LEAST
    return wrapped
