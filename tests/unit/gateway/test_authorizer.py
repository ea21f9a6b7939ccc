"""The authorizer of `$connect` (CASES A01, A15, A16)."""

import fnmatch
import json

import pytest

from resumate.errors import IdentityError
from resumate.gateway.authorizer import authorize, authorizer_policy, check_origin, deny_policy, token_of
from resumate.identity import Identity, reason_of, refusal

ARN = "arn:aws:execute-api:eu-north-1:111122223333:a1b2c3d4e5/live/$connect"
ADA = Identity("5d0c8a52-70b1-70de-9b3c-1f6f4a7be001", 1_795_253_102, "ada")
PAGE = frozenset({"https://letters.example"})


def good(token: str) -> Identity:
    assert token == "header.payload.signature"
    return ADA


def bad(_token: str) -> Identity:
    raise refusal("exp")


def effect(policy: dict) -> str:
    (statement,) = policy["policyDocument"]["Statement"]
    return statement["Effect"]


def test_a_good_token_opens_the_socket_and_leaves_user_and_end_as_strings(recorded):
    policy = authorize(recorded("authorizer_connect"), good, PAGE, without_origin=False)
    assert effect(policy) == "Allow"
    assert policy["principalId"] == ADA.user_id
    assert policy["context"] == {"user_id": ADA.user_id, "exp": "1795253102"}


def test_a_refused_token_is_a_deny_and_says_why_in_the_log_alone(recorded, seen):
    policy = authorize(recorded("authorizer_connect"), bad, PAGE, without_origin=False)
    assert effect(policy) == "Deny"
    assert "exp" not in json.dumps(policy)
    assert seen.fields("connection refused")["reason"] == "exp"
    assert seen.counts == [("connections_refused", {"reason": "exp"})]


@pytest.mark.parametrize("query", [None, {}, {"token": ""}, {"token": None}, {"Token": "x"}])
def test_a_missing_token_is_refused_before_any_work(recorded, query):
    event = recorded("authorizer_connect", queryStringParameters=query, multiValueQueryStringParameters=None)
    policy = authorize(event, lambda _: pytest.fail("verified"), PAGE, without_origin=False)
    assert effect(policy) == "Deny"


def test_two_tokens_are_none(recorded):
    event = recorded("authorizer_connect", multiValueQueryStringParameters={"token": ["x", "header.payload.signature"]})
    with pytest.raises(IdentityError) as refused:
        token_of(event)
    assert reason_of(refused.value) == "token"


def test_a_foreign_page_is_refused_before_its_token_is_looked_at(recorded):
    event = recorded("authorizer_connect", headers={"Origin": "https://attacker.example"})
    policy = authorize(event, lambda _: pytest.fail("verified"), PAGE, without_origin=True)
    assert effect(policy) == "Deny"


def test_keys_out_of_reach_deny_and_do_not_crash(recorded):
    def unreachable(_token: str) -> Identity:
        raise refusal("key")

    assert effect(authorize(recorded("authorizer_connect"), unreachable, PAGE, without_origin=False)) == "Deny"


@pytest.mark.parametrize("policy", [authorizer_policy(ADA, ARN), deny_policy(ARN)], ids=["allow", "deny"])
def test_a_policy_covers_every_route_of_this_stage_and_no_other(policy):
    (statement,) = policy["policyDocument"]["Statement"]
    assert statement["Action"] == "execute-api:Invoke"
    for route in ("$connect", "$disconnect", "$default", "create_letter"):
        assert fnmatch.fnmatchcase(ARN.replace("$connect", route), statement["Resource"])
    for other in (ARN.replace("/live/", "/test/"), ARN.replace("a1b2c3d4e5", "zzzzzzzzzz")):
        assert not fnmatch.fnmatchcase(other, statement["Resource"])


@pytest.mark.parametrize("name", ["Origin", "origin", "ORIGIN"])
def test_a_listed_origin_is_allowed_however_the_header_is_written(name):
    check_origin({name: "https://letters.example"}, PAGE, without_origin=False)


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://attacker.example"},
        {"origin": "http://letters.example"},
        {"origin": "https://letters.example:8443"},
        {"origin": "https://letters.example.attacker.example"},
        {"origin": "https://sub.letters.example"},
        {"origin": "https://letters.example/"},
        {"origin": "HTTPS://LETTERS.EXAMPLE"},
        {"origin": "null"},
        {"origin": ""},
        {"origin": None},
        {"Origin": "https://letters.example", "origin": "https://attacker.example"},
    ],
)
def test_any_other_origin_is_refused(headers):
    with pytest.raises(IdentityError) as refused:
        check_origin(headers, PAGE, without_origin=True)
    assert reason_of(refused.value) == "origin"


def test_no_origin_is_allowed_only_where_programs_are():
    check_origin({"Host": "x"}, PAGE, without_origin=True)
    with pytest.raises(IdentityError):
        check_origin({"Host": "x"}, PAGE, without_origin=False)


def test_a_star_admits_every_page():
    check_origin({"origin": "https://anything.example"}, frozenset({"*"}), without_origin=False)


def test_an_empty_list_admits_no_page():
    with pytest.raises(IdentityError):
        check_origin({"origin": "https://letters.example"}, frozenset(), without_origin=True)
