"""Writing what a client receives: an event as the frames that carry it, none larger than a frame may be.

`gateway.push` sends the frames. A message that does not fit is cut into `part` events; `gateway.deltas` uses
`pieces` to cut streamed text before it ever gets that large.
"""

import uuid

from resumate import limits
from resumate.gateway.messages import Event, Part, encode

_MOST_PARTS = 99_999


def encode_frames(event: Event) -> list[bytes]:
    """Return the event as UTF-8 JSON: one frame, or several `part` frames of at most `limits.FRAME_BYTES` each.

    Raises:
        UnicodeEncodeError: a string holds a lone surrogate.
    """
    whole = encode(event)
    if len(whole) <= limits.FRAME_BYTES:
        return [whole]
    part_id = uuid.uuid4().hex
    envelope = Part(
        part_id=part_id, index=_MOST_PARTS, total=_MOST_PARTS, text="", request_id=event.request_id
    )  # the widest numbers, so that no real part is larger
    texts = pieces(whole.decode(), limits.FRAME_BYTES - len(encode(envelope)))
    return [
        encode(Part(part_id=part_id, index=index, total=len(texts), text=text, request_id=event.request_id))
        for index, text in enumerate(texts)
    ]


def pieces(text: str, budget: int) -> list[str]:
    """Cut the text between characters so that each piece, written as a JSON string, takes at most `budget` bytes.

    Args:
        text: what to cut; joined again, the pieces are the text.
        budget: bytes between the quotes, at least 12 (the longest escape of one character).
    """
    found = []
    start = 0
    while start < len(text):
        length = min(len(text) - start, budget)
        while (size := _json_size(text[start : start + length])) > budget:
            length = max(1, length * budget // size - 1)
        found.append(text[start : start + length])
        start += length
    return found


def _json_size(text: str) -> int:
    return len(encode(text)) - 2  # the quotes
