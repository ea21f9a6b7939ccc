"""What writing a letter needs and yields: evidence, options, the queued job, verdicts, the finished letter.

`LanguageModel` is what this package needs from outside. Everything here is masked text: contact details come
back only when the finished letter is rendered for its owner.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final, Protocol

from msgspec import Struct

from resumate.documents.model import SectionKind, YearMonth
from resumate.matching.model import Match


class Origin(StrEnum):
    """Where a piece of evidence comes from."""

    RESUME = "resume"
    USER = "user"


class Quote(Struct, frozen=True):
    """One line of the uploaded file, verbatim (masked until rendered)."""

    page: int
    line: int
    text: str


class Evidence(Struct, frozen=True):
    """One numbered piece of evidence: `id` is "e1", "e2", … for resume passages and "f1", … for facts the user typed.

    `text` is the passage, `quotes` the very lines it stands on, `context`/`context_quotes` the entry's head
    ("Software Engineer, Apple, 2005 – 2007"). `requirements` are the numbers of the requirements it shows.
    """

    id: str
    origin: Origin
    text: str
    quotes: list[Quote] = []
    section: SectionKind = SectionKind.OTHER
    context: str = ""
    context_quotes: list[Quote] = []
    organisation: str | None = None
    title: str | None = None
    start: YearMonth | None = None
    end: YearMonth | None = None
    current: bool = False
    requirements: list[int] = []


class Tone(StrEnum):
    """How the letter sounds."""

    PLAIN = "plain"
    WARM = "warm"
    FORMAL = "formal"


class Length(StrEnum):
    """How long the letter is; words least and most are in `letters.prompt`."""

    SHORT = "short"
    STANDARD = "standard"
    LONG = "long"


class Options(Struct, frozen=True, omit_defaults=True):
    """What the user chose. `language` is an ISO 639-1 code or None for the job's; `answers` are facts the user typed."""

    tone: Tone = Tone.PLAIN
    length: Length = Length.STANDARD
    language: str | None = None
    answers: list[str] = []


class ChatMessage(Struct, frozen=True):
    """One message of the OpenAI chat schema: role is system, user or assistant."""

    role: str
    content: str


JOB_VERSION: Final = 1


class LetterJob(Struct, frozen=True):
    """What waits in the queue: all that is needed to write one letter, from one version of one resume.

    `today` is the date (ISO 8601) durations are counted to, fixed when the letter was asked for. `version` is
    `JOB_VERSION`, `options.answers` are masked.
    """

    version: int
    letter_id: str
    user_id: str
    resume_id: str
    correlation_id: str
    messages: list[ChatMessage]
    evidence: list[Evidence]
    matches: list[Match]
    options: Options
    language: str
    job_title: str | None
    company: str | None
    today: str


class SentenceState(StrEnum):
    """What the gate says of a sentence; `plain` claims nothing about the person.

    `asserted` is a sentence of the user's own that the evidence does not prove; it is never given to a model's.
    """

    SUPPORTED = "supported"
    PLAIN = "plain"
    REMOVED = "removed"
    ASSERTED = "asserted"


class Finding(Struct, frozen=True):
    """Why a sentence was refused: a code for programs, a sentence a user understands, and the words at fault."""

    code: str
    explanation: str
    words: str = ""


class Sentence(Struct, frozen=True):
    """One sentence of a reviewed draft; `paragraph` counts from 0; `citations` are evidence ids."""

    text: str
    paragraph: int
    state: SentenceState
    citations: list[str] = []
    findings: list[Finding] = []


class Review(Struct, frozen=True):
    """A draft as the gate sees it; `removed` counts refused sentences, `words` those of the sentences that stay."""

    sentences: list[Sentence]
    words: int
    removed: int
    problems: list[Finding] = []


class Usage(Struct, frozen=True):
    """Tokens and seconds of one letter; `cost` in US dollars, 0 for a model that costs nothing."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    seconds: float = 0.0
    cost: float = 0.0


class Delta(Struct, frozen=True):
    """A piece of a streamed answer; the last carries `finish_reason` and may carry the usage and the model's name."""

    text: str = ""
    finish_reason: str | None = None
    usage: Usage | None = None
    model: str | None = None


class LanguageModel(Protocol):
    """A chat model that streams."""

    def stream(self, messages: Sequence[ChatMessage], *, max_tokens: int) -> Iterator[Delta]:
        """Yield the answer piece by piece; raises `ModelError` (also in the middle)."""
        ...


class FinishedLetter(Struct, frozen=True):
    """The result: the text (masked), its sentences, how many drafts it took, which model wrote it, what it used."""

    text: str
    sentences: list[Sentence]
    drafts: int
    model: str
    usage: Usage
    note: str | None = None
