"""Who did it, and to whom, must be what the cited lines say."""

import pytest

from resumate.letters.gate.roles import check_roles
from tests.unit.letters.gate.judging import codes


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        ("Covered for the head chef", "I covered for the head chef.", "The head chef covered for me."),
        ("Instructed new drivers", "I instructed new drivers.", "I was instructed with new drivers."),
        (
            "Drafted contracts under a partner",
            "Under a partner I drafted contracts.",
            "A partner drafted contracts under my supervision.",
        ),
    ],
)
def test_roles_of_a_true_sentence_pass_and_those_of_a_lie_do_not(line, true, lie):
    assert codes(check_roles, true, line) == set()
    assert codes(check_roles, lie, line) != set()


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "Started a baking club for 22 children",
            "The club I started has 22 children.",
            "The pupils started a baking club for 22 children.",
        ),
        (
            "Manage a bakery with 26 staff",
            "Twenty-six people work for me.",
            "The chef trained me in the bakery.",
        ),
        (
            "Wrote recipes, reviewed by a master baker",
            "A master baker reviewed my recipes.",
            "A master baker wrote my recipes.",
        ),
    ],
)
def test_who_works_for_whom_is_told_by_the_lines(line, true, lie):
    assert codes(check_roles, true, line) == set()
    assert codes(check_roles, lie, line) != set()
