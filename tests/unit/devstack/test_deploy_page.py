"""The page goes to its bucket whole, start page last, and CloudFront is told; and how commands find their stack."""

# ruff: noqa: N803 - the parameters of the fakes are named as boto3 names them

import argparse
import json
import re
from pathlib import Path
from typing import Any

import pytest
from botocore import xform_name

from devstack.aws import target as targets
from devstack.aws.operator import ask
from devstack.aws.target import Target, add_target_to, aws_clients, find_target
from devstack.cli import main
from devstack.commands import deploy_page
from devstack.problems import Problem, ProblemCode
from devstack.settings import Settings
from tests.unit.deployment.fake_sagemaker import Checked, service

from .fake_account import OUTPUTS, Account


class Bucket(Checked):
    """S3."""

    def __init__(self) -> None:
        super().__init__("s3")
        self.files: dict[str, dict[str, Any]] = {"old/module.js": {}}

    def on_put_object(self, Bucket: str, Key: str, **rest: Any) -> dict[str, Any]:
        assert Bucket == "page"
        self.files[Key] = rest
        return {}

    def on_list_objects_v2(self, Bucket: str) -> dict[str, Any]:
        return {"Contents": [{"Key": key} for key in self.files]}

    def on_delete_object(self, Bucket: str, Key: str) -> dict[str, Any]:
        del self.files[Key]
        return {}


class Distribution(Checked):
    """CloudFront: an invalidation is done at the third look."""

    def __init__(self, looks: int = 2) -> None:
        super().__init__("cloudfront")
        self.looks = looks

    def on_create_invalidation(self, DistributionId: str, InvalidationBatch: dict[str, Any]) -> dict[str, Any]:
        assert InvalidationBatch["Paths"] == {"Quantity": 1, "Items": ["/*"]}
        return {"Invalidation": {"Id": "I1", "Status": "InProgress"}}

    def on_get_invalidation(self, DistributionId: str, Id: str) -> dict[str, Any]:
        self.looks -= 1
        return {"Invalidation": {"Id": Id, "Status": "InProgress" if self.looks > 0 else "Completed"}}


@pytest.fixture
def settings() -> Settings:
    root = Path(__file__).parents[3]
    return Settings(root, root / "nowhere")


@pytest.fixture
def services() -> dict[str, Any]:
    return {"s3": Bucket(), "cloudfront": Distribution()}


@pytest.fixture
def target(services: dict[str, Any]) -> Target:
    return Target("resumate", "eu-central-1", dict(OUTPUTS), services.__getitem__, is_local=False)


def test_every_file_of_the_page_is_uploaded_with_its_type_and_the_start_page_last(
    target: Target, services: dict[str, Any], settings: Settings
) -> None:
    assert deploy_page.upload_page(target, settings) == ["old/module.js"]
    files = services["s3"].files
    assert list(files)[-1] == "index.html"
    assert files["index.html"]["ContentType"] == "text/html; charset=utf-8"
    assert {item["CacheControl"] for item in files.values()} == {deploy_page.CACHE}
    assert all(files[name]["ContentType"].startswith("text/javascript") for name in files if name.endswith(".js"))


def test_the_page_is_told_its_stack_and_may_talk_to_nothing_else(
    target: Target, services: dict[str, Any], settings: Settings
) -> None:
    deploy_page.upload_page(target, settings)
    config = json.loads(services["s3"].files["config.json"]["Body"])
    assert config == {
        "socket": "wss://abc.execute-api.eu-central-1.amazonaws.com/live",
        "cognito": "https://cognito-idp.eu-central-1.amazonaws.com/",
        "userPoolClientId": "client",
    }
    page = services["s3"].files["index.html"]["Body"].decode()
    policy = page.split("connect-src ")[1].split(";")[0]
    assert policy.split() == [
        "'self'",
        "https://cognito-idp.eu-central-1.amazonaws.com",
        "https://resumes.s3.eu-central-1.amazonaws.com",
        "wss://abc.execute-api.eu-central-1.amazonaws.com",
    ]


