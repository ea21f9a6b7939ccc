"""A scripted server in place of the socket: it knows one resume and one letter with its versions, and says what it is told to."""

import json
import re
from collections.abc import Callable
from typing import Any, Final

from playwright.sync_api import WebSocketRoute

SOCKET: Final = re.compile(r"/_aws/execute-api/")
RESUME_ID: Final = "0b9f6f0e-3f0e-4f5d-8f0a-6a2f1c7d9e10"
LETTER_ID: Final = "7c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f"
CREATED: Final = "2026-11-21T09:15:05+00:00"
JOB: Final = "We look for a data engineer who can cut reports."
LINES: Final = [
    "Ada Example",
    "Experience",
    "Data Engineer, Example Analytics, 2021 - Present",
    "Cut the nightly report from 3 hours to 20 minutes",
]
REPORT: Final = {
    "pages": 1,
    "columns": [1],
    "characters": 120,
    "lines": 4,
    "engine": "pdfium",
    "confidence": 1.0,
    "sections": [],
    "warnings": [],
    "page_sizes": [[420, 595]],
}
SECTIONS: Final = [
    {"kind": "header", "heading": "", "first_line": 1, "last_line": 1},
    {"kind": "experience", "heading": "Experience", "first_line": 2, "last_line": 4},
]
LETTER: Final = "Dear Team,\n\nI cut the report. I like ports.\n\nKind regards,\nAda Example"
USAGE: Final = {"prompt_tokens": 4812, "completion_tokens": 390, "seconds": 3.42, "cost": 0.0042}
WRITTEN: Final = {"model": "script", "drafts": 1, "usage": USAGE, "job_title": "Data Engineer"}

Message = dict[str, Any]


def line(number: int, text: str) -> Message:
    """Return a line of the resume, in its box."""
    box = [60, 40 + 20 * number, 60 + 5 * len(text), 52 + 20 * number]
    return {"number": number, "page": 1, "text": text, "masked": text, "box": box}


def evidence(number: int) -> Message:
    """Return a line as proof."""
    return {"resume_id": RESUME_ID, "sha256": "9f", "page": 1, "line": number, "quote": LINES[number - 1]}


def sentence(
    text: str, state: str = "plain", paragraph: int = 0, proof: list[int] | None = None, reason: str | None = None
) -> Message:
    """Return a sentence of a finished letter."""
    proven = [evidence(number) for number in proof or []]
    return {"text": text, "state": state, "paragraph": paragraph, "evidence": proven, "reason": reason}


def completed(sentences: list[Message], text: str | None = None) -> Message:
    """Return the event of a finished letter."""
    return {
        "type": "letter.completed",
        "text": " ".join(item["text"] for item in sentences if item["state"] != "removed") if text is None else text,
        "sentences": sentences,
        "requirements": [],
        "drafts": 2,
        "model": "script",
        "usage": USAGE,
        "note": None,
        "version": 1,
    }


def delta(seq: int, text: str, draft: int = 1) -> Message:
    """Return a piece of a draft."""
    return {"type": "letter.delta", "draft": draft, "seq": seq, "text": text}


def judged(sentences: list[Message]) -> list[Message]:
    """Return what this server says of edited text: reports are proven, "twelve" never is, the rest claims nothing."""
    items = []
    for edited in sentences:
        for text in re.split(r"(?<=[.!?]) +", edited["text"]):
            if "twelve" in text:
                items.append(sentence(text, "asserted", edited["paragraph"], reason="No twelve in the resume."))
            elif "report" in text:
                items.append(sentence(text, "supported", edited["paragraph"], [4]))
            else:
                items.append(sentence(text, "plain", edited["paragraph"]))
    return items


