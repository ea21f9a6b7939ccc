"""A letter of somebody who does not exist, laid out."""

from collections.abc import Callable
from datetime import date

import pytest

from resumate.documents.model import Contact
from resumate.exports.lay_out import lay_out
from resumate.exports.model import LetterPage

CONTACT = Contact(
    name="Mira Falk-Ødegård",
    email="mira@letters.example",
    phone="+47 22 00 00 00",
    links=["https://mira.example", "github.com/mira-falk"],
    place="Tromsø, Norway",
)
PARAGRAPHS = [
    f"In my {number} year at Crumb & Co I baked four hundred sourdough loaves a night, planned the purchasing of "
    "flour and butter, and trained six apprentices in lamination, which is slow work that nobody thanks you for."
    for number in ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
]
TEXT = "\n\n".join(["Dear Hiring Team,", *PARAGRAPHS, "Thank you for reading.", "Kind regards,\nMira Falk-Ødegård"])


@pytest.fixture
def make_page() -> Callable[..., LetterPage]:
    """Lay out a letter; whatever is not said is Mira's, in English, on a day in November."""

    def make(text: str = TEXT, contact: Contact = CONTACT, **changes: object) -> LetterPage:
        said = {
            "language": "en",
            "job_title": "Head baker",
            "company": "Straße & Søn",
            "today": date(2026, 11, 21),
            **changes,
        }
        return lay_out(text, contact, **said)

    return make


@pytest.fixture
def page(make_page: Callable[..., LetterPage]) -> LetterPage:
    return make_page()
