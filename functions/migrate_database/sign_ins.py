"""The two secrets of the database, and the connections that are made with them.

The application's secret {"username", "password", "dbname", "host", "port", "direct_host"?} says where the database is; RDS
keeps the owner's and writes a name and a password into it, nothing else. Both always go to the server itself,
`direct_host`, where a proxy stands in front of it: the proxy knows the application's current password alone.
"""

from typing import TYPE_CHECKING, Any, Final

import msgspec
import psycopg
from botocore.exceptions import ClientError
from psycopg.conninfo import make_conninfo

from resumate.config import MigrationSettings
from resumate.errors import ConfigurationError

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient

Fields = dict[str, Any]

CONNECT_SECONDS: Final = 10
_NEEDED: Final = ("host", "username", "password", "dbname")


class Secrets:
    """The secrets by what they are for.

    Args:
        client: a client of Secrets Manager.
        settings: which secrets.
    """

    def __init__(self, client: "SecretsManagerClient", settings: MigrationSettings) -> None:
        self.client = client
        self.application_arn = settings.database_secret_arn
        self._owner_arn = settings.migration_secret_arn

    def application(self) -> Fields:
        """Return the application's current sign-in; raises `ConfigurationError`."""
        return self._fields(self.application_arn)

    def pending(self, version: str) -> Fields | None:
        """Return the sign-in that a rotation has made under this version, if it has."""
        try:
            return self._fields(self.application_arn, VersionId=version, VersionStage="AWSPENDING")
        except self.client.exceptions.ResourceNotFoundException:
            return None

    def owner_conninfo(self) -> str:
        """Return how the role that owns the schema connects; raises `ConfigurationError` that names what is missing."""
        return conninfo({**self.application(), **self._fields(self._owner_arn)})

    def _fields(self, secret_arn: str, **version: str) -> Fields:
        try:
            text = self.client.get_secret_value(SecretId=secret_arn, **version)["SecretString"]
            return msgspec.json.decode(text, type=Fields)
        except (KeyError, msgspec.MsgspecError) as error:
            raise ConfigurationError(message="A secret of the database does not hold a JSON object.") from error
        except ClientError as error:
            if version or error.response.get("Error", {}).get("Code") != "ResourceNotFoundException":
                raise
            raise ConfigurationError(message="A secret of the database is missing.") from error


def conninfo(fields: Fields) -> str:
    """Return libpq's connection string to the server itself; TLS is required but for a Unix socket, which has none."""
    missing = [name for name in _NEEDED if not fields.get(name)]
    if missing:
        raise ConfigurationError(message=f"The secrets of the database lack {', '.join(missing)}.")
    host = str(fields.get("direct_host") or fields["host"])
    return make_conninfo(
        host=host,
        port=fields.get("port") or 5432,
        user=fields["username"],
        password=fields["password"],
        dbname=fields["dbname"],
        sslmode=fields.get("sslmode") or ("disable" if host.startswith("/") else "require"),
    )


def sign_in(dsn: str) -> None:
    """Connect and leave; raises psycopg.OperationalError when these credentials are refused."""
    with psycopg.connect(dsn, connect_timeout=CONNECT_SECONDS, prepare_threshold=None) as connection:
        connection.execute("select 1")
