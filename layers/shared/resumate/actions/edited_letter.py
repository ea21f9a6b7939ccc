"""An edited letter held to its resume: cut into sentences, each proven by any line there is, or kept on the user's word.

Shared by `check_sentences` and `save_letter`, so that what is stored is what was shown.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

import msgspec
from msgspec import Struct

from resumate import limits
from resumate.actions.finished_letter import finished_letter
from resumate.actions.show_letter import sentence_items
from resumate.documents.model import Contact
from resumate.errors import Code, RequestError
from resumate.gateway.messages import EditedSentence, SentenceItem
from resumate.letters.answers import mask_typed, with_typed_details
from resumate.letters.characters import visible
from resumate.letters.gate.job_facts import JobFacts
from resumate.letters.model import SentenceState
from resumate.letters.number_evidence import number_all
from resumate.letters.prove_sentences import prove_sentences
from resumate.letters.sentences import paragraphs_of
from resumate.matching.clean_description import clean_description
from resumate.matching.model import Passage
from resumate.storage.letter_versions import VersionStore
from resumate.storage.letters import LetterStore
from resumate.storage.model import LetterRow, ResumeRow
from resumate.storage.resumes import ResumeStore

Text = tuple[str, int]
"""A sentence and the number of its paragraph."""


class EditingDesk(Struct, frozen=True):
    """What checking and saving an edited letter works with; `passages` are all those of a resume."""

    letters: LetterStore
    versions: VersionStore
    resumes: ResumeStore
    passages: Callable[[str, ResumeRow], Sequence[Passage]]
    today: Callable[[], date]


def judged_sentences(
    user_id: str, letter_id: str, edited: Sequence[EditedSentence], desk: EditingDesk
) -> list[SentenceItem]:
    """Return the sentences of an edited letter, in order, each supported, plain or asserted.

    Raises `RequestError`: NOT_FOUND, LETTER_NOT_FINISHED, PROOF_GONE when the resume was deleted, LETTER_TOO_LONG.
    """
    texts = split_edited(edited)
    letter = finished_letter(user_id, letter_id, desk.letters)
    resume = desk.resumes.get(user_id, letter.resume_id) if letter.resume_id else None
    if resume is None:
        raise RequestError(Code.PROOF_GONE)
    answers = letter.options.answers
    contact = with_typed_details(resume.contact or Contact(), answers)
    resume = msgspec.structs.replace(resume, contact=contact)
    evidence = number_all(desk.passages(user_id, resume), resume.lines, answers, contact)
    # Masked as the resume's lines are, so that a name or an address is never what decides.
    masked = [(mask_typed(text, contact), paragraph) for text, paragraph in texts]
    judged = prove_sentences(masked, evidence, _facts_of(letter), desk.today())
    found = sentence_items(judged, evidence, resume)
    items = [msgspec.structs.replace(item, text=text) for item, (text, _) in zip(found, texts, strict=True)]
    return _with_earlier_verdicts(items, letter, resume)


def _with_earlier_verdicts(items: Sequence[SentenceItem], letter: LetterRow, resume: ResumeRow) -> list[SentenceItem]:
    """Return the verdicts, a sentence that was left as it stood keeping its own.

    A writer cites its evidence and a user does not, so now and then the search misses what the gate had seen proven.
    The same words behind the same sentence say the same, as long as the file is the same one.
    """
    stored = [
        item
        for item in msgspec.convert(letter.sentences, list[SentenceItem])
        if item.state is not SentenceState.REMOVED
    ]
    earlier = {key: item for key, item in _behind_each_other(stored) if _stands(item, resume)}
    kept = []
    for key, item in _behind_each_other(items):
        known = earlier.get(key) if item.state is SentenceState.ASSERTED else None
        kept.append(msgspec.structs.replace(known, paragraph=item.paragraph) if known else item)
    return kept


def _behind_each_other(items: Sequence[SentenceItem]) -> Iterator[tuple[tuple[str, str], SentenceItem]]:
    """Yield each sentence with its words and those of the one before it."""
    before = ""
    for item in items:
        yield (before, item.text), item
        before = item.text


def _stands(item: SentenceItem, resume: ResumeRow) -> bool:
    """Tell whether a stored verdict still holds: the gate's own, and every line of this very file."""
    proven = all(line.origin == "user" or line.sha256 == resume.sha256 for line in item.evidence)
    return item.state in {SentenceState.SUPPORTED, SentenceState.PLAIN} and proven


def split_edited(edited: Sequence[EditedSentence]) -> list[Text]:
    """Return the single sentences with their paragraphs counted from 0; an empty line begins a paragraph, too.

    Raises `RequestError`: LETTER_TOO_LONG, or INVALID_FIELD when no text is left.
    """
    if sum(len(item.text) for item in edited) > limits.EDITED_LETTER_CHARACTERS:
        raise RequestError(Code.LETTER_TOO_LONG)
    texts: list[Text] = []
    before: int | None = None
    for item in edited:
        for index, paragraph in enumerate(paragraphs_of(_readable(item.text))):
            goes_on = index == 0 and item.paragraph == before
            number = texts[-1][1] + (not goes_on) if texts else 0
            texts += [(sentence, number) for sentence in paragraph]
            before = item.paragraph
    if not texts:
        raise RequestError(Code.INVALID_FIELD, "The letter has no text. Write some, or restore an earlier version.")
    if len(texts) > limits.EDITED_SENTENCES:
        raise RequestError(Code.LETTER_TOO_LONG)
    return texts


def _readable(text: str) -> str:
    """Return the text without invisible characters, and without the marks that stand for contact details."""
    return visible(text.replace("\r\n", "\n").replace("\r", "\n")).replace("\u27e6", "").replace("\u27e7", "")


def _facts_of(letter: LetterRow) -> JobFacts:
    return JobFacts(
        title=letter.job_title,
        company=letter.company,
        language=letter.language or "en",
        requirements=[requirement["text"] for requirement in letter.requirements],
        description=clean_description(letter.job_description),
    )
