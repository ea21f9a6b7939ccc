"""The guard of the unit tests holds."""

import contextlib
import socket
import urllib.request

import psycopg
import pytest


def test_opening_a_socket_fails_a_unit_test():
    with pytest.raises(BaseException, match="unit tests open no socket"):
        socket.socket(socket.AF_INET, socket.SOCK_STREAM)


def fetch_and_carry_on() -> None:
    with contextlib.suppress(Exception):
        urllib.request.urlopen("http://127.0.0.1:9/")


def test_a_broad_except_does_not_hide_an_opened_socket():
    with pytest.raises(BaseException, match="unit tests"):
        fetch_and_carry_on()


def test_a_database_connection_fails_a_unit_test():
    with pytest.raises(BaseException, match="unit tests reach no server"):
        psycopg.connect("host=127.0.0.1")


def test_a_pair_inside_the_process_is_no_socket_to_the_world():
    left, right = socket.socketpair()
    left.sendall(b"x")
    assert right.recv(1) == b"x"
    left.close()
    right.close()
