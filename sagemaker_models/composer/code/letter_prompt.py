"""Reads the chat prompt: the fenced blocks of JSON lines become an options, job, requirements and evidence object.

`inference.py` calls `read`; every other module works on the objects defined here. The form of the prompt is fixed
by the samples in ``tests/contracts``; what does not have that form is refused with `PromptError`, since a letter
written from half a prompt would be worse than none. Nothing inside a fence is ever taken as an instruction.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

CITATION = re.compile(r"\[([a-z]\d{1,3})\]")


class PromptError(ValueError):
    """The request or its prompt does not have the agreed form; the message says what is missing."""


@dataclass(frozen=True)
class Options:
    """What the user chose; words count the body of the letter, without citations."""

    language: str = "en"
    tone: str = "plain"
    words_least: int = 180
    words_most: int = 350
    today: str = ""


@dataclass(frozen=True)
class Job:
    """The advertisement; title and company are None where it does not say them."""

    title: str | None = None
    company: str | None = None


@dataclass(frozen=True)
class Requirement:
    """One thing the job asks; `status` is met, adjacent or gap."""

    number: int
    text: str
    must: bool = True
    status: str = "gap"


@dataclass(frozen=True)
class Evidence:
    """One numbered piece of evidence; dates are "YYYY-MM", "YYYY" or None."""

    id: str
    text: str
    origin: str = "resume"
    section: str = "other"
    organisation: str | None = None
    title: str | None = None
    context: str = ""
    start: str | None = None
    end: str | None = None
    current: bool = False
    requirements: tuple[int, ...] = ()


@dataclass(frozen=True)
class Refusals:
    """What reviews of earlier drafts refused: how often each evidence id, and which sentences word for word."""

    times: dict[str, int] = field(default_factory=dict)
    sentences: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Prompt:
    """Everything the writer may use."""

    options: Options
    job: Job
    requirements: list[Requirement]
    evidence: list[Evidence]
    refusals: Refusals


def read(messages: list[dict[str, Any]]) -> Prompt:
    """Return the prompt of a conversation.

    Args:
        messages: OpenAI chat messages, each with `role` and a string `content`.

    Raises:
        PromptError: there is no user message with an evidence block, or a line in a block is not a JSON object.
    """
    task = next((text for role, text in _turns(messages) if role == "user" and "<evidence>" in text), None)
    if task is None:
        raise PromptError("no user message holds an <evidence> block")
    options = next(iter(_lines(task, "options")), {})
    job = next(iter(_lines(task, "job")), {})
    return Prompt(
        options=_options(options),
        job=Job(title=_text_or_none(job.get("title")), company=_text_or_none(job.get("company"))),
        requirements=[_requirement(line) for line in _lines(task, "requirements")],
        evidence=[_evidence(line) for line in _lines(task, "evidence")],
        refusals=_refusals(messages),
    )


def plain(sentence: str) -> str:
    """Return a sentence without citations and spacing differences, for comparing with a refused one."""
    return re.sub(r"\s+", " ", CITATION.sub("", sentence)).replace(" .", ".").strip().rstrip(".").casefold()


def _turns(messages: Iterable[dict[str, Any]]) -> Iterable[tuple[str, str]]:
    for message in messages:
        content = message.get("content")
        if not isinstance(content, str):
            raise PromptError("every message needs a string as its content")
        yield str(message.get("role")), content


def _lines(text: str, name: str) -> list[dict[str, Any]]:
    """Return the JSON objects between `<name>` and `</name>`, both alone on their lines."""
    block = re.search(rf"^<{name}>[ \t\r]*\n(.*?)^</{name}>", text, re.DOTALL | re.MULTILINE)
    if block is None:
        return []
    found = []
    for line in block.group(1).split("\n"):  # not splitlines: JSON leaves U+0085 and U+2028 inside a text
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except ValueError as error:
            raise PromptError(f"a line of <{name}> is not JSON") from error
        if not isinstance(value, dict):
            raise PromptError(f"a line of <{name}> is not a JSON object")
        found.append(value)
    return found


def _options(line: dict[str, Any]) -> Options:
    least = _number(line.get("words_least"), 180)
    most = max(_number(line.get("words_most"), 350), least)
    language = str(line.get("language") or "en").lower().split("-")[0]
    return Options(language, str(line.get("tone") or "plain"), least, most, str(line.get("today") or ""))


def _requirement(line: dict[str, Any]) -> Requirement:
    return Requirement(
        number=_number(line.get("number"), 0),
        text=str(line.get("text") or ""),
        must=bool(line.get("must", True)),
        status=str(line.get("status") or "gap"),
    )


def _evidence(line: dict[str, Any]) -> Evidence:
    if not line.get("id"):
        raise PromptError("a line of <evidence> has no id")
    return Evidence(
        id=str(line["id"]),
        text=str(line.get("text") or ""),
        origin=str(line.get("origin") or "resume"),
        section=str(line.get("section") or "other"),
        organisation=_text_or_none(line.get("organisation")),
        title=_text_or_none(line.get("title")),
        context=str(line.get("context") or ""),
        start=_text_or_none(line.get("start")),
        end=_text_or_none(line.get("end")),
        current=bool(line.get("current", False)),
        requirements=tuple(_number(number, 0) for number in line.get("requirements") or ()),
    )


def _refusals(messages: list[dict[str, Any]]) -> Refusals:
    """Count, draft by draft, which evidence stood behind a refused sentence."""
    times: dict[str, int] = {}
    sentences: set[str] = set()
    draft = ""
    for role, text in _turns(messages):
        if role == "assistant":
            draft = text
            continue
        refused = [str(line.get("sentence") or "") for line in _lines(text, "findings")] if role == "user" else []
        sentences.update(plain(sentence) for sentence in refused if sentence)
        ids = {found for sentence in refused for found in _cited(sentence, draft)}
        for found in ids:
            times[found] = times.get(found, 0) + 1
    return Refusals(times, frozenset(sentences))


def _cited(sentence: str, draft: str) -> list[str]:
    """Return the ids a refused sentence cites, looked up in the draft when the finding left them out."""
    ids = CITATION.findall(sentence)
    if ids:
        return ids
    wanted = plain(sentence)
    for candidate in re.findall(r"[^\n]+?(?:[.!?](?=\s|$)|$)", draft, re.MULTILINE):
        if wanted and plain(candidate) == wanted:
            return CITATION.findall(candidate)
    return []


def _number(value: object, default: int) -> int:
    return int(value) if isinstance(value, int | float) else default


def _text_or_none(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
