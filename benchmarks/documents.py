"""Measures how right documents are read, against plain pypdfium2 and plain pypdf, per class of layout.

    python -m benchmarks.documents
    python -m benchmarks.documents --folder resumes --truth resumes/TRUTH.json

Without a folder it reads the resumes of fictional people that `tests/documents` draws. The columns: share of words
found; share of sentences whole and in order; documents whose name and e-mail are right; share of headings found;
phrases that stand in their section; median milliseconds a document. The peers give plain text, so their name is its
first line, their e-mail the first address in it, their headings lines of that wording; sections they have none.
"""

import argparse
import io
import json
import re
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import docx
import pypdf
import pypdfium2

from resumate.documents.model import ParsedDocument, SectionKind
from resumate.documents.read import read_document
from tests.documents.docx_layouts import LAYOUTS as DOCX_LAYOUTS
from tests.documents.pdf_layouts import all_samples
from tests.documents.people import EVERYBODY
from tests.documents.score import score_text, squash
from tests.documents.truth import Phrase, Sample, Truth

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_REPEATS = 5


@dataclass(frozen=True)
class Reading:
    """What one engine made of one file."""

    text: str
    name: str | None
    email: str | None
    headings: list[str] | None = None
    document: ParsedDocument | None = None


@dataclass
class Tally:
    """The scores of one engine over one class of layout."""

    words: list[float] = field(default_factory=list)
    order: list[float] = field(default_factory=list)
    names: list[bool] = field(default_factory=list)
    emails: list[bool] = field(default_factory=list)
    headings: list[float] = field(default_factory=list)
    sections: list[bool] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)


def ours(sample: Sample) -> Reading:
    """ResuMate: lines, sections, entries, chunks and contact."""
    document = read_document(sample.data, sample.file_name)
    text = "\n".join(line.text for line in document.lines)
    return Reading(
        text, document.contact.name, document.contact.email, [s.heading for s in document.sections], document
    )


def plain_pypdfium2(sample: Sample) -> Reading | None:
    """Plain pypdfium2: the text of every page."""
    if not sample.data.startswith(b"%PDF"):
        return None
    pages = pypdfium2.PdfDocument(sample.data)
    return _plain("\n".join(page.get_textpage().get_text_range().replace("\ufffe", "-\n") for page in pages))


