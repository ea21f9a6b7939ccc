"""Most of what a sentence says must stand in the cited lines, in any words."""

import pytest

from resumate.letters.gate.meaning import check_meaning
from tests.unit.letters.gate.judging import codes


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "Trained nine colleagues in baking rye bread",
            "I taught nine colleagues to bake rye bread.",
            "I trained horses and riders for the circus.",
        ),
        (
            "Cut flour costs through weekly orders",
            "By ordering weekly I lowered the costs of flour.",
            "By ordering weekly I delighted our investors in Norway.",
        ),
    ],
)
def test_meaning_of_a_true_sentence_pass_and_those_of_a_lie_do_not(line, true, lie):
    assert codes(check_meaning, true, line) == set()
    assert codes(check_meaning, lie, line) != set()
