"""The labelled sentences of ``tests/truth`` and the lies and letters that are made of them by rule.

Each file describes one fictional person (or a list of them): the job, the evidence, sentences that are true of it and
lies of each kind. Further lies are planted by rule into the true sentences (`planted`), and whole letters are made of true
sentences with one lie among them (`letters_of`). Read by ``benchmarks/truth.py``.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from resumate.documents.model import SectionKind, YearMonth
from resumate.letters.build_prompt import build_prompt
from resumate.letters.model import Evidence, LetterJob, Options, Origin, Quote
from resumate.matching.model import JobPosting, Match, Requirement, Status

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "truth"
TODAY = "2026-11-21"
TRUE = "true"
# A letter of the standard length holds about so many sentences that claim something.
LETTER_SENTENCES = 8
LETTERS_WITH_A_LIE = 6


@dataclass(frozen=True)
class Case:
    """One sentence with what it cites; `kind` is "true" or the kind of lie; `planted` tells a lie made by rule."""

    person: str
    kind: str
    cites: tuple[str, ...]
    text: str
    planted: bool = False

    @property
    def raw(self) -> str:
        """The sentence as a model would write it."""
        marks = "".join(f"[{identifier}]" for identifier in self.cites)
        return re.sub(r"([.!?]?)$", rf" {marks}\1", self.text, count=1) if marks else self.text


@dataclass
class Person:
    """One resume with its job and its sentences."""

    name: str
    job: LetterJob
    cases: list[Case] = field(default_factory=list)

    @property
    def true(self) -> list[Case]:
        """The true sentences."""
        return [case for case in self.cases if case.kind == TRUE]

    @property
    def lies(self) -> list[Case]:
        """All lies, written and planted."""
        return [case for case in self.cases if case.kind != TRUE]


@dataclass(frozen=True)
class PlantedLetter:
    """True sentences of one person in a letter's frame; `lie` stands among them, None in a letter that is all true."""

    person: Person
    true: tuple[Case, ...]
    lie: Case | None

    @property
    def text(self) -> str:
        """The letter as a model would write it; a lie stands in a paragraph of its own, so that it is judged alone."""
        half = (len(self.true) + 1) // 2
        blocks = [[case.raw for case in self.true[:half]], [case.raw for case in self.true[half:]]]
        if self.lie:
            blocks.insert(1, [self.lie.raw])
        body = "\n\n".join(" ".join(block) for block in blocks if block)
        return f"Dear Hiring Team,\n\n{body}\n\nThank you for your time.\n\nKind regards,\n⟦name⟧"


def load(folder: Path = CASES) -> list[Person]:
    """Return everybody in the folder, with the sentences of their files and those planted by rule."""
    people = []
    for path in sorted(folder.glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        for data in content if isinstance(content, list) else [content]:
            name = path.stem if isinstance(content, dict) else f"{path.stem}: {data['person']}"
            person = Person(name, _job(data))
            person.cases = [Case(name, TRUE, tuple(row[0].split()), row[1]) for row in data["true"]]
            person.cases += [Case(name, row[0], tuple(row[1].split()), row[2]) for row in data["lies"]]
            person.cases += list(planted(person))
            people.append(person)
    return people


def letters_of(person: Person) -> Iterator[PlantedLetter]:
    """Yield letters of the person's true sentences: one of each window alone, then one for each of a few kinds of lies."""
    true = person.true
    for start in range(0, len(true), LETTER_SENTENCES):
        yield PlantedLetter(person, tuple(true[start : start + LETTER_SENTENCES]), None)
    kinds: dict[str, Case] = {}
    for lie in person.lies:
        if not lie.planted:
            kinds.setdefault(lie.kind, lie)
    for number, lie in enumerate(list(kinds.values())[:LETTERS_WITH_A_LIE]):
        start = number * LETTER_SENTENCES % max(len(true), 1)
        yield PlantedLetter(person, tuple((true[start:] + true[:start])[:LETTER_SENTENCES]), lie)


def planted(person: Person) -> Iterator[Case]:
    """Plant lies by rule: every number changed, an employer swapped, a technology of the job slipped in."""
    organisations = sorted({item.organisation for item in person.job.evidence if item.organisation})
    tool = _technology_of(person)
    for case in person.true:
        for match in re.finditer(r"(?<![\w.,])\d+(?![\w]|[.,]\d)", case.text):
            changed = f"{case.text[: match.start()]}{int(match.group()) + 3}{case.text[match.end() :]}"
            yield Case(case.person, "number", case.cites, changed, planted=True)
        for name in organisations:
            if name in case.text:
                others = [other for other in organisations if other != name][:1]
                for other in [*others, person.job.company or "Globex"]:
                    yield Case(case.person, "employer", case.cites, case.text.replace(name, other), planted=True)
        # A sentence that cites nothing is a wish or a greeting: a tool in it is no claim.
        if tool and case.cites and case.text.startswith(("I ", "At ", "My ")):
            slipped = re.sub(r"\.$", f" with {tool}.", case.text)
            yield Case(case.person, "technology", case.cites, slipped, planted=True)


def _technology_of(person: Person) -> str | None:
    resume = " ".join(f"{item.text} {item.context}" for item in person.job.evidence)
    for match in person.job.matches:
        for name in re.findall(
            r"\b[A-Z][A-Za-z]*[A-Z0-9][\w.]*\b|\b(?:Kubernetes|Anaplan|Cerner|Terraform|Tableau|Salesforce)\b",
            match.requirement.text,
        ):
            if name not in resume:
                return str(name)
    return None


def _job(data: dict[str, Any]) -> LetterJob:
    posting = JobPosting(
        title=data["job"]["title"],
        company=data["job"]["company"],
        language=data.get("language", "en"),
        requirements=[Requirement(number, text) for number, text in enumerate(data["job"]["requirements"], 1)],
    )
    matches = [Match(requirement, Status.GAP, []) for requirement in posting.requirements]
    evidence = [_evidence(row, index) for index, row in enumerate(data["evidence"], 1)]
    today = date.fromisoformat(TODAY)
    return LetterJob(
        version=1, letter_id="letter", user_id="user", resume_id="resume", correlation_id="bench",
        messages=build_prompt(posting, data["job"]["description"], matches, evidence, Options(), today),
        evidence=evidence, matches=matches, options=Options(), language=posting.language,
        job_title=posting.title, company=posting.company, today=TODAY,
    )  # fmt: skip


def _evidence(row: dict[str, Any], line: int) -> Evidence:
    user = row.get("origin") == "user"
    context = row.get("context", "")
    return Evidence(
        id=row["id"],
        origin=Origin.USER if user else Origin.RESUME,
        text=row["text"],
        quotes=[Quote(page=0 if user else 1, line=0 if user else line, text=row["text"])],
        section=_section(row.get("section", "other")),
        context=context,
        context_quotes=[Quote(page=1, line=line, text=context)] if context else [],
        organisation=row.get("organisation"),
        title=row.get("title"),
        start=_month(row.get("start")),
        end=_month(row.get("end")),
        current=row.get("current", False),
    )


def _section(name: str) -> SectionKind:
    """Return the section of this name; one that the product does not know is read as it would be: as any other."""
    return SectionKind(name) if name in set(SectionKind) else SectionKind.OTHER


def _month(text: str | None) -> YearMonth | None:
    if text is None:
        return None
    year, _, month = text.partition("-")
    return YearMonth(int(year), int(month) if month else None)
