"""What the gate costs: a long letter of each person, again and again, and the first letter of a new process.

Used by ``benchmarks/truth.py``. Time of the processor, because other work shares the machine; ``python -m benchmarks.truth_speed``
prints the seconds of a first letter, which builds the tables and patterns that later letters find ready.
"""

import subprocess
import sys
import time
from collections.abc import Sequence
from statistics import median

from benchmarks.truth_data import CASES, Person, PlantedLetter, load
from resumate.letters.review import review
from resumate.letters.sentences import paragraphs_of

# What a person does not feel; the gate runs after every draft.
LETTER_SECONDS = 0.05
# So many sentences that claim something are the most a letter of 350 words holds.
LONG_LETTER_SENTENCES = 14
_ROUNDS = 3


def print_speed(people: Sequence[Person]) -> None:
    """Print what the gate takes for a long letter of each person, beside cutting the same letter into sentences."""
    letters = [(person, text) for person in people if (text := long_letter(person))]
    if not letters:
        return
    times = [min(seconds_of_review(text, person) for _ in range(_ROUNDS)) for person, text in letters]
    words = median(len(text.split()) for _, text in letters)
    middle = median(times)
    print(
        f"a letter of {LONG_LETTER_SENTENCES} claims ({round(words)} words): {1000 * middle:.1f} ms, the slowest"
        f" {1000 * max(times):.1f} ms, {middle / LETTER_SECONDS:.2f} of the {1000 * LETTER_SECONDS:.0f} ms allowed;"
        f" cutting it into sentences alone: {1000 * median(_seconds_of_cutting(text) for _, text in letters):.1f} ms"
    )
    print(f"the first letter of a process: {1000 * min(_seconds_of_a_first_letter() for _ in range(_ROUNDS)):.1f} ms")


def long_letter(person: Person) -> str:
    """Return a letter with as many claims as one can hold, "" for a person of whom fewer are known."""
    claims = tuple(person.true[:LONG_LETTER_SENTENCES])
    return PlantedLetter(person, claims, None).text if len(claims) == LONG_LETTER_SENTENCES else ""


def seconds_of_review(text: str, person: Person) -> float:
    """Return the seconds of the processor that one review takes."""
    began = time.process_time()
    review(text, person.job)
    return time.process_time() - began


def _seconds_of_cutting(text: str) -> float:
    began = time.process_time()
    paragraphs_of(text)
    return time.process_time() - began


def _seconds_of_a_first_letter() -> float:
    done = subprocess.run([sys.executable, "-m", __name__], capture_output=True, text=True, check=True)
    return float(done.stdout)


if __name__ == "__main__":
    first = next(person for person in load(CASES) if long_letter(person))
    print(seconds_of_review(long_letter(first), first))
