"""Tells what glyphs mean that pdfium cannot name: ligatures of old TeX fonts such as /f_f_i, by the font's own table.

Asked by `pdf` only when a page shows codes that are no characters; pypdf reads the tables of encodings that pdfium
does not give out.
"""

import io
import re
from typing import Any, Final

PdfObject = Any  # what pypdf reads may be anything
_SUBSET_TAG: Final = re.compile(r"^[A-Z]{6}\+")
_UNICODE_NAME: Final = re.compile(r"^(?:uni([0-9A-F]{4})|u([0-9A-F]{4,6}))$")
# The places of ligatures and dashes in TeX's own encoding (T1), for fonts whose file says nothing.
_TEX: Final = {0x15: "–", 0x16: "—", 0x1B: "ff", 0x1C: "fi", 0x1D: "fl", 0x1E: "ffi", 0x1F: "ffl"}


class OddGlyphs:
    """Looks glyph codes up by font; opens the file with pypdf at the first question only."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._tables: dict[str, dict[int, str]] | None = None

    def text(self, font: str, code: int) -> str:
        """Return what the glyph `code` of `font` reads as; "" where nobody knows."""
        if self._tables is None:
            self._tables = _read_tables(self._data)
        return self._tables.get(font, {}).get(code) or _TEX.get(code, "")


def _read_tables(data: bytes) -> dict[str, dict[int, str]]:
    import pypdf  # noqa: PLC0415 - costs more than reading most resumes, and few need it

    tables: dict[str, dict[int, str]] = {}
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        for page in reader.pages[:10]:
            for font in _fonts(page):
                name = _SUBSET_TAG.sub("", str(font.get("/BaseFont", "")).lstrip("/"))
                tables.setdefault(name, {}).update(_differences(font))
    except Exception:  # noqa: BLE001 - the second look may fail in as many ways as files are broken; the first one stands
        return tables
    return tables


def _fonts(page: PdfObject) -> list[PdfObject]:
    resources = page.get("/Resources")
    held: PdfObject = resources.get_object() if resources is not None else {}
    fonts: PdfObject = held.get("/Font")
    return [font.get_object() for font in fonts.get_object().values()] if fonts is not None else []


def _differences(font: PdfObject) -> dict[int, str]:
    reference = font.get("/Encoding")
    encoding: PdfObject = reference.get_object() if reference is not None else None
    differences = encoding.get("/Differences") if hasattr(encoding, "get") else None
    table: dict[int, str] = {}
    code = 0
    for item in differences or ():
        if isinstance(item, int):
            code = int(item)
        else:
            table[code] = glyph_text(str(item))
            code += 1
    return table


def glyph_text(name: str) -> str:
    """Return the text of a glyph name by the rules of Adobe's glyph list: "/f_f_i" is "ffi"."""
    from pypdf._codecs.adobe_glyphs import adobe_glyphs  # noqa: PLC0415 - loaded with pypdf, see above

    parts = []
    for part in name.lstrip("/").split(".")[0].split("_"):
        if match := _UNICODE_NAME.match(part):
            parts.append(chr(int(match[1] or match[2], 16)))
        else:
            parts.append(adobe_glyphs.get(f"/{part}", part if len(part) == 1 else ""))
    return "".join(parts)
