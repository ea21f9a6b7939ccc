"""Nobody may say "all" where no line does."""

import pytest

from resumate.letters.gate.scope import check_scope
from tests.unit.letters.gate.judging import codes


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "Wrote the 12-page guide to the oven",
            "I wrote the guide to the oven, all twelve pages of it.",
            "I wrote the guide to all ovens of the firm.",
        ),
        (
            "Rating up from 8.1 to 8.7 (team effort)",
            "The rating rose to 8.7, though that was the work of the whole team.",
            "The rating rose to 8.7 with every guest.",
        ),
        (
            "5 of its 12 pages were mine",
            "Five of its twelve pages were mine.",
            "I wrote it, all twelve pages of it.",
        ),
        (
            "Top marks at all three inspections",
            "I had top marks at every inspection.",
            "I had the best marks of all time.",
        ),
    ],
)
def test_all_of_a_thing_may_be_counted_and_credit_may_be_shared(line, true, lie):
    assert codes(check_scope, true, line) == set()
    assert codes(check_scope, lie, line) != set()
