"""What a template left to be filled in is told from what a person wrote, and never becomes evidence."""

import pytest

from resumate.documents.model import Line, SectionKind
from resumate.letters.number_evidence import number_evidence
from resumate.matching.candidates import BLANKS_OF_A_TEMPLATE, is_usable
from resumate.matching.match_resume import match_resume
from resumate.matching.model import JobPosting, Passage, Requirement, Status
from resumate.matching.placeholders import is_placeholder, placeholder_lines
from resumate.matching.questions import questions_for
from tests.unit.matching.fakes import MemorySearch, WordEmbedder

BLANKS = [
    "Company Name",
    "Your Name Here",
    "Your University",
    "Ph.D. in Your Discipline",
    "I hold a Degree Name",
    "Job Title, Company 2, City, State",
    "Job description 1",
    "Responsibility 2",
    "Company ABC, Springfield",
    "[Your City]",
    "<insert your phone number>",
    "20XX – Present",
    "Month Year – Month Year",
    "Increased sales by XX%",
    "Accomplished [X] as measured by [Y], by doing [Z]",
    "Optimised XYZ by 50%",
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit.",
    "Nullam venenatis egestas nisl eget elementum.",
    "Describe your responsibilities and achievements",
    "List your key skills here",
    "Firmenname, Ort",
    "________",
]
REAL = [
    "Producer, ABC News",
    "Led Project 2 of the flood programme",
    "Title 9 compliance officer",
    "Managed the name change of the company",
    "Calibrated the XYZ stage of the microscope",
    "Set up name resolution for 40 offices",
    "Company A of the 2nd battalion",
    "Awarded the Dean's List in 2019",
    "Grade 8 piano",
    "University of York",
    "Interests: [see website]",
    "Gestión de stock y de pedidos",
    "Et non est in qui sed ad",
    "Excel, Word, SQL",
    "Taught Latin: amo, amas, amat",
]


@pytest.mark.parametrize("text", BLANKS)
def test_a_blank_of_a_template_is_told(text):
    assert is_placeholder(text)


@pytest.mark.parametrize("text", REAL)
def test_what_a_person_wrote_is_no_blank(text):
    assert not is_placeholder(text)


def passage(number, text, **more):
    return Passage(f"c{number:02d}", SectionKind.EXPERIENCE, "Experience", number, number, text, **more)


def line(number, text):
    return Line(number=number, page=1, text=text, masked=text)


def test_a_blank_is_no_evidence():
    assert not is_usable(passage(1, "Job description 1"))
    assert number_evidence([], [passage(1, "Job description 1")], [line(1, "Job description 1")], []) == []


def test_a_deed_under_a_blank_heading_is_told_without_the_heading():
    text = "Led the migration of 40 shops to a new till system"
    own = passage(
        2, text, organisation="Company Name", title="Manager", context="Manager, Company Name", context_lines=[1]
    )
    (evidence,) = number_evidence([], [own], [line(1, "Manager, Company Name"), line(2, text)], [])
    assert (evidence.organisation, evidence.title) == (None, "Manager")
    assert (evidence.context, evidence.context_quotes) == ("", [])


def test_lines_of_blanks_are_numbered():
    assert placeholder_lines([line(1, "Company 1"), line(2, "Baked bread"), line(3, "Lorem ipsum")]) == [1, 3]


def test_an_unfilled_template_shows_nothing_and_is_asked_about():
    blanks = [passage(number, f"Responsibility {number}") for number in range(1, BLANKS_OF_A_TEMPLATE + 1)]
    example = passage(40, "Managed projects and customer relations")
    job = JobPosting("Project Manager", None, "en", [Requirement(1, "Managed projects and customer relations")])
    matches = match_resume(job, WordEmbedder(), MemorySearch([*blanks, example]))
    assert [match.status for match in matches] == [Status.GAP]
    assert len(questions_for(job, matches)) == 1
