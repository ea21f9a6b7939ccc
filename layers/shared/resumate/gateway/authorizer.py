"""The authorizer of `$connect`: may this socket open, and whose is it.

`user_auth` is a call of `authorize`. What it puts into the policy's context comes back in every event of the
connection, where `gateway.caller` reads it. A refusal is a Deny policy and not an exception, which Lambda would
count as a failure of the function; both close the door, and a browser shows neither apart from the other.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from resumate.errors import IdentityError
from resumate.identity import Identity, reason_of, refusal
from resumate.observability import correlated, count, log

ANY_ORIGIN: Final = "*"


def authorize(
    event: Mapping[str, Any], verify: Callable[[str], Identity], origins: frozenset[str], *, without_origin: bool
) -> dict[str, Any]:
    """Return the policy for a REQUEST authorizer event: Allow with the user's id and the token's end, or Deny.

    Args:
        event: as API Gateway sends it for `$connect`.
        verify: `identity.verify_access_token` with everything but the token given.
        origins: the pages that may open a socket, such as "https://letters.example"; "*" admits every page.
        without_origin: whether programs that send no Origin header may, too.
    """
    request = event.get("requestContext") or {}
    with correlated(str(request.get("requestId") or "")):
        try:
            check_origin(event.get("headers") or {}, origins, without_origin=without_origin)
            return authorizer_policy(verify(token_of(event)), event["methodArn"])
        except IdentityError as error:
            log("connection refused", level="warning", reason=reason_of(error))
            count("connections_refused", reason=reason_of(error))
            return deny_policy(event["methodArn"])


def token_of(event: Mapping[str, Any]) -> str:
    """Return the one `token` of the query string; raises `IdentityError` when there is none or more than one."""
    several = (event.get("multiValueQueryStringParameters") or {}).get("token")
    token = (event.get("queryStringParameters") or {}).get("token")
    if not isinstance(token, str) or not token or (several is not None and several != [token]):
        raise refusal("token")
    return token


def check_origin(headers: Mapping[str, Any], allowed: frozenset[str], *, without_origin: bool) -> None:
    """Refuse a page that is not on the list (a browser cannot lie about its Origin header; a program need not send it).

    Raises:
        IdentityError: the origin is foreign, given twice, or absent where it must be there.
    """
    origins = [value for name, value in headers.items() if name.lower() == "origin"]
    if not origins:
        if not without_origin:
            raise refusal("origin")
        return
    if len(origins) > 1 or (origins[0] not in allowed and ANY_ORIGIN not in allowed):
        raise refusal("origin")


def authorizer_policy(identity: Identity, method_arn: str) -> dict[str, Any]:
    """Allow every route of the stage, since API Gateway may keep the answer for all of them."""
    context = {"user_id": identity.user_id, "exp": str(identity.expires_at)}
    return {**_policy("Allow", identity.user_id, method_arn), "context": context}


def deny_policy(method_arn: str) -> dict[str, Any]:
    """Deny every route of the stage."""
    return _policy("Deny", "nobody", method_arn)


def _policy(effect: str, principal: str, method_arn: str) -> dict[str, Any]:
    # arn:aws:execute-api:{region}:{account}:{api}/{stage}/{route}
    api, stage, *_ = method_arn.split("/")
    statement = {"Action": "execute-api:Invoke", "Effect": effect, "Resource": f"{api}/{stage}/*"}
    return {"principalId": principal, "policyDocument": {"Version": "2012-10-17", "Statement": [statement]}}
