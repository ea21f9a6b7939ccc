"""Decides whether the resume offers enough for a letter, and what to ask when it does not.

Called after `match_resume`. Enough is one must that is met by more than a degree, or three different passages that show
something of the job in part, all that was studied counting as one: a letter of 180 words has two paragraphs of facts, and
what is short is filled from `background`, but without either of the two it would have nothing to say about the job. So an accountant who applies for an analytics job gets a letter,
and somebody whose resume has nothing to do with the job is asked first. An advertisement that asks fewer than three
things needs no more passages than things.
"""

from typing import Final

from resumate.documents.model import SectionKind
from resumate.matching.asked import asked_of
from resumate.matching.model import JobPosting, Match, Passage, Status
from resumate.matching.question_forms import FORMS, Forms
from resumate.matching.sentences import sentences
from resumate.matching.years import asked_years

PASSAGES_LEAST: Final = 3
QUESTIONS_MOST: Final = 3
_QUOTED_CHARACTERS: Final = 140
_SENTENCE_WORDS_LEAST: Final = 4
_STUDIES: Final = frozenset({SectionKind.EDUCATION, SectionKind.LANGUAGES, SectionKind.INTERESTS})


def questions_for(job: JobPosting, matches: list[Match]) -> list[str]:
    """Return [] when the letter can be written, else one to three questions whose answers would unlock it.

    What must be there and is missing is asked first, then what is only touched on, then the missing wishes. Questions are
    in the job's language where `question_forms` has it, else in English.
    """
    usable = {_counted_as(passage) for match in matches for passage in match.passages}
    fulfilled = any(
        match.status is Status.MET and match.requirement.must and any(map(_tells_of_work, match.passages))
        for match in matches
    )
    if fulfilled or len(usable) >= min(PASSAGES_LEAST, len(job.requirements)):
        return []
    ranked = sorted(
        (match for match in matches if match.status is not Status.MET),
        key=lambda match: (not match.requirement.must, match.status is not Status.GAP, match.requirement.number),
    )
    forms = FORMS.get(job.language, FORMS["en"])
    asked = [_question(match.requirement.text, forms) for match in ranked[:QUESTIONS_MOST]]
    return asked or [forms.general.format(job.title or forms.untitled)]


def _tells_of_work(passage: Passage) -> bool:
    return passage.section not in _STUDIES


def _counted_as(passage: Passage) -> str:
    return passage.chunk_id if _tells_of_work(passage) else "studies"


def _question(requirement: str, forms: Forms) -> str:
    return _form(requirement, forms).format(_quoted(requirement, forms))


def _form(requirement: str, forms: Forms) -> str:
    asked = asked_of(requirement)
    if asked.languages:
        return forms.language
    if asked.degree is not None:
        return forms.degree
    if asked.certificate:
        return forms.certificate
    if asked.experience or asked_years(requirement) is not None:
        return forms.experience
    return forms.anything


def _quoted(requirement: str, forms: Forms) -> str:
    first = sentences(requirement)[0] if requirement.strip() else requirement
    text = (first if len(first.split()) >= _SENTENCE_WORDS_LEAST else requirement).rstrip(" .;,")
    if len(text) > _QUOTED_CHARACTERS:
        text = text[:_QUOTED_CHARACTERS].rsplit(" ", 1)[0].rstrip(",;:.") + " …"
    opened, closed = forms.quotes
    return f"{opened}{text}{closed}"
