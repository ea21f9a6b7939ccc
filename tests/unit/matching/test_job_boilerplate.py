"""What an advertisement says about itself, its company and its terms never becomes a requirement."""

import pytest

from resumate.matching.read_job import read_job

REAL = "Experience with hand tools"


def asked(text):
    return [requirement.text for requirement in read_job(text).requirements]


@pytest.mark.parametrize(
    "heading",
    [
        "Benefits",
        "What we offer",
        "What's in it for you?",
        "Perks of working here include:",
        "Why join us?",
        "About us",
        "Our values",
        "Company commitment",
        "Equal opportunity",
        "How to apply",
        "Application instructions",
        "Additional details",
        "Salary",
        "Layer B — Behavioural Analysis",
        "Notes to self",
        "Wir bieten",
        "Nous vous offrons",
        "Se ofrece",
    ],
)
def test_nothing_under_such_a_heading_is_asked(heading):
    text = (
        f"## Requirements\n\n- {REAL}\n- A driving licence\n\n## {heading}\n\n- Something nice for everybody\n- We care"
    )
    assert asked(text) == [REAL, "A driving licence"]


@pytest.mark.parametrize(
    "line",
    [
        "We offer 28 days of paid holiday and a company pension.",
        "Competitive salary of £30,000 - £35,000 per annum",
        "We are an equal opportunity employer and value diversity.",
        "All qualified applicants will receive consideration without regard to race or religion.",
        "To apply, send your CV and a cover letter to jobs@example.com",
        "Closing date: 6 June",
        "Applicants must be legally authorized to work in the United States.",
        "Location: Leeds",
        "Reports to: Head of Works",
        "Other duties as assigned",
        "Hybrid working model: 3 days in the office",
        "You will receive a generous bonus scheme and private medical insurance.",
        "Please note that this post is subject to a background check.",
        "The JD states fluent English; frame the resume around delivery.",
    ],
)
def test_a_line_of_terms_among_the_requirements_is_left_out(line):
    assert asked(f"Requirements:\n- {REAL}\n- {line}\n- A driving licence") == [REAL, "A driving licence"]


@pytest.mark.parametrize(
    "item",
    [
        "Apply knowledge of building regulations to drawings",
        "Administer the company's pension and benefits records",
        "Prepare salary payments for 200 employees",
        "Acts as first point of contact for customers",
        "Experience with Applied Systems Epic",
        "Manage equality, diversity and inclusion training",
        "Write cover letters and reports for the director",
        "Interview candidates and check references",
    ],
)
def test_a_duty_that_only_sounds_like_terms_stays(item):
    assert item in asked(f"Duties:\n- {REAL}\n- {item}")


def test_the_furniture_of_a_print_out_is_left_out():
    text = (
        "Job Description                                   https://jobs.example.com/view?id=7\n\n"
        "   This site uses cookies to enhance your experience.\n   OK\n\n   New Search\n   Login Page\n\n"
        "   Carpenter\n   Close Date 6/6/23\n   Apply Now\n\n   Requirements:\n\n"
        f'      !"{REAL}\n      !"A driving licence\n\n1 of 2                          5/22/23, 13:23\n'
        "Job Description                                   https://jobs.example.com/view?id=7\n\n"
        '      !"Patience with apprentices\n\n   Back Share Apply Now\n\n2 of 2       5/22/23, 13:23\n'
    )
    assert asked(text) == [REAL, "A driving licence", "Patience with apprentices"]


def test_a_label_drops_its_own_value_and_not_what_follows():
    text = "Location: Leeds\n\nWe need a carpenter with at least two years of site experience. You must own a van."
    assert asked(text) == ["We need a carpenter with at least two years of site experience", "You must own a van"]


def test_praise_of_the_company_in_prose_is_left_out():
    text = (
        "We are a leading maker of chairs. Founded in 1920, we have won many awards. Our mission is comfort."
        " We need a carpenter who can read drawings. Join our family!"
    )
    assert asked(text) == ["We need a carpenter who can read drawings"]


def test_an_announcement_that_asks_nothing_more_is_left_out():
    text = (
        "Hillside Joinery is looking for a carpenter to join our team.\n\nRequirements:\n- Experience with hand tools"
    )
    assert asked(text) == [REAL]
