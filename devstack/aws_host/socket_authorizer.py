"""Runs the Lambda authorizer of a socket API and passes on what it said, as API Gateway does.

MiniStack knows REQUEST authorizers for HTTP APIs alone: on a socket API it opens `$connect` to everybody, and no event
carries ``requestContext.authorizer``. Without this adapter nobody could be told apart on the laptop.
"""

import json
import time
import uuid
from collections.abc import Mapping
from contextvars import ContextVar
from typing import Any, Final

_SOURCE: Final = "route.request.querystring."
_DENIED: Final = {"statusCode": 403}

Context = dict[str, Any]


class ConnectionContexts:
    """What the authorizer said, by connection, while the connection lasts; an emulator's restart ends them all."""

    def __init__(self) -> None:
        self._of: dict[str, Context] = {}

    def remember(self, connection_id: str, context: Context) -> None:
        """Keep the context of a connection that opens."""
        self._of[connection_id] = context

    def get(self, connection_id: str) -> Context | None:
        """Return the context, or None for a connection that no authorizer guards."""
        return self._of.get(connection_id)

    def forget(self, connection_id: str) -> None:
        """Drop the context of a connection that has closed."""
        self._of.pop(connection_id, None)


def authorizer_event(
    arn: str, connection_id: str, headers: Mapping[str, str], query: Mapping[str, list[str]]
) -> Context:
    """Return the event API Gateway sends to a REQUEST authorizer of a socket API."""
    _, _, _, region, account, place = arn.split(":", 5)
    api_id, stage, _ = place.split("/")
    now = time.time()
    return {
        "type": "REQUEST",
        "methodArn": arn,
        "headers": dict(headers),
        "multiValueHeaders": {name: [value] for name, value in headers.items()},
        "queryStringParameters": {name: values[-1] for name, values in query.items()},
        "multiValueQueryStringParameters": {name: list(values) for name, values in query.items()},
        "stageVariables": {},
        "requestContext": {
            "routeKey": "$connect",
            "eventType": "CONNECT",
            "extendedRequestId": uuid.uuid4().hex,
            "requestTime": time.strftime("%d/%b/%Y:%H:%M:%S +0000", time.gmtime(now)),
            "messageDirection": "IN",
            "stage": stage,
            "connectedAt": int(now * 1000),
            "requestTimeEpoch": int(now * 1000),
            "identity": {"sourceIp": "127.0.0.1", "userAgent": headers.get("user-agent", "")},
            "requestId": uuid.uuid4().hex,
            "domainName": f"{api_id}.execute-api.{region}.amazonaws.com",
            "connectionId": connection_id,
            "apiId": api_id,
            "accountId": account,
        },
    }


def has_sources(sources: Any, query: Mapping[str, list[str]]) -> bool:
    """Tell whether every query parameter that the authorizer names as its identity source is there."""
    names = [source.removeprefix(_SOURCE) for source in sources or [] if source.startswith(_SOURCE)]
    return all(any(query.get(name, [])) for name in names)


def allowed_context(result: Any, arn: str, evaluate: Any) -> Context | None:
    """Return the context of an Allow, its values as strings as on AWS; None for a Deny, an error or nonsense."""
    if not isinstance(result, dict) or result.get("error"):
        return None
    answer = result.get("body")
    if isinstance(answer, (str, bytes)):
        try:
            answer = json.loads(answer)
        except ValueError:
            return None
    if not isinstance(answer, dict) or evaluate(answer.get("policyDocument"), arn) != "Allow":
        return None
    context = {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in (answer.get("context") or {}).items()
    }
    return {**context, "principalId": str(answer.get("principalId", "")), "integrationLatency": 1}


def run_socket_authorizer() -> None:
    """Apply to MiniStack's socket APIs; call once, before it serves."""
    from ministack.core import lambda_runtime
    from ministack.services import apigateway

    contexts = ConnectionContexts()
    current: ContextVar[Context | None] = ContextVar("authorizer_context", default=None)
    invoke_route, invoke_worker = apigateway._invoke_ws_lambda, lambda_runtime.Worker.invoke

    def invoke_with_context(worker: Any, event: Any, request_id: str) -> Any:
        context = current.get()
        if context is not None and isinstance(event, dict) and "connectionId" in event.get("requestContext", {}):
            event["requestContext"]["authorizer"] = context
        return invoke_worker(worker, event, request_id)

    async def authorize(
        route: Context, arn: str, connection_id: str, headers: Any, query: Mapping[str, list[str]]
    ) -> Context | None:
        api_id = arn.split(":", 5)[5].split("/", maxsplit=1)[0]
        authorizer = apigateway._authorizers.get(api_id, {}).get(route.get("authorizerId"))
        if authorizer is None or not has_sources(authorizer.get("identitySource"), query):
            return None
        _, _, _, region, account, _ = arn.split(":", 5)
        event = authorizer_event(arn, connection_id, headers, query)
        result = await apigateway._invoke_request_authorizer_lambda(authorizer, event, account, region)
        return allowed_context(result, arn, apigateway._evaluate_authorizer_policy)

    async def invoke(  # noqa: PLR0913, PLR0917  # its signature
        api_id: str, account: str, region: str, route: Context, stage: str, connection_id: str, event_type: str,
        message_id: str, body: str, source_ip: str, headers: Any, query_params: Any = None, **others: Any,
    ) -> Any:  # fmt: skip
        if event_type == "CONNECT" and route.get("authorizationType") == "CUSTOM":
            arn = f"arn:aws:execute-api:{region}:{account}:{api_id}/{stage}/$connect"
            context = await authorize(route, arn, connection_id, headers, query_params or {})
            if context is None:
                return _DENIED
            contexts.remember(connection_id, context)
        token = current.set(contexts.get(connection_id))
        try:
            answer = await invoke_route(
                api_id, account, region, route, stage, connection_id, event_type, message_id, body, source_ip, headers,
                query_params=query_params, **others,
            )  # fmt: skip
        finally:
            current.reset(token)
            if event_type == "DISCONNECT":
                contexts.forget(connection_id)
        if event_type == "CONNECT" and not 200 <= int((answer or {}).get("statusCode", 200)) < 300:
            contexts.forget(connection_id)
        return answer

    lambda_runtime.Worker.invoke = invoke_with_context
    apigateway._invoke_ws_lambda = invoke
