"""Forgets a socket that closed; API Gateway does not always say so, which is why connections also expire."""

from resumate import wiring
from resumate.gateway.caller import Connection
from resumate.gateway.lifecycle import lifecycle


@lifecycle
def lambda_handler(connection: Connection) -> None:
    """Remove the connection."""
    wiring.forget_connection(connection)
