"""What the composer says of its own accord claims nothing: the gate keeps every such sentence, in every language."""

from itertools import pairwise

import msgspec
import pytest
from english_frames import BRIDGES, CLOSINGS, FILLERS, OPENINGS
from quoting_frames import FRAMES

from resumate.letters.model import SentenceState
from resumate.letters.review import review
from tests.unit.letters.builders import letter_job

ENGLISH = [
    *BRIDGES,
    *FILLERS,
    *(closing for tone in CLOSINGS.values() for pair in tone for closing in pair),
    *(
        form.format(job="the position of Data Engineer at Harbour Robotics")
        for forms in OPENINGS.values()
        for form in forms
    ),
]
FOREIGN = [
    (language, sentence)
    for language, frame in FRAMES.items()
    for sentence in (
        *(form.format(job=job.format(title="Data Engineer", company="Harbour Robotics")) for form in frame.openings for job in frame.jobs),
        frame.bridge,
        *frame.fillers,
        *(closing for pair in frame.closings for closing in pair),
    )
]  # fmt: skip


def verdict_of(sentence, language):
    job = msgspec.structs.replace(
        letter_job(), language=language, job_title="Data Engineer", company="Harbour Robotics"
    )
    return review(f"{sentence}.", job).sentences


@pytest.mark.parametrize(("language", "sentence"), [*(("en", sentence) for sentence in ENGLISH), *FOREIGN])
def test_a_sentence_around_the_evidence_needs_no_proof(language, sentence):
    assert [judged.state for judged in verdict_of(sentence, language)] == [SentenceState.PLAIN]


@pytest.mark.parametrize("language", FRAMES)
def test_two_sentences_in_a_row_at_the_end_do_not_begin_alike(language):
    frame = FRAMES[language]
    for closing in frame.closings:
        heads = [" ".join(sentence.split()[:2]) for sentence in (*frame.fillers, *closing)]
        assert all(one != other for one, other in pairwise(heads)), heads
