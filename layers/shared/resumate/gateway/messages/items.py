"""The objects that stand inside messages: evidence, sentences, options, rows of lists."""

from typing import Annotated

from msgspec import Meta, Struct

from resumate import limits
from resumate.letters.model import Length, SentenceState, Tone
from resumate.matching.model import Status


class LetterOptions(Struct, frozen=True):
    """What the user chose for a letter; `answers` are facts the user states."""

    tone: Tone = Tone.PLAIN
    length: Length = Length.STANDARD
    language: Annotated[str, Meta(pattern="^[a-z]{2}$")] | None = None
    answers: Annotated[
        list[Annotated[str, Meta(min_length=1, max_length=limits.ANSWER_CHARACTERS)]], Meta(max_length=limits.ANSWERS)
    ] = []


class LineEvidence(Struct, frozen=True, omit_defaults=True):
    """A line that proves a sentence; `line` 0 and `sha256` "" mark a fact that the user typed."""

    resume_id: str
    sha256: str
    page: int
    line: int
    quote: str
    origin: str = "resume"


class RequirementItem(Struct, frozen=True):
    """A requirement of the job and the lines that show it."""

    text: str
    must: bool
    status: Status
    evidence: list[LineEvidence]


class FindingItem(Struct, frozen=True):
    """A sentence of a draft that was refused, and why."""

    sentence: str
    code: str
    explanation: str


class SentenceItem(Struct, frozen=True):
    """A sentence of the letter: supported (with evidence), plain (claims nothing), removed or asserted (with the reason)."""

    text: str
    state: SentenceState
    paragraph: int
    evidence: list[LineEvidence] = []
    reason: str | None = None


class ResumeItem(Struct, frozen=True, omit_defaults=True):
    """One row of the list of resumes; `status` is awaiting_upload, parsing, ready or failed."""

    resume_id: str
    file_name: str
    status: str
    created_at: str
    bytes: int
    code: str | None = None
    message: str | None = None


class LetterItem(Struct, frozen=True, omit_defaults=True):
    """One row of the list of letters; `status` is queued, writing, completed, needs_input, failed or cancelled."""

    letter_id: str
    status: str
    created_at: str
    job_title: str | None = None
    company: str | None = None
    resume_id: str | None = None
    regenerated_from: str | None = None
    regenerated_as: list[str] = []


class EditedSentence(Struct, frozen=True):
    """What a user made of a sentence, or of several: the server splits text into sentences by itself."""

    text: Annotated[str, Meta(min_length=1, max_length=limits.EDITED_SENTENCE_CHARACTERS)]
    paragraph: Annotated[int, Meta(ge=0, le=limits.EDITED_SENTENCES)]


EditedSentences = Annotated[list[EditedSentence], Meta(min_length=1, max_length=limits.EDITED_SENTENCES)]


class VersionItem(Struct, frozen=True):
    """One row of the list of versions; `origin` is written, edited or restored."""

    version: int
    origin: str
    created_at: str
    words: int


class InterviewItem(Struct, frozen=True):
    """A claim of the letter, the lines that prove it, and what an interviewer is likely to ask about it."""

    sentence: str
    evidence: list[LineEvidence]
    questions: list[str]
    advice: str


class GapItem(Struct, frozen=True):
    """Something the job asks and the resume does not show, the question to expect, and honest advice."""

    requirement: str
    question: str
    advice: str
