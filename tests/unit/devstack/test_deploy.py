import json
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError

from devstack import deploy as deploying
from devstack.deploy import put_secret, remember, stack_outputs
from devstack.settings import Layout


class FakeSecrets:
    """A Secrets Manager that keeps its secrets in a dictionary."""

    class exceptions:  # noqa: N801 - boto3's name
        class ResourceExistsException(Exception):  # noqa: N818 - boto3's name
            pass

    def __init__(self) -> None:
        self.values: dict[str, str] = {}

    def create_secret(self, Name: str, SecretString: str) -> dict[str, str]:  # noqa: N803 - boto3's names
        if Name in self.values:
            raise self.exceptions.ResourceExistsException
        self.values[Name] = SecretString
        return {"ARN": f"arn:{Name}"}

    def put_secret_value(self, SecretId: str, SecretString: str) -> dict[str, str]:  # noqa: N803 - boto3's names
        self.values[SecretId] = SecretString
        return {"ARN": f"arn:{SecretId}"}


class FakeCloudFormation:
    """A CloudFormation with one stack in one status, or none."""

    def __init__(self, status: str | None) -> None:
        self.status = status

    def describe_stacks(self, StackName: str) -> dict[str, Any]:  # noqa: N803 - boto3's name
        if self.status is None:
            raise ClientError({"Error": {"Code": "ValidationError"}}, "DescribeStacks")
        outputs = [{"OutputKey": "SocketUrl", "OutputValue": "http://x"}]
        return {"Stacks": [{"StackName": StackName, "StackStatus": self.status, "Outputs": outputs}]}


def test_a_secret_is_made_once_and_replaced_after_that():
    secrets = FakeSecrets()
    first = put_secret(secrets, "resumate/database", {"port": 1})
    assert put_secret(secrets, "resumate/database", {"port": 2}) == first
    assert json.loads(secrets.values["resumate/database"]) == {"port": 2}


@pytest.mark.parametrize("status", [None, "UPDATE_IN_PROGRESS", "ROLLBACK_COMPLETE", "UPDATE_ROLLBACK_COMPLETE"])
def test_a_stack_that_did_not_settle_has_no_outputs(status: str | None):
    assert stack_outputs(FakeCloudFormation(status)) is None


@pytest.fixture
def deployed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, str]]:
    """Every `sam deploy` that was run, with its parameters; the stack is settled."""
    runs: list[dict[str, str]] = []
    monkeypatch.setattr(deploying, "aws_client", lambda *_: FakeCloudFormation("UPDATE_COMPLETE"))
    monkeypatch.setattr(deploying, "_ensure_bucket", lambda *_: None)
    monkeypatch.setattr(deploying, "_run_sam_deploy", lambda *given: runs.append(dict(given[-1])))
    return runs


def test_what_is_deployed_already_is_not_deployed_again(tmp_path: Path, deployed: list[dict[str, str]]):
    layout = Layout(tmp_path, tmp_path)
    remember(layout, "http://aws", "build", {"Home": "local"})
    found = deploying.deploy(layout, "http://aws", "build", {"Home": "local"})
    assert (found.changed, found.outputs, deployed) == (False, {"SocketUrl": "http://x"}, [])


@pytest.mark.parametrize(
    ("address", "build", "home"),
    [("http://aws", "another", "local"), ("http://aws", "build", "aws"), ("http://other", "build", "local")],
)
def test_another_build_parameter_or_address_is_deployed(
    tmp_path: Path, deployed: list[dict[str, str]], address: str, build: str, home: str
):
    layout = Layout(tmp_path, tmp_path)
    remember(layout, "http://aws", "build", {"Home": "local"})
    assert deploying.deploy(layout, address, build, {"Home": home}).changed
    assert deployed == [{"Home": home}]
