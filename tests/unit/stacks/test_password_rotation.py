"""The application's password changes in four steps, each of which may come twice."""

# ruff: noqa: N803 - the arguments have boto3's own names

import json
from typing import Any

import pytest
from botocore.exceptions import ClientError

from functions.migrate_database.rotation import rotate
from functions.migrate_database.sign_ins import Secrets, conninfo
from resumate.config import MigrationSettings
from resumate.errors import ConfigurationError

APPLICATION = "arn:application"
OWNER = "arn:owner"
FIELDS = {"username": "resumate_app", "dbname": "resumate", "port": 5432, "host": "proxy", "direct_host": "server"}


class NoSuchVersionError(ClientError):
    def __init__(self) -> None:
        super().__init__(
            {"Error": {"Code": "ResourceNotFoundException", "Message": "no such version"}}, "GetSecretValue"
        )


class SecretsManager:
    """Keeps versions and their stages as the service does."""

    class exceptions:  # noqa: N801 - boto3's own name
        ResourceNotFoundException = NoSuchVersionError

    def __init__(self) -> None:
        self.texts = {"one": json.dumps({**FIELDS, "password": "old"})}
        self.stages = {"one": ["AWSCURRENT"]}
        self.owner = {"username": "resumate_owner", "password": "of the owner"}

    def get_secret_value(self, SecretId: str, VersionId: str = "", VersionStage: str = "AWSCURRENT") -> dict[str, Any]:
        if SecretId == OWNER:
            return {"SecretString": json.dumps(self.owner)}
        for version, stages in self.stages.items():
            if VersionStage in stages and VersionId in ("", version):
                return {"SecretString": self.texts[version]}
        raise NoSuchVersionError

    def put_secret_value(
        self,
        SecretId: str,
        ClientRequestToken: str,
        SecretString: str,
        VersionStages: list[str],
    ) -> None:
        assert SecretId == APPLICATION
        self.texts[ClientRequestToken] = SecretString
        self.stages[ClientRequestToken] = VersionStages

    def describe_secret(self, SecretId: str) -> dict[str, Any]:
        return {"VersionIdsToStages": self.stages}

    def update_secret_version_stage(
        self,
        SecretId: str,
        VersionStage: str,
        MoveToVersionId: str,
        RemoveFromVersionId: str,
    ) -> None:
        self.stages[RemoveFromVersionId].remove(VersionStage)
        self.stages[MoveToVersionId] = [VersionStage]


class Server:
    """A database that knows one password, and remembers who set it and where."""

    def __init__(self) -> None:
        self.password = "old"
        self.reached: list[str] = []

    def set_password(self, dsn: str, password: str) -> str:
        self.reached.append(dsn)
        self.password = password
        return "0001"

    def sign_in(self, dsn: str) -> None:
        self.reached.append(dsn)
        if f"password={self.password}" not in dsn:
            raise ConnectionRefusedError


@pytest.fixture
def manager() -> SecretsManager:
    return SecretsManager()


@pytest.fixture
def server() -> Server:
    return Server()


def do(step: str, manager: Any, server: Server, *, secret: str = APPLICATION) -> dict[str, str]:
    secrets = Secrets(manager, MigrationSettings(migration_secret_arn=OWNER, database_secret_arn=APPLICATION))
    event = {"Step": step, "SecretId": secret, "ClientRequestToken": "two"}
    return rotate(event, secrets, set_password=server.set_password, sign_in=server.sign_in)


def test_a_rotation_ends_with_a_new_password_in_both_places(manager: SecretsManager, server: Server):
    for step in ("createSecret", "setSecret", "testSecret", "finishSecret"):
        assert do(step, manager, server) == {"Step": step}
    current = json.loads(manager.get_secret_value(APPLICATION)["SecretString"])
    assert manager.stages["two"] == ["AWSCURRENT"]
    assert current["password"] == server.password != "old"
    assert {name: current[name] for name in FIELDS} == FIELDS


def test_every_step_may_come_twice(manager: SecretsManager, server: Server):
    for step in ("createSecret", "setSecret", "testSecret", "finishSecret"):
        do(step, manager, server)
        made = manager.texts["two"]
        do(step, manager, server) if step != "finishSecret" else None
        assert manager.texts["two"] == made
    manager.stages["two"] = ["AWSCURRENT", "AWSPENDING"]
    do("finishSecret", manager, server)
    assert "AWSCURRENT" in manager.stages["two"]


def test_the_server_itself_is_asked_not_the_proxy_which_knows_the_old_password(manager: SecretsManager, server: Server):
    for step in ("createSecret", "setSecret", "testSecret"):
        do(step, manager, server)
    assert len(server.reached) == 2
    assert all("host=server" in dsn and "sslmode=require" in dsn for dsn in server.reached)
    assert "user=resumate_owner" in server.reached[0]
    assert "user=resumate_app" in server.reached[1]


def test_a_password_that_the_server_does_not_take_is_never_made_the_current_one(
    manager: SecretsManager, server: Server
):
    do("createSecret", manager, server)
    with pytest.raises(ConnectionRefusedError):
        do("testSecret", manager, server)
    assert manager.stages["one"] == ["AWSCURRENT"]


@pytest.mark.parametrize("step", ["setSecret", "testSecret"])
def test_a_step_before_the_first_is_refused(step: str, manager: SecretsManager, server: Server):
    with pytest.raises(ConfigurationError):
        do(step, manager, server)
    assert server.password == "old"


def test_another_secret_is_refused(manager: SecretsManager, server: Server):
    with pytest.raises(ConfigurationError):
        do("createSecret", manager, server, secret="arn:of-somebody-else")
    assert "two" not in manager.texts


def test_an_unknown_step_is_refused(manager: SecretsManager, server: Server):
    with pytest.raises(ConfigurationError, match="forgetSecret"):
        do("forgetSecret", manager, server)


def test_the_owners_secret_of_rds_needs_a_name_and_a_password_alone(manager: SecretsManager):
    settings = MigrationSettings(migration_secret_arn=OWNER, database_secret_arn=APPLICATION)
    dsn = Secrets(manager, settings).owner_conninfo()  # type: ignore[arg-type]
    assert "user=resumate_owner" in dsn
    assert "dbname=resumate" in dsn
    assert "host=server" in dsn


def test_what_is_missing_is_named_without_its_neighbours():
    with pytest.raises(ConfigurationError) as refused:
        conninfo({"username": "somebody", "password": "hidden"})
    assert refused.value.message == "The secrets of the database lack host, dbname."


def test_a_unix_socket_has_no_tls():
    assert "sslmode=disable" in conninfo({"username": "a", "password": "b", "dbname": "c", "host": "/run/postgres"})
