"""From what to what something changed must be told the right way round."""

import pytest

from resumate.letters.gate.transitions import check_transitions
from tests.unit.letters.gate.judging import codes


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "Moved the shop from Heroku to Fargate",
            "I moved the shop from Heroku to Fargate.",
            "I moved the shop from Fargate to Heroku.",
        ),
        ("Replaced Nagios with Prometheus", "I replaced Nagios with Prometheus.", "I replaced Prometheus with Nagios."),
    ],
)
def test_transitions_of_a_true_sentence_pass_and_those_of_a_lie_do_not(line, true, lie):
    assert codes(check_transitions, true, line) == set()
    assert codes(check_transitions, lie, line) != set()
