"""The files themselves, read again by other programs than the ones that wrote them."""

import io
import zipfile

import pypdfium2
import pytest
from docx import Document
from pypdf import PdfReader

from resumate.documents.read import read_document
from resumate.errors import Code, RequestError
from resumate.exports.model import ExportFormat
from resumate.exports.render import CONTENT_TYPES, RENDERERS, render

from .conftest import CONTACT, PARAGRAPHS, TEXT

A4_POINTS = (595, 842)


def pdf_text(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())


def docx_texts(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs]


def in_order(text: str, parts: list[str]) -> bool:
    place = 0
    for part in parts:
        found = text.find(part, place)
        if found < 0:
            return False
        place = found + len(part)
    return True


WHOLE = [
    CONTACT.name,
    CONTACT.email,
    "21 November 2026",
    "Straße & Søn",
    "Application: Head baker",
    "Dear Hiring Team,",
    *PARAGRAPHS,
    "Thank you for reading.",
    "Kind regards,",
    CONTACT.name,
]


def test_every_format_has_its_renderer_and_its_type():
    assert set(RENDERERS) == set(CONTENT_TYPES) == set(ExportFormat)


@pytest.mark.parametrize("kind", ExportFormat)
def test_the_same_page_gives_the_same_bytes(page, kind):
    assert render(page, kind) == render(page, kind)


@pytest.mark.parametrize("kind", ExportFormat)
def test_our_own_reader_finds_the_person_and_the_paragraphs_in_order(page, kind):
    document = read_document(render(page, kind), f"letter.{kind.value}")
    text = " ".join(" ".join(line.text for line in document.lines).split())
    assert in_order(text, ["Mira Falk-Ødegård", "Dear Hiring Team,", *PARAGRAPHS, "Kind regards,"])
    assert document.contact.name == CONTACT.name
    assert document.contact.email == CONTACT.email
    assert document.report.pages == 1


def test_a_pdf_of_three_hundred_words_is_one_page_of_a4_with_all_of_the_text(page):
    content = render(page, ExportFormat.PDF)
    reader = PdfReader(io.BytesIO(content))
    assert 240 <= len(TEXT.split()) <= 320
    assert len(reader.pages) == 1
    assert tuple(round(float(side)) for side in reader.pages[0].mediabox[2:]) == A4_POINTS
    assert in_order(pdf_text(content), WHOLE)


def test_the_typefaces_of_a_pdf_are_embedded_and_cut_to_what_is_used(page):
    content = render(page, ExportFormat.PDF)
    fonts = PdfReader(io.BytesIO(content)).pages[0]["/Resources"]["/Font"]
    assert fonts
    for font in fonts.values():
        described = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        assert described["/FontFile2"].get_object().get_data()
        assert "Roboto" in described["/FontName"]
    assert len(content) < 60_000


def test_something_is_printed_on_the_page_within_its_margins(page):
    bitmap = pypdfium2.PdfDocument(render(page, ExportFormat.PDF))[0].render(scale=1).to_numpy()
    inked = (bitmap < 128).any(axis=2)
    rows, columns = inked.any(axis=1).nonzero()[0], inked.any(axis=0).nonzero()[0]
    assert 60 < rows[0] < 90
    assert rows[-1] < A4_POINTS[1] - 70
    assert columns[0] >= 70
    assert columns[-1] <= A4_POINTS[0] - 68


def test_a_long_letter_goes_on_over_pages_and_keeps_closing_and_name_together(make_page):
    for count in range(10, 16):
        text = "\n\n".join(["Dear all,", *PARAGRAPHS[:1] * count, "Kind regards,\nMira Falk"])
        reader = PdfReader(io.BytesIO(render(make_page(text), ExportFormat.PDF)))
        last = reader.pages[-1].extract_text().split()
        assert ("regards," in last) == (last[-1] == "Falk") is True


@pytest.mark.parametrize(
    "words",
    [
        "Äöüß éèñ çøåæ łńśż čřďť őű șț ğıİ",
        "Αγαπητή ομάδα",
        "Уважаемая команда, ґїєіљњ",
        "ếờạảữ",
        "– — ‘’ “” „ … • € £ × ≥ ²",
    ],
    ids=["latin", "greek", "cyrillic", "vietnamese", "signs"],
)
def test_a_pdf_has_the_letters_of_europe(make_page, words):
    assert " ".join(words.split()) in pdf_text(render(make_page(f"Dear all,\n\n{words}"), ExportFormat.PDF))


@pytest.mark.parametrize("words", ["応募します", "申请这个职位", "지원합니다", "שלום", "مرحبا", "I bake 🍞"])
def test_what_the_typeface_lacks_is_refused_with_the_characters_and_the_way_out(make_page, words):
    page = make_page(f"Dear all,\n\n{words}")
    with pytest.raises(RequestError) as refused:
        render(page, ExportFormat.PDF)
    assert refused.value.code is Code.EXPORT_CHARACTERS
    assert words.split()[-1][0] in refused.value.message
    assert "DOCX" in refused.value.message
    assert any(words in text for text in docx_texts(render(page, ExportFormat.DOCX)))


def test_invisible_hyphens_are_no_reason_to_refuse(make_page):
    assert "zusammenarbeiten" in pdf_text(render(make_page("Dear all,\n\nzusammen\u00adarbeiten"), ExportFormat.PDF))


def test_an_address_is_never_broken_nor_its_hyphen_changed(page):
    lines = PdfReader(io.BytesIO(render(page, ExportFormat.PDF))).pages[0].extract_text().split("\n")
    assert any("github.com/mira-falk" in line for line in lines)
    assert not any(line.rstrip().endswith("·") for line in lines)


def test_a_document_has_every_part_in_a_style_of_its_own(page):
    content = render(page, ExportFormat.DOCX)
    styles = [paragraph.style.name for paragraph in Document(io.BytesIO(content)).paragraphs]
    assert docx_texts(content)[5:-1] == ["Dear Hiring Team,", *PARAGRAPHS, "Thank you for reading."]
    assert docx_texts(content)[-1] == f"Kind regards,\n{CONTACT.name}"
    assert styles[:5] == [f"Letter {part}" for part in ("Sender", "Details", "Date", "Recipient", "Subject")]
    assert set(styles[5:-1]) == {"Letter Text"}


def test_a_document_has_nothing_that_runs_or_comes_from_elsewhere(page):
    with zipfile.ZipFile(io.BytesIO(render(page, ExportFormat.DOCX))) as archive:
        assert not [name for name in archive.namelist() if "vba" in name.lower() or "embed" in name.lower()]
        relations = [archive.read(name) for name in archive.namelist() if name.endswith(".rels")]
    assert not any(b'TargetMode="External"' in relation for relation in relations)


@pytest.mark.parametrize("kind", ExportFormat)
def test_the_file_says_who_wrote_it_and_not_which_machine(page, kind):
    content = render(page, kind)
    if kind is ExportFormat.PDF:
        told = PdfReader(io.BytesIO(content)).metadata
        assert (told.title, told.author) == (page.title, CONTACT.name)
    else:
        told = Document(io.BytesIO(content)).core_properties
        assert (told.title, told.author, told.comments, told.last_modified_by) == (page.title, CONTACT.name, "", "")
