"""What must hold when the noise is over, each as a sentence with what was found when it does not hold."""

from collections.abc import Iterator, Sequence

import psycopg

from devstack.environments import aws_client
from devstack.postgres import PostgresHost
from devstack.settings import Settings
from devstack.state import RunningStack
from tests.e2e.resilience.chaos.faults import POISON, Faults, messages_of
from tests.e2e.resilience.chaos.people import OVER, Somebody


def broken(settings: Settings, running: RunningStack, people: Sequence[Somebody], faults: Faults) -> list[str]:
    """Return every invariant that does not hold."""
    return [
        *_of_people(people),
        *_of_the_database(settings, people),
        *_of_the_queue(settings, running, faults),
        *_of_the_bucket(settings, running),
        *_of_processes(settings, faults),
    ]


def _of_people(people: Sequence[Somebody]) -> Iterator[str]:
    for somebody in people:
        diary = somebody.diary
        if somebody.failure is not None:
            yield f"somebody got no further: {somebody.failure!r}"
        if unended := {letter for letter, status in diary.ended.items() if status not in OVER}:
            yield f"letters did not end: {unended}"
        if doubled := {letter for letter, texts in diary.texts.items() if len(texts) > 1}:
            yield f"a letter was completed with two texts: {doubled}"
        others = [other.employer.split()[0] for other in people if other is not somebody]
        if any(employer in text for texts in diary.texts.values() for text in texts for employer in others):
            yield "a letter names what only another person's resume says"
        if set(diary.pried) - {"not_found"}:
            yield f"somebody else's letter answered {set(diary.pried)}"


def _of_the_database(settings: Settings, people: Sequence[Somebody]) -> Iterator[str]:
    with psycopg.connect(PostgresHost(settings.layout.postgres).admin_dsn) as connection:
        rows = connection.execute("select id::text, status, text from letters").fetchall()
        foreign = connection.execute(
            "select count(*) from letters l join resumes r on r.id = l.resume_id where r.user_id <> l.user_id"
        ).fetchone()
        versions = connection.execute(
            "select count(*) from letters l where l.status = 'completed' "
            "and (select count(*) from letter_versions v where v.letter_id = l.id) <> 1"
        ).fetchone()
    if unended := [(letter, status) for letter, status, _ in rows if status not in OVER]:
        yield f"letters are not over in the database: {unended}"
    asked = {letter for somebody in people for letter in somebody.diary.asked.values()}
    deleted = {letter for somebody in people for letter in somebody.diary.deleted}
    stored = {letter for letter, _, _ in rows}
    if extra := stored - asked:
        yield f"letters that nobody asked for: {extra}"
    if lost := asked - stored - deleted:
        yield f"letters are lost: {lost}"
    if kept := stored & deleted:
        yield f"letters that were deleted are there: {kept}"
    seen = {letter: texts for somebody in people for letter, texts in somebody.diary.texts.items()}
    if [letter for letter, status, text in rows if status == "completed" and seen.get(letter, {text}) != {text}]:
        yield "a completed letter's text is not the one that was shown"
    if foreign != (0,):
        yield f"letters of one person stand on the resume of another: {foreign}"
    if versions != (0,):
        yield f"completed letters without exactly one version: {versions}"


def _of_the_queue(settings: Settings, running: RunningStack, faults: Faults) -> Iterator[str]:
    if waiting := [body[:40] for body, _ in messages_of(settings, running)]:
        yield f"messages still wait: {waiting}"
    dead = [body for body, _ in messages_of(settings, running, "dead-letters")]
    poison = sum(body in POISON for body in dead)
    # An embedded AWS that was killed has forgotten its last seconds, poison included.
    forgets = faults.done["embedded AWS killed"] > 0
    if poison != faults.poisoned and not (forgets and poison <= faults.poisoned):
        yield f"{faults.poisoned} messages were poisoned, {poison} are among the dead letters"


def _of_the_bucket(settings: Settings, running: RunningStack) -> Iterator[str]:
    pages = aws_client("s3", running.addresses["aws"]).get_paginator("list_objects_v2")
    found = pages.paginate(Bucket=running.outputs["ResumeBucket"], Prefix="resumes/")
    keys = {item["Key"] for page in found for item in page.get("Contents", [])}
    with psycopg.connect(PostgresHost(settings.layout.postgres).admin_dsn) as connection:
        known = {key for (key,) in connection.execute("select s3_key from resumes").fetchall()}
    if keys - known:
        yield f"files without a resume: {len(keys - known)}"


def _of_processes(settings: Settings, faults: Faults) -> Iterator[str]:
    if strays := faults.strays():
        yield f"readers of documents were left: {strays}"
    functions = {process.pid for process in faults.functions("")}
    with psycopg.connect(PostgresHost(settings.layout.postgres).admin_dsn) as connection:
        row = connection.execute("select count(*) from pg_stat_activity where usename = 'resumate_app'").fetchone()
    if row is None or row[0] > len(functions):
        yield f"{row} database connections for {len(functions)} processes"
    files = [path.name for path in settings.layout.scratch.iterdir() if path.name.startswith("resumate")]
    if files:
        yield f"files of functions were left: {files[:5]}"
