"""List a user's resumes."""

from resumate.errors import MESSAGES, Code
from resumate.gateway.caller import Caller
from resumate.gateway.messages import ListResumes, ResumeItem, Resumes
from resumate.storage.resumes import ResumeStore


def list_resumes(message: ListResumes, caller: Caller, resumes: ResumeStore) -> Resumes:
    """Return a page, newest first; slots that were never used are not in it."""
    rows, cursor = resumes.list(caller.user_id, message.cursor, message.limit)
    items = [
        ResumeItem(
            resume_id=row.resume_id,
            file_name=row.file_name,
            status=row.status,
            created_at=row.created_at.isoformat(timespec="seconds"),
            bytes=row.bytes,
            code=row.error_code,
            message=MESSAGES[Code(row.error_code)] if row.error_code else None,
        )
        for row in rows
    ]
    return Resumes(items=items, cursor=cursor)
