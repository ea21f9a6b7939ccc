"""An account at a deployed stack for the time of one letter, so that a smoke test needs no stored password.

It is made by the user pool's administrator API, with a random address and a random password that nobody else ever
sees, and erased by the application itself when the letter is written or not: the test of a deploy ends with a receipt.
Somebody who has an account of their own signs in with that instead, and nothing is erased.
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

from devstack.accounts import sign_in
from devstack.aws.operator import ask
from devstack.aws.target import Target, aws_problems
from devstack.client import SocketClient
from devstack.problems import Problem, ProblemCode
from devstack.progress import Progress

PASSWORD_VARIABLE: Final = "RESUMATE_PASSWORD"  # noqa: S105 - the name of a variable
_DOMAIN: Final = "example.com"


@contextmanager
def visit(target: Target, email: str | None, progress: Progress) -> Iterator[SocketClient]:
    """Open a socket as `email`, or as somebody who exists for this body alone; raises `Problem`."""
    if email is not None:
        with _open(target, email, _password()) as client:
            yield client
        return
    email, password = f"smoke-{secrets.token_hex(8)}@{_DOMAIN}", f"Aa1-{secrets.token_urlsafe(24)}"
    user_id = _create(target, email, password)
    try:
        with _open(target, email, password) as client:
            yield client
    except BaseException:
        # What failed is what the caller wants to hear of; a second failure must not hide it.
        with suppress(Problem):
            _erase(target, user_id, progress)
        raise
    _erase(target, user_id, progress)


def _open(target: Target, email: str, password: str) -> SocketClient:
    token = sign_in(target.client("cognito-idp"), target.output("UserPoolClientId"), email, password)
    return SocketClient.open(target.output("SocketUrl").replace("http", "ws", 1), token)


def _password() -> str:
    password = os.environ.get(PASSWORD_VARIABLE, "")
    if not password:
        raise Problem(
            ProblemCode.USAGE,
            f"{PASSWORD_VARIABLE} is not set.",
            "Set it to the account's password, or leave out --email.",
        )
    return password


def _create(target: Target, email: str, password: str) -> str:
    cognito, pool = target.client("cognito-idp"), target.output("UserPoolId")
    with aws_problems("making an account for the test"):
        verified = [{"Name": "email", "Value": email}, {"Name": "email_verified", "Value": "true"}]
        user = cognito.admin_create_user(
            UserPoolId=pool, Username=email, UserAttributes=verified, MessageAction="SUPPRESS"
        )["User"]
        cognito.admin_set_user_password(UserPoolId=pool, Username=email, Password=password, Permanent=True)
    return next(str(item["Value"]) for item in user["Attributes"] if item["Name"] == "sub")


def _erase(target: Target, user_id: str, progress: Progress) -> None:
    receipt = ask(target, "erase_account", user_id=user_id)
    if any(receipt["remaining"].values()):
        raise Problem(ProblemCode.AWS, f"The test's account {user_id} was not erased whole.", "Run `resumate erase`.")
    progress.say("  The test's account was erased; a second look found nothing.")
