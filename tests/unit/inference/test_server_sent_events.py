"""Server-sent events, as the standard has them and as servers send them."""

import pytest

from resumate.inference import server_sent_events
from resumate.inference.server_sent_events import EventStreamError, event_data


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_of_the_three_ways(end):
    content = f"data: one{end}{end}data: two{end}{end}".encode()
    assert list(event_data([content])) == ["one", "two"]
    assert list(event_data(bytes([byte]) for byte in content)) == ["one", "two"]


def test_an_event_is_given_as_soon_as_it_is_complete():
    seen = []

    def pieces():
        yield b"data: one\n\ndata: tw"
        seen.append("asked for more")
        yield b"o\n\n"

    events = event_data(pieces())
    assert next(events) == "one"
    assert seen == []
    assert next(events) == "two"


@pytest.mark.parametrize(
    ("content", "events"),
    [
        ("data:without a space\n\n", ["without a space"]),
        ("data:  with two\n\n", [" with two"]),
        ("data: a\ndata: b\n\n", ["a\nb"]),
        (": keep-alive\n\ndata: a\n\n", ["a"]),
        ("event: message\nid: 7\nretry: 10\ndata: a\n\n", ["a"]),
        ("\ufeffdata: a\n\n", ["a"]),
        ("data\n\n", [""]),
        ("\n\n\n", []),
        ("", []),
        ("data: without a blank line\n", ["without a blank line"]),
        ("data: without an end", ["without an end"]),
        ("data: a\u2028b\x0bc\n\n", ["a\u2028b\x0bc"]),
    ],
)
def test_fields_are_read_by_the_standard(content, events):
    assert list(event_data([content.encode()])) == events


def test_bytes_that_are_not_utf8_are_refused():
    with pytest.raises(EventStreamError):
        list(event_data([b"data: \xc3\n\n"]))


def test_a_line_without_end_is_refused_before_it_fills_the_memory(monkeypatch):
    monkeypatch.setattr(server_sent_events, "LINE_BYTES_MOST", 1000)
    given_out = []

    def endless():
        while True:
            given_out.append(1)
            yield b"x" * 100

    with pytest.raises(EventStreamError):
        list(event_data(endless()))
    assert len(given_out) < 20


def test_json_lines_are_events_of_their_own_wherever_they_are_cut():
    content = b'{"a": 1}\n{"b": "\xc3\xa9"}\n\n'
    assert list(event_data(bytes([byte]) for byte in content)) == ['{"a": 1}', '{"b": "é"}']
