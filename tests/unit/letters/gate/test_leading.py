"""Who led: the person, or somebody else whom the same words name."""

import pytest

from resumate.letters.gate.promotions import check_promotions
from tests.unit.letters.gate.judging import codes


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "Recipes under the supervision of a master baker",
            "I wrote recipes with a master baker supervising me.",
            "I wrote recipes, supervising a master baker.",
        ),
        (
            "Assisted the lead baker with the stall",
            "When the lead baker built the stall, I assisted.",
            "I led the stall.",
        ),
        (
            "Assisted in the sale of a family-owned mill",
            "I assisted in the sale of a family-owned mill.",
            "I led the sale of a family-owned mill.",
        ),
        (
            "Stand in for the shift leader during holidays",
            "I have led the shift as a stand-in for its leader.",
            "I lead the shift.",
        ),
        (
            "Rolls for 30 hotels",
            "I bake rolls for 30 hotels, and leading a team would be my next step.",
            "I bake rolls for 30 hotels and lead a team.",
        ),
    ],
)
def test_words_of_leading_count_for_whoever_they_are_said_of(line, true, lie):
    assert codes(check_promotions, true, line) == set()
    assert codes(check_promotions, lie, line) != set()


def test_what_a_line_says_others_led_is_not_led_by_whoever_has_a_leading_title():
    """Given a project led by the council, a deputy head did not lead it."""
    line = "Spoke for the bakery in the town's project, which was led by the council"
    assert codes(check_promotions, "I led the town's project.", line, title="Deputy Head Baker") == {"promotion"}


def test_a_lead_whom_a_line_names_beside_the_person_leads_in_their_place():
    """Given work together with the product lead, the team that is named was not the person's to lead."""
    line = "Guideline and checks for a team of 5 bakers, together with the product lead"
    assert codes(check_promotions, "I led a team of five bakers.", line) == {"promotion"}
