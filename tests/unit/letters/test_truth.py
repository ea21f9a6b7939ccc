"""How often the gate is wrong, held in CI: the figures of ``make bench-truth`` and the page that publishes them."""

import pytest

from benchmarks.truth import PAGE
from benchmarks.truth_data import CASES, load
from benchmarks.truth_report import measure, page

# By kind of lie written by hand; a kind is new when it is not here.
LEAST_OF_A_KIND = 0.8
CASES_LEAST = 2_500
RESUMES_LEAST = 70


@pytest.fixture(scope="module")
def report():
    return measure(load(CASES))


def test_the_set_is_large_enough_without_what_is_planted_by_rule(report):
    assert sum(not verdict.case.planted for verdict in report.verdicts) >= CASES_LEAST
    assert len(report.people) >= RESUMES_LEAST


def test_at_least_95_percent_of_the_lies_are_caught(report):
    assert report.lies(planted=False).share >= 0.95
    assert report.lies(planted=True).share >= 0.95


def test_no_kind_of_lie_is_a_hole(report):
    shares = {kind: tally.share for kind, tally in report.kinds(planted=False).items()}
    assert {kind: share for kind, share in shares.items() if share < LEAST_OF_A_KIND} == {}


def test_at_most_5_percent_of_the_true_sentences_are_blocked(report):
    assert report.true().share <= 0.05


def test_a_lie_in_a_whole_letter_is_caught_as_often_as_alone(report):
    assert report.letters_with_a_lie().share >= 0.95
    assert report.sentences_of_letters().share <= 0.05


def test_the_committed_page_says_what_the_benchmark_says(report):
    assert PAGE.read_text(encoding="utf-8") == page(report), "make bench-truth ARGS=--write"
