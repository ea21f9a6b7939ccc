"""Contact details are replaced before text leaves for an embedding, a prompt or a log."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumate.documents.masking import mask, mask_lines, restore
from resumate.documents.model import Contact
from resumate.documents.read import read_document
from tests.documents.pdf_layouts import LAYOUTS, label_rail
from tests.documents.people import EVERYBODY, TEACHER

MAYA = Contact(
    name="Maya Lindqvist",
    email="maya@example.org",
    phone="+46 18 471 00 19",
    links=["https://github.com/mayal", "linkedin.com/in/mayal"],
    place="Uppsala, Sweden",
)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Maya Lindqvist", "⟦name⟧"),
        ("MAYA LINDQVIST wrote", "⟦name⟧ wrote"),
        ("Lindqvist, Maya", "⟦name⟧"),
        ("M. Lindqvist and J. Doe", "⟦name⟧ and J. Doe"),
        ("Lindqvist, M., Doe, J.", "⟦name⟧, Doe, J."),
        ("write to Maya@Example.org now", "write to ⟦email⟧ now"),
        ("orla.quinn@college.example", "⟦email2⟧"),
        ("call +46 18 471 00 19", "call ⟦phone⟧"),
        ("call (503) 555-0148", "call ⟦phone2⟧"),
        ("see https://github.com/mayal.", "see ⟦link⟧."),
        ("linkedin.com/in/mayal", "⟦link2⟧"),
        ("https://elsewhere.example/x", "⟦link3⟧"),
        ("lives in Uppsala, Sweden", "lives in ⟦place⟧"),
        ("2019 - 2021, 10,000 users, Node.js, Booking.com", "2019 - 2021, 10,000 users, Node.js, Booking.com"),
        ("Mayan art", "Mayan art"),
    ],
)
def test_masking(text, masked):
    assert mask(text, MAYA) == masked


@pytest.mark.parametrize(
    ("name", "text", "masked"),
    [
        ("Jane Smithson", "Jane is a nurse", "⟦name2⟧ is a nurse"),
        ("Jane Smithson", "where Smithson led the ward", "where ⟦name3⟧ led the ward"),
        ("Jane Smithson", "thanks to Jane's rota", "thanks to ⟦name2⟧'s rota"),
        ("Jane Smithson", "JANE led, jane did not", "⟦name4⟧ led, jane did not"),
        ("Jane Smithson", "Smithson Prize, Janesville", "⟦name3⟧ Prize, Janesville"),
        ("Jane Smithson", "GitHub: janesmithson", "GitHub: ⟦name⟧"),
        ("Jane Q. Smithson", "Jane Smithson", "⟦name⟧"),
        ("Rosa María de la Cruz", "Maria de la Cruz won", "⟦name3⟧ de la ⟦name4⟧ won"),
        ("Daniel Okonkwo-Byrne", "Byrne and Okonkwo-Byrne", "⟦name5⟧ and ⟦name3⟧"),
        ("Sean O'Brien", "O’Brien and O'BRIEN", "⟦name3⟧ and ⟦name5⟧"),
        ("Etta", "Etta is a chef", "⟦name⟧ is a chef"),
        ("王小明", "我是王小明,小明负责", "我是⟦name⟧,⟦name2⟧负责"),
        ("Jan von der Au", "der Au of the Jan", "der ⟦name3⟧ of the ⟦name2⟧"),
    ],
)
def test_a_part_of_the_name_alone_is_masked(name, text, masked):
    """Given a first name or a surname alone in prose, it is masked as a whole word, in the case a name is written in."""
    assert mask(text, Contact(name=name)) == masked


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Will Young", "Will lead teams. I will. Young people, WILL, YOUNG"),
        ("Grace King", "a grace period, Grace Hospital, Burger King, King's College London"),
        ("May Rose", "May 2019, in May, Rose to manager, ROSE"),
        ("Mark Baker", "Mark up in HTML, Head Baker at Cedar, Baker, 2019 - 2021"),
        ("Ruby Page", "Ruby and Rails, Page 1 of 2"),
        ("Bill Price", "Bill of materials, Price lists"),
        ("Grace", "a grace period, Grace Hospital"),
    ],
)
def test_an_ordinary_word_that_is_also_a_name_stays(name, text):
    assert mask(text, Contact(name=name)) == text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Will led two teams", "⟦name2⟧ led two teams"),
        ("Kept the books. Will has won prizes", "Kept the books. ⟦name2⟧ has won prizes"),
        ("Young, a baker of bread", "⟦name3⟧, a baker of bread"),
        ("Dr. Young ran it for Mr Young", "Dr. ⟦name3⟧ ran it for Mr ⟦name3⟧"),
        ("• Will's work was copied", "• ⟦name2⟧'s work was copied"),
        ("with Will Young", "with ⟦name⟧"),
    ],
)
def test_an_ordinary_word_is_the_person_where_the_sentence_says_so(text, masked):
    assert mask(text, Contact(name="Will Young")) == masked


@pytest.mark.parametrize(
    "text",
    [
        "Smithson & Daughters",
        "Smithson Consulting",
        "Smithson Wild Motors Ltd",
        "Ember & Smithson",
        "Ember-Smithson",
        "Smithson University",
    ],
)
def test_a_company_that_bears_the_name_stays_readable(text):
    """Given an employer called like the person, its name is left as it is: the gate compares it with the job's."""
    assert mask(f"Nurse at {text}, 2019", Contact(name="Jane Smithson")) == f"Nurse at {text}, 2019"


