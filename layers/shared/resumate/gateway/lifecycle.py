"""The door of `$connect` and `$disconnect`: beside `gateway.entrypoint`, which is the one of messages.

    @lifecycle
    def lambda_handler(connection: Connection) -> None:
        wiring.remember_connection()(connection)

Nothing can be sent here: API Gateway answers 410 to a post before the connection is complete. The status alone
tells it whether the socket may open.
"""

import functools
from collections.abc import Callable, Mapping
from typing import Any

from resumate.errors import IdentityError, RequestError
from resumate.gateway.caller import Connection, connection_of
from resumate.observability import correlated, log, log_error


def lifecycle(handler: Callable[[Connection], object]) -> Callable[[Mapping[str, Any], object], dict[str, int]]:
    """Turn a function of one connection into a Lambda handler: 200, 403 when nobody vouches for it, 500 on failure."""

    @functools.wraps(handler)
    def lambda_handler(event: Mapping[str, Any], context: object) -> dict[str, int]:  # noqa: ARG001 - Lambda's
        request = event.get("requestContext") or {}
        with correlated(str(request.get("requestId") or "")):
            try:
                handler(connection_of(event))
            except (IdentityError, RequestError) as error:
                log("connection event refused", level="warning", code=error.code.value)
                return {"statusCode": 403}
            except Exception as error:  # noqa: BLE001 - the outermost edge: a refused socket, not a Lambda error
                log_error("connection event failed", error)
                return {"statusCode": 500}
        return {"statusCode": 200}

    return lambda_handler
