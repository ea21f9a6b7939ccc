"""What else of the resume a letter may tell."""

from resumate.documents.model import SectionKind
from resumate.matching.background import background_passages
from resumate.matching.match_resume import match_resume
from tests.unit.matching.fakes import MemorySearch, WordEmbedder, job, nurse, passage


def background(posting, passages, limit=8, matches=()):
    return background_passages(MemorySearch(passages), WordEmbedder(), posting, list(matches), limit)


def test_it_begins_with_the_summary_then_the_latest_job_then_the_studies():
    sections = [one.section for one in background(job("Weld hulls"), nurse())]
    assert sections[:4] == [SectionKind.SUMMARY, SectionKind.EXPERIENCE, SectionKind.EXPERIENCE, SectionKind.EDUCATION]


def test_the_latest_job_is_the_current_one():
    chosen = background(job("Weld hulls"), nurse(), limit=3)
    assert {one.organisation for one in chosen if one.section is SectionKind.EXPERIENCE} == {"St Brannock Hospital"}


def test_nothing_that_a_match_carries_is_told_twice():
    posting = job("Mentor student nurses", "Triage patients")
    matches = match_resume(posting, WordEmbedder(), MemorySearch(nurse()))
    carried = {one.chunk_id for found in matches for one in found.passages}
    assert carried
    assert not carried & {one.chunk_id for one in background(posting, nurse(), matches=matches)}


def test_contact_details_and_references_are_never_told():
    chosen = background(job("Registered nurse with triage experience"), nurse(), limit=50)
    assert not {one.section for one in chosen} & {SectionKind.CONTACT, SectionKind.HEADER, SectionKind.REFERENCES}


def test_hobbies_come_last():
    chosen = background(job("Choir singing and baking"), nurse(), limit=50)
    assert chosen[-1].section in (SectionKind.INTERESTS, SectionKind.LANGUAGES)


def test_no_passage_appears_twice_and_the_limit_holds():
    for limit in (0, 1, 3, 50):
        chosen = [one.chunk_id for one in background(job("Nurse"), nurse(), limit=limit)]
        assert len(chosen) <= limit
        assert len(chosen) == len(set(chosen))


def test_two_sections_are_told_where_the_resume_has_them():
    assert len({one.section for one in background(job("Anything at all"), nurse(), limit=4)}) >= 2


def test_a_lone_word_is_no_background():
    rows = [passage("a", SectionKind.OTHER, "2019"), passage("b", SectionKind.OTHER, "Various"), *nurse()]
    assert not {"a", "b"} & {one.chunk_id for one in background(job("Nurse"), rows, limit=50)}


def test_a_job_without_title_and_requirements_still_gets_a_background():
    assert background(job(title=None), nurse(), limit=3)


def test_an_empty_resume_has_none():
    assert background(job("Nurse"), []) == []
