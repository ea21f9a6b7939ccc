"""Writes one letter: draft, gate, the same conversation with the findings, at most `limits.DRAFTS` drafts.

Called by `actions` for a queued `LetterJob`. The best verified draft wins, a later failure never loses it, and
nothing leaves here that `letters.review` did not let through. Each draft is one call of the model; calls that
fail before a word arrived are raised for the queue to retry, broken or useless answers are asked again
within the same bound.
"""

import time
from collections.abc import Callable
from typing import Final

from msgspec import Struct

from resumate import limits
from resumate.errors import Code, ModelError
from resumate.letters.assemble import assemble, with_frame
from resumate.letters.build_prompt import estimated_tokens
from resumate.letters.draft_stream import Draft, DraftStream
from resumate.letters.events import Cancelled, LetterEvents
from resumate.letters.gate.meaning import Similarity
from resumate.letters.model import (
    ChatMessage,
    Finding,
    FinishedLetter,
    LanguageModel,
    LetterJob,
    Review,
    SentenceState,
    Usage,
)
from resumate.letters.prompt_rules import WORDS, retry_request, rewrite_request
from resumate.letters.review import review
from resumate.letters.unusable import why_unusable

# A letter that says less than this of the person is no letter.
SUPPORTED_LEAST: Final = 2
# Prompt and answer of all drafts together.
LETTER_TOKENS: Final = 30_000
# Findings sent back, so that the conversation stays inside the context.
FINDINGS_MOST: Final = 12
# Problems that another draft is not worth when no sentence was refused.
_MINOR: Final = frozenset({"salutation", "sign_off"})

NOTE_KEPT: Final = "A later draft could not be finished; this is the best of the drafts before it."
NOTE_SHORT: Final = (
    "The letter has {words} words, fewer than the {least} you asked for: your resume proves no more for this job. "
    "Add a fact of your own, or choose a shorter letter."
)
NOTE_LONG: Final = "The letter has {words} words, more than the {most} you asked for."


class _Candidate(Struct, frozen=True):
    number: int
    review: Review

    @property
    def supported(self) -> int:
        return sum(sentence.state is SentenceState.SUPPORTED for sentence in self.review.sentences)

    @property
    def is_clean(self) -> bool:
        return self.review.removed == 0 and all(problem.code in _MINOR for problem in self.review.problems)

    @property
    def rank(self) -> tuple[bool, int, int, int]:
        """Order drafts: the wanted length first, then few problems, many proven sentences, few removed."""
        codes = {problem.code for problem in self.review.problems}
        return (
            "short" not in codes and "long" not in codes,
            -len(codes - _MINOR),
            self.supported,
            -self.review.removed,
        )


def write_letter(
    job: LetterJob,
    model: LanguageModel,
    events: LetterEvents,
    similarity: Similarity | None = None,
    clock: Callable[[], float] = time.monotonic,
    cancelled: Callable[[], bool] = lambda: False,
) -> FinishedLetter:
    """Return the finished letter (masked).

    Raises `Cancelled` when `cancelled()` says so, and `ModelError`: GENERATION_UNAVAILABLE when the model cannot
    be reached, GENERATION_INTERRUPTED when every answer broke off, GENERATION_EMPTY when no answer held enough
    that the resume proves.
    """
    return _Writer(job, model, events, similarity, clock, cancelled).write()


class _Writer:
    def __init__(
        self,
        job: LetterJob,
        model: LanguageModel,
        events: LetterEvents,
        similarity: Similarity | None,
        clock: Callable[[], float],
        cancelled: Callable[[], bool],
    ) -> None:
        self._job = job
        self._events = events
        self._similarity = similarity
        self._clock = clock
        self._cancelled = cancelled
        self._started = clock()
        self._stream = DraftStream(model, events, clock, cancelled, self._started + limits.LETTER_SECONDS)
        self._messages = list(job.messages)
        self._best: _Candidate | None = None
        self._failure: ModelError | None = None
        self._longest = 0.0
        self._last_text = ""

    def write(self) -> FinishedLetter:
        number = 0
        while number < limits.DRAFTS and self._may_go_on():
            number += 1
            began = self._clock()
            finished = self._one_draft(number)
            self._longest = max(self._longest, self._clock() - began)
            if finished:
                break
        if self._cancelled():
            raise Cancelled
        return self._result(number)

    def _may_go_on(self) -> bool:
        """Tell whether another draft fits into the time (as long as the longest so far) and the tokens."""
        left = limits.LETTER_SECONDS - (self._clock() - self._started)
        next_tokens = sum(estimated_tokens(message.content) for message in self._messages) + limits.DRAFT_TOKENS
        used = self._stream.usage.prompt_tokens + self._stream.usage.completion_tokens
        return left > self._longest and used + next_tokens <= LETTER_TOKENS

    def _one_draft(self, number: int) -> bool:
        """Write and judge one draft; True when there is nothing left to mend, or no use in trying."""
        try:
            draft = self._stream.write(number, self._messages)
        except ModelError as error:
            return self._failed(error)
        if draft.broken is not None:
            return self._failed(draft.broken)
        if why_unusable(draft.text, self._job):
            self._failure = ModelError(Code.GENERATION_EMPTY)
            self._messages = [*self._job.messages, retry_request()]
            return False
        return self._judge(number, draft)

    def _failed(self, error: ModelError) -> bool:
        """Keep what there is; without a draft, ask again only after an answer that broke off."""
        self._failure = error
        if self._best is not None:
            return True
        if error.code != Code.GENERATION_INTERRUPTED:
            raise error
        return False

    def _judge(self, number: int, draft: Draft) -> bool:
        if draft.text == self._last_text:
            return True  # the model has nothing else to say
        self._last_text = draft.text
        verdict = review(draft.text, self._job, self._similarity)
        self._events.reviewed(number, verdict)
        candidate = _Candidate(number, verdict)
        if self._best is None or candidate.rank > self._best.rank:
            self._best = candidate
        self._messages = [
            *self._job.messages,
            ChatMessage(role="assistant", content=draft.text),
            rewrite_request(_findings(verdict)),
        ]
        return candidate.is_clean

    def _result(self, drafts: int) -> FinishedLetter:
        best = self._best
        if best is None:
            raise self._failure or ModelError(Code.GENERATION_EMPTY)
        if best.supported < SUPPORTED_LEAST:
            raise ModelError(Code.GENERATION_EMPTY)
        sentences = with_frame(best.review.sentences, self._job.language)
        return FinishedLetter(
            text=assemble(sentences),
            sentences=sentences,
            drafts=drafts,
            model=self._stream.model_name,
            usage=self._usage(),
            note=self._note(best),
        )

    def _usage(self) -> Usage:
        used = self._stream.usage
        return Usage(used.prompt_tokens, used.completion_tokens, round(self._clock() - self._started, 3), used.cost)

    def _note(self, best: _Candidate) -> str | None:
        notes = []
        if self._failure is not None:
            notes.append(NOTE_KEPT)
        least, most = WORDS[self._job.options.length]
        codes = {problem.code for problem in best.review.problems}
        notes += [
            note.format(words=best.review.words, least=least, most=most)
            for code, note in (("short", NOTE_SHORT), ("long", NOTE_LONG))
            if code in codes
        ]
        return " ".join(notes) or None


def _findings(verdict: Review) -> list[tuple[str, Finding]]:
    of_sentences = [(sentence.text, finding) for sentence in verdict.sentences for finding in sentence.findings[:2]]
    return [*of_sentences, *(("", problem) for problem in verdict.problems)][:FINDINGS_MOST]
