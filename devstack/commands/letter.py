"""`resumate letter`: writes one letter from a resume file and a job description file.

Uses the stack that runs, else starts one and stops it afterwards. With ``--stack-name`` it uses one on AWS: with an
account of yours, or with one that is made for this letter and erased after it.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from devstack.aws.target import add_target_to, find_target
from devstack.aws.visitor import PASSWORD_VARIABLE, visit
from devstack.client import SocketClient
from devstack.exporting import format_of, save_letter
from devstack.letter_view import LetterView, letter_lines
from devstack.problems import Problem, ProblemCode
from devstack.progress import Progress
from devstack.settings import Settings
from devstack.stack import Stack, read_running
from devstack.state import DemoAccount, RunningStack
from devstack.uploading import Uploads
from devstack.writing import WrittenLetter, open_as_demo, write_letter
from resumate.gateway.messages import LetterOptions
from resumate.letters.model import Length, Tone

HELP = "write a letter from a resume file and a job description file"


def add_to(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("--resume", type=Path, required=True, metavar="FILE", help="a PDF, DOCX, TXT or Markdown file")
    parser.add_argument(
        "--job", type=Path, required=True, metavar="FILE", help="the job description as a text file, - for stdin"
    )
    parser.add_argument("--tone", choices=[tone.value for tone in Tone], default=Tone.PLAIN.value)
    parser.add_argument("--length", choices=[length.value for length in Length], default=Length.STANDARD.value)
    parser.add_argument("--language", metavar="CODE", help="two letters, as en or de; the job's own unless given")
    parser.add_argument(
        "--answer", action="append", default=[], metavar="TEXT", help="a fact that you state; may be repeated"
    )
    parser.add_argument("--save", type=Path, metavar="FILE", help="save the letter, laid out, as a .pdf or .docx file")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of text")
    parser.add_argument(
        "--email", help=f"with --stack-name: sign in as this person, whose password is in {PASSWORD_VARIABLE}"
    )
    add_target_to(parser)


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Write the letter; the letter goes to stdout, everything else to stderr."""
    resume, job = _readable(arguments.resume), _read_text(arguments.job)
    options = _options(arguments)
    if arguments.save is not None:
        format_of(arguments.save)
    progress = Progress()
    if arguments.stack_name:
        target = find_target(arguments, settings)
        with visit(target, arguments.email, progress) as client, tempfile.TemporaryDirectory() as folder:
            uploads = Uploads(Path(folder) / "uploads.json", progress)
            written = write_letter(client, resume, job, options, uploads, LetterView())
            _save(client, written, arguments.save, progress)
    else:
        with stack_to_use(settings, progress) as running:
            account = DemoAccount.ensure(settings.layout.account)
            with open_as_demo(running, account) as client:
                uploads = Uploads(settings.layout.uploads, progress)
                written = write_letter(client, resume, job, options, uploads, LetterView())
                _save(client, written, arguments.save, progress)
    print(_as_json(written) if arguments.json else "\n".join(letter_lines(written.letter)), flush=True)
    progress.say(_times(written))
    return 0


@contextmanager
def stack_to_use(settings: Settings, progress: Progress) -> Iterator[RunningStack]:
    """Give the stack that runs, or one that runs only as long as it is needed."""
    running = read_running(settings)
    if running is not None:
        yield running
        return
    progress.say("No stack is running; starting one for this letter (`make run` keeps one running).")
    stack = Stack(settings, progress)
    running = stack.start()
    try:
        yield running
    finally:
        stack.stop()


def _save(client: SocketClient, written: WrittenLetter, path: Path | None, progress: Progress) -> None:
    if path is not None:
        save_letter(client, written.letter.letter_id, path, progress)


def _options(arguments: argparse.Namespace) -> LetterOptions:
    fields = {name: getattr(arguments, name) for name in ("tone", "length", "language")}
    try:
        return msgspec.convert({**fields, "answers": arguments.answer}, LetterOptions)
    except msgspec.ValidationError as error:
        raise Problem(
            ProblemCode.USAGE, f"An option is not allowed: {error}.", "See resumate letter --help."
        ) from error


def _readable(path: Path) -> Path:
    if not path.is_file():
        raise Problem(ProblemCode.FILE_MISSING, f"There is no file {path}.", "Check the path.")
    return path


def _read_text(path: Path) -> str:
    try:
        return sys.stdin.read() if str(path) == "-" else _readable(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise Problem(
            ProblemCode.FILE_MISSING, f"{path} is not a UTF-8 text file.", "Save the job description as plain text."
        ) from error


def _as_json(written: WrittenLetter) -> str:
    fields = msgspec.to_builtins(written.letter)
    times = {name: round(value, 3) for name, value in msgspec.to_builtins(written.times).items() if value is not None}
    source = {"resume_id": written.resume_id, "sha256": written.sha256}
    return json.dumps({"letter": fields, "resume": source, "seconds": times}, ensure_ascii=False, indent=2)


def _times(written: WrittenLetter) -> str:
    times = written.times
    shown = [
        ("upload to ready", times.upload_to_ready),
        ("job to first words", times.job_to_first_delta),
        ("job to finished letter", times.job_to_completed),
    ]
    return "  " + ", ".join(f"{name} {seconds:.2f} s" for name, seconds in shown if seconds is not None)
