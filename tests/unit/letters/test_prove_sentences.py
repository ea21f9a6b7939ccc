"""Sentences that somebody wrote by hand: which lines of the resume prove them, and what is said when none does."""

import time

import msgspec
import pytest

from benchmarks.truth_data import CASES, TRUE, load
from resumate.letters.gate.job_facts import JobFacts
from resumate.letters.model import SentenceState
from resumate.letters.prove_sentences import prove_sentences
from tests.unit.letters.builders import TODAY, cite, letter_job

PIPELINES = "Built Python"
LOAD = "Reduced the run"
REPORTS = "Prepared weekly"
TRAINED = "Trained nine"
DEGREE = "BSc Statistics"


@pytest.fixture(scope="module")
def job():
    return letter_job(answers=["I hold a driving licence"])


def proven(job, *texts):
    return prove_sentences([(text, 0) for text in texts], job.evidence, JobFacts.of(job), TODAY)


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("I trained nine new colleagues in SQL.", TRAINED),
        ("Rewriting its SQL shortened the nightly load by 60%.", LOAD),
        ("I have a bachelor's degree in Statistics.", DEGREE),
        ("I have a driving licence.", "I hold a driving"),
    ],
)
def test_a_true_sentence_is_supported_by_the_line_that_says_it(job, text, beginning):
    (sentence,) = proven(job, text)
    assert sentence.state is SentenceState.SUPPORTED
    assert [f"[{identifier}]" for identifier in sentence.citations] == [cite(job, beginning)]


def test_each_part_of_a_sentence_may_be_proven_by_another_line(job):
    (sentence,) = proven(job, "I trained nine new colleagues in SQL, and I prepared weekly claims reports in Excel.")
    assert sentence.state is SentenceState.SUPPORTED
    assert [f"[{identifier}]" for identifier in sentence.citations] == [cite(job, TRAINED), cite(job, REPORTS)]


def test_years_of_experience_add_up_over_the_entries_of_the_resume(job):
    supported, asserted = proven(
        job, "I have eight years of experience with data.", "I have fifteen years of experience with data."
    )
    assert supported.state is SentenceState.SUPPORTED
    assert asserted.state is SentenceState.ASSERTED


def test_two_lines_together_do_not_prove_what_neither_says(job):
    (sentence,) = proven(job, "I trained five regional managers in Excel.")
    assert sentence.state is SentenceState.ASSERTED


def test_a_sentence_nothing_proves_is_asserted_with_a_reason_and_without_evidence(job):
    sentence, unheard = proven(job, "I trained ninety new colleagues in SQL.", "I climbed Kilimanjaro twice.")
    assert (sentence.state, sentence.citations) == (SentenceState.ASSERTED, [])
    assert sentence.findings[0].code == "number"
    assert "ninety" in sentence.findings[0].explanation
    assert unheard.state is SentenceState.ASSERTED
    assert unheard.findings


def test_no_reason_speaks_of_citations_that_the_writer_never_made(job):
    texts = ["I led the move of 14 services to Kubernetes.", "I have trained nine colleagues since 2009.", "I can fly."]
    for sentence in proven(job, *texts):
        assert sentence.state is SentenceState.ASSERTED
        assert not any("cited" in finding.explanation for finding in sentence.findings)


def test_greeting_interest_and_sign_off_are_plain(job):
    texts = ["Dear Hiring Team,", "I would be glad to talk about this role.", "Kind regards,\nMarta"]
    assert [sentence.state for sentence in proven(job, *texts)] == [SentenceState.PLAIN] * 3


def test_every_sentence_comes_back_as_it_was_written_and_where(job):
    texts = [("I trained  nine new colleagues in SQL [e9].", 3), ("Kind regards,\nMarta", 4), ("", 5), ("***", 6)]
    verdicts = prove_sentences(texts, job.evidence, JobFacts.of(job), TODAY)
    assert [(sentence.text, sentence.paragraph) for sentence in verdicts] == texts


def test_there_points_at_the_employer_of_the_sentence_before(job):
    _, moved = proven(
        job,
        "At Tidewater Foods, I built Python pipelines that load sales records.",
        "There I also trained nine new colleagues in SQL.",
    )
    assert moved.state is SentenceState.ASSERTED
    assert moved.citations == []
    assert moved.findings[0].code == "moved"


def test_a_resume_without_evidence_proves_nothing(job):
    (sentence,) = prove_sentences([("I trained nine colleagues.", 0)], [], JobFacts.of(job), TODAY)
    assert sentence.state is SentenceState.ASSERTED


def test_without_citations_the_gate_is_wrong_little_more_often_than_with_them():
    """All evidence of a resume is searched, so a lie has more lines to hide behind: 94.1 % and 5.4 % were measured."""
    blocked = {True: [], False: []}
    for person in load(CASES):
        written = [case for case in person.cases if not case.planted]
        texts = [(case.text, number) for number, case in enumerate(written)]
        verdicts = prove_sentences(texts, person.job.evidence, JobFacts.of(person.job), TODAY)
        for case, verdict in zip(written, verdicts, strict=True):
            blocked[case.kind == TRUE].append(verdict.state is SentenceState.ASSERTED)
    assert sum(blocked[False]) / len(blocked[False]) >= 0.935
    assert sum(blocked[True]) / len(blocked[True]) <= 0.06


def test_eighty_sentences_against_a_hundred_lines_take_less_than_a_second():
    """Time of the processor, the better of two, because other work shares the machine."""
    people = load(CASES)
    evidence = [item for person in people for item in person.job.evidence][:100]
    numbered = [msgspec.structs.replace(item, id=f"e{number}") for number, item in enumerate(evidence, 1)]
    texts = [(case.text, 0) for person in people for case in person.cases if not case.planted][:880:11]
    facts = JobFacts.of(people[0].job)
    durations = []
    for _ in range(2):
        began = time.process_time()
        prove_sentences(texts, numbered, facts, TODAY)
        durations.append(time.process_time() - began)
    assert len(texts) == 80
    assert min(durations) < 1


def test_a_sentence_that_joins_two_lines_in_one_clause_is_proven_by_both(job):
    (sentence,) = proven(job, "Besides the weekly claims reports in Excel I trained nine new colleagues in SQL.")
    assert sentence.state is SentenceState.SUPPORTED
    assert {f"[{identifier}]" for identifier in sentence.citations} == {cite(job, REPORTS), cite(job, TRAINED)}
