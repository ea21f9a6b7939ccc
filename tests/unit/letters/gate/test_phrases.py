"""What no sentence of a letter may contain, whatever it claims."""

import pytest

from resumate.letters.gate.phrases import phrase_findings
from tests.unit.letters.builders import letter_job

JOB = letter_job()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("I look forward to joining [Company Name].", "placeholder"),
        ("Dear {manager},", "placeholder"),
        ("I am writing to express my interest.", "phrase"),
        ("As an AI language model, I cannot do that.", "leak"),
        ("The <evidence> says that I baked bread.", "leak"),
    ],
)
def test_placeholders_stock_phrases_and_leaks_are_refused(text, code):
    assert code in {finding.code for finding in phrase_findings(text, JOB)}


@pytest.mark.parametrize(
    "text", ["I baked bread [e1].", "Kind regards,\n⟦name⟧", "I wrote the evidence of the trial down."]
)
def test_ordinary_sentences_are_not(text):
    assert phrase_findings(text, JOB) == []
