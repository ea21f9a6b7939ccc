"""An uploaded file ends as ready or failed, once, and its owner is told."""

import uuid

from resumate.actions.read_resume import read_resume
from resumate.documents.model import ParsedDocument
from resumate.errors import Code, ModelError
from resumate.gateway.messages import ResumeFailed, ResumeParsing, ResumeReady
from resumate.gateway.uploads import Uploaded
from resumate.storage.objects import resume_key

from .conftest import RESUME, Office


def slot(office: Office, content: bytes = RESUME) -> tuple[str, Uploaded]:
    resume_id = str(uuid.uuid4())
    key = resume_key(office.user_id, resume_id)
    office.resumes.create_slot(office.user_id, resume_id, "cv.txt", "text/plain", len(content), key)
    office.files.content[key] = content
    return resume_id, Uploaded(key, "v1", "0A", len(content))


def run(office: Office, uploaded: Uploaded, read: object) -> None:
    read_resume(uploaded, office.resumes, office.files, office.embedder, "words", office.sockets, read)


def test_an_upload_becomes_ready_and_every_step_is_told(office: Office, read: object) -> None:
    resume_id, uploaded = slot(office)
    run(office, uploaded, read)
    row = office.resumes.get(office.user_id, resume_id)
    assert row is not None
    assert row.status == "ready"
    assert row.contact is not None
    assert row.contact.name == "Ada Example"
    assert [event.step for event in office.sockets.of(ResumeParsing)] == ["parsing", "embedding", "storing"]
    assert office.sockets.of(ResumeReady)[0].report["lines"] > 10


def test_the_same_event_twice_is_read_once(office: Office, read: object) -> None:
    _, uploaded = slot(office)
    run(office, uploaded, read)
    run(office, uploaded, read)
    assert office.embedder.calls == 1
    assert len(office.sockets.of(ResumeReady)) == 1


def test_contact_details_reach_neither_the_embedder_nor_a_chunk(office: Office, read: object) -> None:
    resume_id, uploaded = slot(office)
    seen: list[str] = []
    embed = office.embedder.embed
    office.embedder.embed = lambda texts: (seen.extend(texts), embed(texts))[1]
    run(office, uploaded, read)
    with office.database.transaction(office.user_id) as cursor:
        rows = cursor.execute("select text, context from chunks where resume_id = %s", [resume_id]).fetchall()
    stored = " ".join(f"{row['text']} {row['context']}" for row in rows)
    for secret in ("Ada", "ada@example.com"):
        assert secret not in " ".join(seen)
        assert secret not in stored


def test_a_file_that_is_gone_is_failed_not_retried(office: Office, read: object) -> None:
    resume_id, uploaded = slot(office)
    office.files.content.clear()
    run(office, uploaded, read)
    row = office.resumes.get(office.user_id, resume_id)
    assert row is not None
    assert (row.status, row.error_code) == ("failed", Code.GONE)
    assert office.sockets.of(ResumeFailed)[0].message


def test_whatever_a_reader_raises_becomes_a_code(office: Office) -> None:
    def explode(content: bytes, file_name: str) -> ParsedDocument:
        raise RuntimeError(content)

    resume_id, uploaded = slot(office)
    run(office, uploaded, explode)
    row = office.resumes.get(office.user_id, resume_id)
    assert row is not None
    assert (row.status, row.error_code) == ("failed", Code.INTERNAL)


def test_an_embedder_that_is_down_leaves_a_resume_that_can_be_read_again(office: Office, read: object) -> None:
    resume_id, uploaded = slot(office)
    office.embedder.fails = ModelError(Code.EMBEDDING_UNAVAILABLE, retryable=True)
    run(office, uploaded, read)
    assert office.resumes.get(office.user_id, resume_id).error_code == Code.EMBEDDING_UNAVAILABLE
    office.embedder.fails = None
    run(office, Uploaded(uploaded.key, "v2", "0B", len(RESUME)), read)
    assert office.resumes.get(office.user_id, resume_id).status == "ready"


def test_an_upload_after_an_erasure_leaves_no_file(office: Office, read: object) -> None:
    resume_id, uploaded = slot(office)
    office.resumes.delete(office.user_id, resume_id)
    run(office, uploaded, read)
    assert office.files.content == {}


def test_a_key_outside_the_prefix_is_ignored(office: Office, read: object) -> None:
    run(office, Uploaded("elsewhere/x", "v1", "0A", 1), read)
    run(office, Uploaded("resumes/u1/not-an-id", "v1", "0A", 1), read)
    assert office.sockets.events == []
