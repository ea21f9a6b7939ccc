"""What goes wrong when models are deployed, in words an operator can act on: one sentence, and what to do about it.

`translated` is the one place that reads the vendor's codes; `failure` reads the reason with which SageMaker marks an
endpoint or a component as failed, which is a sentence of its own and has no code.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from botocore.exceptions import BotoCoreError, ClientError


class DeploymentError(Exception):
    """A deployment that cannot go on.

    Args:
        message: what is wrong, and what serves now.
        remedy: what to do.
    """

    def __init__(self, message: str, remedy: str) -> None:
        self.message = message
        self.remedy = remedy
        super().__init__(message)


_QUOTA: Final = (
    "Ask for more in Service Quotas, Amazon SageMaker, “<instance type> for endpoint usage” (or “Maximum total "
    "concurrency that can be allocated across all serverless endpoints”); `resumate doctor --aws` shows what there is."
)
_REMEDIES: Final = {
    "ResourceLimitExceeded": _QUOTA,
    "AccessDenied": "Give the role that deploys this action; docs/operations.md, “What operators may do”, lists them.",
    "AccessDeniedException": "Give the role that deploys this action; docs/operations.md, “What operators may do”, lists them.",
    "ExpiredToken": "Sign in to AWS again.",
    "ExpiredTokenException": "Sign in to AWS again.",
    "UnrecognizedClientException": "The credentials are not known to AWS: check the profile and the region.",
    "NoSuchBucket": "Name a bucket that exists with --bucket, in the region of the endpoint.",
    "ThrottlingException": "Wait a minute and run the same command again: it goes on where it stopped.",
}
_VALIDATION: Final = (
    (re.compile("image|ECR|repository", re.IGNORECASE), "Check image.repository and image.tag in endpoint.json."),
    (
        re.compile("role", re.IGNORECASE),
        "SageMaker must be allowed to assume the role in the output ModelRoleArn; a new one takes a minute to be known.",
    ),
    (
        re.compile("S3|ModelData", re.IGNORECASE),
        "The execution role must be allowed to read the archive in the bucket.",
    ),
)
_REASONS: Final = (
    (
        re.compile("capacity|no instances? available", re.IGNORECASE),
        (
            "AWS has no such machine free in these zones now: run it again later, name subnets of other zones, or "
            "choose another instance_type in endpoint.json (ml.g5.xlarge fits the same model)."
        ),
    ),
    (re.compile("limit|quota", re.IGNORECASE), _QUOTA),
    (
        re.compile("image|manifest|pull", re.IGNORECASE),
        "Check image.tag in endpoint.json against AWS's list of deep learning containers.",
    ),
    (
        re.compile("ping|health check", re.IGNORECASE),
        (
            "The container started and never answered: its log is in /aws/sagemaker/Endpoints/{name} (or "
            "/aws/sagemaker/InferenceComponents/{name}). Usual causes: weights out of reach without a way to the "
            "internet, too little memory, a wrong option in serving.properties."
        ),
    ),
    (
        re.compile("memory|OOM", re.IGNORECASE),
        "The model does not fit: choose a larger instance_type in endpoint.json.",
    ),
    (re.compile("alarm", re.IGNORECASE), "An alarm rang while the new version took over: look at it, then at the log."),
)
_LOOK: Final = "Look at the log group /aws/sagemaker/Endpoints/{name}, then run the same command again."


@contextmanager
def translated(doing: str) -> Iterator[None]:
    """Turn botocore's exceptions of the body into `DeploymentError`; `doing` completes "While …"."""
    try:
        yield
    except ClientError as error:
        code = str(error.response.get("Error", {}).get("Code", ""))
        text = str(error.response.get("Error", {}).get("Message", ""))
        raise DeploymentError(f"While {doing}: {text} ({code})", _remedy(code, text)) from error
    except BotoCoreError as error:
        raise DeploymentError(f"While {doing}: {error}", "Check credentials, region and the network.") from error


def is_missing(error: ClientError) -> bool:
    """Tell whether this is SageMaker's answer for something that does not exist."""
    found = error.response.get("Error", {})
    text = str(found.get("Message", "")).lower()
    return found.get("Code") in {"404", "NoSuchKey"} or (
        found.get("Code") in {"ValidationException", "ResourceNotFound"}
        and ("could not find" in text or "does not exist" in text or "not found" in text)
    )


def failure(name: str, reason: str, serving: str) -> DeploymentError:
    """Return the error for an endpoint that failed for this reason; `serving` says what answers requests now."""
    remedy = next((remedy for pattern, remedy in _REASONS if pattern.search(reason)), _LOOK)
    return DeploymentError(f"{name}: {reason or 'no reason was given'}. {serving}", remedy.replace("{name}", name))


def _remedy(code: str, text: str) -> str:
    if code == "ValidationException":
        return next((remedy for pattern, remedy in _VALIDATION if pattern.search(text)), "Read the message above.")
    return _REMEDIES.get(code, "Run the same command again; it goes on where it stopped.")
