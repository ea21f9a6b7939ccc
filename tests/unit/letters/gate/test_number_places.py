"""A number stays with its thing and on its side; another way of naming the thing is no other thing."""

import pytest

from resumate.letters.gate.numbers import check_numbers
from tests.unit.letters.gate.judging import codes


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        ("Led 12 engineers in 3 teams", "I led 12 engineers and three teams.", "I led 12 teams."),
        ("Data of 64 patients from 7 clinics", "I had data of 64 patients and seven clinics.", "I had data of 64 clinics."),
        ("Ran 3 stores with 45 employees", "I ran three stores with 45 employees.", "I ran 45 stores."),
        ("Detailed 5 tunnels of 300 to 900 m", "The longest of my tunnels is 900 metres.", "I detailed 900 tunnels."),
        ("Typing 80 wpm; 12 years in offices", "I type 80 words a minute.", "I type 12 words a minute."),
        ("Looked after 60 gardens and won 14 new ones", "Fourteen gardens came in through my work.", "I won 60 new gardens."),
        ("Trained the 2024 apprentice class of nine", "I trained nine apprentices.", "I trained twelve apprentices."),
        ("Ward with about 900 births a year", "Some 900 babies are born on my ward.", "Some 700 babies are born on my ward."),
        (
            "Primary midwife at 240 births, 38 of them water births",
            "I was the primary midwife at 38 of them.",
            "I was the primary midwife at 83 of them.",
        ),
    ],
)  # fmt: skip
def test_a_number_stays_with_its_thing(line, true, lie):
    assert codes(check_numbers, true, line) == set()
    assert codes(check_numbers, lie, line) == {"number"}
