"""Saves a finished letter as a file: has it laid out by the server, the format taken from the file's name."""

from pathlib import Path

from devstack.client import SocketClient, get_export, new_request_id
from devstack.problems import Problem, ProblemCode
from devstack.progress import Progress
from resumate.exports.model import ExportFormat
from resumate.gateway.messages import ExportCreated, ExportLetter


def format_of(path: Path) -> ExportFormat:
    """Return the format that the suffix names; raises `Problem` usage for another one, before anything is written."""
    try:
        return ExportFormat(path.suffix.lower().removeprefix("."))
    except ValueError as error:
        raise Problem(
            ProblemCode.USAGE, f"A letter cannot be saved as {path.name}.", "Choose a name that ends in .pdf or .docx."
        ) from error


def save_letter(client: SocketClient, letter_id: str, path: Path, progress: Progress) -> None:
    """Write the newest version of a letter to a file, in the place of what was there; raises `Problem`."""
    action = ExportLetter(request_id=new_request_id(), letter_id=letter_id, format=format_of(path))
    created = client.ask_for(action, ExportCreated)
    content = get_export(created)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise Problem(
            ProblemCode.USAGE, f"{path} cannot be written: {error.strerror}.", "Choose another place for --save."
        ) from error
    progress.say(f"  {path} saved, {len(content):,} bytes.{f' {created.note}' if created.note else ''}")
