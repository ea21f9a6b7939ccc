"""Deploys the built application to the embedded AWS with the SAM CLI, unless it is there already.

What is deployed is known by a fingerprint of the build and of every parameter; the outputs are kept beside it, so
that an unchanged stack costs one question to the embedded AWS.
"""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from botocore.exceptions import ClientError

from devstack.environments import aws_client, tool_environment
from devstack.problems import Problem, ProblemCode
from devstack.processes import run_tool, tail
from devstack.settings import STACK_NAME, Layout
from devstack.state import read_json, write_json

ARTIFACT_BUCKET: Final = "resumate-deployments"
DEPLOY_SECONDS: Final = 300.0
"""A deploy takes seconds; it hangs when the migration's function cannot start, for then nobody answers."""

_SETTLED: Final = ("CREATE_COMPLETE", "UPDATE_COMPLETE")


@dataclass(frozen=True, slots=True)
class Deployment:
    """What is in the embedded AWS.

    Attributes:
        outputs: the outputs of the stack by name.
        changed: whether it was deployed now rather than found.
    """

    outputs: dict[str, str]
    changed: bool


def put_secret(secrets: Any, name: str, value: Mapping[str, str | int]) -> str:  # noqa: ANN401  # a boto3 client
    """Create or replace a secret; return its ARN."""
    text = json.dumps(value)
    try:
        return str(secrets.create_secret(Name=name, SecretString=text)["ARN"])
    except secrets.exceptions.ResourceExistsException:
        return str(secrets.put_secret_value(SecretId=name, SecretString=text)["ARN"])


def deploy(layout: Layout, aws_url: str, build_fingerprint: str, parameters: Mapping[str, str]) -> Deployment:
    """Bring the stack to this build and these parameters; raises `Problem`."""
    wanted: dict[str, Any] = {"build": build_fingerprint, "parameters": dict(parameters), "aws": aws_url}
    cloudformation = aws_client("cloudformation", aws_url)
    outputs = stack_outputs(cloudformation)
    if outputs is not None and read_json(layout.deployed) == wanted:
        return Deployment(outputs, changed=False)
    _ensure_bucket(aws_url)
    _run_sam_deploy(layout, aws_url, parameters)
    outputs = stack_outputs(cloudformation)
    if outputs is None:
        raise Problem(ProblemCode.DEPLOY_FAILED, "The stack did not settle.", f"See {layout.logs / 'deploy.log'}.")
    return Deployment(outputs, changed=True)


def remember(layout: Layout, aws_url: str, build_fingerprint: str, parameters: Mapping[str, str]) -> None:
    """Note what is deployed; called once the embedded AWS has saved it."""
    write_json(layout.deployed, {"build": build_fingerprint, "parameters": dict(parameters), "aws": aws_url})


def stack_outputs(cloudformation: Any) -> dict[str, str] | None:  # noqa: ANN401  # a boto3 client
    """Return the outputs of the deployed stack, or nothing when there is none or it failed."""
    try:
        stack = cloudformation.describe_stacks(StackName=STACK_NAME)["Stacks"][0]
    except ClientError:
        return None
    if stack["StackStatus"] not in _SETTLED:
        return None
    return {item["OutputKey"]: item["OutputValue"] for item in stack.get("Outputs", [])}


def _ensure_bucket(aws_url: str) -> None:
    buckets = aws_client("s3", aws_url)
    if ARTIFACT_BUCKET not in {bucket["Name"] for bucket in buckets.list_buckets()["Buckets"]}:
        buckets.create_bucket(Bucket=ARTIFACT_BUCKET)


def _run_sam_deploy(layout: Layout, aws_url: str, parameters: Mapping[str, str]) -> None:
    log = layout.logs / "deploy.log"
    command = [sys.executable, "-m", "samcli", "deploy", "--config-env", "local", "--no-progressbar"]
    # Named, because the SAM CLI looks beside the template, which is the built one.
    command += ["--config-file", str(layout.checkout / "samconfig.toml")]
    command += ["--template-file", str(layout.build / "template.yaml"), "--s3-bucket", ARTIFACT_BUCKET]
    command += ["--parameter-overrides", *(f"{name}={value}" for name, value in parameters.items())]
    environment = tool_environment(layout, aws_url)
    code = run_tool(command, environment=environment, folder=layout.checkout, log=log, seconds=DEPLOY_SECONDS)
    if code != 0:
        raise Problem(
            ProblemCode.DEPLOY_FAILED,
            f"`sam deploy` ended with code {code}.\n{tail(log)}",
            f"The whole log is {log}, those of the functions are beside it. `make reset` starts from nothing.",
        )
