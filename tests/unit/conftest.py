"""What holds for every unit test: it touches no network, so opening a socket fails it on the spot."""

import socket
from typing import Any

import psycopg
import pytest

_NETWORK = {socket.AF_INET, socket.AF_INET6}
_open_socket = socket.socket.__init__


class SocketOpened(BaseException):
    """A unit test opened a socket; no `except Exception` in the code under test can hide it."""


def _guarded_init(self: socket.socket, family: int = -1, type: int = -1, proto: int = -1, fileno: Any = None) -> None:  # noqa: A002 - the name is the standard library's
    # A file number means an end of a pair that exists already (event loops, multiprocessing): no network.
    if fileno is None and (family == -1 or family in _NETWORK):
        raise SocketOpened("unit tests open no socket: use a fake, or move the test to tests/integration")
    _open_socket(self, family, type, proto, fileno)


def _refuse(*_args: object, **_options: object) -> None:
    raise SocketOpened("unit tests reach no server: use a fake, or move the test to tests/integration")


@pytest.fixture(autouse=True)
def _no_sockets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket.socket, "__init__", _guarded_init)
    monkeypatch.setattr(socket, "getaddrinfo", _refuse)
    # libpq opens its sockets in C, out of Python's sight; every way to connect comes through here.
    monkeypatch.setattr(psycopg.BaseConnection, "_connect_gen", _refuse)
    # A unit test never looks for credentials on the network either.
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
