"""What stands on the page, in which words, and under which name the file is saved."""

from datetime import date
from urllib.parse import unquote

import pytest

from resumate import limits
from resumate.documents.model import Contact
from resumate.exports.file_name import content_disposition, file_name
from resumate.exports.model import ExportFormat
from resumate.exports.phrases import PHRASES, date_words

from .conftest import CONTACT, PARAGRAPHS, TEXT


def test_the_page_has_the_sender_the_day_the_job_and_the_letter(page):
    assert page.sender == CONTACT.name
    assert page.details == ["Tromsø, Norway", CONTACT.email, CONTACT.phone, *CONTACT.links]
    assert (page.date, page.recipient, page.subject) == ("21 November 2026", "Straße & Søn", "Application: Head baker")
    assert page.body == ["Dear Hiring Team,", *PARAGRAPHS, "Thank you for reading."]
    assert (page.closing, page.signature) == ("Kind regards,", CONTACT.name)


@pytest.mark.parametrize(
    ("end", "closing", "signature"),
    [
        ("Kind regards,\nMira Falk", "Kind regards,", "Mira Falk"),
        ("Kind regards,\n\nMira Falk", "Kind regards,", "Mira Falk"),
        ("Mit freundlichen Grüßen\nMira Falk", "Mit freundlichen Grüßen", "Mira Falk"),
        ("Kind regards,", "Kind regards,", None),
        ("I remain\nyour baker", None, None),
    ],
)
def test_closing_and_name_are_recognised_and_nothing_is_added_or_lost(make_page, end, closing, signature):
    page = make_page(f"Dear all,\n\nI bake.\n\n{end}")
    assert (page.closing, page.signature) == (closing, signature)
    shown = " ".join(filter(None, [*page.body, page.closing, page.signature]))
    assert shown.split() == f"Dear all, I bake. {end}".split()


def test_without_contact_details_who_signs_is_the_sender(make_page):
    page = make_page(contact=Contact())
    assert (page.sender, page.details) == (CONTACT.name, [])


def test_what_the_job_does_not_say_is_not_on_the_page(make_page):
    page = make_page(job_title=None, company=None)
    assert (page.recipient, page.subject) == (None, None)
    assert page.title == f"Cover letter - {CONTACT.name}"


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "1 March 2026"),
        ("de", "1. März 2026"),
        ("fr", "1er mars 2026"),
        ("es", "1 de marzo de 2026"),
        ("ja", "2026-03-01"),
    ],
)
def test_the_day_is_written_as_the_language_writes_it(language, written):
    assert date_words(date(2026, 3, 1), language) == written


@pytest.mark.parametrize("language", PHRASES)
def test_every_language_names_twelve_months(language):
    assert len({date_words(date(2026, month, 2), language) for month in range(1, 13)}) == 12


def test_the_name_of_the_file_says_what_where_and_who(page):
    assert file_name(page.title, ExportFormat.PDF) == f"Cover letter - Straße & Søn - {CONTACT.name}.pdf"


@pytest.mark.parametrize(
    "title",
    [
        "../../etc/passwd",
        "a/b\\c:d*e?f<g>h|i",
        'quo"te; filename=x',
        "line\r\nSet-Cookie: a=b",
        "\u202egpj.exe",
        "x" * 4000,
        "...",
        "",
        "CON",
        "100% %2e%2e%2f",
        "求人 株式会社",
    ],
)
def test_no_title_makes_a_name_that_a_file_system_or_a_header_misreads(title):
    name = file_name(title, ExportFormat.DOCX)
    header = content_disposition(name)
    assert name.endswith(".docx")
    assert len(name) <= limits.FILE_NAME_CHARACTERS
    assert not set(name) & set('/\\:*?"<>|%\r\n\u202e')
    assert not name.startswith(".")
    assert name.split(".")[0].upper() != "CON"
    assert header.isascii()
    assert "\r" not in header
    assert "\n" not in header
    assert header.count('"') == 2
    assert unquote(header.split("filename*=UTF-8''")[1]) == name


def test_the_text_of_the_letter_is_not_touched(make_page):
    page = make_page("Dear all,\n\nI write C++ & <b>HTML</b>.\n\nYours sincerely,\nMira")
    assert page.body[1] == "I write C++ & <b>HTML</b>."
    assert TEXT.count("\n\n") == len(PARAGRAPHS) + 2
