"""Which deployed stack a command works on: the one that runs on this machine, or one of an AWS account.

Without ``--stack-name`` it is this machine's, and nothing of the user's AWS settings is even read. With it, boto3 finds
credentials and region as every AWS tool does; ``AWS_ENDPOINT_URL`` is honoured too, which the tests use.
"""

import argparse
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError, NoCredentialsError, NoRegionError, ProfileNotFound

from devstack.environments import aws_client
from devstack.problems import Problem, ProblemCode
from devstack.settings import REGION, STACK_NAME, Settings
from devstack.stack import read_running

Clients = Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class Target:
    """A deployed stack.

    Attributes:
        stack: its name.
        region: where it is.
        outputs: of the stack, by name.
        client: makes a boto3 client for a service.
        is_local: whether it runs on this machine.
    """

    stack: str
    region: str
    outputs: dict[str, str]
    client: Clients
    is_local: bool

    def output(self, name: str) -> str:
        """Return one output; raises `Problem` when the stack has none of that name."""
        try:
            return self.outputs[name]
        except KeyError as error:
            raise Problem(
                ProblemCode.AWS, f"The stack {self.stack} has no output {name}.", "Deploy this version of it first."
            ) from error


def add_target_to(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments that choose a stack."""
    group = parser.add_argument_group("which stack", "this machine's, unless one on AWS is named")
    group.add_argument("--stack-name", metavar="NAME", help="a stack on AWS, as resumate-prod")
    group.add_argument("--region", metavar="REGION", help="its region; AWS_REGION or the profile's unless given")
    group.add_argument("--profile", metavar="NAME", help="the AWS profile to use")


def find_target(arguments: argparse.Namespace, settings: Settings) -> Target:
    """Return the stack that the arguments choose; raises `Problem`."""
    if arguments.stack_name is None:
        return local_target(settings)
    clients, region = aws_clients(arguments.region, arguments.profile)
    with aws_problems(f"reading the stack {arguments.stack_name}"):
        found = clients("cloudformation").describe_stacks(StackName=arguments.stack_name)["Stacks"][0]
    outputs = {item["OutputKey"]: item["OutputValue"] for item in found.get("Outputs", [])}
    return Target(arguments.stack_name, region, outputs, clients, is_local=False)


def local_target(settings: Settings) -> Target:
    """Return the stack that runs on this machine; raises `Problem` when none does."""
    running = read_running(settings)
    if running is None:
        raise Problem(
            ProblemCode.NOT_RUNNING,
            "No stack is running on this machine.",
            "`make run` starts one; --stack-name names one on AWS.",
        )
    address = running.addresses["aws"]
    return Target(STACK_NAME, REGION, running.outputs, lambda service: aws_client(service, address), is_local=True)


def aws_clients(region: str | None, profile: str | None) -> tuple[Clients, str]:
    """Return what makes clients of an AWS account, and the region; raises `Problem`."""
    with aws_problems("signing in"):
        # boto3 itself reads AWS_DEFAULT_REGION alone; the other tools, and pipelines, know AWS_REGION.
        chosen = region or os.environ.get("AWS_REGION") or None
        session = boto3.session.Session(region_name=chosen, profile_name=profile)
        if session.region_name is None:
            raise Problem(ProblemCode.USAGE, "No region is chosen.", "Name it with --region, or set AWS_REGION.")
        config = Config(retries={"mode": "standard", "max_attempts": 4}, connect_timeout=5, read_timeout=60)

        def client(service: str) -> Any:  # noqa: ANN401 - boto3 makes its classes at run time
            return session.client(service, config=config)  # type: ignore[call-overload]  # any service by name

        return client, str(session.region_name)


@contextmanager
def aws_problems(doing: str) -> Iterator[None]:
    """Turn botocore's exceptions of the body into a `Problem`; `doing` completes "While …"."""
    try:
        yield
    except ClientError as error:
        found = error.response.get("Error", {})
        code, text = str(found.get("Code", "")), str(found.get("Message", ""))
        raise Problem(ProblemCode.AWS, f"While {doing}: {text or code}", _remedy(code, text), detail=code) from error
    except (NoCredentialsError, ProfileNotFound) as error:
        raise Problem(ProblemCode.AWS, f"While {doing}: {error}.", "Sign in to AWS, or name a --profile.") from error
    except NoRegionError as error:
        raise Problem(ProblemCode.USAGE, "No region is chosen.", "Name it with --region, or set AWS_REGION.") from error
    except BotoCoreError as error:
        raise Problem(ProblemCode.AWS, f"While {doing}: {error}", "Check the network and the region.") from error


def _remedy(code: str, text: str) -> str:
    if "AccessDenied" in code or "Unauthorized" in code or code == "Forbidden":
        return "Your role may not do this; docs/operations.md, “What operators may do”, lists what each command needs."
    if "ExpiredToken" in code or "InvalidClientToken" in code or code == "UnrecognizedClientException":
        return "Sign in to AWS again."
    if "does not exist" in text:
        return "Check the name and the region."
    return "Try again; if it stays, the AWS console shows more."
