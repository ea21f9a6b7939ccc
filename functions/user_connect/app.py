"""Remembers a socket that opened."""

from resumate import wiring
from resumate.gateway.caller import Connection
from resumate.gateway.lifecycle import lifecycle


@lifecycle
def lambda_handler(connection: Connection) -> None:
    """Store the connection."""
    wiring.remember_connection(connection)
