"""A number that is part of a name counts nothing."""

import pytest

from resumate.letters.gate.number_labels import is_label, is_named_alike
from resumate.letters.gate.numbers import check_numbers
from resumate.letters.gate.quantities import quantities_of
from tests.unit.letters.gate.judging import codes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Key Stage 3 units", True),
        ("we use Windows 11", True),
        ("audits to ISO 9001", True),
        ("at level 2", True),
        ("I led 12 engineers", False),
        ("a team of 9", False),
    ],
)
def test_a_name_is_told_from_a_count(text, expected):
    (quantity,) = quantities_of(text)
    assert is_label(text, quantity) is expected


def test_only_a_name_of_a_thing_may_be_the_other_text_s_and_no_step_of_a_row():
    for text, expected in (("with Microsoft 365", True), ("with Microsoft 364", False), ("at Level 365", False)):
        (quantity,) = quantities_of(text)
        assert is_named_alike(text, quantity, "microsoft 365 and level 365") is expected


def test_the_number_of_a_name_is_no_rival_of_a_count():
    line = "I have coordinated the Key Stage 3 science curriculum and rewrote 14 of its 18 units"
    assert codes(check_numbers, "I have rewritten fourteen of the 18 Key Stage 3 units.", line) == set()
    assert codes(check_numbers, "I have rewritten 16 of the 18 Key Stage 3 units.", line) == {"number"}
