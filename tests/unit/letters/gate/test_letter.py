"""What is wrong with a letter as a whole."""

import msgspec
import pytest

from resumate.letters.gate.letter import count_words, letter_problems
from resumate.letters.review import review
from tests.unit.letters.builders import good_letter, letter_job


@pytest.fixture(scope="module")
def job():
    return letter_job()


def problems(text, job):
    return {finding.code for finding in letter_problems(review(text, job).sentences, job)}


def test_a_good_letter_has_no_problems(job):
    assert problems(good_letter(job), job) <= {"short"}


def test_greeting_and_sign_off_are_missed(job):
    assert {"salutation", "sign_off", "short"} <= problems("I would be glad to hear from you.", job)


def test_a_sentence_that_stands_twice_is_told(job):
    twice = "Thank you for your time and consideration."
    assert "repetition" in problems(f"Dear Hiring Team,\n\n{twice} {twice}\n\nKind regards,\n⟦name⟧", job)


def test_a_letter_names_the_role_or_the_company(job):
    other = msgspec.structs.replace(job, job_title="Glazier", company="Panes & Sons")
    assert "role" in problems(good_letter(job), other)
    assert "role" not in problems(good_letter(job), job)


@pytest.mark.parametrize(("text", "words"), [("Two words", 2), ("T-shirts and 1.5 kg", 4), ("私はパンを焼きます", 6)])
def test_words_are_counted_in_scripts_with_and_without_spaces(text, words):
    assert count_words(text) == words
