"""How long the five best chunks of one resume take to find, among many chunks of others, beside its peers.

``python benchmarks/search.py [--chunks 100000] [--million] [--questions 200]``

Everything is measured in this one run on this machine: the product's own search, through its connection,
transaction and row level security, in a table of 1,000 chunks and in one of many; a scan of 1,000 chunks in plain
Python and in NumPy; and LanceDB with the same filter, where it is installed. Times are medians in milliseconds.
"""

import argparse
import importlib.util
import json
import math
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import numpy as np
import psycopg
from pgvector.psycopg import register_vector

from devstack.postgres import PostgresHost
from resumate import limits
from resumate.storage.chunk_search import ChunkSearch
from resumate.storage.chunks import chunk_id
from resumate.storage.database import Database

CHUNKS_PER_RESUME = 40
SCANNED = 1_000
TOP = 5
MODEL = "benchmark"
TEXT = "Reduced the time to close the books from nine days to four by automating the reconciliation of accounts"
CONTEXT = "Senior Accountant, Harbour & Field, March 2017 – June 2022"

COPY_RESUMES = """
    copy resumes (id, user_id, file_name, s3_key, content_type, bytes, status, sha256, language)
    from stdin (format binary)
"""
COPY_CHUNKS = """
    copy chunks (id, resume_id, user_id, position, section, heading, first_line, last_line, text, context,
        context_lines, current, language, model, embedding) from stdin (format binary)
"""
CHUNK_TYPES = [
    *("uuid", "uuid", "text", "int4", "text", "text", "int4", "int4", "text", "text"),
    *("int4[]", "bool", "text", "text", "vector"),
]


def main() -> int:
    """Run the benchmark and print the table; returns 0."""
    options = _options()
    generator = np.random.default_rng(7)
    questions = _directions(generator, options.questions)
    small, many = _measure_ours(generator, SCANNED, questions), _measure_ours(generator, options.chunks, questions)
    scanned = _directions(generator, SCANNED)
    rows: list[tuple[str, float]] = [
        (f"ResuMate, {options.chunks:,} chunks", many["median"]),
        (f"ResuMate, {SCANNED:,} chunks", small["median"]),
        (f"plain Python, a scan of {SCANNED:,}", _median(_plain_scan(scanned.tolist()), questions[:20].tolist())),
        (f"NumPy in memory, a scan of {SCANNED:,}", _median(_numpy_scan(scanned), list(questions))),
    ]
    if importlib.util.find_spec("lancedb"):
        rows += _measure_lancedb(generator, options.chunks, questions)
    else:
        print("LanceDB is not installed here and left out: pip install lancedb")
    print(f"\nTop {TOP} of the {CHUNKS_PER_RESUME} chunks of one resume, {len(questions)} questions\n")
    print(f"{'':<40}{'median ms':>12}{'times ours':>12}")
    for name, median in rows:
        print(f"{name:<40}{median:>12.3f}{median / many['median']:>12.2f}")
    print(f"\nrecall against a full scan: {many['recall']:.3f} (at {SCANNED:,}: {small['recall']:.3f})")
    print(f"95th percentile: {many['p95']:.3f} ms; the statement alone: {many['statement']:.3f} ms")
    if options.json:
        figures = {"chunks": options.chunks, "small": small, "many": many, "rows": dict(rows)}
        options.json.write_text(json.dumps(figures, indent=2), encoding="utf-8")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--chunks", type=int, default=100_000, help="how many chunks the large table has")
    parser.add_argument("--million", dest="chunks", action="store_const", const=1_000_000, help="the same as 1000000")
    parser.add_argument("--questions", type=int, default=200, help="how many searches are timed")
    parser.add_argument("--json", type=Path, help="also write the figures into this file")
    return parser.parse_args()


# ---------------------------------------------------------------------- ours


