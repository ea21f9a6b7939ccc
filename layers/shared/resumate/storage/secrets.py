"""Reads the database's secret in the form that RDS keeps it, and makes a connection string of it.

Nothing is kept here: `Database` holds on to a connection string until a connection with it fails, and then asks
again, which is how a rotated password is picked up.
"""

from typing import TYPE_CHECKING, Any, Final

import msgspec
from botocore.exceptions import BotoCoreError, ClientError
from psycopg.conninfo import make_conninfo

from resumate.errors import ConfigurationError, StorageError

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient

_REQUIRED: Final = ("host", "username", "password", "dbname")
_DEFAULT_PORT: Final = 5432


def database_conninfo(client: "SecretsManagerClient", secret_arn: str) -> str:
    """Return libpq's connection string for a secret {"host", "port", "username", "password", "dbname", "sslmode"?}.

    Without "sslmode", TLS is required, but for a Unix socket (a host that is a path), which has none.

    Raises:
        ConfigurationError: a field is missing; names the fields, never their values.
        StorageError: Secrets Manager is out of reach; retryable.
    """
    fields = secret_fields(client, secret_arn)
    missing = [name for name in _REQUIRED if not fields.get(name)]
    if missing:
        raise ConfigurationError(message=f"The secret of DATABASE_SECRET_ARN lacks {', '.join(missing)}.")
    host = str(fields["host"])
    return make_conninfo(
        host=host,
        port=fields.get("port") or _DEFAULT_PORT,
        user=fields["username"],
        password=fields["password"],
        dbname=fields["dbname"],
        sslmode=fields.get("sslmode") or ("disable" if host.startswith("/") else "require"),
    )


def secret_fields(client: "SecretsManagerClient", secret_arn: str) -> dict[str, Any]:
    """Return the JSON object that a secret holds; raises as `database_conninfo` does."""
    try:
        text = client.get_secret_value(SecretId=secret_arn)["SecretString"]
        return msgspec.json.decode(text, type=dict[str, Any])
    except ClientError as error:
        if error.response.get("Error", {}).get("Code") in {"ResourceNotFoundException", "AccessDeniedException"}:
            raise ConfigurationError(message="The secret of the database is missing or may not be read.") from error
        raise StorageError(retryable=True) from error
    except BotoCoreError as error:
        raise StorageError(retryable=True) from error
    except (KeyError, msgspec.MsgspecError) as error:
        raise ConfigurationError(message="The secret of the database does not hold a JSON object.") from error
