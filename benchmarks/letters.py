"""Every resume with every job through the whole path of a letter, and what a reader would stumble over in the result.

``python benchmarks/letters.py`` writes for the fictional people and jobs of ``benchmarks/letters_documents`` and
``devstack/samples``; ``--resumes DIR --jobs DIR`` takes other folders. It prints a row a pair, every sentence of the
composer that the gate refused (each is a lie of the one or an error of the other), and every fault and smell
(`letters_smells`). Leaves with status 1 when there is a fault, or more than one smell in three letters.

``--show`` prints the letters as well; ``--document FILE`` writes ten of them with their evidence, at most one a resume
unless there are fewer than ten resumes. ``--leave-out`` is for a template that carries the name of its author.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.letters_path import LocalEmbedder, LocalModel, Outcome, Source, write_for
from benchmarks.letters_smells import FAULTS, SMELLS, Check
from devstack.model_endpoints import make_composer, make_embedder
from resumate.letters.model import Options, Origin
from resumate.letters.render import render_text, sentence_evidence

HERE = Path(__file__).parent
OWN = HERE / "letters_documents"
SAMPLES = HERE.parent / "devstack" / "samples"
LETTERS = 10
RESUME_KINDS = {".pdf", ".docx", ".txt", ".md"}
SMELLS_A_LETTER = 1 / 3


def sources(folder: Path | None, own: str, sample: str) -> list[Source]:
    """Return the files of a folder, or the repository's own and the bundled sample."""
    kinds = RESUME_KINDS if own == "resumes" else {".txt", ".html", ".md"}
    files = sorted(folder.iterdir()) if folder else [*sorted((OWN / own).iterdir()), SAMPLES / sample]
    return [Source(path.name, path.read_bytes()) for path in files if path.suffix in kinds]


def row(outcome: Outcome) -> str:
    """Return one line of the table."""
    drafts = outcome.letter.drafts if outcome.letter else 0
    return (
        f"{outcome.status:18} {outcome.words:5} {len(outcome.kept):5} {outcome.proven:6} {outcome.removed:7} "
        f"{len(outcome.refused):7} {drafts:6} {outcome.seconds:5.2f}  {outcome.resume} × {outcome.job}"
    )


def findings(outcome: Outcome, checks: Sequence[Check]) -> list[str]:
    """Return what the checks say of a letter, each with the name of its check."""
    return [f"{check.__name__}: {words}" for check in checks for words in check(outcome)] if outcome.letter else []


def details(outcome: Outcome) -> Iterator[str]:
    """Yield the lines below the table that tell of one pair."""
    yield from (f"  FAULT {fault}" for fault in findings(outcome, FAULTS))
    yield from (f"  smell {smell}" for smell in findings(outcome, SMELLS))
    for sentence in outcome.refused:
        yield f"  refused {sentence.text}"
        yield from (f"      {finding.code}: {finding.explanation}" for finding in sentence.findings)
    yield from (f"  asks {question}" for question in outcome.questions)
    if outcome.letter and outcome.letter.note:
        yield f"  note {outcome.letter.note}"


def report(outcomes: Sequence[Outcome], *, show: bool) -> bool:
    """Print the table and what was found; False when the letters are not good enough."""
    print("status             words sents proven removed refused drafts  sec.  pair")
    for outcome in sorted(outcomes, key=lambda outcome: (outcome.status, outcome.words)):
        print(row(outcome))
    for outcome in outcomes:
        lines = list(details(outcome))
        if lines or show:
            print(f"\n{outcome.resume} × {outcome.job}", *lines, sep="\n")
        if show and outcome.letter:
            print("", *(f"    {line}" for line in outcome.text.split("\n")), sep="\n")
    letters = [outcome for outcome in outcomes if outcome.letter]
    faults = sum(len(findings(outcome, FAULTS)) for outcome in letters)
    smells = sum(len(findings(outcome, SMELLS)) for outcome in letters)
    refused = sum(len(outcome.refused) for outcome in letters)
    asked = sum(bool(outcome.questions) for outcome in outcomes)
    print(
        f"\n{len(outcomes)} pairs: {len(letters)} letters, {asked} with questions instead, "
        f"{len(outcomes) - len(letters) - asked} not read; {faults} faults, {smells} smells, {refused} sentences refused"
    )
    return not faults and smells <= SMELLS_A_LETTER * max(1, len(letters))


