"""Large events: cut into frames that fit, on character boundaries, and whole again when joined (CASES D06)."""

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumate import limits
from resumate.gateway.messages import LetterEvent, Part, Pong, encode
from resumate.gateway.parts import encode_frames, pieces

texts = st.text(alphabet=st.characters(exclude_categories=["Cs"]))


@given(texts, st.integers(min_value=12, max_value=200))
def test_pieces_fit_and_joined_are_the_text(text, budget):
    cut = pieces(text, budget)
    assert "".join(cut) == text
    assert all(piece and len(encode(piece)) - 2 <= budget for piece in cut)


@pytest.mark.parametrize("letter", ["a", "é", "日", "😀", '"', "\\", "\x01", "\n"])
def test_a_letter_of_200_kb_goes_out_in_frames_that_fit(letter):
    event = LetterEvent(letter_id="x", status="completed", created_at="now", text=letter * 200_000, request_id="r-1")
    frames = encode_frames(event)
    assert max(map(len, frames)) <= limits.FRAME_BYTES
    parts = [msgspec.json.decode(frame, type=Part) for frame in frames]
    assert [part.index for part in parts] == list(range(len(frames)))
    assert {(part.part_id, part.total, part.request_id) for part in parts} == {(parts[0].part_id, len(frames), "r-1")}
    assert msgspec.json.decode("".join(part.text for part in parts), type=LetterEvent) == event


def test_frames_are_filled_well():
    event = LetterEvent(letter_id="x", status="completed", created_at="now", text="word " * 40_000)
    assert len(encode_frames(event)) <= 200_000 / limits.FRAME_BYTES * 1.2 + 1


def test_what_fits_is_one_frame_as_it_is():
    assert encode_frames(Pong(request_id="r-1")) == [b'{"type":"pong","request_id":"r-1"}']
    shell = len(encode(LetterEvent(letter_id="x", status="s", created_at="n", text="-"))) - 1
    exact = LetterEvent(letter_id="x", status="s", created_at="n", text="a" * (limits.FRAME_BYTES - shell))
    assert [len(frame) for frame in encode_frames(exact)] == [limits.FRAME_BYTES]
    assert json.loads(encode_frames(exact)[0])["type"] == "letter"


def test_two_large_events_cannot_be_confused():
    event = LetterEvent(letter_id="x", status="completed", created_at="now", text="a" * 50_000)
    first, second = (json.loads(encode_frames(event)[0])["part_id"] for _ in range(2))
    assert first != second
