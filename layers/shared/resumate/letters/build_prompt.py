"""Builds the conversation that a letter is written from: the rules, then options, job, requirements and evidence.

Pure and deterministic: the same inputs give the same bytes. Data stands in fences (`letters.fences`); what is
too long is shortened by one rule: first the job description, then the least evidence, then the least
requirements. The composer parses the result; ``tests/contracts/prompt.json`` holds both sides together.
"""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from resumate import limits
from resumate.documents.model import YearMonth
from resumate.letters.fences import fenced
from resumate.letters.instructions import without_orders
from resumate.letters.model import ChatMessage, Evidence, Options, Origin
from resumate.letters.prompt_rules import WORDS, WRITE, rules
from resumate.matching.model import JobPosting, Match

# A context of 8,192 tokens holds the prompt, one draft, its findings and the next draft.
PROMPT_TOKENS: Final = 4_800
# Queue message: the evidence and the matches travel beside the prompt, so it may take a third.
PROMPT_BYTES: Final = limits.QUEUE_MESSAGE_BYTES // 3
DESCRIPTION_TOKENS: Final = 1_500
DESCRIPTION_TOKENS_LEAST: Final = 400
EVIDENCE_LEAST: Final = 6
REQUIREMENTS_MOST: Final = 24
REQUIREMENTS_LEAST: Final = 6
REQUIREMENT_CHARACTERS: Final = 300
PASSAGE_TOKENS_LEAST: Final = 40
NAME_CHARACTERS: Final = 200


def build_prompt(
    job: JobPosting,
    description: str,
    matches: Sequence[Match],
    evidence: Sequence[Evidence],
    options: Options,
    today: date,
) -> list[ChatMessage]:
    """Return the system and the user message; `description` is the cleaned job text, `today` what durations count to."""
    language = options.language or job.language
    least, most = WORDS[options.length]
    chosen: dict[str, Any] = {
        "language": language,
        "tone": options.tone.value,
        "words_least": least,
        "words_most": most,
        "today": today.isoformat(),
    }
    system = rules(language, options.tone, options.length)
    user = _fitted(job, without_orders(description), matches, evidence, chosen, estimated_tokens(system))
    return [ChatMessage(role="system", content=system), ChatMessage(role="user", content=user)]


def estimated_tokens(text: str) -> int:
    """Return about how many tokens a model counts: 3.5 ASCII characters each, any other character one of its own."""
    ascii_characters = sum(character.isascii() for character in text)
    return int(ascii_characters / 3.5) + len(text) - ascii_characters + 1


def shortened(text: str, tokens: int) -> str:
    """Return the beginning of `text` that is at most `tokens` long, cut at a line, a sentence or a word."""
    if estimated_tokens(text) <= tokens:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if estimated_tokens(text[:middle]) < tokens else (low, middle - 1)
    head = text[:low]
    cut = max(head.rfind("\n"), head.rfind(". ") + 1, head.rfind("。") + 1)
    if cut < low // 2:
        cut = max(head.rfind(" "), cut) if " " in head[low // 2 :] else low
    return head[:cut].rstrip() + " …"


def _fitted(
    job: JobPosting,
    description: str,
    matches: Sequence[Match],
    evidence: Sequence[Evidence],
    options: dict[str, Any],
    tokens_taken: int,
) -> str:
    """Shorten until it fits: description, evidence from the end, requirements from the end (wishes first)."""
    facts = [row for row in map(_evidence_row, evidence) if row["origin"] == Origin.USER.value]
    rows = [row for row in map(_evidence_row, evidence) if row["origin"] != Origin.USER.value]
    requirements = _requirement_rows(matches, evidence)
    description_tokens = DESCRIPTION_TOKENS
    while True:
        job_row = {
            "title": job.title and job.title[:NAME_CHARACTERS],
            "company": job.company and job.company[:NAME_CHARACTERS],
            "description": shortened(description, description_tokens),
        }
        shown = {row["id"] for row in rows + facts}
        wanted = [row | {"evidence": [key for key in row["evidence"] if key in shown]} for row in requirements]
        content = _content(options, job_row, wanted, rows + facts)
        if _fits(content, tokens_taken):
            return content
        if description_tokens > DESCRIPTION_TOKENS_LEAST:
            description_tokens -= 100
        elif len(rows) > EVIDENCE_LEAST:
            rows = rows[:-1]
        elif len(requirements) > REQUIREMENTS_LEAST:
            requirements = _without_least(requirements)
        elif not _shorten_longest(rows + facts):
            return content


def _shorten_longest(rows: list[dict[str, Any]]) -> bool:
    """Say less in the longest passage (a dense script, a pasted page); False when all are short already."""
    longest = max(rows, key=lambda row: len(row["text"]), default=None)
    if longest is None or estimated_tokens(longest["text"]) <= PASSAGE_TOKENS_LEAST:
        return False
    longest["text"] = shortened(longest["text"], max(PASSAGE_TOKENS_LEAST, estimated_tokens(longest["text"]) - 100) - 2)
    return True


def _fits(content: str, tokens_taken: int) -> bool:
    return (
        estimated_tokens(content) + tokens_taken <= PROMPT_TOKENS
        # JSON escapes the prompt once more on its way through the queue.
        and len(json.dumps(content, ensure_ascii=False).encode()) <= PROMPT_BYTES
    )


def _content(
    options: dict[str, Any], job: dict[str, Any], requirements: list[dict[str, Any]], evidence: list[dict[str, Any]]
) -> str:
    return "\n".join(
        [
            fenced("options", [options]),
            fenced("job", [job]),
            fenced("requirements", requirements),
            fenced("evidence", evidence),
            WRITE,
        ]
    )


def _requirement_rows(matches: Sequence[Match], evidence: Sequence[Evidence]) -> list[dict[str, Any]]:
    rows = [
        {
            "number": match.requirement.number,
            "must": match.requirement.must,
            "status": match.status.value,
            "evidence": [item.id for item in evidence if match.requirement.number in item.requirements],
            "text": without_orders(match.requirement.text)[:REQUIREMENT_CHARACTERS],
        }
        for match in matches
    ]
    rows = [row for row in rows if row["text"]]
    while len(rows) > REQUIREMENTS_MOST:
        rows = _without_least(rows)
    return rows


def _without_least(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Drop the last gap of the wishes, else of the musts, else the last row."""
    for index in sorted(range(len(rows)), key=lambda row: (rows[row]["must"], bool(rows[row]["evidence"]), -row)):
        return [*rows[:index], *rows[index + 1 :]]
    return rows


def _evidence_row(item: Evidence) -> dict[str, Any]:
    return {
        "id": item.id,
        "origin": item.origin.value,
        "section": item.section.value,
        "organisation": item.organisation,
        "title": item.title,
        "context": item.context[:NAME_CHARACTERS],
        "start": _month(item.start),
        "end": _month(item.end),
        "current": item.current,
        "requirements": item.requirements,
        "text": item.text,
    }


def _month(month: YearMonth | None) -> str | None:
    if month is None:
        return None
    return f"{month.year:04d}" if month.month is None else f"{month.year:04d}-{month.month:02d}"
