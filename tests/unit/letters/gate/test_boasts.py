"""Praise that nobody may add on their own."""

import pytest

from resumate.letters.gate.scope import check_scope
from tests.unit.letters.gate.judging import codes


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "Studied baking in Graz",
            "I studied baking in Graz, and the craft has never let me go.",
            "I studied baking in Graz and have never failed.",
        ),
        (
            "No accident with the ovens in 2023",
            "I never had an accident with the ovens in 2023.",
            "I never had a guest complain in 2023.",
        ),
        (
            "Polish (conversational)",
            "My Polish isn't perfect, but good enough for a talk.",
            "My Polish is perfect.",
        ),
        (
            "Rolls for 30 hotels",
            "Baking was never my main work, but I made rolls for 30 hotels.",
            "I have never missed a delivery to 30 hotels.",
        ),
    ],
)
def test_feelings_and_modesty_are_no_boast(line, true, lie):
    assert codes(check_scope, true, line) == set()
    assert codes(check_scope, lie, line) != set()
