"""What the evidence denies a sentence may not affirm, and the other way round."""

import pytest

from resumate.letters.gate.negation import check_negation
from tests.unit.letters.gate.judging import codes


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "Trained apprentices, without night shifts",
            "I trained apprentices without night shifts.",
            "I trained apprentices in night shifts.",
        ),
        (
            "Trained new colleagues in rye baking",
            "I trained new colleagues in rye baking.",
            "I never trained new colleagues in rye baking.",
        ),
    ],
)
def test_negation_of_a_true_sentence_pass_and_those_of_a_lie_do_not(line, true, lie):
    assert codes(check_negation, true, line) == set()
    assert codes(check_negation, lie, line) != set()


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "Trained new drivers and cover for the dispatcher",
            "The office isn't new to me, and neither is training new drivers.",
            "I have not trained new drivers.",
        ),
        (
            "Licence class A; no hazmat endorsement",
            "I hold a class A licence (hazmat I don't have).",
            "I hold a class A licence with hazmat.",
        ),
        (
            "Never missed a shift in 2020",
            "I missed no shifts in 2020.",
            "I missed a shift in 2020.",
        ),
        (
            "Rebuilt the form and wrote its tests",
            "I didn't just rebuild the form, I also wrote its tests.",
            "I didn't rebuild the form.",
        ),
        (
            "Renovated 30 rooms without cancelling a booking",
            "I renovated 30 rooms, and every booking was kept.",
            "I cancelled bookings to renovate 30 rooms.",
        ),
        (
            "No deviation in the tests of 2023",
            "There was no deviation in my tests of 2023.",
            "There was a deviation in my tests of 2023.",
        ),
        (
            "Rating 5 at all inspections",
            "None of our inspections ended with less than a 5.",
            "We had no inspections.",
        ),
    ],
)
def test_a_denial_reaches_no_further_than_its_words(line, true, lie):
    assert codes(check_negation, true, line) == set()
    assert codes(check_negation, lie, line) != set()


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "Full driving licence, no points",
            "I hold a full driving licence.",
            "My full driving licence has points on it.",
        ),
        (
            "Trial of night deliveries, eight weeks; not continued because of the noise",
            "The trial of night deliveries was not continued.",
            "The trial of night deliveries was continued after the eight weeks.",
        ),
    ],
)
def test_what_stands_right_behind_a_denial_is_denied_however_plain_the_word(line, true, lie):
    assert codes(check_negation, true, line) == set()
    assert codes(check_negation, lie, line) != set()
