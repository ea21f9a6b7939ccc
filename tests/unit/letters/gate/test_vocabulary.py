"""The forms in which one text may repeat the words of another."""

import pytest

from resumate.letters.gate.tokens import tokens_of
from resumate.letters.gate.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Migrated the shop", "migration"),
        ("Analysed the sales", "analysis"),
        ("Kept beehives in the garden", "hives"),
        ("Took care of the hives", "beehives"),
        ("Head of the IT dept.", "department"),
        ("Agreed a service level agreement", "SLA"),
        ("Brought the costs down", "reduced"),
        ("Set up a bakery", "established"),
        ("Costs –12%", "reduced"),
        ("Sales at 118% of target", "exceeded"),
    ],
)
def test_a_word_is_said_in_another_form(text, word):
    (token,) = tokens_of(word)
    assert Vocabulary(text).says(token)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Baked bread", "negotiated"),
        ("Brought a cake", "reduced"),
        ("Sales at 100% of target", "exceeded"),
        ("Kept chickens", "hens"),
    ],
)
def test_a_word_that_only_looks_alike_is_not(text, word):
    (token,) = tokens_of(word)
    assert not Vocabulary(text).has_root(token.root)


def test_what_a_check_reads_out_of_a_text_is_read_once():
    read = []
    vocabulary = Vocabulary("Baked bread")

    def words(text):
        read.append(text)
        return len(text.tokens)

    assert [vocabulary.once(words), vocabulary.once(words)] == [2, 2]
    assert read == [vocabulary]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Node.js and C++", ["Node.js", "and", "C++"]),
        ("data-driven", ["data", "driven"]),
        ("CI/CD", ["CI/CD"]),
        ("my colleague's K8s", ["my", "colleague", "K8s"]),
        ("⟦name⟧ bakes", ["bakes"]),
    ],
)
def test_names_of_things_stay_whole_and_compounds_give_their_parts(text, words):
    assert [token.text for token in tokens_of(text)] == words
    assert all(text[token.start :].startswith(token.text) for token in tokens_of(text))
