"""Signs people up and in at a Cognito user pool, the embedded one or a real one.

Used by the `resumate` command for its demo account and by the end-to-end tests for accounts of their own.
"""

from typing import Any

from botocore.exceptions import ClientError

from devstack.problems import Problem, ProblemCode


def sign_up(cognito: Any, client_id: str, email: str, password: str) -> None:  # noqa: ANN401  # a boto3 client
    """Make an account unless it is there; raises `Problem` when sign-ups are refused."""
    try:
        cognito.sign_up(
            ClientId=client_id,
            Username=email,
            Password=password,
            UserAttributes=[{"Name": "email", "Value": email}],
        )
    except cognito.exceptions.UsernameExistsException:
        return
    except ClientError as error:
        raise _problem("could not sign up", error) from error


def sign_in(cognito: Any, client_id: str, email: str, password: str) -> str:  # noqa: ANN401  # a boto3 client
    """Return an access token; raises `Problem`."""
    try:
        answer = cognito.initiate_auth(
            ClientId=client_id,
            AuthFlow="USER_PASSWORD_AUTH",
            AuthParameters={"USERNAME": email, "PASSWORD": password},
        )
    except ClientError as error:
        raise _problem("could not sign in", error) from error
    return str(answer["AuthenticationResult"]["AccessToken"])


def _problem(what: str, error: Any) -> Problem:  # noqa: ANN401  # botocore has no types
    code = error.response.get("Error", {}).get("Code", "")
    return Problem(
        ProblemCode.SIGN_IN,
        f"The account {what}: {code}.",
        "If the account was changed elsewhere, `make reset` makes a new one.",
        detail=code or None,
    )
