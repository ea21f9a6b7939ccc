"""Turns the bytes of an uploaded file into lines, sections, entries, chunks, contact and report.

The one entry to the package for whoever has bytes; pure, and the same for the same bytes. Hostile files are read in
a child (`cage`), which calls this. `detect` says what the file is, the registry below names its reader.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from resumate import limits
from resumate.documents.chunks import make_chunks
from resumate.documents.contact import OWN, find_contact
from resumate.documents.detect import Format, detect
from resumate.documents.entries import find_entries
from resumate.documents.hyphens import rejoin
from resumate.documents.inline_headings import split_heading_pieces, split_inline_headings
from resumate.documents.language import guess_language
from resumate.documents.masking import mask_lines
from resumate.documents.model import Line, ParsedDocument, Section
from resumate.documents.paragraphs import mark_continuations
from resumate.documents.reading import Reading, SourceLine
from resumate.documents.report import UNSEEN, make_report
from resumate.documents.sections import Part, split_sections
from resumate.documents.text import wrap
from resumate.errors import Code, DocumentError


def read_document(data: bytes, file_name: str) -> ParsedDocument:
    """Read one file.

    Args:
        data: the uploaded bytes.
        file_name: the name the user gave; only tells Markdown from plain text.

    Raises:
        DocumentError: with one of the codes empty, unsupported_type, encrypted, no_text, corrupt, encoding,
            too_many_pages, too_much_text, limit.
    """
    content_type = detect(data, file_name)
    try:
        reading = READERS[content_type](data)
        return _understand(reading, content_type, hashlib.sha256(data).hexdigest())
    except DocumentError:
        raise
    except (MemoryError, RecursionError) as error:
        raise DocumentError(Code.LIMIT) from error
    except Exception as error:  # a library met something its authors did not foresee
        raise DocumentError(Code.CORRUPT) from error


def _read_pdf(data: bytes) -> Reading:
    from resumate.documents.pdf import read_pdf  # noqa: PLC0415 - pdfium is loaded only where a PDF is read

    return read_pdf(data)


def _read_docx(data: bytes) -> Reading:
    from resumate.documents.docx import read_docx  # noqa: PLC0415 - lxml is loaded only where a DOCX is read

    return read_docx(data)


def _read_text(data: bytes) -> Reading:
    from resumate.documents.text import read_text  # noqa: PLC0415 - as its neighbours

    return read_text(data)


def _read_markdown(data: bytes) -> Reading:
    from resumate.documents.markdown import read_markdown  # noqa: PLC0415 - as its neighbours

    return read_markdown(data)


_NEARLY_ALL: Final = 0.8
_LONGEST: Final = 500

READERS: Final[dict[Format, Callable[[bytes], Reading]]] = {
    Format.PDF: _read_pdf,
    Format.DOCX: _read_docx,
    Format.TEXT: _read_text,
    Format.MARKDOWN: _read_markdown,
}


def _understand(reading: Reading, content_type: Format, digest: str) -> ParsedDocument:
    """Find out what the lines mean."""
    _uncover(reading)
    reading.lines = [piece for line in reading.lines for piece in _quotable(line)]
    visible = split_inline_headings(rejoin([line for line in reading.lines if not line.hidden]))
    hidden = [line for line in reading.lines if line.hidden]
    sources = visible + hidden
    if not sources:
        raise DocumentError(Code.NO_TEXT if content_type is Format.PDF else Code.EMPTY)
    if sum(len(line.text) for line in sources) > limits.DOCUMENT_CHARACTERS:
        raise DocumentError(Code.TOO_MUCH_TEXT)
    carried, parts = _divide(sources)
    if not any(part.heading for part in parts):
        sources = split_heading_pieces(visible) + hidden
        carried, parts = _divide(sources)
    reading.lines = sources
    contact = find_contact(sources, parts, reading.links)
    own = {i for part in parts if part.kind in OWN for i in range(part.first, part.last + 1)}
    masked = mask_lines([source.text for source in sources], contact, own)
    lines = [
        Line(number, source.page, source.text, text, source.box, source.hidden)
        for number, (source, text) in enumerate(zip(sources, masked, strict=True), start=1)
    ]
    sections = [_section(sources, carried, part) for part in parts]
    chunks = make_chunks(sources, lines, carried, sections, contact)
    return ParsedDocument(
        content_type=content_type.value,
        sha256=digest,
        language=guess_language("\n".join(line.text for line in visible)),
        contact=contact,
        lines=lines,
        sections=sections,
        chunks=chunks,
        report=make_report(reading, sections, contact),
    )


def _uncover(reading: Reading) -> None:
    """Where next to nothing else is there, what cannot be seen is the document: recognised text, or an odd export."""
    total = sum(len(line.text) for line in reading.lines)
    if sum(len(line.text) for line in reading.lines if line.hidden) > _NEARLY_ALL * total:
        for line in reading.lines:
            line.hidden = False
        reading.warnings.append(UNSEEN)


def _quotable(line: SourceLine) -> list[SourceLine]:
    """Cut a line that no page is wide enough for; it would be slow to search and of no use as a quote."""
    if len(line.text) <= _LONGEST:
        return [line]
    return [replace(line, text=text, pieces=(), continues=n > 0) for n, text in enumerate(wrap(line.text))]


def _divide(sources: Sequence[SourceLine]) -> tuple[list[bool], list[Part]]:
    carried = mark_continuations(sources)
    return carried, split_sections(sources, carried)


def _section(sources: Sequence[SourceLine], carried: Sequence[bool], part: Part) -> Section:
    return Section(
        kind=part.kind,
        heading=part.heading,
        first_line=part.first + 1,
        last_line=part.last + 1,
        entries=find_entries(sources, carried, part),
        heading_lines=list(range(part.first + 1, part.body + 1)),
    )
