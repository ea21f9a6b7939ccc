"""Names that are set in capitals, as they would stand in a letter."""

import pytest

from resumate.matching.capitals import calmed
from resumate.matching.read_job import read_job


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("SENIOR BACKEND ENGINEER (Go)", "Senior Backend Engineer (Go)"),
        ("HEAD OF IT AND TAX", "Head of IT and Tax"),
        ("SCIENTIST III", "Scientist III"),
        ("FACHKRAFT FÜR LOGISTIK", "Fachkraft für Logistik"),
        ("IBM", "IBM"),
        ("Senior QA Engineer", "Senior QA Engineer"),
    ],
)
def test_capitals_are_calmed_and_abbreviations_stay(written, told):
    assert calmed(written) == told


def test_a_short_name_in_capitals_may_be_how_a_firm_writes_itself():
    job = read_job("Job title: Welder\nCompany: BMW GROUP\n\nRequirements:\n- Five years of welding")
    assert job.company == "BMW GROUP"


def test_a_single_letter_in_brackets_is_no_mark_of_gender():
    assert read_job("Requirements:\n- Experience with plan (x) in a bakery\n- A van").title is None


@pytest.mark.parametrize("people", ["humans", "Germans", "Romans"])
def test_a_word_that_ends_like_an_occupation_is_none(people):
    assert read_job(f"we are {people} and friends\n\nyou must be able to bake good bread").title is None
