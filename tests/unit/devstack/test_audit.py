"""The audit of the pins: what is known and accepted passes, all else fails, and silence is no clean bill."""

from typing import Any

from devstack.audit import ACCEPTED, problems_of

JOSE = {
    "name": "python-jose",
    "version": "3.5.0",
    "vulns": [{"id": "PYSEC-1", "aliases": ["CVE-2026-85394", "GHSA-x"]}],
}


def report(*packages: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"dependencies": [*packages, {"name": "fine", "version": "1", "vulns": []}]}]


def test_the_one_accepted_finding_passes_under_whatever_name() -> None:
    assert list(problems_of(report(JOSE))) == []
    assert list(ACCEPTED) == [("python-jose", "CVE-2026-85394")]


def test_any_other_finding_fails() -> None:
    other = {"name": "pypdf", "version": "6.0.0", "vulns": [{"id": "GHSA-y", "aliases": []}]}
    (problem,) = problems_of(report(JOSE, other))
    assert "pypdf: GHSA-y" in problem


def test_another_finding_of_the_same_package_fails() -> None:
    worse = {**JOSE, "vulns": [*JOSE["vulns"], {"id": "CVE-2027-1", "aliases": []}]}
    assert any("CVE-2027-1" in problem for problem in problems_of(report(worse)))


def test_a_package_that_could_not_be_looked_up_fails() -> None:
    (problem,) = problems_of(report(JOSE, {"name": "boto3", "skip_reason": "not found"}))
    assert "boto3" in problem
    assert "within reach" in problem


def test_an_acceptance_that_is_no_longer_needed_fails() -> None:
    (problem,) = problems_of(report())
    assert "no longer found" in problem
