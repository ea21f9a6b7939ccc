"""Opens a DOCX as a package: judged from its central directory before anything is unpacked, then part by part.

Used by `docx`. Nothing is written to disk, no relationship is followed out of the package, no document type
declaration is accepted; what Word would fetch from elsewhere is ignored.
"""

import io
import posixpath
import re
import zipfile
import zlib
from typing import Any, Final

from lxml import etree

from resumate import limits
from resumate.documents.behind_links import LONGEST_LINK, MOST_LINKS
from resumate.errors import Code, DocumentError

Element = Any  # lxml ships no types

_MAIN_TYPES: Final = re.compile(rb"wordprocessingml\.(?:document|template)\.main\+xml")
_MACROS: Final = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)
_TYPES: Final = "[Content_Types].xml"
_ENCRYPTED_FLAG: Final = 0x1
_SMALL: Final = 64 * limits.KIB  # the ratio of tiny parts says nothing


class Package:
    """The parts of one DOCX; raises `DocumentError` (limit, corrupt, encrypted, unsupported_type)."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError, UnicodeDecodeError) as error:
            raise DocumentError(Code.CORRUPT) from error
        self._infos = {info.filename: info for info in self._zip.infolist()}
        self._judge(len(data))
        self._check_type()

    def _judge(self, size: int) -> None:
        """Refuse a bomb by what the central directory says."""
        infos = self._zip.infolist()
        if len(infos) > limits.DOCX_ENTRIES:
            raise DocumentError(Code.LIMIT, f"The file holds more than {limits.DOCX_ENTRIES:,} parts. {_AGAIN}")
        unpacked = sum(info.file_size for info in infos)
        if unpacked > limits.DOCX_UNPACKED_BYTES:
            raise DocumentError(
                Code.LIMIT, f"The file unpacks to more than {limits.DOCX_UNPACKED_BYTES // limits.MIB} MiB. {_AGAIN}"
            )
        packed = max(size, 1)
        worst = max((i.file_size / max(i.compress_size, 1) for i in infos if i.file_size > _SMALL), default=0)
        if (unpacked > _SMALL and unpacked / packed > limits.DOCX_RATIO) or worst > limits.DOCX_RATIO:
            raise DocumentError(
                Code.LIMIT, f"The file unpacks to more than {limits.DOCX_RATIO} times its size. {_AGAIN}"
            )
        if any(info.flag_bits & _ENCRYPTED_FLAG for info in infos):
            raise DocumentError(Code.ENCRYPTED)
        if any(_escapes(info.filename) for info in infos) or len({info.filename for info in infos}) < len(infos):
            raise DocumentError(Code.CORRUPT)  # a part that is there twice may be shown as one and read as the other

    def _check_type(self) -> None:
        if _TYPES not in self._infos:
            raise DocumentError(Code.UNSUPPORTED_TYPE)
        types = self.read(_TYPES) or b""
        if _MACROS.search(types) or any("vbaproject" in name.lower() for name in self._infos):
            raise DocumentError(Code.UNSUPPORTED_TYPE)
        if not _MAIN_TYPES.search(types) and "word/document.xml" not in self._infos:
            raise DocumentError(Code.UNSUPPORTED_TYPE)

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a part, None where there is no such part."""
        info = self._infos.get(name)
        if info is None:
            return None
        try:
            with self._zip.open(info) as part:
                data = part.read(limits.DOCX_UNPACKED_BYTES + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            OSError,
            RuntimeError,
            ValueError,
        ) as error:
            raise DocumentError(Code.CORRUPT) from error
        if len(data) > limits.DOCX_UNPACKED_BYTES:
            raise DocumentError(Code.LIMIT)
        return data

    def tree(self, name: str) -> Element | None:
        """Return the root element of an XML part, None where there is no such part."""
        data = self.read(name)
        if data is None:
            return None
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, recover=False,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            if "emory" in str(error):
                raise DocumentError(Code.LIMIT) from error
            raise DocumentError(Code.CORRUPT) from error
        if root.getroottree().docinfo.doctype:
            raise DocumentError(Code.CORRUPT)  # the format forbids it; only attacks have one
        return root

    def main_part(self) -> str:
        """Return the name of the part that holds the text."""
        for kind, target, _ in self.relations(""):
            if kind == "officeDocument":
                return target
        return "word/document.xml"

    def links(self, part: str) -> list[str]:
        """Return the addresses outside the package that words of a part point at; they are read, never followed."""
        folder, name = posixpath.split(part)
        root = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: list[str] = []
        for relation in root if root is not None else ():
            target = relation.get("Target") or ""
            linked = relation.get("TargetMode") == "External" and (relation.get("Type") or "").endswith("/hyperlink")
            if linked and len(target) <= LONGEST_LINK and len(found) < MOST_LINKS:
                found.append(target)
        return found

    def relations(self, part: str) -> list[tuple[str, str, str]]:
        """Return (kind, name of the part, id) of what a part points at inside the package."""
        folder, name = posixpath.split(part)
        root = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = []
        for relation in root if root is not None else ():
            if relation.get("TargetMode") == "External":
                continue
            target = relation.get("Target") or ""
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found.append(((relation.get("Type") or "").rsplit("/", 1)[-1], path, relation.get("Id") or ""))
        return found


_AGAIN: Final = "Save the resume alone as a new file and upload that."


def _escapes(name: str) -> bool:
    return name.startswith(("/", "\\")) or ":" in name.split("/", maxsplit=1)[0] or ".." in re.split(r"[/\\]", name)
