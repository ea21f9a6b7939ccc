"""When a letter can be written, and what is asked when it cannot."""

from msgspec.structs import replace

from resumate.documents.model import SectionKind
from resumate.matching.match_resume import match_resume
from resumate.matching.model import Match, Status
from resumate.matching.questions import questions_for
from tests.unit.matching.fakes import MemorySearch, WordEmbedder, job, nurse


def found(posting, *numbers_of_passages, status=Status.ADJACENT):
    """Return matches with the given passages, by number, for the requirements in order."""
    people = nurse()
    return [
        Match(requirement, status if numbers else Status.GAP, [people[number] for number in numbers])
        for requirement, numbers in zip(posting.requirements, numbers_of_passages, strict=True)
    ]


ASKED = (
    "Experience of accounts",
    "Fluent Spanish",
    "Degree in finance",
    "CIPD certificate",
    "Drive growth",
    "(wish) SAP",
)


def test_three_different_passages_are_enough_even_if_they_only_touch_the_job():
    posting = job(*ASKED)
    assert questions_for(posting, found(posting, [2], [], [3], [], [5], [])) == []


def test_one_must_that_is_met_is_enough():
    posting = job(*ASKED)
    matches = found(posting, [2], [], [], [], [], [], status=Status.MET)
    assert questions_for(posting, matches) == []


def test_a_wish_that_is_met_is_not_enough():
    posting = job(*ASKED)
    matches = found(posting, [], [], [], [], [], [2], status=Status.MET)
    assert len(questions_for(posting, matches)) == 3


def test_the_same_passage_for_three_requirements_is_one_passage():
    posting = job(*ASKED)
    assert len(questions_for(posting, found(posting, [2], [2], [2], [2], [2], []))) == 3


def test_nothing_at_all_asks_for_the_first_three_missing_musts():
    posting = job(*ASKED)
    questions = questions_for(posting, found(posting, [], [], [], [], [], []))
    assert len(questions) == 3
    for question, asked in zip(questions, ASKED, strict=False):
        assert f"“{asked}”" in question
        assert question.endswith("?")


def test_what_is_missing_is_asked_before_what_is_touched_and_wishes_come_last():
    posting = job("Experience of accounts", "Fluent Spanish", "(wish) SAP", "Drive growth")
    questions = questions_for(posting, found(posting, [2], [], [], [3]))
    assert [
        next(asked for asked in ("Spanish", "accounts", "growth", "SAP") if asked in question) for question in questions
    ] == [
        "Spanish",
        "accounts",
        "growth",
    ]


def test_a_question_fits_what_is_asked():
    posting = job("Fluent Spanish", "Degree in finance", "CIPD certificate")
    language, degree, certificate = questions_for(posting, found(posting, [], [], []))
    assert "How well do you speak" in language
    assert "Which degree or training" in degree
    assert "Do you hold" in certificate


def test_a_job_that_asks_two_things_needs_two_passages():
    posting = job("Triage", "Mentoring")
    assert questions_for(posting, found(posting, [2], [3])) == []
    assert questions_for(posting, found(posting, [2], [])) != []


def test_a_job_that_asks_nothing_needs_nothing():
    assert questions_for(job(), []) == []


def test_a_long_requirement_is_shortened_in_its_question():
    posting = job("Manage " + "very large international projects " * 12)
    [question] = questions_for(posting, found(posting, []))
    assert len(question) < 300
    assert "…”" in question


def test_the_resume_of_another_trade_is_asked_and_the_same_trade_is_not():
    fitting = job("Triage patients", "Mentor student nurses", "Plan discharges with families", "NMC registration")
    foreign = job("Weld aluminium hulls", "Read shipyard drawings", "Crane operation")
    for posting, asks in ((fitting, False), (foreign, True)):
        matches = match_resume(posting, WordEmbedder(), MemorySearch(nurse()))
        assert bool(questions_for(posting, matches)) is asks


def test_a_degree_alone_is_not_enough_for_a_letter():
    """The nurse's two lines of education are all that fits: a letter would have one sentence to tell."""
    posting = job("Degree in nursing", "Fluent Spanish", "Experience of accounts", "Drive growth")
    studies = [number for number, passage in enumerate(nurse()) if passage.section is SectionKind.EDUCATION]
    assert len(questions_for(posting, found(posting, studies, [], [], [], status=Status.MET))) == 3


def test_questions_are_in_the_language_of_the_job():
    opened = {"en": "The job asks for “", "de": "Gefragt ist „", "fr": "L'annonce demande « ", "es": "El puesto pide «"}
    for language, beginning in opened.items():
        posting = replace(job("Fluent Spanish", "Degree in finance"), language=language)
        questions = questions_for(posting, found(posting, [], []))
        assert all(question.startswith(beginning) for question in questions)
        assert not any("{" in question for question in questions)


def test_a_language_without_forms_is_asked_in_english():
    posting = replace(job("Fluent Spanish"), language="zh")
    assert questions_for(posting, found(posting, []))[0].startswith("The job asks for")


def test_a_requirement_of_several_sentences_is_asked_by_its_first():
    posting = job("A master of sandbox testing. You strive to create disposable environments for everybody.")
    [question] = questions_for(posting, found(posting, []))
    assert "“A master of sandbox testing”" in question
    assert "degree" not in question
