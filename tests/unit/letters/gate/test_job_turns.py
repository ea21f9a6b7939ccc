"""Where a sentence turns to the job it is held against the job, and a claim hidden behind the turn is still found."""

import pytest

from resumate.letters.gate.job_turns import cut_where_it_turns
from tests.unit.letters.gate.judging import verdict

_REPORTS = "Wrote 14 weekly reports in Excel for three bakeries"


def test_a_sentence_is_cut_only_where_the_rest_is_of_the_job():
    def is_of_the_job(part):
        return "your" in part

    assert cut_where_it_turns("I run a bakery, a thing that your team needs", is_of_the_job) == [
        "I run a bakery",
        "a thing that your team needs",
    ]
    assert cut_where_it_turns("Since your team grows, I may be of use", is_of_the_job) == [
        "Since your team grows",
        "I may be of use",
    ]
    assert cut_where_it_turns("I run a bakery, a thing of my own", is_of_the_job) == [
        "I run a bakery, a thing of my own"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "I wrote 14 weekly reports in Excel, and I look forward to writing some for Harbour Robotics.",
        "I wrote 14 weekly reports in Excel, a habit that I would also keep at Harbour.",
        "I wrote 14 weekly reports in Excel and would be glad to learn the Terraform that you use at Harbour Robotics.",
        "Since you work with Kubernetes in production, my 14 weekly reports in Excel are only a beginning.",
        "You want somebody who keeps data quality high: I wrote 14 weekly reports for three bakeries.",
        "I have not used Terraform yet, but I wrote 14 weekly reports in Excel.",
        "I wrote 14 weekly reports in Excel, and Terraform would be new to me.",
        "Having written 14 weekly reports in Excel, I feel ready to run the data platform of Harbour Robotics.",
    ],
)
def test_what_is_said_of_the_job_needs_no_line_of_the_resume(sentence):
    assert verdict(sentence, _REPORTS) == (True, set())


@pytest.mark.parametrize(
    "sentence",
    [
        "I wrote 14 weekly reports in Excel, as I already do at Harbour Robotics.",
        "I wrote 14 weekly reports while working for Harbour Robotics.",
        "At Harbour I wrote 14 weekly reports in Excel.",
        "I wrote 14 weekly reports in Terraform, just as you ask.",
        "I wrote 14 weekly reports and run Kubernetes in production, which your role requires.",
        "I wrote 14 weekly reports in Excel, and I would bring seven years of Kubernetes.",
        "I wrote 19 weekly reports in Excel, and I look forward to working at Harbour Robotics.",
        "I wrote 14 weekly reports in Excel, so leading your team would be a natural next step with Terraform.",
    ],
)
def test_a_claim_beside_the_job_is_still_refused(sentence):
    assert verdict(sentence, _REPORTS)[0] is False
