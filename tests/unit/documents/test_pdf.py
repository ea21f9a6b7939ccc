"""What PDFs do to text, beyond layout: fonts that lie, pages that turn, files that are damaged."""

import io

import pypdf
import pytest

from resumate.documents.pdf_fonts import glyph_text
from resumate.documents.read import read_document
from resumate.documents.second_opinion import DOUBTFUL, garbled
from resumate.errors import Code, DocumentError
from tests.documents.hostile import CASES, circular_pages, cut_short, one_page, pdf, shown, stream
from tests.documents.pdf_canvas import Sheet
from tests.documents.pdf_layouts import single_column, two_pages
from tests.documents.people import ENGINEER, NURSE

BODY = ("Maya Lindqvist", "Skills", "Python and SQL")


def texts(data: bytes) -> list[str]:
    return [line.text for line in read_document(data, "resume.pdf").lines]


def with_font(content: bytes, font: bytes, more: dict[int, bytes] | None = None) -> bytes:
    return one_page(content, font=font, more=more)


def test_ligatures_of_old_tex_fonts_are_letters():
    """Given a font that names its ligatures /f_f_i and has no map to Unicode, the words are whole."""
    font = (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
        b"/Encoding << /Type /Encoding /Differences [27 /f_f_i 28 /f_i 30 /f_l] >> >>"
    )
    content = b"BT /F1 12 Tf 72 700 Td (The o\x1bce of scienti\x1cc \x1eexibility) Tj ET"
    assert texts(with_font(content, font)) == ["The office of scientific flexibility"]


@pytest.mark.parametrize(
    ("name", "text"),
    [("/f_f_i", "ffi"), ("/uni0041", "A"), ("/eacute", "é"), ("/f_t", "ft"), ("/A.sc", "A"), ("/g123", "")],
)
def test_glyph_names(name, text):
    assert glyph_text(name) == text


def _mapped(pairs: dict[int, int]) -> dict[int, bytes]:
    rows = b"".join(b"<%02x> <%04x> " % pair for pair in pairs.items())
    cmap = b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange %d beginbfchar %s endbfchar endcmap" % (
        len(pairs),
        rows,
    )
    return {6: stream(cmap)}


def test_zeros_and_controls_in_a_font_map_vanish():
    """Given letters mapped to U+0000 and U+0001 between others, neither reaches any line."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    pairs = {code: code for code in range(0x20, 0x7F)} | {0x7E: 0x0000, 0x7C: 0x0001}
    data = with_font(b"BT /F1 12 Tf 72 700 Td (Maya~ Lind|qvist wrote tests) Tj ET", font, _mapped(pairs))
    (line,) = texts(data)
    assert line.replace(" ", "") == "MayaLindqvistwrotetests"


def test_kangxi_radicals_are_characters():
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    data = with_font(b"BT /F1 12 Tf 72 700 Td (ABC) Tj ET", font, _mapped({0x41: 0x2F2F, 0x42: 0x4F5C, 0x43: 0x2ED3}))
    assert texts(data) == ["工作长"]


def test_words_broken_at_a_soft_hyphen_are_whole():
    content = b"BT /F1 12 Tf 14 TL 72 700 Td (She wrote the docu\xad) Tj T* (mentation of the whole system) Tj ET"
    assert " ".join(texts(one_page(content))).startswith("She wrote the documentation")


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_reads_upright(turn):
    """Given a page with /Rotate, drawn so that it looks upright, the lines and their boxes are as on the straight page."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(single_column(NURSE).data))
    page = writer.pages[0]
    page.rotate(turn)
    page.transfer_rotation_to_content()
    page.rotate(360 - turn)
    held = io.BytesIO()
    writer.write(held)
    straight = read_document(single_column(NURSE).data, "resume.pdf")
    turned = read_document(held.getvalue(), "resume.pdf")
    assert [line.text for line in turned.lines] == [line.text for line in straight.lines]


def test_text_along_the_edge_is_read_after_the_page():
    sheet = Sheet()
    sheet.text(72, 80, "Maya Lindqvist", size=20)
    with sheet.pdf.rotation(90, 30, 400):
        sheet.text(30, 390, "Available from June")
    sheet.text(72, 120, "Wrote pipelines")
    assert texts(sheet.bytes()) == ["Maya Lindqvist", "Wrote pipelines", "Available from June"]


