"""All exceptions of the package, the closed list of codes, and the sentence each code says to a user.

The tree::

    ResumateError            anything that is answered with a code
    ├── RequestError         the caller can mend it: a frame, a field, a limit, something not there
    ├── IdentityError        the token or the origin was refused
    ├── DocumentError        the file cannot be read; final, never retried
    ├── ModelError           an endpoint failed; `retryable` says whether a later attempt may succeed
    │   └── ModelAsleepError  it is scaled to zero and starts now; `wait_seconds` says how long that takes
    ├── StorageError         the database, the bucket or the queue is out of reach
    └── ConfigurationError   a setting is missing or wrong; names the variable

Vendor exceptions are translated once, at the edge of the adapter that meets them (``raise … from``).
Nothing but `ResumateError.message` ever reaches a client: no exception text, key, ARN or SQL.
"""

from enum import StrEnum
from typing import Final

from resumate import limits


class Code(StrEnum):
    """The closed list of error codes that a client can meet."""

    MALFORMED_FRAME = "malformed_frame"
    UNKNOWN_ACTION = "unknown_action"
    FRAME_TOO_LARGE = "frame_too_large"
    INVALID_FIELD = "invalid_field"
    UNAUTHORIZED = "unauthorized"
    NOT_FOUND = "not_found"
    UNSUPPORTED_TYPE = "unsupported_type"
    UPLOAD_TOO_LARGE = "upload_too_large"
    QUOTA_RESUMES = "quota_resumes"
    EMPTY = "empty"
    ENCRYPTED = "encrypted"
    NO_TEXT = "no_text"
    CORRUPT = "corrupt"
    ENCODING = "encoding"
    TOO_MANY_PAGES = "too_many_pages"
    TOO_MUCH_TEXT = "too_much_text"
    LIMIT = "limit"
    GONE = "gone"
    EMBEDDING_INVALID = "embedding_invalid"
    EMBEDDING_UNAVAILABLE = "embedding_unavailable"
    RESUME_MISSING = "resume_missing"
    RESUME_NOT_READY = "resume_not_ready"
    JOB_DESCRIPTION_EMPTY = "job_description_empty"
    JOB_DESCRIPTION_TOO_LONG = "job_description_too_long"
    QUOTA_LETTERS = "quota_letters"
    QUOTA_LETTERS_DAY = "quota_letters_day"
    LETTER_FINISHED = "letter_finished"
    LETTER_NOT_FINISHED = "letter_not_finished"
    LETTER_TOO_LONG = "letter_too_long"
    PROOF_GONE = "proof_gone"
    VERSION_CONFLICT = "version_conflict"
    QUOTA_VERSIONS = "quota_versions"
    EXPORT_CHARACTERS = "export_characters"
    RETRIEVAL_UNAVAILABLE = "retrieval_unavailable"
    QUEUE_UNAVAILABLE = "queue_unavailable"
    STORAGE_UNAVAILABLE = "storage_unavailable"
    GENERATION_EMPTY = "generation_empty"
    GENERATION_UNAVAILABLE = "generation_unavailable"
    GENERATION_INTERRUPTED = "generation_interrupted"
    DEAD_LETTER = "dead_letter"
    EXPIRED = "expired"
    CONFIGURATION = "configuration"
    INTERNAL = "internal"


