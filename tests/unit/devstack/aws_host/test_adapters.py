import asyncio
import json
import threading
from pathlib import Path
from typing import Any

import pytest

from devstack.aws_host.function_logs import FunctionLogs
from devstack.aws_host.prompt_queue import readdress, reveal_messages, wake_on_send
from devstack.aws_host.sign_up import confirm_user, refusal
from devstack.aws_host.socket_answers import answer_of
from devstack.aws_host.socket_authorizer import allowed_context, authorizer_event, has_sources

ARN = "arn:aws:execute-api:us-east-1:000000000000:api/live/$connect"


@pytest.mark.parametrize(("target", "woken"), [("AmazonSQS.SendMessage", True), ("AmazonSQS.ReceiveMessage", False)])
def test_a_message_that_was_sent_wakes_the_poller(target: str, *, woken: bool):
    wake = threading.Event()

    async def handle(*_: Any) -> str:
        return "answer"

    answer = asyncio.run(wake_on_send(handle, wake)("POST", "/", {"x-amz-target": target}, b"{}", {}))
    assert (answer, wake.is_set()) == ("answer", woken)


def test_after_a_restart_no_message_stays_hidden_behind_a_function_that_is_gone():
    queues = {"prompts": {"messages": [{"id": "a", "sent_at": 10.0, "visible_at": 1810.0}]}, "empty": {}}
    assert reveal_messages(queues) == 1
    assert queues["prompts"]["messages"][0]["visible_at"] == 10.0


def test_after_a_start_on_another_port_the_queue_is_found_with_its_letters():
    letters = [{"id": "a"}]
    scope = ("000000000000", "us-east-1")
    old, new = (f"http://localhost:{port}/000000000000/prompts" for port in (4566, 4600))
    queues = {(*scope, old): {"url": old, "messages": letters}}
    addresses = {(*scope, "prompts"): old}
    assert readdress(queues, addresses, "http://localhost:4600") == 1
    assert (queues, addresses) == ({(*scope, new): {"url": new, "messages": letters}}, {(*scope, "prompts"): new})
    assert readdress(queues, addresses, "http://localhost:4600") == 0


def _pool() -> dict[str, Any]:
    user = {"UserStatus": "UNCONFIRMED", "Attributes": [{"Name": "email", "Value": "a@example.com"}]}
    return {"_users": {"a@example.com": user}}


def test_a_trigger_that_confirms_makes_an_account_that_can_sign_in():
    pool = _pool()
    assert confirm_user(pool, "a@example.com", {"autoConfirmUser": True, "autoVerifyEmail": True})
    user = pool["_users"]["a@example.com"]
    assert user["UserStatus"] == "CONFIRMED"
    assert {"Name": "email_verified", "Value": "true"} in user["Attributes"]


def test_a_trigger_that_does_not_confirm_leaves_the_account_to_the_code_by_mail():
    pool = _pool()
    assert not confirm_user(pool, "a@example.com", {"autoConfirmUser": False, "autoVerifyEmail": False})
    assert pool["_users"]["a@example.com"]["UserStatus"] == "UNCONFIRMED"


def test_a_refused_sign_up_says_what_the_trigger_said_and_nothing_of_how_it_ran():
    reason = str(
        {"errorMessage": "This e-mail domain may not sign up.", "errorType": "Exception", "trace": "/srv/x.py"}
    )
    status, _, body = refusal(reason)
    assert status == 400
    answer = json.loads(body)
    assert answer["__type"] == "UserLambdaValidationException"
    assert "This e-mail domain may not sign up." in answer["message"]
    assert "/srv" not in answer["message"]


def test_what_a_function_returns_is_not_sent_to_the_socket():
    assert answer_of({"statusCode": 200, "body": "secret"}, "MESSAGE", "c1") is None
    assert answer_of(None, "MESSAGE", "c1") is None


@pytest.mark.parametrize("result", [{"statusCode": 500, "body": "Traceback …"}, "nonsense"])
def test_a_failed_function_is_an_internal_error_without_its_reason(result: Any):
    answer = answer_of(result, "MESSAGE", "c1")
    assert answer is not None
    frame = json.loads(answer["body"])
    assert (frame["message"], frame["connectionId"]) == ("Internal server error", "c1")
    assert "Traceback" not in answer["body"]


def test_a_refused_connection_keeps_its_status():
    assert answer_of({"statusCode": 403, "body": "no"}, "CONNECT", "c1") == {"statusCode": 403}


def test_the_authorizer_gets_the_event_that_api_gateway_sends():
    event = authorizer_event(ARN, "c1", {"host": "x", "origin": "http://page"}, {"token": ["a", "b"]})
    assert event["type"] == "REQUEST"
    assert event["methodArn"] == ARN
    assert event["queryStringParameters"] == {"token": "b"}
    assert event["headers"]["origin"] == "http://page"
    assert (event["requestContext"]["routeKey"], event["requestContext"]["connectionId"]) == ("$connect", "c1")


@pytest.mark.parametrize(("query", "there"), [({"token": ["x"]}, True), ({"token": [""]}, False), ({}, False)])
def test_a_connection_without_its_identity_source_is_refused_before_the_authorizer_runs(query: Any, *, there: bool):
    assert has_sources(["route.request.querystring.token"], query) is there


def _evaluate(document: Any, _arn: str) -> str:
    return document["Statement"][0]["Effect"] if document else "Deny"


def _answer(effect: str, **context: Any) -> dict[str, Any]:
    policy = {"Statement": [{"Effect": effect}]}
    return {"body": {"principalId": "u1", "policyDocument": policy, "context": context}}


def test_what_the_authorizer_says_reaches_the_functions_as_text():
    context = allowed_context(_answer("Allow", user_id="u1", age=3), ARN, _evaluate)
    assert context is not None
    assert (context["user_id"], context["age"], context["principalId"]) == ("u1", "3", "u1")


@pytest.mark.parametrize("result", [_answer("Deny"), {"error": True}, {"body": "nonsense"}, {"body": {}}, None])
def test_anything_but_an_allow_is_a_refusal(result: Any):
    assert allowed_context(result, ARN, _evaluate) is None


def test_each_function_has_a_log_file_of_its_own(tmp_path: Path):
    logs = FunctionLogs(tmp_path / "functions")
    logs.write("resumate-user-init", '{"level":"INFO"}')
    logs.write("resumate-user-auth", "100 % sure")
    logs.write("resumate-user-init", "second")
    assert (tmp_path / "functions" / "resumate-user-init.log").read_text() == '{"level":"INFO"}\nsecond\n'
    assert (tmp_path / "functions" / "resumate-user-auth.log").read_text() == "100 % sure\n"
