"""Pushing: a socket that is gone, slow or refused costs a log line alone (CASES D01, D04, D05, T07, T08)."""

import itertools

import pytest
from botocore.exceptions import ConnectionClosedError, EndpointConnectionError, ReadTimeoutError

from resumate.errors import StorageError
from resumate.gateway.messages import LetterEvent, Pong, ResumeReady
from resumate.gateway.push import Push, UserPush

ENDPOINT = "https://api.example/live"


class Clock:
    """Time that passes only when somebody sleeps or the test says so."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


class FakeConnections:
    """The table of connections: id to user."""

    def __init__(self, **owners: str) -> None:
        self.owners = owners
        self.broken = False
        self.asked = 0

    def of_user(self, user_id: str) -> list[str]:
        self.asked += 1
        if self.broken:
            raise StorageError
        return [connection_id for connection_id, owner in self.owners.items() if owner == user_id]

    def forget_gone(self, user_id: str, connection_id: str) -> None:
        if self.broken:
            raise StorageError
        if self.owners.get(connection_id) == user_id:
            del self.owners[connection_id]


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def push(management_client, clock):
    return Push(management_client, sleep=clock.sleep, clock=clock)


def test_an_event_is_posted_as_json_to_the_connection(push, management_client):
    assert push.to_connection("c1", Pong(request_id="r-1")) is True
    assert management_client.sent == [("c1", b'{"type":"pong","request_id":"r-1"}')]


def test_a_gone_socket_is_false_after_one_post(push, management_client, seen):
    management_client.gone.add("c1")
    assert push.to_connection("c1", Pong()) is False
    assert management_client.posts == 1
    assert ("push_gone", {}) in seen.counts


@pytest.mark.parametrize("answer", [("GoneException", 0), ("410", 410)])
def test_gone_is_told_by_status_or_by_name(push, management_client, refusal, answer, seen):
    management_client.failures = [refusal(*answer)]
    assert push.to_connection("c1", Pong()) is False
    assert ("push_gone", {}) in seen.counts


def test_the_parts_of_a_large_event_stop_at_a_gone_socket(push, management_client):
    management_client.gone.add("c1")
    push.to_connection("c1", LetterEvent(letter_id="x", status="s", created_at="n", text="a" * 100_000))
    assert management_client.posts == 1


def test_too_many_requests_are_tried_again_with_growing_pauses_and_nothing_is_lost(
    push, management_client, refusal, clock
):
    management_client.failures = [refusal("LimitExceededException", 429)] * 3
    assert push.to_connection("c1", Pong()) is True
    assert len(management_client.sent) == 1
    assert len(clock.slept) == 3
    assert clock.slept[0] <= 0.05 < clock.slept[2] <= 0.2


def test_back_off_is_bounded(push, management_client, refusal, clock):
    management_client.failures = [refusal("LimitExceededException", 429)] * 100
    assert push.to_connection("c1", Pong()) is False
    assert management_client.posts == 5
    assert sum(clock.slept) < 2


def test_a_forbidden_post_is_false_and_logged_without_the_answer_s_words(push, management_client, refusal, seen):
    management_client.failures = [refusal("ForbiddenException", 403)]
    assert push.to_connection("c1", Pong()) is False
    assert management_client.posts == 1
    assert seen.fields("push refused") == {
        "level": "error", "code": "ForbiddenException", "status": 403, "connection_id": "c1",
    }  # fmt: skip
    assert ("push_failed", {}) in seen.counts


@pytest.mark.parametrize(
    "failure",
    [EndpointConnectionError(endpoint_url=ENDPOINT), ReadTimeoutError(endpoint_url=ENDPOINT)],
    ids=["refused", "timed out"],
)
def test_an_endpoint_out_of_reach_is_left_alone_for_a_moment_and_counted_once(
    push, management_client, clock, seen, failure
):
    management_client.failures = [failure]
    assert push.to_connection("c1", Pong()) is False
    assert push.to_connection("c2", Pong()) is False
    assert management_client.posts == 1, "the second event waited for the endpoint again"
    assert seen.counts == [("push_failed", {})]
    clock.now += 6
    assert push.to_connection("c1", Pong()) is True


def test_a_connection_that_died_while_the_function_slept_is_replaced_once(push, management_client):
    management_client.failures = [ConnectionClosedError(endpoint_url=ENDPOINT)]
    assert push.to_connection("c1", Pong()) is True
    management_client.failures = [ConnectionClosedError(endpoint_url=ENDPOINT)] * 2
    assert push.to_connection("c1", Pong()) is False
    assert management_client.posts == 4


@pytest.mark.parametrize("value", ["\ud800", object()])
def test_an_event_that_cannot_be_written_is_false_and_names_its_class(push, management_client, seen, value):
    assert push.to_connection("c1", ResumeReady(resume_id="r", report={"x": value})) is False
    assert management_client.posts == 0
    assert seen.fields("event cannot be written")["kind"] == "ResumeReady"


def test_an_event_goes_to_every_live_socket_of_the_user_and_to_nobody_else(push, management_client):
    users = UserPush(push, FakeConnections(a1="ada", b1="bob", a2="ada"))
    assert users.to_user("ada", Pong()) == 2
    assert [connection_id for connection_id, _ in management_client.sent] == ["a1", "a2"]


def test_a_gone_socket_is_forgotten_and_the_others_are_served(push, management_client):
    connections = FakeConnections(a1="ada", a2="ada")
    management_client.gone.add("a1")
    users = UserPush(push, connections)
    assert [users.to_user("ada", Pong()) for _ in range(3)] == [1, 1, 1]
    assert connections.owners == {"a2": "ada"}
    assert management_client.posts == 4, "a stale row costs one post, not one an event"


def test_a_refused_or_throttled_socket_is_kept(push, management_client, refusal):
    connections = FakeConnections(a1="ada")
    management_client.failures = [refusal("ForbiddenException", 403)]
    assert UserPush(push, connections).to_user("ada", Pong()) == 0
    assert connections.owners == {"a1": "ada"}


def test_a_socket_opened_in_mid_letter_gets_the_next_event(push, management_client):
    connections = FakeConnections(a1="ada")
    users = UserPush(push, connections)
    users.to_user("ada", Pong())
    connections.owners = {"a9": "ada"}
    users.to_user("ada", Pong())
    assert [connection_id for connection_id, _ in management_client.sent] == ["a1", "a9"]


def test_a_connection_id_that_now_belongs_to_somebody_else_gets_nothing(push, management_client):
    connections = FakeConnections(c1="ada")
    users = UserPush(push, connections)
    connections.owners["c1"] = "bob"
    assert users.to_user("ada", Pong()) == 0
    assert management_client.posts == 0


def test_a_user_without_sockets_costs_no_post(push, management_client):
    assert UserPush(push, FakeConnections()).to_user("ada", Pong()) == 0
    assert management_client.posts == 0


def test_a_database_out_of_reach_costs_the_push_and_not_the_letter(push, management_client, seen):
    connections = FakeConnections(a1="ada")
    connections.broken = True
    assert UserPush(push, connections).to_user("ada", Pong()) == 0
    assert seen.fields("connections out of reach")["code"] == "storage_unavailable"


def test_a_row_that_cannot_be_deleted_just_now_does_not_stop_the_push(push, management_client, monkeypatch):
    connections = FakeConnections(a1="ada", a2="ada")
    management_client.gone.add("a1")
    monkeypatch.setattr(connections, "forget_gone", lambda *_: (_ for _ in ()).throw(StorageError()))
    assert UserPush(push, connections).to_user("ada", Pong()) == 1


def test_a_large_event_is_encoded_once_for_all_sockets(push, management_client):
    users = UserPush(push, FakeConnections(a1="ada", a2="ada"))
    users.to_user("ada", LetterEvent(letter_id="x", status="s", created_at="n", text="a" * 50_000))
    by_socket = itertools.groupby(management_client.sent, key=lambda sent: sent[0])
    frames = [[data for _, data in group] for _, group in by_socket]
    assert frames[0] == frames[1]


def test_sockets_are_closed_one_by_one_and_one_that_is_gone_counts_as_closed(push, management_client, seen):
    management_client.gone.add("gone")
    users = UserPush(push, FakeConnections(mine="u1", gone="u1", theirs="u2"))
    assert users.close(users.sockets_of("u1")) == 2
    assert management_client.gone == {"mine", "gone"}
    assert ("sockets_closed", {}) in seen.counts


@pytest.mark.parametrize("failure", ["refusal", EndpointConnectionError(endpoint_url=ENDPOINT)])
def test_a_socket_that_cannot_be_closed_is_no_failure_of_the_erasure(push, management_client, refusal, seen, failure):
    management_client.failures = [refusal("ForbiddenException", 403) if failure == "refusal" else failure]
    users = UserPush(push, FakeConnections(one="u1", two="u1"))
    assert users.close(["one", "two"]) == 1
    assert management_client.gone == {"two"}
    assert ("sockets_not_closed", {}) in seen.counts


def test_sockets_that_cannot_be_read_are_none(push):
    connections = FakeConnections(mine="u1")
    connections.broken = True
    assert UserPush(push, connections).sockets_of("u1") == []
