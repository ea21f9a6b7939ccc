"""A client of the socket: what the page does, for the terminal and the end-to-end tests.

Messages are the structs of `resumate.gateway.messages`. Events too large for a frame come in parts and are put
together here; events of types this client does not know are left out, so that it works with a newer server.
"""

import time
import uuid
from collections import deque
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any, Final, Literal, Self, TypeVar
from urllib.parse import urlencode, urlsplit

import httpx
import msgspec
from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException
from websockets.sync.client import ClientConnection, connect

from devstack.problems import Problem, ProblemCode
from resumate.gateway import messages
from resumate.gateway.messages import Action, ErrorEvent, Event, Part

OPEN_SECONDS: Final = 30.0
"""The first connection after a start waits for two functions to start."""

REPLY_SECONDS: Final = 30.0
_FRAME_BYTES: Final = 1_048_576
_LOOPBACK: Final = ("localhost", "127.0.0.1", "::1")

Kind = TypeVar("Kind", bound=Event)


class SocketClient:
    """One open socket.

    Args:
        connection: the WebSocket connection; see `open`.
    """

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._opened = ExitStack()
        self._waiting: deque[Event] = deque()
        self._parts: dict[str, dict[int, str]] = {}
        self._decode = msgspec.json.Decoder(_event_union()).decode

    @classmethod
    def open(cls, url: str, token: str | None, *, origin: str | None = None) -> Self:
        """Open a socket; raises `Problem`: sign_in when it is refused, connection when nobody answers.

        Args:
            url: the socket's address, ws or wss.
            token: a Cognito access token, or nothing to see what happens without one.
            origin: the Origin header of a page; programs send none.
        """
        address = f"{url}?{urlencode({'token': token})}" if token is not None else url
        proxy: Literal[True] | None = None if urlsplit(url).hostname in _LOOPBACK else True
        headers = {"Origin": origin} if origin else None
        opened = ExitStack()
        try:
            connection = opened.enter_context(
                connect(
                    address, additional_headers=headers, open_timeout=OPEN_SECONDS, max_size=_FRAME_BYTES, proxy=proxy
                )
            )
        except InvalidStatus as error:
            raise Problem(
                ProblemCode.SIGN_IN,
                f"The socket was refused with status {error.response.status_code}.",
                "Sign in again; a token lives ten minutes.",
            ) from error
        except (OSError, WebSocketException) as error:
            raise Problem(
                ProblemCode.CONNECTION, f"The socket at {url} cannot be opened: {error}.", "Is the stack running?"
            ) from error
        client = cls(connection)
        client._opened = opened
        return client

    def __enter__(self) -> Self:
        """Use as a context manager."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the socket."""
        self.close()

    def close(self) -> None:
        """Close the socket; harmless when it is closed already."""
        self._opened.close()

    def send(self, action: Action) -> None:
        """Send one message."""
        self.send_text(messages.encode(action).decode())

    def send_text(self, text: str | bytes) -> None:
        """Send one frame as it is."""
        try:
            self._connection.send(text)
        except ConnectionClosed as error:
            raise _closed(error) from error

    def ask(self, action: Action, seconds: float = REPLY_SECONDS) -> Event:
        """Send a message and return its direct reply; what comes before it is kept for `receive`."""
        self.send(action)
        return self.wait_for(Event, seconds=seconds, matching=lambda event: event.request_id == action.request_id)

    def ask_for(self, action: Action, kind: type[Kind], seconds: float = REPLY_SECONDS) -> Kind:
        """Send a message and return its reply of one kind; raises `Problem` refused with the server's own words."""
        reply = self.ask(action, seconds)
        if isinstance(reply, ErrorEvent):
            raise Problem(ProblemCode.REFUSED, reply.message, detail=reply.code)
        if not isinstance(reply, kind):
            raise Problem(ProblemCode.REFUSED, f"The server answered {type(reply).__name__}.", "See docs/protocol.md.")
        return reply

    def wait_for(
        self,
        *kinds: type[Kind],
        seconds: float,
        matching: Callable[[Kind], bool] = lambda _: True,
    ) -> Kind:
        """Return the first event of one of these kinds that matches; keep the others. Raises `Problem` timeout."""
        deadline = time.monotonic() + seconds
        kept: list[Event] = []
        try:
            while True:
                event = self.receive(max(deadline - time.monotonic(), 0.0))
                if isinstance(event, kinds) and matching(event):
                    return event
                kept.append(event)
        finally:
            self._waiting.extendleft(reversed(kept))

    def receive(self, seconds: float) -> Event:
        """Return the next event; raises `Problem`: timeout after so many seconds, connection when it closed."""
        if self._waiting:
            return self._waiting.popleft()
        deadline = time.monotonic() + seconds
        while True:
            try:
                frame = self._connection.recv(timeout=max(deadline - time.monotonic(), 0.0))
            except TimeoutError as error:
                raise Problem(
                    ProblemCode.TIMEOUT, f"Nothing came within {seconds:.0f} seconds.", "Try again."
                ) from error
            except ConnectionClosed as error:
                raise _closed(error) from error
            event = self._event_of(frame)
            if event is not None:
                return event

    def _event_of(self, frame: str | bytes) -> Event | None:
        try:
            event = self._decode(frame)
        except msgspec.ValidationError as error:
            # API Gateway's own words when a function failed: an object with a message and no type.
            if b'"type"' not in (frame.encode() if isinstance(frame, str) else frame):
                raise _nonsense(frame) from error
            return None
        except msgspec.DecodeError as error:
            raise _nonsense(frame) from error
        return self._joined(event) if isinstance(event, Part) else event

    def _joined(self, part: Part) -> Event | None:
        pieces = self._parts.setdefault(part.part_id, {})
        pieces[part.index] = part.text
        if len(pieces) < part.total:
            return None
        del self._parts[part.part_id]
        return self._event_of("".join(pieces[index] for index in range(part.total)))


def new_request_id() -> str:
    """Return an id for one request."""
    return uuid.uuid4().hex


def post_upload(created: messages.UploadCreated, file_name: str, content: bytes) -> int:
    """POST a file to the place that the server named; return the status code."""
    try:
        response = httpx.post(
            created.url, data=created.fields, files={"file": (file_name, content)}, timeout=60.0, trust_env=False
        )
    except httpx.HTTPError as error:
        raise Problem(ProblemCode.CONNECTION, f"The upload failed: {error}.", "Try again.") from error
    return response.status_code


def get_export(created: messages.ExportCreated) -> bytes:
    """GET the file that the server laid out; raises `Problem` connection when it cannot be had."""
    try:
        response = httpx.get(created.url, timeout=60.0, trust_env=False).raise_for_status()
    except httpx.HTTPError as error:
        raise Problem(ProblemCode.CONNECTION, f"The download failed: {error}.", "Try again.") from error
    return response.content


def _nonsense(frame: str | bytes) -> Problem:
    text = frame if isinstance(frame, str) else frame.decode(errors="replace")
    return Problem(ProblemCode.CONNECTION, f"The server sent {text[:200]}", "See `resumate logs`.")


def _closed(error: ConnectionClosed) -> Problem:
    return Problem(ProblemCode.CONNECTION, f"The socket closed: {error}.", "Try again; nothing is lost.")


def _event_union() -> Any:  # noqa: ANN401  # a union made at run time
    union: Any = messages.EVENTS[0]
    for event in messages.EVENTS[1:]:
        union = union | event
    return union