def test_the_command_waits_for_cloudfront_and_prints_the_address(
    target: Target, services: dict[str, Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(deploy_page, "find_target", lambda *_: target)
    monkeypatch.setattr(deploy_page, "_POLL_SECONDS", 0.0)
    assert main(["deploy-page", "--stack-name", "resumate"]) == 0
    assert capsys.readouterr().out == "https://letters.example\n"
    assert services["cloudfront"].looks == 0


def test_waiting_for_cloudfront_ends(target: Target, services: dict[str, Any]) -> None:
    services["cloudfront"] = Distribution(looks=10_000)
    seconds = [0.0]

    def sleep(pause: float) -> None:
        seconds[0] += pause

    with pytest.raises(Problem, match="still clearing"):
        deploy_page.clear_cache(target, "E1", wait=True, now=lambda: seconds[0], sleep=sleep)
    deploy_page.clear_cache(target, "E1", wait=False)


def test_a_stack_of_an_older_version_is_told(target: Target, settings: Settings) -> None:
    older = Target("resumate", "eu-central-1", {}, target.client, is_local=False)
    with pytest.raises(Problem, match="no output SocketUrl"):
        deploy_page.upload_page(older, settings)


def test_on_this_machine_the_page_is_published_already(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deploy-page"]) == 2
    assert "resumate up" in capsys.readouterr().err


# ---------------------------------------------------------------- which stack


def chosen(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    add_target_to(parser)
    return parser.parse_args(arguments)


def test_without_a_name_it_is_this_machines_stack_and_no_account_is_asked(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(targets, "aws_clients", lambda *_: pytest.fail("an account was asked"))
    with pytest.raises(Problem) as caught:
        find_target(chosen(), settings)
    assert caught.value.code == ProblemCode.NOT_RUNNING


def test_with_a_name_its_outputs_are_read(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(targets, "aws_clients", lambda *_: (Account().client, "eu-central-1"))
    found = find_target(chosen("--stack-name", "resumate"), settings)
    assert (found.outputs["PageBucket"], found.region, found.is_local) == ("page", "eu-central-1", False)


def test_without_a_region_the_command_asks_for_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("AWS_REGION", "AWS_DEFAULT_REGION", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "none"))
    with pytest.raises(Problem, match="No region"):
        aws_clients(None, None)
    monkeypatch.setenv("AWS_REGION", "eu-west-1")
    assert aws_clients(None, None)[1] == "eu-west-1"
    assert aws_clients("eu-north-1", None)[1] == "eu-north-1"


def test_an_unknown_profile_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "none"))
    with pytest.raises(Problem) as caught:
        aws_clients("eu-west-1", "nonesuch")
    assert "--profile" in caught.value.remedy


def test_what_the_application_refuses_is_told_with_where_to_look() -> None:
    target = Target("resumate", "eu-central-1", {}, Account().client, is_local=False)
    with pytest.raises(Problem, match="out of reach") as caught:
        ask(target, "erase_account", user_id="u")
    assert "/aws/lambda/resumate-delete-user-data" in caught.value.remedy


def test_what_each_command_asks_aws_for_is_in_the_document() -> None:
    """Given every call of the operators' modules, then its action stands in the table."""
    root = Path(__file__).parents[3]
    section = (root / "docs" / "operations.md").read_text(encoding="utf-8")
    section = section.partition("## What operators may do\n")[2].partition("\n## ")[0]
    named = {action.lower() for action in re.findall(r"`[a-z0-9-]+:([A-Za-z0-9]+)`", section)}
    called = {
        name
        for folder in ("aws", "commands")
        for path in (root / "devstack" / folder).glob("*.py")
        for name in re.findall(
            r"\.((?:admin|batch|change|create|delete|describe|get|invoke|list|put|receive|send|simulate)_?[a-z0-9_]*)\(|"
            r'get_paginator\("([a-z0-9_]+)"',
            path.read_text(encoding="utf-8"),
        )
        for name in name
        if name
    }
    calls = {operation for service in SERVICES for operation in operations(service)}
    actions = {operation.replace("_", "") for operation in called & calls}
    # Where the action is called otherwise than the operation.
    actions = {{"listobjectsv2": "listbucket", "invoke": "invokefunction"}.get(name, name) for name in actions}
    assert actions - named == set()
    assert len(actions) > 15


SERVICES = (
    "sqs",
    "lambda",
    "cognito-idp",
    "s3",
    "cloudfront",
    "ce",
    "sts",
    "service-quotas",
    "iam",
    "ec2",
    "rds",
    "ecr",
    "sesv2",
    "bedrock",
    "cloudformation",
)


def operations(name: str) -> set[str]:
    return {xform_name(operation) for operation in service(name).operation_names}
