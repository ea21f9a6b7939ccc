"""Finds resources of a kind in one template or in all of them."""

import json
from typing import Any

Template = dict[str, Any]
Templates = dict[str, Template]

KEY = ({"Ref": "DataKey"}, {"Fn::GetAtt": ["DataKey", "Arn"]}, {"Ref": "DataKeyArn"})
KEPT = "RetainExceptOnCreate"


def of_type(template: Template, kind: str) -> dict[str, dict[str, Any]]:
    found = {name: item for name, item in template["Resources"].items() if item["Type"] == kind}
    assert found, kind
    return found


def properties(template: Template, kind: str) -> dict[str, dict[str, Any]]:
    return {name: item["Properties"] for name, item in of_type(template, kind).items()}


def in_all(templates: Templates, kind: str) -> dict[str, dict[str, Any]]:
    return {
        name: item
        for template in templates.values()
        for name, item in template["Resources"].items()
        if item["Type"] == kind
    }


def suffix_in(value: Any) -> bool:
    return "AWS::StackId" in json.dumps(value) or "Suffix" in json.dumps(value)
