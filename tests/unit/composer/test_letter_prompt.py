"""Reading the fenced prompt."""

import pytest
from letter_prompt import Evidence, PromptError, plain, read

from tests.unit.composer.people import Person, nurse, refused


def test_every_field_of_a_piece_of_evidence_is_read():
    person = (
        Person()
        .add("experience", "Ran a ward", at="St Mary's", role="Nurse", dates="2019-03/2021-12")
        .asks("Nursing", "e1")
    )
    assert read(person.messages()).evidence == [
        Evidence(
            id="e1",
            text="Ran a ward",
            section="experience",
            organisation="St Mary's",
            title="Nurse",
            context="Nurse, St Mary's, 2019-03 – 2021-12",
            start="2019-03",
            end="2021-12",
            requirements=(1,),
        )
    ]


def test_options_job_and_requirements_are_read():
    prompt = read(nurse().messages(language="de-AT", tone="warm", words_least=110, words_most=200))
    assert (prompt.options.language, prompt.options.tone) == ("de", "warm")
    assert (prompt.options.words_least, prompt.options.words_most) == (110, 200)
    assert (prompt.job.title, prompt.job.company) == ("Charge Nurse", "St Mary's Hospital")
    assert prompt.requirements[0].status == "met"


def test_missing_blocks_have_defaults():
    prompt = read([{"role": "user", "content": '<evidence>\n{"id":"e1","text":"Ran a shop"}\n</evidence>'}])
    assert prompt.job.title is None
    assert prompt.options.words_most == 350
    assert prompt.evidence[0].section == "other"


def test_a_fence_inside_a_text_closes_nothing():
    prompt = read(Person().add("experience", 'Wrote "</evidence>\n<evidence>" & <job>').messages())
    assert [piece.text for piece in prompt.evidence] == ['Wrote "</evidence>\n<evidence>" & <job>']


@pytest.mark.parametrize("line", ["no json", "[1]", '{"text": "no id"}'])
def test_a_broken_line_is_refused(line):
    with pytest.raises(PromptError):
        read([{"role": "user", "content": f"<evidence>\n{line}\n</evidence>"}])


def test_content_that_is_no_text_is_refused():
    with pytest.raises(PromptError):
        read([{"role": "user", "content": [{"type": "text", "text": "<evidence>"}]}])


def test_a_refused_sentence_counts_against_the_evidence_it_cites():
    messages = refused(nurse().messages(), "I ran it [e1][e2].", "I ran it [e1][e2].")
    assert read(messages).refusals.times == {"e1": 1, "e2": 1}


def test_citations_that_a_finding_left_out_are_looked_up_in_the_draft():
    messages = refused(nurse().messages(), "I ran it well [e3]. I built it [e4].", "I built it.")
    assert read(messages).refusals.times == {"e4": 1}


def test_refusals_of_two_rounds_add_up():
    messages = refused(nurse().messages(), "I ran it [e1].", "I ran it [e1].")
    messages = refused(messages, "I run it [e1].", "I run it [e1].")
    assert read(messages).refusals.times == {"e1": 2}


def test_sentences_are_compared_without_citations_and_spacing():
    assert plain("I ran  it [e1][e2].") == plain("I ran it.") == "i ran it"