def best_of_each(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Return ten letters without note, removal, fault or smell: the most proven of each resume in turn, jobs in turn."""
    good = [
        outcome
        for outcome in outcomes
        if outcome.letter
        and not outcome.letter.note
        and not outcome.removed
        and not findings(outcome, (*FAULTS, *SMELLS))
    ]
    shown: list[Outcome] = []
    rounds = len(good)  # a second letter of a resume where there are fewer than ten resumes
    for _ in range(rounds):
        for resume in dict.fromkeys(outcome.resume for outcome in good):
            told = [outcome.job for outcome in shown]
            own = [outcome for outcome in good if outcome.resume == resume and outcome not in shown]
            if own and len(shown) < LETTERS:
                shown.append(min(own, key=lambda outcome: (told.count(outcome.job), -outcome.proven)))
    return shown


def markdown(outcomes: Sequence[Outcome]) -> str:
    """Return the page with the letters, each followed by its evidence."""
    head = (
        "# Ten letters\n\nWritten by the composer, the deterministic writer that is the default on a laptop, and proven by "
        "the gate. The resumes are public samples of fictional people, the jobs are real advertisements. Made by "
        '`make bench-letters ARGS="--resumes DIR --jobs DIR --leave-out latexcv --document docs/letters.md"`; '
        "nothing was edited.\n"
    )
    return "\n".join([head, *(_section(number, outcome) for number, outcome in enumerate(outcomes, 1))])


def _section(number: int, outcome: Outcome) -> str:
    letter, queued, document = outcome.letter, outcome.queued, outcome.document
    if letter is None or queued is None or document is None:
        return ""
    quoted = "\n".join(f"> {line}".rstrip() for line in outcome.text.replace("\n\n", "\n \n").split("\n"))
    title = f"## {number}. {queued.job_title or 'The advertised position'}, from `{outcome.resume}`"
    facts = f"Job: `{outcome.job}`. Words: {outcome.words}. Drafts: {letter.drafts}. Model: {letter.model}."
    rows = ["| Sentence | Proven by |", "|---|---|"]
    for sentence in outcome.kept:
        lines = [
            "what the user typed" if origin is Origin.USER else f"p. {quote.page}, l. {quote.line}: {quote.text}"
            for quote, origin in sentence_evidence(sentence, queued.evidence)
        ]
        if lines:
            cells = (
                render_text(cell, document.contact).replace("|", "\\|") for cell in (sentence.text, "<br>".join(lines))
            )
            rows.append(f"| {' | '.join(cells)} |")
    return "\n".join([title, "", facts, "", quoted, "", *rows, ""])


def main() -> int:
    """Write the letters and print what they took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--resumes", type=Path)
    parser.add_argument("--jobs", type=Path)
    parser.add_argument("--only", default="", help="pairs whose names hold this text, for example a file's name")
    parser.add_argument("--language", help="write in this language instead of the job's")
    parser.add_argument("--show", action="store_true", help="print the letters")
    parser.add_argument(
        "--leave-out", default="none", help="resumes whose names hold this text are not in the document"
    )
    parser.add_argument("--document", type=Path, help="write ten letters with their evidence to this file")
    chosen = parser.parse_args()
    pairs = [
        (resume, job)
        for resume in sources(chosen.resumes, "resumes", "resume.pdf")
        for job in sources(chosen.jobs, "jobs", "job.txt")
        if chosen.only in f"{resume.name} × {job.name}"
    ]
    options = Options(language=chosen.language)
    with tempfile.TemporaryDirectory() as cache:
        embedder, model = LocalEmbedder(make_embedder(Path(cache))), LocalModel(make_composer(Path(cache)))
        outcomes = [write_for(resume, job, embedder, model, options) for resume, job in pairs]
    good = report(outcomes, show=chosen.show)
    if chosen.document:
        chosen.document.write_text(
            markdown(best_of_each([one for one in outcomes if chosen.leave_out not in one.resume])), encoding="utf-8"
        )
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
