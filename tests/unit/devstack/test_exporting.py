"""Saving a letter as a file from the terminal."""

import json
from pathlib import Path

import httpx
import pytest

from devstack import client as client_module
from devstack.cli import main
from devstack.client import SocketClient
from devstack.exporting import format_of, save_letter
from devstack.problems import Problem, ProblemCode
from devstack.progress import Progress
from resumate.exports.model import ExportFormat

FILE = b"%PDF-1.4 a letter"
URL = "http://127.0.0.1:9/exports/letter"


class FakeSocket:
    """The other end of a socket: exports every letter it is asked for, or refuses with a code."""

    def __init__(self, code: str | None = None) -> None:
        self.asked: list[dict] = []
        self.code = code

    def send(self, text: str) -> None:
        self.asked.append(json.loads(text))

    def recv(self, timeout: float | None = None) -> str:
        asked = self.asked[-1]
        if self.code:
            return json.dumps({"type": "error", "request_id": asked["request_id"], "code": self.code, "message": "No."})
        created = {
            "type": "export.created",
            "request_id": asked["request_id"],
            "letter_id": asked["letter_id"],
            "format": asked["format"],
            "url": URL,
            "file_name": "x.pdf",
            "bytes": len(FILE),
            "expires_at": "2026-11-21T09:20:00+00:00",
        }
        return json.dumps(created)


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Answer every GET with the file; returns the addresses that were asked for."""
    asked: list[str] = []

    def get(url: str, **_: object) -> httpx.Response:
        asked.append(url)
        return httpx.Response(200, content=FILE, request=httpx.Request("GET", url))

    monkeypatch.setattr(client_module.httpx, "get", get)
    return asked


def save(socket: FakeSocket, path: Path) -> None:
    save_letter(SocketClient(socket), "l-1", path, Progress())  # type: ignore[arg-type]


@pytest.mark.parametrize(("name", "kind"), [("a.pdf", ExportFormat.PDF), ("b.DOCX", ExportFormat.DOCX)])
def test_the_name_of_the_file_says_the_format(name, kind):
    assert format_of(Path(name)) is kind


def test_the_file_is_what_the_store_gave(store, tmp_path):
    socket = FakeSocket()
    save(socket, tmp_path / "letter.pdf")
    assert (tmp_path / "letter.pdf").read_bytes() == FILE
    assert store == [URL]
    assert (socket.asked[0]["action"], socket.asked[0]["format"]) == ("export_letter", "pdf")


def test_a_refusal_leaves_no_file(store, tmp_path):
    with pytest.raises(Problem) as refused:
        save(FakeSocket("export_characters"), tmp_path / "letter.pdf")
    assert refused.value.code == ProblemCode.REFUSED
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_named(store, tmp_path):
    with pytest.raises(Problem, match="cannot be written") as refused:
        save(FakeSocket(), tmp_path / "none" / "letter.pdf")
    assert refused.value.code == ProblemCode.USAGE


@pytest.mark.parametrize("name", ["letter.txt", "letter", ".pdf.gz"])
def test_another_suffix_is_refused_before_anything_is_started(name, tmp_path, capsys):
    resume, job = tmp_path / "cv.txt", tmp_path / "job.txt"
    resume.write_text("Ada")
    job.write_text("A job")
    assert main(["letter", "--resume", str(resume), "--job", str(job), "--save", str(tmp_path / name)]) == 2
    assert ".pdf or .docx" in capsys.readouterr().err
