"""`python -m devstack.audit`: looks the pins up in the public list of known vulnerabilities; `make audit` runs it.

Fails on any finding that is not in `ACCEPTED`, on an accepted one that is no longer found, and when a package could not
be looked up: a list out of reach must not look like a clean one. It needs the network, so it is no part of
`make check`; the pipeline runs it on every change and every night.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from devstack.pins import FILES, OWN_ENVIRONMENTS, ROOT

TOOL: Final = ROOT / ".venv-audit" / "bin" / "pip-audit"
ACCEPTED: Final = {
    ("python-jose", "CVE-2026-85394"): (
        "it takes a public key in DER form for an HMAC secret; `identity.py` passes RS256 alone, with a key built from "
        "the pool's own RSA JWK, and refuses any other header before decoding"
    ),
}
"""Findings that cannot be reached, each with the reason; the tests of `identity.py` prove it."""

Finding = tuple[str, str]


def main() -> int:
    """Audit every file of pins; 1 when anything is wrong."""
    if not TOOL.is_file():
        print(f"{TOOL} is missing; run `make audit`.", file=sys.stderr)
        return 1
    reports = {file.name: _report(file.with_suffix(".txt")) for file in (*FILES, *OWN_ENVIRONMENTS)}
    problems = list(problems_of(reports.values()))
    for problem in problems:
        print(problem)
    if not problems:
        print(f"{len(reports)} files of pins: nothing but what is accepted.")
        for (package, identifier), reason in ACCEPTED.items():
            print(f"  accepted: {package} {identifier}: {reason}")
    return 1 if problems else 0


def problems_of(reports: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield one sentence for each thing that is wrong with what pip-audit reported."""
    found: set[Finding] = set()
    skipped: set[str] = set()
    for report in reports:
        for package in report["dependencies"]:
            if "skip_reason" in package:
                skipped.add(package["name"])
            found |= {_finding(package, one) for one in package.get("vulns", [])}
    if skipped:
        yield (
            f"{len(skipped)} packages could not be looked up ({', '.join(sorted(skipped)[:5])} …): "
            "is the package index's list of vulnerabilities within reach?"
        )
        return
    for package, identifier in sorted(found - ACCEPTED.keys()):
        yield f"{package}: {identifier}. Take a version without it (`make pins UPGRADE=--upgrade`)."
    for package, identifier in sorted(ACCEPTED.keys() - found):
        yield f"{package}: {identifier} is accepted and no longer found; take it out of devstack/audit.py."


def _finding(package: dict[str, Any], one: dict[str, Any]) -> Finding:
    """Return the package and the identifier, by its CVE where it has one: lists name the same thing differently."""
    names = [one["id"], *one.get("aliases", [])]
    return package["name"], next((name for name in names if name.startswith("CVE-")), one["id"])


def _report(file: Path) -> dict[str, Any]:
    command = [str(TOOL), "--progress-spinner", "off", "--require-hashes", "--disable-pip", "--format", "json"]
    done = subprocess.run(  # noqa: S603 - our own tool on our own files
        [*command, "--requirement", str(file)], capture_output=True, text=True, check=False, timeout=600
    )
    try:
        report: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        print(done.stderr, file=sys.stderr)
        return {"dependencies": [{"name": file.name, "skip_reason": "the tool gave no report"}]}
    return report


if __name__ == "__main__":
    sys.exit(main())
