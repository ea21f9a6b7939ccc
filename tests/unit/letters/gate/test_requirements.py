"""What only the job asks may not pass as the person's experience."""

import pytest

from resumate.letters.gate.requirements import check_requirements
from tests.unit.letters.gate.judging import codes


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        ("Python, SQL", "I use Python and SQL every day.", "I use Python and Terraform every day."),
        (
            "Built Python pipelines",
            "I built Python pipelines, and I would like to learn Terraform.",
            "I built Terraform pipelines.",
        ),
    ],
)
def test_requirements_of_a_true_sentence_pass_and_those_of_a_lie_do_not(line, true, lie):
    assert codes(check_requirements, true, line) == set()
    assert codes(check_requirements, lie, line) != set()
