"""Erase one resume: the file with all its versions, its lines, chunks and vectors. Finished letters stay.

The row goes first, so that a file that is being read cannot come back: what is read for a row that is gone is dropped.
Exported letters bear the resume's contact details: all of the user's files go, each can be made again.
"""

from resumate.errors import Code, RequestError
from resumate.gateway.caller import Caller
from resumate.gateway.messages import DeleteResume, Receipt
from resumate.storage.objects import ObjectStore, exports_prefix, resume_key
from resumate.storage.resumes import ResumeStore


def delete_resume(message: DeleteResume, caller: Caller, resumes: ResumeStore, objects: ObjectStore) -> Receipt:
    """Return the receipt; raises `RequestError` when there is no such resume of the caller's."""
    erased = resumes.delete(caller.user_id, message.resume_id)
    key = resume_key(caller.user_id, message.resume_id)
    files = objects.delete(key)
    if not any(erased.removed.values()):
        raise RequestError(Code.NOT_FOUND)
    exports = objects.delete_prefix(exports_prefix(caller.user_id))
    return Receipt(
        what="resume",
        id=message.resume_id,
        removed={**erased.removed, "files": files.removed, "exports": exports.removed},
        remaining={**erased.remaining, "files": files.remaining, "exports": exports.remaining},
    )
