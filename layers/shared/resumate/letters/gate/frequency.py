"""How often something happens: "every three months" is quarterly, "weekly" is not.

Frequencies of a sentence are compared with those of its evidence as times a year (`gate.frequencies`). `gate.numbers`
and `gate.durations` leave the numbers inside them to this check.
"""

import re
from collections.abc import Iterator
from typing import Final

from resumate.letters.gate.claim import Claim, Clause
from resumate.letters.gate.frequencies import Frequency
from resumate.letters.model import Finding

_TOLERANCE: Final = 0.1
# "My daily work": said of any routine.
_ROUTINE: Final = re.compile(
    r"(?:daily|everyday)\s+(?:work|life|tools?|routine|business|basis|tasks?|practice|job)", re.IGNORECASE
)


def check_frequency(claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each frequency that differs from all the cited lines give."""
    for clause in claim.told:
        given = [frequency for source in clause.sources for frequency in source.frequencies]
        for frequency in clause.frequencies:
            routine = _ROUTINE.match(clause.text[frequency.start :])
            if given and not routine and not _among(frequency, given):
                yield Finding(
                    "contradiction", f"The cited lines say “{given[0].text}”, not “{frequency.text}”.", frequency.text
                )


def is_a_proven_frequency(clause: Clause, start: int) -> bool:
    """Tell whether a number is part of a frequency that the sources give in whatever words."""
    given = [frequency for source in clause.sources for frequency in source.frequencies]
    return any(
        frequency.start <= start < frequency.end and _among(frequency, given) for frequency in clause.frequencies
    )


def _among(frequency: Frequency, given: list[Frequency]) -> bool:
    return any(
        abs(frequency.times - times) <= _TOLERANCE * times
        for other in given
        for times in (other.times, other.times_counted)
    )
