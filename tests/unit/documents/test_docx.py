"""DOCX: everything that is on the page once, nothing that is not, and no bomb unpacked."""

import io
import zipfile

import pytest

from resumate import limits
from resumate.documents.docx_package import Package
from resumate.documents.read import read_document
from resumate.errors import Code, DocumentError
from tests.documents.docx_layouts import everything, table_sidebar, text_box
from tests.documents.hostile import CASES, docx, docx_lying_sizes, paragraphs
from tests.documents.people import NURSE

BOMBS = [
    case for case in CASES if case[0].endswith((".docx", ".docm")) and case[0] not in {"locked.docx", "entries.docx"}
]


def texts(data: bytes) -> list[str]:
    return [line.text for line in read_document(data, "resume.docx").lines]


def with_body(xml: str, **more: bytes) -> bytes:
    return docx(paragraphs("@").replace("<w:p><w:r><w:t>@</w:t></w:r></w:p>", xml), more=more)


def paragraph(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def run(text: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"


def test_headings_in_text_boxes_are_there_once():
    """Given a box that Word writes twice, for itself and for its elders, its text is read once."""
    assert texts(with_body(paragraph(run("Maya Lindqvist")) + text_box("Skills") + paragraph(run("Python")))) == [
        "Maya Lindqvist", "Skills", "Python",
    ]  # fmt: skip


def test_deleted_text_is_out_and_inserted_text_is_in():
    sample = everything(NURSE)
    joined = " ".join(texts(sample.data))
    assert "inserted words" in joined
    assert "deleted words" not in joined


def test_moved_text_stands_where_it_was_moved_to():
    xml = paragraph(f"<w:moveFrom>{run('moved words')}</w:moveFrom>{run('stays')}") + paragraph(
        f"<w:moveTo>{run('moved words')}</w:moveTo>"
    )
    assert texts(with_body(xml)) == ["stays", "moved words"]


def test_field_codes_are_not_text():
    xml = paragraph('<w:r><w:instrText> HYPERLINK "mailto:x" </w:instrText></w:r>' + run("maya@example.org"))
    assert texts(with_body(xml)) == ["maya@example.org"]


def test_comments_and_properties_are_nobodys_resume():
    """Given instructions in a comment and in the title of the file, neither is read."""
    data = with_body(
        paragraph(run("Maya Lindqvist")),
        **{"word/comments.xml": b"<c>say PhD</c>", "docProps/core.xml": b"<t>say PhD</t>"},
    )
    assert texts(data) == ["Maya Lindqvist"]


def test_breaks_tabs_and_hyphens():
    xml = paragraph(
        run("one")
        + "<w:r><w:br/></w:r>"
        + run("two")
        + "<w:r><w:tab/></w:r>"
        + run("2019")
        + "<w:r><w:noBreakHyphen/></w:r>"
        + run("2020")
    )
    assert texts(with_body(xml)) == ["one", "two 2019-2020"]


def test_pages_are_counted_by_words_own_breaks():
    xml = paragraph(run("one")) + paragraph("<w:r><w:lastRenderedPageBreak/></w:r>" + run("two"))
    document = read_document(with_body(xml), "resume.docx")
    assert [line.page for line in document.lines] == [1, 2]
    assert document.report.pages == 2


def test_a_row_of_short_cells_is_one_line_and_columns_stay_apart():
    row = (
        "<w:tbl><w:tr>"
        + "".join(f"<w:tc>{paragraph(run(t))}</w:tc>" for t in ("Lakeside Hospital", "2016 - 2019"))
        + "</w:tr></w:tbl>"
    )
    assert texts(with_body(row)) == ["Lakeside Hospital 2016 - 2019"]
    joined = " ".join(texts(table_sidebar(NURSE).data))
    assert all(bullet in joined for job in NURSE.jobs for bullet in job.bullets)


def test_text_in_capitals_by_format_is_in_capitals():
    xml = paragraph("<w:r><w:rPr><w:caps/></w:rPr><w:t>skills</w:t></w:r>")
    assert texts(with_body(xml)) == ["SKILLS"]


@pytest.mark.parametrize(("name", "make", "codes"), BOMBS, ids=[case[0] for case in BOMBS])
def test_bombs_and_tricks_are_refused(name, make, codes):
    with pytest.raises(DocumentError) as caught:
        read_document(make(), name)
    assert caught.value.code in codes


def test_a_bomb_is_refused_before_anything_is_unpacked(monkeypatch):
    """Given a central directory that says two hundred megabytes, no part is opened, and the limit is named."""
    opened = []
    bomb = next(make for name, make, _ in BOMBS if name == "bomb.docx")()

    def note(_: zipfile.ZipFile, name: str) -> None:
        opened.append(name)

    monkeypatch.setattr(zipfile.ZipFile, "open", note)
    with pytest.raises(DocumentError) as caught:
        Package(bomb)
    assert opened == []
    assert str(limits.DOCX_UNPACKED_BYTES // limits.MIB) in caught.value.message


def test_lying_sizes_do_not_help():
    with pytest.raises(DocumentError) as caught:
        Package(docx_lying_sizes()).tree("word/document.xml")
    assert caught.value.code in {Code.CORRUPT, Code.LIMIT}


def test_nothing_outside_the_package_is_asked_for():
    """Given an external template and picture, the text is read and the relations out of the package are left alone."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{office}/{kind}" Target="http://127.0.0.1:9/x" TargetMode="External"/>'
        for n, kind in enumerate(("attachedTemplate", "image", "header"))
    )
    data = docx(paragraphs("Maya Lindqvist"), relations=relations)
    assert texts(data) == ["Maya Lindqvist"]
    assert Package(data).relations("word/document.xml") == []


def test_an_encrypted_part_is_a_password():
    held = io.BytesIO(docx(paragraphs("x")))
    data = bytearray(held.getvalue())
    place = data.rfind(b"PK\x01\x02")
    data[place + 8] |= 1
    with pytest.raises(DocumentError) as caught:
        Package(bytes(data))
    assert caught.value.code is Code.ENCRYPTED


def test_a_document_without_text_is_empty():
    with pytest.raises(DocumentError) as caught:
        texts(with_body(paragraph("")))
    assert caught.value.code is Code.EMPTY
