"""The small readers that the likeness of a requirement and a line is measured with."""

from datetime import date

import pytest

from resumate.documents.model import SectionKind, YearMonth
from resumate.matching.asked import asked_of
from resumate.matching.calibration import FEATURES, MET_WEIGHTS, RELEVANT_WEIGHTS, SIGNS, fulfilment, relevance
from resumate.matching.degrees import accepts_experience, highest_degree, least_degree
from resumate.matching.likeness import likeness
from resumate.matching.names import asked_names, known_names, shown_names
from resumate.matching.search_text import search_text
from resumate.matching.sentences import sentences
from resumate.matching.shown import rarity, shown_by
from resumate.matching.words import content, root, tokens
from resumate.matching.years import asked_years, too_few_years
from tests.unit.matching.fakes import passage


@pytest.mark.parametrize(
    ("requirement", "names"),
    [
        ("Strong skills in SQL and/or Python", {"sql", "python"}),
        ("Drive Unity Catalog governance (schemas, access)", {"unity catalog"}),
        ("Experience with EMu and Arctos collections management systems", {"EMu", "arctos"}),
        ("Working under ISO 13485 or GMP", {"ISO 13485", "gmp"}),
        ("Experience of teaching in Key Stage 2", {"Key Stage 2"}),
        ("Statistical analysis in R", {"R"}),
        ("Power BI dashboards", {"power bi"}),
        ("Excellent communication and attention to detail", set()),
        ("Five years of experience in a busy kitchen", set()),
        ("Knowledge Of Payroll And Pension Systems", set()),
        ("Experience in human resources", set()),
    ],
)
def test_names_of_things_are_told_from_ordinary_words(requirement, names):
    assert set(asked_names(requirement)) == names


def test_the_company_s_own_name_is_not_asked_of_anybody():
    assert asked_names("Publish data to the Brickwell platform", ignore=frozenset({"brickwell"})) == {}


def test_a_line_shows_the_kinds_of_what_it_names():
    assert {"ci/cd", "git"} <= shown_names("GitHub Actions and Docker")
    assert known_names("CRM").keys() <= shown_names("Salesforce")
    assert not known_names("Salesforce").keys() & shown_names("Our CRM")


@pytest.mark.parametrize(
    ("requirement", "level"),
    [
        ("Bachelor's degree in nursing", 3),
        ("HND or degree in construction management", 2),
        ("Master's degree preferred", 4),
        ("PhD in molecular biology", 5),
        ("Associate Degree in Nursing", 2),
        ("MSc or PhD in statistics", 4),
        ("Abgeschlossenes Studium der Informatik", 3),
        ("A high degree of accuracy", None),
        ("Scrum Master experience", None),
        ("GCSE English and Maths", None),
        ("Knowledge of BS EN 1090 and MS Office", None),
        ("Patience", None),
    ],
)
def test_the_degree_a_requirement_asks(requirement, level):
    assert least_degree(requirement) == level


def test_experience_may_stand_in_for_a_degree_where_the_job_says_so():
    assert accepts_experience("Bachelor's degree or equivalent experience")
    assert accepts_experience("Degree in marketing, or equivalent work experience")
    assert not accepts_experience("Bachelor's degree in nursing")


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("BSc (Hons) Adult Nursing, 2017", 3),
        ("MEng Mechanical Engineering", 4),
        ("B.S. in Computer Science", 3),
        ("PGCE Primary with QTS", 4),
        ("18th Edition (BS 7671:2018)", 0),
        ("Led the MS Office roll-out", 0),
        ("BTEC Extended Diploma in Computing", 2),
    ],
)
def test_the_degree_a_line_shows(line, level):
    assert highest_degree(line) == level


@pytest.mark.parametrize(
    ("requirement", "years"),
    [
        ("5 years' experience", 5),
        ("3+ yrs with a contractor", 3),
        ("Three to six years' post-qualification experience", 3),
        ("Two (2) years of ICU experience", 2),
        ("Mindestens 2 Jahre Berufserfahrung", 2),
        ("3 ans d'expérience minimum", 3),
        ("Children of 5 years old", None),
        ("Many years of practice", None),
    ],
)
def test_the_years_a_requirement_asks(requirement, years):
    assert asked_years(requirement) == years


def entry(start, end=None, *, current=False):
    return passage("e", SectionKind.EXPERIENCE, "Work", start=start, end=end, current=current)


def test_overlapping_jobs_count_once():
    two = [entry(YearMonth(2015, 1), YearMonth(2017, 12)), entry(YearMonth(2016, 1), YearMonth(2018, 12))]
    assert not too_few_years(4, two, None)
    assert too_few_years(5, two, None)


def test_undated_entries_are_never_held_against_anybody():
    assert not too_few_years(20, [entry(None), entry(YearMonth(2020, 1), YearMonth(2020, 2))], None)
    assert not too_few_years(20, [entry(YearMonth(2020, 1), current=True)], None)
    assert too_few_years(20, [entry(YearMonth(2020, 1), current=True)], date(2026, 1, 1))