def _measure_ours(generator: np.random.Generator, chunks: int, questions: np.ndarray) -> dict[str, float]:
    with _server() as host:
        resumes = [uuid4() for _ in range(chunks // CHUNKS_PER_RESUME)]
        asked = dict.fromkeys(generator.integers(0, len(resumes), len(questions)).tolist())
        vectors = _load(host, resumes, generator, asked.keys())
        database = Database(lambda: host.app_dsn)
        numbers = generator.choice(list(asked), len(questions)).tolist()
        times, hits = [], 0
        for number, question in zip(numbers, questions, strict=True):
            search = ChunkSearch(database, _user(number), str(resumes[number]), MODEL)
            began = time.perf_counter()
            found = search.nearest([question.tolist()], TOP)[0]
            times.append((time.perf_counter() - began) * 1000)
            best = np.argsort(-(vectors[number] @ question), kind="stable")[:TOP]
            wanted = {str(chunk_id(resumes[number], int(position))) for position in best}
            hits += len(wanted & {hit.passage.chunk_id for hit in found})
        database.close()
        statement = _statement_alone(host, resumes, numbers, questions)
    return {
        "median": statistics.median(times),
        "p95": statistics.quantiles(times, n=20)[-1],
        "statement": statement,
        "recall": hits / (TOP * len(questions)),
    }


@contextmanager
def _server() -> Iterator[PostgresHost]:
    folder = Path(tempfile.mkdtemp(prefix="resumate-benchmark-"))
    host = PostgresHost(folder, durable=False)
    try:
        host.start()
        host.migrate()
        yield host
    finally:
        host.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _load(host: PostgresHost, resumes: list[UUID], generator: np.random.Generator, kept: Any) -> dict[int, np.ndarray]:  # noqa: ANN401 - a view of keys
    """Fill the tables and return the vectors of the resumes that will be asked."""
    vectors: dict[int, np.ndarray] = {}
    began = time.perf_counter()
    with psycopg.connect(host.admin_dsn) as connection:
        register_vector(connection)
        with connection.cursor().copy(COPY_RESUMES) as copy:
            copy.set_types(["uuid", "text", "text", "text", "text", "int8", "text", "text", "text"])
            for number, resume in enumerate(resumes):
                copy.write_row((resume, _user(number), "cv.pdf", str(resume), "text/plain", 1, "ready", "0" * 64, "en"))
        with connection.cursor().copy(COPY_CHUNKS) as copy:
            copy.set_types(CHUNK_TYPES)
            for number, resume in enumerate(resumes):
                own = _directions(generator, CHUNKS_PER_RESUME)
                if number in kept:
                    vectors[number] = own
                _write_chunks(copy, resume, _user(number), own)
        connection.commit()
        connection.autocommit = True
        connection.execute("vacuum analyze chunks, resumes")
    seconds = time.perf_counter() - began
    print(f"{len(resumes) * CHUNKS_PER_RESUME:,} chunks loaded in {seconds:.0f} s", file=sys.stderr)
    return vectors


def _write_chunks(copy: psycopg.Copy, resume: UUID, user: str, vectors: np.ndarray) -> None:
    for position, vector in enumerate(vectors):
        line = position + 1
        copy.write_row(
            (
                *(chunk_id(resume, position), resume, user, position, "experience", "Experience", line, line),
                *(f"{TEXT} {position}", CONTEXT, [1], False, "en", MODEL, vector),
            )
        )


def _statement_alone(host: PostgresHost, resumes: list[UUID], numbers: list[int], questions: np.ndarray) -> float:
    """Time the bare query without transaction and row level security, to see what they cost."""
    statement = "select id from chunks where resume_id = %s order by embedding <=> %s, id limit 5"
    with psycopg.connect(host.admin_dsn, autocommit=True, prepare_threshold=None) as connection:
        register_vector(connection)
        times = []
        for number, question in zip(numbers, questions, strict=True):
            began = time.perf_counter()
            connection.execute(statement, [resumes[number], question]).fetchall()
            times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


# ---------------------------------------------------------------------- peers


def _plain_scan(vectors: list[list[float]]) -> Callable[[list[float]], list[int]]:
    """As in tutorials that keep vectors in a list: the cosine with each of them, then sort."""

    def cosine(left: list[float], right: list[float]) -> float:
        dot = sum(a * b for a, b in zip(left, right, strict=True))
        return dot / (math.sqrt(sum(a * a for a in left)) * math.sqrt(sum(b * b for b in right)))

    def scan(question: list[float]) -> list[int]:
        scores = [cosine(question, vector) for vector in vectors]
        return sorted(range(len(vectors)), key=lambda index: -scores[index])[:TOP]

    return scan


def _numpy_scan(vectors: np.ndarray) -> Callable[[np.ndarray], np.ndarray]:
    return lambda question: np.argsort(-(vectors @ question))[:TOP]


def _measure_lancedb(generator: np.random.Generator, chunks: int, questions: np.ndarray) -> list[tuple[str, float]]:
    """The same rows and filter, applied before the search, without and with an index on the filtered column."""
    import lancedb  # noqa: PLC0415 - a peer that need not be installed
    import pyarrow as pa  # noqa: PLC0415 - comes with it

    folder = Path(tempfile.mkdtemp(prefix="resumate-benchmark-"))
    resumes = chunks // CHUNKS_PER_RESUME

    def batches() -> Iterator[pa.RecordBatch]:
        for first in range(0, resumes, 250):
            numbers = np.repeat(np.arange(first, min(first + 250, resumes)), CHUNKS_PER_RESUME)
            flat = pa.array(_directions(generator, len(numbers)).ravel())
            columns = [
                pa.array([_user(int(number)) for number in numbers]),
                pa.array([TEXT] * len(numbers)),
                pa.FixedSizeListArray.from_arrays(flat, limits.EMBEDDING_DIMENSION),
            ]
            yield pa.RecordBatch.from_arrays(columns, names=["user_id", "text", "vector"])

    try:
        table = lancedb.connect(folder).create_table("chunks", batches(), schema=next(batches()).schema)

        def search(question: np.ndarray) -> list[dict[str, Any]]:
            user = _user(int(generator.integers(0, resumes)))
            query = table.search(question).distance_type("cosine").where(f"user_id = '{user}'", prefilter=True)
            return list(query.select(["text", "_distance"]).limit(TOP).to_list())

        bare = _median(search, list(questions[:20]))
        table.create_scalar_index("user_id")
        indexed = _median(search, list(questions))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return [(f"LanceDB, {chunks:,} chunks", bare), ("LanceDB, the filter indexed", indexed)]


def _median(search: Callable[[Any], object], questions: list[Any]) -> float:
    times = []
    for question in questions:
        began = time.perf_counter()
        search(question)
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def _directions(generator: np.random.Generator, count: int) -> np.ndarray:
    """Random vectors of length 1, shape (count, dimension)."""
    vectors = generator.standard_normal((count, limits.EMBEDDING_DIMENSION), dtype=np.float32)
    directions: np.ndarray = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return directions


def _user(number: int) -> str:
    return f"user-{number}"


if __name__ == "__main__":
    sys.exit(main())
