"""Answers a socket's message the way API Gateway does: not with what the function returned, and never with silence.

MiniStack sends the body that a function returns, sends the text of an exception when it failed, and drops the
connection when it could not start. On AWS a route without a route response sends nothing back, and a failure is a
frame that says "Internal server error"; the socket stays open.
"""

import json
import logging
import uuid
from typing import Any

logger = logging.getLogger(__name__)


def internal_error(connection_id: str) -> str:
    """Return the frame that API Gateway sends when a function failed."""
    return json.dumps(
        {"message": "Internal server error", "connectionId": connection_id, "requestId": uuid.uuid4().hex}
    )


def answer_of(result: Any, event_type: str, connection_id: str) -> dict[str, Any] | None:
    """Return what the socket gets: nothing for success, one frame for a failed message, the status for the others."""
    status = int((result or {}).get("statusCode", 200)) if isinstance(result, dict) or result is None else 500
    if event_type != "MESSAGE":
        return {"statusCode": status}
    return {"statusCode": status, "body": internal_error(connection_id)} if status >= 500 else None


def answer_as_api_gateway() -> None:
    """Apply to MiniStack's socket APIs; call once, after the authorizer's adapter and before it serves."""
    from ministack.services import apigateway

    original = apigateway._invoke_ws_lambda

    async def invoke(
        api_id: str,
        account: str,
        region: str,
        route: Any,
        stage: str,
        connection_id: str,
        event_type: str,
        *others: Any,
        **named: Any,
    ) -> Any:
        try:
            result = await original(api_id, account, region, route, stage, connection_id, event_type, *others, **named)
        except Exception:
            logger.exception("the function of route %s could not be run", route.get("routeKey"))
            result = {"statusCode": 500}
        return answer_of(result, event_type, connection_id)

    apigateway._invoke_ws_lambda = invoke
