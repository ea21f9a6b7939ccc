"""A circle may not widen, and nobody adds praise."""

import pytest

from resumate.letters.gate.scope import check_scope
from tests.unit.letters.gate.judging import codes


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        ("Ran regional bread courses", "I ran regional bread courses.", "I ran global bread courses."),
        ("Baked rye bread", "I baked rye bread.", "I baked award-winning rye bread."),
        (
            "Moved 11 of 14 recipes to the new oven",
            "I moved 11 of the 14 recipes to the new oven.",
            "I moved all 14 recipes to the new oven.",
        ),
        (
            "Trained bakers in the morning shift",
            "I trained bakers in the morning shift.",
            "I trained every baker of the company.",
        ),
    ],
)
def test_scope_of_a_true_sentence_pass_and_those_of_a_lie_do_not(line, true, lie):
    assert codes(check_scope, true, line) == set()
    assert codes(check_scope, lie, line) != set()
