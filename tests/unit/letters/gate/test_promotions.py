"""The part a person had may not grow."""

import pytest

from resumate.letters.gate.promotions import check_promotions
from tests.unit.letters.gate.judging import codes


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        ("Helped the manager plan the shifts", "I helped the manager to plan the shifts.", "I planned the shifts."),
        (
            "Member of the team that built the new bakery",
            "I was in the team that built the new bakery.",
            "I led the team that built the new bakery.",
        ),
        (
            "Rewrote the recipes with two colleagues",
            "With two colleagues I rewrote the recipes.",
            "I rewrote the recipes single-handedly.",
        ),
    ],
)
def test_promotions_of_a_true_sentence_pass_and_those_of_a_lie_do_not(line, true, lie):
    assert codes(check_promotions, true, line) == set()
    assert codes(check_promotions, lie, line) != set()


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "Took part in the choice of a new oven with the buyers",
            "I was involved in choosing a new oven, working with the buyers.",
            "I chose a new oven, with the buyers supporting me.",
        ),
        (
            "Help to run the weekly market",
            "I give a hand with running the weekly market.",
            "I run the weekly market.",
        ),
        (
            "Manage four bakers who supply 520 people",
            "I manage four bakers, and together we supply 520 people.",
            "I supply 520 people single-handedly.",
        ),
        (
            "Member of the group on hygiene led by Ms Roth",
            "I sit in the group on hygiene, which Ms Roth leads.",
            "I lead the group on hygiene.",
        ),
        (
            "Supported the agency-led rebrand by collecting opinions",
            "During the rebrand, which an agency led, I collected opinions.",
            "I led the rebrand and collected opinions.",
        ),
        (
            "Part of a team of six on a bakery for 400 guests; responsible for the ovens",
            "On a bakery for 400 guests I was responsible for the ovens.",
            "I designed a bakery for 400 guests.",
        ),
        (
            "Audit of the cellar together with an inspector; losses down",
            "I did not do that audit on my own; an inspector worked on it with me.",
            "I did that audit on my own.",
        ),
    ],
)
def test_the_part_somebody_had_may_be_told_in_any_honest_form(line, true, lie):
    assert codes(check_promotions, true, line) == set()
    assert codes(check_promotions, lie, line) != set()


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        ("Moved 430 help articles to Markdown", "I moved 430 help articles to Markdown.", None),
        (
            "Help the manager prepare for inspections",
            "I support our manager in preparing for inspections.",
            "I prepare for the inspections.",
        ),
        (
            "Guideline for deliveries, together with the shift manager",
            "Together with the shift manager I wrote the guideline for deliveries and kept it up to date.",
            "I wrote the guideline for deliveries.",
        ),
        (
            "I organised four trips to the mill with 40 students each",
            "I organised four trips to the mill, taking forty students each time.",
            None,
        ),
    ],
)
def test_help_as_a_noun_help_in_other_words_and_company_named_elsewhere_are_no_promotion(line, true, lie):
    assert codes(check_promotions, true, line) == set()
    assert lie is None or codes(check_promotions, lie, line) == {"promotion"}


def test_who_says_the_helping_word_of_the_line_takes_nothing():
    """Given "supported children", "I supported grieving children" is the same part; teaching them is not."""
    line = "Supported children with grief under supervision of the counsellor"
    assert codes(check_promotions, "I supported grieving children.", line) == set()
    assert codes(check_promotions, "I counselled children in their grief.", line) == {"promotion"}
