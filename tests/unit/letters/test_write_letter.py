"""Draft, gate, draft again: what comes out when the model does well, badly, or not at all."""

import re

import pytest

from resumate import limits
from resumate.errors import Code, ModelError
from resumate.letters.assemble import assemble
from resumate.letters.draft_stream import DRAFT_CHARACTERS
from resumate.letters.events import Cancelled
from resumate.letters.model import SentenceState
from resumate.letters.write_letter import LETTER_TOKENS, NOTE_KEPT, write_letter
from tests.unit.letters.builders import cite, good_letter, letter_job
from tests.unit.letters.fakes import RememberingEvents, ScriptedModel, SteppingClock

UNAVAILABLE = ModelError(Code.GENERATION_UNAVAILABLE, retryable=True)
INTERRUPTED = ModelError(Code.GENERATION_INTERRUPTED, retryable=True)


@pytest.fixture
def job():
    return letter_job()


@pytest.fixture
def events():
    return RememberingEvents()


def clean_letter(job):
    """Return a letter that the gate leaves whole."""
    return good_letter(job).replace(" That taught me to explain data to people who do not write code.", "") + "\n"


def lying_letter(job):
    return clean_letter(job).replace("60%", "90%")


def pieces(text, size=9):
    return [text[start : start + size] for start in range(0, len(text), size)]


def test_a_clean_draft_is_the_letter(job, events):
    model = ScriptedModel(pieces(clean_letter(job)))
    letter = write_letter(job, model, events)
    assert letter.drafts == 1
    assert letter.note is None
    assert letter.model == "scripted"
    assert letter.text.startswith("Dear Hiring Team,\n\nI am applying for the Senior Data Engineer role")
    assert letter.text.endswith("Kind regards,\n⟦name⟧")
    assert "[e" not in letter.text
    assert letter.usage.prompt_tokens == 1000
    assert letter.usage.cost == 0.01
    assert model.calls == [job.messages]


def test_deltas_are_the_draft_without_marks_and_the_review_follows(job, events):
    write_letter(job, ScriptedModel(pieces(clean_letter(job), 1)), events)
    assert "[e" not in events.text(1)
    assert "by 60% when I rewrote its SQL." in events.text(1)
    assert [number for number, _ in events.reviews] == [1]


def test_findings_go_back_in_the_same_conversation_and_the_better_draft_wins(job, events):
    model = ScriptedModel([lying_letter(job)], [clean_letter(job)])
    letter = write_letter(job, model, events)
    assert letter.drafts == 2
    assert "60%" in letter.text
    conversation = model.calls[1]
    assert [message.role for message in conversation] == ["system", "user", "assistant", "user"]
    assert conversation[2].content == lying_letter(job)
    assert '"code":"number"' in conversation[3].content
    assert "90%" in conversation[3].content


def test_what_stays_unproven_is_removed_and_reported(job, events):
    """G02: the drafts are bounded; the best one is delivered without its lie."""
    versions = [lying_letter(job).replace("Cranes", f"Cranes{' ' * number}") for number in range(5)]
    letter = write_letter(job, ScriptedModel(*[[version] for version in versions]), events)
    assert letter.drafts == limits.DRAFTS
    removed = [sentence for sentence in letter.sentences if sentence.state is SentenceState.REMOVED]
    assert len(removed) >= 1
    assert "90%" in removed[0].text
    assert removed[0].findings[0].explanation
    assert "90%" not in letter.text
    assert "\n\n\n" not in letter.text


def test_a_model_that_says_the_same_again_is_not_asked_a_third_time(job, events):
    model = ScriptedModel([lying_letter(job)])
    write_letter(job, model, events)
    assert len(model.calls) == 2


def test_a_paragraph_whose_sentences_were_all_removed_leaves_no_gap(job, events):
    draft = (
        clean_letter(job)
        .replace("I hold a BSc in Statistics", "I hold a PhD in Statistics")
        .replace(
            f" My tools are Python, SQL, PostgreSQL, Airflow and Excel, and I am familiar with Go {cite(job, 'Python, SQL')}.",
            "",
        )
    )
    letter = write_letter(job, ScriptedModel([draft]), events)
    assert "PhD" not in letter.text
    assert "\n\n\n" not in letter.text
    assert letter.text == assemble(letter.sentences)


def test_a_later_failure_never_loses_a_good_draft(job, events):
    """G03."""
    letter = write_letter(job, ScriptedModel([lying_letter(job)], [UNAVAILABLE]), events)
    assert "Tidewater Foods" in letter.text
    assert letter.drafts == 2
    assert NOTE_KEPT in letter.note


