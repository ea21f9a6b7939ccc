"""Headings in the wordings and languages people use."""

import pytest

from resumate.documents.headings import _KINDS, kind_of, likely_kind
from resumate.documents.model import SectionKind

KNOWN = {
    "WORK EXPERIENCE": SectionKind.EXPERIENCE,
    "Employment History:": SectionKind.EXPERIENCE,
    "2. Education": SectionKind.EDUCATION,
    "E D U C A T I O N": SectionKind.EDUCATION,
    "Skills & Tools": SectionKind.SKILLS,
    "About me": SectionKind.SUMMARY,
    "AWARDS & SCHOLARSHIPS": SectionKind.AWARDS,
    "Certifications and Languages": SectionKind.CERTIFICATIONS,
    "Berufserfahrung": SectionKind.EXPERIENCE,
    "Sprachkenntnisse": SectionKind.LANGUAGES,
    "Persönliche Daten": SectionKind.CONTACT,
    "Expérience professionnelle": SectionKind.EXPERIENCE,
    "Centres d’intérêt": SectionKind.INTERESTS,
    "Formación académica": SectionKind.EDUCATION,
    "Experiencia laboral": SectionKind.EXPERIENCE,
    "教育背景": SectionKind.EDUCATION,
    "工作经历": SectionKind.EXPERIENCE,
    "References": SectionKind.REFERENCES,
}


@pytest.mark.parametrize(("text", "kind"), KNOWN.items())
def test_known_wordings(text, kind):
    assert kind_of(text) is kind


@pytest.mark.parametrize(
    "text", ["Northwind Analytics", "Led a team of five", "Java", "", "John Smith", "Experience with " * 9]
)
def test_other_lines_are_no_headings(text):
    assert kind_of(text) is None


def test_longer_headings_are_told_by_their_parts():
    assert kind_of("Early Industry Experience") is None
    assert likely_kind("Early Industry Experience") is SectionKind.EXPERIENCE
    assert likely_kind("Honors, Prizes and Distinctions") is SectionKind.AWARDS
    assert likely_kind("Quick Guide") is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Selected Experience", SectionKind.EXPERIENCE),
        ("CORE RESEARCH EXPERIENCE", SectionKind.EXPERIENCE),
        ("Additional Skills & Languages", SectionKind.SKILLS),
        ("Resume Objective", SectionKind.SUMMARY),
        ("WORK EXPERIENCES", SectionKind.EXPERIENCE),
        ("Professional Affiliation", SectionKind.VOLUNTEERING),
        ("Technical Skill", SectionKind.SKILLS),
        ("Selected", None),
        ("Main", None),
    ],
)
def test_words_before_a_known_wording_change_nothing(text, kind):
    assert kind_of(text) is kind


def test_every_kind_of_section_has_wordings():
    """Given the registry, only the header, which has no heading, is without words."""
    assert set(_KINDS.values()) == set(SectionKind) - {SectionKind.HEADER}
