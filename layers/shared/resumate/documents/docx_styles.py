"""Resolves the looks of DOCX paragraphs and runs: size, bold, colour, heading level, list marks.

Used by `docx`; reads styles.xml and numbering.xml once. Local names are compared without their namespace, so that
the strict and the transitional form of the format read alike.
"""

import re
from dataclasses import dataclass, replace
from typing import Any, Final

Element = Any  # lxml ships no types
_HEADING_NAME: Final = re.compile(r"^(?:heading|überschrift|titre|título|标题)\s*(\d)$", re.IGNORECASE)
_WHITE: Final = "FFFFFF"
_OFF: Final = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class Looks:
    """What style and direct formatting make of a paragraph or run; size in points, 0 where nothing says."""

    size: float = 0.0
    bold: bool = False
    colour: str = ""
    capitals: bool = False
    hidden: bool = False
    level: int | None = None
    number: str | None = None
    indent: int = 0
    before: int = 0
    shaded: bool = False


def local(element: Element) -> str:
    """Return an element's name without its namespace; "" for comments and the like."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def child(element: Element, name: str) -> Element | None:
    """Return the first child of that local name."""
    return next((item for item in element if local(item) == name), None) if element is not None else None


def value(element: Element, name: str = "val") -> str | None:
    """Return an attribute by its local name."""
    if element is None:
        return None
    return next((text for key, text in element.attrib.items() if key.rsplit("}", 1)[-1] == name), None)


class Styles:
    """The styles and lists of one document."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._known: dict[str, Looks] = {}
        self._default = Looks()
        self._paragraph_default: str | None = None
        for element in styles if styles is not None else ():
            if local(element) == "style":
                self._styles[value(element, "styleId") or ""] = element
                if value(element, "default") in {"1", "true"} and value(element, "type") == "paragraph":
                    self._paragraph_default = value(element, "styleId")
            elif local(element) == "docDefaults":
                run = child(child(element, "rPrDefault"), "rPr")
                self._default = _run(self._default, run) if run is not None else self._default
        self._bullets = _bullet_lists(numbering)

    def paragraph(self, element: Element) -> Looks:
        """Return the looks of a paragraph."""
        properties = child(element, "pPr")
        name = value(child(properties, "pStyle")) or self._paragraph_default
        looks = self._style(name) if name else self._default
        return _paragraph(looks, properties) if properties is not None else looks

    def run(self, element: Element, looks: Looks) -> Looks:
        """Return the looks of a run inside a paragraph of `looks`."""
        properties = child(element, "rPr")
        if properties is None:
            return looks
        name = value(child(properties, "rStyle"))
        if name and name in self._styles:
            looks = _run(looks, child(self._styles[name], "rPr"))
        return _run(looks, properties)

    def is_bullet(self, number: str | None) -> bool:
        """Whether a list's marks are bullets rather than figures."""
        return number is not None and self._bullets.get(number, True)

    def _style(self, name: str, depth: int = 0) -> Looks:
        if name in self._known:
            return self._known[name]
        element = self._styles.get(name)
        if element is None or depth > 12:
            return self._default
        based = value(child(element, "basedOn"))
        looks = self._style(based, depth + 1) if based and based != name else self._default
        looks = _run(looks, child(element, "rPr"))
        looks = _paragraph(looks, child(element, "pPr"))
        heading = _HEADING_NAME.match(value(child(element, "name")) or "")
        if heading:
            looks = replace(looks, level=int(heading[1]))
        self._known[name] = looks
        return looks


def _on(element: Element | None, otherwise: bool) -> bool:  # noqa: FBT001 - the value that stands where nothing says
    if element is None:
        return otherwise
    return (value(element) or "1").lower() not in _OFF


def _run(looks: Looks, properties: Element | None) -> Looks:
    if properties is None:
        return looks
    size = value(child(properties, "sz"))
    colour = value(child(properties, "color"))
    vanish = child(properties, "vanish")
    return replace(
        looks,
        size=_number(size) / 2 if size else looks.size,
        bold=_on(child(properties, "b"), looks.bold),
        colour=(colour or "").upper().replace("AUTO", "") if colour is not None else looks.colour,
        capitals=_on(child(properties, "caps"), looks.capitals),
        hidden=_on(vanish, looks.hidden),
        shaded=looks.shaded or child(properties, "shd") is not None or child(properties, "highlight") is not None,
    )


def _paragraph(looks: Looks, properties: Element | None) -> Looks:
    if properties is None:
        return looks
    level = value(child(properties, "outlineLvl"))
    number = child(properties, "numPr")
    identity = value(child(number, "numId")) if number is not None else looks.number
    before = value(child(properties, "spacing"), "before")
    indent = value(child(properties, "ind"), "left") or value(child(properties, "ind"), "start")
    return replace(
        looks,
        level=int(_number(level)) + 1 if level and _number(level) < 9 else looks.level,
        number=None if identity == "0" else identity,
        before=int(_number(before)) if before else looks.before,
        indent=int(_number(indent)) if indent else looks.indent,
        shaded=looks.shaded or child(properties, "shd") is not None,
    )


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def is_invisible(looks: Looks, *, shaded: bool) -> bool:
    """Whether a reader of the page cannot see text of these looks."""
    white = looks.colour == _WHITE and not looks.shaded and not shaded
    return looks.hidden or white or 0 < looks.size < 1.5


def _bullet_lists(numbering: Element | None) -> dict[str, bool]:
    """Return for each list whether its first level has bullets."""
    if numbering is None:
        return {}
    abstract = {}
    for element in numbering:
        if local(element) == "abstractNum":
            abstract[value(element, "abstractNumId")] = value(child(child(element, "lvl"), "numFmt")) or "bullet"
    lists = {}
    for element in numbering:
        if local(element) == "num":
            formatted = abstract.get(value(child(element, "abstractNumId")), "bullet")
            lists[value(element, "numId") or ""] = formatted == "bullet"
    return lists
