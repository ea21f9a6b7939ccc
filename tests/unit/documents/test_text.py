"""Plain text and Markdown: encodings people have, headings people write, lines one can quote."""

import pytest

from resumate import limits
from resumate.documents.encodings import decode
from resumate.documents.model import SectionKind
from resumate.documents.read import read_document
from resumate.documents.text import LONGEST_LINE, wrap
from resumate.errors import Code, DocumentError

SENTENCES = {
    "en": "Zoë’s café – managed a £3m budget and “quoted” • €500",
    "fr": "Développeur à Genève, où il a créé des systèmes élégants",
    "de": "Müller GmbH, Straße 5, Geschäftsführer für Qualität und größere Überprüfungen",
    "pl": "Łukasz Żółć, inżynier oprogramowania, zarządzał zespołem w Gdańsku",
    "ru": "Иван Петров, инженер-программист, разработка систем в Москве",
    "zh": "张伟 软件工程师 负责后端系统开发与维护 北京大学 计算机科学",
    "tw": "陳大文 軟體工程師 負責後端系統開發與維護 國立臺灣大學",
    "ja": "山田太郎はソフトウェアエンジニアです。バックエンドの開発を担当しています。",
    "ko": "김철수 소프트웨어 엔지니어 서울대학교 컴퓨터공학과 졸업 경력 사항",
}
ENCODINGS = [
    *((key, name) for key in SENTENCES for name in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")),
    ("en", "cp1252"), ("fr", "cp1252"), ("de", "cp1252"), ("pl", "cp1250"), ("ru", "cp1251"), ("ru", "koi8-r"),
    ("zh", "gb18030"), ("tw", "big5"), ("ja", "shift_jis"), ("ja", "euc_jp"), ("ko", "euc_kr"), ("en", "utf-32"),
]  # fmt: skip

RESUME = """MAYA LINDQVIST
Uppsala, Sweden | maya@example.org | +46 18 471 00 19

PROFESSIONAL SUMMARY

Data engineer with eight years of experience in building pipelines that other
people rely on. I like small tools, tests and plain words, and I write the docs
before the code.

WORK EXPERIENCE

Northwind Analytics                         2019 - Present
Senior Data Engineer
- Cut the nightly load from 4 h to 25 min with dbt and
  Airflow
- Led a team of 5

EDUCATION
=========
MSc Computer Science, Uppsala University, 2015

SKILLS: Python, SQL, dbt
"""


@pytest.mark.parametrize(("key", "encoding"), ENCODINGS)
def test_encodings_are_told_apart(key, encoding):
    """Given a text in an encoding people have, what comes out is what was written."""
    text = f"John Smith\nEngineer\n{SENTENCES[key]}\n"
    assert decode(text.encode(encoding)).lstrip("\ufeff") == text


def test_surrogates_written_as_utf8_are_made_whole_or_dropped():
    data = "Ann \ud83d\ude00 Lee \ud800 works".encode("utf-8", "surrogatepass")
    assert decode(data) == "Ann 😀 Lee  works"


def test_a_damaged_byte_does_not_cost_the_file():
    data = ("Élan vital – naïve façade. " * 100).encode()
    assert "façade" in decode(data[:500] + b"\xff" + data[500:])


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03" * 300, bytes(range(256)) * 8, bytes(range(128, 256)) * 9])
def test_bytes_that_are_no_text_are_refused(data):
    with pytest.raises(DocumentError) as caught:
        decode(data)
    assert caught.value.code in {Code.UNSUPPORTED_TYPE, Code.ENCODING}


def test_a_plain_resume_has_its_sections_and_entries():
    """Given capitals, underlines and inline labels for headings, the sections are found."""
    document = read_document(RESUME.encode(), "resume.txt")
    assert [(s.kind, s.heading) for s in document.sections] == [
        (SectionKind.HEADER, ""),
        (SectionKind.SUMMARY, "PROFESSIONAL SUMMARY"),
        (SectionKind.EXPERIENCE, "WORK EXPERIENCE"),
        (SectionKind.EDUCATION, "EDUCATION"),
        (SectionKind.SKILLS, "SKILLS"),
    ]
    entry = document.sections[2].entries[0]
    assert (entry.organisation, entry.title, entry.current) == ("Northwind Analytics", "Senior Data Engineer", True)


def test_lines_wrapped_by_hand_are_one_chunk():
    document = read_document(RESUME.encode(), "resume.txt")
    texts = [chunk.text for chunk in document.chunks]
    assert "Cut the nightly load from 4 h to 25 min with dbt and Airflow" in texts


def test_markdown_marks_are_left_out():
    """Given Markdown, headings are sections, links keep their address, marks are gone."""
    source = (
        "# Maya Lindqvist\n\n[maya@example.org](mailto:maya@example.org) · [GitHub](https://github.com/mayal)\n\n"
        "## Experience\n\n### Northwind — *Senior Data Engineer*\n*2019 – present*\n\n- Cut the load from **4 h** to 25 min with `dbt`\n\n"
        "## Skills\n\n| Area | Tools |\n|---|---|\n| Data | Python, SQL |\n"
    )
    document = read_document(source.encode(), "resume.md")
    assert document.content_type == "text/markdown"
    assert [s.heading for s in document.sections] == ["", "Experience", "Skills"]
    assert document.contact.name == "Maya Lindqvist"
    assert document.contact.links == ["https://github.com/mayal"]
    assert any(line.text == "• Cut the load from 4 h to 25 min with dbt" for line in document.lines)
    assert not any(mark in line.text for line in document.lines for mark in ("**", "##", "](", "`"))


def test_long_paragraphs_become_lines_one_can_quote():
    text = "We built a thing that works. " * 80
    lines = wrap(text.strip())
    assert max(map(len, lines)) <= LONGEST_LINE
    assert " ".join(lines) == text.strip()


def test_one_endless_line_is_refused_with_the_limit_in_the_message():
    with pytest.raises(DocumentError) as caught:
        read_document(b"word " * 2_000_000, "resume.txt")
    assert caught.value.code is Code.TOO_MUCH_TEXT
    assert f"{limits.DOCUMENT_CHARACTERS:,}" in caught.value.message


def test_form_feeds_are_pages():
    document = read_document(b"Ann Lee\nSkills\nSewing and knitting\fEducation\nLee College, 2010", "resume.txt")
    assert document.report.pages == 2
    assert document.lines[-1].page == 2
