"""How often the gate is wrong: plants lies into true sentences of fictional resumes and counts what happens.

``make bench-truth`` (or ``python benchmarks/truth.py``) prints, per kind of lie, how many were caught, and how many
true sentences were blocked, per claim and per letter, then every miss. Cases are ``tests/truth/*.json``; further
lies are planted by rule into each true sentence (`planted`). Closeness of meaning by vectors is
left out: it may only reject, so the figures hold for the gate's own checks.
"""

import argparse
import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from resumate.documents.model import SectionKind, YearMonth
from resumate.letters.build_prompt import build_prompt
from resumate.letters.model import Evidence, LetterJob, Options, Origin, Quote, SentenceState
from resumate.letters.review import review
from resumate.matching.model import JobPosting, Match, Requirement, Status

CASES = Path(__file__).parents[1] / "tests" / "truth"
TODAY = "2026-11-21"


@dataclass(frozen=True)
class Case:
    """One sentence with what it cites; `kind` is "true" or the kind of lie; `letter` names the file."""

    letter: str
    kind: str
    cites: tuple[str, ...]
    text: str

    @property
    def raw(self) -> str:
        """The sentence as a model would write it."""
        marks = "".join(f"[{identifier}]" for identifier in self.cites)
        return re.sub(r"([.!?]?)$", rf" {marks}\1", self.text, count=1) if marks else self.text


@dataclass
class Letter:
    """One resume with its job and cases."""

    name: str
    job: LetterJob
    cases: list[Case] = field(default_factory=list)


def load(folder: Path = CASES) -> list[Letter]:
    """Return all letters, with the cases of their files and those planted by rule."""
    letters = []
    for path in sorted(folder.glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        for data in content if isinstance(content, list) else [content]:
            name = path.stem if isinstance(content, dict) else f"{path.stem}: {data['person']}"
            letter = Letter(name, _job(data))
            letter.cases = [Case(name, "true", tuple(row[0].split()), row[1]) for row in data["true"]]
            letter.cases += [Case(name, row[0], tuple(row[1].split()), row[2]) for row in data["lies"]]
            letter.cases += list(planted(letter))
            letters.append(letter)
    return letters


def _job(data: dict) -> LetterJob:
    posting = JobPosting(
        title=data["job"]["title"],
        company=data["job"]["company"],
        language=data.get("language", "en"),
        requirements=[Requirement(number, text) for number, text in enumerate(data["job"]["requirements"], 1)],
    )
    matches = [Match(requirement, Status.GAP, []) for requirement in posting.requirements]
    evidence = [_evidence(row, index) for index, row in enumerate(data["evidence"], 1)]
    return LetterJob(
        version=1, letter_id="letter", user_id="user", resume_id="resume", correlation_id="bench",
        messages=build_prompt(posting, data["job"]["description"], matches, evidence, Options(), date.fromisoformat(TODAY)),
        evidence=evidence, matches=matches, options=Options(), language=posting.language,
        job_title=posting.title, company=posting.company, today=TODAY,
    )  # fmt: skip


def _evidence(row: dict, line: int) -> Evidence:
    user = row.get("origin") == "user"
    return Evidence(
        id=row["id"],
        origin=Origin.USER if user else Origin.RESUME,
        text=row["text"],
        quotes=[Quote(page=0 if user else 1, line=0 if user else line, text=row["text"])],
        section=SectionKind(row.get("section", "other")),
        context=row.get("context", ""),
        context_quotes=[Quote(page=1, line=line, text=row["context"])] if row.get("context") else [],
        organisation=row.get("organisation"),
        title=row.get("title"),
        start=_month(row.get("start")),
        end=_month(row.get("end")),
        current=row.get("current", False),
    )


def _month(text: str | None) -> YearMonth | None:
    if text is None:
        return None
    year, _, month = text.partition("-")
    return YearMonth(int(year), int(month) if month else None)


def planted(letter: Letter) -> Iterator[Case]:
    """Plant lies by rule: every number changed, an employer swapped, a technology of the job slipped in."""
    organisations = sorted({item.organisation for item in letter.job.evidence if item.organisation})
    for case in [case for case in letter.cases if case.kind == "true"]:
        for match in re.finditer(r"(?<![\w.,])\d+(?![\w]|[.,]\d)", case.text):
            changed = f"{case.text[: match.start()]}{int(match.group()) + 3}{case.text[match.end() :]}"
            yield Case(case.letter, "planted number", case.cites, changed)
        for name in organisations:
            if name in case.text:
                for other in [*(other for other in organisations if other != name)][:1]:
                    yield Case(case.letter, "planted employer", case.cites, case.text.replace(name, other))
                yield Case(
                    case.letter, "planted employer", case.cites, case.text.replace(name, letter.job.company or "Globex")
                )
        if case.text.startswith(("I ", "At ", "My ")):
            tool = _technology_of(letter)
            if tool:
                yield Case(case.letter, "planted technology", case.cites, re.sub(r"\.$", f" with {tool}.", case.text))


def _technology_of(letter: Letter) -> str | None:
    resume = " ".join(f"{item.text} {item.context}" for item in letter.job.evidence)
    for match in letter.job.matches:
        for name in re.findall(
            r"\b[A-Z][A-Za-z]*[A-Z0-9][\w.]*\b|\b(?:Kubernetes|Anaplan|Cerner|Terraform|Tableau|Salesforce)\b",
            match.requirement.text,
        ):
            if name not in resume:
                return name
    return None


def is_blocked(case: Case, letter: Letter) -> tuple[bool, str]:
    """Return whether the gate refuses the sentence, and its reason."""
    sentences = review(case.raw, letter.job, None).sentences
    for sentence in sentences:
        if sentence.state is SentenceState.REMOVED:
            return True, "; ".join(f"{finding.code}: {finding.explanation}" for finding in sentence.findings)
    return False, ""


def main() -> int:
    """Print the table and the misses; the exit code says whether the figures hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=CASES)
    parser.add_argument("--only")
    arguments = parser.parse_args()
    totals: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    misses: list[str] = []
    began = time.perf_counter()
    number = 0
    for letter in load(arguments.folder):
        if arguments.only and arguments.only not in letter.name:
            continue
        for case in letter.cases:
            number += 1
            blocked, reason = is_blocked(case, letter)
            totals[case.kind][0] += 1
            totals[case.kind][1] += blocked
            if blocked == (case.kind == "true"):
                misses.append(f"{letter.name:20} {case.kind:18} {case.raw}   {reason}")
    seconds = time.perf_counter() - began
    for kind, (count, blocked) in sorted(totals.items()):
        print(f"{kind:20} {count:5} blocked {blocked:5} {100 * blocked / count:6.1f} %")
    lies = [(count, blocked) for kind, (count, blocked) in totals.items() if kind != "true"]
    hand = [
        (count, blocked)
        for kind, (count, blocked) in totals.items()
        if kind != "true" and not kind.startswith("planted")
    ]
    for name, rows in (("all lies", lies), ("written lies", hand)):
        print(
            f"{name}: {sum(b for _, b in rows)} of {sum(c for c, _ in rows)} = {100 * sum(b for _, b in rows) / sum(c for c, _ in rows):.1f} %"
        )
    print(f"{number} cases in {seconds:.1f} s, {1000 * seconds / number:.1f} ms a sentence")
    print("\n".join(misses))
    return 0


if __name__ == "__main__":
    sys.exit(main())
