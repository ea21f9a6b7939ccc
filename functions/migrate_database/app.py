"""Brings the schema to this deploy's version: CloudFormation calls it as a custom resource, operators by hand."""

from typing import Any

from functions.migrate_database.migrations.runner import upgrade
from resumate import wiring
from resumate.gateway.custom_resource import custom_resource


def lambda_handler(event: dict[str, Any], context: object) -> dict[str, str]:
    """Return the revision the database is at; a failed migration fails the deploy and says why."""
    return custom_resource(event, _migrate)


def _migrate() -> dict[str, str]:
    secrets = wiring.migration_secrets()
    return {"Revision": upgrade(secrets.owner_conninfo, secrets.application_password)}
