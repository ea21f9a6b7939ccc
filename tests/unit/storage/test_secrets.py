"""The database's secret as RDS keeps it, made into a connection string."""

import json

import pytest
from botocore.exceptions import ClientError, EndpointConnectionError
from psycopg.conninfo import conninfo_to_dict

from resumate.errors import ConfigurationError, StorageError
from resumate.storage.secrets import database_conninfo, secret_fields

ARN = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:database"
FIELDS = {"host": "db.example", "port": 6432, "username": "resumate_app", "password": "p' w\\", "dbname": "resumate"}


class FakeSecrets:
    """Holds one secret, or fails."""

    def __init__(self, text=None, error=None):
        self.text = text
        self.error = error
        self.reads = 0

    def get_secret_value(self, SecretId):  # noqa: N803 - the name is boto3's
        assert SecretId == ARN
        self.reads += 1
        if self.error:
            raise self.error
        return {"SecretString": self.text} if self.text is not None else {"SecretBinary": b""}


def conninfo(fields):
    return conninfo_to_dict(database_conninfo(FakeSecrets(json.dumps(fields)), ARN))


def test_every_field_reaches_the_connection_string():
    assert conninfo(FIELDS) == {
        "host": "db.example",
        "port": "6432",
        "user": "resumate_app",
        "password": "p' w\\",
        "dbname": "resumate",
        "sslmode": "require",
    }


def test_tls_is_required_unless_there_is_no_network():
    """Given a host, then TLS is required; given a folder with a socket, then there is none; a named mode wins."""
    assert conninfo(FIELDS)["sslmode"] == "require"
    assert conninfo(FIELDS | {"host": "/run/postgres"})["sslmode"] == "disable"
    assert conninfo(FIELDS | {"sslmode": "verify-full"})["sslmode"] == "verify-full"


def test_the_port_may_be_left_out_and_may_be_text():
    assert conninfo({name: value for name, value in FIELDS.items() if name != "port"})["port"] == "5432"
    assert conninfo(FIELDS | {"port": "5433"})["port"] == "5433"


def test_what_is_missing_is_named_and_what_is_there_is_not_shown():
    with pytest.raises(ConfigurationError) as refusal:
        database_conninfo(FakeSecrets(json.dumps({"username": "u", "password": "hush"})), ARN)
    assert "host" in refusal.value.message
    assert "dbname" in refusal.value.message
    assert "hush" not in refusal.value.message


@pytest.mark.parametrize("text", ["not json", "[1]", '"text"', None])
def test_a_secret_of_another_form_is_a_wrong_setting(text):
    with pytest.raises(ConfigurationError):
        secret_fields(FakeSecrets(text), ARN)


@pytest.mark.parametrize("code", ["ResourceNotFoundException", "AccessDeniedException"])
def test_a_secret_that_is_not_ours_to_read_is_a_wrong_setting(code):
    with pytest.raises(ConfigurationError):
        secret_fields(FakeSecrets(error=ClientError({"Error": {"Code": code}}, "GetSecretValue")), ARN)


@pytest.mark.parametrize(
    "error",
    [
        ClientError({"Error": {"Code": "ThrottlingException"}}, "GetSecretValue"),
        EndpointConnectionError(endpoint_url="https://secretsmanager"),
    ],
)
def test_secrets_out_of_reach_are_an_error_that_may_pass(error):
    with pytest.raises(StorageError) as failure:
        secret_fields(FakeSecrets(error=error), ARN)
    assert failure.value.retryable


def test_the_secret_is_read_anew_at_every_call():
    """`Database` keeps the answer and asks again after a refusal; a cache here would hand it the old password."""
    secrets = FakeSecrets(json.dumps(FIELDS))
    database_conninfo(secrets, ARN)
    database_conninfo(secrets, ARN)
    assert secrets.reads == 2
