"""The entrypoint: each frame is answered on its own socket, and Lambda always sees success (CASES D10, A14, T02)."""

import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resumate.errors import MESSAGES, Code, ConfigurationError, RequestError, StorageError
from resumate.gateway.entrypoint import Entrypoint
from resumate.gateway.messages import CreateUpload, ListResumes, Ping, Pong, Resumes
from resumate.gateway.push import Push
from resumate.observability import correlation_id

BEFORE_THE_END = 1_795_253_000
USER = "5d0c8a52-70b1-70de-9b3c-1f6f4a7be001"
CONNECTION = "Zx9kPeVBliMCJqw="


class Handled:
    """What the handlers below were called with."""

    def __init__(self) -> None:
        self.calls = []
        self.failure = None
        self.correlation = None


@pytest.fixture
def handled():
    return Handled()


@pytest.fixture
def entrypoint(management_client, handled):
    lambda_handler = Entrypoint(push=lambda: Push(management_client), now=lambda: BEFORE_THE_END)

    @lambda_handler.on(ListResumes)
    def list_resumes(message, caller):
        handled.calls.append((message, caller))
        handled.correlation = correlation_id()
        if handled.failure:
            raise handled.failure
        return Resumes(items=[])

    @lambda_handler.on(Ping)
    def ping(message, caller):
        return None

    return lambda_handler


def test_a_message_reaches_its_handler_with_the_caller_and_the_reply_its_socket(
    entrypoint, recorded, handled, management_client
):
    assert entrypoint(recorded("websocket_message"), None) == {"statusCode": 200}
    ((message, caller),) = handled.calls
    assert message == ListResumes(request_id="r-1")
    assert (caller.user_id, caller.connection_id, caller.expires_at) == (USER, CONNECTION, 1_795_253_102)
    assert caller.domain == "a1b2c3d4e5.execute-api.eu-north-1.amazonaws.com"
    assert management_client.sent == [(CONNECTION, b'{"type":"resumes","items":[],"request_id":"r-1"}')]


def test_the_event_of_the_laptop_home_is_understood_as_well(management_client, recorded):
    entrypoint = Entrypoint(push=lambda: Push(management_client), now=lambda: BEFORE_THE_END)
    entrypoint.on(Ping)(lambda _message, _caller: Pong())
    entrypoint(recorded("websocket_message_local"), None)
    assert management_client.sent == [("7eaba7c5b7a54f7b", b'{"type":"pong","request_id":"r-3"}')]


def test_a_handler_without_a_reply_sends_nothing(entrypoint, message_event, management_client):
    assert entrypoint(message_event('{"action":"ping","request_id":"r-1"}'), None) == {"statusCode": 200}
    assert management_client.posts == 0


def test_identity_in_the_body_is_ignored(entrypoint, message_event, handled, management_client):
    body = {
        "action": "list_resumes", "request_id": "r-1", "user_id": "victim", "userId": "victim", "sub": "victim",
        "connection_id": "victim", "connectionId": "victim", "requestContext": {"authorizer": {"user_id": "victim"}},
    }  # fmt: skip
    entrypoint(message_event(json.dumps(body)), None)
    assert handled.calls[0][1].user_id == USER
    assert [connection_id for connection_id, _ in management_client.sent] == [CONNECTION]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("not JSON", Code.MALFORMED_FRAME),
        ("[]", Code.MALFORMED_FRAME),
        ('{"action":null,"request_id":"r-1"}', Code.MALFORMED_FRAME),
        ('{"action":"fly","request_id":"r-1"}', Code.UNKNOWN_ACTION),
        ('{"action":"create_upload","request_id":"r-1"}', Code.UNKNOWN_ACTION),
        ('{"action":"list_resumes","request_id":"r-1","limit":0}', Code.INVALID_FIELD),
        ('{"action":"list_resumes"}', Code.INVALID_FIELD),
        ('{"x":"' + "a" * 32_000 + '"}', Code.FRAME_TOO_LARGE),
    ],
)
def test_a_bad_frame_gets_a_coded_error_and_the_socket_stays_open(
    entrypoint, message_event, management_client, body, code
):
    assert entrypoint(message_event(body), None) == {"statusCode": 200}
    (error,) = management_client.messages
    assert (error["type"], error["code"]) == ("error", code)
    assert error["message"]
    assert error.get("request_id") == ("r-1" if '"r-1"' in body and body.startswith("{") else None)


def test_a_message_after_the_end_of_the_token_is_refused_with_its_request_id(management_client, recorded, handled):
    entrypoint = Entrypoint(push=lambda: Push(management_client), now=lambda: 1_795_253_102)
    entrypoint.on(ListResumes)(lambda *call: handled.calls.append(call))
    assert entrypoint(recorded("websocket_message"), None) == {"statusCode": 200}
    assert handled.calls == []
    assert management_client.messages == [
        {"type": "error", "request_id": "r-1", "code": "unauthorized", "message": MESSAGES[Code.UNAUTHORIZED]}
    ]


