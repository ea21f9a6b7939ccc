"""Show one resume as it was read."""

import msgspec

from resumate.errors import MESSAGES, Code, RequestError
from resumate.gateway.caller import Caller
from resumate.gateway.messages import GetResume, ResumeEvent
from resumate.storage.resumes import ResumeStore


def get_resume(message: GetResume, caller: Caller, resumes: ResumeStore) -> ResumeEvent:
    """Return lines, sections, contact and report; raises `RequestError` (NOT_FOUND)."""
    row = resumes.get(caller.user_id, message.resume_id)
    if row is None:
        raise RequestError(Code.NOT_FOUND)
    return ResumeEvent(
        resume_id=row.resume_id,
        file_name=row.file_name,
        status=row.status,
        sha256=row.sha256,
        code=row.error_code,
        message=MESSAGES[Code(row.error_code)] if row.error_code else None,
        language=row.language,
        contact=msgspec.to_builtins(row.contact) if row.contact else {},
        lines=msgspec.to_builtins(row.lines),
        sections=msgspec.to_builtins(row.sections),
        report=msgspec.to_builtins(row.report) if row.report else {},
    )
