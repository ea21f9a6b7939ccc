"""Writes the chunks of a resume: all of them in one statement, inside the transaction that makes the resume ready.

`storage.chunk_search` reads what is written here. The rows travel as one JSON parameter. COPY would be the usual
way, but PostgreSQL refuses it under row level security, and a temporary table to copy into costs more than it saves.
A vector goes as the text pgvector reads: msgspec writes floats faster than an adapter is registered.
"""

from collections.abc import Sequence
from math import isfinite
from typing import Final
from uuid import UUID

import msgspec

from resumate import limits
from resumate.documents.model import Chunk, ParsedDocument, YearMonth
from resumate.errors import Code, ModelError
from resumate.storage.database import Cursor
from resumate.storage.text import storable_json

_DELETE: Final = "delete from chunks where resume_id = %s and user_id = %s"
_INSERT: Final = """
    insert into chunks (
        id, resume_id, user_id, position, section, heading, first_line, last_line, text, context, context_lines,
        organisation, title, start, "end", current, language, model, embedding
    )
    select
        id, %(resume)s, %(user)s, position, section, heading, first_line, last_line, text, context, context_lines,
        organisation, title, start, "end", current, %(language)s, %(model)s, embedding::vector
    from json_to_recordset(%(rows)s::json) as row (
        id uuid, position integer, section text, heading text, first_line integer, last_line integer, text text,
        context text, context_lines integer[], organisation text, title text, start text, "end" text, current boolean,
        embedding text
    )
"""
_POSITION_BITS: Final = 16


def check_vectors(vectors: Sequence[Sequence[float]], chunks: int) -> None:
    """Raise `ModelError` unless there is one finite vector of the right dimension per chunk."""
    fitting = len(vectors) == chunks and all(
        len(vector) == limits.EMBEDDING_DIMENSION and isfinite(sum(vector)) and any(vector) for vector in vectors
    )
    if not fitting:
        raise ModelError(Code.EMBEDDING_INVALID)


def replace_chunks(
    cursor: Cursor,
    user_id: str,
    resume_id: UUID,
    document: ParsedDocument,
    vectors: Sequence[Sequence[float]],
    model: str,
) -> None:
    """Put a document's chunks, one vector each, in the place of the resume's earlier ones."""
    rows = [
        {"id": chunk_id(resume_id, position), "position": position, "embedding": vector_text(vector), **_fields(chunk)}
        for position, (chunk, vector) in enumerate(zip(document.chunks, vectors, strict=True))
    ]
    shared = {"resume": resume_id, "user": user_id, "language": document.language, "model": model}
    cursor.execute(_DELETE, [resume_id, user_id])
    cursor.execute(_INSERT, {"rows": storable_json(rows), **shared})


def chunk_id(resume_id: UUID, position: int) -> UUID:
    """Return the id of a chunk: the resume's, with the chunk's position in place of its last 16 bits.

    Ties between equal scores are broken by id. Ids in the order of the document break them the same way for the
    same file, however often it is uploaded; random ones would not.
    """
    if not 0 <= position < 1 << _POSITION_BITS:
        raise ModelError(Code.EMBEDDING_INVALID)
    return UUID(int=resume_id.int >> _POSITION_BITS << _POSITION_BITS | position)


def vector_text(vector: Sequence[float]) -> str:
    """Return a vector as pgvector reads it, for example "[0.25,-1.0]"."""
    return msgspec.json.encode(vector).decode()


def month_text(month: YearMonth | None) -> str | None:
    """Return "2019-04", or "2019" where the month is not known; sorts like the months themselves."""
    if month is None:
        return None
    return f"{month.year:04}" if month.month is None else f"{month.year:04}-{month.month:02}"


def month_from_text(text: str | None) -> YearMonth | None:
    """Return the month that `month_text` wrote."""
    if text is None:
        return None
    year, _, month = text.partition("-")
    return YearMonth(int(year), int(month) if month else None)


def _fields(chunk: Chunk) -> dict[str, object]:
    return {
        "section": chunk.section,
        "heading": chunk.heading,
        "first_line": chunk.first_line,
        "last_line": chunk.last_line,
        "text": chunk.text,
        "context": chunk.context,
        "context_lines": chunk.context_lines,
        "organisation": chunk.organisation,
        "title": chunk.title,
        "start": month_text(chunk.start),
        "end": month_text(chunk.end),
        "current": chunk.current,
    }
