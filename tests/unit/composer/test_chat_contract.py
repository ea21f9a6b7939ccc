"""The composer keeps the contract that its clients are tested against."""

import json
import re

import inference
import pytest

from tests.unit.composer.write_chat_contract import CONTRACTS, samples

CONVERSATIONS = json.loads((CONTRACTS / "prompt.json").read_bytes())
SAMPLES = samples()


@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_are_what_the_composer_answers_now(name):
    stored = json.loads((CONTRACTS / name).read_bytes())
    assert stored == json.loads(json.dumps(SAMPLES[name]))


def test_the_stream_holds_the_text_of_the_plain_answer():
    lines = [json.loads(line) for line in SAMPLES["chat_stream.json"]["lines"] if line.strip()]
    text = "".join(choice["delta"].get("content") or "" for line in lines for choice in line["choices"])
    assert text == SAMPLES["chat_answer.json"]["choices"][0]["message"]["content"]


@pytest.mark.parametrize("conversation", CONVERSATIONS, ids=lambda conversation: conversation["name"])
def test_every_sample_conversation_gets_a_letter_that_cites_its_evidence_alone(conversation):
    answer = json.loads(inference.predict_fn({"messages": conversation["messages"]}, ""))
    letter = answer["choices"][0]["message"]["content"]
    known = set(re.findall(r'^\{"id":"(\w+)"', conversation["messages"][1]["content"], re.MULTILINE))
    cited = set(re.findall(r"\[(\w+)\]", letter))
    assert cited
    assert cited <= known
    assert letter.endswith("\n⟦name⟧")
    assert "rm-canary" not in letter


def test_a_second_draft_leaves_out_the_sentence_that_was_refused():
    conversation = next(sample for sample in CONVERSATIONS if len(sample["messages"]) > 2)
    answer = json.loads(inference.predict_fn({"messages": conversation["messages"]}, ""))
    assert "I led the move of 14 services" not in answer["choices"][0]["message"]["content"]
