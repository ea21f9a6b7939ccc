"""A smoke test's account exists for one letter: it is erased whether the letter was written or not."""

# ruff: noqa: N803 - the parameters of the fake are named as boto3 names them

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from devstack.aws import visitor
from devstack.aws.target import Target
from devstack.aws.visitor import visit
from devstack.problems import Problem, ProblemCode
from devstack.progress import Progress
from tests.unit.deployment.fake_sagemaker import Checked

QUIET = Progress(quiet=True)


class Pool(Checked):
    """A user pool."""

    def __init__(self) -> None:
        super().__init__("cognito-idp")
        self.people: dict[str, str] = {}

    def on_admin_create_user(self, Username: str, MessageAction: str, **_: Any) -> dict[str, Any]:
        assert MessageAction == "SUPPRESS", "nobody is sent a mail"
        return {"User": {"Username": Username, "Attributes": [{"Name": "sub", "Value": "id-1"}]}}

    def on_admin_set_user_password(self, Username: str, Password: str, *, Permanent: bool, **_: Any) -> dict[str, Any]:
        assert Permanent
        self.people[Username] = Password
        return {}


class Application(Checked):
    """Erases."""

    def __init__(self) -> None:
        super().__init__("lambda")
        self.erased: list[str] = []
        self.remaining = 0

    def on_invoke(self, Payload: bytes, **_: Any) -> dict[str, Any]:
        event = json.loads(Payload)
        assert event["operator"] == "erase_account"
        self.erased.append(event["user_id"])
        return {"Payload": io.BytesIO(json.dumps({"remaining": {"letters": self.remaining}}).encode())}


@pytest.fixture
def services() -> dict[str, Any]:
    return {"cognito-idp": Pool(), "lambda": Application()}


@pytest.fixture
def target(services: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> Target:
    @contextmanager
    def opened(_: Target, email: str, password: str) -> Iterator[tuple[str, str]]:
        yield email, password

    monkeypatch.setattr(visitor, "_open", opened)
    return Target("resumate", "r", {"UserPoolId": "pool_1"}, services.__getitem__, is_local=False)


def test_the_account_is_made_used_and_erased(target: Target, services: dict[str, Any]) -> None:
    with visit(target, None, QUIET) as (email, password):
        assert services["cognito-idp"].people == {email: password}
        assert services["lambda"].erased == []
    assert services["lambda"].erased == ["id-1"]


def test_it_is_erased_when_the_letter_fails_and_the_letters_failure_is_what_is_told(
    target: Target, services: dict[str, Any]
) -> None:
    services["lambda"].remaining = 1
    with pytest.raises(Problem) as caught, visit(target, None, QUIET):
        raise Problem(ProblemCode.REFUSED, "The letter failed.")
    assert caught.value.message == "The letter failed."
    assert services["lambda"].erased == ["id-1"]


def test_an_account_that_is_not_erased_whole_fails_the_test(target: Target, services: dict[str, Any]) -> None:
    services["lambda"].remaining = 1
    with pytest.raises(Problem, match="not erased whole"), visit(target, None, QUIET):
        pass


def test_two_visits_have_two_names_and_passwords(target: Target, services: dict[str, Any]) -> None:
    for _ in range(2):
        with visit(target, None, QUIET):
            pass
    assert len(services["cognito-idp"].people) == len(set(services["cognito-idp"].people.values())) == 2


def test_somebodys_own_account_is_never_erased(
    target: Target, services: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RESUMATE_PASSWORD", "secret")
    with visit(target, "jane@example.com", QUIET) as opened:
        assert opened == ("jane@example.com", "secret")
    assert services["lambda"].erased == []
    monkeypatch.delenv("RESUMATE_PASSWORD")
    with pytest.raises(Problem, match="RESUMATE_PASSWORD"), visit(target, "jane@example.com", QUIET):
        pass
