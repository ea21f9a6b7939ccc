"""Cursors that say where a page ended, and nothing that a client could make up."""

import contextlib
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumate.errors import Code, RequestError
from resumate.storage.paging import decode_cursor, encode_cursor

MOMENTS = st.datetimes(timezones=st.just(UTC))


@given(MOMENTS, st.uuids())
def test_a_cursor_leads_back_to_its_row(moment, row_id):
    assert decode_cursor(encode_cursor(moment, str(row_id))) == {"created_at": moment, "id": row_id}


def test_no_cursor_is_the_beginning():
    assert decode_cursor(None) == {"created_at": None, "id": None}


def test_a_cursor_fits_into_the_message_and_an_address():
    cursor = encode_cursor(datetime(2026, 11, 21, 10, 11, 12, 131415, UTC), str(UUID(int=2**128 - 1)))
    assert len(cursor) <= 200
    assert cursor.replace("-", "").replace("_", "").isalnum()


@given(st.text(max_size=200))
def test_anything_else_is_refused_with_a_code(text):
    """Given any text, when it is taken for a cursor, then it is one or is refused; nothing else is ever raised."""
    with contextlib.suppress(RequestError):
        decode_cursor(text)


@pytest.mark.parametrize("text", ["", "MjAyNi0xMS0yMQ", "x y", "é" * 20])
def test_a_damaged_cursor_is_refused(text):
    with pytest.raises(RequestError) as refusal:
        decode_cursor(text)
    assert refusal.value.code == Code.INVALID_FIELD
