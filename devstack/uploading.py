"""Brings a resume to the account of the command: uploads it and waits until it was read.

A resume whose very bytes are there already is used again, and when the account is full the oldest one that this
command uploaded itself makes room, so that writing many letters never ends in a full account. Resumes that were
uploaded in the page are left alone.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from devstack.client import SocketClient, new_request_id, post_upload
from devstack.problems import Problem, ProblemCode
from devstack.progress import Progress
from devstack.state import read_json, write_json
from resumate.errors import Code
from resumate.gateway.messages import (
    CreateUpload,
    DeleteResume,
    Event,
    GetResume,
    ListResumes,
    Receipt,
    ResumeEvent,
    ResumeFailed,
    ResumeParsing,
    ResumeReady,
    Resumes,
    UploadCreated,
)

RESUME_SECONDS: Final = 240.0

CONTENT_TYPES: Final = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
}


@dataclass(frozen=True, slots=True)
class Uploads:
    """The resumes that this command uploaded.

    Attributes:
        journal: the file with their ids, oldest first.
        progress: told of what is done.
    """

    journal: Path
    progress: Progress

    def ensure(self, client: SocketClient, file_name: str, content: bytes) -> tuple[str, bool]:
        """Return the id of a ready resume with these bytes, and whether it was uploaded just now; raises `Problem`."""
        found = find_resume(client, file_name, len(content), hashlib.sha256(content).hexdigest())
        if found is not None:
            self.progress.say(f"  {file_name} was uploaded before and is used again.")
            return found, False
        with self.progress.step(f"Uploading and reading {file_name}"):
            created = self._place(client, file_name, content)
            self._write([*self._ids(), created.resume_id])
            ready = upload(client, created, file_name, content)
        for line in report_lines(ready.report):
            self.progress.say(line)
        return ready.resume_id, True

    def _place(self, client: SocketClient, file_name: str, content: bytes) -> UploadCreated:
        while True:
            try:
                return ask_for_place(client, file_name, content)
            except Problem as problem:
                if problem.detail != Code.QUOTA_RESUMES or not self._make_room(client):
                    raise

    def _make_room(self, client: SocketClient) -> bool:
        """Delete the oldest resume of ours that is still there; letters written from it stay."""
        while ids := self._ids():
            self._write(ids[1:])
            reply = client.ask(DeleteResume(request_id=new_request_id(), resume_id=ids[0]))
            if isinstance(reply, Receipt):
                self.progress.say("  The account is full; the oldest resume uploaded by this command was removed.")
                return True
        return False

    def _ids(self) -> list[str]:
        return list(read_json(self.journal).get("resume_ids", []))

    def _write(self, ids: list[str]) -> None:
        write_json(self.journal, {"resume_ids": ids})


def find_resume(client: SocketClient, file_name: str, size: int, sha256: str) -> str | None:
    """Return the id of a ready resume with these very bytes, if the account has one."""
    cursor = None
    while True:
        page = client.ask_for(ListResumes(request_id=new_request_id(), cursor=cursor, limit=100), Resumes)
        for item in page.items:
            if item.file_name == file_name and item.bytes == size and item.status == "ready":
                found = client.ask_for(GetResume(request_id=new_request_id(), resume_id=item.resume_id), ResumeEvent)
                if found.sha256 == sha256:
                    return item.resume_id
        cursor = page.cursor
        if cursor is None:
            return None


def ask_for_place(client: SocketClient, file_name: str, content: bytes) -> UploadCreated:
    """Ask for a place to upload to; raises `Problem` refused with the server's code."""
    content_type = CONTENT_TYPES.get(Path(file_name).suffix.lower(), "application/octet-stream")
    action = CreateUpload(
        request_id=new_request_id(), file_name=file_name, content_type=content_type, size=len(content)
    )
    return client.ask_for(action, UploadCreated)


def upload(client: SocketClient, created: UploadCreated, file_name: str, content: bytes) -> ResumeReady:
    """Upload a file and wait until it was read; raises `Problem` refused with the server's code."""
    status = post_upload(created, file_name, content)
    if status >= 300:
        raise Problem(ProblemCode.REFUSED, f"The storage refused the file with status {status}.", "Try again.")

    def is_verdict(event: Event) -> bool:
        return getattr(event, "resume_id", None) == created.resume_id and not isinstance(event, ResumeParsing)

    verdict: Any = client.wait_for(ResumeReady, ResumeFailed, seconds=RESUME_SECONDS, matching=is_verdict)
    if isinstance(verdict, ResumeFailed):
        raise Problem(ProblemCode.REFUSED, verdict.message, detail=verdict.code)
    return verdict  # type: ignore[no-any-return]  # one of the two kinds asked for


def report_lines(report: dict[str, Any]) -> list[str]:
    """Say what was read from a resume: pages, lines, sections, warnings."""
    columns = max(report.get("columns") or [1])
    layout = f", {columns} columns" if columns > 1 else ""
    pages = report.get("pages", 1)
    lines = [f"  Read {report.get('lines', 0)} lines on {pages} page{'s' if pages != 1 else ''}{layout}:"]
    lines += [
        f"    l.{item['first_line']}-{item['last_line']}  {item['heading'] or item['kind']}"
        for item in report.get("sections", [])
    ]
    return lines + [f"    ! {warning['message']}" for warning in report.get("warnings", [])]
