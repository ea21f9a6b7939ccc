"""The client behind `gateway.push`: API Gateway's management API, made once per process and reused."""

from typing import TYPE_CHECKING

import boto3
from botocore.config import Config

if TYPE_CHECKING:
    from mypy_boto3_apigatewaymanagementapi import ApiGatewayManagementApiClient


def make_management_client(endpoint_url: str, region: str) -> "ApiGatewayManagementApiClient":
    """Return a client for one API stage; opens no connection yet.

    Args:
        endpoint_url: the stage's callback address, "https://{api}.execute-api.{region}.amazonaws.com/{stage}".
        region: of the API, for the signature.
    """
    return boto3.client(
        "apigatewaymanagementapi",
        endpoint_url=endpoint_url,
        region_name=region,
        config=Config(
            # One attempt: `Push` knows which failures are worth another one, and botocore would wait seconds for it.
            retries={"total_max_attempts": 1, "mode": "standard"},
            connect_timeout=2,
            read_timeout=5,
            max_pool_connections=10,
            tcp_keepalive=True,
        ),
    )
