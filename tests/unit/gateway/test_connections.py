"""Sockets that open and close: whose they are, and what happens when nobody can tell (CASES D14)."""

import pytest

from resumate.errors import Code, IdentityError, RequestError, StorageError
from resumate.gateway.caller import Connection, connection_of
from resumate.gateway.lifecycle import lifecycle

RECORDED = Connection("Zx9kPeVBliMCJqw=", "5d0c8a52-70b1-70de-9b3c-1f6f4a7be001", 1_795_253_102)


@pytest.mark.parametrize("name", ["websocket_connect", "websocket_disconnect"])
def test_an_opening_and_a_closing_socket_are_the_user_s(recorded, name):
    assert connection_of(recorded(name)) == RECORDED


def test_a_message_that_calls_itself_a_connection_event_is_refused(recorded):
    event = recorded("websocket_message")
    event["requestContext"]["routeKey"] = "$disconnect"
    with pytest.raises(RequestError) as refused:
        connection_of(event)
    assert refused.value.code is Code.UNKNOWN_ACTION


def test_a_socket_that_no_authorizer_vouched_for_is_refused(recorded):
    with pytest.raises(IdentityError):
        connection_of(recorded("websocket_message_unguarded"))


def test_a_handled_event_opens_the_socket(recorded):
    taken = []
    assert lifecycle(taken.append)(recorded("websocket_connect"), None) == {"statusCode": 200}
    assert taken == [RECORDED]


@pytest.mark.parametrize("name", ["websocket_message", "websocket_message_unguarded"])
def test_a_refused_event_reaches_no_handler_and_closes_the_door(recorded, name):
    assert lifecycle(lambda _: pytest.fail("called"))(recorded(name), None) == {"statusCode": 403}


@pytest.mark.parametrize("failure", [StorageError(), ValueError("secret")])
def test_a_failing_handler_refuses_the_socket_and_raises_nothing(recorded, seen, failure):
    def handler(_connection):
        raise failure

    assert lifecycle(handler)(recorded("websocket_connect"), None) == {"statusCode": 500}
    line = seen.fields("connection event failed")
    assert line["error_class"] == type(failure).__name__
    assert line["correlation_id"] == "Zx9kdH0hFiMFbZw="
    assert "secret" not in str(seen.lines)
