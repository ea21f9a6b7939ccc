import io

import msgspec

from devstack.letter_view import LetterView, evidence_line, letter_lines
from resumate.gateway.messages import (
    FindingItem,
    LetterCompleted,
    LetterDelta,
    LetterMatches,
    LetterProgress,
    LetterReview,
    LineEvidence,
    Pong,
    RequirementItem,
    SentenceItem,
)
from resumate.letters.model import SentenceState, Usage
from resumate.matching.model import Status

LINE = LineEvidence(resume_id="r", sha256="ab", page=1, line=23, quote="Cut the nightly load")
FACT = LineEvidence(resume_id="r", sha256="", page=0, line=0, quote="I hold a driving licence", origin="user")


def _requirement(text: str, status: Status) -> RequirementItem:
    return RequirementItem(text=text, must=True, status=status, evidence=[])


def _completed() -> LetterCompleted:
    sentences = [
        SentenceItem("Dear Hiring Team,", SentenceState.PLAIN, 0),
        SentenceItem("I cut the nightly load.", SentenceState.SUPPORTED, 1, [LINE, FACT]),
        SentenceItem("I led 40 people.", SentenceState.REMOVED, 1, [], "40 is in none of the cited lines"),
    ]
    requirements = [
        _requirement("Kubernetes", Status.GAP),
        _requirement("SQL", Status.MET),
    ]
    return LetterCompleted(
        letter_id="l",
        text="Dear Hiring Team,\n\nI cut the nightly load.",
        sentences=sentences,
        requirements=requirements,
        drafts=2,
        model="composer",
        usage=Usage(seconds=1.25),
    )


def _shown(*events: object) -> str:
    stream = io.StringIO()
    view = LetterView(stream)
    for event in events:
        view.show(event)  # type: ignore[arg-type]
    view.end()
    return stream.getvalue()


def test_a_model_that_is_being_woken_says_for_how_long():
    waking = LetterProgress(letter_id="l", stage="waking", wait_seconds=240)
    assert _shown(waking) == "  … Waking the language model, about 4 min\n"


def test_the_finished_letter_comes_first_and_each_claim_has_its_lines_beneath():
    lines = list(letter_lines(_completed()))
    assert lines[0].startswith("Dear Hiring Team,")
    claim = lines.index("\n  I cut the nightly load.")
    assert lines[claim + 1 : claim + 3] == [
        '      p.1 l.23 "Cut the nightly load"',
        '      stated by you "I hold a driving licence"',
    ]


def test_what_was_removed_is_shown_with_the_reason_and_gaps_are_named():
    text = "\n".join(letter_lines(_completed()))
    assert "removed: I led 40 people.\n      40 is in none of the cited lines" in text
    assert "✗ Kubernetes" in text
    assert "✗ SQL" not in text
    assert "2 drafts, written by composer in 1.2 s" in text


def test_what_the_letter_took_is_told_with_its_tokens_and_its_cost():
    paid = msgspec.structs.replace(_completed(), model="large", usage=Usage(4812, 390, 3.42, 0.00421))
    text = "\n".join(letter_lines(paid))
    assert "written by large in 3.4 s\n4,812 tokens read, 390 written, cost: 0.0042 US dollars" in text
    cheap = msgspec.structs.replace(paid, usage=Usage(100, 50, 3.42, 0.00002))
    assert "cost: under 0.0001 US dollars" in "\n".join(letter_lines(cheap))


def test_a_letter_that_cost_nothing_says_so():
    assert "\ncost: nothing, written by the composer" in "\n".join(letter_lines(_completed()))
    assert "\ncost: nothing" in "\n".join(letter_lines(msgspec.structs.replace(_completed(), model="llama")))


def test_a_user_fact_is_told_apart_from_a_line_of_the_file():
    assert evidence_line(FACT).startswith("stated by you")
    assert evidence_line(LINE).startswith("p.1 l.23")


def test_drafts_stream_as_they_come_and_a_new_draft_says_so():
    def delta(draft: int, seq: int, text: str) -> LetterDelta:
        return LetterDelta(letter_id="l", draft=draft, seq=seq, text=text)

    text = _shown(delta(1, 1, "Dear "), delta(1, 2, "Team"), delta(2, 3, "Dear all"))
    assert "— draft 1 —\n\nDear Team\n\n— draft 2 —\n\nDear all" in text


def test_findings_progress_and_matches_are_shown():
    text = _shown(
        LetterProgress(letter_id="l", stage="retrieving"),
        LetterMatches(letter_id="l", requirements=_completed().requirements, job_title="Chef", company="Fjord"),
        LetterReview(letter_id="l", draft=1, findings=[FindingItem("I led 40 people.", "number", "40 is nowhere")]),
        LetterReview(letter_id="l", draft=2, findings=[]),
    )
    assert "Chef at Fjord asks for:" in text
    assert "✓ SQL" in text
    assert "1 to repair:\n  ✗ I led 40 people.\n    40 is nowhere" in text
    assert "Draft 2: every claim is in the resume." in text


def test_events_the_view_does_not_know_are_silent():
    assert _shown(Pong()) == ""
