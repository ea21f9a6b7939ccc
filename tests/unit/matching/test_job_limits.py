"""What `read_job` refuses, and with which code."""

import pytest

from resumate import limits
from resumate.errors import Code, RequestError
from resumate.matching.clauses import clauses_of
from resumate.matching.read_job import read_job

ENOUGH = "We are looking for a baker who can work early mornings. "


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t \r\n ",
        "abc",
        "🚀",
        "🚀 🎉 👋",
        "https://jobs.example.com/12345",
        "https://jobs.example.com/a\nwww.example.org/jobs?id=7\nme@example.com",
        "\u200b\u2060\ufeff\u00ad",
        "\x00\x01\x02",
        "\ud800\udc00\ud800",
        "<p></p><br/><script>var hidden = 'a lot of words that nobody reads';</script>",
        "\U000e0041\U000e0042\U000e0043 \U000e0064\U000e0065",
        "1 2 3 4 5 6 7 8 9 10",
        "エンジ",
        "---\n***\n===",
    ],
)
def test_a_description_without_words_is_refused_as_empty(text):
    with pytest.raises(RequestError) as refused:
        read_job(text)
    assert refused.value.code is Code.JOB_DESCRIPTION_EMPTY


def test_a_description_at_the_limit_of_characters_is_read():
    text = (ENOUGH * 1000)[: limits.JOB_DESCRIPTION_CHARACTERS]
    assert len(text) == limits.JOB_DESCRIPTION_CHARACTERS
    assert read_job(text).requirements


@pytest.mark.parametrize("length", [limits.JOB_DESCRIPTION_CHARACTERS + 1, 40_000])
def test_one_character_more_is_refused_and_the_message_names_the_limit(length):
    with pytest.raises(RequestError) as refused:
        read_job((ENOUGH * 1000)[:length])
    assert refused.value.code is Code.JOB_DESCRIPTION_TOO_LONG
    assert f"{limits.JOB_DESCRIPTION_CHARACTERS:,}" in refused.value.message


def test_few_characters_of_many_bytes_are_refused_by_their_bytes():
    text = "経" * (limits.JOB_DESCRIPTION_BYTES // 3 + 1)
    assert len(text) < limits.JOB_DESCRIPTION_CHARACTERS
    with pytest.raises(RequestError) as refused:
        read_job(text)
    assert refused.value.code is Code.JOB_DESCRIPTION_TOO_LONG


def test_lone_surrogates_count_and_are_dropped_rather_than_failing():
    posting = read_job("We need a welder\ud800 with a valid coded welding certificate and a van.")
    assert "\ud800" not in posting.requirements[0].text


def test_five_words_are_enough():
    assert read_job("We need a careful baker").requirements


@pytest.mark.parametrize(
    "strange", ["'; DROP TABLE chunks; --", "%s %d %(x)s", "$1", "{user_id}", "{{7*7}}", "../../etc/passwd"]
)
def test_text_that_looks_like_a_template_or_a_statement_stays_text(strange):
    posting = read_job(f"Requirements:\n- Experience of {strange} in a bakery\n- A driving licence for the bread van")
    assert [requirement.text for requirement in posting.requirements] == [
        f"Experience of {strange} in a bakery",
        "A driving licence for the bread van",
    ]


def test_a_text_of_nothing_but_commas_is_no_sentence_to_be_cut():
    """Searched at every comma, the longest description would take seconds."""
    text = "bread, " * 2_000 + "a degree is required, Perl would be an advantage"
    assert clauses_of(text) == [text]
    assert len(clauses_of("A degree is required, Perl would be an advantage")) == 2
