"""Ends the reading of a stream that has gone silent, whatever its socket's own time limit is.

The socket's limit has to allow for the first byte, which may take long; between bytes much less is allowed. The
reading happens in a thread of its own, which alone touches the stream: closing it from outside would wait for
the very read that hangs.
"""

import threading
from collections.abc import Callable, Generator, Iterable
from queue import Empty, SimpleQueue
from typing import Generic, TypeVar

Item = TypeVar("Item")


class StalledStreamError(Exception):
    """Nothing came for too long."""


class _End:
    """What the reader puts last when the stream ended well."""


class _Reader(Generic[Item]):
    """Reads the stream into a queue until its end, an error, or `stop`; then closes it."""

    def __init__(self, source: Iterable[Item], close: Callable[[], None]) -> None:
        self.queue: SimpleQueue[Item | Exception | _End] = SimpleQueue()
        self.stop = threading.Event()
        self._source = source
        self._close = close

    def run(self) -> None:
        try:
            for item in self._source:
                if self.stop.is_set():
                    return
                self.queue.put(item)
            self.queue.put(_End())
        except Exception as error:  # noqa: BLE001 - raised again where the stream is consumed
            self.queue.put(error)
        finally:
            self._close()


def without_stalls(source: Iterable[Item], seconds: float, close: Callable[[], None]) -> Generator[Item, None, None]:
    """Yield the items of a stream as they come; its errors are raised here as they are.

    Args:
        source: the stream; read by another thread from the first `next` on.
        seconds: how long to wait for each item.
        close: releases the stream; called once when it ends, or with its next item after the consumer left.

    Raises:
        StalledStreamError: no item for so many seconds.
    """
    reader = _Reader(source, close)
    threading.Thread(target=reader.run, name="model-stream", daemon=True).start()
    try:
        while True:
            try:
                item = reader.queue.get(timeout=seconds)
            except Empty:
                raise StalledStreamError(f"no byte for {seconds} seconds") from None
            if isinstance(item, _End):
                return
            if isinstance(item, Exception):
                raise item
            yield item
    finally:
        reader.stop.set()
