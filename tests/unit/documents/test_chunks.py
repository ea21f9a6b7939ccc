"""Chunks follow the entries, cover all the text, and fit the embedder."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resumate.documents.chunks import MOST_PIECES, count_pieces, join_lines
from resumate.documents.model import ParsedDocument, SectionKind
from resumate.documents.read import read_document
from resumate.errors import DocumentError
from tests.documents.docx_layouts import LAYOUTS as DOCX_LAYOUTS
from tests.documents.pdf_layouts import LAYOUTS as PDF_LAYOUTS
from tests.documents.pdf_layouts import dates_beside_bullets, single_column
from tests.documents.people import ENGINEER


def read(text: str) -> ParsedDocument:
    return read_document(text.encode(), "resume.txt")


def assert_sound(document: ParsedDocument) -> None:
    """Sections share the lines out; chunks cover every line but headings; all fit; none is empty."""
    numbers = [n for section in document.sections for n in range(section.first_line, section.last_line + 1)]
    visible = [line.number for line in document.lines]
    assert numbers == visible
    covered = {n for chunk in document.chunks for n in range(chunk.first_line, chunk.last_line + 1)}
    headings = {n for section in document.sections for n in section.heading_lines}
    hidden = {line.number for line in document.lines if line.hidden}
    assert set(visible) - covered - headings - hidden == set()
    assert [chunk.index for chunk in document.chunks] == list(range(len(document.chunks)))
    for chunk in document.chunks:
        assert chunk.text.strip()
        assert count_pieces(chunk.embedded_text) <= MOST_PIECES + 2


@pytest.mark.parametrize("layout", [*PDF_LAYOUTS, *DOCX_LAYOUTS], ids=lambda layout: layout.__name__)
def test_chunks_of_every_layout_are_sound(layout):
    sample = layout(ENGINEER)
    assert_sound(read_document(sample.data, sample.file_name))


def test_every_bullet_is_a_chunk_of_its_own_with_its_job():
    """Given a job with bullets, each is one chunk that knows employer, title and dates, and quotes only its own lines."""
    document = read_document(single_column(ENGINEER).data, "resume.pdf")
    job = ENGINEER.jobs[0]
    for bullet in job.bullets:
        (chunk,) = [c for c in document.chunks if c.text == bullet]
        assert (chunk.organisation, chunk.title, chunk.current) == (job.organisation, job.title, True)
        assert job.organisation in chunk.context
        assert "March 2019" in chunk.context
        assert not set(range(chunk.first_line, chunk.last_line + 1)) & set(chunk.context_lines)
        context = " ".join(document.lines[n - 1].text for n in chunk.context_lines)
        assert job.title in context


def test_the_head_of_a_job_is_evidence_itself():
    document = read_document(dates_beside_bullets(ENGINEER).data, "resume.pdf")
    heads = [c for c in document.chunks if c.section is SectionKind.EXPERIENCE and not c.context]
    assert [c.organisation for c in heads] == [job.organisation for job in ENGINEER.jobs]


def test_a_paragraph_of_two_thousand_words_is_split_at_sentences():
    """Given a summary that never ends, chunks end where sentences end and lose nothing, last fifth included."""
    sentences = [f"In year {n} we built system number {n} for client {n}." for n in range(200)]
    document = read("Ann Lee\n\nSUMMARY\n\n" + " ".join(sentences))
    assert_sound(document)
    chunks = [c for c in document.chunks if c.section is SectionKind.SUMMARY]
    assert len(chunks) > 10
    assert all(c.text.endswith(".") for c in chunks)
    assert all(any(sentence in c.text for c in chunks) for sentence in sentences)


def test_a_list_of_three_hundred_lines():
    document = read("Ann Lee\n\nSKILLS\n\n" + "\n".join(f"- Skill number {n}" for n in range(300)))
    assert_sound(document)
    joined = " ".join(c.text for c in document.chunks)
    assert all(f"Skill number {n}" in joined for n in (0, 150, 299))


def test_forty_sections():
    text = "Ann Lee\n\n" + "\n\n".join(f"SKILLS\n\nTool {n}\n\nEDUCATION\n\nCollege {n}, 20{n + 10}" for n in range(20))
    assert_sound(read(text))


def test_one_word_without_end():
    document = read("Ann Lee\n\nSUMMARY\n\n" + "a" * 5_000)
    assert_sound(document)


def test_text_without_spaces_in_chinese():
    document = read("张伟\n\n工作经历\n\n" + "负责后端系统开发与维护并带领团队完成迁移项目。" * 60)
    assert_sound(document)
    assert document.language == "zh"


def test_small_items_of_a_list_share_a_chunk():
    document = read_document(single_column(ENGINEER).data, "resume.pdf")
    skills = [c for c in document.chunks if c.section is SectionKind.SKILLS]
    assert len(skills) == 1
    assert all(skill in skills[0].text for skill in ENGINEER.skills)
    assert skills[0].context == "Skills"


def test_broken_words_are_whole_in_prose():
    assert join_lines(["• Led the cross-", "functional group"]) == "Led the cross-functional group"
    assert join_lines(["one", "two"], separator=", ") == "one, two"


@given(st.lists(st.text(max_size=120), max_size=40))
@settings(max_examples=60, deadline=None)
def test_any_text_gives_sound_chunks_or_a_code(lines):
    try:
        document = read("\n".join(["Ann Lee", *lines]))
    except DocumentError:
        return
    assert_sound(document)
