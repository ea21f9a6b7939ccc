"""What can go wrong on a laptop: each problem has a code, a sentence, and what to do about it.

The counterpart of `resumate.errors` for the `resumate` command. The command prints `Problem` to stderr (or as
JSON) and leaves with the exit code of its kind; every other exception is a defect and keeps its traceback.
"""

from enum import StrEnum
from typing import Final


class ProblemCode(StrEnum):
    """The closed list of what the command may complain about."""

    USAGE = "usage"
    PYTHON = "python"
    NOT_INSTALLED = "not_installed"
    DISK_FULL = "disk_full"
    UNWRITABLE = "unwritable"
    PORT_TAKEN = "port_taken"
    ALREADY_RUNNING = "already_running"
    NOT_RUNNING = "not_running"
    FILE_MISSING = "file_missing"
    START_FAILED = "start_failed"
    BUILD_FAILED = "build_failed"
    DEPLOY_FAILED = "deploy_failed"
    CHILD_DIED = "child_died"
    CONNECTION = "connection"
    SIGN_IN = "sign_in"
    TIMEOUT = "timeout"
    REFUSED = "refused"
    NEEDS_INPUT = "needs_input"
    AWS = "aws"


EXIT_CODES: Final[dict[ProblemCode, int]] = {
    ProblemCode.USAGE: 2,
    ProblemCode.FILE_MISSING: 2,
    ProblemCode.PYTHON: 3,
    ProblemCode.NOT_INSTALLED: 3,
    ProblemCode.DISK_FULL: 3,
    ProblemCode.UNWRITABLE: 3,
    ProblemCode.PORT_TAKEN: 3,
    ProblemCode.ALREADY_RUNNING: 3,
    ProblemCode.NOT_RUNNING: 3,
    ProblemCode.START_FAILED: 4,
    ProblemCode.BUILD_FAILED: 4,
    ProblemCode.DEPLOY_FAILED: 4,
    ProblemCode.CHILD_DIED: 4,
    ProblemCode.CONNECTION: 4,
    ProblemCode.SIGN_IN: 4,
    ProblemCode.TIMEOUT: 4,
    ProblemCode.REFUSED: 5,
    ProblemCode.NEEDS_INPUT: 6,
    ProblemCode.AWS: 4,
}
"""2 the command line, 3 this machine, 4 the stack, 5 a refused resume or job, 6 questions to answer."""


class Problem(Exception):  # noqa: N818  # what a user reads is not always an error
    """Something a user can act on.

    Args:
        code: which kind of problem.
        message: what is wrong, one sentence.
        remedy: what to do about it, one or two sentences.
        detail: the code of `resumate.errors` when the product refused, else nothing.
    """

    def __init__(self, code: ProblemCode, message: str, remedy: str = "", *, detail: str | None = None) -> None:
        self.code = code
        self.message = message
        self.remedy = remedy
        self.detail = detail
        super().__init__(message)

    @property
    def exit_code(self) -> int:
        """The process exit code of this kind of problem."""
        return EXIT_CODES[self.code]

    def as_json(self) -> dict[str, str]:
        """Code, message, remedy and, where there is one, the product's own code."""
        fields = {"code": str(self.code), "message": self.message, "remedy": self.remedy}
        return fields | ({"detail": self.detail} if self.detail else {})
