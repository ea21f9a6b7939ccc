"""Decides what a file is by its content; the name only tells Markdown from plain text.

Called by `read` before anything else looks at the bytes. A DOCX is told from other packages by its content types,
read from the central directory's entry of that part; nothing else of the package is unpacked here.
"""

import re
from enum import StrEnum
from typing import Final

from resumate.errors import Code, DocumentError

_PDF_WINDOW: Final = 1024
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE: Final = "EncryptedPackage".encode("utf-16-le")
_BINARY_NAMES: Final = (".pdf", ".docx")
_FEW_WORDS: Final = 20
_MARKDOWN_NAMES: Final = (".md", ".markdown", ".mdown", ".mkd")

# Magic numbers of what is certainly not a resume we read; anything else that is not text fails in `text.decode`.
_FOREIGN: Final = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF", b"MZ", b"\x7fELF", b"\x1f\x8b",
    b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!", b"{\\rtf", b"%!PS", b"\xca\xfe\xba\xbe", b"SQLite format", b"OggS", b"ID3",
)  # fmt: skip
_MARKUP: Final = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype|html|head|body|svg|\?xml|script)\b", re.IGNORECASE | re.DOTALL
)
# Part of a page; Markdown may begin with one.
_FRAGMENT: Final = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:style|meta|link|title|div|p|h[1-6]|table|ul|ol|span|section|article|header|main)(?:\s[^<>]*)?/?>",
    re.IGNORECASE | re.DOTALL,
)
# A mail, or a page saved with its pictures: lines of headers first, and among them what only such files have.
_MAIL: Final = re.compile(
    rb"\s*(?:[A-Za-z][A-Za-z-]{1,40}:[ \t][^\n]*\n(?:[ \t][^\n]*\n)*?)*?(?:MIME-Version|Content-Transfer-Encoding):",
    re.IGNORECASE,
)
_HEAD: Final = 4096  # bytes of a file that say what it is
_MEDIA_BOX: Final = slice(4, 8)  # where pictures and films of telephones have their mark


class Format(StrEnum):
    """The formats that are read, by their content type."""

    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    TEXT = "text/plain"
    MARKDOWN = "text/markdown"


def detect(data: bytes, file_name: str) -> Format:
    """Return what `data` is; raises `DocumentError` (empty, encrypted, unsupported_type)."""
    if not data or not data.strip(b"\x00\t\n\x0b\x0c\r \xef\xbb\xbf"):
        raise DocumentError(Code.EMPTY)
    if _is_pdf(data):
        return Format.PDF
    if data.startswith(b"PK"):
        return Format.DOCX
    if data.startswith(_OLE):
        raise DocumentError(Code.ENCRYPTED if _ENCRYPTED_PACKAGE in data else Code.UNSUPPORTED_TYPE)
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    is_markdown = file_name.lower().endswith(_MARKDOWN_NAMES)
    if data.startswith(_FOREIGN) or data[_MEDIA_BOX] == b"ftyp" or _MARKUP.match(head) or _MAIL.match(head):
        raise DocumentError(Code.UNSUPPORTED_TYPE)
    if not is_markdown and _FRAGMENT.match(head):
        raise DocumentError(Code.UNSUPPORTED_TYPE)
    if file_name.lower().endswith(_BINARY_NAMES) and len(data.split(maxsplit=_FEW_WORDS)) <= _FEW_WORDS:
        raise DocumentError(Code.CORRUPT)  # the torn-off end of a file, rather than a resume in plain text
    return Format.MARKDOWN if is_markdown else Format.TEXT


def _is_pdf(data: bytes) -> bool:
    """A header in the first 1,024 bytes; when junk stands before it, the rest must look like a PDF too."""
    start = data.find(b"%PDF-", 0, _PDF_WINDOW + 5)
    if start <= 0:
        return start == 0
    return b" obj" in data and (b"startxref" in data or b"%%EOF" in data)
