"""Every check of the gate has tests of its own."""

from pathlib import Path

import pytest

from resumate.letters.gate.meaning import check_meaning
from resumate.letters.gate.ordinals import check_places
from resumate.letters.gate.registry import CHECKS, findings_for, is_proven
from tests.unit.letters.gate.judging import claim, evidence

HERE = Path(__file__).parent


@pytest.mark.parametrize("check", [*CHECKS, check_meaning], ids=lambda check: check.__name__)
def test_a_check_has_a_file_of_tests(check):
    name = check.__module__.rpartition(".")[2]
    assert check.__name__ in (HERE / f"test_{name}.py").read_text(encoding="utf-8")


def test_a_proven_claim_has_no_findings_and_another_has_each_once():
    line = evidence(1, "Trained nine bakers")
    true, false = claim("I trained nine bakers.", line), claim("I trained ninety bakers and ninety cooks.", line)
    assert findings_for(true) == []
    assert is_proven(true)
    found = [(finding.code, finding.words) for finding in findings_for(false)]
    assert found
    assert len(found) == len(set(found))
    assert not is_proven(false)


def test_places_are_asked_where_numbers_are():
    assert check_places in CHECKS
