"""Sockets: found by their user, never by anybody else, and forgotten when their time is over."""

import uuid

import pytest

from resumate.storage.connections import ConnectionStore


@pytest.fixture
def store(database):
    return ConnectionStore(database)


def new_id():
    return uuid.uuid4().hex


def expire(admin, connection_id):
    admin.execute(
        "update connections set expires_at = now() - interval '1 second' where connection_id = %s", [connection_id]
    )


def exists(admin, connection_id):
    row = admin.execute("select from connections where connection_id = %s", [connection_id]).fetchone()
    return row is not None


def test_all_sockets_of_a_user_are_found(store, user_id):
    """Given two tabs, when a push looks for the user's sockets, then both are there, in the order they opened."""
    first, second = new_id(), new_id()
    store.remember(user_id, first)
    store.remember(user_id, second)
    assert store.of_user(user_id) == [first, second]


def test_a_socket_is_never_found_for_another(store, user_id, other_user_id):
    store.remember(user_id, new_id())
    assert store.of_user(other_user_id) == []


def test_a_closed_socket_is_forgotten(store, user_id):
    kept, closed = new_id(), new_id()
    for connection_id in (kept, closed):
        store.remember(user_id, connection_id)
    store.forget(user_id, closed)
    store.forget(user_id, closed)
    assert store.of_user(user_id) == [kept]


def test_a_socket_that_a_push_found_gone_is_dropped_but_not_while_it_opens(store, user_id, admin):
    """A socket that opens is "gone" to a push until it is open; dropping it then would silence it for good."""
    old, opening = f"old-{user_id}", f"opening-{user_id}"
    store.remember(user_id, old)
    store.remember(user_id, opening)
    admin.execute("update connections set connected_at = now() - interval '1 minute' where connection_id = %s", [old])
    store.forget_gone(user_id, old)
    store.forget_gone(user_id, opening)
    assert store.of_user(user_id) == [opening]


def test_nobody_can_forget_the_socket_of_another(store, user_id, other_user_id):
    connection_id = new_id()
    store.remember(user_id, connection_id)
    store.forget(other_user_id, connection_id)
    assert store.of_user(user_id) == [connection_id]


def test_an_id_used_again_belongs_to_its_new_user_alone(store, user_id, other_user_id):
    """Given A's row whose $disconnect never came, when B's socket gets the id, then pushes for A do not reach it."""
    connection_id = new_id()
    store.remember(user_id, connection_id)
    store.remember(other_user_id, connection_id)
    assert store.of_user(user_id) == []
    assert store.of_user(other_user_id) == [connection_id]


def test_the_same_socket_remembered_twice_is_one(store, user_id):
    connection_id = new_id()
    store.remember(user_id, connection_id)
    store.remember(user_id, connection_id)
    assert store.of_user(user_id) == [connection_id]


def test_a_socket_past_its_time_is_not_used(store, user_id, admin):
    connection_id = new_id()
    store.remember(user_id, connection_id)
    expire(admin, connection_id)
    assert store.of_user(user_id) == []


def test_sockets_past_their_time_are_removed_by_whoever_comes_next(store, user_id, other_user_id, admin):
    """Given a user who never comes back, when anybody opens a socket, then the old row is gone."""
    old, live = new_id(), new_id()
    store.remember(user_id, old)
    store.remember(user_id, live)
    expire(admin, old)
    store.remember(other_user_id, new_id())
    assert not exists(admin, old)
    assert exists(admin, live)


def test_expired_rows_are_seen_only_by_who_removes_them(store, user_id, other_user_id, admin, database):
    """Given an expired row of A, when B reads the table in an ordinary transaction, then it is not in it."""
    connection_id = new_id()
    store.remember(user_id, connection_id)
    expire(admin, connection_id)
    with database.transaction(other_user_id) as cursor:
        assert cursor.execute("select count(*) from connections").fetchone()["count"] == 0


def test_a_socket_is_kept_a_little_longer_than_api_gateway_does(store, user_id, admin):
    connection_id = new_id()
    store.remember(user_id, connection_id)
    seconds = admin.execute(
        "select extract(epoch from expires_at - connected_at)::int from connections where connection_id = %s",
        [connection_id],
    ).fetchone()[0]
    assert 7200 < seconds <= 7200 + 900