@pytest.mark.parametrize("text", ["Jane is", "SMITHSON led", "Smithson Prize", "ask Jane or Smithson"])
def test_parts_of_the_name_come_back_as_they_were_written(text):
    contact = Contact(name="Jane Smithson")
    assert restore(mask(text, contact), contact) == text


def test_restoring_brings_the_owners_details_back():
    text = "Kind regards,\n⟦name⟧, ⟦email⟧, ⟦phone⟧, ⟦link⟧ and ⟦link2⟧, ⟦place⟧"
    expected = (
        f"Kind regards,\n{MAYA.name}, {MAYA.email}, {MAYA.phone}, {MAYA.links[0]} and {MAYA.links[1]}, {MAYA.place}"
    )
    assert restore(text, MAYA) == expected


def test_other_peoples_details_do_not_come_back():
    assert restore("call ⟦phone2⟧ or ⟦email2⟧ or ⟦link9⟧", MAYA) == "call  or  or "
    assert restore("⟦name⟧", Contact()) == ""


def test_a_document_cannot_write_a_placeholder():
    """Given the brackets of our placeholders in a file, they do not survive reading."""
    document = read_document("Maya Lindqvist\nSkills\nI am ⟦name⟧ and ⟦email⟧".encode(), "resume.txt")
    assert "⟦" not in "".join(line.text for line in document.lines)


def test_a_name_on_two_lines_is_masked():
    masked = mask_lines(["MAYA", "LINDQVIST", "Data Engineer", "Maya"], MAYA, own={0, 1, 2})
    assert masked == ["⟦name⟧", "⟦name⟧", "Data Engineer", "⟦name2⟧"]


def test_an_address_broken_at_a_line_end_is_masked():
    masked = mask_lines(["mail: maya@exam", "ple.org or call"], MAYA, own={0, 1})
    assert "maya" not in masked[0]
    assert "ple.org" not in masked[1]


@pytest.mark.parametrize("person", EVERYBODY, ids=lambda person: person.name)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_no_detail_is_left_in_what_others_get(layout, person):
    """Given any layout, name, e-mail and phone stand neither in a masked line nor in a chunk."""
    document = read_document(layout(person).data, "resume.pdf")
    seen = [line.masked for line in document.lines]
    seen += [c.embedded_text for c in document.chunks] + [c.heading for c in document.chunks]
    for secret in (person.name, person.name.upper(), person.email, person.phone):
        assert not any(secret in text for text in seen)


def test_a_referees_address_is_masked_too():
    document = read_document(label_rail(TEACHER).data, "resume.pdf")
    assert not any(TEACHER.referee[1] in chunk.embedded_text for chunk in document.chunks)


@given(st.text(max_size=200))
def test_masking_twice_changes_nothing(text):
    once = mask(text, MAYA)
    assert mask(once, MAYA) == once
