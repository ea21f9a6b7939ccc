"""Reads a DOCX: paragraphs, tables, text boxes, content controls, headers and footers, each once and in order.

Called by `read` through its registry. Deleted text of tracked changes is left out, inserted text is in; comments and
document properties are nobody's resume and stay out. `docx_package` opens the file, `docx_styles` knows the looks.
"""

from collections.abc import Iterator
from itertools import takewhile
from typing import Any, Final

from resumate import limits
from resumate.documents.docx_drawings import Drawings
from resumate.documents.docx_package import Package
from resumate.documents.docx_runs import DEPTH, SKIPPED, Run, Walk, collect_runs, has_text
from resumate.documents.docx_styles import Looks, Styles, child, is_invisible, local, value
from resumate.documents.normalise import clean
from resumate.documents.reading import Reading, SourceLine
from resumate.documents.text import wrap
from resumate.errors import Code, DocumentError

Element = Any  # lxml ships no types

_BULLET_SIGNS: Final = frozenset("•●▪■◦○‣∙·►▶➢➤✓✔❖◆◇–—-*\uf0b7\uf0a7\uf076\uf0d8\uf0fc")


def read_docx(data: bytes) -> Reading:
    """Return the lines of a DOCX; raises `DocumentError` (corrupt, limit, encrypted, unsupported_type, empty, too_much_text)."""
    package = Package(data)
    main = package.main_part()
    root = package.tree(main)
    if root is None:
        raise DocumentError(Code.CORRUPT)
    related = package.relations(main)
    parts = {kind: name for kind, name, _ in related}
    styles = Styles(package.tree(parts["styles"]) if "styles" in parts else None,
                    package.tree(parts["numbering"]) if "numbering" in parts else None)  # fmt: skip
    walk = Walk(styles, rendered_breaks=any(local(e) == "lastRenderedPageBreak" for e in root.iter()))
    walk.drawings = Drawings(package, related)
    names = {identity: name for _, name, identity in related}
    seen: set[str] = set()
    _furniture(package, root, names, "headerReference", walk, seen)
    body = child(root, "body")
    _blocks(body if body is not None else root, walk, 0)
    pages = walk.page
    for kind in ("footnotes", "endnotes"):
        notes = package.tree(parts[kind]) if kind in parts else None
        for note in notes if notes is not None else ():
            if value(note, "type") is None:
                _blocks(note, walk, 0)
    walk.furniture = True
    _furniture(package, root, names, "footerReference", walk, seen)
    if not walk.lines:
        raise DocumentError(Code.NO_TEXT if "media/" in " ".join(names.values()) else Code.EMPTY)
    columns = max(
        [
            walk.columns,
            *(
                int(value(e, "num") or 1)
                for e in root.iter()
                if local(e) == "cols" and (value(e, "num") or "1").isdigit()
            ),
        ]
    )
    return Reading(walk.lines, pages, [columns] * pages, "docx", links=package.links(main))


def _furniture(
    package: Package, root: Element, names: dict[str, str], reference: str, walk: Walk, seen: set[str]
) -> None:
    """Read the headers or footers that the sections use, each wording once."""
    order = {"first": 0, "default": 1, "even": 2}
    references = [element for element in root.iter() if local(element) == reference]
    references.sort(key=lambda element: order.get(value(element, "type") or "default", 1))
    for element in references:
        tree = package.tree(names.get(value(element, "id") or "", ""))
        if tree is None:
            continue
        before = len(walk.lines)
        walk.region += 1
        _blocks(tree, walk, 0)
        fresh = [line for line in walk.lines[before:] if line.text not in seen and not line.text.isdigit()]
        seen.update(line.text for line in fresh)
        for line in fresh:
            line.furniture = walk.furniture
        walk.lines[before:] = fresh


def _blocks(parent: Element, walk: Walk, depth: int) -> None:
    """Read block-level children in order."""
    if depth > DEPTH:
        raise DocumentError(Code.LIMIT)
    for element in parent:
        name = local(element)
        if name == "p":
            _paragraph(element, walk, depth)
        elif name == "tbl":
            _table(element, walk, depth)
        elif name and name not in SKIPPED:  # sdt, sdtContent, ins, customXml, AlternateContent/Choice …
            _blocks(element, walk, depth + 1)


