"""How often something happens: "every three months" is quarterly, "weekly" is not.

Frequencies of a sentence are compared with those of its evidence as times a year (`gate.frequencies`). `gate.numbers`
and `gate.durations` leave the numbers inside them to this check.
"""

import re
from collections.abc import Iterator
from typing import Final

from resumate.letters.gate.claim import Claim, Clause
from resumate.letters.gate.frequencies import Frequency
from resumate.letters.gate.number_rates import counts_by_the_year
from resumate.letters.model import Finding

_TOLERANCE: Final = 0.1
# "Every thirty days" is monthly, "403 times a year" is not 400.
_TOLERANCE_OF_NUMBERS: Final = 0.03
# "My daily work": said of any routine.
_ROUTINE: Final = re.compile(
    r"(?:daily|everyday)\s+(?:bread|work|life|tools?|routine|business|basis|tasks?|practice|job)", re.IGNORECASE
)


def check_frequency(claim: Claim) -> Iterator[Finding]:
    """Yield a finding for each frequency that differs from all the cited lines give."""
    for clause in claim.told:
        given = [frequency for source in clause.sources for frequency in source.frequencies]
        for frequency in clause.frequencies:
            routine = _ROUTINE.match(clause.text[frequency.start :])
            if given and not routine and not _among(frequency, given) and not _is_a_sum(clause, frequency):
                yield Finding(
                    "contradiction", f"The cited lines say “{given[0].text}”, not “{frequency.text}”.", frequency.text
                )


def _is_a_sum(clause: Clause, frequency: Frequency) -> bool:
    """Accept "$2,400 a year" for "$200 a month"."""
    return frequency.times == 1 and counts_by_the_year(clause)


def is_a_proven_frequency(clause: Clause, start: int) -> bool:
    """Tell whether a number is part of a frequency that the sources give in whatever words."""
    given = [frequency for source in clause.sources for frequency in source.frequencies]
    return any(
        frequency.start <= start < frequency.end and _among(frequency, given, _TOLERANCE_OF_NUMBERS)
        for frequency in clause.frequencies
    )


def _among(frequency: Frequency, given: list[Frequency], tolerance: float = _TOLERANCE) -> bool:
    return any(
        abs(mine - times) <= tolerance * times
        for other in given
        for times in (other.times, other.times_counted)
        for mine in (frequency.times, frequency.times_counted)
    )
