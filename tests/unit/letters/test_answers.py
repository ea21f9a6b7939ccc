"""Contact details in what the user typed: masked for everybody else, given back to the user."""

import pytest

from resumate.documents.masking import restore
from resumate.documents.model import Contact
from resumate.letters.answers import clean_answers, mask_typed, with_typed_details

ADA = Contact(
    name="Ada Example", email="ada@letters.example", phone="+49 170 1234567", links=["https://ada.example.com"]
)
DETAILS = ["0170 9876543", "ada.private@mail.example", "ada@letters.example", "Ada Example", "github.com/ada-private"]
ANSWERS = [
    "Call me on 0170 9876543 or write to ada.private@mail.example, not to ada@letters.example.",
    "I am Ada Example; my work is at github.com/ada-private. Since 2019 I have led 12 people in 3 teams.",
]


@pytest.mark.parametrize(
    "contact", [ADA, Contact(name="Ada Example"), Contact(name="Ada Example", phone="+1 202 555 0100")]
)
def test_every_detail_is_masked_and_comes_back(contact):
    known = with_typed_details(contact, ANSWERS)
    masked = [mask_typed(answer, known) for answer in ANSWERS]
    assert not [detail for detail in DETAILS if any(detail in text for text in masked)]
    assert [restore(text, known) for text in masked] == ANSWERS


def test_what_is_no_detail_stays():
    known = with_typed_details(ADA, ANSWERS)
    assert "Since 2019 I have led 12 people in 3 teams." in mask_typed(ANSWERS[1], known)


def test_the_resume_s_own_details_keep_their_places():
    known = with_typed_details(ADA, ANSWERS)
    assert (known.name, known.email, known.phone, known.links[0]) == (ADA.name, ADA.email, ADA.phone, ADA.links[0])
    assert with_typed_details(ADA, ["I hold a driving licence.", "Write to ada@letters.example"]) == ADA


def test_the_same_detail_typed_twice_is_one():
    once = with_typed_details(ADA, ANSWERS[:1])
    assert with_typed_details(ADA, [ANSWERS[0], ANSWERS[0].upper()]) == once


def test_what_an_edit_repeats_is_masked_alike_so_that_the_fact_proves_it():
    known = with_typed_details(ADA, ANSWERS)
    assert mask_typed("Reach me at Ada.Private@mail.example!", known) == "Reach me at ⟦link2⟧!"
    assert "⟦link2⟧" in mask_typed(ANSWERS[0], known)


def test_a_typed_placeholder_gives_nobody_a_detail():
    assert clean_answers(["My number is ⟦phone⟧"]) == ["My number is phone"]
