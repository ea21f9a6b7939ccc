"""The person's own details, and nobody else's."""

import pytest

from resumate.documents.read import read_document


def contact_of(text: str):
    return read_document(text.encode(), "resume.txt").contact


BODY = "\n\nEXPERIENCE\n\nNorthwind Analytics    2019 - 2021\nData Engineer\n- Wrote pipelines\n"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Maya Lindqvist\nmaya@example.org", "Maya Lindqvist"),
        ("Last updated in May 2024\nMaya Lindqvist\nmaya@example.org", "Maya Lindqvist"),
        ("Page 1 of 2\nMaya Lindqvist", "Maya Lindqvist"),
        ("12 March 2024\nMaya Lindqvist", "Maya Lindqvist"),
        ("MAYA LINDQVIST\nSenior Data Engineer", "Maya Lindqvist"),
        ("M A Y A   L I N D Q V I S T\nSenior Data Engineer", None),
        ("Maya Lindqvist, PhD\nmaya@example.org", "Maya Lindqvist"),
        ("Curriculum Vitae\nMaya Lindqvist", "Maya Lindqvist"),
        ("Maya Lindqvist | Uppsala | maya@example.org", "Maya Lindqvist"),
        ("Maya Lindqvist June 12, 1982\nmaya@example.org", "Maya Lindqvist"),
        ("LINDQVIST, Maya\nmaya@example.org", "Maya Lindqvist"),
        ("Lindqvist, Maya, PhD\nUppsala, Sweden", "Maya Lindqvist"),
        ("Seattle, Washington\nMaya Lindqvist\nmaya@example.org", "Maya Lindqvist"),
        ("ROSA MARÍA DE LA CRUZ\nNurse", "Rosa María de la Cruz"),
        ("SEAN O'BRIEN-McKAY\nTeacher", "Sean O'Brien-Mckay"),
        ("Etta\netta@example.com", "Etta"),
        ("张伟\n软件工程师", "张伟"),
        ("Senior Data Engineer\nmaya@example.org", None),
        ("Curriculum Vitae\n2024", None),
        ("a few words without a name", None),
        ("Potato", None),
        ("Your Name Here\nTel No: 00000 000000\nEmail: your-email@example.com", None),
    ],
)
def test_the_name_is_found_or_null(head, name):
    """Given what people put at the top, the name is the person's, and null where there is none; never a date or a title."""
    assert contact_of(head + BODY).name == name


def test_the_referees_address_is_not_the_persons():
    text = f"Maya Lindqvist{BODY}\nREFERENCES\n\nProf. Orla Quinn\norla.quinn@college.example\n+353 1 555 0100\n"
    contact = contact_of(text)
    assert contact.email is None
    assert contact.phone is None


def test_an_address_at_the_foot_is_found():
    """Given a person who puts contact details at the end, they are theirs."""
    contact = contact_of(f"Maya Lindqvist{BODY}\nCONTACT\n\nmaya@example.org\n+46 18 471 00 19\nwww.example.org/maya\n")
    assert (contact.email, contact.phone, contact.links) == (
        "maya@example.org",
        "+46 18 471 00 19",
        ["www.example.org/maya"],
    )


@pytest.mark.parametrize(
    "number",
    ["+46 18 471 00 19", "(503) 555-0148", "503-555-0148", "+44 20 7946 0958", "0541 999 99 99", "(+82) 10-9030-1843"],
)
def test_telephone_numbers(number):
    assert contact_of(f"Maya Lindqvist\n{number}{BODY}").phone == number


@pytest.mark.parametrize("figures", ["2019 - 2021", "10,000 users", "94588", "ISBN 12", "2018 2019 2020"])
def test_other_figures_are_no_telephone_numbers(figures):
    assert contact_of(f"Maya Lindqvist\n{figures}{BODY}").phone is None


def test_postal_code_and_telephone_are_kept_apart():
    contact = contact_of(f"Maya Lindqvist\nPleasantville, CA 94588   (555) 123-4567   maya@example.org{BODY}")
    assert (contact.phone, contact.place) == ("(555) 123-4567", "Pleasantville, CA 94588")


@pytest.mark.parametrize(
    "place",
    [
        "Seattle, WA",
        "Uppsala, Sweden",
        "McLean, VA",
        "12 DeKalb Ave, Brooklyn, NY 11201",
        "17 Prime Avenue, Apt 37, Springfield, Pennsylvania 10111, USA",
    ],
)
def test_places(place):
    assert contact_of(f"Maya Lindqvist\n{place}\nmaya@example.org{BODY}").place == place


@pytest.mark.parametrize(
    "text", ["Maya Lindqvist, June 12, 1982", "H2O.ai, GraphLab, SKLearn", "University of Leeds, City, State"]
)
def test_what_only_looks_like_a_place_is_none(text):
    assert contact_of(f"Maya Lindqvist\n{text}\nmaya@example.org{BODY}").place is None


def test_links_are_addresses_not_technologies():
    text = f"Maya Lindqvist\nlinkedin.com/in/maya | https://maya.example.org | Node.js | ASP.NET{BODY}"
    assert contact_of(text).links == ["linkedin.com/in/maya", "https://maya.example.org"]


@pytest.mark.parametrize("number", ["+1-555-212-1994", "+44 20 1984 2001"])
def test_a_number_that_ends_like_a_year_is_a_telephones(number):
    assert contact_of(f"Maya Lindqvist\n{number}\nmaya@example.org{BODY}").phone == number


@pytest.mark.parametrize("address", ["peter@müller.example.com", "maya@exämple.org"])
def test_an_address_at_a_host_with_accents_is_one(address):
    text = f"Maya Lindqvist\n{address} | Uppsala{BODY}"
    assert contact_of(text).email == address
    assert address not in read_document(text.encode(), "resume.txt").lines[1].masked
