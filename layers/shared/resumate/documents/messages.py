"""What `cage` and `child` say to each other: MessagePack behind a length of four bytes.

The child says `TAKEN` as soon as it has the whole document, so that the parent knows whether a dead child ever saw it.
"""

from typing import Final

from msgspec import Struct

from resumate.documents.model import ParsedDocument
from resumate.errors import Code

TAKEN: Final = b"\x06"


class Request(Struct, frozen=True):
    """One document to read."""

    data: bytes
    file_name: str


class Answer(Struct, frozen=True):
    """Either the document, or why there is none."""

    document: ParsedDocument | None = None
    code: Code | None = None
    message: str | None = None
