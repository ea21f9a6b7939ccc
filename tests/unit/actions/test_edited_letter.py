"""Cutting an edited letter into sentences: nothing merged, nothing lost, paragraphs counted from the first."""

import pytest

from resumate import limits
from resumate.actions.edited_letter import split_edited
from resumate.errors import Code, RequestError
from resumate.gateway.messages import EditedSentence


def split(*sent: tuple[str, int]):
    return split_edited([EditedSentence(text, paragraph) for text, paragraph in sent])


def test_each_sentence_keeps_its_paragraph_and_its_place():
    assert split(("Dear all,", 0), ("I bake. I sell.", 1), ("I clean.", 1), ("Thanks.", 4)) == [
        ("Dear all,", 0),
        ("I bake.", 1),
        ("I sell.", 1),
        ("I clean.", 1),
        ("Thanks.", 2),
    ]


def test_two_texts_are_never_made_one_even_without_full_stops():
    assert split(("I like bread", 0), ("and butter", 0)) == [("I like bread", 0), ("and butter", 0)]


def test_an_empty_line_inside_a_text_begins_a_paragraph():
    assert split(("I bake.\n\nI sell.", 0), ("I clean.", 0), ("Bye.", 1)) == [
        ("I bake.", 0),
        ("I sell.", 1),
        ("I clean.", 1),
        ("Bye.", 2),
    ]


def test_closing_and_name_stay_one():
    assert split(("Kind regards,\nAda Example", 3)) == [("Kind regards,\nAda Example", 0)]


@pytest.mark.parametrize("text", ["I worked at Acme Inc. in 3.5 years.", "我做面包。", "Ich backe z. B. Brot."])
def test_a_full_stop_that_ends_nothing_cuts_nothing(text):
    assert split((text, 0)) == [(text, 0)]


def test_what_nobody_sees_is_left_out_and_empty_texts_go():
    assert split(("I\u200b bake.\u202e", 0), ("   ", 0), ("\u2060", 1), ("\u27e6name\u27e7 sells.", 1)) == [
        ("I bake.", 0),
        ("name sells.", 1),
    ]


def test_the_limits_hold_for_what_is_sent_and_for_what_it_is_cut_into():
    longest = "x" * limits.EDITED_SENTENCE_CHARACTERS
    fitting = limits.EDITED_LETTER_CHARACTERS // limits.EDITED_SENTENCE_CHARACTERS
    assert len(split(*[(longest, 0)] * fitting)) == fitting
    for sent in ([(longest, 0)] * (fitting + 1), [("I bake. " * (limits.EDITED_SENTENCES + 1), 0)]):
        with pytest.raises(RequestError) as refused:
            split(*sent)
        assert refused.value.code is Code.LETTER_TOO_LONG


def test_a_letter_without_text_is_refused():
    with pytest.raises(RequestError) as refused:
        split((" \n ", 0))
    assert refused.value.code is Code.INVALID_FIELD
    assert "no text" in refused.value.message
