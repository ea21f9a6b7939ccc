"""A name of a tool, a product or a place must stand in the cited lines, in whatever form."""

import pytest

from resumate.letters.gate.names import check_names
from tests.unit.letters.gate.judging import codes


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        ("Moved orders to Kubernetes", "I moved the orders to K8s.", "I moved the orders to OpenShift."),
        ("Wrote firmware in C/C++11", "I wrote firmware in C++.", "I wrote firmware in Rust."),
        ("CEng MICE since 2023", "I am a member of the ICE.", "I am a member of the IET."),
        ("Sorted stock by value", "I sorted stock into A, B and C.", "I sorted stock with SAP."),
        ("Wrote reports in MS Excel", "I wrote the reports in Excel.", "I wrote the reports in Tableau."),
        (
            "Baked for the Riverside Festival",
            "I baked for the Riverside Festival.",
            "I baked for the Ashdown Festival.",
        ),
    ],
)
def test_names_of_a_true_sentence_pass_and_those_of_a_lie_do_not(line, true, lie):
    assert codes(check_names, true, line) == set()
    assert codes(check_names, lie, line) != set()
