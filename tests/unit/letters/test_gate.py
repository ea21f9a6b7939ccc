"""The gate, kind by kind: what it lets through about Marta, what it refuses, and the word it says."""

import time

import pytest

from resumate.documents.model import SectionKind, YearMonth
from resumate.letters.gate.registry import CHECKS
from resumate.letters.model import Evidence, Origin, Quote, SentenceState
from resumate.letters.review import review
from tests.unit.letters.builders import cite, good_letter, letter_job, marta_resume

PIPELINES = "Built Python"
LOAD = "Reduced the run"
HELPED = "Helped the platform"
REPORTS = "Prepared weekly"
TRAINED = "Trained nine"
DEGREE = "BSc Statistics"
SKILLS = "Python, SQL"


@pytest.fixture(scope="module")
def job():
    return letter_job(answers=["I hold a driving licence"])


def judged(job, text, *beginnings):
    """Return the verdict on one sentence that cites the evidence beginning so."""
    marks = "".join(cite(job, beginning) for beginning in beginnings)
    raw = f"{text.rstrip('.')} {marks}." if marks else text
    return review(raw, job).sentences[0]


TRUE = [
    ("At Tidewater Foods, I built Python pipelines that load 2.4 million sales records into PostgreSQL every night.", [PIPELINES]),
    ("Every night my Python pipelines bring 2.4 million records of sales into Postgres.", [PIPELINES]),
    ("I cut the run time of the nightly load by 60% when I rewrote its SQL.", [LOAD]),
    ("Rewriting its SQL shortened the nightly load by three fifths of its run time.", [LOAD]),
    ("I helped move 14 services to K8s.", [HELPED]),
    ("As part of the platform team I supported the move of fourteen services to Kubernetes.", [HELPED]),
    ("I have been a Data Engineer for more than five years.", [PIPELINES]),
    ("Since March 2021 I have worked at Tidewater Foods.", [LOAD]),
    ("I worked at Northlight Insurance for three years.", [REPORTS]),
    ("All in all I have eight years of experience.", [REPORTS, PIPELINES]),
    ("Each week I prepared reports on claims in Excel for five regional managers.", [REPORTS]),
    ("At Northlight Insurance I taught SQL to nine new colleagues.", [TRAINED]),
    ("I hold a bachelor's degree in Statistics from the University of Aberdale.", [DEGREE]),
    ("I graduated in 2018.", [DEGREE]),
    ("I know Airflow and am familiar with Go.", [SKILLS]),
    ("I have a driving licence.", ["I hold a driving"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cited"), TRUE)
def test_a_true_sentence_is_supported(job, text, cited):
    sentence = judged(job, text, *cited)
    assert sentence.findings == []
    assert sentence.state is SentenceState.SUPPORTED
    assert len(sentence.citations) == len(cited)


LIES = [
    ("number", "I cut the run time of the nightly load by 80%.", [LOAD]),
    ("number", "I trained five new colleagues in SQL.", [TRAINED]),
    ("number", "My pipelines load 24 million sales records a night into PostgreSQL.", [PIPELINES]),
    ("number", "I helped move 40 services to Kubernetes.", [HELPED]),
    ("date", "I have worked at Tidewater Foods since 2016.", [PIPELINES]),
    ("date", "Until 2024 I prepared weekly claims reports.", [REPORTS]),
    ("date", "I currently prepare weekly claims reports in Excel.", [REPORTS]),
    ("duration", "I have worked at Tidewater Foods for nine years.", [PIPELINES]),
    ("duration", "I have fifteen years of experience.", [REPORTS, PIPELINES]),
    ("employer", "At Globex, I built Python pipelines that load 2.4 million sales records.", [PIPELINES]),
    ("employer", "At Harbour Robotics, I built Python pipelines that load sales records.", [PIPELINES]),
    ("title", "As Head of Data at Tidewater Foods, I built Python pipelines.", [PIPELINES]),
    ("title", "As a Senior Analyst, I prepared weekly claims reports in Excel.", [REPORTS]),
    ("degree", "I hold a master's degree in Statistics from the University of Aberdale.", [DEGREE]),
    ("degree", "I hold a BSc in Physics from the University of Aberdale.", [DEGREE]),
    ("certificate", "I am a certified Python developer.", [SKILLS]),
    ("technology", "I built PySpark pipelines that load 2.4 million sales records.", [PIPELINES]),
    ("requirement", "I use Terraform and Python every day.", [SKILLS]),
    ("promotion", "I led the move of 14 services to Kubernetes.", [HELPED]),
    ("promotion", "I moved 14 services to Kubernetes.", [HELPED]),
    ("promotion", "I rewrote the SQL of the nightly load single-handedly.", [LOAD]),
    ("level", "I am an expert in Go.", [SKILLS]),
    ("scope", "I prepared weekly claims reports for five managers worldwide.", [REPORTS]),
    ("moved", "At Northlight Insurance, I built Python pipelines that load 2.4 million sales records.", [PIPELINES]),
    ("negation", "I never trained new colleagues in SQL.", [TRAINED]),
    ("contradiction", "I prepared monthly claims reports in Excel for five regional managers.", [REPORTS]),
    ("contradiction", "I increased the run time of the nightly load by 60%.", [LOAD]),
    ("meaning", "I trained horses and riders for the circus.", [TRAINED]),
    ("deed", "I negotiated claims with five regional managers.", [REPORTS]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "cited"), LIES)
def test_a_lie_is_removed_for_its_reason(job, code, text, cited):
    sentence = judged(job, text, *cited)
    assert sentence.state is SentenceState.REMOVED
    assert code in {finding.code for finding in sentence.findings}


@pytest.mark.parametrize(("code", "text", "cited"), LIES)
def test_every_reason_is_a_sentence_without_internal_names(job, code, text, cited):
    for finding in judged(job, text, *cited).findings:
        assert finding.explanation[0].isupper() or finding.explanation[0] in "“["
        assert finding.explanation.endswith(".")
        assert not {"{", "}", "None", "_"} & set(finding.explanation)


def test_a_citation_that_names_nothing_is_refused(job):
    sentence = review("I built Python pipelines [e99].", job).sentences[0]
    assert sentence.state is SentenceState.REMOVED
    assert sentence.findings[0].code == "citation"


def test_a_true_claim_without_a_citation_is_attributed_to_the_one_piece_that_proves_it(job):
    sentence = judged(job, "I trained nine new colleagues in SQL.")
    assert sentence.state is SentenceState.SUPPORTED
    assert [f"[{identifier}]" for identifier in sentence.citations] == [cite(job, TRAINED)]


def test_a_claim_without_a_citation_that_needs_two_pieces_is_refused(job):
    sentence = judged(job, "I trained nine colleagues in SQL and built Python pipelines for 2.4 million sales records.")
    assert sentence.state is SentenceState.REMOVED
    assert sentence.findings[0].code == "uncited"


def test_each_part_of_a_sentence_is_held_against_what_that_part_cites(job):
    good = f"I trained nine colleagues in SQL {cite(job, TRAINED)} and built Python pipelines {cite(job, PIPELINES)}."
    swapped = (
        f"I trained nine colleagues in SQL {cite(job, PIPELINES)} and built Python pipelines {cite(job, TRAINED)}."
    )
    assert review(good, job).sentences[0].state is SentenceState.SUPPORTED
    assert review(swapped, job).sentences[0].state is SentenceState.REMOVED


def test_there_may_not_point_at_another_employer(job):
    text = (
        f"At Tidewater Foods, I built Python pipelines that load sales records {cite(job, PIPELINES)}. "
        f"There I also trained nine new colleagues in SQL {cite(job, TRAINED)}."
    )
    first, second = review(text, job).sentences
    assert first.state is SentenceState.SUPPORTED
    assert second.state is SentenceState.REMOVED
    assert second.findings[0].code == "moved"


def test_a_sentence_that_goes_on_from_a_removed_one_is_removed_too(job):
    text = (
        f"At Northlight Insurance I trained ninety new colleagues {cite(job, TRAINED)}. "
        f"In the same role I prepared weekly claims reports in Excel {cite(job, REPORTS)}."
    )
    first, second = review(text, job).sentences
    assert first.state is SentenceState.REMOVED
    assert second.findings[0].code == "dangling"


def evidence_of(text, *quotes, **fields):
    lines = [Quote(page=1, line=number, text=quote) for number, quote in enumerate(quotes, 1)]
    return Evidence(id="e1", origin=Origin.RESUME, text=text, quotes=lines, section=SectionKind.EXPERIENCE, **fields)


def test_a_passage_that_does_not_stand_in_its_lines_proves_nothing():
    job = letter_job(evidence=[evidence_of("Led forty engineers", "• Fed forty penguins")])
    assert review("I led forty engineers [e1].", job).sentences[0].state is SentenceState.REMOVED


def test_a_passage_without_lines_proves_nothing():
    job = letter_job(evidence=[evidence_of("Led forty engineers")])
    assert review("I led forty engineers [e1].", job).sentences[0].findings[0].code == "citation"


def test_words_joined_over_a_line_end_are_still_in_the_lines():
    job = letter_job(
        evidence=[evidence_of("Led the development of forty cranes", "• Led the develop-", "ment of forty cranes")]
    )
    assert review("I led the development of forty cranes [e1].", job).sentences[0].state is SentenceState.SUPPORTED


def spans(*entries):
    return [
        Evidence(
            id=f"e{number}", origin=Origin.RESUME, text=f"Baked bread number {number}",
            quotes=[Quote(1, number, f"Baked bread number {number}")], section=SectionKind.EXPERIENCE,
            organisation=f"Bakery {number}", title="Baker", context=f"Baker, Bakery {number}", start=start, end=end,
        )
        for number, (start, end) in enumerate(entries, 1)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("entries", "words", "follows"),
    [
        ([(YearMonth(2019, 1), YearMonth(2023, 12))], "five years", True),
        ([(YearMonth(2019, 1), YearMonth(2023, 12))], "more than four years", True),
        ([(YearMonth(2019, 1), YearMonth(2023, 12))], "almost five years", True),
        ([(YearMonth(2019, 1), YearMonth(2023, 12))], "seven years", False),
        ([(YearMonth(2019, 1), YearMonth(2023, 12))], "more than five years", False),
        ([(YearMonth(2019, 1), YearMonth(2023, 12))], "three years", False),
        ([(YearMonth(2019), YearMonth(2024))], "five years", True),
        ([(YearMonth(2019), YearMonth(2024))], "eight years", False),
        ([(YearMonth(2019, 1), YearMonth(2020, 6))], "a year and a half", True),
        ([(YearMonth(2019, 1), YearMonth(2020, 6))], "18 months", True),
        ([(YearMonth(2019, 1), YearMonth(2020, 6))], "30 months", False),
        # Two jobs that overlap by two years are counted once: 2015 to 2020, not eight years.
        ([(YearMonth(2015, 1), YearMonth(2018, 12)), (YearMonth(2017, 1), YearMonth(2020, 12))], "six years", True),
        ([(YearMonth(2015, 1), YearMonth(2018, 12)), (YearMonth(2017, 1), YearMonth(2020, 12))], "eight years", False),
    ],
)
def test_durations_follow_from_dates_with_overlaps_counted_once(entries, words, follows):
    job = letter_job(evidence=spans(*entries))
    marks = "".join(f"[e{number}]" for number in range(1, len(entries) + 1))
    sentence = review(f"I have worked as a baker for {words} {marks}.", job).sentences[0]
    assert (sentence.state is SentenceState.SUPPORTED) is follows


def test_a_letter_without_lies_stays_whole(job):
    result = review(good_letter(job), job)
    assert [sentence.text for sentence in result.sentences if sentence.state is SentenceState.REMOVED] == [
        "That taught me to explain data to people who do not write code."
    ]
    assert result.problems == []


def test_a_letter_is_judged_in_under_fifty_milliseconds():
    """The gate must not be felt. Time of the processor, the best of five, because other work shares the machine."""
    job = letter_job()
    letter = good_letter(job)
    review(letter, job)
    durations = []
    for _ in range(5):
        started = time.process_time()
        review(letter, job)
        durations.append(time.process_time() - started)
    assert min(durations) < 0.05


def test_closeness_of_meaning_lifts_nothing(job):
    """An embedder that calls everything alike must not let a single lie pass."""
    for _, text, cited in LIES:
        marks = "".join(cite(job, beginning) for beginning in cited)
        alike = review(f"{text.rstrip('.')} {marks}.", job, lambda left, _right: [1.0] * len(left))
        assert alike.sentences[0].state is SentenceState.REMOVED


def test_closeness_of_meaning_may_reject_what_is_barely_carried(job):
    text = "I trained nine new colleagues and cousins in SQL."
    raw = f"{text.rstrip('.')} {cite(job, TRAINED)}."
    asked = []

    def foreign(left, right):
        asked.extend(zip(left, right, strict=True))
        return [-1.0] * len(left)

    assert review(raw, job).sentences[0].state is SentenceState.SUPPORTED
    verdict = review(raw, job, foreign).sentences[0]
    assert verdict.state is (SentenceState.REMOVED if asked else SentenceState.SUPPORTED)


def test_every_check_is_registered_once():
    assert len(CHECKS) == len(set(CHECKS))


def test_evidence_ids_are_read_whatever_their_case(job):
    raw = f"I trained nine new colleagues in SQL {cite(job, TRAINED).upper()}."
    assert review(raw, job).sentences[0].state is SentenceState.SUPPORTED


def test_an_empty_draft_gives_an_empty_review(job):
    assert review("", job).sentences == []


def test_the_builders_resume_gives_the_evidence_the_tests_speak_of(job):
    assert len(job.evidence) == len(marta_resume().passages) + 1
