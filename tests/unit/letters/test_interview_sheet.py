"""The interview sheet: questions about the very claim, none twice while there is another, nothing invented."""

import re

import pytest

from resumate.letters.interview_phrases import LANGUAGES
from resumate.letters.interview_sheet import QUESTIONS_MOST, InterviewSheet

CLAIMS = [
    "At Example Analytics, I cut the nightly report from 3 hours to 20 minutes by rewriting its SQL.",
    "I built data pipelines in Python and SQL that load 40 million rows a day.",
    "I introduced automated tests for all pipelines.",
    "I mentored three junior engineers.",
    "I automated the monthly closing at Contoso Bank, which saved 12 hours each month.",
    "I hold a BSc in Mathematics from the University of Example.",
    "I have worked as a nurse for five years, on a 24-bed ward.",
    "In 2022 I was awarded the regional prize for bread.",
    "I raised sales by 18% and trained nine new colleagues in Excel.",
    "I am a certified forklift driver.",
]


@pytest.fixture
def sheet():
    return InterviewSheet("en")


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        (CLAIMS[0], ["from 3 hours to 20 minutes"]),
        (CLAIMS[1], ["“40 million rows”", "Python"]),
        (CLAIMS[3], ["Who were they"]),
        (CLAIMS[4], ["“12 hours”"]),
        (CLAIMS[5], ["studies"]),
        (CLAIMS[6], ["at the beginning of that time"]),
        (CLAIMS[7], ["What did you get it for"]),
        (CLAIMS[8], ["Who were they", "“18%”", "Excel"]),
        (CLAIMS[9], ["valid"]),
    ],
)
def test_the_questions_name_what_the_sentence_claims(sheet, claim, said):
    questions = " ".join(sheet.about(claim).questions)
    for words in said:
        assert words in questions


def test_a_figure_is_asked_for_its_source_its_baseline_and_ones_own_share(sheet):
    questions = sheet.about("I saved the company €1.2m.").questions
    assert [
        bool(re.search(word, question))
        for word, question in zip(("come from", "compared", "own work"), questions, strict=True)
    ] == [True] * 3


def test_people_who_were_led_are_no_figure_to_be_measured(sheet):
    assert not any("three junior engineers" in question for question in sheet.about(CLAIMS[3]).questions)


def test_no_question_comes_twice_over_a_whole_letter_and_hardly_any_advice(sheet):
    prepared = [sheet.about(claim) for claim in CLAIMS]
    questions = [question for item in prepared for question in item.questions]
    assert len(questions) == len(set(questions))
    assert len({item.advice for item in prepared}) >= 8
    assert all(1 <= len(item.questions) <= QUESTIONS_MOST for item in prepared)


def test_the_same_letter_gives_the_same_sheet():
    first, second = ([InterviewSheet(code).about(claim) for claim in CLAIMS] for code in ("en", "en"))
    assert first == second


def test_a_gap_is_quoted_and_the_advice_is_to_say_so(sheet):
    prepared = sheet.gap("A driving licence.", must=True)
    assert "“A driving licence”" in prepared.questions[0]
    assert "plainly" in prepared.advice


def test_a_wish_is_told_from_a_condition(sheet):
    assert sheet.gap("Experience with Terraform", must=False).advice.startswith("It is a wish")


def test_a_requirement_that_is_a_paragraph_is_cut_between_words(sheet):
    question = sheet.gap("knowledge of many things " * 30, must=True).questions[0]
    assert len(question) < 260
    assert "things …”" in question or "of …”" in question or "many …”" in question or "knowledge …”" in question


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_every_topic_and_no_form_twice(code):
    words = LANGUAGES[code]
    assert words.topics.keys() == LANGUAGES["en"].topics.keys()
    phrases = [*words.topics.values(), words.gap, words.wish]
    forms = [form for phrase in phrases for form in (*phrase.questions, *phrase.advice)]
    assert len(forms) == len(set(forms))
    assert all(re.fullmatch(r"[^{}]*(?:\{it\}[^{}]*)?", form) for form in forms)


@pytest.mark.parametrize(
    ("code", "claim", "said"),
    [
        ("de", "Ich senkte die Ladezeit von 3 Stunden auf 20 Minuten.", "von 3 Stunden auf 20 Minuten gebracht?"),
        ("de", "Ich habe mit Kafka 14 Schnittstellen gebaut.", "„14 Schnittstellen“"),
        ("fr", "J'ai formé une équipe de douze personnes.", "Qui étaient ces personnes"),
        ("es", "Reduje el informe de 3 horas a 20 minutos.", "de 3 horas a 20 minutos"),
        ("xx", "I raised sales by 18%.", "“18%”"),
    ],
)
def test_the_sheet_speaks_the_letters_language(code, claim, said):
    assert said in " ".join(InterviewSheet(code).about(claim).questions)


@pytest.mark.parametrize("claim", ["", "…", "{it} {0} %s", "⟦name⟧ bakes", "我做面包", "x" * 2000])
def test_any_text_can_be_asked_about(sheet, claim):
    assert sheet.about(claim).questions
