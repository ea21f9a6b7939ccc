"""Roles, mixed lines, changes, arithmetic, moments and wishes: one evidence line each, what it proves and what not."""

import pytest

from resumate.documents.model import SectionKind, YearMonth
from resumate.letters.model import SentenceState
from resumate.letters.review import review
from tests.unit.letters.builders import letter_job
from tests.unit.letters.gate.judging import evidence, verdict


@pytest.mark.parametrize(
    ("line", "true", "lie"),
    [
        (
            "Covered for the head chef on his days off",
            "I covered for the head chef on his days off.",
            "The head chef covered for me on my days off.",
        ),
        (
            "Instruction of new forklift drivers; instructed 40 of them",
            "I have instructed new forklift drivers.",
            "I have been instructed with new forklift drivers.",
        ),
        (
            "Drafted the contracts under a partner's supervision",
            "Under a partner's supervision I drafted the contracts.",
            "A partner drafted the contracts under my supervision.",
        ),
        (
            "Replaced Nagios with Prometheus",
            "I replaced Nagios with Prometheus.",
            "I replaced Prometheus with Nagios.",
        ),
        (
            "Waiting time 75 min → 50 min",
            "The waiting time fell from 75 to 50 minutes.",
            "The waiting time rose from 50 to 75 minutes.",
        ),
        ("Inventory –31% in the shop", "Inventory in the shop fell by 31%.", "Inventory in the shop rose by 31%."),
        (
            "Wrote runbooks for payment incidents",
            "I wrote runbooks for payment incidents.",
            "I wrote the runbooks for every kind of payment incident.",
        ),
        (
            "Moved 11 of 14 jobs to the queue",
            "I moved 11 of the 14 jobs to the queue.",
            "I moved all 14 jobs to the queue.",
        ),
        (
            "Online shop for a potter; launch expected before Christmas",
            "The launch of the online shop for a potter is expected before Christmas.",
            "I launched the online shop for a potter.",
        ),
    ],
)  # fmt: skip
def test_who_did_what_in_which_direction_and_how_widely(line, true, lie):
    assert verdict(true, line) == (True, set())
    assert verdict(lie, line)[0] is False


@pytest.mark.parametrize(
    ("line", "sentence", "stays"),
    [
        ("Run the shift: 5 receptionists and 2 porters", "I run the shift of seven people.", True),
        ("Run the shift: 5 receptionists and 2 porters", "I run the shift of nine people.", False),
        ("Average per order £3.10 → £5.40", "The average per order is now £2.30 higher.", True),
        ("Average per order £3.10 → £5.40", "The average per order is now £3.30 higher.", False),
        ("Help 11 residents; four of them live with dementia", "More than a third of the residents I help live with dementia.", True),
        ("Help 11 residents; four of them live with dementia", "More than half of the residents I help live with dementia.", False),
        ("Group project (4 students): dashboard of bike data", "With three fellow students I built a dashboard of bike data.", True),
        ("Group project (4 students): dashboard of bike data", "With six fellow students I built a dashboard of bike data.", False),
        ("Closed 41 min of downtime", "I closed forty incidents.", False),
    ],
)  # fmt: skip
def test_a_number_may_follow_from_others_by_arithmetic(line, sentence, stays):
    assert verdict(sentence, line, section=SectionKind.PROJECTS)[0] is stays


@pytest.mark.parametrize(
    ("line", "sentence", "stays"),
    [
        ("Margin of the bakery 7.4% (2018) → 11.2% (2025)", "In the seven years to 2025 the margin of the bakery rose.", True),
        ("Margin of the bakery 7.4% (2018) → 11.2% (2025)", "In the four years to 2025 the margin of the bakery rose.", False),
        ("Since January 2025 in charge of the ovens", "For almost two years I have been in charge of the ovens.", True),
        ("Since January 2025 in charge of the ovens", "For six years I have been in charge of the ovens.", False),
    ],
)  # fmt: skip
def test_a_time_may_follow_from_the_moments_a_line_names(line, sentence, stays):
    dates = {"start": YearMonth(2024, 1), "current": True}
    assert verdict(sentence, line, **dates)[0] is stays


def test_two_lines_together_do_not_prove_what_neither_says():
    lines = ("Handed over a school two weeks early", "Currently on a £9.2m library refurbishment")
    assert verdict("The £9.2 million library was handed over two weeks early.", *lines)[0] is False
    assert verdict("I handed over a school two weeks early and am now on a library refurbishment.", *lines)[0] is True


@pytest.mark.parametrize(
    "text",
    [
        "I would love to learn how ships are loaded in the dark.",
        "Loading ships without a scratch strikes me as an art worth learning.",
        "I would be glad to show you how I think about quality in a conversation.",
    ],
)
def test_a_wish_or_an_opinion_needs_no_proof_whatever_its_words(text):
    assert review(text, letter_job()).sentences[0].state is SentenceState.PLAIN


@pytest.mark.parametrize(
    "text",
    [
        "I would love to keep leading large teams in the dark.",
        "I would like to bring my ten years of welding to the dark.",
        "I would love to work for MIT in the dark.",
        "I would be glad to run forty ovens.",
        "I would like to go on as the best welder in town.",
    ],
)
def test_a_wish_may_not_carry_a_claim_along(text):
    assert review(text, letter_job()).sentences[0].state is SentenceState.REMOVED


@pytest.mark.parametrize(
    ("language", "line", "faithful", "invented"),
    [
        ("de", "Leitete ein Team von 7 Bäckern in Köln", "Ich leitete ein Team von 7 Bäckern in Köln.", "Ich leitete ein Team von 70 Piloten in Rom."),
        ("de", "Trained seven bakers in Cologne", "I trained seven bakers in Cologne.", "Ich habe am MIT in Physik promoviert."),
        ("fr", "Formation de 7 boulangers à Lyon", "J'ai assuré la formation de 7 boulangers à Lyon.", "J'ai dirigé une banque de 70 employés à Paris."),
        ("es", "Formé a 7 panaderos en Sevilla", "Formé a 7 panaderos en Sevilla.", "Dirigí un banco de 70 empleados en Madrid."),
    ],
)  # fmt: skip
def test_a_letter_in_another_language_may_quote_and_may_not_invent(language, line, faithful, invented):
    cited = [evidence(1, line)]
    job = letter_job(evidence=cited, language=language)
    assert review(f"{faithful.rstrip('.')} [e1].", job).sentences[0].state is SentenceState.SUPPORTED
    assert review(f"{invented.rstrip('.')} [e1].", job).sentences[0].state is SentenceState.REMOVED
