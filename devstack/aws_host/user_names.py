"""Lets a user be removed by `sub`, which is the user name where people sign in by e-mail, as in Cognito.

MiniStack keeps its users by e-mail address; it finds one by `sub` and then fails to remove it under that name.
"""

import json
from collections.abc import Mapping
from typing import Any, Final

_DELETE: Final = "AWSCognitoIdentityProviderService.AdminDeleteUser"


def name_in_pool(users: Mapping[str, Mapping[str, Any]], wanted: str) -> str:
    """Return the name a pool keeps a user under, who is given by that name or by `sub`; an unknown one as it is."""
    if wanted in users:
        return wanted
    for name, user in users.items():
        if {"Name": "sub", "Value": wanted} in user.get("Attributes", []):
            return name
    return wanted


def remove_users_by_sub() -> None:
    """Apply to MiniStack's Cognito; call once, before it serves."""
    from ministack.services import cognito

    original = cognito.handle_request

    async def handle_request(method: str, path: str, headers: dict[str, str], body: bytes, query: Any) -> Any:
        if headers.get("x-amz-target", "") == _DELETE:
            data = json.loads(body or b"{}")
            pool, _ = cognito._resolve_pool(data.get("UserPoolId"))
            if pool:
                data["Username"] = name_in_pool(pool["_users"], str(data.get("Username")))
                body = json.dumps(data).encode()
        return await original(method, path, headers, body, query)

    cognito.handle_request = handle_request
