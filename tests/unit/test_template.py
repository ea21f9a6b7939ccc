"""The template against the code: every function folder, route, setting and alarm is where the other side expects it."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from resumate import config
from resumate.gateway.messages import ACTIONS

ROOT = Path(__file__).parents[2]


class _Loader(yaml.SafeLoader):
    """Reads CloudFormation's short tags as plain data: `!Ref X` becomes {"!Ref": "X"}."""


def _tag(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> dict[str, Any]:
    if isinstance(node, yaml.ScalarNode):
        return {f"!{suffix}": loader.construct_scalar(node)}
    if isinstance(node, yaml.SequenceNode):
        return {f"!{suffix}": loader.construct_sequence(node, deep=True)}
    return {f"!{suffix}": loader.construct_mapping(node, deep=True)}


_Loader.add_multi_constructor("!", _tag)


@pytest.fixture(scope="module")
def template() -> dict[str, Any]:
    return yaml.load((ROOT / "template.yaml").read_text(), Loader=_Loader)  # noqa: S506 - a SafeLoader with tags


def of_type(template: dict[str, Any], kind: str) -> dict[str, dict[str, Any]]:
    return {name: item["Properties"] for name, item in template["Resources"].items() if item["Type"] == kind}


def functions_of(template: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {item["CodeUri"].split("/")[1]: item for item in of_type(template, "AWS::Serverless::Function").values()}


def test_every_function_folder_is_deployed_with_its_own_dotted_handler(template: dict[str, Any]) -> None:
    folders = {path.parent.name for path in (ROOT / "functions").glob("*/app.py")}
    functions = functions_of(template)
    assert set(functions) == folders
    assert all(item["Handler"] == f"functions.{name}.app.lambda_handler" for name, item in functions.items())


def test_every_action_has_a_route(template: dict[str, Any]) -> None:
    routes = {route["RouteKey"] for route in of_type(template, "AWS::ApiGatewayV2::Route").values()}
    actions = {action.__struct_config__.tag for action in ACTIONS}
    assert routes == actions | {"$connect", "$disconnect", "$default"}


def test_only_connecting_is_authorized_and_it_always_is(template: dict[str, Any]) -> None:
    routes = of_type(template, "AWS::ApiGatewayV2::Route").values()
    authorized = [route["RouteKey"] for route in routes if route.get("AuthorizationType") == "CUSTOM"]
    assert authorized == ["$connect"]


def test_every_integration_may_invoke_its_function(template: dict[str, Any]) -> None:
    integrations = of_type(template, "AWS::ApiGatewayV2::Integration").values()
    permitted = {item["FunctionName"]["!Ref"] for item in of_type(template, "AWS::Lambda::Permission").values()}
    invoked = {item["IntegrationUri"]["!Sub"].split("${")[-1].split(".Arn")[0] for item in integrations}
    assert invoked
    assert invoked <= permitted


def test_every_function_has_an_alarm_for_its_errors_and_every_alarm_tells_somebody(template: dict[str, Any]) -> None:
    alarms = of_type(template, "AWS::CloudWatch::Alarm")
    watched = {item["Dimensions"][0]["Value"]["!Ref"] for item in alarms.values() if item["MetricName"] == "Errors"}
    assert watched == set(of_type(template, "AWS::Serverless::Function"))
    for name, alarm in alarms.items():
        assert alarm["AlarmActions"] == alarm["OKActions"] == [{"!Ref": "AlarmTopic"}], name
        assert alarm["TreatMissingData"], name
        assert "docs/operations.md" in alarm["AlarmDescription"], name


def test_every_variable_that_the_template_sets_is_a_setting_somebody_reads(template: dict[str, Any]) -> None:
    known = {field.name.upper() for kind in config.ALL for field in msgspec.structs.fields(kind)}
    for name, function in functions_of(template).items():
        assert set(function.get("Environment", {}).get("Variables", {})) <= known, name
