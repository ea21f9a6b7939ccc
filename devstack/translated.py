"""`template.yaml` as CloudFormation gets it: the SAM translator's own work, for the tests and for `make scan`.

What SAM adds (versions, event sources, permissions) can only be checked here. Code is named by a stand-in address, since
nothing is uploaded; it is the one thing that differs from what `sam deploy` sends.
"""

import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

from samtranslator.translator.transform import transform  # type: ignore[import-untyped]  # it has no types
from samtranslator.yaml_helper import yaml_parse  # type: ignore[import-untyped]  # the same

from devstack.settings import REGION

ROOT: Final = Path(__file__).resolve().parent.parent
STACKS: Final = tuple(sorted((ROOT / "stacks").glob("*.yaml")))
_CODE: Final = {"AWS::Serverless::Function": "CodeUri", "AWS::Serverless::LayerVersion": "ContentUri"}


def translated(template: Path = ROOT / "template.yaml") -> dict[str, Any]:
    """Return the template without SAM's resources, intrinsic functions in their long form."""
    source = read_yaml(template)
    for resource in source["Resources"].values():
        if resource["Type"] in _CODE:
            resource["Properties"][_CODE[resource["Type"]]] = "s3://code/code.zip"
    # The translator asks boto3 for the region, which need not be set where nothing is deployed.
    before = os.environ.get("AWS_DEFAULT_REGION")
    os.environ["AWS_DEFAULT_REGION"] = REGION
    try:
        result: dict[str, Any] = transform(source, {}, SimpleNamespace(load=dict))
    finally:
        os.environ.pop("AWS_DEFAULT_REGION")
        if before is not None:
            os.environ["AWS_DEFAULT_REGION"] = before
    return result


def read_yaml(path: Path) -> dict[str, Any]:
    """Return a template as it is written, intrinsic functions in their long form."""
    found: dict[str, Any] = yaml_parse(path.read_text(encoding="utf-8"))
    return found


if __name__ == "__main__":
    json.dump(translated(), sys.stdout, indent=1)
