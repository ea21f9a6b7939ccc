"""What a reader of the page sees though its author did not draw it: filled-in fields, set text, turned headings."""

import pytest

from resumate.documents.model import SectionKind
from resumate.documents.read import read_document
from tests.documents.pdf_extras import filled_form, turned_rail, with_attachment, with_set_text
from tests.documents.pdf_layouts import single_column
from tests.documents.people import ENGINEER, EVERYBODY

FIELDS = {
    "Name": (780.0, "Maya Lindqvist"),
    "E-mail": (760.0, "maya@example.org"),
    "Experience": (
        700.0,
        "Northwind Analytics, Data Engineer, 2019 - 2021\rLed a team of five\rCut the nightly load by half",
    ),
    "Skills": (600.0, "Python, SQL"),
}


def test_the_values_of_a_form_are_read_where_they_stand():
    """Given a form that was filled in, name, address and text come out of its fields, each beside or below its label."""
    document = read_document(filled_form(FIELDS), "form.pdf")
    text = "\n".join(line.text for line in document.lines)
    for value in (
        "Maya Lindqvist",
        "Data Engineer, 2019 - 2021",
        "Led a team of five",
        "Cut the nightly load by half",
        "Python, SQL",
    ):
        assert value in text
    assert document.contact.email == "maya@example.org"
    assert document.contact.name == "Maya Lindqvist"
    assert text.index("Led a team of five") < text.index("Cut the nightly load")
    assert all(line.box is not None for line in document.lines)


def test_hidden_fields_are_hidden_text_and_passwords_are_nobodys_business():
    skills = (
        "Python, SQL, dbt, Airflow, Kafka, PostgreSQL, Terraform, Linux, Bash, Git, Docker, Spark, Parquet, Grafana"
    )
    hidden = read_document(filled_form({**FIELDS, "Skills": (600.0, skills)}, flags=2), "form.pdf")
    assert any(line.hidden and "Led a team of five" in line.text for line in hidden.lines)
    assert not any("Led a team" in chunk.text for chunk in hidden.chunks)
    secret = read_document(filled_form(FIELDS, field_flags=1 << 13), "form.pdf")
    assert not any("Led a team" in line.text for line in secret.lines)


def test_text_that_an_editor_set_on_the_page_is_read():
    document = read_document(
        with_set_text("Available from June 2027", "Maya Lindqvist", "maya@example.org", "Skills", "Python"), "a.pdf"
    )
    assert "Available from June 2027" in [line.text for line in document.lines]


def test_a_value_beyond_measure_ends_in_a_sound_document():
    """Given a field with more text than anybody types, the rest of the form is read."""
    document = read_document(filled_form({**FIELDS, "Skills": (600.0, "Python " * 9_000)}), "form.pdf")
    assert document.contact.name == "Maya Lindqvist"
    assert len(document.lines) < 20


def test_attached_files_are_not_read_and_the_owner_hears_of_it():
    report = read_document(with_attachment(single_column(ENGINEER).data), "resume.pdf").report
    (warning,) = [warning for warning in report.warnings if warning.code == "attachments"]
    assert "not read" in warning.message


@pytest.mark.parametrize("degrees", [90, 270])
@pytest.mark.parametrize("person", EVERYBODY, ids=lambda person: person.name)
def test_headings_that_run_along_their_sections_head_them(person, degrees):
    """Given headings turned upwards or downwards at the left, each stands before its section and has its place on the page."""
    document = read_document(turned_rail(person, degrees), "resume.pdf")
    assert [s.kind for s in document.sections] == [
        SectionKind.HEADER, SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.SKILLS,
    ]  # fmt: skip
    entries = [e for s in document.sections if s.kind is SectionKind.EXPERIENCE for e in s.entries]
    assert [(e.organisation, e.title) for e in entries] == [(job.organisation, job.title) for job in person.jobs]
    for section in document.sections[1:]:
        box = document.lines[section.first_line - 1].box
        assert box is not None
        assert box[2] - box[0] < box[3] - box[1]
        assert 0 <= box[0] < 110
