"""Search inside one resume: by vectors and by words, exact, all questions of a call in one round trip.

Implements `matching.model.ResumeSearch` over the rows that `storage.chunks` writes. The rows of the resume are found
through the index on `resume_id` and compared one by one: what they are sorted by is no bare distance, so no vector
index can ever serve the query, whether one exists or not, and the recall is 1.
"""

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from resumate.documents.model import SectionKind
from resumate.errors import Code, RequestError, StorageError
from resumate.matching.model import Passage, ScoredPassage
from resumate.storage.chunks import check_vectors, month_from_text, vector_text
from resumate.storage.database import Database
from resumate.storage.identifiers import as_uuid
from resumate.storage.text import storable_json

# ruff: noqa: S608 - put together from constants of this module alone; values are always bound

_FIELDS: Final = """
    id, section, heading, first_line, last_line, text, context, context_lines, organisation, title, start, "end",
    current, model
"""
# The left join gives a row even when nothing is found, so that a resume without hits differs from no resume. Each
# list of questions is kept from being merged into the rest (offset 0), or its texts would be read once a chunk.
# Vectors travel joined to one text: an array of texts takes PostgreSQL and psycopg six times as long to read.
_NEAREST: Final = f"""
    select resume.status, resume.sha256, hits.*
    from resumes resume left join lateral (
        select asked.number, best.* from (
            select number, vector::vector
            from string_to_table(%(questions)s, ';') with ordinality as list(vector, number) offset 0
        ) asked cross join lateral (
            select {_FIELDS}, 1 - (embedding <=> asked.vector) as score
            from chunks where resume_id = %(resume)s and user_id = %(user)s
            order by 1 - (embedding <=> asked.vector) desc, id limit %(limit)s
        ) best
    ) hits on true
    where resume.id = %(resume)s and resume.user_id = %(user)s
"""
# One shared word is enough to be found, and more of them rank higher: plainto_tsquery asks for all of them.
_WITH_WORDS: Final = f"""
    select resume.status, resume.sha256, hits.*
    from resumes resume left join lateral (
        select asked.number, best.* from (
            select number, replace(
                plainto_tsquery(text_configuration(resume.language), words)::text, ' & ', ' | '
            )::tsquery as query
            from json_array_elements_text(%(questions)s::json) with ordinality as list(words, number) offset 0
        ) asked cross join lateral (
            select {_FIELDS}, ts_rank_cd(tsv, asked.query)::float8 as score
            from chunks where resume_id = %(resume)s and user_id = %(user)s and tsv @@ asked.query
            order by score desc, id limit %(limit)s
        ) best
    ) hits on true
    where resume.id = %(resume)s and resume.user_id = %(user)s
"""


_ALL: Final = f"""
    select resume.status, resume.sha256, pieces.*
    from resumes resume left join lateral (
        select position, {_FIELDS} from chunks where resume_id = %(resume)s and user_id = %(user)s
    ) pieces on true
    where resume.id = %(resume)s and resume.user_id = %(user)s order by pieces.position
"""


class ChunkSearch:
    """Search inside one resume of one user.

    Args:
        database: where the chunks are.
        user_id: the owner.
        resume_id: which resume.
        model: the embedding model the questions' vectors are made with; None leaves that unchecked.
        sha256: the version of the file that is meant; None takes whatever is there.
    """

    def __init__(
        self,
        database: Database,
        user_id: str,
        resume_id: str,
        model: str | None = None,
        *,
        sha256: str | None = None,
    ) -> None:
        self._database = database
        self._user_id = user_id
        self._resume_id = as_uuid(resume_id)
        self._model = model
        self._sha256 = sha256

    def nearest(self, vectors: Sequence[Sequence[float]], limit: int) -> list[list[ScoredPassage]]:
        """Return for each vector the `limit` nearest passages, by cosine similarity (-1 to 1) and then by id.

        Raises:
            ModelError: EMBEDDING_INVALID, a vector has another dimension than the stored ones, or no direction.
            RequestError: RESUME_MISSING, the resume is not there; RESUME_NOT_READY, it is not ready, was replaced by
                another version, or was embedded with another model.
            StorageError: RETRIEVAL_UNAVAILABLE, retryable.
        """
        check_vectors(vectors, len(vectors))
        return self._found(_NEAREST, ";".join(map(vector_text, vectors)), len(vectors), limit)

    def with_words(self, queries: Sequence[str], limit: int) -> list[list[ScoredPassage]]:
        """Return for each query the passages that share a word with it, by `ts_rank_cd` and then by id.

        Words are compared by their stems in the resume's language. Raises as `nearest` does.
        """
        return self._found(_WITH_WORDS, storable_json([*queries]), len(queries), limit)

    def passages(self) -> list[Passage]:
        """Return all passages of the resume in its own order; raises `RequestError` and `StorageError` as `nearest`."""
        return [_passage(row) for row in self._rows(_ALL, {}) if row["id"] is not None]

    def _found(self, statement: str, questions: str, count: int, limit: int) -> list[list[ScoredPassage]]:
        if count == 0:
            return []
        rows = self._rows(statement, {"questions": questions, "limit": limit})
        found: list[list[ScoredPassage]] = [[] for _ in range(count)]
        passages: dict[UUID, Passage] = {}
        for row in rows:
            if row["id"] is not None:
                passage = passages.get(row["id"]) or passages.setdefault(row["id"], _passage(row))
                found[row["number"] - 1].append(ScoredPassage(passage, row["score"]))
        for hits in found:
            hits.sort(key=lambda hit: (-hit.score, hit.passage.chunk_id))
        return found

    def _rows(self, statement: str, values: dict[str, object]) -> list[dict[str, Any]]:
        try:
            with self._database.transaction(self._user_id) as cursor:
                rows = cursor.execute(
                    statement, {"resume": self._resume_id, "user": self._user_id, **values}
                ).fetchall()
        except StorageError as error:
            if not error.retryable:
                raise
            raise StorageError(Code.RETRIEVAL_UNAVAILABLE, retryable=True) from error
        self._check(rows)
        return rows

    def _check(self, rows: list[dict[str, Any]]) -> None:
        """Raise unless the rows are of the resume, the version and the model that are meant."""
        if not rows:
            raise RequestError(Code.RESUME_MISSING)
        first = rows[0]
        replaced = self._sha256 is not None and first["sha256"] != self._sha256
        if first["status"] != "ready" or replaced:
            raise RequestError(Code.RESUME_NOT_READY)
        models = {row["model"] for row in rows if row["model"] is not None}
        if self._model is not None and models - {self._model}:
            raise RequestError(
                Code.RESUME_NOT_READY,
                "This resume was indexed with an earlier embedding model. Upload it again to use it.",
            )


def _passage(row: dict[str, Any]) -> Passage:
    return Passage(
        chunk_id=str(row["id"]),
        section=SectionKind(row["section"]),
        heading=row["heading"],
        first_line=row["first_line"],
        last_line=row["last_line"],
        text=row["text"],
        context=row["context"],
        context_lines=row["context_lines"],
        organisation=row["organisation"],
        title=row["title"],
        start=month_from_text(row["start"]),
        end=month_from_text(row["end"]),
        current=row["current"],
    )
