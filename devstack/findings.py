"""What a check of `resumate doctor` found, of this machine or of an AWS account."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found; `remedy` is what to do, and may be advice where all is well."""

    check: str
    ok: bool
    message: str
    remedy: str = ""


def show_findings(findings: Sequence[Finding], *, as_json: bool) -> int:
    """Print findings; return the exit code, 3 when one fails."""
    if as_json:
        print(json.dumps({"findings": [asdict(finding) for finding in findings]}, indent=2))
    else:
        for finding in findings:
            print(f"  {'✓' if finding.ok else '✗'} {finding.check}: {finding.message}")
            if finding.remedy:
                print(f"      {finding.remedy}")
    return 0 if all(finding.ok for finding in findings) else 3