MESSAGES: Final[dict[Code, str]] = {
    Code.MALFORMED_FRAME: "The message is not a JSON object of the form this action expects. See docs/protocol.md.",
    Code.UNKNOWN_ACTION: "There is no such action. docs/protocol.md lists them all.",
    Code.FRAME_TOO_LARGE: f"A message may be at most {limits.FRAME_BYTES:,} bytes. Shorten it and send it again.",
    Code.INVALID_FIELD: "A field of the message is missing or has a value that is not allowed.",
    Code.UNAUTHORIZED: "The sign-in is missing, wrong or has ended. Sign in again.",
    Code.NOT_FOUND: "There is nothing of yours by that id.",
    Code.UNSUPPORTED_TYPE: "This is not a PDF, DOCX, TXT or Markdown file. Save the resume as one of those and upload it again.",
    Code.UPLOAD_TOO_LARGE: f"The file is larger than {limits.UPLOAD_BYTES // limits.MIB} MiB. Upload a smaller one.",
    Code.QUOTA_RESUMES: f"You have {limits.RESUMES_PER_USER} resumes or {limits.RESUME_BYTES_PER_USER // limits.MIB} MiB already. Delete one first.",
    Code.EMPTY: "The file is empty. Choose the file again and upload it.",
    Code.ENCRYPTED: "The file is protected by a password. Save it without one and upload it again.",
    Code.NO_TEXT: "No text was found; the file looks scanned. Export the resume from the program that made it, or run text recognition first.",
    Code.CORRUPT: "The file is damaged and cannot be read. Export it again and upload the new one.",
    Code.ENCODING: "The characters of this text file cannot be told. Save it as UTF-8 and upload it again.",
    Code.TOO_MANY_PAGES: f"The file has more than {limits.DOCUMENT_PAGES} pages. Upload the resume alone.",
    Code.TOO_MUCH_TEXT: f"The file holds more than {limits.DOCUMENT_CHARACTERS:,} characters. Upload the resume alone.",
    Code.LIMIT: f"Reading the file took more than {limits.PARSE_SECONDS} seconds or {limits.PARSE_MEMORY_BYTES // limits.MIB} MiB. Export it in a simpler form and upload that.",
    Code.GONE: "The file was deleted before it was read. Upload it again.",
    Code.EMBEDDING_INVALID: "The resume could not be indexed because the embedding model gave a wrong answer. The operator has been told; try again later.",
    Code.EMBEDDING_UNAVAILABLE: "The resume could not be indexed because the embedding model did not answer. Your file is kept; try again in a few minutes.",
    Code.RESUME_MISSING: "There is no resume to write from. Upload a resume first.",
    Code.RESUME_NOT_READY: "This resume is not ready. Wait until it has been read, or choose another.",
    Code.JOB_DESCRIPTION_EMPTY: "The job description holds no text to work with. Paste the whole advertisement.",
    Code.JOB_DESCRIPTION_TOO_LONG: f"The job description may be at most {limits.JOB_DESCRIPTION_CHARACTERS:,} characters and {limits.JOB_DESCRIPTION_BYTES // limits.KIB} KiB. Leave out the parts about the company.",
    Code.QUOTA_LETTERS: f"{limits.LETTERS_UNDER_WAY} of your letters are being written already. Wait for one to finish or cancel one.",
    Code.QUOTA_LETTERS_DAY: f"You have asked for {limits.LETTERS_PER_DAY} letters within 24 hours, which is the most there can be. Ask again tomorrow.",
    Code.LETTER_FINISHED: "This letter is finished already.",
    Code.LETTER_NOT_FINISHED: "This letter is not finished. Wait until it is, or choose one that is.",
    Code.LETTER_TOO_LONG: f"A letter may have at most {limits.EDITED_SENTENCES} sentences and {limits.EDITED_LETTER_CHARACTERS:,} characters. Shorten it.",
    Code.PROOF_GONE: "The resume that proves this letter was deleted, so an edit cannot be checked any more. Download the letter as it is, or write a new one from another resume.",
    Code.VERSION_CONFLICT: "This letter was changed in another window. Open the newest version and make your change there; nothing was stored.",
    Code.QUOTA_VERSIONS: f"This letter has {limits.LETTER_VERSIONS} versions, which is the most there can be. Download it, or write a new letter.",
    Code.EXPORT_CHARACTERS: "The letter has characters that the typeface of the PDF does not have. Download it as DOCX instead.",
    Code.RETRIEVAL_UNAVAILABLE: "Your resume could not be searched just now. Try again in a minute.",
    Code.QUEUE_UNAVAILABLE: "The letter could not be queued just now. Try again in a minute.",
    Code.STORAGE_UNAVAILABLE: "The storage is out of reach just now. Try again in a minute.",
    Code.GENERATION_EMPTY: "The language model wrote nothing that could be used. Try again, or try with another job description.",
    Code.GENERATION_UNAVAILABLE: "The language model is out of reach. Try again in a few minutes.",
    Code.GENERATION_INTERRUPTED: "The language model stopped in the middle of the letter. Try again.",
    Code.DEAD_LETTER: "The letter failed every time it was tried. The operator has been told; try again later.",
    Code.EXPIRED: "The letter waited too long to be written. Ask for it again.",
    Code.CONFIGURATION: "The service is not configured correctly. The operator has been told.",
    Code.INTERNAL: "Something went wrong on our side. The operator has been told; give them the request id.",
}


class ResumateError(Exception):
    """Anything that is answered with a code.

    Args:
        code: the code the client gets.
        message: replaces the code's own sentence; must be safe to show to anybody.
        retryable: whether the same request may succeed later.
    """

    default: Code = Code.INTERNAL

    def __init__(self, code: Code | None = None, message: str | None = None, *, retryable: bool = False) -> None:
        self.code = code or self.default
        self.message = message or MESSAGES[self.code]
        self.retryable = retryable
        super().__init__(f"{self.code}: {self.message}")


class RequestError(ResumateError):
    """The caller can mend it."""

    default = Code.INVALID_FIELD


class IdentityError(ResumateError):
    """The token or the origin was refused; the message never says which check failed."""

    default = Code.UNAUTHORIZED


class DocumentError(ResumateError):
    """The file cannot be read; final."""

    default = Code.CORRUPT


class ModelError(ResumateError):
    """A model endpoint failed or answered nonsense."""

    default = Code.GENERATION_UNAVAILABLE


class ModelAsleepError(ModelError):
    """The endpoint has no copy running and is starting one: the same request succeeds after about `wait_seconds`."""

    def __init__(self, wait_seconds: int = 0) -> None:
        super().__init__(Code.GENERATION_UNAVAILABLE, retryable=True)
        self.wait_seconds = wait_seconds


class StorageError(ResumateError):
    """The database, the bucket or the queue is out of reach."""

    default = Code.STORAGE_UNAVAILABLE


class ConfigurationError(ResumateError):
    """A setting is missing or wrong; `message` names the variable (operators read it, clients never do)."""

    default = Code.CONFIGURATION
