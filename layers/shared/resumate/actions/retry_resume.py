"""Read an uploaded file again, after a failure that was not the file's: the upload itself is repeated in place."""

from resumate.errors import Code, RequestError
from resumate.gateway.caller import Caller
from resumate.gateway.messages import ResumeParsing, RetryResume
from resumate.storage.objects import ObjectStore
from resumate.storage.resumes import RETRYABLE, ResumeStore


def retry_resume(message: RetryResume, caller: Caller, resumes: ResumeStore, objects: ObjectStore) -> ResumeParsing:
    """Copy the object onto itself, which is a new upload event; raises `RequestError` unless that can help."""
    resume = resumes.get(caller.user_id, message.resume_id)
    if resume is None:
        raise RequestError(Code.NOT_FOUND)
    if resume.status != "failed" or Code(resume.error_code or Code.INTERNAL) not in RETRYABLE:
        raise RequestError(Code.INVALID_FIELD, "Only a resume that failed for a reason on our side can be read again.")
    objects.touch(resume.s3_key, resume.content_type)
    return ResumeParsing(resume_id=message.resume_id, step="parsing")
