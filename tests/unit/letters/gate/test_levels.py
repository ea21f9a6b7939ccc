"""How well the person knows a thing may not rise."""

import pytest

from resumate.documents.model import SectionKind
from resumate.letters.gate.levels import check_levels
from tests.unit.letters.gate.judging import codes


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        ("Polish (basic), German (fluent)", "I speak basic Polish.", "I speak fluent Polish."),
        ("Excel, familiar with SAP", "I am familiar with SAP.", "I am an expert in SAP."),
    ],
)
def test_levels_of_a_true_sentence_pass_and_those_of_a_lie_do_not(line, true, lie):
    assert codes(check_levels, true, line, section=SectionKind.SKILLS) == set()
    assert codes(check_levels, lie, line, section=SectionKind.SKILLS) != set()


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "English (native), Polish (conversational)",
            "I speak conversational Polish besides my native English.",
            "I speak native Polish.",
        ),
        (
            "English and French, both at native level",
            "I speak English and French like a native.",
            "I am fluent in German like a native.",
        ),
    ],
)
def test_a_level_is_of_the_language_beside_it(line, true, lie):
    assert codes(check_levels, true, line) == set()
    assert codes(check_levels, lie, line) != set()


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "German native, English B2",
            "German is my native language and my English is at B2.",
            "English is my native language and my German is at B2.",
        ),
        (
            "German (native), English (C1), Swedish (B1)",
            "I speak English at C1 level as well as some Swedish (B1).",
            "I speak Swedish at C1 level as well as some English (B1).",
        ),
    ],
)
def test_each_language_of_a_sentence_keeps_its_own_level(line, true, lie):
    assert codes(check_levels, true, line) == set()
    assert codes(check_levels, lie, line) == {"level"}


def test_a_native_language_named_first_keeps_its_level():
    """Given "besides my native English I speak Spanish at B2", each language has its own."""
    line = "English (native), Spanish (B2)"
    assert codes(check_levels, "Besides my native English I speak Spanish at B2 level.", line) == set()
    assert codes(check_levels, "Besides my native Spanish I speak English at B2 level.", line) == {"level"}
