"""Where a check is not followed, the reason stands beside the resource."""

from pathlib import Path
from typing import Any

import pytest

from devstack.scan import problems_of
from devstack.translated import STACKS

ROOT = Path(__file__).parents[3]


def test_every_check_that_is_not_followed_has_a_sentence(templates: dict[str, dict[str, Any]]):
    found = 0
    for template in templates.values():
        for name, item in template["Resources"].items():
            for skip in item.get("Metadata", {}).get("checkov", {}).get("skip", []):
                found += 1
                assert len(skip["comment"]) > 20, name
                assert skip["comment"].endswith("."), name
    assert found


@pytest.mark.parametrize("path", [ROOT / "template.yaml", *STACKS], ids=lambda path: path.name)
def test_a_lint_rule_is_switched_off_only_below_a_comment(path: Path):
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if "ignore_checks" in line:
            assert lines[number - 1].lstrip().startswith("#"), f"{path.name}:{number + 1}"


def test_a_finding_is_told_by_its_rule_and_its_resource():
    finding = {"check_id": "CKV_1", "check_name": "Ensure", "file_path": "/stacks/web.yaml", "resource": "Bucket"}
    found = {"results": {"failed_checks": [finding], "parsing_errors": ["stacks/broken.yaml"]}}
    assert list(problems_of(found)) == ["CKV_1: Ensure\n    web.yaml, Bucket", "stacks/broken.yaml could not be read."]
