"""The report says what was read in words a job seeker understands."""

from resumate.documents.read import read_document
from tests.documents.pdf_layouts import sidebar_right, single_column, two_pages
from tests.documents.people import ENGINEER


def test_the_report_counts_what_was_read():
    document = read_document(two_pages(ENGINEER).data, "resume.pdf")
    report = document.report
    assert (report.pages, report.columns, report.engine) == (2, [1, 1], "pdfium")
    assert report.lines == len(document.lines)
    assert report.characters == sum(len(line.text) for line in document.lines)
    assert [s.heading for s in report.sections] == [s.heading for s in document.sections]
    assert sum(s.lines for s in report.sections) == len(document.lines)


def test_pages_have_the_size_in_which_their_boxes_stand():
    """Given a PDF, every page has its size and every visible line a box inside it; given text, there are no pages to draw."""
    document = read_document(two_pages(ENGINEER).data, "resume.pdf")
    assert document.report.page_sizes == [(595.3, 841.9), (595.3, 841.9)]
    for line in document.lines:
        width, height = document.report.page_sizes[line.page - 1]
        assert line.box is not None
        left, top, right, bottom = line.box
        assert 0 <= left < right <= width
        assert 0 <= top < bottom <= height
    assert read_document(b"Maya Lindqvist", "resume.txt").report.page_sizes == []


def test_columns_are_counted():
    assert read_document(sidebar_right(ENGINEER).data, "resume.pdf").report.columns == [2]


def test_a_good_reading_is_sure_and_a_poor_one_is_not():
    good = read_document(single_column(ENGINEER).data, "resume.pdf").report
    poor = read_document(b"some words without any order or person", "resume.txt").report
    assert good.confidence == 1.0
    assert poor.confidence < 0.7
    assert {"no_name", "no_email", "no_headings"} <= {w.code for w in poor.warnings}


def test_warnings_hold_no_technical_words():
    report = read_document(b"some words without any order or person", "resume.txt").report
    for warning in report.warnings:
        assert warning.message.endswith(".")
        assert not any(word in warning.message.lower() for word in ("pdfium", "pypdf", "exception", "unicode", "none"))