def test_a_worse_second_draft_does_not_replace_the_first(job, events):
    worse = (
        lying_letter(job).replace("nine new colleagues", "ninety new colleagues").replace("14 services", "40 services")
    )
    letter = write_letter(job, ScriptedModel([lying_letter(job)], [worse], [worse + " "]), events)
    assert "nine new colleagues" in letter.text


@pytest.mark.parametrize("answer", ["", "   \n ", "I'm sorry, but I cannot help with that.", "the " * 3000])
def test_an_answer_that_is_no_letter_is_asked_again_and_then_fails(job, events, answer):
    """G01 and G07: never an empty letter as a success."""
    model = ScriptedModel([answer])
    with pytest.raises(ModelError) as failure:
        write_letter(job, model, events)
    assert failure.value.code == Code.GENERATION_EMPTY
    assert len(model.calls) == limits.DRAFTS
    assert model.calls[1][-1].content.startswith("That was not a letter.")


def test_the_prompt_echoed_is_no_letter(job, events):
    with pytest.raises(ModelError) as failure:
        write_letter(job, ScriptedModel([job.messages[1].content + job.messages[0].content]), events)
    assert failure.value.code == Code.GENERATION_EMPTY


def test_a_letter_after_a_refusal_is_a_letter(job, events):
    letter = write_letter(job, ScriptedModel(["I cannot help with that."], [clean_letter(job)]), events)
    assert letter.drafts == 2
    assert "Tidewater Foods" in letter.text


def test_a_letter_in_which_nothing_can_be_proven_is_a_failure(job, events):
    invented = (
        clean_letter(job)
        .replace("60%", "90%")
        .replace("2.4 million", "9 million")
        .replace("14 services", "90 services")
    )
    invented = (
        invented.replace("Statistics", "Astronomy")
        .replace("nine new", "ninety new")
        .replace("five", "fifty")
        .replace("Airflow", "Cobol")
    )
    with pytest.raises(ModelError) as failure:
        write_letter(job, ScriptedModel([invented]), events)
    assert failure.value.code == Code.GENERATION_EMPTY


def test_a_model_out_of_reach_is_raised_at_once_for_the_queue_to_retry(job, events):
    model = ScriptedModel([UNAVAILABLE])
    with pytest.raises(ModelError) as failure:
        write_letter(job, model, events)
    assert (failure.value.code, failure.value.retryable) == (Code.GENERATION_UNAVAILABLE, True)
    assert len(model.calls) == 1


def test_a_stream_that_breaks_off_is_asked_again_and_then_fails_as_interrupted(job, events):
    """G05: half a letter is never delivered."""
    model = ScriptedModel([clean_letter(job)[:600], UNAVAILABLE])
    with pytest.raises(ModelError) as failure:
        write_letter(job, model, events)
    assert failure.value.code == Code.GENERATION_INTERRUPTED
    assert failure.value.retryable
    assert len(model.calls) == limits.DRAFTS
    assert events.reviews == []


def test_a_stream_that_breaks_off_once_is_mended_by_the_next(job, events):
    letter = write_letter(job, ScriptedModel([clean_letter(job)[:600], INTERRUPTED], [clean_letter(job)]), events)
    assert letter.drafts == 2
    assert letter.text.endswith("⟦name⟧")


def test_an_endless_answer_is_cut(job, events):
    def endless(_calls=[0]):  # noqa: B006 - one counter for one test
        return [f"I wrote line {number} of a book that nobody asked for. " for number in range(5000)]

    with pytest.raises(ModelError):
        write_letter(job, ScriptedModel(endless()), events)
    assert max(len(events.text(number)) for number in (1, 2, 3)) <= DRAFT_CHARACTERS + 100


def test_a_letter_that_ends_in_a_loop_loses_the_loop(job, events):
    looping = clean_letter(job).replace("Kind regards,\n⟦name⟧\n", "") + "the " * 2000
    letter = write_letter(job, ScriptedModel([looping]), events)
    assert "the the" not in letter.text
    assert letter.text.endswith("Kind regards,\n⟦name⟧")


def test_a_user_who_cancels_stops_the_stream(job, events):
    asked = iter([False, True])
    model = ScriptedModel(pieces(clean_letter(job)))
    with pytest.raises(Cancelled):
        write_letter(job, model, events, clock=SteppingClock(0.3), cancelled=lambda: next(asked))
    assert len(events.text(1)) < 100


