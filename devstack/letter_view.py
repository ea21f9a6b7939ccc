"""Shows a letter in a terminal: drafts as they stream on stderr, the finished letter and its evidence on stdout."""

import sys
from collections.abc import Callable, Iterator
from typing import Any, Final, TextIO

from resumate.gateway.messages import (
    Event,
    LetterCompleted,
    LetterDelta,
    LetterMatches,
    LetterProgress,
    LetterReview,
    LineEvidence,
    RequirementItem,
    SentenceItem,
)
from resumate.letters.model import SentenceState

LEAST_TOLD: Final = 0.0001  # US dollars
_MARKS = {"met": "✓", "adjacent": "~", "gap": "✗"}
_STAGES = {
    "retrieving": "Looking for evidence in the resume",
    "waiting": "Waiting for the writer",
    "waking": "Waking the language model",
    "writing": "Writing",
    "checking": "Checking every sentence against the resume",
}


class LetterView:
    """Prints the events of one letter.

    Args:
        stream: where drafts go; stderr unless given.
        quiet: print nothing.
    """

    def __init__(self, stream: TextIO | None = None, *, quiet: bool = False) -> None:
        self._stream = stream if stream is not None else sys.stderr
        self._quiet = quiet
        self._draft = 0
        self._in_text = False
        self._shows: dict[type[Event], Callable[[Any], None]] = {
            LetterProgress: self._show_progress,
            LetterMatches: self._show_matches,
            LetterDelta: self._show_delta,
            LetterReview: self._show_review,
        }

    def show(self, event: Event) -> None:
        """Print what one event says; events this view does not know are silent."""
        show = self._shows.get(type(event))
        if show is not None and not self._quiet:
            show(event)

    def end(self) -> None:
        """End a draft that is being printed."""
        if self._in_text:
            self._write("\n\n")
            self._in_text = False

    def _show_progress(self, event: LetterProgress) -> None:
        self.end()
        wait = f", about {max(round(event.wait_seconds / 60), 1)} min" if event.wait_seconds else ""
        self._write(f"  … {_STAGES.get(event.stage, event.stage)}{wait}\n")

    def _show_matches(self, event: LetterMatches) -> None:
        self.end()
        place = " at ".join(part for part in (event.job_title, event.company) if part)
        self._write(f"\n{place or 'The job'} asks for:\n")
        for item in event.requirements:
            self._write(f"  {_MARKS.get(item.status, ' ')} {item.text}\n")
        self._write("\n")

    def _show_delta(self, event: LetterDelta) -> None:
        if event.draft != self._draft:
            self.end()
            self._draft = event.draft
            self._write(f"— draft {event.draft} —\n\n")
        self._in_text = True
        self._write(event.text)

    def _show_review(self, event: LetterReview) -> None:
        self.end()
        if not event.findings:
            self._write(f"Draft {event.draft}: every claim is in the resume.\n")
            return
        self._write(f"Draft {event.draft}: {len(event.findings)} to repair:\n")
        for finding in event.findings:
            self._write(f"  ✗ {finding.sentence}\n    {finding.explanation}\n")

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()


def letter_lines(letter: LetterCompleted) -> Iterator[str]:
    """Yield the finished letter, then its evidence."""
    yield letter.text
    yield ""
    yield from evidence_lines(letter)


def evidence_lines(letter: LetterCompleted) -> Iterator[str]:
    """Yield each sentence with the lines that prove it, what was removed, and what the resume does not show."""
    yield "Evidence"
    for sentence in letter.sentences:
        yield from _sentence_lines(sentence)
    gaps = [item for item in letter.requirements if item.status == "gap"]
    if gaps:
        yield "\nThe job asks for this too, and the resume does not show it"
        yield from (_requirement_line(item) for item in gaps)
    yield f"\n{_summary(letter)}"


def evidence_line(evidence: LineEvidence) -> str:
    """Return ``p.1 l.23 "quote"``, or what the user stated."""
    if evidence.origin == "user":
        return f'stated by you "{evidence.quote}"'
    return f'p.{evidence.page} l.{evidence.line} "{evidence.quote}"'


def _sentence_lines(sentence: SentenceItem) -> Iterator[str]:
    if sentence.state == SentenceState.REMOVED:
        yield f"\n  removed: {sentence.text}"
        yield f"      {sentence.reason or 'nothing in the resume proves it'}"
    elif sentence.evidence:
        yield f"\n  {sentence.text}"
        yield from (f"      {evidence_line(item)}" for item in sentence.evidence)


def _requirement_line(item: RequirementItem) -> str:
    return f"  {_MARKS['gap']} {item.text}"


def _summary(letter: LetterCompleted) -> str:
    usage = letter.usage
    words = len(letter.text.split())
    drafts = f"{letter.drafts} draft{'s' if letter.drafts != 1 else ''}"
    tokens = f"{usage.prompt_tokens:,} tokens read, {usage.completion_tokens:,} written, "
    note = f"\n{letter.note}" if letter.note else ""
    written = f"{words} words, {drafts}, written by {letter.model} in {usage.seconds:.1f} s"
    return f"{written}\n{tokens if usage.prompt_tokens else ''}cost: {_cost(letter)}{note}"


def _cost(letter: LetterCompleted) -> str:
    """Return the cost in words; prices have six decimals of a dollar, of which four are told."""
    cost = letter.usage.cost
    if cost == 0:
        return "nothing, written by the composer" if "composer" in letter.model else "nothing"
    return f"{cost:.4f} US dollars" if cost >= LEAST_TOLD else f"under {LEAST_TOLD:.4f} US dollars"
