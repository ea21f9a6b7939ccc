"""What the gate said of every labelled sentence and letter, and the page that publishes it.

`measure` runs the gate, `Report` counts, `page` writes ``docs/truthfulness.md``: only figures that are the same on every
machine, so a test can hold the committed page against them. Used by ``benchmarks/truth.py``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from benchmarks.truth_data import LETTER_SENTENCES, TRUE, Case, Person, PlantedLetter, letters_of
from resumate.letters.model import SentenceState
from resumate.letters.review import review

# Measured once each, on the first run: a set that has been read is no longer unseen, so nothing here can be run again.
_UNSEEN = """## On sentences nobody here had seen

Thirteen sets were written by people who had never seen the checks, and each was measured once before anything was changed for it:

| Set | The gate it met | Lies caught | True sentences blocked |
|---|---|---:|---:|
| 14 people | before it was mended for this set | 434 of 514 (84.4 %) | 138 of 350 (39.4 %) |
| 14 people, sentences made tricky on purpose | after part of the first set's errors were mended | 463 of 550 (84.2 %) | 101 of 338 (29.9 %) |
| 12 people, ordinary sentences of letters | the same as for the second set | 226 of 240 (94.2 %) | 29 of 240 (12.1 %) |
| 20 people, ordinary sentences, half drafted as a model would | mended for the first three | 378 of 400 (94.5 %) | 84 of 400 (21.0 %) |
| 20 people, true sentences only | while it was mended for the set before | | 185 of 720 (25.7 %) |
| 10 people, lies only, as subtle as they can be | the same | 309 of 360 (85.8 %) | |
| 20 people, ordinary sentences | mended for all of the above | 378 of 400 (94.5 %) | 41 of 400 (10.3 %) |
| 10 people, drafts lightly edited | mended for all of the above | 192 of 200 (96.0 %) | 13 of 200 (6.5 %) |
| 10 people, the same | mended for all of the above | 191 of 200 (95.5 %) | 12 of 200 (6.0 %) |
| 10 people, the same | mended for all of the above | 197 of 200 (98.5 %) | 12 of 200 (6.0 %) |

On the seventh row the gate from before rows four to six would have caught 374 lies (93.5 %) and blocked 68 true sentences (17.0 %).
Of the aim, 95 % of the lies caught and at most 5 % of the true sentences blocked, the first half holds on
ordinary sentences that nobody has seen, and the second is missed by a little; on sentences that are tricky on purpose neither was
measured again. A true sentence that is blocked is sent back and written closer to the resume's words; a lie that passes is for the
reader to find beside its lines. All but the first two sets have joined the tables of this page, and all but the last have been used for
mending since."""


class Verdict(NamedTuple):
    """The gate's word on one sentence: whether it refused it, and why."""

    case: Case
    blocked: bool
    reason: str


class LetterVerdict(NamedTuple):
    """What was left of one letter: whether its lie went, and how many of its true sentences went with it."""

    letter: PlantedLetter
    caught: bool
    lost: int


class Tally(NamedTuple):
    """How many of a number of things, and which share that is."""

    part: int
    whole: int

    @property
    def share(self) -> float:
        """The share, 0 to 1; of nothing it is 1."""
        return self.part / self.whole if self.whole else 1.0

    def __str__(self) -> str:
        """Return both numbers and the share."""
        return f"{self.part:,} of {self.whole:,} ({100 * self.share:.1f} %)"


@dataclass
class Report:
    """All verdicts, and the counts that are published."""

    people: Sequence[Person]
    verdicts: list[Verdict] = field(default_factory=list)
    letters: list[LetterVerdict] = field(default_factory=list)

    def lies(self, *, planted: bool) -> Tally:
        """How many of the lies that were written, or planted by rule, were caught."""
        return self._tally(v for v in self.verdicts if v.case.kind != TRUE and v.case.planted is planted)

    def true(self) -> Tally:
        """How many true sentences were blocked."""
        return self._tally(v for v in self.verdicts if v.case.kind == TRUE)

    def kinds(self, *, planted: bool) -> dict[str, Tally]:
        """How many lies of each kind were caught."""
        chosen = [v for v in self.verdicts if v.case.kind != TRUE and v.case.planted is planted]
        return {
            kind: self._tally(v for v in chosen if v.case.kind == kind)
            for kind in sorted({v.case.kind for v in chosen})
        }

    def letters_with_a_lie(self) -> Tally:
        """How many letters with one lie came out without it."""
        lied = [verdict for verdict in self.letters if verdict.letter.lie]
        return Tally(sum(verdict.caught for verdict in lied), len(lied))

    def true_letters(self) -> Tally:
        """How many letters that were all true came out whole."""
        true = [verdict for verdict in self.letters if not verdict.letter.lie]
        return Tally(sum(verdict.lost == 0 for verdict in true), len(true))

    def sentences_of_letters(self) -> Tally:
        """How many true sentences were lost in all letters."""
        return Tally(sum(v.lost for v in self.letters), sum(len(v.letter.true) for v in self.letters))

    def misses(self) -> list[Verdict]:
        """Lies that passed, and true sentences that were blocked."""
        return [v for v in self.verdicts if v.blocked == (v.case.kind == TRUE)]

    @staticmethod
    def _tally(verdicts: Iterator[Verdict]) -> Tally:
        blocked = [verdict.blocked for verdict in verdicts]
        return Tally(sum(blocked), len(blocked))


