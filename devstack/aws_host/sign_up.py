"""Runs the user pool's pre-sign-up trigger when somebody signs up, as Cognito does.

MiniStack runs it for federated sign-ups alone. Here a native sign-up goes through the trigger first: it may refuse,
or confirm the account and its e-mail address at once.
"""

import asyncio
import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

_SIGN_UP: Final = "AWSCognitoIdentityProviderService.SignUp"

Response = tuple[int, dict[str, str], bytes]
Pool = dict[str, Any]


def confirm_user(pool: Pool, username: str, decision: Mapping[str, bool]) -> bool:
    """Apply the trigger's decision to a user just made; return whether the account is confirmed."""
    user = pool["_users"].get(username)
    if user is None:
        return False
    if decision["autoVerifyEmail"]:
        others = [item for item in user["Attributes"] if item["Name"] != "email_verified"]
        user["Attributes"] = [*others, {"Name": "email_verified", "Value": "true"}]
    if decision["autoConfirmUser"]:
        user["UserStatus"] = "CONFIRMED"
    return bool(user["UserStatus"] == "CONFIRMED")


def refusal(reason: str) -> Response:
    """The answer Cognito gives when the trigger raised; the trigger's own words, as on AWS."""
    message = f"PreSignUp failed with error {_trigger_words(reason)}"
    body = json.dumps({"__type": "UserLambdaValidationException", "message": message}).encode()
    return 400, {"Content-Type": "application/x-amz-json-1.1"}, body


def _trigger_words(reason: str) -> str:
    found = re.search(r"""errorMessage['"]: (['"])(.*?)\1[,}]""", reason)
    return found.group(2) if found else "the trigger did not answer."


def run_sign_up_trigger() -> None:
    """Apply to MiniStack's Cognito; call once, before it serves."""
    from ministack.services import cognito

    original = cognito.handle_request

    async def handle_request(method: str, path: str, headers: dict[str, str], body: bytes, query: Any) -> Any:
        if headers.get("x-amz-target", "") != _SIGN_UP:
            return await original(method, path, headers, body, query)
        data = json.loads(body or b"{}")
        scope = cognito._pool_scope_for_client(data.get("ClientId", ""))
        pool = cognito._user_pools.get(scope[0]) if scope else None
        if pool is None or data.get("Username") in pool["_users"]:
            return await original(method, path, headers, body, query)
        return await _sign_up(cognito, pool, scope[0], data, lambda: original(method, path, headers, body, query))

    cognito.handle_request = handle_request


async def _sign_up(cognito: Any, pool: Pool, pool_id: str, data: dict[str, Any], create: Callable[[], Any]) -> Any:
    attributes = cognito._attr_list_to_dict(data.get("UserAttributes", []))
    username = data.get("Username", "")
    # An account whose user name is an e-mail address has that attribute before the trigger sees it.
    if "@" in username and "email" in pool.get("UsernameAttributes", []):
        attributes.setdefault("email", username)
    try:
        decision = await asyncio.to_thread(
            cognito._apply_presignup_trigger, pool_id, data["ClientId"], username, attributes, "PreSignUp_SignUp"
        )
    except cognito._PreSignUpRejected as error:
        return refusal(str(error))
    status, headers, body = await create()
    if status == 200:
        confirmed = confirm_user(pool, username, decision)
        body = json.dumps(json.loads(body) | {"UserConfirmed": confirmed}).encode()
    return status, headers, body
