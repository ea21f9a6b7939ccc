"""Puts server-sent events together from pieces of bytes that were cut anywhere, also inside a character.

The part of the standard (HTML, 9.2) that a stream of answers needs: `data` fields, comments, the three line ends.
Lines are split as bytes and decoded whole, so a cut inside a UTF-8 character is never seen. `chat_stream` reads
what comes out. JSON lines are read as well, since AWS's LMI container sends a streamed chat completion as
application/jsonlines: one bare chunk a line, no ``data:`` and no ``[DONE]`` (seen in djl-serving, d21927c).
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from resumate.limits import MIB

LINE_BYTES_MOST: Final = MIB
_LINE_END: Final = re.compile(rb"\r\n|\n|\r(?=.)", re.DOTALL)  # a lone CR counts once what follows it is known
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"


class EventStreamError(ValueError):
    """The bytes are no stream of server-sent events: not UTF-8, or a line without end."""


def event_data(pieces: Iterable[bytes]) -> Iterator[str]:
    """Yield the data of each event as soon as its last byte is there; `data` lines of one event are joined by newlines.

    A line that begins with "{" is an event of its own; no field of the standard does. An event that the stream's end leaves without its blank line is yielded too: what is in it decides what it is
    worth. Raises `EventStreamError`.
    """
    data: list[str] = []
    for line in _lines(pieces):
        if line.startswith("{"):
            yield line
        elif line:
            data += _data_of(line)
        elif data:
            yield "\n".join(data)
            data = []
    if data:
        yield "\n".join(data)


def _lines(pieces: Iterable[bytes]) -> Iterator[str]:
    """Yield the lines of the stream without their ends, the unfinished last one included."""
    rest = b""
    first = True
    for piece in pieces:
        *lines, rest = _LINE_END.split(rest + piece)
        for line in lines:
            yield _decoded(line.removeprefix(_BYTE_ORDER_MARK) if first else line)
            first = False
        if len(rest) > LINE_BYTES_MOST:
            raise EventStreamError(f"a line of more than {LINE_BYTES_MOST} bytes")
    if rest:
        yield _decoded(rest.removesuffix(b"\r"))


def _decoded(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError as error:
        raise EventStreamError("a line that is not UTF-8") from error


def _data_of(line: str) -> list[str]:
    """Return the value of a `data` line as a list of one; nothing for comments and other fields."""
    field, _, value = line.partition(":")
    return [value.removeprefix(" ")] if field == "data" else []