def plain_pypdf(sample: Sample) -> Reading | None:
    """Plain pypdf: the text of every page."""
    if not sample.data.startswith(b"%PDF"):
        return None
    return _plain("\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(sample.data)).pages))


def plain_docx(sample: Sample) -> Reading | None:
    """Plain python-docx: the paragraphs."""
    if sample.data.startswith(b"%PDF"):
        return None
    return _plain("\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(sample.data)).paragraphs))


ENGINES: dict[str, Callable[[Sample], Reading | None]] = {
    "resumate": ours,
    "pypdfium2": plain_pypdfium2,
    "pypdf": plain_pypdf,
    "python-docx": plain_docx,
}


def _plain(text: str) -> Reading:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    found = _EMAIL.search(text)
    return Reading(text, lines[0] if lines else None, found[0] if found else None)


def generated() -> list[Sample]:
    """The resumes that the repository draws itself."""
    return all_samples() + [layout(person) for layout in DOCX_LAYOUTS for person in EVERYBODY]


def from_folder(folder: Path, truth: Path) -> list[Sample]:
    """The files of a folder that a truth file describes, by their base names."""
    samples = []
    for item in json.loads(truth.read_text(encoding="utf-8")):
        path = folder / Path(item["file"]).name
        if path.exists():
            samples.append(Sample(path.name, path.read_bytes(), _truth(item)))
        else:
            print(f"not there: {path.name}", file=sys.stderr)
    return samples


def _truth(item: dict[str, object]) -> Truth:
    phrases = [Phrase(p["text"], p["section"]) for p in item["phrases"]]  # type: ignore[attr-defined]  # JSON
    email = str(item["email"]) if "@" in str(item["email"]) else None
    whole = [*item["contiguous"], *(phrase.text for phrase in phrases)]  # type: ignore[misc]  # JSON
    layout = str(item["layout"]).split(",")[0]
    return Truth(layout, str(item["name"]), email, None, list(item["headings"]), phrases, whole)  # type: ignore[call-overload]  # JSON


def measure(samples: Iterable[Sample]) -> dict[tuple[str, str], Tally]:
    """Return a tally per class of layout and engine."""
    tallies: dict[tuple[str, str], Tally] = defaultdict(Tally)
    for sample in samples:
        for name, engine in ENGINES.items():
            reading, seconds = _timed(engine, sample)
            if reading is not None:
                _add(tallies[sample.truth.layout, name], sample.truth, reading, seconds)
    return tallies


def _timed(engine: Callable[[Sample], Reading | None], sample: Sample) -> tuple[Reading | None, float]:
    reading, times = None, []
    for _ in range(_REPEATS):
        start = time.perf_counter()
        reading = engine(sample)
        times.append(time.perf_counter() - start)
    return reading, statistics.median(times)


def _add(tally: Tally, truth: Truth, reading: Reading, seconds: float) -> None:
    score = score_text(reading.text, truth)
    tally.words.append(score.words)
    tally.order.append(score.order)
    tally.names.append(squash(reading.name or "") == squash(truth.name or ""))
    tally.emails.append(reading.email == truth.email)
    tally.seconds.append(seconds)
    if reading.document is None or reading.headings is None:
        tally.headings.append(score.headings)
        return
    found = {squash(heading) for heading in reading.headings}
    tally.headings.append(sum(squash(h) in found for h in truth.headings) / max(len(truth.headings), 1))
    tally.sections += [_stands_in(reading.document, phrase) for phrase in truth.phrases]


def _stands_in(document: ParsedDocument, phrase: Phrase) -> bool:
    for section in document.sections:
        header = phrase.section == "(header)" and section.kind is SectionKind.HEADER
        if header or squash(section.heading) == squash(phrase.section):
            lines = document.lines[section.first_line - 1 : section.last_line]
            if squash(phrase.text) in squash(" ".join(line.text for line in lines)):
                return True
    return False


def show(tallies: dict[tuple[str, str], Tally]) -> None:
    """Print the table: per class of layout, then over all."""
    print(
        f"{'layout':<28}{'engine':<13}{'docs':>5}{'words':>8}{'order':>8}{'names':>8}{'e-mails':>9}{'headings':>10}{'sections':>10}{'ms':>8}"
    )
    for layout, engine in sorted(tallies):
        _row(layout, engine, [tallies[layout, engine]])
    for engine in ENGINES:
        every = [tally for (_, name), tally in tallies.items() if name == engine]
        if every:
            _row("all", engine, every)


def _row(layout: str, engine: str, tallies: list[Tally]) -> None:
    def mean(column: str) -> str:
        values = [float(value) for tally in tallies for value in getattr(tally, column)]
        return f"{statistics.fmean(values):.3f}" if values else "-"

    count = sum(len(tally.words) for tally in tallies)
    speed = 1000 * statistics.median([s for tally in tallies for s in tally.seconds])
    print(
        f"{layout[:27]:<28}{engine:<13}{count:>5}{mean('words'):>8}{mean('order'):>8}{mean('names'):>8}{mean('emails'):>9}"
        f"{mean('headings'):>10}{mean('sections'):>10}{speed:>8.1f}"
    )


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, help="a folder of resumes")
    parser.add_argument("--truth", type=Path, help="what must come out of them (default: TRUTH.json in the folder)")
    arguments = parser.parse_args()
    if arguments.folder is None:
        show(measure(generated()))
    else:
        show(measure(from_folder(arguments.folder, arguments.truth or arguments.folder / "TRUTH.json")))


if __name__ == "__main__":
    main()
