import hashlib
import json
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from devstack import uploading
from devstack.client import SocketClient
from devstack.letter_view import LetterView
from devstack.problems import Problem, ProblemCode
from devstack.progress import Progress
from devstack.state import read_json, write_json
from devstack.uploading import Uploads, report_lines
from devstack.writing import WrittenLetter, write_letter
from resumate.gateway.messages import LetterOptions

RESUME = b"%PDF-1.7 a resume"
COMPLETED = {
    "type": "letter.completed",
    "letter_id": "l1",
    "text": "Dear Team,",
    "sentences": [],
    "requirements": [],
    "drafts": 1,
    "model": "composer",
    "usage": {},
    "note": None,
}
REPORT = {"pages": 2, "lines": 40, "columns": [1, 2], "sections": [], "warnings": [{"message": "Look at line 3."}]}


class FakeServer:
    """The other end of a socket: answers each action with scripted frames."""

    def __init__(self, **answers: Callable[[dict[str, Any]], list[dict[str, Any]]]) -> None:
        self.answers = answers
        self.frames: deque[dict[str, Any]] = deque()
        self.actions: list[dict[str, Any]] = []

    def send(self, text: str) -> None:
        action = json.loads(text)
        self.actions.append(action)
        replies = self.answers[action["action"]](action)
        if replies:
            replies[0].setdefault("request_id", action["request_id"])
        self.frames.extend(replies)

    def recv(self, timeout: float | None = None) -> str:  # its signature
        if not self.frames:
            raise TimeoutError
        return json.dumps(self.frames.popleft())

    def close(self) -> None:
        self.frames.clear()


def _no_resumes(_: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"type": "resumes", "items": []}]


def _slot(_: dict[str, Any]) -> list[dict[str, Any]]:
    created = {"type": "upload.created", "resume_id": "r1", "url": "http://s3", "fields": {}, "expires_at": ""}
    other = {"type": "resume.ready", "resume_id": "r0", "report": {}}
    steps = {"type": "resume.parsing", "resume_id": "r1", "step": "parsing"}
    return [created, steps, other, {"type": "resume.ready", "resume_id": "r1", "report": REPORT}]


def _letter(*events: dict[str, Any]) -> Callable[[dict[str, Any]], list[dict[str, Any]]]:
    return lambda _: [{"type": "letter.queued", "letter_id": "l1"}, *events]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[FakeServer], WrittenLetter]:
    (tmp_path / "cv.pdf").write_bytes(RESUME)
    monkeypatch.setattr(uploading, "post_upload", lambda *_: 204)

    def write(server: FakeServer) -> WrittenLetter:
        client = SocketClient(server)  # type: ignore[arg-type]
        uploads = Uploads(tmp_path / "uploads.json", Progress(quiet=True))
        return write_letter(client, tmp_path / "cv.pdf", "A job", LetterOptions(), uploads, LetterView(quiet=True))

    return write


def test_a_new_resume_is_uploaded_waited_for_and_written_from(write: Callable[[FakeServer], WrittenLetter]):
    delta = {"type": "letter.delta", "letter_id": "l1", "draft": 1, "seq": 1, "text": "Dear"}
    foreign = {**COMPLETED, "letter_id": "l0"}
    server = FakeServer(list_resumes=_no_resumes, create_upload=_slot, create_letter=_letter(foreign, delta, COMPLETED))
    written = write(server)
    assert (written.resume_id, written.letter.letter_id) == ("r1", "l1")
    upload, letter = server.actions[1:]
    assert (upload["content_type"], upload["size"]) == ("application/pdf", len(RESUME))
    assert letter["resume_id"] == "r1"
    assert written.times.job_to_first_delta is not None
    assert written.times.job_to_completed is not None


def test_a_resume_with_the_same_bytes_is_used_again(write: Callable[[FakeServer], WrittenLetter]):
    item = {"resume_id": "r7", "file_name": "cv.pdf", "status": "ready", "created_at": "", "bytes": len(RESUME)}
    server = FakeServer(
        list_resumes=lambda _: [{"type": "resumes", "items": [item]}],
        get_resume=lambda _: [
            {"type": "resume", "resume_id": "r7", "file_name": "cv.pdf", "status": "ready", "sha256": _sha()}
        ],
        create_letter=_letter(COMPLETED),
    )
    assert write(server).resume_id == "r7"
    assert [action["action"] for action in server.actions] == ["list_resumes", "get_resume", "create_letter"]


def _sha() -> str:
    return hashlib.sha256(RESUME).hexdigest()


