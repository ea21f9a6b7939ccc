"""Everything breaks at random times, and no letter is lost, doubled or somebody else's; `make chaos` is the long run."""

import secrets

import pytest

from tests.e2e.resilience.chaos.world import Plan, run


@pytest.mark.timeout(1200)  # a stack of its own is started first
def test_whatever_breaks_every_letter_ends_once_and_belongs_to_its_owner():
    seed = secrets.randbelow(10**6)
    outcome = run(Plan(seed))
    assert outcome.broken == [], f"seed {seed}, faults {outcome.faults}"
    assert sum(outcome.ended.values()) >= 16
    assert sum(outcome.faults.values()) >= 5
