"""Closes a socket when a function asks for it (DeleteConnection), as API Gateway does.

MiniStack only stops delivering to it: the client would keep a socket that is open and answers nothing.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]

NORMAL_CLOSURE = 1000


class ClosableSocket:
    """The two ends of one socket: reading from it ends when it is to be closed.

    Args:
        receive: of the server.
        send: of the server.
        newest: returns the event that says that the socket accepted last is to be closed.
    """

    def __init__(self, receive: Receive, send: Send, newest: Callable[[], asyncio.Event]) -> None:
        self._receive = receive
        self._send = send
        self._newest = newest
        self._accepted = False
        self._closing: asyncio.Event | None = None

    async def send(self, message: dict[str, Any]) -> None:
        """Pass a message on."""
        await self._send(message)
        self._accepted = self._accepted or message["type"] == "websocket.accept"

    async def receive(self) -> dict[str, Any]:
        """Return what comes, or, when the socket is to be closed, close it and say that it is."""
        if self._closing is None:
            if not self._accepted:
                return await self._receive()
            # MiniStack registers a socket and reads from it without a pause in between: the newest is this one.
            self._closing = self._newest()
        coming, closing = asyncio.ensure_future(self._receive()), asyncio.ensure_future(self._closing.wait())
        done, waiting = await asyncio.wait({coming, closing}, return_when=asyncio.FIRST_COMPLETED)
        for task in waiting:
            task.cancel()
        if coming in done:
            return coming.result()
        await self._send({"type": "websocket.close", "code": NORMAL_CLOSURE})
        return {"type": "websocket.disconnect", "code": NORMAL_CLOSURE}


def close_deleted_connections() -> None:
    """Apply to MiniStack's sockets; call once, before it serves."""
    from ministack.services import apigateway

    original = apigateway.handle_websocket

    def newest() -> asyncio.Event:
        connection = next(reversed(apigateway._ws_connections.values()))
        event: asyncio.Event = connection["close_event"]
        return event

    async def handle(scope: Any, receive: Receive, send: Send, *others: Any, **named: Any) -> Any:
        socket = ClosableSocket(receive, send, newest)
        return await original(scope, socket.receive, socket.send, *others, **named)

    apigateway.handle_websocket = handle
