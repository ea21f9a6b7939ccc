"""A sentence may not say the opposite of its evidence."""

import pytest

from resumate.letters.gate.opposites import check_opposites
from tests.unit.letters.gate.judging import codes


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "Reduced the waste of the bakery",
            "I reduced the waste of the bakery.",
            "I increased the waste of the bakery.",
        ),
        ("Taught in a primary school", "I taught in a primary school.", "I taught in a secondary school."),
        ("Flour costs –12%", "Flour costs fell by 12%.", "Flour costs increased by 12%."),
    ],
)
def test_opposites_of_a_true_sentence_pass_and_those_of_a_lie_do_not(line, true, lie):
    assert codes(check_opposites, true, line) == set()
    assert codes(check_opposites, lie, line) != set()


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "Automated the order list: 3 days -> 4 hours",
            "I cut the order list from three days to four hours.",
            "I increased the time for the order list.",
        ),
        (
            "Automated the order list",
            "I enjoy taking manual work out of the order list.",
            "I keep the order list manually.",
        ),
        (
            "Alone in the bakery from 11 pm to 7 am, night shifts",
            "I was alone in the bakery from eleven at night until seven in the morning.",
            "I was alone in the bakery on day shifts.",
        ),
        (
            "Left the board before joining the town council",
            "I left the board before I joined the town council.",
            "I left the board after I had joined the town council.",
        ),
        (
            "Support the junior bakers",
            "With a senior colleague I support the junior bakers.",
            "I support the senior bakers.",
        ),
    ],
)
def test_words_exclude_each_other_only_in_the_same_place_of_a_statement(line, true, lie):
    assert codes(check_opposites, true, line) == set()
    assert codes(check_opposites, lie, line) != set()


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "Opened two weeks ahead of schedule",
            "I opened the shop two weeks ahead of schedule.",
            "I opened the shop two weeks behind schedule.",
        ),
        (
            "Kept 92% of the regulars through the move",
            "I kept 92% of the regulars when we moved.",
            "I lost 92% of the regulars when we moved.",
        ),
        (
            "Found an error that overstated the margin",
            "I found an error by which the margin had been overstated.",
            "I found an error by which the margin had been understated.",
        ),
        ("Saved 40 minutes a batch", "I saved 40 minutes a batch.", "I lengthened each batch by 40 minutes."),
    ],
)
def test_ahead_is_not_behind_kept_is_not_lost(line, true, lie):
    assert codes(check_opposites, true, line) == set()
    assert codes(check_opposites, lie, line) == {"contradiction"}
