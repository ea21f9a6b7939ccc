"""The frames of the model host, read by botocore's own parser."""

import pytest
from botocore.eventstream import EventStreamBuffer

from devstack.event_stream import model_stream_error, payload_part


def read(*frames):
    buffer = EventStreamBuffer()
    buffer.add_data(b"".join(frames))
    return list(buffer)


@pytest.mark.parametrize("payload", [b"", b"data: {}\n\n", bytes(range(256)) * 40], ids=["empty", "text", "binary"])
def test_a_piece_of_an_answer_comes_out_as_it_went_in(payload):
    (event,) = read(payload_part(payload))
    assert event.payload == payload
    assert event.headers[":event-type"] == "PayloadPart"
    assert event.headers[":message-type"] == "event"


def test_frames_follow_one_another():
    assert [event.payload for event in read(payload_part(b"a"), payload_part(b"b"))] == [b"a", b"b"]


def test_an_error_in_the_middle_is_an_exception_message():
    (event,) = read(model_stream_error("StreamBroken", "gone"))
    assert event.headers[":message-type"] == "exception"
    assert event.headers[":exception-type"] == "ModelStreamError"
    assert b"StreamBroken" in event.payload


def test_a_changed_byte_is_noticed():
    frame = bytearray(payload_part(b"payload"))
    frame[-6] ^= 1
    with pytest.raises(Exception, match="Checksum"):
        read(bytes(frame))
