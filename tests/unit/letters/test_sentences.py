"""Paragraphs and sentences of a draft, after everything that is no letter has been taken out."""

import pytest

from resumate.letters.clean_draft import clean_draft
from resumate.letters.sentences import paragraphs_of, split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("I use Node.js, e.g. for tools. It works.", ["I use Node.js, e.g. for tools.", "It works."]),
        ("I hold a Ph.D. from Leeds. I teach.", ["I hold a Ph.D. from Leeds.", "I teach."]),
        ("I worked at Acme Inc. in Oslo. There I led.", ["I worked at Acme Inc. in Oslo.", "There I led."]),
        ("I worked at Acme Inc. There I led.", ["I worked at Acme Inc.", "There I led."]),
        ("I cut 3.5 hours [e1]. Then 2.", ["I cut 3.5 hours [e1].", "Then 2."]),
        ("I did it. [e1][e2] I left. [e3]", ["I did it. [e1][e2]", "I left. [e3]"]),
        ("With J. R. Smith I wrote it. Dr. Who read it.", ["With J. R. Smith I wrote it.", "Dr. Who read it."]),
        ("Really? Yes! Good.", ["Really?", "Yes!", "Good."]),
        ("我写代码。我教书！好吗？", ["我写代码。", "我教书！", "好吗？"]),
        ("私は学生です。[e1]よろしく。", ["私は学生です。[e1]", "よろしく。"]),
        (
            "Ich kam am 3. Mai nach Köln. Dort lernte ich z. B. Backen.",
            ["Ich kam am 3. Mai nach Köln.", "Dort lernte ich z. B. Backen."],
        ),
        ("No full stop", ["No full stop"]),
    ],
)
def test_a_full_stop_ends_a_sentence_only_where_one_ends(text, sentences):
    assert split_sentences(text) == sentences


def test_greeting_and_sign_off_are_sentences_of_their_own():
    letter = "Dear Team,\nI apply.\nI am glad.\n\nThank you.\nKind regards,\nJo"
    assert paragraphs_of(letter) == [["Dear Team,", "I apply.", "I am glad."], ["Thank you.", "Kind regards,\nJo"]]


def test_a_name_in_a_paragraph_of_its_own_belongs_to_the_sign_off():
    assert paragraphs_of("I apply.\n\nYours sincerely,\n\n⟦name⟧") == [["I apply."], ["Yours sincerely,\n⟦name⟧"]]


def test_what_stands_before_the_greeting_is_dropped():
    draft = "Sure! Here is your letter:\n\nJane Doe\n1 Mill Lane\n\nDear Team,\nI apply."
    assert clean_draft(draft) == "Dear Team,\nI apply."


@pytest.mark.parametrize(
    ("draft", "plain"),
    [
        ("I **led** a _team_ of `five`.", "I led a _team_ of five."),
        ("# Letter\nI apply.", "Letter\nI apply."),
        ("- I led.\n* I wrote.", "I led.\nI wrote."),
        ("I wrote [this](http://evil.example/x).", "I wrote this."),
        ("![pic](http://evil.example/x.png)I apply.", "I apply."),
        ('<script>alert("x")</script>I apply.<img src=http://evil.example>', "I apply."),
        ("See https://evil.example/a?b=c. I apply.", "See . I apply."),
        ("javascript:alert(1) I apply.", "I apply."),
        ("<think>secret plan</think>I apply.", "I apply."),
        ("```\nI apply.\n```", "I apply."),
        ("I app\u202ely\u0007.", "I apply."),
    ],
)
def test_markup_links_and_invisible_characters_do_not_survive(draft, plain):
    assert clean_draft(draft).strip() == plain
