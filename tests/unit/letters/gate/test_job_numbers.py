"""A number of the job is held against the job's text, and never proves what the person did."""

import pytest

from resumate.letters.model import SentenceState
from resumate.letters.review import review
from tests.unit.letters.builders import letter_job
from tests.unit.letters.gate.judging import evidence

DESCRIPTION = (
    "Harbour Robotics builds 90 cranes a year. You lead a team of twelve. We work with Microsoft 365, R and SQL."
)


def stays(sentence, line):
    """Return whether a sentence that cites one line stays beside the job of Harbour Robotics."""
    item = evidence(1, line)
    job = letter_job(evidence=[item], description=DESCRIPTION)
    judged = review(f"{sentence.rstrip('.')} [e1].", job).sentences[0]
    return judged.state is not SentenceState.REMOVED or "number" not in {one.code for one in judged.findings}


@pytest.mark.parametrize(
    "sentence",
    [
        "Leading twelve people would be a small step for me, since I already lead nine bakers.",
        "A team of twelve would be the next step after the nine bakers that I lead.",
        "I lead nine bakers and am curious about the 90 cranes of Harbour Robotics.",
        "I lead nine bakers with R and SQL, two of the three tools you name.",
    ],
)
def test_a_number_of_the_job_needs_no_line_of_the_resume(sentence):
    assert stays(sentence, "Lead nine bakers with R and SQL")


@pytest.mark.parametrize(
    "sentence",
    [
        "I lead twelve bakers.",
        "Leading twelve people would be nothing new for me, since I lead bakers.",
        "Leading fifteen people would be a small step for me, since I already lead nine bakers.",
        "I lead nine bakers and built 90 cranes.",
        "I have worked with twelve of the bakers.",
    ],
)
def test_a_number_of_the_job_is_no_claim_of_the_person(sentence):
    assert not stays(sentence, "Lead nine bakers with R and SQL")
