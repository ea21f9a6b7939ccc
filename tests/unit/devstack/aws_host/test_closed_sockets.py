"""A socket that a function closes is closed for its client, too."""

import asyncio
from typing import Any

import pytest

from devstack.aws_host.closed_sockets import NORMAL_CLOSURE, ClosableSocket


class Server:
    """The server's end: frames that come in turn, then silence; what was sent."""

    def __init__(self, *frames: dict[str, Any]) -> None:
        self.frames = list(frames)
        self.sent: list[dict[str, Any]] = []

    async def receive(self) -> dict[str, Any]:
        if not self.frames:
            await asyncio.Event().wait()
        return self.frames.pop(0)

    async def send(self, message: dict[str, Any]) -> None:
        self.sent.append(message)


FRAME = {"type": "websocket.receive", "text": "hello"}
CONNECT = {"type": "websocket.connect"}


async def opened(server: Server, closing: asyncio.Event) -> ClosableSocket:
    socket = ClosableSocket(server.receive, server.send, lambda: closing)
    assert await socket.receive() == CONNECT
    await socket.send({"type": "websocket.accept"})
    return socket


def test_what_comes_is_passed_on_while_the_socket_stays_open():
    async def talk() -> None:
        server = Server(CONNECT, FRAME, FRAME)
        socket = await opened(server, asyncio.Event())
        assert [await socket.receive(), await socket.receive()] == [FRAME, FRAME]
        assert server.sent == [{"type": "websocket.accept"}]

    asyncio.run(talk())


@pytest.mark.parametrize("waiting", [False, True])
def test_a_socket_that_is_deleted_is_closed_at_once_even_while_nothing_comes(waiting):
    async def talk() -> None:
        server, closing = Server(CONNECT), asyncio.Event()
        socket = await opened(server, closing)
        reading = asyncio.ensure_future(socket.receive())
        if waiting:
            await asyncio.sleep(0.01)
        closing.set()
        assert (await asyncio.wait_for(reading, 1))["type"] == "websocket.disconnect"
        assert server.sent[-1] == {"type": "websocket.close", "code": NORMAL_CLOSURE}

    asyncio.run(talk())
