"""What a letter is on paper, before any format: its parts in order, as text. The renderers add looks alone."""

from enum import StrEnum

from msgspec import Struct


class ExportFormat(StrEnum):
    """The kinds of file a letter can be had as."""

    PDF = "pdf"
    DOCX = "docx"


class LetterPage(Struct, frozen=True):
    r"""A letter from top to bottom; what is not known is None or empty and leaves no gap.

    `sender` is the person's name, `details` how to reach them. `body` are the paragraphs from the greeting on, each
    with ``\n`` where a line ends. `closing` and `signature` are "Kind regards," and the name below it. `title`,
    `language` (ISO 639-1) and `day` (ISO 8601) go into the file's properties.
    """

    sender: str | None
    details: list[str]
    date: str
    recipient: str | None
    subject: str | None
    body: list[str]
    closing: str | None
    signature: str | None
    title: str
    language: str
    day: str
