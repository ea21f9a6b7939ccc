"""Citation marks never reach a reader, however the stream is cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumate.letters.citation_marks import CitationFilter, split_marks


@pytest.mark.parametrize(
    ("text", "shown", "ids"),
    [
        ("I cut costs by 5% [e1].", "I cut costs by 5%.", ["e1"]),
        ("I did it [e1][e4].", "I did it.", ["e1", "e4"]),
        ("I did it [e1, e4; f2].", "I did it.", ["e1", "e4", "f2"]),
        ("I did it. [E3]", "I did it.", ["e3"]),
        ("At Apple [e1] and then at Pear [e2], I learned.", "At Apple and then at Pear, I learned.", ["e1", "e2"]),
        ("An array is written [x] and [12].", "An array is written [x] and [12].", []),
        ("I did it [ e1 ] twice [e1].", "I did it twice.", ["e1"]),
    ],
)
def test_marks_are_taken_out_and_named_once_in_order(text, shown, ids):
    assert split_marks(text) == (shown, ids)


PIECES = st.lists(
    st.sampled_from(
        [
            "I led ",
            "a team",
            " [e1]",
            "[e12][f2]",
            ".",
            " ",
            "\n\n",
            "⟦name⟧",
            "[",
            "]",
            "e",
            "7",
            "[e1, e2]",
            "日本",
            "é",
        ]
    ),
    max_size=30,
)


@given(PIECES, st.data())
def test_the_filter_gives_the_same_text_however_it_is_cut(pieces, data):
    text = "".join(pieces)
    whole = CitationFilter()
    expected = whole.feed(text) + whole.flush()
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=12)))
    filter_ = CitationFilter()
    shown = [filter_.feed(text[start:end]) for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    assert "".join(shown) + filter_.flush() == expected


def test_a_placeholder_is_never_cut_in_two():
    filter_ = CitationFilter()
    shown = [filter_.feed(piece) for piece in ("Kind regards,\n⟦na", "me⟧ and", " more")]
    assert shown == ["Kind regards,\n", "⟦name⟧ and", " more"]


def test_text_that_only_looks_like_the_beginning_of_a_mark_is_shown_in_the_end():
    filter_ = CitationFilter()
    assert filter_.feed("see [e1") == "see"
    assert filter_.feed("st]") == " [e1st]"
    assert filter_.flush() == ""


def test_control_tag_and_bidirectional_characters_are_dropped():
    filter_ = CitationFilter()
    assert filter_.feed("a\u202eb\u0000c\U000e0041d\u200be\ufe0ff\tg\n") + filter_.flush() == "abcdef g\n"
