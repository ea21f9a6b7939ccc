import json
from collections import deque
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosedOK

from devstack.client import SocketClient, new_request_id
from devstack.problems import Problem, ProblemCode
from resumate.gateway.messages import (
    ErrorEvent,
    LetterDelta,
    LetterQueued,
    Letters,
    ListLetters,
    Ping,
    Pong,
    ResumeParsing,
)


class FakeConnection:
    """A WebSocket whose frames are scripted; a frame that is an exception is raised."""

    def __init__(self, *frames: Any) -> None:
        self.frames = deque(frames)
        self.sent: list[Any] = []

    def recv(self, timeout: float | None = None) -> Any:  # its signature
        if not self.frames:
            raise TimeoutError
        frame = self.frames.popleft()
        if isinstance(frame, Exception):
            raise frame
        return frame if isinstance(frame, (str, bytes)) else json.dumps(frame)

    def send(self, frame: Any) -> None:
        self.sent.append(frame)

    def close(self) -> None:
        self.frames.clear()


def _client(*frames: Any) -> tuple[SocketClient, FakeConnection]:
    connection = FakeConnection(*frames)
    return SocketClient(connection), connection  # type: ignore[arg-type]


def test_events_are_decoded_into_their_messages_from_text_and_binary_frames():
    client, _ = _client({"type": "pong", "request_id": "a"}, b'{"type":"pong","request_id":"b"}')
    assert client.receive(1) == Pong(request_id="a")
    assert client.receive(1) == Pong(request_id="b")


def test_a_message_is_sent_as_one_json_object_with_its_action():
    client, connection = _client()
    client.send(Ping(request_id="a"))
    assert json.loads(connection.sent[0]) == {"action": "ping", "request_id": "a"}


def test_the_reply_is_found_behind_pushes_which_are_kept_in_their_order():
    parsing = [{"type": "resume.parsing", "resume_id": "r", "step": step} for step in ("parsing", "embedding")]
    client, _ = _client(*parsing, {"type": "pong", "request_id": "a"})
    assert client.ask(Ping(request_id="a")) == Pong(request_id="a")
    assert [client.receive(1) for _ in parsing] == [
        ResumeParsing(resume_id="r", step="parsing"),
        ResumeParsing(resume_id="r", step="embedding"),
    ]


def test_parts_in_any_order_become_one_event():
    whole = json.dumps({"type": "letter.queued", "letter_id": "Grüße"})
    pieces = [whole[:11], whole[11:25], whole[25:]]
    parts = [
        {"type": "part", "part_id": "p", "index": index, "total": 3, "text": text} for index, text in enumerate(pieces)
    ]
    client, _ = _client(parts[2], parts[0], {"type": "pong"}, parts[1])
    assert client.receive(1) == Pong()
    assert client.receive(1) == LetterQueued(letter_id="Grüße")


def test_an_event_of_a_newer_server_is_left_out():
    client, _ = _client({"type": "letter.sung", "letter_id": "x"}, {"type": "pong"})
    assert client.receive(1) == Pong()


@pytest.mark.parametrize("frame", ['{"message": "Internal server error", "connectionId": "c"}', "<html>"])
def test_what_is_no_event_is_a_problem_and_not_a_silence(frame: str):
    client, _ = _client(frame)
    with pytest.raises(Problem) as failed:
        client.receive(1)
    assert failed.value.code is ProblemCode.CONNECTION


def test_a_refusal_carries_the_servers_words_and_code():
    client, _ = _client({"type": "error", "request_id": "a", "code": "quota_letters", "message": "Wait for one."})
    with pytest.raises(Problem, match="Wait for one") as refused:
        client.ask_for(ListLetters(request_id="a"), Letters)
    assert (refused.value.code, refused.value.detail) == (ProblemCode.REFUSED, "quota_letters")


def test_asking_plainly_returns_the_refusal_as_an_event():
    client, _ = _client({"type": "error", "request_id": "a", "code": "not_found", "message": "Nothing."})
    assert isinstance(client.ask(Ping(request_id="a")), ErrorEvent)


def test_silence_is_a_timeout():
    client, _ = _client()
    with pytest.raises(Problem) as late:
        client.receive(0.01)
    assert late.value.code is ProblemCode.TIMEOUT


def test_a_timeout_loses_no_event():
    client, _ = _client({"type": "letter.delta", "letter_id": "l", "draft": 1, "seq": 1, "text": "Dear"})
    with pytest.raises(Problem):
        client.wait_for(Pong, seconds=0.01)
    assert client.receive(1) == LetterDelta(letter_id="l", draft=1, seq=1, text="Dear")


def test_a_closed_socket_is_a_connection_problem():
    client, _ = _client(ConnectionClosedOK(None, None))
    with pytest.raises(Problem) as closed:
        client.receive(1)
    assert closed.value.code is ProblemCode.CONNECTION


def test_request_ids_are_unique_and_short_enough():
    ids = {new_request_id() for _ in range(100)}
    assert len(ids) == 100
    assert max(map(len, ids)) <= 64
