"""Finds the text of drawings in a DOCX that stands in parts of its own: SmartArt (skill lists, timelines) and charts.

Used by `docx_runs` where a paragraph refers to such a part. Of a chart the title and the names of what it shows are
text; its figures are lengths of bars.
"""

from typing import Any, Final

from resumate.documents.docx_package import Package
from resumate.documents.docx_styles import local, value
from resumate.errors import DocumentError

Element = Any  # lxml ships no types

_KINDS: Final = frozenset({"diagramData", "chart"})
_MOST_PARTS: Final = 50  # drawings that are looked into; every one is a part to unpack
_MOST_ITEMS: Final = 200  # texts of one drawing
_NAMES: Final = frozenset({"cat", "tx"})  # the categories and the series of a chart


class Drawings:
    """The drawings that a document's main part refers to, by the id of the relation; each is opened when it is met."""

    def __init__(self, package: Package, relations: list[tuple[str, str, str]]) -> None:
        self._package = package
        self._parts = {identity: (kind, name) for kind, name, identity in relations if kind in _KINDS}
        self._met = 0

    def texts(self, reference: Element) -> list[str]:
        """Return the texts of the drawing that `reference` (relIds, chart) points at, in the order of its part."""
        identity = value(reference, "dm") or value(reference, "id")
        kind, name = self._parts.pop(identity or "", ("", ""))
        if not kind or self._met >= _MOST_PARTS:
            return []
        self._met += 1
        try:
            root = self._package.tree(name)
        except DocumentError:
            return []  # a drawing that cannot be read takes nothing away from the text
        if root is None:
            return []
        return (_paragraphs(root) + (_names(root) if kind == "chart" else []))[:_MOST_ITEMS]


def _paragraphs(root: Element) -> list[str]:
    """Return the drawing's own paragraphs."""
    found = []
    for paragraph in root.iter():
        if local(paragraph) == "p":
            text = "".join(item.text or "" for item in paragraph.iter() if local(item) == "t")
            found += [text] if text.strip() else []
    return found


def _names(root: Element) -> list[str]:
    """Return the names of the categories and series of a chart, each once."""
    found: dict[str, None] = {}
    for group in root.iter():
        if local(group) in _NAMES:
            cached = (item.text or "" for item in group.iter() if local(item) == "v")
            found.update(dict.fromkeys(text for text in cached if any(c.isalpha() for c in text)))
    return list(found)
