"""The one place that uses the SageMaker SDK: its session, and its table of where AWS keeps images.

Version 3 of the SDK comes in parts. Of these `sagemaker-core` talks to the API; the others (train, serve, mlops) bring
400 MB of training, tracing and serving frameworks. `sagemaker.serve.ModelBuilder` would pack, name and deploy by
itself, but packs other bytes every time and knows neither blue/green alarms nor a way back. So the SDK gives
what it is best at, and the rest of this package uses boto3's clients, which the session holds.
"""

import os
from dataclasses import dataclass
from typing import Any, Final

from botocore.exceptions import ClientError

from sagemaker_models.deployment.archive import Archive
from sagemaker_models.deployment.problems import DeploymentError, is_missing, translated
from sagemaker_models.deployment.spec import Place

DEFAULT_LOG_DAYS: Final = 30


@dataclass(frozen=True, slots=True)
class Clients:
    """boto3's clients of one account and region."""

    sagemaker: Any
    runtime: Any
    s3: Any
    cloudformation: Any
    logs: Any


def open_clients(region: str | None, profile: str | None) -> tuple[Clients, str]:
    """Return clients made by the SDK's session, and their region; raises `DeploymentError`."""
    try:
        import boto3  # noqa: PLC0415 - `--help` and `pack` work without either
        from sagemaker.core.helper.session_helper import (  # type: ignore[import-not-found]  # noqa: PLC0415 - the same; the operators' environment has it
            Session,
        )
    except ImportError as error:
        raise DeploymentError(
            f"The SageMaker SDK is not installed: {error}.", "Run `make operators`, then .venv-operators/bin/python."
        ) from error
    with translated("signing in"):
        # boto3 itself reads AWS_DEFAULT_REGION alone; the other tools, and pipelines, know AWS_REGION.
        chosen = region or os.environ.get("AWS_REGION") or None
        session = boto3.Session(region_name=chosen, profile_name=profile)
        if session.region_name is None:
            raise DeploymentError("No region is chosen.", "Name it with --region, or set AWS_REGION.")
        sdk = Session(boto_session=session)
        others = (session.client(name) for name in ("s3", "cloudformation", "logs"))
        clients = Clients(sdk.sagemaker_client, sdk.sagemaker_runtime_client, *others)
        return clients, str(session.region_name)


def stack_outputs(cloudformation: Any, stack: str) -> dict[str, str]:  # noqa: ANN401 - a boto3 client
    """Return the outputs of a deployed stack; raises `DeploymentError`."""
    with translated(f"reading the outputs of {stack}"):
        found = cloudformation.describe_stacks(StackName=stack)["Stacks"][0]
    return {item["OutputKey"]: item["OutputValue"] for item in found.get("Outputs", [])}


def place_of(outputs: dict[str, str], region: str, stack: str) -> Place:
    """Return where the models of a stack run; raises `DeploymentError` when it has no models stack."""
    role = outputs.get("ModelRoleArn")
    if not role:
        raise DeploymentError(f"{stack} has no output ModelRoleArn.", "Deploy the application first: `sam deploy`.")
    return Place(
        region=region,
        role=role,
        subnets=_several(outputs.get("ModelSubnetIds", "")),
        security_groups=_several(outputs.get("ModelSecurityGroupId", "")),
        kms_key=outputs.get("ModelKeyArn") or None,
        alarms=_several(outputs.get("ModelAlarmNames", "")),
    )


def log_days_of(outputs: dict[str, str]) -> int:
    """Return how long a stack keeps its logs; the template's default where it does not say."""
    return int(outputs.get("LogRetentionDays", DEFAULT_LOG_DAYS))


def upload(s3: Any, bucket: str, archive: Archive) -> tuple[str, bool]:  # noqa: ANN401 - a boto3 client
    """Upload an archive unless it is there; return its address and whether it was uploaded."""
    address = f"s3://{bucket}/{archive.key}"
    with translated(f"uploading {archive.name}"):
        try:
            s3.head_object(Bucket=bucket, Key=archive.key)
        except ClientError as error:
            if not is_missing(error):
                raise
        else:
            return address, False
        s3.put_object(Bucket=bucket, Key=archive.key, Body=archive.content, ContentType="application/gzip")
    return address, True


def sdk_images(region: str) -> dict[str, str]:
    """Return the registries that the SDK knows for a region by repository: account numbers."""
    from sagemaker.core import image_uris  # type: ignore[import-not-found]  # noqa: PLC0415 - heavy; only `check` wants it

    lmi = image_uris.retrieve(framework="djl-lmi", region=region, version="0.36.0")
    pytorch = image_uris.retrieve(
        framework="pytorch", region=region, version="2.6.0", py_version="py312", instance_type="ml.m5.large",
        image_scope="inference",
    )  # fmt: skip
    return {"djl-inference": lmi.partition(".")[0], "pytorch-inference": pytorch.partition(".")[0]}


def _several(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
