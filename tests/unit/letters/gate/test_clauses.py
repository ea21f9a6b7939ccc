"""A sentence is cut where a new action begins."""

import pytest

from resumate.letters.gate.clauses import split_clauses


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "I led a team of five, built the checkout and helped with the move",
            ["I led a team of five", "built the checkout", "and helped with the move"],
        ),
        ("Baked rye bread daily; sold cakes weekly", ["Baked rye bread daily", "sold cakes weekly"]),
        ("The head chef and I planned the menus", ["The head chef and I planned the menus"]),
    ],
)
def test_each_action_is_a_clause(text, clauses):
    assert split_clauses(text) == clauses