class Script:
    """The server.

    Attributes:
        asked: every message of the page, in order.
        snapshot: what `get_letter` says beside the letter's id while it is not finished.
        versions: of the finished letter, oldest first.
        answers: whether it answers at all.
        found: the letters that a search finds, by the words searched for.
        resumes: the rows of the list of resumes.
        relatives: which letters the finished one was made anew from, and those that were made anew from it.
        refusals: the code and the words that an action is refused with.
    """

    def __init__(self) -> None:
        self.asked: list[Message] = []
        self.snapshot: Message = {"status": "writing"}
        self.versions: list[Message] = []
        self.relatives: Message = {}
        self.answers = True
        self.refusals: dict[str, tuple[str, str]] = {}
        self.found: dict[str, list[Message]] = {}
        self.resumes: list[Message] = [
            {"resume_id": RESUME_ID, "file_name": "ada.pdf", "status": "ready", "created_at": CREATED, "bytes": 100}
        ]
        self._routes: list[WebSocketRoute] = []

    def meet(self, route: WebSocketRoute) -> None:
        """Take a socket of the page; what is pushed goes to all of them."""
        self._routes.append(route)
        route.on_message(lambda frame: self._answer(route, frame))
        route.on_close(lambda _code, _reason: self._routes.remove(route))

    def cut(self) -> None:
        """Close every socket, as a network that breaks does."""
        for route in list(self._routes):
            route.close(code=1001)
        self._routes.clear()

    def finish(self, text: str = LETTER) -> None:
        """Let the letter be finished, with one version."""
        blocks = [{"text": block, "paragraph": index} for index, block in enumerate(text.split("\n\n"))]
        self.store(text, judged(blocks), "written")

    def store(self, text: str, sentences: list[Message], origin: str) -> None:
        """Store a version."""
        number = len(self.versions) + 1
        self.versions.append(
            {"version": number, "origin": origin, "created_at": CREATED, "text": text, "sentences": sentences}
        )

    def say(self, *events: Message) -> None:
        """Push events of the letter."""
        for event in events:
            for route in self._routes:
                route.send(json.dumps({"letter_id": LETTER_ID, **event}))

    def asked_for(self, action: str) -> list[Message]:
        """Return what the page has asked by this action."""
        return [message for message in self.asked if message["action"] == action]

    def letter(self) -> Message:
        """Return the letter as it is stored."""
        known = {
            "type": "letter",
            "letter_id": LETTER_ID,
            "created_at": CREATED,
            "resume_id": RESUME_ID,
            "job_description": JOB,
            "options": {"tone": "warm", "length": "short", "language": None, "answers": []},
        }
        if not self.versions:
            return {**known, **self.snapshot}
        newest = self.versions[-1]
        known |= self.relatives
        stored = {name: newest[name] for name in ("version", "text", "sentences")}
        return {**known, "status": "completed", **WRITTEN, **stored}

    def _answer(self, route: WebSocketRoute, frame: str | bytes) -> None:
        message = json.loads(frame)
        self.asked.append(message)
        if self.answers:
            refusal = self.refusals.get(message["action"])
            answer = _refusal(*refusal) if refusal else ANSWERS[message["action"]](self, message)
            route.send(json.dumps({**answer, "request_id": message["request_id"]}))


def _refusal(code: str, message: str) -> Message:
    return {"type": "error", "code": code, "message": message}


def _saved(script: Script, message: Message) -> Message:
    if message["base_version"] != len(script.versions):
        return _refusal("version_conflict", "This letter was changed in another window.")
    blocks = message["sentences"]
    script.store("\n\n".join(block["text"] for block in blocks), judged(blocks), "edited")
    return script.letter()


def _restored(script: Script, message: Message) -> Message:
    version = script.versions[message["version"] - 1]
    script.store(version["text"], version["sentences"], "restored")
    return script.letter()


def _versions(script: Script, _message: Message) -> Message:
    items = [
        {**{name: item[name] for name in ("version", "origin", "created_at")}, "words": len(item["text"].split())}
        for item in reversed(script.versions)
    ]
    return {"type": "versions", "letter_id": LETTER_ID, "items": items}


def _letters(script: Script, message: Message) -> Message:
    row = {"letter_id": LETTER_ID, "status": "completed", "created_at": CREATED, "job_title": "Data Engineer"}
    row |= script.relatives
    items = script.found.get(message["search"], []) if message.get("search") else [row] if script.versions else []
    return {"type": "letters", "items": items}


def _interview(_script: Script, _message: Message) -> Message:
    claim = {
        "sentence": "I cut the report.",
        "evidence": [evidence(4)],
        "questions": ["How did you cut the report?"],
        "advice": "Have the figures ready.",
    }
    gap = {"requirement": "Kafka in production", "question": "Have you run Kafka?", "advice": "Say what you know."}
    return {"type": "interview_sheet", "letter_id": LETTER_ID, "items": [claim], "gaps": [gap]}


ANSWERS: Final[dict[str, Callable[[Script, Message], Message]]] = {
    "list_resumes": lambda script, _message: {"type": "resumes", "items": script.resumes},
    "get_resume": lambda _script, _message: {
        "type": "resume",
        "resume_id": RESUME_ID,
        "file_name": "ada.pdf",
        "status": "ready",
        "lines": [line(index + 1, text) for index, text in enumerate(LINES)],
        "sections": SECTIONS,
        "report": REPORT,
    },
    "retry_resume": lambda _script, message: {
        "type": "resume.parsing",
        "resume_id": message["resume_id"],
        "step": "parsing",
    },
    "create_letter": lambda _script, _message: {"type": "letter.queued", "letter_id": LETTER_ID},
    "get_letter": lambda script, _message: script.letter(),
    "cancel_letter": lambda _script, _message: {"type": "letter.cancelled", "letter_id": LETTER_ID},
    "list_letters": _letters,
    "check_sentences": lambda _script, message: {
        "type": "sentences.checked",
        "letter_id": LETTER_ID,
        "sentences": judged(message["sentences"]),
    },
    "save_letter": _saved,
    "list_versions": _versions,
    "get_version": lambda script, message: {
        "type": "version",
        "letter_id": LETTER_ID,
        **script.versions[message["version"] - 1],
    },
    "restore_version": _restored,
    "get_interview_sheet": _interview,
    "ping": lambda _script, _message: {"type": "pong"},
}
