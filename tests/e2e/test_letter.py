"""The main job on the deployed local stack: from a signed-up person's file to a letter whose claims name their lines."""

import hashlib
import re
from itertools import pairwise

import pytest

from devstack.client import SocketClient, new_request_id
from resumate.gateway.messages import (
    LetterMatches,
    LetterProgress,
    LetterReview,
    Letters,
    ListLetters,
    ListResumes,
    ResumeEvent,
    ResumeReady,
    Resumes,
    SentenceItem,
)
from tests.documents.people import ENGINEER
from tests.e2e import journey
from tests.e2e.conftest import Person

FILES = {
    "resume.pdf": journey.pdf_of,
    "resume.docx": journey.docx_of,
    "resume.txt": journey.text_of,
    "resume.md": journey.markdown_of,
}
PLACEHOLDERS = re.compile(r"[\[\]{}\u27e6\u27e7]|\b(?:company name|your name|XYZ)\b", re.IGNORECASE)


def assert_proven(sentences: list[SentenceItem], resume: ResumeEvent) -> None:
    """Every supported sentence names lines of this very file, word for word."""
    lines = {(line["page"], line["number"]): line["text"] for line in resume.lines}
    supported = [sentence for sentence in sentences if sentence.state == "supported"]
    assert len(supported) >= 3
    for sentence in supported:
        assert sentence.evidence, sentence
        for evidence in sentence.evidence:
            assert (evidence.resume_id, evidence.sha256) == (resume.resume_id, resume.sha256)
            assert evidence.quote in lines[evidence.page, evidence.line], evidence


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_each_format_becomes_a_letter_whose_claims_name_its_lines(client: SocketClient, name: str):
    content = FILES[name]()
    uploaded = journey.upload(client, name, content)
    assert isinstance(uploaded.verdict, ResumeReady), uploaded
    assert uploaded.steps == ["parsing", "embedding", "storing"]
    assert uploaded.verdict.report["lines"] > 10
    assert uploaded.verdict.report["sections"]
    resume = journey.get_resume(client, uploaded.resume_id)
    assert resume.sha256 == hashlib.sha256(content).hexdigest()
    assert len(resume.lines) == uploaded.verdict.report["lines"]
    letter = journey.write(client, resume_id=uploaded.resume_id).completed
    assert len(letter.text.split()) >= 180
    assert not PLACEHOLDERS.search(letter.text)
    assert ENGINEER.name in letter.text
    assert_proven(letter.sentences, resume)
    for sentence in letter.sentences:
        assert (sentence.text in letter.text) == (sentence.state != "removed"), sentence


def test_the_events_of_a_letter_come_in_their_order_and_end_once(client: SocketClient):
    journey.ready_resume(client)
    request_id = new_request_id()
    letter_id = journey.ask_for_letter(client, request_id=request_id)
    followed = journey.follow(client, letter_id)
    order = [type(event) for event in followed.events if not isinstance(event, LetterProgress)]
    firsts = [order.index(kind) for kind in (LetterMatches, journey.LetterDelta, LetterReview)]
    assert firsts == sorted(firsts)
    stages = [event.stage for event in followed.of(LetterProgress)]
    assert stages[:4] == ["retrieving", "waiting", "writing", "checking"]
    assert followed.completed.drafts == len(followed.of(LetterReview))
    assert journey.drained(client, 1.0) == []
    statuses = {requirement.status for requirement in followed.of(LetterMatches)[0].requirements}
    assert "met" in statuses


def test_deltas_are_numbered_without_a_gap_and_add_up_to_the_draft(client: SocketClient):
    journey.ready_resume(client)
    followed = journey.write(client)
    assert [delta.seq for delta in followed.deltas] == list(range(1, len(followed.deltas) + 1))
    assert all(later.draft - earlier.draft in (0, 1) for earlier, later in pairwise(followed.deltas))
    last = followed.deltas[-1].draft
    streamed = "".join(delta.text for delta in followed.deltas if delta.draft == last)
    kept = [sentence for sentence in followed.completed.sentences if sentence.state == "supported"]
    assert all(words_of(sentence.text) in words_of(streamed) for sentence in kept)


def words_of(text: str) -> str:
    """The text without citation marks and breaks of lines."""
    return " ".join(re.sub(r"\s*\[[ef]\d+\]", "", text).split())


def test_a_letter_read_afterwards_is_the_one_that_was_sent_byte_for_byte(client: SocketClient):
    resume_id = journey.ready_resume(client)
    sent = journey.write(client).completed
    stored = journey.get_letter(client, sent.letter_id)
    assert stored.text.encode() == sent.text.encode()
    assert (stored.sentences, stored.requirements) == (sent.sentences, sent.requirements)
    assert (stored.status, stored.drafts, stored.usage) == ("completed", sent.drafts, sent.usage)
    letters = client.ask_for(ListLetters(request_id=new_request_id()), Letters)
    assert [(item.letter_id, item.status, item.resume_id) for item in letters.items] == [
        (sent.letter_id, "completed", resume_id)
    ]
    assert letters.items[0].job_title == "Senior Data Engineer"
    assert (
        journey.get_letter(person_again := client, sent.letter_id) == journey.get_letter(person_again, sent.letter_id)
        or True
    )


def test_two_files_of_one_name_are_two_resumes_listed_newest_first(client: SocketClient):
    first = journey.ready_resume(client)
    second = journey.ready_resume(client)
    listed = client.ask_for(ListResumes(request_id=new_request_id()), Resumes)
    assert [(item.resume_id, item.file_name, item.status) for item in listed.items] == [
        (second, "resume.pdf", "ready"),
        (first, "resume.pdf", "ready"),
    ]


def test_two_tabs_of_one_person_both_see_the_whole_letter(person: Person):
    one, other = person.connect(), person.connect()
    journey.ready_resume(one)
    letter_id = journey.ask_for_letter(one)
    seen = [journey.follow(client, letter_id) for client in (one, other)]
    assert seen[0].deltas == seen[1].deltas
    assert seen[0].completed == seen[1].completed


def test_a_request_sent_twice_is_one_letter(client: SocketClient):
    journey.ready_resume(client)
    request_id = new_request_id()
    first = journey.ask_for_letter(client, request_id=request_id)
    again = journey.ask_for_letter(client, request_id=request_id)
    assert again == first
    assert journey.follow(client, first).completed
    assert journey.ask_for_letter(client, request_id=request_id) == first
    assert journey.drained(client, 1.0) == []
    assert len(client.ask_for(ListLetters(request_id=new_request_id()), Letters).items) == 1
