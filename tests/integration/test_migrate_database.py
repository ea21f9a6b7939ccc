"""The migration's function on a real server: it says why it failed, and the password it rotates is the one that works."""

import json
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

from functions.migrate_database import sign_ins
from functions.migrate_database.migrations.runner import upgrade
from functions.migrate_database.reason import explained, reason_of
from functions.migrate_database.rotation import rotate
from resumate.config import MigrationSettings
from resumate.errors import ResumateError
from resumate.gateway import custom_resource as answering


class SecretsManager:
    """Two secrets, and one pending version of the first."""

    def __init__(self, application: dict[str, Any], owner: dict[str, Any]) -> None:
        self.current, self.owner = application, owner
        self.made: dict[str, Any] = {}

    def get_secret_value(self, SecretId: str, VersionId: str = "", VersionStage: str = "") -> dict[str, str]:  # noqa: N803
        found = self.owner if SecretId == "owner" else self.made if VersionId else self.current
        return {"SecretString": json.dumps(found)}


@pytest.fixture
def manager(postgres: Any) -> SecretsManager:
    owner = conninfo_to_dict(postgres.admin_dsn)
    where = {"host": owner["host"], "port": owner.get("port"), "dbname": owner["dbname"]}
    application = {**where, "username": "resumate_app", "password": postgres.app_password, "sslmode": "prefer"}
    return SecretsManager(application, {"username": owner["user"], "password": owner.get("password") or "none"})


@pytest.fixture
def secrets(manager: SecretsManager) -> sign_ins.Secrets:
    settings = MigrationSettings(migration_secret_arn="owner", database_secret_arn="application")
    return sign_ins.Secrets(manager, settings)  # type: ignore[arg-type]


def test_the_rotated_password_works_and_the_old_one_no_longer_does(
    manager: SecretsManager, secrets: sign_ins.Secrets, postgres: Any
):
    manager.made = {**manager.current, "password": "a-new-one"}
    try:
        for step in ("setSecret", "testSecret"):
            event = {"Step": step, "SecretId": "application", "ClientRequestToken": "two"}
            rotate(event, secrets, set_password=upgrade, sign_in=sign_ins.sign_in)
        with pytest.raises(psycopg.OperationalError, match="password"):
            sign_ins.sign_in(sign_ins.conninfo(manager.current))
    finally:
        upgrade(postgres.admin_dsn, postgres.app_password)


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    sent: list[dict[str, Any]] = []

    @contextmanager
    def take(request: urllib.request.Request, timeout: float) -> Iterator[None]:
        assert isinstance(request.data, bytes)
        sent.append(json.loads(request.data))
        yield

    monkeypatch.setattr(answering.urllib.request, "urlopen", take)
    return sent


def test_a_deploy_is_told_that_the_database_is_not_there(secrets: sign_ins.Secrets, manager: SecretsManager, answers):
    manager.current["dbname"] = "not_there"

    def migrate() -> dict[str, str]:
        with explained():
            return {"Revision": upgrade(secrets.owner_conninfo(), "x")}

    event = {"RequestType": "Update", "ResponseURL": "https://cloudformation.example/answer"}
    answering.custom_resource({**event, "StackId": "s", "RequestId": "r", "LogicalResourceId": "Migration"}, migrate)
    assert answers[0]["Status"] == "FAILED"
    assert 'database "not_there" does not exist' in answers[0]["Reason"]
    assert "Nothing was changed." in answers[0]["Reason"]


def test_the_reason_names_what_is_wrong_with_the_schema(admin: psycopg.Connection[Any]):
    with pytest.raises(ResumateError, match=r'UndefinedTable .*42P01.* relation "nowhere" does not exist'), explained():
        admin.execute("select * from nowhere")


def test_the_reason_quotes_nothing_that_is_stored(admin: psycopg.Connection[Any]):
    with pytest.raises(psycopg.errors.DataError) as refused:
        admin.execute("select cast(%s as integer)", ["Ada Lovelace"])
    assert "Lovelace" not in reason_of(refused.value)
    assert "22P02" in reason_of(refused.value)
