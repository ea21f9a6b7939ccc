"""Makes the client of SageMaker's runtime API, with the time limits that its users count on.

`wiring` calls it once a process; `embedder` and `language_model` get the result. Everything about the endpoint's
address (region, `AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME` on the laptop) is boto3's.
"""

from typing import TYPE_CHECKING, Final

import boto3
from botocore.config import Config

from resumate import limits

if TYPE_CHECKING:
    from mypy_boto3_sagemaker_runtime import SageMakerRuntimeClient

CONNECT_SECONDS: Final = 5


def model_client_config(read_seconds: float = limits.MODEL_READ_SECONDS) -> Config:
    """Return the configuration of every client that calls a model; `read_seconds` bounds each silence.

    Exactly one request a call: botocore's own retries would multiply letters and hide behind one attempt, and what
    may be tried again is decided by `back_off` and by the queue.
    """
    return Config(
        connect_timeout=CONNECT_SECONDS,
        read_timeout=read_seconds,
        retries={"total_max_attempts": 1, "mode": "standard"},
        tcp_keepalive=True,
    )


def make_runtime_client(
    region: str, endpoint_url: str | None = None, *, read_seconds: float = limits.MODEL_READ_SECONDS
) -> "SageMakerRuntimeClient":
    """Return a client of `sagemaker-runtime`; `endpoint_url` replaces the address that boto3 would choose."""
    config = model_client_config(read_seconds)
    return boto3.client("sagemaker-runtime", region_name=region, endpoint_url=endpoint_url, config=config)
