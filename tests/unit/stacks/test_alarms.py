"""Whatever goes wrong rings for somebody, and whoever is woken finds a page that says what to do."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

OPERATIONS = Path(__file__).parents[3] / "docs" / "operations.md"
WITHOUT_THROTTLES = {"migrate-database"}
"""A deploy calls it, and fails loudly when it is refused."""

OWN = {"Fn::Sub": "ResuMate/${ApplicationName}"}
"""The stack's own namespace: another stack of the account has another."""

Alarms = dict[str, dict[str, Any]]


@pytest.fixture
def alarms(templates: dict[str, dict[str, Any]]) -> Alarms:
    return {
        name: item["Properties"]
        for template in templates.values()
        for name, item in template["Resources"].items()
        if item["Type"] == "AWS::CloudWatch::Alarm"
    }


@pytest.fixture
def function_names(application: dict[str, Any]) -> set[str]:
    functions = [item for item in application["Resources"].values() if item["Type"] == "AWS::Lambda::Function"]
    return {item["Properties"]["FunctionName"]["Fn::Sub"].removeprefix("${AWS::StackName}-") for item in functions}


@pytest.mark.parametrize(
    ("what", "namespace", "metric"),
    [
        ("dead letters", "AWS/SQS", "ApproximateNumberOfMessagesVisible"),
        ("age of the oldest message", "AWS/SQS", "ApproximateAgeOfOldestMessage"),
        ("function errors", "AWS/Lambda", "Errors"),
        ("throttles", "AWS/Lambda", "Throttles"),
        ("duration", "AWS/Lambda", "Duration"),
        ("endpoint 5xx", "AWS/SageMaker", "Invocation5XXErrors"),
        ("endpoint latency", "AWS/SageMaker", "ModelLatency"),
        ("the same of Bedrock", "AWS/Bedrock", "InvocationServerErrors"),
        ("database connections", "AWS/RDS", "DatabaseConnections"),
        ("database storage", "AWS/RDS", "FreeStorageSpace"),
        ("database capacity", "AWS/RDS", "ACUUtilization"),
        ("authorizer denials", OWN, "connections_refused"),
        ("letters failed", OWN, "letters_failed"),
        ("resumes failed", OWN, "resumes_failed"),
    ],
)
def test_there_is_an_alarm_for(what: str, namespace: Any, metric: str, alarms: Alarms):
    assert [alarm for alarm in alarms.values() if (alarm["Namespace"], alarm["MetricName"]) == (namespace, metric)], (
        what
    )


def test_every_function_rings_when_it_is_refused(alarms: Alarms, function_names: set[str]):
    watched = {
        alarm["Dimensions"][0]["Value"]["Fn::Sub"].removeprefix("${ApplicationName}-")
        for alarm in alarms.values()
        if alarm["MetricName"] == "Throttles"
    }
    assert watched == function_names - WITHOUT_THROTTLES


def test_slow_is_what_one_person_in_twenty_meets(alarms: Alarms):
    slow = [alarm for alarm in alarms.values() if alarm["MetricName"] == "Duration"]
    assert len(slow) >= 5
    assert all(alarm["ExtendedStatistic"] == "p95" for alarm in slow)


def test_every_alarm_tells_the_topic_and_tells_it_again_when_all_is_well(alarms: Alarms):
    topic = ([{"Ref": "AlarmTopic"}], [{"Ref": "AlarmTopicArn"}])
    for name, alarm in alarms.items():
        assert alarm["TreatMissingData"] == "notBreaching", name
        if name != "WantedAlarm":  # it wakes the model, and nobody else
            assert alarm["AlarmActions"] in topic, name
            assert alarm["OKActions"] in topic, name


def test_every_alarm_names_a_section_that_is_there(alarms: Alarms):
    sections = set(re.findall(r"(?m)^#+ (.+)$", OPERATIONS.read_text(encoding="utf-8")))
    named = {}
    for name, alarm in alarms.items():
        found = re.search(r'See docs/operations\.md, "([^"]+)"\.$', alarm["AlarmDescription"])
        assert found, name
        named[name] = found.group(1)
    assert set(named.values()) <= sections, sorted(set(named.values()) - sections)


def test_no_two_alarms_of_one_deploy_have_the_same_name(templates: dict[str, dict[str, Any]]):
    names: dict[str, str | None] = {}
    for template in templates.values():
        for item in template["Resources"].values():
            if item["Type"] == "AWS::CloudWatch::Alarm":
                name = item["Properties"]["AlarmName"]["Fn::Sub"].partition("}-")[2]
                other = names.get(name, "none")
                # Of one name there may be two, where one condition excludes the other.
                assert other == "none" or {other, item.get("Condition")} == {"UsesSageMaker", "UsesBedrock"}, name
                names[name] = item.get("Condition")


def test_a_month_has_a_budget_and_the_topic_hears_of_it(templates: dict[str, dict[str, Any]]):
    budget = templates["monitoring"]["Resources"]["MonthlyCost"]["Properties"]
    assert budget["Budget"]["TimeUnit"] == "MONTHLY"
    kinds = {item["Notification"]["NotificationType"] for item in budget["NotificationsWithSubscribers"]}
    assert kinds == {"ACTUAL", "FORECASTED"}
    topic = templates["template"]["Resources"]
    for statements in (
        topic["AlarmTopicPolicy"]["Properties"]["PolicyDocument"]["Statement"],
        topic["DataKey"]["Properties"]["KeyPolicy"]["Statement"],
    ):
        assert "budgets.amazonaws.com" in json.dumps(statements)


def test_the_dashboard_asks_in_the_order_of_whoever_is_on_call(stacks: dict[str, dict[str, Any]]):
    body, _ = stacks["monitoring"]["Resources"]["Dashboard"]["Properties"]["DashboardBody"]["Fn::Sub"]
    widgets = json.loads(body)["widgets"]
    questions = [item["properties"]["markdown"] for item in widgets if item["type"] == "text"]
    assert [question[3] for question in questions] == [str(number) for number in range(1, len(questions) + 1)]
    for topic in ("finished", "long", "fails", "queue", "functions", "models", "database", "cost"):
        assert any(topic in question for question in questions), topic
    assert [(item["y"], item["x"]) for item in widgets] == sorted((item["y"], item["x"]) for item in widgets)
    assert all(item["x"] + item["width"] <= 24 for item in widgets)
