"""Words that a line end broke are whole again; compounds keep their hyphen."""

from collections import Counter

import pytest

from resumate.documents.hyphens import count_words, is_compound, rejoin, soft_hyphen_is_hyphen
from resumate.documents.reading import SourceLine


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("cloud", "native"),
        ("cross", "functional"),
        ("user", "friendly"),
        ("front", "end"),
        ("open", "source"),
        ("e", "commerce"),
    ],
)
def test_compounds(head, tail):
    assert is_compound(head, tail, Counter())


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("al", "gorithm"),
        ("prefer", "ably"),
        ("win", "dows"),
        ("with", "out"),
        ("frame", "work"),
        ("sub", "missions"),
        ("Develop", "ment"),
    ],
)
def test_broken_words(head, tail):
    assert not is_compound(head, tail, Counter())


def test_the_documents_own_usage_decides():
    assert is_compound("re", "create", count_words(["to re-create a scene"]))
    assert not is_compound("cross", "word", count_words(["a crossword a day"]))


def test_lines_are_put_together_where_the_word_begins():
    lines = [
        SourceLine("a prediction al-"),
        SourceLine("gorithm for lists"),
        SourceLine("in cloud-"),
        SourceLine("native form"),
    ]
    assert [line.text for line in rejoin(lines)] == ["a prediction algorithm", "for lists", "in cloud-", "native form"]


def test_a_line_that_has_no_words_left_goes():
    lines = [SourceLine("tool win-", box=(0, 0, 9, 9)), SourceLine("dows", box=(0, 10, 4, 19)), SourceLine("next")]
    joined = rejoin(lines)
    assert [line.text for line in joined] == ["tool windows", "next"]
    assert joined[0].box == (0, 0, 9, 19)


def test_a_range_of_days_is_left_alone():
    lines = [SourceLine("day-to-"), SourceLine("day work")]
    assert [line.text for line in rejoin(lines)] == ["day-to-", "day work"]


def test_fonts_whose_hyphen_calls_itself_soft():
    """Given words that are mostly compounds, the soft hyphen is a hyphen; given broken words, it is soft."""
    assert soft_hyphen_is_hyphen([("high", "impact"), ("hands", "on"), ("start", "up")], Counter())
    assert not soft_hyphen_is_hyphen([("exam", "ple"), ("re", "sume"), ("develop", "ment")], Counter())
