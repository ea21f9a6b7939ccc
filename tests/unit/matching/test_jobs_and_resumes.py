"""Twenty advertisements with ten resumes: a letter stands on several sides of a person, in one order, never on contact."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from benchmarks.matching_data import load_resumes
from resumate.documents.model import Line, SectionKind
from resumate.letters.number_evidence import number_evidence
from resumate.matching.background import background_passages
from resumate.matching.match_resume import match_resume
from resumate.matching.read_job import read_job
from tests.unit.matching.fakes import MemorySearch, WordEmbedder

JOBS = {path.stem: path for path in sorted((Path(__file__).parent / "advertisements").iterdir())}
RESUMES = load_resumes("held_out")[:10]
NEVER = {SectionKind.HEADER, SectionKind.CONTACT, SectionKind.REFERENCES}


def evidence_for(job, passages):
    search = MemorySearch(passages)
    matches = match_resume(job, WordEmbedder(), search)
    background = background_passages(search, WordEmbedder(), job, matches, 8)
    lines = [Line(passage.first_line, 1, passage.text, passage.text) for passage in passages]
    return number_evidence(matches, background, lines, [])


@pytest.mark.parametrize("name", JOBS)
def test_evidence_is_of_two_sections_and_the_same_whatever_order_the_rows_come_in(name):
    job = read_job(JOBS[name].read_text(encoding="utf-8"))
    for resume in RESUMES:
        passages = [
            replace(passage.passage(), first_line=number, last_line=number)
            for number, passage in enumerate(resume.passages, 1)
        ]
        evidence = evidence_for(job, passages)
        sections = {item.section for item in evidence}
        assert len(sections) > 1
        assert not NEVER & sections
        assert evidence_for(job, passages[::-1]) == evidence
