"""The authorizer of `$connect`: verifies the access token and the page's origin."""

from collections.abc import Mapping
from typing import Any

from resumate import wiring
from resumate.gateway.authorizer import authorize


def lambda_handler(event: Mapping[str, Any], context: object) -> dict[str, Any]:
    """Return the policy for this socket. Programs send no Origin header, so its absence is no reason to refuse."""
    return authorize(event, wiring.verify_token, wiring.allowed_origins(), without_origin=True)