@pytest.mark.parametrize(
    "authorizer",
    [
        None,
        {},
        {"user_id": USER},
        {"exp": "1795253102"},
        {"user_id": "", "exp": "1795253102"},
        {"user_id": "../x", "exp": "1795253102"},
        {"user_id": USER, "exp": "never"},
        {"user_id": USER, "exp": None},
        {"jwt": {"claims": {"sub": USER, "exp": "1795253102"}}},
    ],
)
def test_without_the_authorizer_s_word_nobody_is_served(entrypoint, recorded, handled, management_client, authorizer):
    event = recorded("websocket_message")
    event["requestContext"]["authorizer"] = authorizer
    entrypoint(event, None)
    assert handled.calls == []
    assert management_client.messages[0]["code"] == "unauthorized"


@pytest.mark.parametrize("event_type", ["CONNECT", "DISCONNECT", None, ""])
def test_wired_to_a_connection_event_by_mistake_it_refuses(
    entrypoint, recorded, handled, management_client, event_type
):
    event = recorded("websocket_message")
    event["requestContext"]["eventType"] = event_type
    assert entrypoint(event, None) == {"statusCode": 403}
    assert (handled.calls, management_client.posts) == ([], 0)


def test_a_refusal_by_the_handler_is_sent_with_its_code_and_words(entrypoint, recorded, handled, management_client):
    handled.failure = RequestError(Code.NOT_FOUND)
    entrypoint(recorded("websocket_message"), None)
    assert management_client.messages == [
        {"type": "error", "request_id": "r-1", "code": "not_found", "message": MESSAGES[Code.NOT_FOUND]}
    ]


def test_words_meant_for_operators_do_not_reach_the_client(entrypoint, recorded, handled, management_client):
    for failure in (
        ConfigurationError(message="DATABASE_SECRET_ARN is missing"),
        StorageError(message="host db.internal refused"),
    ):
        handled.failure = failure
        entrypoint(recorded("websocket_message"), None)
    assert [error["message"] for error in management_client.messages] == [
        MESSAGES[Code.CONFIGURATION],
        MESSAGES[Code.STORAGE_UNAVAILABLE],
    ]


def test_a_defect_is_answered_generally_and_logged_by_class_and_place_without_its_text(
    entrypoint, recorded, handled, management_client, seen
):
    handled.failure = KeyError("SELECT secret FROM resumes -- arn:aws:s3:::bucket")
    assert entrypoint(recorded("websocket_message"), None) == {"statusCode": 200}
    assert management_client.messages == [
        {"type": "error", "request_id": "r-1", "code": "internal", "message": MESSAGES[Code.INTERNAL]}
    ]
    line = seen.fields("request failed")
    assert (line["error_class"], line["code"], line["request_id"]) == ("KeyError", "internal", "r-1")
    assert re.search(r"test_entrypoint:\d+<resumate\.gateway\.entrypoint:\d+$", line["where"])
    assert "SELECT" not in json.dumps(seen.lines)
    assert ("requests_failed", {"code": "internal"}) in seen.counts


def test_the_correlation_id_is_api_gateway_s_and_ends_with_the_request(entrypoint, recorded, handled, seen):
    entrypoint(recorded("websocket_message"), None)
    assert handled.correlation == "Zx9kdH0hFiMFbZw="
    assert handled.calls[0][1].correlation_id == "Zx9kdH0hFiMFbZw="
    assert seen.fields("request handled")["correlation_id"] == "Zx9kdH0hFiMFbZw="
    assert correlation_id() is None


def test_a_gone_caller_is_no_failure_of_the_function(entrypoint, recorded, management_client):
    management_client.gone.add(CONNECTION)
    assert entrypoint(recorded("websocket_message"), None) == {"statusCode": 200}


def test_a_push_that_cannot_even_be_made_is_no_failure_of_the_function(recorded, seen):
    def no_push():
        raise ConfigurationError(message="CALLBACK_URL is missing")

    entrypoint = Entrypoint(push=no_push, now=lambda: BEFORE_THE_END)
    assert entrypoint(recorded("websocket_message"), None) == {"statusCode": 200}
    assert seen.fields("reply lost")["code"] == "configuration"


@pytest.mark.parametrize("event", [{}, {"requestContext": None}, {"requestContext": {"eventType": "MESSAGE"}}])
def test_an_event_that_is_none_is_survived(entrypoint, event, handled, management_client):
    assert entrypoint(event, None)["statusCode"] in {200, 403}
    assert (handled.calls, management_client.posts) == ([], 0)


JSON_LIKE = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(alphabet=st.characters(codec=None)) | st.just("ping"),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["action", "request_id", "limit", "x"]), inner),
)


@given(JSON_LIKE.map(json.dumps) | st.text())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_client_sends_gets_exactly_one_answer(management_client, message_event, body):
    management_client.sent.clear()
    entrypoint = Entrypoint(push=lambda: Push(management_client), now=lambda: BEFORE_THE_END)
    entrypoint.on(Ping)(lambda _message, _caller: Pong())
    assert entrypoint(message_event(body), None) == {"statusCode": 200}
    (answer,) = management_client.messages
    assert answer["type"] in {"pong", "error"}


def test_making_an_entrypoint_asks_for_nothing(management_client):
    def no_push():
        pytest.fail("the push was made before a message came")

    lambda_handler = Entrypoint(push=no_push)
    lambda_handler.on(CreateUpload)(lambda *_: None)
    assert lambda_handler.actions == {CreateUpload}
