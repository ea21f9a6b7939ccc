"""A sentence may name the larger place in which a place of the lines lies, and never the other way round."""

import pytest

from resumate.letters.gate.names import check_names
from tests.unit.letters.gate.judging import codes


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "Drove loads in TX, NM and OK",
            "I drove loads in Texas, New Mexico and Oklahoma.",
            "I drove loads in Nevada.",
        ),
        ("Opened 9 shops in DACH", "I opened nine shops in Austria.", "I opened nine shops in Belgium."),
        ("Managed a shop, Lyon", "I managed a shop in France.", "I managed a shop in Spain."),
        ("Managed shops in France", "I managed shops in France.", "I managed shops in Lyon."),
        ("Mapped Scottish shop signs", "I mapped shop signs in Scotland.", "I mapped shop signs in Wales."),
        ("Ran the lab, Dayton, OH", "I ran the lab in Ohio.", "I ran the lab in Idaho."),
        ("Served guests in the UK", "I served guests in Britain.", "I served guests in Norway."),
    ],
)
def test_a_place_says_where_it_lies(line, true, lie):
    assert codes(check_names, true, line) == set()
    assert codes(check_names, lie, line) != set()


def test_letters_that_also_mean_something_else_are_a_place_only_behind_one():
    assert codes(check_names, "I studied in Massachusetts.", "MA History") != set()
    assert codes(check_names, "I worked in Massachusetts.", "Baker, Salem, MA") == set()
