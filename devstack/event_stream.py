"""Frames of AWS's event stream, as SageMaker sends them: pieces of an answer, and an error in the middle of one.

A frame is the total length, the length of the headers and their CRC-32, the headers, the payload, and the CRC-32
of all before it; numbers are big-endian. `sagemaker` writes what is made here; boto3 reads it.
"""

import json
import struct
import zlib
from collections.abc import Mapping
from typing import Final

CONTENT_TYPE: Final = "application/vnd.amazon.eventstream"
_STRING: Final = 7
_OVERHEAD_BYTES: Final = 16


def payload_part(payload: bytes) -> bytes:
    """Return the frame of one piece of an answer."""
    headers = {
        ":event-type": "PayloadPart",
        ":content-type": "application/octet-stream",
        ":message-type": "event",
    }
    return frame(headers, payload)


def model_stream_error(code: str, message: str) -> bytes:
    """Return the frame that ends a stream whose model failed; `code` is SageMaker's, "StreamBroken" for example."""
    headers = {
        ":exception-type": "ModelStreamError",
        ":content-type": "application/json",
        ":message-type": "exception",
    }
    return frame(headers, json.dumps({"ErrorCode": code, "Message": message}).encode())


def frame(headers: Mapping[str, str], payload: bytes) -> bytes:
    """Return a frame with string headers."""
    encoded = b"".join(_header(name, value) for name, value in headers.items())
    prelude = struct.pack(">II", len(encoded) + len(payload) + _OVERHEAD_BYTES, len(encoded))
    body = prelude + struct.pack(">I", zlib.crc32(prelude)) + encoded + payload
    return body + struct.pack(">I", zlib.crc32(body))


def _header(name: str, value: str) -> bytes:
    """Return one header: the name's length in a byte, the name, the type, the value's length in two, the value."""
    key, text = name.encode(), value.encode()
    return bytes([len(key)]) + key + struct.pack(">BH", _STRING, len(text)) + text
