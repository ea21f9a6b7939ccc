"""JSON from strangers: bounded, unambiguous, harmless."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumate.gateway.strict_json import clean, clean_text, decode

plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(plain)
def test_ordinary_json_is_read_as_the_standard_library_reads_it(value):
    assert decode(json.dumps(value), depth=100) == value


@given(st.text(alphabet='{}[]",:\\ \n\x00019.eE-+tfnuaé\ud800'))
def test_nonsense_is_refused_as_a_value_error_or_read(text):
    try:
        decode(text, depth=8)
    except ValueError:
        return


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "{'a':1}",
        "[1,]",
        "1 2",
        "\ufeff{}",
        '{"a":1,"a":2}',
        '{"a":{"b":1,"b":1}}',
        "[NaN]",
        "-Infinity",
        "9" * 5000,
    ],
)
def test_what_is_ambiguous_or_not_json_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - the message is not part of the contract
        decode(text, depth=8)


def test_the_depth_is_counted_outside_strings():
    assert decode('{"a":"[[[[[[[[[[[[\\"[[["}', depth=1) == {"a": '[[[[[[[[[[[["[[['}
    assert decode("[[[]]]", depth=3) == [[[]]]
    with pytest.raises(ValueError, match="nested"):
        decode("[[[]]]", depth=2)


@pytest.mark.parametrize("text", ["[" * 30_000, '{"a":' * 6_000, '"\\' * 15_000, '"' * 30_000, "\\" * 30_000])
def test_a_hostile_frame_is_refused_in_no_time(text):
    started = time.perf_counter()
    with pytest.raises(ValueError):  # noqa: PT011 - the message is not part of the contract
        decode(text, depth=8)
    assert time.perf_counter() - started < 0.5


def test_what_no_store_accepts_is_stripped_from_every_string():
    value = {"a": ["x\u0000y\u0001", {"b": "\ud800z\uffff"}], "n": 1, "t": "tab\tand\nline\r"}
    assert clean(value) == {"a": ["xy", {"b": "z"}], "n": 1, "t": "tab\tand\nline\r"}


def test_words_parted_by_an_odd_line_break_are_not_glued():
    assert clean_text("one\x0btwo\x0cthree\x85four") == "one\ntwo\nthree\nfour"


@given(st.text(alphabet=st.characters(codec=None)))
def test_clean_text_can_always_be_stored(text):
    stored = clean_text(text).encode("utf-8")
    assert b"\x00" not in stored
    assert clean_text(stored.decode()) == stored.decode()
