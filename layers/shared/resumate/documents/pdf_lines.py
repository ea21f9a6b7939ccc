"""Makes the lines of a page from the leaves of its layout: text, looks, bullets, white space.

`columns` gives the leaves, `rows` the text of a row; `pdf` collects the lines of all pages.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from resumate.documents.cells import UPRIGHT_DASHES
from resumate.documents.columns import Layout, Leaf
from resumate.documents.dates import find_dates, is_open_date
from resumate.documents.normalise import clean
from resumate.documents.pdf_words import Word
from resumate.documents.reading import SourceLine
from resumate.documents.rows import Row, pieces, row_text

_MARKS: Final = frozenset("•●▪■◦○‣∙·►▶▸▹➢➤➔→✓✔❖◆◇⬥⁃⋄–—-*")
_PRIVATE: Final = range(0xE000, 0xF900)
_FIRST_GAP: Final = 9.0
_BULLET: Final = "• "
_LETTER_BULLET_GAP: Final = 0.5


def page_lines(layout: Layout, page: int, first_region: int) -> list[SourceLine]:
    """Return the lines of one page; every leaf is a region of its own, numbered from `first_region`."""
    repeated = _repeated_marks(layout.leaves)
    lines: list[SourceLine] = []
    for number, leaf in enumerate(layout.leaves):
        previous: Row | None = None
        for row in leaf.rows:
            line = _line(row, page, repeated)
            if line is None:
                continue
            if previous is not None and (leaf.label or leaf.aside) and _goes_on(lines[-1].text, line.text):
                _append(lines[-1], line)  # a date over two or three lines of a narrow cell
                continue
            line.region = first_region + number
            line.aside, line.label = leaf.aside, leaf.label
            line.opens = leaf.opens and previous is None
            line.stream = leaf.stream.value
            line.gap = _FIRST_GAP if previous is None else (row.base - previous.base) / max(row.size, 1)
            lines.append(line)
            previous = row
    return lines


def _goes_on(text: str, following: str) -> bool:
    """Whether a cell's date goes on in its next line: after a dash, with a dash (upright in some), or as start and end."""
    return is_open_date(text) or (_is_date(text) and (following in UPRIGHT_DASHES or _is_date(following)))


def _is_date(text: str) -> bool:
    """Whether a text is one date and nothing else."""
    spans = find_dates(text)
    if len(spans) != 1 or spans[0].is_range or spans[0].current:
        return False
    return spans[0].first == 0 and spans[0].last >= len(text)


def _append(line: SourceLine, rest: SourceLine) -> None:
    """Add what follows a line; a dash that stands upright between two dates becomes a dash, as does nothing at all."""
    dash = "" if is_open_date(line.text) or rest.text in UPRIGHT_DASHES else "– "
    line.text = f"{line.text} {'–' if rest.text in UPRIGHT_DASHES else dash + rest.text}"
    if line.box is not None and rest.box is not None:
        line.box = (min(line.box[0], rest.box[0]), line.box[1], max(line.box[2], rest.box[2]), rest.box[3])


def _repeated_marks(leaves: Sequence[Leaf]) -> frozenset[str]:
    """The icons that open more than one row: bullets rather than pictures of a telephone."""
    count = Counter(
        row.words[0].text for leaf in leaves for row in leaf.rows if _is_icon(row.words[0]) and len(row.words) > 1
    )
    return frozenset(text for text, times in count.items() if times > 1)


def _is_icon(word: Word) -> bool:
    return word.style.icon or (ord(word.text[0]) in _PRIVATE and all(ord(c) in _PRIVATE for c in word.text))


def _line(row: Row, page: int, repeated: frozenset[str]) -> SourceLine | None:
    words, bullet = _without_mark(row, repeated)
    parts = [part for part in (_piece_text(piece) for piece in _split_at_icons(words)) if part]
    if not parts:
        return None
    if bullet and _is_icon(row.words[0]) and row.words[0].style.icon and _is_item(" ".join(parts)):
        bullet = False
    text = (_BULLET if bullet else "") + " ".join(parts)
    letters = sum(len(word.text) for word in words) or 1
    bold = 2 * sum(len(word.text) for word in words if word.style.bold) > letters
    main = max(words, key=lambda word: (len(word.text), word.size))
    box = (row.x0, min(w.top for w in row.words), row.x1, max(w.bottom for w in row.words))
    return SourceLine(
        text=text,
        page=page,
        box=(round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1)),
        size=row.size,
        bold=bold,
        colour=main.style.colour,
        bullet=bullet,
        pieces=tuple(parts) if len(parts) > 1 else (),
        lead=_lead(words) if not bold else "",
        soft_end=row.words[-1].soft,
    )


def _lead(words: Sequence[Word]) -> str:
    """Return the bold words at the start of a line."""
    count = next((n for n, word in enumerate(words) if not word.style.bold), 0)
    return _piece_text(words[:count]) if count else ""


def _is_item(text: str) -> bool:
    """Whether what follows an icon is a date, an address or a word or two: the icon is a picture of it, no bullet."""
    return len(text.split()) <= 3 or bool(find_dates(text)) or "@" in text


def _without_mark(row: Row, repeated: frozenset[str]) -> tuple[list[Word], bool]:
    """Return the row's words after its bullet, and whether there was one."""
    first = row.words[0]
    if len(row.words) == 1:
        if first.text[0] in "•●▪■◦○‣►▶➢➤❖◆" and len(first.text) > 2:  # the bullet touches its word
            first.text = first.text[1:]
            return row.words, True
        return row.words, False
    if first.text in _MARKS or (_is_icon(first) and first.text in repeated):
        return row.words[1:], True
    if first.text == "o" and row.words[1].x0 - first.x1 > _LETTER_BULLET_GAP * first.size:
        return row.words[1:], True  # Word's round bullet of the second level is the letter o
    if first.text[0] in "•●▪■◦○‣►▶➢➤❖◆" and len(first.text) > 1:
        first.text = first.text[1:]
        return row.words, True
    return row.words, False


def _split_at_icons(words: Sequence[Word]) -> list[list[Word]]:
    """Split at wide gaps and at icons, which stand between the items of a contact line."""
    found: list[list[Word]] = []
    for piece in pieces(Row(list(words))):
        held: list[Word] = []
        for word in piece:
            if _is_icon(word):
                if held:
                    found.append(held)
                held = []
            else:
                held.append(word)
        if held:
            found.append(held)
    return found


def _piece_text(words: Sequence[Word]) -> str:
    return clean(row_text(words))
