"""What the owner of a letter sees: contact details put back, and the lines that prove a sentence."""

import pytest

from resumate.documents.model import Contact
from resumate.letters.model import Origin, Sentence, SentenceState
from resumate.letters.render import render_text, sentence_evidence
from tests.unit.letters.builders import letter_job

CONTACT = Contact(name="Marta Ekholm", email="marta@example.org")


@pytest.mark.parametrize(
    ("text", "contact", "shown"),
    [
        ("Kind regards,\n⟦name⟧", CONTACT, "Kind regards,\nMarta Ekholm"),
        ("Kind regards,\n⟦name⟧", Contact(), "Kind regards,"),
        ("Write to ⟦email⟧.", CONTACT, "Write to marta@example.org."),
        ("Reach me at ⟦email⟧ or at ⟦phone⟧.", CONTACT, "Reach me at marta@example.org."),
        ("I live in ⟦place⟧, near the sea.", Contact(), "I live, near the sea."),
        ("Kind regards,\n⟦name⟧", Contact(name="Your Name Here"), "Kind regards,"),
    ],
)
def test_contact_details_come_back_and_unknown_ones_leave_no_stump(text, contact, shown):
    assert render_text(text, contact) == shown


def sentence(text, *citations, state=SentenceState.SUPPORTED):
    return Sentence(text=text, paragraph=0, state=state, citations=list(citations))


def test_a_sentence_shows_the_line_of_its_evidence():
    job = letter_job()
    first = job.evidence[0]
    shown = sentence_evidence(sentence("I built pipelines in Python.", "e1"), job.evidence)
    assert shown == [(first.quotes[0], Origin.RESUME)]


def test_the_head_of_the_entry_is_shown_when_the_sentence_uses_it():
    job = letter_job()
    for text in (
        "At Tidewater Foods I built pipelines.",
        "I have built pipelines for five years.",
        "Since 2021 I build.",
    ):
        lines = [quote.text for quote, _ in sentence_evidence(sentence(text, "e1"), job.evidence)]
        assert "Data Engineer, Tidewater Foods, March 2021 – present" in lines


def test_a_line_cited_twice_is_shown_once():
    job = letter_job()
    shown = sentence_evidence(
        sentence("At Tidewater Foods I built pipelines and cut the load.", "e1", "e3"), job.evidence
    )
    assert len(shown) == len({quote.line for quote, _ in shown}) == 3


def test_a_fact_the_user_typed_keeps_its_origin():
    job = letter_job(answers=["I hold a driving licence"])
    [(quote, origin)] = sentence_evidence(sentence("I have a driving licence.", "f1"), job.evidence)
    assert (quote.line, origin) == (0, Origin.USER)


@pytest.mark.parametrize("state", [SentenceState.PLAIN, SentenceState.REMOVED])
def test_a_sentence_that_is_not_supported_shows_nothing(state):
    assert sentence_evidence(sentence("I built pipelines.", "e1", state=state), letter_job().evidence) == []


def test_a_citation_that_names_nothing_shows_nothing():
    assert sentence_evidence(sentence("I built pipelines.", "e99"), letter_job().evidence) == []
