"""Collects the text of a DOCX paragraph: runs with their looks, breaks, text boxes set aside.

Used by `docx` for every paragraph. Deleted text of tracked changes, field codes and the second copy that Word writes
of a text box are left out here.
"""

from dataclasses import dataclass, field
from typing import Any, Final

from resumate.documents.docx_drawings import Drawings
from resumate.documents.docx_styles import Looks, Styles, child, local, value
from resumate.documents.reading import SourceLine
from resumate.errors import Code, DocumentError

Element = Any  # lxml ships no types

SKIPPED: Final = frozenset(
    {"del", "moveFrom", "instrText", "delText", "delInstrText", "rPr", "pPr", "sdtPr", "sdtEndPr", "sectPr", "tblPr", "tblGrid",
     "trPr", "tcPr", "commentReference", "Fallback", "binData", "annotation"}
)  # fmt: skip
_REFERENCES: Final = frozenset({"relIds", "chart"})
_TEXT_BOXES: Final = frozenset({"txbxContent"})
DEPTH: Final = 60  # deeper nesting is an attack


@dataclass(slots=True)
class Run:
    """A piece of a paragraph: text with its looks, or a break."""

    text: str
    looks: Looks


@dataclass(slots=True)
class Walk:
    """Where the walk through the parts has come to; `drawn` are texts of drawings that the paragraph under way holds."""

    styles: Styles
    lines: list[SourceLine] = field(default_factory=list)
    characters: int = 0
    page: int = 1
    region: int = 0
    empty: int = 1
    columns: int = 1
    shaded: bool = False
    rendered_breaks: bool = False
    furniture: bool = False
    filled: set[Element] = field(default_factory=set)
    drawings: Drawings | None = None
    drawn: list[str] = field(default_factory=list)


def has_text(element: Element) -> bool:
    """Whether any text stands inside an element."""
    return any(local(item) == "t" and (item.text or "").strip() for item in element.iter())


def collect_runs(parent: Element, looks: Looks, walk: Walk, runs: list[Run], boxes: list[Element], depth: int) -> None:
    """Collect the text of a paragraph; text boxes are set aside."""
    if depth > DEPTH:
        raise DocumentError(Code.LIMIT)
    for element in parent:
        name = local(element)
        if name in SKIPPED or not name:
            continue
        if name in _TEXT_BOXES:
            boxes.append(element)
            walk.filled |= {element} if _is_filled(element) else set()
        elif name in _REFERENCES and walk.drawings is not None:
            walk.drawn += walk.drawings.texts(element)
        elif name in _INLINE:
            _INLINE[name](element, looks, walk, runs)
        elif name == "AlternateContent":
            chosen = child(element, "Choice")
            if chosen is None or not has_text(chosen):
                chosen = child(element, "Fallback")
            if chosen is not None:
                collect_runs(chosen, looks, walk, runs, boxes, depth + 1)
        else:
            inner = walk.styles.run(element, looks) if name == "r" else looks
            collect_runs(element, inner, walk, runs, boxes, depth + 1)


def _is_filled(box: Element) -> bool:
    """Whether a text box has a ground of its own, on which white text is plain to see."""
    shape = box.getparent()
    while shape is not None and local(shape) not in {"wsp", "shape", "rect", "roundrect", "oval", "p"}:
        shape = shape.getparent()
    if shape is None or local(shape) == "p":
        return False
    if local(shape) != "wsp":
        return (value(shape, "fillcolor") or "white").lower() not in {"white", "#ffffff"}
    properties, style = child(shape, "spPr"), child(shape, "style")
    if any(child(properties, name) is not None for name in ("solidFill", "gradFill", "pattFill", "blipFill")):
        return True
    reference = child(style, "fillRef")
    return child(properties, "noFill") is None and reference is not None and value(reference, "idx") != "0"


def _text(element: Element, looks: Looks, walk: Walk, runs: list[Run]) -> None:
    del walk
    text = element.text or ""
    runs.append(Run(text.upper() if looks.capitals else text, looks))


def _tab(element: Element, looks: Looks, walk: Walk, runs: list[Run]) -> None:
    del element, walk
    runs.append(Run("\t", looks))


def _break(element: Element, looks: Looks, walk: Walk, runs: list[Run]) -> None:
    if value(element, "type") == "page" and not walk.rendered_breaks:
        walk.page += 1
    runs.append(Run("\n", looks))


def _rendered_break(element: Element, looks: Looks, walk: Walk, runs: list[Run]) -> None:
    del element, looks, runs
    walk.page += 1


def _hyphen(element: Element, looks: Looks, walk: Walk, runs: list[Run]) -> None:
    del element, walk
    runs.append(Run("-", looks))


def _symbol(element: Element, looks: Looks, walk: Walk, runs: list[Run]) -> None:
    del element, walk
    runs.append(Run("•" if not runs else " ", looks))


_INLINE: Final = {
    "t": _text, "tab": _tab, "ptab": _tab, "br": _break, "cr": _break, "noBreakHyphen": _hyphen, "sym": _symbol,
    "lastRenderedPageBreak": _rendered_break,
}  # fmt: skip
