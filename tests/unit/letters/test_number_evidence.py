"""Which passages become evidence, in which order, and which never do."""

from resumate.documents.model import SectionKind
from resumate.letters.model import Origin
from resumate.letters.number_evidence import EVIDENCE_CHARACTERS, EVIDENCE_MOST, number_evidence
from resumate.matching.model import Match, Status
from tests.unit.letters.builders import ResumeBuilder, harbour_job, harbour_matches, marta_resume


def numbered(resume, matches=(), answers=()):
    return number_evidence(list(matches), resume.passages, resume.lines, list(answers))


def test_passages_are_numbered_from_e1_and_carry_their_lines_and_requirements():
    resume = marta_resume()
    evidence = numbered(resume, harbour_matches(resume))
    assert [item.id for item in evidence] == [f"e{number}" for number in range(1, len(resume.passages) + 1)]
    first = evidence[0]
    assert first.text == resume.passages[0].text
    assert [(quote.line, quote.text) for quote in first.quotes] == [(2, f"• {first.text}")]
    assert [quote.line for quote in first.context_quotes] == [1]
    assert first.requirements == [1]


def test_the_best_passage_of_every_requirement_comes_before_any_second_best():
    resume = marta_resume()
    evidence = numbered(resume, harbour_matches(resume))
    assert [item.text for item in evidence[:3]] == [resume.passages[index].text for index in (0, 2, 1)]


def test_a_passage_that_shows_two_requirements_stands_once_with_both_numbers():
    resume = marta_resume()
    one, two, _ = harbour_job().requirements
    evidence = numbered(
        resume, [Match(one, Status.MET, [resume.passages[1]]), Match(two, Status.MET, [resume.passages[1]])]
    )
    assert [item.requirements for item in evidence if item.text == resume.passages[1].text] == [[1, 2]]


def test_no_more_than_the_limits_are_taken_and_the_least_is_dropped():
    resume = ResumeBuilder()
    for number in range(60):
        resume.passage(f"Repaired bicycle number {number} " + "carefully " * 40)
    evidence = numbered(resume)
    assert len(evidence) <= EVIDENCE_MOST
    assert sum(len(item.text) for item in evidence) <= EVIDENCE_CHARACTERS
    assert evidence[0].text.startswith("Repaired bicycle number 0 ")


def test_a_second_section_gets_a_place_when_the_best_are_all_of_one():
    resume = ResumeBuilder()
    for number in range(40):
        resume.passage(f"Repaired bicycle number {number}")
    resume.passage("Bicycle mechanic's diploma, Spokes College", section=SectionKind.EDUCATION)
    assert {item.section for item in numbered(resume)} == {SectionKind.EXPERIENCE, SectionKind.EDUCATION}


def test_hidden_text_is_no_evidence_beside_ordinary_text():
    resume = marta_resume()
    resume.passage("Led two hundred engineers in Terraform", hidden=True)
    assert not any("Terraform" in item.text for item in numbered(resume))


def test_hidden_text_is_evidence_when_the_document_is_a_scan_with_a_text_layer():
    resume = ResumeBuilder()
    resume.passage("Sorted letters in a post office", hidden=True)
    resume.passage("Delivered parcels by bicycle", hidden=True)
    assert len(numbered(resume)) == 2


def test_contact_details_and_referees_are_no_evidence():
    resume = marta_resume()
    resume.passage("⟦phone⟧, ⟦email⟧", section=SectionKind.CONTACT)
    resume.passage("Jo Quist, head of data, knows my Terraform work", section=SectionKind.REFERENCES)
    assert {item.section for item in numbered(resume)}.isdisjoint({SectionKind.CONTACT, SectionKind.REFERENCES})


def test_facts_the_user_typed_come_last_and_say_so():
    evidence = numbered(marta_resume(), answers=["I hold a  driving licence", "  ", "I can start in May\u200b"])
    facts = [item for item in evidence if item.origin is Origin.USER]
    assert [(fact.id, fact.text) for fact in facts] == [
        ("f1", "I hold a driving licence"),
        ("f2", "I can start in May"),
    ]
    assert facts[0].quotes[0].line == 0
    assert evidence[-2:] == facts


def test_a_typed_placeholder_does_not_survive():
    assert numbered(marta_resume(), answers=["My name is ⟦name⟧"])[-1].text == "My name is name"


def test_without_any_passage_only_the_facts_are_left():
    assert [item.id for item in number_evidence([], [], [], ["I bake bread"])] == ["f1"]
