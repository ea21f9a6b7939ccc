"""Reads a document in a child that may be killed: whatever a file does, the caller lives and the next parse works.

The one way in which uploaded bytes are read in production; `child` is the other end. A child serves one document. The
next is started as soon as one is taken, so its start is never waited for (`warm` starts the first). Plain pipes and
`subprocess`, because AWS Lambda has no shared memory for multiprocessing's queues and locks.
"""

import atexit
import json
import os
import selectors
import signal
import struct
import subprocess
import sys
import threading
import time
from typing import IO, Final

import msgspec

from resumate import limits
from resumate.documents.messages import TAKEN, Answer, Request
from resumate.documents.model import ParsedDocument
from resumate.errors import Code, DocumentError

_BOOT: Final = (
    "import sys, json; sys.path[:] = json.loads(sys.argv[1]); from resumate.documents.child import main; main()"
)
# The child gets no credentials and no settings: only what the interpreter and its libraries need to start.
_ENVIRONMENT: Final = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LANG", "LC_ALL", "HOME", "TMPDIR", "SYSTEMROOT")
_LARGEST_ANSWER: Final = 64 * limits.MIB
# How a child ends that no one killed: a library that gets no memory stops itself, one that trips over a file crashes.
_DEATHS: Final = {
    signal.SIGXCPU: Code.LIMIT,
    signal.SIGABRT: Code.LIMIT,
    signal.SIGTRAP: Code.LIMIT,
    signal.SIGILL: Code.LIMIT,
    signal.SIGSEGV: Code.CORRUPT,
    signal.SIGBUS: Code.CORRUPT,
    signal.SIGFPE: Code.CORRUPT,
}


class Cage:
    """Keeps a child ready; thread-safe.

    Args:
        seconds: wall-clock time one document may take.
        boot: the child's program; tests put misbehaving ones here.
    """

    def __init__(self, seconds: float = limits.PARSE_SECONDS, boot: str = _BOOT) -> None:
        self._seconds = seconds
        self._boot = boot
        self._spares: list[subprocess.Popen[bytes]] = []
        self._lock = threading.Lock()
        self._owner = 0

    def warm(self) -> None:
        """Start a child for the next document unless one is waiting; returns at once."""
        with self._lock:
            self._own()
            if not self._spares:
                self._spares.append(self._start())

    def read(self, data: bytes, file_name: str) -> ParsedDocument:
        """Return what `read.read_document` returns; raises `DocumentError`, code internal where the child died."""
        message = msgspec.msgpack.encode(Request(data, file_name))
        # A spare may have died while it waited (a frozen sandbox, a full machine); then a fresh child gets the document.
        answer = self._ask(self._take(), message) or self._ask(self._start(), message) or Answer(code=Code.INTERNAL)
        if answer.document is None:
            raise DocumentError(answer.code or Code.INTERNAL, answer.message)
        return answer.document

    def _ask(self, child: subprocess.Popen[bytes], message: bytes) -> Answer | None:
        """Return what a child answers; None where it ended before it had the document."""
        try:
            return self._converse(child, message)
        finally:
            self._bury(child)
            self.warm()

    def close(self) -> None:
        """End the waiting child."""
        with self._lock:
            spares, self._spares = self._spares, []
        for child in spares:
            self._bury(child)

    def _own(self) -> None:
        """Forget spares that a process we were forked from keeps, and end our own when we end."""
        if self._owner != os.getpid():
            self._owner = os.getpid()
            self._spares = []
            atexit.register(self.close)

    def _take(self) -> subprocess.Popen[bytes]:
        """Return a living child: a waiting one, or a new one."""
        with self._lock:
            self._own()
            while self._spares:
                child = self._spares.pop()
                if child.poll() is None:
                    return child
                self._bury(child)
        return self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        paths = json.dumps([os.path.abspath(path) for path in sys.path])  # noqa: PTH100 - a string for the child
        environment = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
        return subprocess.Popen(  # noqa: S603 - our own interpreter and program
            [sys.executable, "-I", "-S", "-B", "-c", self._boot, paths],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0,
            env=environment, close_fds=True, start_new_session=True,
        )  # fmt: skip

    def _converse(self, child: subprocess.Popen[bytes], message: bytes) -> Answer | None:
        """Send the document and wait for the answer, both within the time limit."""
        assert child.stdin is not None and child.stdout is not None  # noqa: S101, PT018 - both are pipes
        deadline = time.monotonic() + self._seconds
        received = _exchange(child.stdin, child.stdout, struct.pack(">I", len(message)) + message, deadline)
        if received is None:
            return Answer(code=Code.LIMIT)
        if not received.startswith(TAKEN):
            return None
        body = received[len(TAKEN) :]
        if len(body) < 4 or len(body) - 4 != struct.unpack(">I", body[:4])[0]:
            return Answer(code=self._cause_of_death(child, deadline))
        try:
            return msgspec.msgpack.decode(body[4:], type=Answer)
        except msgspec.MsgspecError:
            return Answer(code=Code.INTERNAL)

    def _cause_of_death(self, child: subprocess.Popen[bytes], deadline: float) -> Code:
        """Say why a child ended without an answer: a limit, or something else."""
        try:
            status = child.wait(max(deadline - time.monotonic(), 0.1))
        except subprocess.TimeoutExpired:
            return Code.LIMIT
        return _DEATHS.get(signal.Signals(-status), Code.INTERNAL) if status < 0 else Code.INTERNAL

    def _bury(self, child: subprocess.Popen[bytes]) -> None:
        """End a child, whatever it is doing, and leave no zombie."""
        if child.poll() is None:
            child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                pipe.close()


def _exchange(sink: IO[bytes], source: IO[bytes], message: bytes, deadline: float) -> bytes | None:
    """Write `message`, read until the other end closes; None where time ran out.

    Both at once: a child that answers before it has read everything must not block us.
    """
    os.set_blocking(sink.fileno(), False)
    os.set_blocking(source.fileno(), False)
    view, received = memoryview(message), bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(sink, selectors.EVENT_WRITE)
        selector.register(source, selectors.EVENT_READ)
        while True:
            left = deadline - time.monotonic()
            if left <= 0:
                return None
            for key, _ in selector.select(left):
                if key.fileobj is sink:
                    view = _write(selector, sink, view)
                elif not _read(source, received):
                    return bytes(received)


def _write(selector: selectors.BaseSelector, sink: IO[bytes], view: memoryview) -> memoryview:
    """Write what the pipe takes; stop when all is written or nobody reads any more."""
    try:
        view = view[os.write(sink.fileno(), view[: 1 << 16]) :]
    except BlockingIOError:
        return view
    except BrokenPipeError:
        view = view[len(view) :]
    if not view:
        selector.unregister(sink)
    return view


def _read(source: IO[bytes], received: bytearray) -> bool:
    """Read what is there; False where the other end has closed or says too much."""
    try:
        part = os.read(source.fileno(), 1 << 16)
    except BlockingIOError:
        return True
    received += part
    return bool(part) and len(received) <= _LARGEST_ANSWER


_cage = Cage()


def warm() -> None:
    """Start a child ahead of the first document."""
    _cage.warm()


def read_in_child(data: bytes, file_name: str) -> ParsedDocument:
    """Read one document in a child; the same as `read.read_document`, and it cannot take the caller down.

    Raises:
        DocumentError: the reader's codes, `limit` where time, processor or memory ran out, `internal` where the child died.
    """
    return _cage.read(data, file_name)
