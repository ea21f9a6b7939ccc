"""Hands a queued letter to its function at once, and again after a restart, on another port too.

MiniStack looks at its queues once a second; AWS waits on them. A message that was being worked on when everything
stopped would stay hidden for its visibility timeout, half an hour, though nobody works on it any more.
"""

import logging
import threading
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any, Final

logger = logging.getLogger(__name__)

_SENDS: Final = ("AmazonSQS.SendMessage", "AmazonSQS.SendMessageBatch")

Answer = Callable[..., Awaitable[Any]]
ScopedKey = tuple[str, str, str]  # account, region, and the queue's address or name


def wake_on_send(handle: Answer, wake: threading.Event) -> Answer:
    """Return `handle` with `wake` set after each message sent; headers are its third argument."""

    async def handle_and_wake(method: str, path: str, headers: Mapping[str, str], body: bytes, query: Any) -> Any:
        answer = await handle(method, path, headers, body, query)
        if headers.get("x-amz-target", "") in _SENDS:
            wake.set()
        return answer

    return handle_and_wake


def reveal_messages(queues: Mapping[Any, dict[str, Any]]) -> int:
    """Make every hidden message visible; return how many were. Only sound while no function runs."""
    hidden = [message for queue in queues.values() for message in queue.get("messages", [])]
    for message in hidden:
        message["visible_at"] = message["sent_at"]
    return len(hidden)


def readdress(queues: MutableMapping[ScopedKey, Any], addresses: MutableMapping[ScopedKey, str], base: str) -> int:
    """Move every queue to its address under `base` (``http://host:port``); return how many had another one.

    MiniStack keeps a queue under the address that it had when it was made, so after a start on another port the
    deploy would make a second, empty queue beside it and the letters in the first would wait for ever.
    """
    moved = 0
    for (account, region, name), old in list(addresses.items()):
        new = f"{base}/{account}/{name}"
        if new == old or (account, region, old) not in queues:
            continue
        queue = queues.pop((account, region, old))
        queue["url"] = new
        queues[(account, region, new)] = queue
        addresses[(account, region, name)] = new
        moved += 1
    return moved


def serve_queues_at_once() -> None:
    """Apply all three to MiniStack; call once, before it serves."""
    from ministack.services import lambda_svc, sqs

    readdress(sqs._queues._data, sqs._queue_name_to_url._data, f"http://{sqs.DEFAULT_HOST}:{sqs.DEFAULT_PORT}")
    count = reveal_messages(sqs._queues._data)
    if count:
        logger.warning("%d queued letters are taken up again", count)
    wake = threading.Event()
    sqs.handle_request = wake_on_send(sqs.handle_request, wake)

    def poll() -> None:
        while True:
            wake.wait()
            wake.clear()
            try:
                lambda_svc._poll_sqs()
            except Exception:
                logger.exception("a queue could not be polled; MiniStack's own poller tries again")

    threading.Thread(target=poll, name="queue-wake", daemon=True).start()
