"""Fictional people whose resumes the generators draw: nobody here exists, every address is a reserved one."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Job:
    """One job: who, what, when, and what was done."""

    title: str
    organisation: str
    place: str
    dates: str
    bullets: tuple[str, ...]


@dataclass(frozen=True)
class Degree:
    """One degree."""

    title: str
    school: str
    dates: str


@dataclass(frozen=True)
class Person:
    """Everything a resume says about one person."""

    name: str
    headline: str
    email: str
    phone: str
    place: str
    link: str
    summary: str
    jobs: tuple[Job, ...]
    degrees: tuple[Degree, ...]
    skills: tuple[str, ...]
    languages: tuple[str, ...]
    certifications: tuple[str, ...]
    referee: tuple[str, str] = ("Prof. Orla Quinn", "orla.quinn@college.example")
    hobbies: tuple[str, ...] = field(default=("sea swimming", "choir", "repairing clocks"))


ENGINEER = Person(
    name="Maya Lindqvist",
    headline="Senior Data Engineer",
    email="maya.lindqvist@example.org",
    phone="+46 18 471 00 19",
    place="Uppsala, Sweden",
    link="https://github.com/mayalindqvist",
    summary=(
        "Data engineer with nine years of experience in building pipelines that other people rely on. "
        "Fond of small tools, plain words and tests that fail for a reason."
    ),
    jobs=(
        Job(
            "Senior Data Engineer", "Northwind Analytics", "Uppsala, Sweden", "March 2019 - Present",
            (
                "Cut the nightly load of the claims warehouse from four hours to twenty-five minutes with dbt and incremental models",
                "Led a team of five through the move of 240 tables from Oracle to PostgreSQL without a lost row",
                "Introduced contract tests between producers and consumers, which halved the incidents of a quarter",
            ),
        ),
        Job(
            "Data Engineer", "Fabrikam Health", "Gothenburg, Sweden", "August 2015 - February 2019",
            (
                "Wrote the ingestion of laboratory results of eleven hospitals in Python and Kafka",
                "Maintained the reporting database for 300 clinicians",
            ),
        ),
    ),
    degrees=(
        Degree("MSc in Computer Science", "Uppsala University", "2013 - 2015"),
        Degree("BSc in Mathematics", "Lund University", "2010 - 2013"),
    ),
    skills=("Python", "SQL", "dbt", "Airflow", "Kafka", "PostgreSQL", "Terraform"),
    languages=("Swedish (native)", "English (fluent)", "Finnish (basic)"),
    certifications=("Certified Kubernetes Administrator, 2022",),
)  # fmt: skip

NURSE = Person(
    name="Rosa Delgado",
    headline="Registered Nurse",
    email="r.delgado@example.net",
    phone="(503) 555-0148",
    place="Portland, OR",
    link="www.rosadelgado.example.com",
    summary=(
        "Registered nurse with seven years on surgical and intensive care wards. Calm in an emergency, exact in "
        "handovers, and patient with frightened relatives."
    ),
    jobs=(
        Job(
            "Charge Nurse", "Cedar Valley Hospital", "Portland, OR", "Jan 2020 - Present",
            (
                "Run a ward of 28 beds and a shift of six nurses, with responsibility for rostering and handover",
                "Reduced falls on the ward by 31 percent within a year by hourly rounds and better lighting",
                "Train newly qualified nurses in the care of central lines",
            ),
        ),
        Job(
            "Staff Nurse", "Lakeside Medical Center", "Eugene, OR", "Jun 2016 - Dec 2019",
            (
                "Cared for up to five post-operative patients a shift",
                "Kept the medication records of the unit free of errors through two audits",
            ),
        ),
    ),
    degrees=(Degree("Bachelor of Science in Nursing", "Riverbend College", "2012 - 2016"),),
    skills=("Wound care", "Triage", "IV therapy", "Electronic health records", "Patient education"),
    languages=("Spanish (native)", "English (fluent)"),
    certifications=("Advanced Cardiac Life Support, 2023", "Critical Care Registered Nurse, 2021"),
)  # fmt: skip

TEACHER = Person(
    name="Daniel Okonkwo-Byrne",
    headline="Mathematics Teacher",
    email="danielob@example.com",
    phone="+44 20 7946 0958",
    place="Leeds, England",
    link="linkedin.com/in/danielokonkwobyrne",
    summary=(
        "Teacher of mathematics to pupils of eleven to eighteen, with a weakness for geometry and a habit of "
        "visiting parents at home. Looking for a school that lets its teachers write their own lessons."
    ),
    jobs=(
        Job(
            "Head of Mathematics", "Moorland Academy", "Leeds, England", "09/2018 - Present",
            (
                "Raised the share of pupils with a grade of four or above from 58 to 74 percent in three years",
                "Wrote a course of ninety lessons that four other schools now use",
            ),
        ),
        Job(
            "Teacher of Mathematics", "Harbour High School", "Hull, England", "09/2012 - 07/2018",
            (
                "Taught five classes a week and led the chess club to a national final",
                "Mentored six trainee teachers",
                "Organised the exchange with a school in Rouen",
            ),
        ),
    ),
    degrees=(
        Degree("Postgraduate Certificate in Education", "University of Leeds", "2011 - 2012"),
        Degree("BA in Mathematics and Philosophy", "Durham University", "2008 - 2011"),
    ),
    skills=("Curriculum design", "Mentoring", "GeoGebra", "Safeguarding", "Timetabling"),
    languages=("English (native)", "French (good)"),
    certifications=("National Professional Qualification for Middle Leadership, 2019",),
)  # fmt: skip

EVERYBODY = (ENGINEER, NURSE, TEACHER)
