"""List a user's letters."""

from resumate.gateway.caller import Caller
from resumate.gateway.messages import LetterItem, Letters, ListLetters
from resumate.storage.letters import LetterStore


def list_letters(message: ListLetters, caller: Caller, letters: LetterStore) -> Letters:
    """Return a page, newest first, of all letters or those that `search` finds; those that waited too long fail first."""
    letters.expire_stale(caller.user_id)
    rows, cursor = letters.list(caller.user_id, message.cursor, message.limit, message.search)
    items = [
        LetterItem(
            letter_id=row.letter_id,
            status=row.status,
            created_at=row.created_at.isoformat(timespec="seconds"),
            job_title=row.job_title,
            company=row.company,
            resume_id=row.resume_id,
            regenerated_from=row.regenerated_from,
            regenerated_as=row.regenerated_as,
        )
        for row in rows
    ]
    return Letters(items=items, cursor=cursor)
