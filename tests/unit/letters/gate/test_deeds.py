"""What the person is said to have done must be a deed of the cited lines."""

import pytest

from resumate.letters.gate.deeds import check_deeds
from tests.unit.letters.gate.judging import codes


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "Took minutes in talks with the union",
            "I took minutes in talks with the union.",
            "I negotiated with the union.",
        ),
        ("Wrote the recipes for rye bread", "I wrote the recipes for rye bread.", "I invented rye bread."),
    ],
)
def test_deeds_of_a_true_sentence_pass_and_those_of_a_lie_do_not(line, true, lie):
    assert codes(check_deeds, true, line) == set()
    assert codes(check_deeds, lie, line) != set()


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "Automated the order list: 3 days -> 4 hours",
            "I cut the order list to four hours.",
            "I negotiated the order list.",
        ),
        (
            "47 new customers since joining",
            "I have won 47 new customers.",
            "I have won two prizes.",
        ),
        (
            "Contributed recipes to a book by Ms Roth",
            "Led by Ms Roth, we contributed recipes to a book.",
            "I published recipes in a book.",
        ),
    ],
)
def test_what_the_lines_tell_without_the_verb_is_a_deed_as_well(line, true, lie):
    assert codes(check_deeds, true, line) == set()
    assert codes(check_deeds, lie, line) != set()


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "Order sheet in Excel, used by 12 shops",
            "I built an order sheet in Excel that 12 shops use.",
            "I negotiated an order sheet with 12 shops.",
        ),
        (
            "Courses in sourdough for 40 hobby bakers",
            "I taught courses in sourdough to 40 hobby bakers.",
            "I won 40 hobby bakers.",
        ),
    ],
)
def test_a_line_that_names_a_thing_lets_its_owner_have_made_it(line, true, lie):
    """Given a line without a verb, making, teaching or holding it is no further deed; winning or bargaining is."""
    assert codes(check_deeds, true, line) == set()
    assert codes(check_deeds, lie, line) != set()


def test_a_line_that_begins_with_a_deed_proves_no_other():
    """Given letters that were counted, nobody wrote them."""
    assert codes(check_deeds, "I wrote letters to 12 shops.", "Counted letters to 12 shops") == {"deed"}