def test_a_letter_cancelled_before_it_began_never_calls_the_model(job, events):
    model = ScriptedModel([clean_letter(job)])
    with pytest.raises(Cancelled):
        write_letter(job, model, events, cancelled=lambda: True)
    assert model.calls == []


def test_the_time_of_a_letter_is_bounded(job, events):
    """The first draft takes more than half of the time, so there is no second."""
    text = lying_letter(job)
    clock = SteppingClock(limits.LETTER_SECONDS * 0.6 / len(pieces(text)))
    letter = write_letter(job, ScriptedModel(pieces(text)), events, clock=clock)
    assert letter.drafts == 1


def test_a_stream_slower_than_the_time_of_a_letter_is_interrupted(job, events):
    clock = SteppingClock(limits.LETTER_SECONDS / 10)
    with pytest.raises(ModelError) as failure:
        write_letter(job, ScriptedModel(pieces(clean_letter(job))), events, clock=clock)
    assert failure.value.code == Code.GENERATION_INTERRUPTED


def test_the_tokens_of_a_letter_are_bounded(job, events):
    class Hungry(ScriptedModel):
        def stream(self, messages, *, max_tokens):
            for delta in super().stream(messages, max_tokens=max_tokens):
                used = delta.usage and type(delta.usage)(LETTER_TOKENS, 200, 0.0, 0.0)
                yield type(delta)(text=delta.text, finish_reason=delta.finish_reason, usage=used, model=delta.model)

    letter = write_letter(job, Hungry([lying_letter(job)], [clean_letter(job)]), events)
    assert letter.drafts == 1


def test_usage_is_estimated_where_the_model_gives_none(job, events):
    letter = write_letter(job, ScriptedModel([clean_letter(job)], usage=False), events)
    assert letter.usage.prompt_tokens > 500
    assert letter.usage.completion_tokens > 100


def test_a_missing_greeting_and_sign_off_are_added(job, events):
    bare = clean_letter(job).replace("Dear Hiring Team,\n\n", "").replace("Kind regards,\n⟦name⟧", "")
    letter = write_letter(job, ScriptedModel([bare]), events)
    assert letter.text.startswith("Dear Hiring Team,\n\n")
    assert letter.text.endswith("Kind regards,\n⟦name⟧")
    assert [sentence.paragraph for sentence in letter.sentences] == sorted(
        sentence.paragraph for sentence in letter.sentences
    )


def test_a_short_letter_says_how_short_it_is_and_what_to_do(job, events):
    short = "\n\n".join(clean_letter(job).split("\n\n")[:3]) + "\n\nKind regards,\n⟦name⟧"
    note = write_letter(job, ScriptedModel([short]), events).note
    assert re.search(r"The letter has \d+ words, fewer than the 180 you asked for", note)
    assert "Add a fact of your own, or choose a shorter letter." in note


def test_the_answer_that_stopped_for_length_loses_its_half_sentence(job, events):
    class Cut(ScriptedModel):
        def stream(self, messages, *, max_tokens):
            for delta in super().stream(messages, max_tokens=max_tokens):
                yield type(delta)(text=delta.text, finish_reason=delta.finish_reason and "length", model=delta.model)

    cut = clean_letter(job).split("Thank you for")[0] + "Thank you for your ti"
    letter = write_letter(job, Cut([cut]), events)
    assert "your ti" not in letter.text


@pytest.mark.parametrize(
    "greeting", ["Dear Hiring Manager at XYZ,", "Dear [Hiring Manager],", "Dear {name},", "Dear <Name of Manager>,"]
)
def test_a_greeting_that_was_never_filled_in_is_replaced(job, events, greeting):
    """CASES G14."""
    letter = write_letter(job, ScriptedModel([clean_letter(job).replace("Dear Hiring Team,", greeting)]), events)
    assert letter.text.split("\n", 1)[0] == "Dear Hiring Team,"


@pytest.mark.parametrize(
    "blank",
    [
        "I would bring this to [Company].",
        "I would be glad to join {company}.",
        "I look forward to meeting [Name of Manager].",
        "I would love to work at Company Name.",
        "I would bring this to your team at XYZ Corp.",
        "Thank you, <your name>.",
        "I look forward to working with <company>.",
    ],
)
def test_a_sentence_with_a_blank_in_it_is_left_out_whole(job, events, blank):
    """CASES G14: neither the blank nor the stump of its sentence."""
    clean = write_letter(job, ScriptedModel([clean_letter(job)]), RememberingEvents())
    letter = write_letter(
        job, ScriptedModel([clean_letter(job).replace("\n\nKind regards", f"\n\n{blank}\n\nKind regards")]), events
    )
    assert letter.text == clean.text
