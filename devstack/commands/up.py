"""`resumate up`: starts the laptop home, proves it with one letter, and stays until Ctrl-C."""

import argparse
import signal
import sys
from pathlib import Path
from typing import Final

from devstack.client import SocketClient, new_request_id
from devstack.letter_view import LetterView, evidence_lines
from devstack.problems import Problem
from devstack.progress import Progress
from devstack.settings import Settings
from devstack.stack import Stack
from devstack.state import DemoAccount, RunningStack
from devstack.uploading import Uploads
from devstack.writing import open_as_demo, write_letter
from resumate.gateway.messages import LetterOptions, Letters, ListLetters, ListResumes, Resumes

HELP = "start everything, write one letter from the bundled sample as proof, and stay until Ctrl-C"

SAMPLES: Final = Path(__file__).resolve().parent.parent / "samples"
_PAGE_SIZE: Final = 100


def add_to(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("--no-sample", action="store_true", help="do not write the sample letter")


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Start, prove, wait, stop."""
    progress = Progress()
    stack = Stack(settings, progress)
    progress.say("Starting ResuMate; Ctrl-C stops everything.")
    running = stack.start()
    try:
        account = DemoAccount.ensure(settings.layout.account)
        progress.say(f"Ready after {progress.elapsed:.1f} s.")
        _prove(running, account, Uploads(settings.layout.uploads, progress), sample=not arguments.no_sample)
        progress.say(welcome(running, account, settings))
        stack.watch()
    except KeyboardInterrupt:
        progress.say("\nStopping …")
    finally:
        # A second Ctrl-C must not break off the stop: what is half stopped is worse than what is slow.
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        stack.stop()
    progress.say("Stopped. Accounts, resumes and letters are kept; `make run` continues where you left.")
    return 0


def _prove(running: RunningStack, account: DemoAccount, uploads: Uploads, *, sample: bool) -> None:
    """Write the sample letter; a failure is shown and does not stop the stack, which may be wanted to find out why."""
    progress = uploads.progress
    try:
        with open_as_demo(running, account) as client:
            progress.say(kept(client))
            if sample:
                _write_sample(client, uploads)
    except Problem as problem:
        progress.say(f"\nThe sample letter was not written: {problem.message} [{problem.code}]\n{problem.remedy}")


def _write_sample(client: SocketClient, uploads: Uploads) -> None:
    job = (SAMPLES / "job.txt").read_text(encoding="utf-8")
    uploads.progress.say(f"\nAs proof, a letter from {SAMPLES.name}/resume.pdf for {SAMPLES.name}/job.txt:")
    written = write_letter(client, SAMPLES / "resume.pdf", job, LetterOptions(), uploads, LetterView())
    # Its text was streamed to this very terminal a moment ago.
    print("\n".join(evidence_lines(written.letter)), flush=True)


def kept(client: SocketClient) -> str:
    """Say what the demo account holds from earlier runs."""
    resumes = client.ask_for(ListResumes(request_id=new_request_id(), limit=_PAGE_SIZE), Resumes)
    letters = client.ask_for(ListLetters(request_id=new_request_id(), limit=_PAGE_SIZE), Letters)
    return f"  The demo account holds {_count(resumes, 'resume')} and {_count(letters, 'letter')}."


def _count(page: Resumes | Letters, noun: str) -> str:
    number = len(page.items)
    return f"{number}{'+' if page.cursor else ''} {noun}{'' if number == 1 else 's'}"


def welcome(running: RunningStack, account: DemoAccount, settings: Settings) -> str:
    """Return what a newcomer needs to know once everything runs."""
    page = running.addresses.get("page")
    command = Path(sys.executable).parent / "resumate"
    shown = command.relative_to(settings.checkout) if command.is_relative_to(settings.checkout) else command
    lines = ["", "ResuMate is running.", ""]
    lines += [f"  page     {page}"] if page else []
    lines += [
        f"  login    {account.email}   {account.password}",
        f"  socket   {running.addresses['socket']}?token=…",
        f"  letter   {shown} letter --resume cv.pdf --job job.txt",
        f"  writer   {settings.llm_base_url or 'the composer (set LLM_BASE_URL for a language model)'}",
        f"  state    {settings.home}",
        "",
        "Ctrl-C stops it.",
    ]
    return "\n".join(lines)
