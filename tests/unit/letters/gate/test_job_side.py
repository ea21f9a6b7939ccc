"""What a person says to lack, or what would come, is told from what they have."""

import pytest

from resumate.letters.gate.job_side import is_lacked, is_slipped_in, is_to_come, is_who_would_be_served


@pytest.mark.parametrize(
    ("text", "lacked"),
    [
        ("I have not used Terraform yet", True),
        ("Terraform would be new to me", True),
        ("Terraform I have never used", True),
        ("I am keen to learn Terraform", True),
        ("I have no experience of Terraform", True),
        ("I have used Terraform for years", False),
        ("I am no stranger to Terraform", False),
        ("I not only run Terraform", False),
    ],
)
def test_what_somebody_has_not_is_no_claim_to_it(text, lacked):
    assert is_lacked(text, text.index("Terraform")) is lacked


@pytest.mark.parametrize(
    ("text", "to_come"),
    [
        ("my team of three would become one of six", True),
        ("I feel ready for the next six", True),
        ("I would bring six", False),
        ("I would say that I led six", False),
        ("I lead six", False),
    ],
)
def test_what_would_come_is_not_what_is(text, to_come):
    assert is_to_come(text, text.index("six")) is to_come


def test_the_company_is_served_in_what_would_come_and_an_employer_in_what_was():
    def serves(text):
        return is_who_would_be_served(text, text.index("Harbour"))

    assert serves("I am ready to value parks for Harbour")
    assert serves("the journey that Harbour is beginning")
    assert not serves("I valued parks for Harbour")
    assert not serves("At Harbour I value parks")


def test_a_tool_at_the_end_of_a_clause_needs_something_done_with_it():
    hung = "guiding your team would be a natural step with Terraform"
    used = "I would be glad to work with Terraform"
    assert is_slipped_in(hung, hung.index("Terraform"), len(hung))
    assert not is_slipped_in(used, used.index("Terraform"), len(used))
