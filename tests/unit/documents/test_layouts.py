"""Every class of layout, drawn for every fictional person, reads as a person reads it."""

import pytest

from resumate.documents.model import ParsedDocument, SectionKind
from resumate.documents.read import read_document
from tests.documents.docx_layouts import LAYOUTS as DOCX_LAYOUTS
from tests.documents.pdf_layouts import all_samples, single_column
from tests.documents.people import ENGINEER, EVERYBODY
from tests.documents.score import squash, words_of
from tests.documents.truth import Sample

SAMPLES = all_samples() + [layout(person) for layout in DOCX_LAYOUTS for person in EVERYBODY]
IDS = [f"{sample.truth.layout}, {sample.truth.name}, {sample.file_name}" for sample in SAMPLES]


@pytest.fixture(scope="module", params=SAMPLES, ids=IDS)
def read(request: pytest.FixtureRequest) -> tuple[Sample, ParsedDocument]:
    sample: Sample = request.param
    return sample, read_document(sample.data, sample.file_name)


def _text(document: ParsedDocument) -> str:
    return squash(" ".join(line.text for line in document.lines))


def _section_text(document: ParsedDocument, heading: str) -> str:
    found = ""
    for section in document.sections:
        if squash(section.heading) == squash(heading) or (heading == "(header)" and section.kind is SectionKind.HEADER):
            found += squash(
                " ".join(document.lines[n - 1].text for n in range(section.first_line, section.last_line + 1))
            )
    return found


def test_the_contact_block_is_the_persons_own(read):
    """Given any layout, name, e-mail and phone are the owner's, never a referee's, a date's or a heading's."""
    sample, document = read
    assert document.contact.name == sample.truth.name
    assert document.contact.email == sample.truth.email
    assert squash(document.contact.phone or "") == squash(sample.truth.phone or "")


def test_headings_come_out_whole_and_in_order(read):
    sample, document = read
    found = [squash(section.heading) for section in document.sections if section.heading]
    assert found == [squash(heading) for heading in sample.truth.headings]


def test_sentences_are_not_interleaved(read):
    """Given columns, rails or dates beside the text, every bullet stays in one piece."""
    sample, document = read
    text = _text(document)
    assert [string for string in sample.truth.contiguous if squash(string) not in text] == []


def test_phrases_stand_in_their_sections(read):
    sample, document = read
    lost = [p for p in sample.truth.phrases if squash(p.text) not in _section_text(document, p.section)]
    assert lost == []


def test_jobs_have_employer_title_and_dates(read):
    """Given experience with two jobs, both entries state who, what and from when."""
    sample, document = read
    person = next(p for p in EVERYBODY if p.name == sample.truth.name)
    entries = [e for s in document.sections if s.kind is SectionKind.EXPERIENCE for e in s.entries]
    assert [(e.organisation, e.title) for e in entries] == [(job.organisation, job.title) for job in person.jobs]
    assert [e.current for e in entries] == [True, False]
    assert all(e.start is not None for e in entries)


def test_nothing_is_read_twice(read):
    """Given text boxes, tables and running heads, each bullet is there exactly once."""
    sample, document = read
    text = _text(document)
    assert [string for string in sample.truth.contiguous if text.count(squash(string)) != 1] == []


def test_the_same_file_gives_the_same_document(read):
    sample, document = read
    assert read_document(sample.data, sample.file_name) == document


def test_pdf_and_docx_of_one_resume_agree():
    """Given the same resume as PDF and as DOCX, the words are the same and so are the sections."""
    pdf, docx = single_column(ENGINEER), DOCX_LAYOUTS[0](ENGINEER)
    one, other = (read_document(sample.data, sample.file_name) for sample in (pdf, docx))
    words, others = (set(words_of("\n".join(line.text for line in d.lines))) for d in (one, other))
    assert len(words & others) / len(words | others) >= 0.97
    assert [(s.kind, s.heading) for s in one.sections] == [(s.kind, s.heading) for s in other.sections]
