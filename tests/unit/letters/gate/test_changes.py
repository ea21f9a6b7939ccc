"""Which two numbers are the ends of a change, and which of a range."""

import pytest

from resumate.letters.gate.changes import changes, side_of, spans
from resumate.letters.gate.quantities import quantities_of


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("cut from 9 to 5 days", [(9, 5)]),
        ("480 ms → 190 ms", [(480, 190)]),
        ("teams of 10 to 15 people", []),
        ("12 nurses and 3 doctors", []),
    ],
)
def test_a_change_has_two_ends(text, ends):
    assert changes(text, quantities_of(text)) == ends


@pytest.mark.parametrize("text", ["10 to 16 people", "10-16 people", "between 10 and 16 people"])
def test_a_range_is_no_change(text):
    quantities = quantities_of(text)
    assert spans(text, quantities) == {(10, 16)}
    assert changes(text, quantities) == []


def test_a_grade_beside_two_shares_is_no_end_of_their_change():
    text = "Pupils with grade 7 or above rose from 22% to 34%"
    quantities = quantities_of(text)
    assert [side_of(text, quantities, one) for one in quantities] == ["", "start", "end"]
