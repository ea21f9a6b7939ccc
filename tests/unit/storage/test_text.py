"""Text that PostgreSQL and SQS take, whatever was in it."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from resumate.letters.model import ChatMessage
from resumate.storage.text import like_pattern, storable, storable_json, storable_or_none

ANY_TEXT = st.text(st.characters(), max_size=50)
ANY_JSON = st.recursive(
    ANY_TEXT | st.integers(-9, 9) | st.none(),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(ANY_TEXT, inner, max_size=5),
    max_leaves=20,
)


def allowed_by_sqs(character):
    number = ord(character)
    return number in {0x9, 0xA, 0xD} or 0x20 <= number <= 0xD7FF or 0xE000 <= number <= 0xFFFD or number >= 0x10000


@given(ANY_TEXT)
def test_what_is_left_is_what_sqs_allows_and_in_its_order(text):
    assert storable(text) == "".join(filter(allowed_by_sqs, text))


def test_lines_and_tabs_stay():
    assert storable("a\tb\r\nc\x00\x1f") == "a\tb\r\nc"


def test_a_missing_text_stays_missing():
    assert storable_or_none(None) is None
    assert storable_or_none("a\x00") == "a"


@given(
    st.recursive(
        ANY_TEXT | st.integers(-9, 9) | st.none(), lambda inner: st.lists(inner) | st.dictionaries(ANY_TEXT, inner)
    )
)
def test_json_of_anything_holds_allowed_characters_alone(value):
    """Given any nested value, when it is encoded, then decoding it finds no character that would be refused."""
    text = storable_json(value)
    assert "\\u0000" not in text.replace("\\\\", "")
    assert storable(text) == text
    decoded = msgspec.json.decode(text)
    assert storable_json(decoded) == text


def test_structs_are_encoded_as_their_fields():
    assert storable_json([ChatMessage("user", "Hel\x00lo \ud800ü")]) == '[{"role":"user","content":"Hello ü"}]'


def test_what_only_looks_like_an_escape_stays():
    """Given a backslash and "u0000" as six characters, when it is encoded and decoded, then it is the same."""
    assert msgspec.json.decode(storable_json("\\u0000")) == "\\u0000"


def test_a_search_finds_its_very_words_and_no_pattern():
    assert like_pattern(" Baker ") == "%Baker%"
    assert like_pattern("100%_\\") == "%100\\%\\_\\\\%"
    assert like_pattern("a\x00b") == "%ab%"
