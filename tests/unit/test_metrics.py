"""The metrics that the code writes against the table that operators read, and what a whole letter leaves of them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from resumate.errors import Code

ROOT = Path(__file__).parents[2]
WRITERS = {"count", "measure"}
ROW = re.compile(r"^\| `(?P<name>\w+)` \| (?P<unit>\w+) \| (?:`(?P<dimension>\w+)`|none) \| .+ \|$", re.MULTILINE)


def constants(node: ast.expr) -> list[str]:
    """The values of a name that is written out, or of one chosen from two."""
    if isinstance(node, ast.IfExp):
        return [*constants(node.body), *constants(node.orelse)]
    assert isinstance(node, ast.Constant), ast.unparse(node)
    return [str(node.value)]


def written_metrics() -> Iterator[tuple[str, str, str | None]]:
    """Name, unit and dimension of each metric that the functions write."""
    for folder in ("layers/shared/resumate", "functions"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in WRITERS:
                    unit = constants(call.args[2])[0] if call.func.id == "measure" else "Count"
                    dimensions: list[str | None] = [word.arg for word in call.keywords if word.arg != "value"] or [None]
                    assert len(dimensions) == 1, f"{path}: one dimension a metric"
                    for name in constants(call.args[0]):
                        yield name, unit, dimensions[0]


def test_operators_find_every_metric_with_its_unit_and_dimension_in_the_table() -> None:
    text = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    section = text.partition("\n## Metrics\n")[2].partition("\n## ")[0]
    table = {(row["name"], row["unit"], row["dimension"]) for row in ROW.finditer(section)}
    assert table == set(written_metrics())


def test_dimensions_have_few_values() -> None:
    assert {dimension for _, _, dimension in written_metrics()} <= {None, "code", "reason", "format"}
    assert len(Code) < 100


@pytest.mark.parametrize("stack", ["template.yaml", "stacks/monitoring.yaml"])
def test_alarms_and_the_dashboard_look_at_metrics_that_are_written(stack: str) -> None:
    text = (ROOT / stack).read_text(encoding="utf-8")
    known = {name for name, _, _ in written_metrics()}
    watched = re.findall(r"Namespace: !Sub ResuMate/\$\{ApplicationName\}\n +MetricName: (\w+)", text)
    shown = re.findall(r'\["ResuMate/\$\{ApplicationName\}", "(\w+)"', text)
    shown += re.findall(r'\{\\"ResuMate/\$\{ApplicationName\}\\",\w+\} MetricName=\\"(\w+)', text)
    assert set(watched + shown) <= known
    assert yaml.compose(text)
    if stack != "template.yaml":
        assert watched
        assert shown