def _table(table: Element, walk: Walk, depth: int) -> None:
    """Read a table row by row; a row of short cells is one line, a cell of many paragraphs a column of its own."""
    for row in _descend(table, "tr"):
        cells = list(_descend(row, "tc"))
        if len(cells) > 1 and sum(len(list(_descend(cell, "p"))) > 2 for cell in cells) > 1:
            walk.columns = max(walk.columns, 2)
        start = len(walk.lines)
        for cell in cells:
            merge = child(child(cell, "tcPr"), "vMerge")
            if merge is not None and value(merge) != "restart" and not has_text(cell):
                continue
            shaded, walk.shaded = walk.shaded, walk.shaded or _is_shaded(cell)
            walk.region += 1
            _blocks(cell, walk, depth + 1)
            walk.shaded = shaded
        _join_row(walk, start, len(cells))
    walk.region += 1


def _join_row(walk: Walk, start: int, cells: int) -> None:
    """Make one line of a row whose cells hold one short line each: "Employer | 2019 – 2021"."""
    fresh = walk.lines[start:]
    if not 2 <= len(fresh) <= cells or len({line.region for line in fresh}) != len(fresh):
        return
    if any(line.bullet or len(line.text) > 60 for line in fresh) or sum(len(line.text) for line in fresh) > 120:
        return
    first = fresh[0]
    first.pieces = tuple(line.text for line in fresh)
    first.text = " ".join(first.pieces)
    first.bold = all(line.bold for line in fresh)
    walk.lines[start:] = [first]


def _is_shaded(cell: Element) -> bool:
    fill = value(child(child(cell, "tcPr"), "shd"), "fill")
    return fill is not None and fill.upper() not in {"AUTO", "FFFFFF"}


def _descend(parent: Element, name: str) -> Iterator[Element]:
    """Yield the children of that name, also inside content controls and tracked insertions."""
    for element in parent:
        found = local(element)
        if found == name:
            yield element
        elif found in {"sdt", "sdtContent", "ins", "customXml", "moveTo"}:
            yield from _descend(element, name)


def _paragraph(element: Element, walk: Walk, depth: int) -> None:
    looks = walk.styles.paragraph(element)
    runs: list[Run] = []
    boxes: list[Element] = []
    collect_runs(element, looks, walk, runs, boxes, 0)
    for box in boxes:
        shaded, walk.shaded = walk.shaded, walk.shaded or box in walk.filled
        walk.region += 1
        _blocks(box, walk, depth + 1)
        walk.region += 1
        walk.shaded = shaded
    _emit(runs, looks, walk)
    drawn, walk.drawn = walk.drawn, []
    if drawn:
        walk.region += 1
        for text in drawn:
            _emit([Run(text, Looks())], Looks(), walk)
        walk.region += 1


def _emit(runs: list[Run], looks: Looks, walk: Walk) -> None:
    """Make lines of a paragraph's runs."""
    text = "".join(run.text for run in runs)
    if not text.strip():
        walk.empty += 1
        return
    walk.characters += len(text)
    if walk.characters > limits.DOCUMENT_CHARACTERS:
        raise DocumentError(Code.TOO_MUCH_TEXT)
    visible = [run for run in runs if run.text.strip()]
    length = sum(len(run.text) for run in visible)
    bold = 2 * sum(len(run.text) for run in visible if run.looks.bold) > length
    hidden = 2 * sum(len(run.text) for run in visible if is_invisible(run.looks, shaded=walk.shaded)) > length
    main = max(visible, key=lambda run: len(run.text)).looks
    lead = "" if bold else clean("".join(run.text for run in takewhile(lambda run: run.looks.bold, visible)))
    gap = 1.0 + walk.empty + looks.before / 240
    listed = walk.styles.is_bullet(looks.number)
    for part in text.split("\n"):
        pieces = [plain for piece in part.split("\t") if (plain := clean(piece))]
        plain = " ".join(pieces)
        if not plain:
            continue
        bullet = listed or looks.number is not None
        if plain[0] in _BULLET_SIGNS and len(plain) > 2:
            bullet, plain, listed_mark = True, plain.lstrip("".join(_BULLET_SIGNS) + " ") or plain, True
        else:
            listed_mark = listed
        for index, line in enumerate(wrap(("• " if listed_mark else "") + plain)):
            walk.lines.append(
                SourceLine(
                    line, walk.page, None, main.size, bold, int(main.colour or "0", 16) if _is_hex(main.colour) else 0, hidden,
                    looks.level, bullet and not index, walk.region, 1.0 if index else gap, continues=index > 0,
                    pieces=tuple(pieces) if len(pieces) > 1 and not bullet else (),
                    lead=lead if not index else "",
                )
            )  # fmt: skip
        gap, listed, lead = 1.0, False, ""
    walk.empty = 0


def _is_hex(text: str) -> bool:
    return bool(text) and all(c in "0123456789ABCDEF" for c in text)
