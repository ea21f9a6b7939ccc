"""Reads what each role may do out of the translated template, in the words of the table in docs/operations.md."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DOCUMENT = Path(__file__).parents[3] / "docs" / "operations.md"
HEAD = "| Function | For | May | On | Only |"
_ROW = re.compile(r"^\| `(\w+)` \|(.*)\|$", re.MULTILINE)
_PART = r"(?:\$\{[^}]*\}|[^:$])*:"
_PREFIX = re.compile(rf"^arn:{_PART * 4}")

Resources = dict[str, dict[str, Any]]


def rows_of_template(template: dict[str, Any]) -> list[str]:
    """Return a row for each statement: of the policies that roles share, then of each function, in the template's order."""
    resources: Resources = template["Resources"]
    rows = []
    for name, item in resources.items():
        if item["Type"] == "AWS::IAM::ManagedPolicy":
            statements = item["Properties"]["PolicyDocument"]["Statement"]
            rows += [f"| `{name}` | {' | '.join(words(statement))} |" for statement in statements]
    for function, role in roles_of_functions(resources):
        shared = ", ".join(f"`{policy}`" for policy in shared_policies(resources, role))
        rows.append(f"| `{function}` | shares | {shared} |  |  |")
        rows += [f"| `{function}` | {' | '.join(words(statement))} |" for statement in own_statements(resources, role)]
    return rows


def rows_of_document() -> list[str]:
    """Return the rows below the table's head in the document."""
    _, _, table = DOCUMENT.read_text(encoding="utf-8").partition(HEAD)
    return [match.group(0) for match in _ROW.finditer(table.partition("\n## ")[0])]


def roles_of_functions(resources: Resources) -> Iterator[tuple[str, str]]:
    """Yield each function by the name of its folder, and the logical id of its role."""
    for item in resources.values():
        if item["Type"] == "AWS::Lambda::Function":
            yield item["Properties"]["Handler"].split(".")[1], item["Properties"]["Role"]["Fn::GetAtt"][0]


def shared_policies(resources: Resources, role: str) -> list[str]:
    """Return the policies of this template that a role shares with others; a policy of AWS allows more than is needed."""
    names = [on_aws(policy).get("Ref") for policy in resources[role]["Properties"].get("ManagedPolicyArns", [])]
    assert all(name in resources for name in names), f"{role} has a policy of AWS"
    return names


def own_statements(resources: Resources, role: str) -> Iterator[dict[str, Any]]:
    """Yield the statements of a role's own policies."""
    for policy in resources[role]["Properties"].get("Policies", []):
        for statement in policy["PolicyDocument"]["Statement"]:
            yield from (kept for kept in branches(statement) if "Sid" in kept)


def branches(value: Any) -> Iterator[Any]:
    """Yield what a value can be on AWS: both sides of a choice that is the operator's."""
    if isinstance(value, dict) and "Fn::If" in value:
        condition, yes, no = value["Fn::If"]
        yield from branches(yes)
        if condition != "IsOnAws":
            yield from branches(no)
    else:
        yield value


def on_aws(value: Any) -> Any:
    """Return the value on AWS where the choice is the home's."""
    return next(branches(value))


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def words(statement: dict[str, Any]) -> tuple[str, str, str, str]:
    """Return what a statement is for, what may be done, on what, and under which condition."""
    verb = "" if statement["Effect"] == "Allow" else "**never** "
    actions = ", ".join(f"`{action}`" for action in as_list(statement["Action"]))
    places = ", ".join(f"`{place(on_aws(resource))}`" for resource in as_list(on_aws(statement["Resource"])))
    limits = [
        f"`{key}` {', '.join(place(limit) for limit in as_list(values))}"
        for rule in statement.get("Condition", {}).values()
        for key, values in rule.items()
    ]
    return statement["Sid"], verb + actions, places, "; ".join(limits)


def place(value: Any) -> str:
    """Return a resource in short: `PromptQueue`, `endpoint/<stack>-embedder`."""
    if isinstance(value, dict) and "Fn::GetAtt" in value:
        first, attribute = value["Fn::GetAtt"]
        return first if attribute == "Arn" else f"{first}.{attribute.removeprefix('Outputs.')}"
    if isinstance(value, dict) and "Ref" in value:
        return str(value["Ref"])
    text = value if isinstance(value, str) else value["Fn::Sub"]
    text = text if isinstance(text, str) else text[0]
    text = _PREFIX.sub("", text).replace(".${AWS::Region}.amazonaws.com", "").replace(".Arn}", "}")
    return re.sub(r"\$\{(?:AWS::)?(\w+)\}", lambda match: f"<{match.group(1)}>", text).replace("StackName", "stack")
