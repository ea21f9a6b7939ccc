"""How often the gate is wrong: plants lies into true sentences of fictional resumes and counts what happens.

``make bench-truth`` (or ``python benchmarks/truth.py``) prints, per kind of lie, how many were caught and how many true
sentences were blocked, per claim and per letter, then every miss and what a letter costs. ``--folder`` reads other cases of
the form of ``tests/truth``, ``--only`` one file, ``--write`` writes ``docs/truthfulness.md``. Leaves with status 1 when
fewer than 95 % of the written lies are caught or more than 5 % of the true sentences blocked.
"""

import argparse
import sys
import time
from pathlib import Path

from benchmarks.truth_data import CASES, LETTER_SENTENCES, ROOT, load
from benchmarks.truth_report import Report, Tally, measure, misses, page
from benchmarks.truth_speed import print_speed

PAGE = ROOT / "docs" / "truthfulness.md"
CAUGHT_LEAST = 0.95
BLOCKED_MOST = 0.05


def main() -> int:
    """Print the tables; returns 1 when the figures do not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=CASES, help="cases of the same form, in any folder")
    parser.add_argument("--only", default="", help="a part of the name of a file or a person")
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    options = parser.parse_args()
    people = [person for person in load(options.folder) if options.only in person.name]
    began = time.perf_counter()
    report = measure(people)
    seconds = time.perf_counter() - began
    if options.write:
        PAGE.write_text(page(report), encoding="utf-8")
    _print(report, seconds)
    holds = report.lies(planted=False).share >= CAUGHT_LEAST and report.true().share <= BLOCKED_MOST
    return 0 if holds else 1


def _print(report: Report, seconds: float) -> None:
    _print_kinds("lies written by hand", report.lies(planted=False), report.kinds(planted=False))
    _print_kinds("lies planted by rule", report.lies(planted=True), report.kinds(planted=True))
    print(f"{'true sentences, blocked':34} {report.true()}")
    print(f"{'letters with a lie, lie gone':34} {report.letters_with_a_lie()}")
    print(f"{f'letters of {LETTER_SENTENCES} true sentences, whole':34} {report.true_letters()}")
    print(f"{'true sentences lost in letters':34} {report.sentences_of_letters()}")
    print(f"\n{misses(report)}\n")
    print(f"{len(report.verdicts):,} sentences and {len(report.letters):,} letters in {seconds:.1f} s")
    print_speed(report.people)


def _print_kinds(title: str, total: Tally, kinds: dict[str, Tally]) -> None:
    print(f"{title:34} {total}")
    for kind, tally in kinds.items():
        print(f"  {kind:32} {tally}")
    print()


if __name__ == "__main__":
    sys.exit(main())
