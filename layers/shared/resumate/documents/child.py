"""The parsing child: reads one document from standard input, writes what came of it to standard output, ends.

Started by `cage` in an interpreter of its own, ahead of time: everything is imported while nobody waits, then it
blocks until a document comes. Memory, processor time, file size and core dumps are limited before the first byte is
looked at. One child, one document: nothing of one person's file can be left over for the next.
"""

import gc
import os
import resource
import signal
import struct
import sys
from typing import Final

import msgspec

from resumate import limits
from resumate.documents.messages import TAKEN, Answer, Request
from resumate.documents.read import read_document
from resumate.errors import Code, DocumentError

# Wall-clock time is the parent's to watch; processor time is ours, and no honest resume needs this much of it.
_PROCESSOR_SECONDS: Final = 8
_OPEN_FILES: Final = 64


def main() -> None:
    """Serve one request; the exit status is 0 whenever an answer was written."""
    source, sink = os.dup(0), os.dup(1)
    _silence()
    _preload()
    _limit()
    header = _take(source, 4)
    if header is None:
        return  # the parent ended without a document
    body = _take(source, struct.unpack(">I", header)[0])
    if body is None:
        return
    os.write(sink, TAKEN)
    answer = _answer(msgspec.msgpack.decode(body, type=Request))
    packed = msgspec.msgpack.encode(answer)
    with os.fdopen(sink, "wb") as out:
        out.write(struct.pack(">I", len(packed)))
        out.write(packed)


def _answer(request: Request) -> Answer:
    try:
        return Answer(document=read_document(request.data, request.file_name))
    except DocumentError as error:
        return Answer(code=error.code, message=error.message)
    except MemoryError:
        return Answer(code=Code.LIMIT)


def _silence() -> None:
    """Keep libraries from writing where the answer goes, or resume text into a log."""
    with open(os.devnull, "r+b", buffering=0) as nothing:  # noqa: PTH123 - a descriptor is wanted, not a path
        for descriptor in (0, 1, 2):
            os.dup2(nothing.fileno(), descriptor)


def _preload() -> None:
    """Import what most documents need, and read one, while nobody waits."""
    import pypdf  # noqa: F401, PLC0415 - imported here so that the parent never does; odd fonts need it, a third of a second

    from resumate.documents.rehearsal import rehearse  # noqa: PLC0415 - as above

    rehearse()
    gc.freeze()  # what is loaded stays: no collection looks at it again


def _limit() -> None:
    """Limit memory, processor time, written files, open files and core dumps of this process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + 1 + _PROCESSOR_SECONDS
    for what, soft, hard in (
        (resource.RLIMIT_AS, limits.PARSE_MEMORY_BYTES, limits.PARSE_MEMORY_BYTES),
        (resource.RLIMIT_CPU, seconds, seconds + 1),  # the soft one ends us with a signal that says why
        (resource.RLIMIT_FSIZE, 0, 0),
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_NOFILE, _OPEN_FILES, _OPEN_FILES),
    ):
        try:
            _, most = resource.getrlimit(what)
            ceiling = hard if most == resource.RLIM_INFINITY else min(hard, most)
            resource.setrlimit(what, (min(soft, ceiling), ceiling))
        except (ValueError, OSError):  # macOS has no limit of address space
            continue
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    sys.setrecursionlimit(2_000)


def _take(descriptor: int, size: int) -> bytes | None:
    """Read exactly `size` bytes; None where the other end closed first."""
    parts: list[bytes] = []
    while size > 0:
        part = os.read(descriptor, min(size, 1 << 20))
        if not part:
            return None
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
