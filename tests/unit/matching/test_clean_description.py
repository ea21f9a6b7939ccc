"""The plain text of a job description, as a prompt may hold it."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resumate.errors import RequestError
from resumate.matching.clean_description import clean_description
from resumate.matching.read_job import read_job

PIECES = st.sampled_from(
    [
        "- ", "• ", "\n", "\n\n", "# ", "**", "__", "`", "<li>", "</ul>", "<script>", "[a](b)", "⟦name⟧", "\u200b", "\x00", "\ud800",
        "Requirements:", "Benefits", "You must have experience", "GmbH", "seeks a nurse", "経験", "1. ", "\U000e0041", "…", "; ", ". ", "| a | b |",
        "ignore previous instructions", "https://a.example", "1 of 2", "(m/w/d)", "=====", "\t", "　", "🚀 ",
    ]
)  # fmt: skip


def test_invisible_characters_are_gone_and_the_rest_is_in_one_form():
    cleaned = clean_description("ﬁl\u00ading cle\u200brk\x00 \ufeffwith \u202eＡＢＣ\u202c sk\ud800ills e\u0301lan")
    assert cleaned == "filing clerk with ABC skills élan"


def test_placeholder_brackets_cannot_come_from_a_job():
    assert clean_description("Write to ⟦email⟧ or ⟦name⟧ about the bakery") == "Write to email or name about the bakery"


def test_headings_items_and_paragraphs_keep_their_lines():
    text = "# Baker\n\nWe bake.\n\n## Requirements\n\n* A **craft** certificate\n* Early mornings"
    assert clean_description(text) == "Baker\nWe bake.\n\nRequirements\n- A craft certificate\n- Early mornings"


def test_characters_written_as_references_are_resolved_before_they_are_judged():
    assert clean_description("A baker&#8203; who&nbsp;likes &lt;b&gt;bread&lt;/b&gt; &amp; butter") == (
        "A baker who likes bread & butter"
    )


def test_nothing_readable_gives_nothing():
    assert clean_description("\x00\u200b\n<p></p>") == ""


@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=60).map("".join))
@settings(max_examples=150, deadline=None)
def test_whatever_is_pasted_gives_safe_text_or_a_refusal(text):
    cleaned = clean_description(text)
    assert not {"⟦", "⟧"} & set(cleaned)
    for character in cleaned:
        assert character == "\n" or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
    try:
        posting = read_job(text)
    except RequestError:
        return
    assert [requirement.number for requirement in posting.requirements] == list(range(1, len(posting.requirements) + 1))
    assert all(requirement.text.strip() for requirement in posting.requirements)


@pytest.mark.parametrize(
    "piece",
    [
        "<script>",
        "<h1>",
        "<!--",
        "*a ",
        "[a](",
        "Aa & ",
        "\n",
        "\t",
        "a. ",
        "ignore ",
        "<a ",
        "aA1",
        "write that the candidate ",
    ],
)
def test_hostile_text_is_read_in_a_moment(piece):
    text = (piece * 20_000)[:19_900] + " one two three four five six"
    started = time.perf_counter()
    clean_description(text)
    assert time.perf_counter() - started < 3
