"""HTTP of the model host: one connection at a time taken apart into invocations, answers, streams and errors.

The forms are those of the SageMaker runtime API Reference; `sagemaker` starts the server, `event_stream` makes
the frames, `model_endpoints` says what is served.
"""

import json
import logging
import sys
import time
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final
from urllib.parse import unquote

from devstack.event_stream import CONTENT_TYPE as EVENT_STREAM
from devstack.event_stream import model_stream_error, payload_part
from devstack.model_endpoints import Endpoint, InvocationError

BODY_BYTES_MOST: Final = 6 * 1024 * 1024
JSON: Final = "application/json"
IDLE_SECONDS: Final = 300
_OWN_NAMES: Final = frozenset({"127.0.0.1", "localhost"})

logger = logging.getLogger(__name__)


class InvocationServer(ThreadingHTTPServer):
    """A thread per connection; the queue takes a hundred that come at once."""

    daemon_threads = True
    request_queue_size = 256
    endpoints: Mapping[str, Endpoint] | None = None
    """None until they are loaded."""

    def handle_error(self, request: object, client_address: object) -> None:  # noqa: ARG002 - the signature is inherited
        """Log what broke a connection by its class; a traceback could hold a text."""
        logger.error("a connection broke: %s", type(sys.exception()).__name__)


class InvocationHandler(BaseHTTPRequestHandler):
    """One connection; requests follow one another on it."""

    protocol_version = "HTTP/1.1"
    timeout = IDLE_SECONDS
    disable_nagle_algorithm = True
    server: InvocationServer

    def do_GET(self) -> None:
        """Answer ``/ping``: whether the models are loaded."""
        if self.path != "/ping":
            self._send(404, b"{}")
        elif self.server.endpoints is None:
            self._send(503, b'{"status":"loading"}')
        else:
            self._send(200, b'{"status":"ready"}')

    def do_POST(self) -> None:
        """Answer an invocation."""
        began = time.monotonic()
        try:
            self._invoke()
            outcome = "ok"
        except InvocationError as error:
            self._send_error_of_api(error)
            outcome = error.code
        except (BrokenPipeError, ConnectionResetError, TimeoutError):
            self.close_connection = True
            outcome = "left"
        logger.info("%s %s in %.0f ms", self.path, outcome, 1000 * (time.monotonic() - began))

    def _invoke(self) -> None:
        body = self._body()
        endpoint, streams = self._target()
        if self.headers.get_content_type() != JSON:  # a page of another site cannot send this without asking
            raise InvocationError("ValidationError", 400, f"The content type must be {JSON}.")
        pieces = endpoint.invoke(body, JSON, self.headers.get("Accept") or JSON)
        with closing(_started(pieces)) as answer:
            if streams:
                self._send_stream(answer)
            else:
                self._send(200, b"".join(answer))

    def _body(self) -> bytes:
        """Return the request's body; whatever is refused is refused after it is read, so that the connection lives."""
        length = self.headers.get("Content-Length", "")
        if not length.isdigit() or int(length) > BODY_BYTES_MOST:
            self.close_connection = True
            raise InvocationError("ValidationError", 413, f"The body may have at most {BODY_BYTES_MOST} bytes.")
        return self.rfile.read(int(length))

    def _target(self) -> tuple[Endpoint, bool]:
        """Return the endpoint of the path, and whether its answer is to be streamed."""
        if self.headers.get("Host", "").rpartition(":")[0] not in _OWN_NAMES:  # another name may be a rebound one
            raise InvocationError("AccessDeniedException", 403, "The model host answers to this machine only.")
        match self.path.split("?")[0].split("/"):
            case ["", "endpoints", name, ("invocations" | "invocations-response-stream") as action]:
                pass
            case _:
                raise InvocationError("ValidationError", 404, "There is no such operation.")
        if self.server.endpoints is None:
            raise InvocationError("ModelNotReadyException", 429, "The models are being loaded.")
        endpoint = self.server.endpoints.get(unquote(name))
        if endpoint is None:
            raise InvocationError("ValidationError", 400, f"Endpoint {unquote(name)} not found.")
        return endpoint, action != "invocations"

    def _send_stream(self, answer: Iterator[bytes]) -> None:
        self.send_response(200)
        self.send_header("Content-Type", EVENT_STREAM)
        self.send_header("X-Amzn-SageMaker-Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        try:
            for piece in answer:
                if piece:
                    self._send_chunk(payload_part(piece))
        except InvocationError as error:
            self._send_chunk(model_stream_error("StreamBroken", error.message))
        self.wfile.write(b"0\r\n\r\n")

    def _send_chunk(self, content: bytes) -> None:
        self.wfile.write(b"%x\r\n%b\r\n" % (len(content), content))

    def _send_error_of_api(self, error: InvocationError) -> None:
        fields: dict[str, object] = {"Message": error.message}
        if error.original_status is not None:
            fields |= {"OriginalStatusCode": error.original_status, "OriginalMessage": error.message}
        self._send(error.status, json.dumps(fields).encode(), {"x-amzn-ErrorType": error.code})

    def _send(self, status: int, body: bytes, headers: Mapping[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": JSON, "Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the overridden method
        """Stay silent: `do_POST` writes one line a request."""


def _started(pieces: Iterator[bytes]) -> Generator[bytes, None, None]:
    """Return the pieces with the first one fetched, so that what fails before it still becomes an HTTP status."""
    first = next(pieces, b"")

    def rest() -> Generator[bytes, None, None]:
        with closing(pieces):  # type: ignore[type-var]  # endpoints are generators
            yield first
            yield from pieces

    return rest()
