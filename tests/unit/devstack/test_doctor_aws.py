"""`resumate doctor --aws`: what would fail a deploy is found before it, each with what to do."""

import json
from typing import Any

import pytest

from devstack.aws import checks
from devstack.aws.checks import ACTIONS, RESERVED, Plan, check_account
from devstack.aws.target import Target
from devstack.cli import main
from devstack.commands import costs, doctor
from devstack.findings import Finding
from devstack.translated import translated

from .fake_account import Account

PLAN = Plan("eu-central-1")


@pytest.fixture
def account() -> Account:
    return Account()


def failed(account: Account, plan: Plan = PLAN) -> dict[str, Finding]:
    return {finding.check: finding for finding in check_account(account.client, plan) if not finding.ok}


def test_an_account_that_is_ready_has_no_failure(account: Account) -> None:
    findings = check_account(account.client, PLAN)
    assert [finding for finding in findings if not finding.ok] == []
    assert {"account", "region", "permissions", "database", "image", "e-mail", "stack"} <= {f.check for f in findings}


def test_a_new_account_without_a_gpu_and_with_ten_functions_is_told_what_to_ask_for(account: Account) -> None:
    account.quotas["ml.g6.xlarge for endpoint usage"] = 0
    account.at_once = 10
    found = failed(account)
    assert "0" in found["quota sagemaker"].message
    assert "Ask for 2" in found["quota sagemaker"].remedy
    assert "Ask for 1,000" in found["concurrency"].remedy
    assert "ReserveConcurrency=false" in found["concurrency"].remedy


def test_a_quota_that_is_just_enough_is_advice(account: Account) -> None:
    account.quotas["ml.g6.xlarge for endpoint usage"] = 1
    assert failed(account) == {}
    advised = [f for f in check_account(account.client, PLAN) if f.check == "quota sagemaker" and f.remedy]
    assert len(advised) == 1


@pytest.mark.parametrize(
    ("at_once", "reserved", "stack", "enough"),
    [
        (140, {}, None, True),
        (139, {}, None, False),
        (1000, {"somebody": 861}, None, False),  # of another application of the account
        (140, {"resumate-user-auth": 20, "resumate-user-init": 20}, "UPDATE_COMPLETE", True),  # its own of before
        (140, {"resumate-user-auth": 20, "resumate-user-init": 20}, "CREATE_COMPLETE", True),
        (140, {"somebody": 1}, "UPDATE_COMPLETE", False),
    ],
)
def test_what_the_template_reserves_must_leave_a_hundred_to_all_others(
    account: Account, at_once: int, reserved: dict[str, int], stack: str | None, *, enough: bool
) -> None:
    account.at_once, account.reserved, account.stack = at_once, reserved, stack
    assert ("concurrency" not in failed(account)) is enough


def test_an_account_of_ten_functions_is_enough_where_nothing_is_reserved(account: Account) -> None:
    account.at_once = 10
    plan = Plan("eu-central-1", reserves=False)
    assert failed(account, plan) == {}
    advised = [f for f in check_account(account.client, plan) if f.check == "concurrency" and f.remedy]
    assert len(advised) == 1


def test_what_is_said_to_be_reserved_is_what_the_template_reserves() -> None:
    template = translated()
    found = {
        function["Properties"]["FunctionName"]["Fn::Sub"].removeprefix("${AWS::StackName}-"): template["Parameters"][
            function["Properties"]["ReservedConcurrentExecutions"]["Fn::If"][1]["Ref"]
        ]["Default"]
        for function in template["Resources"].values()
        if "ReservedConcurrentExecutions" in function.get("Properties", {})
    }
    assert found == RESERVED


def test_bedrock_needs_no_gpu(account: Account) -> None:
    account.quotas["ml.g6.xlarge for endpoint usage"] = 0
    assert failed(account, Plan("eu-central-1", "bedrock", "amazon.nova-lite-v1:0")) == {}


@pytest.mark.parametrize(
    ("spoil", "check", "word"),
    [
        (lambda a: a.denied.update({"iam:PassRole"}), "permissions", "iam:PassRole"),
        (lambda a: a.zones.clear(), "region", "two zones"),
        (lambda a: a.engines.__setitem__(slice(None), ["14.2", "15.1"]), "database", "PostgreSQL 17"),
        (lambda a: a.images.clear(), "image", "endpoint.json"),
        (lambda a: a.quotas.pop("DB instances"), "quota rds", "in this region"),
        (lambda a: setattr(a, "stack", "ROLLBACK_COMPLETE"), "stack", "delete-stack"),
        (lambda a: a.refuse.update(list_service_quotas="AccessDeniedException"), "quotas", "may not do this"),
        (lambda a: a.refuse.update(batch_get_image="AccessDeniedException"), "image", "ecr:BatchGetImage"),
    ],
)
def test_each_thing_that_is_missing_is_found_and_has_a_remedy(
    account: Account, spoil: Any, check: str, word: str
) -> None:
    spoil(account)
    found = failed(account)
    assert list(found) == [check]
    assert word in f"{found[check].message} {found[check].remedy}"
    assert found[check].remedy


@pytest.mark.parametrize(
    ("model", "word"), [("", "--bedrock-model"), ("nonesuch", "There are"), ("other", "Model access")]
)
def test_a_bedrock_model_that_cannot_be_used_is_found(account: Account, model: str, word: str) -> None:
    assert word in failed(account, Plan("eu-central-1", "bedrock", model))["bedrock"].remedy


def test_the_root_user_is_told(account: Account) -> None:
    account.arn = "arn:aws:iam::123456789012:root"
    account.refuse["simulate_principal_policy"] = "InvalidInput"
    assert "root" in failed(account)["account"].message


def test_one_check_that_fails_keeps_no_other_from_running(account: Account) -> None:
    account.refuse["get_caller_identity"] = "ExpiredToken"
    found = failed(account)
    assert "Sign in" in found["account"].remedy
    assert "region" not in found


def test_a_region_without_containers_is_found(account: Account) -> None:
    assert "mars-north-1" in failed(account, Plan("mars-north-1"))["image"].message


def test_the_actions_are_of_services_that_exist() -> None:
    assert all(len(action.split(":")) == 2 for action in ACTIONS)
    assert len(set(ACTIONS)) == len(ACTIONS)
    assert set(checks.CHECKS) >= {"quotas", "permissions", "image", "database"}


def test_the_command_says_it_and_ends_with_3(
    account: Account, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(doctor, "aws_clients", lambda *_: (account.client, "eu-central-1"))
    assert main(["doctor", "--aws"]) == 0
    account.denied.add("rds:CreateDBProxy")
    capsys.readouterr()
    assert main(["doctor", "--aws", "--json"]) == 3
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert [finding["check"] for finding in findings if not finding["ok"]] == ["permissions"]


def test_what_was_paid_is_shown_by_service(account: Account) -> None:
    target = Target("resumate", "eu-central-1", {}, account.client, is_local=False)
    paid = costs.actual(target)
    assert paid["services"] == {"Amazon SageMaker": 25.0, "AWS Lambda": 1.0}