def measure(people: Sequence[Person]) -> Report:
    """Run the gate over every sentence and every letter of these people."""
    report = Report(people)
    for person in people:
        report.verdicts += [judge(case, person) for case in person.cases]
        report.letters += [judge_letter(letter) for letter in letters_of(person)]
    return report


def judge(case: Case, person: Person) -> Verdict:
    """Return the gate's word on one sentence; where it is cut into several, one refusal refuses it."""
    for sentence in review(case.raw, person.job).sentences:
        if sentence.state is SentenceState.REMOVED:
            return Verdict(
                case, blocked=True, reason="; ".join(f"{one.code}: {one.explanation}" for one in sentence.findings)
            )
    return Verdict(case, blocked=False, reason="")


def judge_letter(letter: PlantedLetter) -> LetterVerdict:
    """Return what the gate left of a letter."""
    judged = review(letter.text, letter.person.job).sentences
    removed = [sentence.text for sentence in judged if sentence.state is SentenceState.REMOVED]
    lost = sum(any(text in case.text for text in removed) for case in letter.true)
    lie = letter.lie
    return LetterVerdict(letter, lie is not None and any(text in lie.text for text in removed), lost)


def page(report: Report) -> str:
    """Return the page ``docs/truthfulness.md``."""
    written, planted, true = report.lies(planted=False), report.lies(planted=True), report.true()
    return f"""# How often the gate is wrong

The gate decides without a model whether a sentence of a letter is proven by the lines it cites. This page says how often it
errs on {len(report.verdicts):,} sentences about {len(report.people)} people who do not exist, of many professions (`tests/truth`): true ones, many of them
honest paraphrase, and lies of each kind. Closeness of meaning by vectors is left out: it may only reject. `make bench-truth`
prints these tables, `make bench-truth ARGS=--write` writes this page, and a test fails when the two differ.

| | |
|---|---:|
| lies written by hand, caught | {written} |
| lies planted by rule, caught | {planted} |
| true sentences, blocked | {true} |
| letters of {LETTER_SENTENCES} true sentences and one lie that came out without the lie | {report.letters_with_a_lie()} |
| letters of {LETTER_SENTENCES} true sentences that came out whole | {report.true_letters()} |
| true sentences lost in all these letters | {report.sentences_of_letters()} |

Part of the sentences were written by people who had seen the checks, and nearly all of them have been used to mend the checks: expect
worse figures on sentences nobody here has seen. A true sentence that is blocked is not lost: the model is told why and writes it
again, closer to the resume's words.

{_UNSEEN}

## Lies written by hand

{_table(report.kinds(planted=False))}

## Lies planted by rule

A number changed, an employer swapped, a technology that only the job names slipped in, in every true sentence that has room for it.

{_table(report.kinds(planted=True))}

## Every miss

Lies that passed, and true sentences that were blocked (with the reason).

```
{misses(report)}
```
"""


def misses(report: Report) -> str:
    """Return one line for each miss."""
    lines = []
    for verdict in report.misses():
        kind = f"{verdict.case.kind} (planted)" if verdict.case.planted else verdict.case.kind
        lines.append(f"{verdict.case.person}  {kind}: {verdict.case.raw}  {verdict.reason}".rstrip())
    return "\n".join(lines)


def _table(kinds: dict[str, Tally]) -> str:
    rows = [f"| {kind} | {tally.whole} | {tally.part} | {100 * tally.share:.1f} % |" for kind, tally in kinds.items()]
    return "\n".join(["| Kind | Lies | Caught | Share |", "|---|---:|---:|---:|", *rows])