def test_bold_by_printing_twice_is_read_once():
    content = b"BT /F1 12 Tf 72 700 Td (Experience at sea) Tj ET BT /F1 12 Tf 72.4 700 Td (Experience at sea) Tj ET"
    assert texts(one_page(content)) == ["Experience at sea"]


def test_running_heads_and_page_numbers_do_not_cut_sentences():
    """Given "Page 1 of 2" between the halves of a sentence, the sentence is one chunk and the page number comes last."""
    document = read_document(two_pages(ENGINEER).data, "resume.pdf")
    assert any("up to date, and handed it over" in chunk.text for chunk in document.chunks)
    assert [line.text.split(" - ")[1] for line in document.lines[-2:]] == ["Page 1 of 2", "Page 2 of 2"]


def test_an_empty_password_is_no_password():
    assert "Maya Lindqvist" in texts(_locked(""))


def test_a_password_is_said_at_once():
    with pytest.raises(DocumentError) as caught:
        texts(_locked("secret"))
    assert caught.value.code is Code.ENCRYPTED


def _locked(password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(one_page(shown(*BODY))))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="AES-256")
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def test_a_broken_cross_reference_is_mended():
    data = one_page(shown(*BODY))
    assert texts(data.replace(b"startxref", b"startxxxx"))[0] == "Maya Lindqvist"


def test_a_scan_says_that_it_looks_scanned():
    """Given a picture with a stamp of few words, the user hears of scanning instead of getting an empty resume."""
    picture = stream(
        b"\x80", b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"
    )
    content = b"q 595 0 0 842 0 0 cm /Im0 Do Q " + shown("Scanned by an app")
    with pytest.raises(DocumentError) as caught:
        texts(one_page(content, extra=b"/XObject << /Im0 6 0 R >>", more={6: picture}))
    assert caught.value.code is Code.NO_TEXT
    assert "scanned" in caught.value.message


def test_pages_without_text_are_named_in_the_report():
    sheet = Sheet()
    sheet.text(72, 80, "Maya Lindqvist")
    sheet.page()
    report = read_document(sheet.bytes(), "resume.pdf").report
    (warning,) = [w for w in report.warnings if w.code == "pages_without_text"]
    assert "page 2" in warning.message


@pytest.mark.parametrize("share", [0.1, 0.3, 0.6, 0.9, 0.99])
def test_a_file_cut_short_is_damaged_or_read(share):
    code, found = None, []
    try:
        found = texts(cut_short(single_column(ENGINEER).data, share))
    except DocumentError as error:
        code = error.code
    assert found or code in {Code.CORRUPT, Code.NO_TEXT}


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if case[0] in {"loop.pdf", "circle.pdf", "range.pdf", "pages.pdf", "header.pdf"}],
    ids=lambda case: case[0],
)
def test_loops_and_floods_end_in_a_code(case):
    name, make, codes = case
    try:
        read_document(make(), name)
        found = None
    except DocumentError as error:
        found = error.code
    assert found in codes or (found is None and not codes)


def test_a_page_tree_in_a_circle():
    with pytest.raises(DocumentError):
        texts(circular_pages())


def test_a_file_without_pages_is_damaged():
    data = pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [] /Count 0 >>"})
    with pytest.raises(DocumentError) as caught:
        texts(data)
    assert caught.value.code in {Code.CORRUPT, Code.NO_TEXT}


def test_plain_text_is_not_called_garbled():
    text = "Led a team of five engineers and built the data platform of a hospital in Uppsala with Python and SQL."
    assert garbled(text) < DOUBTFUL
    assert garbled("ThequickbrownfoxjumpsoverthelazydogandrunsawayfromtheverybigbearwhohateshimTheend " * 20) > DOUBTFUL
    assert garbled("\ufffd\ue001 x\ufffdy \ufffd\ufffd " * 20) > DOUBTFUL
    assert garbled(text, unknown=60) > DOUBTFUL
