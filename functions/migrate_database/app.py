"""Owns the schema and the application's role: CloudFormation calls it on every deploy, Secrets Manager to rotate."""

from typing import Any

from functions.migrate_database import sign_ins
from functions.migrate_database.migrations.runner import upgrade
from functions.migrate_database.reason import explained
from functions.migrate_database.rotation import rotate
from resumate import collaborators, config
from resumate.gateway.custom_resource import custom_resource
from resumate.observability import observed


def lambda_handler(event: dict[str, Any], context: object) -> dict[str, str]:
    """Return the revision the database is at; a failed migration fails the deploy and says why."""
    if "ClientRequestToken" in event:
        done: dict[str, str] = _rotate(event, context)
        return done
    return custom_resource(event, _migrate)


def _migrate() -> dict[str, str]:
    secrets = _secrets()
    with explained():
        return {"Revision": upgrade(secrets.owner_conninfo(), secrets.application()["password"])}


@observed
def _rotate(event: dict[str, Any], context: object) -> dict[str, str]:
    secrets = _secrets()
    with explained():
        return rotate(event, secrets, set_password=upgrade, sign_in=sign_ins.sign_in)


def _secrets() -> sign_ins.Secrets:
    client = collaborators.aws_client("secretsmanager")
    return sign_ins.Secrets(client, collaborators.settings(config.MigrationSettings))
