"""A number as it is meant: of what kind, with which possible values, and where it stands.

The type that the readers of numbers (`gate.quantities`) give to all checks that compare them.
"""

from typing import Final, NamedTuple

COUNT: Final = "count"
PERCENT: Final = "percent"
MONEY: Final = "money"
MULTIPLE: Final = "multiple"
MONTHS: Final = "months"
SECONDS: Final = "seconds"
VAGUE: Final = "vague"


class Quantity(NamedTuple):
    """A number as it is meant.

    `values` are its possible readings in base units, `numbers` the same without the unit, `during` marks "over" that may mean "in the course of", `text` the words,
    `start` and `end` where they stand.
    """

    kind: str
    values: tuple[float, ...]
    numbers: tuple[float, ...]
    hedge: str
    text: str
    start: int
    end: int
    during: bool = False
