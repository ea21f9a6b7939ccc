"""Decides whether the resume offers enough for a letter, and what to ask when it does not.

Called after `match_resume`. Enough is one must that is met, or three different passages that show something of the job in
part: a letter of 180 words has two paragraphs of facts, and what is short is filled from `background`, but without either
of the two it would have nothing to say about the job. So an accountant who applies for an analytics job gets a letter,
and somebody whose resume has nothing to do with the job is asked first. An advertisement that asks fewer than three
things needs no more passages than things.
"""

from typing import Final

from resumate.matching.asked import Asked, asked_of
from resumate.matching.model import JobPosting, Match, Status
from resumate.matching.years import asked_years

PASSAGES_LEAST: Final = 3
QUESTIONS_MOST: Final = 3
_QUOTED_CHARACTERS: Final = 140


def questions_for(job: JobPosting, matches: list[Match]) -> list[str]:
    """Return [] when the letter can be written, else one to three questions whose answers would unlock it.

    What must be there and is missing is asked first, then what is only touched on, then the missing wishes.
    """
    usable = {passage.chunk_id for match in matches for passage in match.passages}
    fulfilled = any(match.status is Status.MET and match.requirement.must for match in matches)
    if fulfilled or len(usable) >= min(PASSAGES_LEAST, len(job.requirements)):
        return []
    ranked = sorted(
        (match for match in matches if match.status is not Status.MET),
        key=lambda match: (not match.requirement.must, match.status is not Status.GAP, match.requirement.number),
    )
    return [_question(match.requirement.text) for match in ranked[:QUESTIONS_MOST]] or [_general_question(job)]


def _question(requirement: str) -> str:
    asked = asked_of(requirement)
    return _form(asked, requirement).format(_quoted(requirement))


def _form(asked: Asked, requirement: str) -> str:
    if asked.languages:
        return "The job asks for {}. How well do you speak and write the language, and where have you used it?"
    if asked.degree is not None:
        return "The job asks for {}. Which degree or training do you have that answers this, from where and when?"
    if asked.certificate:
        return "The job asks for {}. Do you hold this or something equal, and since when?"
    if asked.experience or asked_years(requirement) is not None:
        return "The job asks for {}. Where have you done this, for how long, and with what result?"
    return "The job asks for {}. What have you done that shows this: where, when, and with what result?"


def _quoted(requirement: str) -> str:
    text = requirement
    if len(text) > _QUOTED_CHARACTERS:
        text = text[:_QUOTED_CHARACTERS].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    return f"“{text}”"


def _general_question(job: JobPosting) -> str:
    return f"What in your work or studies so far prepares you for the job of {job.title or 'this advertisement'}?"
