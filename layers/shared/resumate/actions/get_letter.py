"""Show one letter: as it was completed, byte for byte, or the draft as far as it is."""

import msgspec

from resumate.errors import MESSAGES, Code, RequestError
from resumate.gateway.caller import Caller
from resumate.gateway.messages import GetLetter, LetterEvent, RequirementItem, SentenceItem
from resumate.storage.letters import LetterStore
from resumate.storage.model import LetterStatus


def get_letter(message: GetLetter, caller: Caller, letters: LetterStore) -> LetterEvent:
    """Return the letter; raises `RequestError` when there is no such letter of the caller's."""
    letters.expire_stale(caller.user_id)
    row = letters.get(caller.user_id, message.letter_id)
    if row is None:
        raise RequestError(Code.NOT_FOUND)
    completed = row.status is LetterStatus.COMPLETED
    return LetterEvent(
        letter_id=row.letter_id,
        status=row.status,
        created_at=row.created_at.isoformat(timespec="seconds"),
        seq=row.seq,
        draft=row.draft,
        text=(row.text if completed else row.draft_text) or "",
        resume_id=row.resume_id,
        job_title=row.job_title,
        company=row.company,
        sentences=msgspec.convert(row.sentences, list[SentenceItem]),
        requirements=msgspec.convert(row.requirements, list[RequirementItem]),
        questions=row.questions,
        drafts=row.drafts,
        model=row.model,
        usage=row.usage,
        note=row.note,
        code=row.error_code,
        message=MESSAGES[Code(row.error_code)] if row.error_code else None,
    )
