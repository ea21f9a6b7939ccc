"""Show what an interviewer is likely to ask about a letter: by claim, and by what the resume does not show."""

import msgspec

from resumate.actions.finished_letter import finished_letter
from resumate.gateway.caller import Caller
from resumate.gateway.messages import (
    GapItem,
    GetInterviewSheet,
    InterviewItem,
    InterviewSheet,
    RequirementItem,
    SentenceItem,
)
from resumate.letters import interview_sheet
from resumate.letters.model import SentenceState
from resumate.matching.model import Status
from resumate.storage.letters import LetterStore


def get_interview_sheet(message: GetInterviewSheet, caller: Caller, letters: LetterStore) -> InterviewSheet:
    """Return the sheet of the newest version; raises `RequestError`: NOT_FOUND, LETTER_NOT_FINISHED."""
    letter = finished_letter(caller.user_id, message.letter_id, letters)
    sheet = interview_sheet.InterviewSheet(letter.language or "en")
    sentences = msgspec.convert(letter.sentences, list[SentenceItem])
    requirements = msgspec.convert(letter.requirements, list[RequirementItem])
    gaps = [item for item in requirements if item.status is Status.GAP][: interview_sheet.GAPS_MOST]
    return InterviewSheet(
        letter_id=letter.letter_id,
        items=[_item(sentence, sheet) for sentence in sentences if sentence.state is SentenceState.SUPPORTED],
        gaps=[_gap(requirement, sheet) for requirement in gaps],
    )


def _item(sentence: SentenceItem, sheet: interview_sheet.InterviewSheet) -> InterviewItem:
    prepared = sheet.about(sentence.text)
    return InterviewItem(
        sentence=sentence.text, evidence=sentence.evidence, questions=prepared.questions, advice=prepared.advice
    )


def _gap(requirement: RequirementItem, sheet: interview_sheet.InterviewSheet) -> GapItem:
    prepared = sheet.gap(requirement.text, must=requirement.must)
    return GapItem(requirement=requirement.text, question=prepared.questions[0], advice=prepared.advice)
