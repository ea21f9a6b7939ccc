"""A thing may not be swapped for its neighbour."""

import pytest

from resumate.letters.gate.substitution import check_substitution
from tests.unit.letters.gate.judging import codes


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "Nursed patients on a renal ward",
            "I nursed patients on a renal ward.",
            "I nursed patients on a cardiac ward.",
        ),
        ("Advised on employment disputes", "I advised on employment disputes.", "I advised on patent disputes."),
    ],
)
def test_the_word_before_a_noun_must_be_the_one_of_the_lines(line, true, lie):
    assert codes(check_substitution, true, line) == set()
    assert codes(check_substitution, lie, line) == {"contradiction"}
