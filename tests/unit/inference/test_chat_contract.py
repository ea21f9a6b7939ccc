"""The composer's streamed answer, in both forms that servers send, read by the client."""

import json
from pathlib import Path

import pytest

from resumate.inference.chat_stream import chat_deltas

SAMPLE = json.loads((Path(__file__).parents[2] / "contracts" / "chat_stream.json").read_text())


@pytest.mark.parametrize("form", ["events", "lines"])
@pytest.mark.parametrize("size", [1, 7, 4096])
def test_both_forms_of_the_stream_give_the_same_letter(form, size):
    content = "".join(SAMPLE[form]).encode()
    *words, last = chat_deltas(content[start : start + size] for start in range(0, len(content), size))
    assert "".join(delta.text for delta in words).startswith("Dear")
    assert last.finish_reason == "stop"
    assert last.model == "resumate-composer-1"
    assert last.usage is not None
    assert last.usage.completion_tokens > 0
