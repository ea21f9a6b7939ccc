"""A fact that is true of one employer may not move to another."""

from resumate.letters.gate.moved_facts import check_moved_facts
from tests.unit.letters.gate.judging import claim, evidence

MILL = evidence(1, "Trained nine bakers")
HARBOUR = evidence(2, "Built ovens", organisation="Harbour Works")


def test_a_fact_of_the_named_employer_passes():
    assert list(check_moved_facts(claim("At Mill Lane I trained nine bakers.", MILL, uncited=[HARBOUR]))) == []


def test_a_fact_of_another_employer_does_not():
    (finding,) = check_moved_facts(claim("At Harbour Works I trained nine bakers.", MILL, uncited=[HARBOUR]))
    assert finding.code == "moved"
    assert "Mill Lane" in finding.explanation
