"""Small stand-ins with state for the stores; `tests/integration/actions` runs the same actions on the real ones."""

from datetime import UTC, date, datetime
from typing import Any

from resumate.documents.model import Contact, Line, SectionKind
from resumate.errors import Code, RequestError
from resumate.exports.model import ExportFormat, LetterPage
from resumate.gateway.caller import Caller
from resumate.letters.model import Options
from resumate.matching.model import Passage
from resumate.storage.model import LetterRow, LetterStatus, ResumeRow, ResumeStatus, VersionOrigin, VersionRow

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
LETTER, RESUME = "7c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f", "0b9f6f0e-3f0e-4f5d-8f0a-6a2f1c7d9e10"
LINE = "Trained nine new colleagues in SQL"


def caller(user_id: str = "ada") -> Caller:
    return Caller(user_id, "connection-1", "correlation-1", 2**31, "example")


def letter_row(**changes: Any) -> LetterRow:
    fields: dict[str, Any] = {
        "letter_id": LETTER,
        "request_id": "r",
        "status": LetterStatus.COMPLETED,
        "job_description": "Example Toys is looking for an analyst with strong SQL.",
        "created_at": NOW,
        "updated_at": NOW,
        "resume_id": RESUME,
        "job_title": "Analyst",
        "company": "Example Toys",
        "language": "en",
        "options": Options(answers=["I hold a driving licence."]),
        "text": "Dear Hiring Team,\n\nI trained nine new colleagues in SQL.\n\nKind regards,\nAda Example",
        "sentences": [{"text": "I trained nine new colleagues in SQL.", "state": "supported", "paragraph": 1}],
        "requirements": [
            {"text": "Strong SQL", "must": True, "status": "met", "evidence": []},
            {"text": "A forklift licence", "must": True, "status": "gap", "evidence": []},
        ],
        "version": 1,
    }
    return LetterRow(**{**fields, **changes})


class Shelf:
    """The letters, versions and resumes of users, as their three stores show them."""

    def __init__(self, owner: str = "ada", **changes: Any) -> None:
        self.owner = owner
        self.letter = letter_row(**changes)
        self.kept = [VersionRow(1, VersionOrigin.WRITTEN, self.letter.text, self.letter.sentences, NOW)] * (
            self.letter.version > 0
        )
        self.resume: ResumeRow | None = ResumeRow(
            resume_id=RESUME,
            file_name="cv.pdf",
            s3_key="key",
            content_type="application/pdf",
            bytes=10,
            status=ResumeStatus.READY,
            created_at=NOW,
            updated_at=NOW,
            sha256="ab" * 32,
            contact=Contact(name="Ada Example", email="ada@letters.example"),
            lines=[Line(1, 1, "Ada Example", "\u27e6name\u27e7"), Line(2, 1, LINE, LINE)],
        )

    @property
    def letters(self) -> "_Letters":
        return _Letters(self)

    @property
    def versions(self) -> "_Versions":
        return _Versions(self)

    @property
    def resumes(self) -> "_Resumes":
        return _Resumes(self)

    def owns(self, user_id: str, letter_id: str) -> bool:
        return (user_id, letter_id) == (self.owner, LETTER)


class _Letters:
    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def get(self, user_id: str, letter_id: str) -> LetterRow | None:
        return self._shelf.letter if self._shelf.owns(user_id, letter_id) else None


class _Resumes:
    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def get(self, user_id: str, resume_id: str) -> ResumeRow | None:
        return self._shelf.resume if (user_id, resume_id) == (self._shelf.owner, RESUME) else None


class _Versions:
    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def list(self, user_id: str, letter_id: str) -> list[VersionRow] | None:
        return self._shelf.kept[::-1] if self._shelf.owns(user_id, letter_id) else None

    def get(self, user_id: str, letter_id: str, version: int) -> VersionRow | None:
        found = self.list(user_id, letter_id) or []
        return next((row for row in found if row.version == version), None)

    def save(  # the real store's signature
        self, user_id: str, letter_id: str, base_version: int, origin: VersionOrigin, text: str, sentences: Any
    ) -> int:
        shelf = self._shelf
        if not shelf.owns(user_id, letter_id):
            raise RequestError(Code.NOT_FOUND)
        if base_version != shelf.letter.version:
            raise RequestError(Code.VERSION_CONFLICT)
        stored = [*sentences]
        shelf.kept.append(VersionRow(base_version + 1, origin, text, stored, NOW))
        shelf.letter = letter_row(version=base_version + 1, text=text, sentences=stored)
        return base_version + 1


class Bucket:
    """Keys and bytes."""

    def __init__(self) -> None:
        self.content: dict[str, bytes] = {}

    def put(self, key: str, content: bytes, content_type: str) -> None:
        assert content_type
        self.content[key] = content

    def presigned_get(self, key: str, disposition: str) -> str:
        return f"https://files.example/{key}#{disposition}"


class Printer:
    """A renderer that keeps the pages and prints their titles."""

    def __init__(self) -> None:
        self.pages: list[LetterPage] = []

    def __call__(self, page: LetterPage, kind: ExportFormat) -> bytes:
        self.pages.append(page)
        return f"{kind.value}: {page.title}".encode()


def passages(user_id: str, resume: ResumeRow) -> list[Passage]:
    assert user_id
    assert resume.resume_id == RESUME
    return [Passage("c1", SectionKind.EXPERIENCE, "Experience", 2, 2, LINE)]


def today() -> date:
    return NOW.date()
