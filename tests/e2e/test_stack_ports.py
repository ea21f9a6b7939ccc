"""How ports are chosen; touches loopback alone and needs no stack."""

import socket

import pytest

from devstack.machine import choose_port, free_port, is_port_free, port_owner
from devstack.problems import Problem, ProblemCode


def test_a_free_port_is_taken_as_asked():
    port = free_port()
    assert is_port_free(port)
    assert choose_port(port, "RESUMATE_PORT") == port


def test_zero_asks_for_any_free_port():
    assert is_port_free(choose_port(0, "RESUMATE_PORT"))


def test_a_port_in_use_is_refused_with_its_owner():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert not is_port_free(port)
        assert "process" in (port_owner(port) or "")
        with pytest.raises(Problem, match=f"Port {port} is taken") as refused:
            choose_port(port, "RESUMATE_PORT")
    assert refused.value.code is ProblemCode.PORT_TAKEN
