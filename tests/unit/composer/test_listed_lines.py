"""Reading sections that are lists: skills, certificates, languages, degrees."""

import pytest
from letter_prompt import Evidence
from listed_lines import statements_of
from statements import Kind

TODAY = "2026-11-21"


def words(section, text, **fields):
    return [
        statement.words for statement in statements_of(Evidence(id="e1", text=text, section=section, **fields), TODAY)
    ]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("SQL, Python and Tableau", ["SQL, Python and Tableau"]),
        ("Languages: TypeScript, Python, Go, Rust", ["TypeScript, Python, Go and Rust"]),
        ("Patience, Customer service, IT skills", ["Patience, customer service and IT skills"]),
        ("Classroom management | SEN | Desmos", ["classroom management, SEN and Desmos"]),
        (
            "Microsoft Office, typing (60 wpm), customer service",
            ["Microsoft Office, typing (60 wpm) and customer service"],
        ),
        ("Tools: Git, Docker Databases: Redis, Oracle", ["Git and Docker", "Redis and Oracle"]),
        ("Software: .NET, Microsoft SQL Server", [".NET and Microsoft SQL Server"]),
        ("Web Technologies Advanced", []),
        ("Team player", []),
        ("Proficient in Excel", ["am proficient in Excel"]),
    ],
)
def test_skills_are_listed_in_their_own_words(text, listed):
    assert words("skills", text) == listed


def test_human_languages_among_skills_are_languages():
    (statement,) = statements_of(Evidence(id="e1", text="Languages: German C1, English C2", section="skills"), TODAY)
    assert (statement.kind, statement.label) == (Kind.ITEM, "language")


@pytest.mark.parametrize(
    ("section", "text", "listed"),
    [
        ("languages", "English: Native language. Polish: Fluent", "English (native language) and Polish (fluent)"),
        ("languages", "Latin: Intermediate (reading)", "Latin (intermediate, reading)"),
        ("languages", "Italian (native), English (fluent)", "Italian (native) and English (fluent)"),
        ("certifications", "Certified Public Accountant (CPA)", "Certified Public Accountant (CPA)"),
        (
            "certifications",
            "Hardware Certification - Example Support - 2019",
            "Hardware Certification (Example Support, 2019)",
        ),
        (
            "certifications",
            "RN, Virginia (active) | ACLS | BLS | PCCN (2020)",
            "RN (Virginia, active), ACLS, BLS and PCCN",
        ),
        ("certifications", "Cloud Developer | Example Cloud | 2019", "Cloud Developer"),
        ("awards", "Rising Star, Legal Week, 2020", "Rising Star (Legal Week, 2020)"),
    ],
)
def test_other_lists(section, text, listed):
    assert words(section, text) == [listed]


@pytest.mark.parametrize("section", ["interests", "references", "contact", "header"])
def test_some_sections_say_nothing_for_a_letter(section):
    assert words(section, "Reading and hiking in the hills") == []


@pytest.mark.parametrize(
    ("fields", "text", "degree"),
    [
        ({"title": "B.Sc. Mathematics", "organisation": "University of Hull"}, "First class", "hold a B.Sc. in Mathematics from the University of Hull"),
        ({"title": "PhD, Molecular Biology", "organisation": "Heidelberg University"}, "", "hold a PhD in Molecular Biology from Heidelberg University"),
        ({"context": "BS University of Pennsylvania, Computer Science, Sept 2000 – May 2005"}, "GPA: 3.9", "hold a BS in Computer Science from the University of Pennsylvania"),
        ({}, "Bachelor of Business Administration in accounting", "hold a Bachelor of Business Administration in accounting"),
        ({"title": "BA History", "organisation": "University of York", "end": "2027-06"}, "", "am studying for a BA in History at the University of York"),
        ({"title": "MSc Physics (expected 2027)"}, "", "am studying for an MSc in Physics"),
        ({"title": "LLB Law (First Class)", "organisation": "University of Bristol"}, "", "hold an LLB in Law (First Class) from the University of Bristol"),
    ],
)  # fmt: skip
def test_degrees(fields, text, degree):
    assert words("education", text, **fields)[0] == degree


def test_a_school_without_a_degree_claims_none():
    assert words("education", "Ripon Grammar School", organisation="Ripon Grammar School") == []


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("ECS Gold Card", "hold an ECS Gold Card"),
        ("Full clean driving licence", "hold a full clean driving licence"),
        ("First aid certificate, 2021", "hold a first aid certificate (2021)"),
    ],
)
def test_certificates_among_the_degrees_are_held_as_well(text, held):
    assert words("education", text) == [held]


def test_a_grade_ends_where_another_fact_begins():
    assert words("education", "GPA: 3.7 · Dean's List 2015–2017") == ["my GPA was 3.7"]


def test_grades_and_theses_stand_beside_the_degree():
    told = words("education", "GPA: 3.9/4.0. Thesis: On lasers. Coursework: Latin, Greek", title="BA Classics")
    assert told == [
        "hold a BA in Classics",
        "my GPA was 3.9/4.0",
        "my thesis was “On lasers”",
        "my coursework included Latin and Greek",
    ]


def test_a_line_that_only_opens_a_job_says_no_more_than_that():
    evidence = Evidence(
        id="e1", text="Nurse, St Mary's, 2019 – 2021", section="experience", organisation="St Mary's", title="Nurse"
    )
    (statement,) = statements_of(evidence, TODAY)
    assert (statement.words, statement.label) == ("worked as a Nurse at St Mary's", "head")
