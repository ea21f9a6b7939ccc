"""Text of a DOCX outside its main part: SmartArt, charts and notes are read once, where they stand."""

from resumate.documents.model import SectionKind
from resumate.documents.read import read_document
from tests.documents.docx_extras import with_chart, with_notes, with_smart_art

HEAD = (
    "Maya Lindqvist",
    "maya@example.org",
    "EXPERIENCE",
    "Northwind Analytics, Engineer, 2019 - 2021",
    "Led five people",
    "SKILLS",
)
TAIL = ("LANGUAGES", "Swedish, English")


def test_the_items_of_smart_art_stand_in_their_section():
    """Given skills in a SmartArt list, they are lines of the section in which the drawing stands, in its order, once."""
    document = read_document(with_smart_art(HEAD, ("Python", "Terraform", "Kafka"), TAIL), "resume.docx")
    (skills,) = [section for section in document.sections if section.kind is SectionKind.SKILLS]
    lines = [line.text for line in document.lines[skills.first_line : skills.last_line]]
    assert lines == ["Python", "Terraform", "Kafka"]
    assert sum(line.text == "Kafka" for line in document.lines) == 1


def test_a_chart_gives_its_title_and_the_names_of_its_bars():
    document = read_document(with_chart(HEAD, "Tools I use", ("Python", "SQL")), "resume.docx")
    assert [line.text for line in document.lines[-3:]] == ["Tools I use", "Python", "SQL"]
    assert not any(line.text in {"90", "89"} for line in document.lines)


def test_footnotes_and_endnotes_are_read_and_their_separators_are_not():
    document = read_document(
        with_notes("|".join(HEAD + TAIL), "Awarded by the county", "References on request"), "resume.docx"
    )
    texts = [line.text for line in document.lines]
    assert texts[-2:] == ["Awarded by the county", "References on request"]
    assert "---" not in texts


def test_a_drawing_that_is_broken_takes_nothing_from_the_text():
    """Given a data part that is no XML, or one with entities, the paragraphs around it are read."""
    for part in (b"no xml at all", b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>'):
        document = read_document(with_smart_art(HEAD, (), TAIL, part=part), "resume.docx")
        assert [line.text for line in document.lines] == [*HEAD, *TAIL]


def test_a_drawing_without_end_is_bounded():
    document = read_document(with_smart_art(HEAD, tuple(f"Skill {n}" for n in range(5_000)), TAIL), "resume.docx")
    assert len(document.lines) <= len(HEAD) + len(TAIL) + 200