def test_a_resume_of_the_same_name_and_size_with_other_bytes_is_not_taken_for_it(
    write: Callable[[FakeServer], WrittenLetter],
):
    item = {"resume_id": "r7", "file_name": "cv.pdf", "status": "ready", "created_at": "", "bytes": len(RESUME)}
    server = FakeServer(
        list_resumes=lambda _: [{"type": "resumes", "items": [item]}],
        get_resume=lambda _: [
            {"type": "resume", "resume_id": "r7", "file_name": "cv.pdf", "status": "ready", "sha256": "0"}
        ],
        create_upload=_slot,
        create_letter=_letter(COMPLETED),
    )
    assert write(server).resume_id == "r1"


QUOTA = {"type": "error", "code": "quota_resumes", "message": "You have 20 resumes already."}


def test_a_full_account_loses_the_oldest_resume_of_this_command_and_no_other(
    write: Callable[[FakeServer], WrittenLetter], tmp_path: Path
):
    write_json(tmp_path / "uploads.json", {"resume_ids": ["gone", "old", "newer"]})
    answers = iter([[dict(QUOTA)], None])

    def delete(action: dict[str, Any]) -> list[dict[str, Any]]:
        if action["resume_id"] == "gone":
            return [{"type": "error", "code": "not_found", "message": "Nothing."}]
        return [{"type": "deleted", "what": "resume", "id": action["resume_id"], "removed": {}, "remaining": {}}]

    server = FakeServer(
        list_resumes=_no_resumes,
        create_upload=lambda action: next(answers) or _slot(action),
        delete_resume=delete,
        create_letter=_letter(COMPLETED),
    )
    assert write(server).resume_id == "r1"
    assert [action["resume_id"] for action in server.actions if action["action"] == "delete_resume"] == ["gone", "old"]
    assert read_json(tmp_path / "uploads.json") == {"resume_ids": ["newer", "r1"]}


def test_an_account_that_the_page_filled_is_left_as_it_is(write: Callable[[FakeServer], WrittenLetter]):
    server = FakeServer(list_resumes=_no_resumes, create_upload=lambda _: [dict(QUOTA)])
    with pytest.raises(Problem, match="20 resumes") as refused:
        write(server)
    assert refused.value.detail == "quota_resumes"


def test_a_resume_that_cannot_be_read_is_a_refusal_with_its_code(write: Callable[[FakeServer], WrittenLetter]):
    failed = {"type": "resume.failed", "resume_id": "r1", "code": "no_text", "message": "It looks scanned."}
    server = FakeServer(list_resumes=_no_resumes, create_upload=lambda action: [_slot(action)[0], failed])
    with pytest.raises(Problem, match="scanned") as refused:
        write(server)
    assert (refused.value.exit_code, refused.value.detail) == (5, "no_text")


def test_questions_are_shown_with_the_way_to_answer_them(write: Callable[[FakeServer], WrittenLetter]):
    event = {"type": "letter.needs_input", "letter_id": "l1", "questions": ["Have you managed a budget?"]}
    server = FakeServer(list_resumes=_no_resumes, create_upload=_slot, create_letter=_letter(event))
    with pytest.raises(Problem, match="Have you managed a budget") as asked:
        write(server)
    assert asked.value.code is ProblemCode.NEEDS_INPUT
    assert "--answer" in asked.value.remedy


@pytest.mark.parametrize(
    "event",
    [
        {"type": "letter.failed", "letter_id": "l1", "code": "expired", "message": "It waited too long."},
        {"type": "letter.cancelled", "letter_id": "l1"},
    ],
)
def test_a_letter_that_ends_otherwise_is_a_refusal(write: Callable[[FakeServer], WrittenLetter], event: dict[str, Any]):
    server = FakeServer(list_resumes=_no_resumes, create_upload=_slot, create_letter=_letter(event))
    with pytest.raises(Problem) as refused:
        write(server)
    assert refused.value.code is ProblemCode.REFUSED


def test_an_error_after_the_letter_was_queued_ends_the_wait(write: Callable[[FakeServer], WrittenLetter]):
    def fail(action: dict[str, Any]) -> list[dict[str, Any]]:
        error = {"type": "error", "request_id": action["request_id"], "code": "internal", "message": "Our side."}
        return [{"type": "letter.queued", "letter_id": "l1"}, error]

    with pytest.raises(Problem, match="Our side") as refused:
        write(FakeServer(list_resumes=_no_resumes, create_upload=_slot, create_letter=fail))
    assert refused.value.detail == "internal"


def test_the_report_says_pages_columns_and_warnings():
    text = "\n".join(report_lines(REPORT))
    assert "40 lines on 2 pages, 2 columns" in text
    assert "! Look at line 3." in text
