"""The logs of the containers: made before the first line is written, with an end.

SageMaker makes a log group where there is none, and one that keeps everything for ever: paid for without an end, and
longer than operators say that lines are kept. The stack cannot make them: a container that is still running would make
them again behind its back, and the next stack of the name would find them in its way.
"""

from typing import Any, Final

from botocore.exceptions import ClientError

from sagemaker_models.deployment.problems import translated
from sagemaker_models.deployment.spec import Version

_EXISTS: Final = "ResourceAlreadyExistsException"


def log_groups(version: Version) -> list[str]:
    """Return the names of the log groups that the containers of an endpoint write to."""
    groups = [f"/aws/sagemaker/Endpoints/{version.endpoint}"]
    return (
        groups
        if version.component is None
        else [*groups, f"/aws/sagemaker/InferenceComponents/{version.component_name}"]
    )


def end_logs(client: Any, version: Version, days: int) -> None:  # noqa: ANN401 - a boto3 client
    """Have the logs of an endpoint kept for some days and no longer; raises `DeploymentError`."""
    for group in log_groups(version):
        with translated(f"limiting the log {group}"):
            try:
                client.create_log_group(logGroupName=group)
            except ClientError as error:
                if error.response["Error"]["Code"] != _EXISTS:
                    raise
            client.put_retention_policy(logGroupName=group, retentionInDays=days)