@pytest.mark.parametrize(
    ("requirement", "text"),
    [
        ("You will have at least five years' experience in payroll", "five years' experience in payroll"),
        ("Strong working knowledge of Xero", "Xero"),
        ("Excellent drafting skills", "drafting skills"),
        ("Ability to recognise the deteriorating patient", "recognise the deteriorating patient"),
        ("Experience", "Experience"),
        ("BSN preferred", "BSN"),
    ],
)
def test_the_search_looks_for_what_a_requirement_is_about(requirement, text):
    assert search_text(requirement) == text


def test_a_search_text_is_never_empty_and_never_long():
    assert search_text("Good skills")
    assert len(search_text("word " * 500).split()) == 40


@pytest.mark.parametrize(
    "words",
    [
        "supervise supervising supervised supervisor",
        "lead leading led",
        "installation installing install",
        "accounts accounting account",
    ],
)
def test_forms_of_a_word_have_one_root(words):
    assert len({root(word) for word in words.split()}) == 1


def test_words_are_folded_and_compounds_taken_apart():
    assert tokens("Café-Leitung: CI/CD, C++ & Node.js") == ["cafe", "leitung", "ci", "cd", "c++", "node.js"]


def test_generic_words_weigh_little():
    weights = content("Strong experience in payroll")
    assert weights["payroll"] == 1.0
    assert all(weight == 0.25 for word, weight in weights.items() if word != "payroll")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("You bake. You sell.", 2),
        ("Degrees, e.g. a B.S. in biology, help. So does Dr. Who.", 2),
        ("you bake bread. you sell it.", 2),
        ("Lift 50 lbs. and stand.", 1),
        ("経験が必要です。資格も必要です。", 2),
        ("Experience in R. A licence is needed.", 2),
    ],
)
def test_sentences_end_where_a_reader_says(text, count):
    assert len(sentences(text)) == count


def pair(requirement, text, section=SectionKind.EXPERIENCE, context="", cosine=0.5):
    shown = shown_by(passage("p", section, text, context))
    return likeness(asked_of(requirement), shown, cosine, 0.2, rarity([shown]))


def test_every_weight_has_its_feature_and_the_sign_of_its_meaning():
    features = pair("Triage", "Triage").features()
    assert len(features) == len(FEATURES) == len(SIGNS) == len(RELEVANT_WEIGHTS) == len(MET_WEIGHTS)
    for weights in (RELEVANT_WEIGHTS, MET_WEIGHTS):
        assert all(weight * sign >= 0 for weight, sign in zip(weights, SIGNS, strict=True))


def test_a_likelier_vector_and_more_of_the_words_never_lower_the_verdict():
    low = pair("Plan the discharge of patients", "Planned parties", cosine=0.3)
    high = pair("Plan the discharge of patients", "Planned discharges of patients", cosine=0.3)
    assert relevance(high) > relevance(low)
    assert relevance(pair("Triage", "Triage", cosine=0.6)) > relevance(pair("Triage", "Triage", cosine=0.4))


def test_what_names_another_thing_is_never_fulfilled():
    assert fulfilment(pair("Experience with Databricks", "Snowflake data platform", cosine=0.99)) == 0.0


def test_a_synonym_counts_for_less_than_the_word():
    same = pair("Mentor graduates", "Mentored graduates")
    near = pair("Mentor graduates", "Trained graduates")
    far = pair("Mentor graduates", "Counted graduates")
    assert same.words > near.words > far.words


def test_the_head_of_an_entry_shows_a_kind_of_work_but_no_single_skill():
    head = "Accounts payable clerk, Fernhill Foods, 2017 – 2019"
    assert pair("Two years of accounts payable experience", "Sorted the post", context=head).context > 0
    assert pair("Reconcile accounts payable", "Sorted the post", context=head).context == 0


def test_a_rare_word_tells_more_than_one_that_every_line_has():
    rows = [
        shown_by(passage(str(n), SectionKind.EXPERIENCE, f"ward {word}"))
        for n, word in enumerate("abc abd abe".split())
    ]
    rare = rarity(rows)
    assert rare["ward"] < rare["abc"]


@pytest.mark.parametrize(
    ("asked", "shown"), [("RabbitMQ", "Rabbit MQ"), ("GIS", "geographic information systems"), ("K8s", "Kubernetes")]
)
def test_a_name_that_the_proof_of_a_letter_knows_is_known_to_the_search(asked, shown):
    """Both read the one table of technologies."""
    assert known_names(asked)
    assert known_names(asked).keys() == known_names(shown).keys()


@pytest.mark.parametrize(
    "sentence", ["Go to customers", "Access to patients", "A teacher with a swift, lean manner", "Spring term"]
)
def test_a_small_word_that_is_also_a_product_names_none(sentence):
    assert known_names(sentence) == {}
