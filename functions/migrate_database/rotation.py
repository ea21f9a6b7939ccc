"""Rotates the application's password in the four steps of Secrets Manager, each of which may come twice.

One user, one secret: the old password ends when the new one is stored. `set_password` is the migration's own `upgrade`, which
stores the password under the lock that deploys take, so that the two cannot overtake each other.
"""

import secrets as randomness
from collections.abc import Callable
from typing import Any, Final

import msgspec

from functions.migrate_database.sign_ins import Fields, Secrets, conninfo
from resumate.errors import ConfigurationError

_BYTES: Final = 36
"""48 characters of the alphabet for addresses: nothing that a connection string would have to quote."""


def rotate(
    event: dict[str, Any],
    secrets: Secrets,
    *,
    set_password: Callable[[str, str], str],
    sign_in: Callable[[str], None],
) -> dict[str, str]:
    """Do one step.

    Args:
        event: {"Step", "SecretId", "ClientRequestToken"}; the token is the id of the new version.
        secrets: where both sign-ins are.
        set_password: takes the owner's connection string and the application's new password.
        sign_in: connects once with a connection string.

    Returns:
        The step that was done.

    Raises:
        ConfigurationError: another secret, an unknown step, or a step before the first.
        psycopg.Error: the database refused; Secrets Manager tries again, and nothing has changed for the application
            unless the new password was stored, which the next try then finds and keeps.
    """
    step, version = str(event.get("Step")), str(event["ClientRequestToken"])
    if event.get("SecretId") != secrets.application_arn:
        raise ConfigurationError(message="Only the secret in DATABASE_SECRET_ARN is rotated here.")
    if step == "createSecret":
        _create(secrets, version)
    elif step == "setSecret":
        set_password(secrets.owner_conninfo(), _made(secrets, version)["password"])
    elif step == "testSecret":
        sign_in(conninfo(_made(secrets, version)))
    elif step == "finishSecret":
        _finish(secrets, version)
    else:
        raise ConfigurationError(message=f"There is no step {step!r} in a rotation.")
    return {"Step": step}


def _create(secrets: Secrets, version: str) -> None:
    if secrets.pending(version) is not None:
        return
    fields = {**secrets.application(), "password": randomness.token_urlsafe(_BYTES)}
    secrets.client.put_secret_value(
        SecretId=secrets.application_arn,
        ClientRequestToken=version,
        SecretString=msgspec.json.encode(fields).decode(),
        VersionStages=["AWSPENDING"],
    )


def _made(secrets: Secrets, version: str) -> Fields:
    fields = secrets.pending(version)
    if fields is None:
        raise ConfigurationError(message="The rotation has made no password yet.")
    return fields


def _finish(secrets: Secrets, version: str) -> None:
    versions = secrets.client.describe_secret(SecretId=secrets.application_arn)["VersionIdsToStages"]
    current = next((known for known, stages in versions.items() if "AWSCURRENT" in stages), None)
    if current == version:
        return
    moved: dict[str, str] = {"RemoveFromVersionId": current} if current else {}
    secrets.client.update_secret_version_stage(
        SecretId=secrets.application_arn, VersionStage="AWSCURRENT", MoveToVersionId=version, **moved
    )
